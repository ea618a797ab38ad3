#!/usr/bin/env python3
"""Räknar om en remiss från dess YAML-filer, utan Styrdok, och jämför med vad Styrdok skrev.

Varje kontroll får en rad. Slutar med 1 om något skiljer sig eller om det inte finns något att räkna, med 2 om
innehållet inte går att läsa.
"""
# Nothing here comes from Styrdok but the contract's words: where the two agree, they agree by different ways.

import argparse
import collections
import csv
import functools
import glob
import html
import html.parser
import io
import json
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile

import yaml

VALUES = {
    "svarsläge": ("inkommet", "anstånd", "avstår", "ej inkommit"),
    "hållning": (
        "tillstyrker", "har inget att erinra", "tillstyrker under förutsättning att synpunkterna beaktas", "tillstyrker delvis",
        "avstyrker", "avstår från att yttra sig", "tveksam, tar inte ställning"),
    "behandlingsläge": ("tjänsteförslag", "nämndbeslut", "delegationsbeslut", "kontorsyttrande"),
    "ställning": ("stöder", "stöder med förbehåll", "invänder", "önskar", "neutral"),
    "slag": (
        "ändring", "tillägg", "strykning", "förtydligande", "sakfel", "fråga", "resurs", "ansvar eller mandat", "stöd", "fakta",
        "återgivning"),
    "vikt": ("avgörande", "viktig", "mindre", "ej angiven"),
    "ankare": ("element", "helhet", "saknas"),
    "utfall": ("tillgodoses", "tillgodoses delvis", "tillgodoses inte", "redan tillgodosett", "hänskjuts", "noteras", "ohanterad")}
CONSEQUENCES = ("ekonomi", "barn", "jämställdhet", "tillgänglighet", "juridik", "organisation")
TYPES = ("stadsdelsnämnd", "facknämnd", "bolagsstyrelse", "annan myndighet", "organisation", "råd")
COLUMNS = (
    "Remissinstans", "Typ", "Id", "Gäller", "Ankare", "Saknas i", "Hållning", "Slag", "Vikt", "Kan beslutas av", "Konsekvenser", "Citat",
    "Bekymmer", "Önskan", "Förslag till lydelse", "Utfall", "Skäl", "Finns i")
# Which key of a viewpoint stands in which column; the first two are the respondent's.
KEYS = dict(zip(COLUMNS[2:], (
    "id", "gäller", "ankare", "saknas-i", "hållning", "slag", "vikt", "beslutas-av", "konsekvenser", "citat", "bekymmer", "önskan", "förslag",
    "utfall", "skäl", "finns-i")))
LISTS = ("gäller", "konsekvenser", "finns-i")
PROSE = ("bekymmer", "önskan", "förslag", "skäl")
MATRIX = ("Adress", "Slag", "Titel", "Synpunkter")
SHEETS = ("Totaler", "Matris", "Synpunkter", "Remissinstanser")
SILENT, NOTHING, UNHANDLED = "svarade inte", "–", "ohanterad"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
csv.field_size_limit(1 << 30)
SHOWN = 8  # differences of each check that are told one by one


class CannotRead(Exception):
    """Says what can't be read of the content."""


# MARK: Reading

class TextLoader(yaml.CSafeLoader):
    """Scalars stay text, as Styrdok reads them; only what is empty is nothing."""


TextLoader.yaml_implicit_resolvers = {
    first: [resolver for resolver in resolvers if resolver[0] == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()}


def load(path):
    try:
        with open(path, "rb") as file:
            return yaml.load(file, Loader=TextLoader)
    except OSError as error:
        raise CannotRead(f"{path} går inte att läsa: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise CannotRead(f"{path} är inte YAML: {error}") from error


def nfc(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [nfc(item) for item in value]
    if isinstance(value, dict):
        return {nfc(key): nfc(item) for key, item in value.items()}
    return value


def as_list(value):
    """A single value is a list of one."""
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


# MARK: Plain text

class Plain:
    """The plain text of a CommonMark text: exactly, or, where it has more than paragraphs, as words that must come in order."""

    def __init__(self, exact, words):
        self.exact, self.words = exact, words

    def differs(self, text):
        """What differs, or nothing."""
        if self.exact is not None:
            if text == self.exact:
                return None
            if text.split() == self.exact.split():
                return f"skiljer sig bara i blanktecken och radbrytningar: {text!r} i stället för {self.exact!r}"
            return f"{text!r} i stället för {self.exact!r}"
        found, place = letters(text), 0
        for piece in self.words:
            at = found.find(piece, place)
            if at < 0:
                return f"{text!r} saknar orden ”{piece}”"
            place = at + len(piece)
        return None


def letters(text):
    """Only letters and digits, so that marks, blanks and soft hyphens don't matter."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum())


# What an escape or a character reference stands for is kept aside in the private use area while markup is looked for.
ASIDE = 0xF0000
TOKENS = re.compile(r"\\([!-/:-@\[-`{-~])|&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
BLOCK_START = re.compile(
    r"(?m)^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|```|~~~|<[A-Za-z/!?]|(?:=+|-+)[ \t]*$|\[[^\]]+\]:)"
    r"|^(?: {4}|\t)")
LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]*)\)")
CITATION = re.compile(r"\[[^\[\]]*(?<![^\W_])@\w[^\[\]]*\]|(?<![^\W_])@\w[\w:.#$%&+?<>~/-]*(?: \[[^\]]*\])?")
AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>")


def plain(source):
    """The plain text of CommonMark: hard breaks are line breaks, paragraphs have a blank line between them."""
    source = nfc(source).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    # Most texts have nothing to read but words.
    if not re.search(r"[\\&*_`<\[\]#>~\n=]|^[ \t]*[-+\d]|@", source):
        return Plain(source.strip(" \t"), None)
    kept = []

    def keep(found):
        if found.group(1):
            sign = found.group(1)
        else:
            name = found.group(2)
            sign = html.unescape(f"&{name};")
            if sign == f"&{name};":
                return found.group()
        kept.append(sign)
        return chr(ASIDE + len(kept) - 1)

    def restored(text):
        return re.sub(r"[\U000F0000-\U000FFFFD]", lambda found: kept[ord(found.group()) - ASIDE], text) if kept else text

    text = TOKENS.sub(keep, source)
    paragraphs = re.split(r"\n[ \t]*\n\s*", text)
    plain_links = LINK.sub(lambda found: found.group(1), text)
    has_markup = (
        BLOCK_START.search(text) or re.search(r"[*_`]|<[A-Za-z/!?]|!\[", text) or CITATION.search(plain_links)
        or re.search(r"[\[\]]", plain_links))
    is_soft = any(re.search(r"(?<!\\)(?<!  )\n", paragraph) for paragraph in paragraphs)
    if not has_markup and not is_soft:
        lines = ["\n".join(re.split(r"(?:\\| {2,})\n[ \t]*", LINK.sub(lambda found: found.group(1), paragraph))) for paragraph in paragraphs]
        return Plain(restored("\n\n".join(line.strip(" \t") for line in lines)), None)
    # Titles and citations are filled in by the compiler: what stands between them must be there.
    text = CITATION.sub("\x00", AUTOLINK.sub("\x00", LINK.sub(lambda found: found.group(1), text)))
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|<[A-Za-z/!?][^>]*>", "\x00", text)
    text = re.sub(r"(?m)^[ \t>]*(?:\d{1,9}[.)](?=[ \t])|[-+*](?=[ \t]))", "\x00", text)
    return Plain(None, [piece for piece in (letters(restored(part)) for part in re.split("\x00|\n", text)) if piece])


# MARK: The consultation, counted

class Consultation:
    """What the YAML says, and what is wrong with it so that no count is the right one."""

    def __init__(self):
        self.respondents = []  # dictionaries as in the JSON
        self.viewpoints = []  # dictionaries as in the JSON, the texts as `Plain`
        self.responses = {}
        self.problems = []


def read_consultation(content, name):
    folder = os.path.join(content, "remisser", name)
    head = nfc(load(os.path.join(folder, "remiss.yaml")))
    if not isinstance(head, dict):
        raise CannotRead(f"{folder}/remiss.yaml har inga nycklar")
    result = Consultation()
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "svar", "*.yaml"))):
        response = nfc(load(path))
        if not isinstance(response, dict) or not response.get("respondent"):
            result.problems.append(f"{os.path.basename(path)}: saknar respondent")
            continue
        if response["respondent"] in result.responses:
            result.problems.append(f"{response['respondent']}: två svar")
        result.responses[response["respondent"]] = response
    dispositions = read_dispositions(folder, result)
    for one in as_list(head.get("remissinstanser")):
        respondent = {key: one.get(key) for key in ("id", "namn", "typ", "svarsläge")}
        response = result.responses.get(one.get("id"))
        viewpoints = as_list(response.get("synpunkter")) if response else []
        respondent |= {key: response.get(key) for key in ("hållning", "behandlingsläge")} if response else {}
        result.respondents.append({key: value for key, value in respondent.items() if value not in (None, "")} | {"synpunkter": len(viewpoints)})
        result.viewpoints += [viewpoint_row(one["id"], viewpoint, dispositions.get(viewpoint.get("id"))) for viewpoint in viewpoints]
    check_input(result, dispositions)
    return result


def read_dispositions(folder, result):
    path = os.path.join(folder, "hantering.yaml")
    if not os.path.exists(path):
        return {}
    found = {}
    for entry in as_list(nfc(load(path))):
        name = entry.get("synpunkt")
        if name in found:
            result.problems.append(f"{name}: två hanteringar")
        found[name] = entry
    return found


def viewpoint_row(respondent, source, disposition):
    disposition = disposition or {}
    row = {"remissinstans": respondent, "id": source.get("id"), "gäller": list(dict.fromkeys(as_list(source.get("gäller"))))}
    # Where nothing says what a viewpoint is fastened to, it shows by what it names.
    row["ankare"] = source.get("ankare") or ("saknas" if source.get("saknas-i") else "element" if row["gäller"] else "helhet")
    for key in ("saknas-i", "hållning", "slag", "vikt", "beslutas-av", "citat"):
        row[key] = source.get(key)
    row["konsekvenser"] = as_list(source.get("konsekvenser"))
    for key in ("bekymmer", "önskan", "förslag"):
        row[key] = plain(source[key]) if source.get(key) else None
    row["utfall"] = disposition.get("utfall")
    row["skäl"] = plain(disposition["skäl"]) if disposition.get("skäl") else None
    row["finns-i"] = as_list(disposition.get("finns-i"))
    if row["citat"]:
        row["citat"] = row["citat"].rstrip("\n")
    return {key: value for key, value in row.items() if value not in (None, "", []) or key == "gäller"}


def check_input(result, dispositions):
    """What makes two counts possible."""
    problems = result.problems

    def known(value, values, what, whom):
        if value is not None and value not in values:
            problems.append(f"{whom}: {what} ”{value}” finns inte")

    listed = collections.Counter(one.get("id") for one in result.respondents)
    problems += [f"{name}: står {count} gånger bland remissinstanserna" for name, count in listed.items() if count > 1]
    problems += [f"{name}: har svarat men står inte bland remissinstanserna" for name in result.responses if name not in listed]
    for one in result.respondents:
        known(one.get("typ"), TYPES, "typen", one.get("id"))
        for key in ("svarsläge", "hållning", "behandlingsläge"):
            known(one.get(key), VALUES[key], key, one.get("id"))
        if "svarsläge" not in one:
            problems.append(f"{one.get('id')}: saknar svarsläge")
    counts = collections.Counter(row.get("id") for row in result.viewpoints)
    problems += [f"{name}: {count} synpunkter har samma id" for name, count in counts.items() if count > 1]
    problems += [f"{name}: hanteras men finns inte bland synpunkterna" for name in dispositions if name not in counts]
    for row in result.viewpoints:
        name = row.get("id")
        known(row.get("hållning"), VALUES["ställning"], "hållningen", name)
        known(row.get("slag"), VALUES["slag"], "slaget", name)
        known(row.get("vikt"), VALUES["vikt"][:-1], "vikten", name)
        known(row.get("ankare"), VALUES["ankare"], "ankaret", name)
        known(row.get("utfall"), VALUES["utfall"][:-1], "utfallet", name)
        for value in row.get("konsekvenser", []):
            known(value, CONSEQUENCES, "konsekvensen", name)
        problems += [f"{name}: saknar {key}" for key in ("hållning", "slag") if key not in row]
        if row.get("ankare") == "element" and not row["gäller"]:
            problems.append(f"{name}: är fäst vid en del men säger inte vilken")
        if row.get("ankare") == "saknas" and not row.get("saknas-i"):
            problems.append(f"{name}: säger inte i vilken del något saknas")


def totals(consultation):
    """The totals as the JSON has them."""
    def tally(group, values):
        counts = collections.Counter(values)
        return {value: counts[value] for value in VALUES[group]}

    respondents, rows = consultation.respondents, consultation.viewpoints
    return {
        "remissinstanser": len(respondents),
        "svarsläge": tally("svarsläge", (one.get("svarsläge") for one in respondents)),
        "hållning": tally("hållning", (one.get("hållning") for one in consultation.responses.values())),
        "behandlingsläge": tally("behandlingsläge", (one.get("behandlingsläge") for one in consultation.responses.values())),
        "synpunkter": len(rows),
        "ställning": tally("ställning", (row.get("hållning") for row in rows)),
        "slag": tally("slag", (row.get("slag") for row in rows)),
        "vikt": tally("vikt", (row.get("vikt", "ej angiven") for row in rows)),
        "ankare": tally("ankare", (row.get("ankare") for row in rows)),
        "utfall": tally("utfall", (row.get("utfall", "ohanterad") for row in rows))}


def places(row):
    """The elements that a viewpoint counts for."""
    if row["ankare"] == "element":
        return row["gäller"]
    return ["helhet"] if row["ankare"] == "helhet" else [f"saknas:{row.get('saknas-i', '')}"]


def matrix(consultation):
    """Element → respondent → stance → number, of elements that have a viewpoint."""
    result = {}
    for row in consultation.viewpoints:
        for place in places(row):
            cell = result.setdefault(place, {}).setdefault(row["remissinstans"], collections.Counter())
            cell[row.get("hållning")] += 1
    return result


def flat(counted):
    """`svarsläge:inkommet` → number; `synpunkter` → number."""
    result = {}
    for group, value in counted.items():
        if isinstance(value, dict):
            result |= {f"{group}:{name}": number for name, number in value.items()}
        else:
            result[group] = value
    return result


# MARK: Comparing

class Differences(list):
    """What differs, in words; counts what was looked at."""

    def __init__(self):
        super().__init__()
        self.looked_at = 0

    def same(self, found, expected, where):
        self.looked_at += 1
        if found != expected or type(found) is bool:
            self.append(f"{where}: {shown(found)} i stället för {shown(expected)}")

    def same_names(self, found, expected, where):
        """The same names, each once, in any order."""
        counts = collections.Counter(found)
        self.looked_at += len(expected)
        self.extend(f"{where}: ”{name}” står {count} gånger" for name, count in counts.items() if count > 1)
        wanted = set(expected)
        self.extend(f"{where}: ”{name}” saknas" for name in dict.fromkeys(expected) if name not in counts)
        self.extend(f"{where}: ”{name}” ska inte vara med" for name in counts if name not in wanted)


def shown(value):
    text = "inget" if value is None else f"”{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= 300 else text[:300] + " …"


def unescaped_cell(text):
    """A cell without the apostrophe that keeps it from being a formula."""
    return text[1:] if text.startswith("'") and text[1:2] and text[1] in FORMULA_STARTS else text


def compare_text(differences, found, expected, where):
    """A text, exactly or by its words."""
    differences.looked_at += 1
    if isinstance(expected, Plain):
        wrong = expected.differs(nfc(found)) if isinstance(found, str) else f"{shown(found)} i stället för text"
        if wrong:
            differences.append(f"{where}: {wrong}")
    elif found != expected:
        differences.append(f"{where}: {shown(found)} i stället för {shown(expected)}")


def by_id(differences, rows, key, where):
    """Rows by their id; told when one is there twice."""
    result = {}
    for row in rows:
        name = row.get(key)
        if name in result:
            differences.append(f"{where}: ”{name}” står två gånger")
        result[name] = row
    return result


# MARK: sammanstallning.json

def load_json(folder):
    return loaded_json(*state_of(os.path.join(folder, "sammanstallning.json")))


# Four checks read it, and it may be large.
@functools.lru_cache(maxsize=1)
def loaded_json(path, time, size):
    with open(path, encoding="utf-8") as file:
        return nfc(json.load(file))


def check_json_totals(consultation, name, folder):
    differences = Differences()
    found = load_json(folder)
    differences.same(found.get("format"), "styrdok-sammanställning", "format")
    differences.same(found.get("version"), 1, "version")
    differences.same(found.get("remiss"), name, "remiss")
    numbers, expected = flat(found.get("totaler", {})), flat(totals(consultation))
    differences.same_names(list(numbers), list(expected), "totaler")
    for key in expected.keys() & numbers.keys():
        differences.same(numbers[key], expected[key], f"totaler {key}")
    return differences


def check_json_respondents(consultation, folder):
    differences = Differences()
    found = load_json(folder).get("remissinstanser", [])
    rows = by_id(differences, found, "id", "remissinstanser")
    differences.same_names(list(rows), [one["id"] for one in consultation.respondents], "remissinstanser")
    for one in consultation.respondents:
        if one["id"] in rows:
            for key in ("namn", "typ", "svarsläge", "hållning", "behandlingsläge", "synpunkter"):
                differences.same(rows[one["id"]].get(key), one.get(key), f"{one['id']} {key}")
                refuse_empty(differences, rows[one["id"]], key, one["id"])
    return differences


def check_json_elements(consultation, folder):
    differences = Differences()
    expected = matrix(consultation)
    rows = by_id(differences, load_json(folder).get("delar", []), "adress", "delar")
    differences.same_names(list(rows), list(expected), "delar")
    for address, cells in expected.items():
        if address in rows:
            stances = sum(cells.values(), collections.Counter())
            differences.same(rows[address].get("synpunkter"), sum(stances.values()), f"{address} synpunkter")
            differences.same(rows[address].get("ställning"), dict(stances), f"{address} ställning")
            differences.looked_at += 1
            # The whole, and what is missing, are no elements and so of no kind.
            wanted = ("titel",) if address == "helhet" or address.startswith("saknas:") else ("titel", "slag")
            differences.extend(f"{address}: saknar {key}" for key in wanted if not rows[address].get(key))
    return differences


def check_json_viewpoints(consultation, folder):
    differences = Differences()
    rows = by_id(differences, load_json(folder).get("synpunkter", []), "id", "synpunkter")
    differences.same_names(list(rows), [row["id"] for row in consultation.viewpoints], "synpunkter")
    for row in consultation.viewpoints:
        found = rows.get(row["id"])
        if found is None:
            continue
        for key in ("remissinstans", *KEYS.values()):
            where = f"{row['id']} {key}"
            if key in LISTS:
                differences.same(as_list(found.get(key)), row.get(key, []), where)
            else:
                compare_text(differences, found.get(key), row.get(key), where)
            if key != "gäller":
                refuse_empty(differences, found, key, row["id"])
    return differences


def refuse_empty(differences, row, key, where):
    """Empty facts are left out, never written as nothing."""
    if key in row and row[key] in (None, "", []):
        differences.append(f"{where}: {key} är tomt men utskrivet")


# MARK: CSV

CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n|\Z)')


def read_csv(path, differences):
    """The records of a file with `;` and CRLF, read strictly: any other line end or stray quote is told."""
    with open(path, "rb") as file:
        data = file.read()
    if not data.startswith(b"\xef\xbb\xbf"):
        differences.append("filen börjar inte med BOM, så Excel läser å, ä och ö fel")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        differences.append(f"filen är inte UTF-8: {error}")
        return []
    if text.startswith("\ufeff"):
        differences.append("filen har två BOM")
    records, record, place = [], [], 0
    while place < len(text):
        found = CELL.match(text, place)
        if not found:
            line = text.count("\n", 0, place) + 1
            differences.append(f"rad {line}: citattecken eller radslut är fel vid {text[place:place + 40]!r} (poster slutar med CRLF)")
            return records
        record.append(found.group(2) if found.group(1) is None else found.group(1).replace('""', '"'))
        if found.group(1) is not None and "\r\n" in found.group(1):
            differences.append(f"post {len(records) + 1}: en cell har CRLF inom sig, inte bara LF")
        place = found.end()
        if found.group(3) != ";":
            records.append(record)
            record = []
            if not found.group(3):
                differences.append("sista posten slutar inte med CRLF")
        elif place == len(text):
            record.append("")
            records.append(record)
            differences.append("sista posten slutar inte med CRLF")
    # The library reads it the same way, as any other program would.
    if [row for row in csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=";")] != records:
        differences.append("en annan läsare av CSV får andra celler")
    for number, row in enumerate(records, 1):
        for cell in row:
            if cell.startswith(FORMULA_STARTS):
                differences.append(f"post {number}: cellen {shown(cell)} blir en formel; den ska ha en apostrof först")
    return [[nfc(cell) for cell in row] for row in records]


def check_guard(differences, found, expected, where):
    """The apostrophe stands before what needs it, and before nothing else."""
    wanted = "'" + expected if expected.startswith(FORMULA_STARTS) else expected
    if found != wanted and unescaped_cell(found) == unescaped_cell(wanted):
        differences.append(f"{where}: apostrofen är fel: {shown(found)} i stället för {shown(wanted)}")
        return True
    return False


def check_rows(differences, records, consultation, guarded):
    """A table with one row a viewpoint; `guarded` where an apostrophe stands before what looks like a formula."""
    if not records:
        differences.append("tabellen är tom")
        return
    differences.same(list(records[0]), list(COLUMNS), "rubrikerna")
    if list(records[0]) != list(COLUMNS):
        return
    rows = {}
    for number, record in enumerate(records[1:], 2):
        if len(record) != len(COLUMNS):
            differences.append(f"post {number}: {len(record)} celler i stället för {len(COLUMNS)}")
            continue
        row = dict(zip(COLUMNS, record))
        name = unescaped_cell(row["Id"])
        if name in rows:
            differences.append(f"”{name}” står två gånger")
        rows[name] = row
    differences.same_names(list(rows), [row["id"] for row in consultation.viewpoints], "raderna")
    people = {one["id"]: one for one in consultation.respondents}
    # The respondent's name, or its id, but the same all through; so too with what nobody has handled.
    named, unhandled = None, set()
    for row in consultation.viewpoints:
        found = rows.get(row["id"])
        if found is None:
            continue
        person = people[row["remissinstans"]]
        cell = unescaped_cell(found["Remissinstans"])
        kind = "namn" if cell == person.get("namn") else "id" if cell == person["id"] else None
        if kind is None or named not in (None, kind):
            differences.append(f"{row['id']} Remissinstans: {shown(cell)} i stället för {shown(person[named or 'namn'])}")
        named = named or kind
        expected = {"Typ": person.get("typ", "")} | {column: row.get(key, "") for column, key in KEYS.items()}
        for column, value in expected.items():
            where, cell = f"{row['id']} {column}", found[column]
            if column == "Utfall" and not value and cell in ("", UNHANDLED):
                unhandled.add(cell)
                continue
            if KEYS.get(column) in LISTS:
                differences.same(re.split(r"[\s,;]+", unescaped_cell(cell).strip()) if cell.strip() else [], list(value or []), where)
            elif isinstance(value, Plain):
                if guarded and value.exact is not None and check_guard(differences, cell, value.exact, where):
                    continue
                compare_text(differences, unescaped_cell(cell) if needs_guard(value) else cell, value, where)
            elif not (guarded and check_guard(differences, cell, value, where)):
                differences.same(unescaped_cell(cell) if value.startswith(FORMULA_STARTS) else cell, value, where)
    if len(unhandled) > 1:
        differences.append(f"Utfall: somliga ohanterade är tomma, andra ”{UNHANDLED}”")


def needs_guard(value):
    return value.exact is None or value.exact.startswith(FORMULA_STARTS)


def check_viewpoints_csv(consultation, folder):
    differences = Differences()
    records = read_csv(os.path.join(folder, "synpunkter.csv"), differences)
    check_rows(differences, records, consultation, guarded=True)
    return differences


# MARK: The matrix

STANCE = re.compile(r"(\d[\d\s\u00a0\u202f]*)\s*(stöder med förbehåll|stöder|invänder|önskar|neutral)(?!\w)")


def stances_in(text):
    """What a cell says: stances with their numbers, `–` or `svarade inte`; none of them is an error."""
    found = collections.Counter()
    for number, stance in STANCE.findall(text):
        found[stance] += int(re.sub(r"\s", "", number))
    return found


def check_cell(differences, text, cell, answered, where):
    differences.looked_at += 1
    text = " ".join(text.split())
    found = stances_in(text)
    if not answered:
        if SILENT not in text.lower() or found:
            differences.append(f"{where}: {shown(text)} i stället för ”{SILENT}”")
    elif not cell:
        if found or NOTHING not in text or SILENT in text.lower():
            differences.append(f"{where}: {shown(text)} i stället för ”{NOTHING}”")
    elif found != cell or SILENT in text.lower():
        wanted = ", ".join(f"{cell[stance]} {stance}" for stance in VALUES["ställning"] if cell[stance])
        differences.append(f"{where}: {shown(text)} i stället för ”{wanted}”")


def check_matrix(differences, records, consultation, elements):
    """A table element × respondent; `elements` is what the JSON says of each element, for its title and kind."""
    if not records:
        differences.append("tabellen är tom")
        return
    header = [unescaped_cell(cell) for cell in records[0]]
    differences.same(header[:4], list(MATRIX), "rubrikerna")
    names = [one.get("namn", one["id"]) for one in consultation.respondents]
    ids = [one["id"] for one in consultation.respondents]
    differences.same(header[4:], ids if header[4:] == ids else names, "rubrikerna för instanserna")
    if header[:4] != list(MATRIX) or header[4:] not in (ids, names):
        return
    expected, rows = matrix(consultation), {}
    for number, record in enumerate(records[1:], 2):
        if len(record) != len(header):
            differences.append(f"rad {number}: {len(record)} celler i stället för {len(header)}")
            continue
        address = unescaped_cell(record[0])
        if address in rows:
            differences.append(f"”{address}” står två gånger")
        rows[address] = record
    differences.extend(f"”{address}” saknas" for address in expected if address not in rows)
    for address, record in rows.items():
        cells = expected.get(address, {})
        differences.same(number_in(record[3]), sum(sum(cell.values()) for cell in cells.values()), f"{address} Synpunkter")
        for respondent, text in zip(ids, record[4:]):
            check_cell(differences, text, cells.get(respondent), respondent in consultation.responses, f"{address}, {respondent}")
        if address in elements:
            differences.same(unescaped_cell(record[1]), elements[address].get("slag", ""), f"{address} Slag")
            differences.same(unescaped_cell(record[2]), elements[address].get("titel", ""), f"{address} Titel")


def number_in(text):
    digits = re.sub(r"[\s\u00a0\u202f]", "", str(text))
    return int(digits) if digits.isdecimal() else text


def json_elements(folder):
    try:
        return {row.get("adress"): row for row in load_json(folder).get("delar", [])}
    except (OSError, ValueError):
        return {}


def check_matrix_csv(consultation, folder):
    differences = Differences()
    records = read_csv(os.path.join(folder, "jamforelse.csv"), differences)
    check_matrix(differences, records, consultation, json_elements(folder))
    return differences


# MARK: XLSX

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Sheet:
    """The rows of a sheet, and how it is shown."""

    def __init__(self):
        self.rows, self.formulas, self.numbers = [], [], set()
        self.frozen_rows, self.filtered = 0, None


def read_workbook(path, differences):
    """Sheets by name, in order; what a workbook of text and numbers should not have is told."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        for name in names:
            if re.search(r"vbaProject|externalLink|embeddings|activeX|connections", name):
                differences.append(f"arbetsboken har {name}")
        strings = []
        if "xl/sharedStrings.xml" in names:
            strings = [string_of(item) for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml")).iter(f"{MAIN}si")]
        targets = {
            relation.get("Id"): relation.get("Target")
            for relation in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
        sheets = {}
        for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
            target = targets[sheet.get(RELATION)]
            target = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            sheets[nfc(sheet.get("name"))] = read_sheet(archive, target, strings)
        return sheets


def string_of(item):
    """The text of a shared or inline string; phonetic readings left out."""
    runs = [item.find(f"{MAIN}t"), *(run.find(f"{MAIN}t") for run in item.findall(f"{MAIN}r"))]
    text = "".join(run.text or "" for run in runs if run is not None)
    return nfc(re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text))


def read_sheet(archive, name, strings):
    sheet = Sheet()
    # One row at a time: a sheet may be large.
    with archive.open(name) as file:
        for _, element in ElementTree.iterparse(file):
            if element.tag == f"{MAIN}pane" and element.get("state") in ("frozen", "frozenSplit"):
                sheet.frozen_rows = int(float(element.get("ySplit", "0")))
            elif element.tag == f"{MAIN}autoFilter":
                sheet.filtered = element.get("ref")
            elif element.tag == f"{MAIN}row":
                read_row(sheet, element, strings)
                element.clear()
    return sheet


def read_row(sheet, element, strings):
    number = int(element.get("r", len(sheet.rows) + 1))
    while len(sheet.rows) < number:
        sheet.rows.append([])
    row = sheet.rows[number - 1]
    for cell in element.iter(f"{MAIN}c"):
        reference = cell.get("r")
        column = column_number(reference) if reference else len(row)
        while len(row) <= column:
            row.append("")
        kind, value = cell.get("t", "n"), cell.find(f"{MAIN}v")
        if cell.find(f"{MAIN}f") is not None or kind == "str":
            sheet.formulas.append(reference or f"rad {number}")
        if kind == "s":
            row[column] = strings[int(value.text)]
        elif kind == "inlineStr":
            row[column] = string_of(cell.find(f"{MAIN}is"))
        elif value is not None and value.text:
            row[column] = value.text if kind != "n" else repr(float(value.text)).removesuffix(".0")
            if kind == "n":
                sheet.numbers.add((number - 1, column))


def column_number(reference):
    number = 0
    for letter in re.match(r"[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def padded(sheet):
    """Rows of the header's width: empty cells at the end need not be written."""
    rows = [row for row in sheet.rows if any(row)]
    width = len(rows[0]) if rows else 0
    return [row + [""] * (width - len(row)) for row in rows]


def check_workbook(consultation, folder):
    differences = Differences()
    sheets = read_workbook(os.path.join(folder, "jamforelse.xlsx"), differences)
    differences.same(list(sheets), list(SHEETS), "bladen")
    for name in SHEETS:
        sheet = sheets.get(name)
        if sheet is None:
            continue
        differences.looked_at += 1
        differences.extend(f"{name}: {place} är en formel" for place in sheet.formulas)
        if name == "Totaler":
            continue
        if sheet.frozen_rows < 1:
            differences.append(f"{name}: rubrikraden är inte låst")
        if not sheet.filtered:
            differences.append(f"{name}: saknar autofilter")
        else:
            last = re.search(r"(\d+)$", sheet.filtered.replace("$", ""))
            if not last or int(last.group(1)) < len(sheet.rows):
                differences.append(f"{name}: autofiltret {sheet.filtered} når inte till rad {len(sheet.rows)}")
    if "Totaler" in sheets:
        check_totals_sheet(differences, sheets["Totaler"], consultation)
    if "Matris" in sheets:
        found = Differences()
        check_matrix(found, padded(sheets["Matris"]), consultation, json_elements(folder))
        check_numbers(found, sheets["Matris"], "Synpunkter")
        merge(differences, found, "Matris")
    if "Synpunkter" in sheets:
        found = Differences()
        check_rows(found, padded(sheets["Synpunkter"]), consultation, guarded=False)
        merge(differences, found, "Synpunkter")
    if "Remissinstanser" in sheets:
        found = Differences()
        check_respondents_sheet(found, sheets["Remissinstanser"], consultation)
        merge(differences, found, "Remissinstanser")
    return differences


def merge(differences, found, where):
    differences.looked_at += found.looked_at
    differences.extend(f"{where}: {difference}" for difference in found)


def check_numbers(differences, sheet, column):
    """Numbers are numbers, so that they can be added."""
    header = sheet.rows[0] if sheet.rows else []
    if column in header:
        place = header.index(column)
        differences.extend(
            f"rad {number + 1}: {column} är text, inte ett tal" for number, row in enumerate(sheet.rows)
            if number > 0 and len(row) > place and row[place] != "" and (number, place) not in sheet.numbers)


def check_totals_sheet(differences, sheet, consultation):
    """Each value stands in one row, with its number behind it. No value is in two groups."""
    rows = {}
    for number, row in enumerate(sheet.rows):
        amounts = [place for place in range(len(row)) if (number, place) in sheet.numbers]
        if amounts:
            for cell in row[:amounts[0]]:
                rows.setdefault(str(cell).strip().lower(), []).append(row[amounts[0]])
    for key, expected in flat(totals(consultation)).items():
        value = key.partition(":")[2] or key
        found = rows.get(value)
        if found is None:
            differences.append(f"Totaler: ”{value}” saknas, eller har inget tal")
        else:
            differences.same([number_in(one) for one in found], [expected], f"Totaler {key}")


def check_respondents_sheet(differences, sheet, consultation):
    rows = padded(sheet)
    header = [cell.lower() for cell in rows[0]] if rows else []
    for needed in ("namn", "svarsläge", "synpunkter"):
        if needed not in header:
            differences.append(f"kolumnen ”{needed.capitalize()}” saknas")
            return
    found = by_id(differences, [dict(zip(header, row)) for row in rows[1:]], "namn", "raderna")
    differences.same_names(list(found), [one.get("namn") for one in consultation.respondents], "raderna")
    for one in consultation.respondents:
        row = found.get(one.get("namn"))
        for key in ("id", "typ", "svarsläge", "hållning", "behandlingsläge", "synpunkter"):
            # Silence may be said in words, where the stance would stand.
            if row is not None and key == "hållning" and row.get(key) == SILENT and one["id"] not in consultation.responses:
                continue
            if row is not None and key in header:
                differences.same(number_in(row[key]) if key == "synpunkter" else row[key], one.get(key, ""), f"{one['id']} {key}")
    check_numbers(differences, sheet, rows[0][header.index("synpunkter")])


# MARK: HTML

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Found:
    """An element that was asked for, and its text."""

    def __init__(self, key, attributes):
        self.key, self.attributes = key, attributes
        self.text, self.folded = [], []
        # How many of these are open inside it.
        self.inside = {"details": 0, "summary": 0}


class Page(html.parser.HTMLParser):
    """The text of elements that `wanted` asks for: a function from tag and attributes to a key, or nothing."""

    UNREAD = ("script", "style", "template")

    def __init__(self, wanted):
        super().__init__(convert_charrefs=True)
        self.wanted = wanted
        self.found, self.ids, self.scripts, self.events = [], [], [], []
        self.open = []  # (tag, what was found there or nothing)
        self.within = []  # those of them that were found
        self.unread = 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.events += [f"{name}=\"{value}\"" for name, value in attributes.items() if name.startswith("on")]
        if tag == "script":
            self.scripts.append((attributes, []))
        key = self.wanted(tag, attributes)
        found = None if key is None else Found(key, attributes)
        if found:
            self.found.append(found)
        if tag in VOID:
            return
        self.count(tag, 1)
        self.open.append((tag, found))
        if found:
            self.within.append(found)

    def handle_endtag(self, tag):
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place][0] == tag:
                while len(self.open) > place:
                    closed, found = self.open.pop()
                    if found:
                        self.within.pop()
                    self.count(closed, -1)
                return

    def count(self, tag, step):
        if tag in self.UNREAD:
            self.unread += step
        elif tag in ("details", "summary"):
            for found in self.within:
                found.inside[tag] += step

    def handle_data(self, data):
        if self.unread:
            if self.open[-1][0] == "script":
                self.scripts[-1][1].append(data)
            return
        for found in self.within:
            # What is folded away, but not the line that opens it, is the words behind and not the cell itself.
            (found.folded if found.inside["details"] and not found.inside["summary"] else found.text).append(data)


# What a page runs, by its path and state: a page may be large, and each is read once.
RUN_BY_PAGE = {}


def state_of(path):
    status = os.stat(path)
    return path, status.st_mtime_ns, status.st_size


def read_page(path, wanted, page=None):
    state = state_of(path)
    page = page or Page(wanted)
    with open(path, encoding="utf-8", newline="") as file:
        page.feed(nfc(file.read()))
    page.close()
    RUN_BY_PAGE[state] = (page.events, page.scripts)
    return page


def run_by(path):
    """The events and the scripts of a page."""
    if state_of(path) not in RUN_BY_PAGE:
        read_page(path, lambda tag, attributes: None)
    return RUN_BY_PAGE[state_of(path)]


def pages(folder, pattern):
    return sorted(glob.glob(os.path.join(glob.escape(folder), pattern)))


def check_html_totals(consultation, folder):
    differences = Differences()
    page = read_page(os.path.join(folder, "index.html"), lambda tag, attributes: attributes.get("data-total"))
    expected, seen = flat(totals(consultation)), set()
    # The page may say how many answered; the JSON has no such total.
    also = {"svar": len(consultation.responses)}
    for found in page.found:
        key = found.key
        seen.add(key)
        if key not in expected | also:
            differences.append(f"data-total=\"{key}\" finns inte")
        else:
            differences.same(number_in("".join(found.text + found.folded)), (expected | also)[key], f"data-total=\"{key}\"")
    differences.extend(f"data-total=\"{key}\" saknas" for key in expected if key not in seen)
    return differences


class MatrixPage(Page):
    """The cells of a matrix, by the part that their row names and the body that their column's heading names."""

    def __init__(self):
        super().__init__(self.cell)
        self.part, self.column, self.columns = None, 0, []

    def cell(self, tag, attributes):
        if tag == "tr":
            self.part, self.column = attributes.get("data-del"), 0
        elif tag in ("td", "th"):
            self.column += 1
            if self.part is None:
                self.columns.append(attributes.get("data-instans"))
            elif tag == "td":
                respondent = self.columns[self.column - 1]
                return (self.part, respondent) if respondent is not None else None
        return None


def check_html_matrix(consultation, folder):
    differences = Differences()
    files = pages(folder, "jamforelse*.html")
    if not files:
        raise FileNotFoundError(2, "filen finns inte", "jamforelse.html")
    expected, seen = matrix(consultation), set()
    ids = {one["id"] for one in consultation.respondents}
    for path in files:
        for found in read_page(path, None, MatrixPage()).found:
            address, respondent = found.key
            where = f"{address}, {respondent}"
            if (address, respondent) in seen:
                differences.append(f"{where}: står två gånger")
            seen.add((address, respondent))
            if respondent not in ids:
                differences.append(f"{where}: instansen finns inte")
            else:
                cell = expected.get(address, {}).get(respondent)
                check_cell(differences, "".join(found.text), cell, respondent in consultation.responses, where)
    differences.extend(f"{address}, {respondent}: saknas" for address in expected for respondent in sorted(ids) if (address, respondent) not in seen)
    return differences


def is_viewpoint(tag, attributes):
    return attributes.get("id", "") if "synpunkt" in (attributes.get("class") or "").split() else None


def slug(text):
    """As ids are made: lower case, å and ä as a, ö as o."""
    text = unicodedata.normalize("NFD", text.lower())
    return re.sub(r"[^a-z0-9]+", "-", "".join(sign for sign in text if not unicodedata.combining(sign))).strip("-")


def check_html_viewpoints(consultation, folder):
    """One section a viewpoint, each with an id of its own, and with the words of the viewpoint."""
    differences = Differences()
    files = pages(folder, "sammanstallning*.html")
    if not files:
        raise FileNotFoundError(2, "filen finns inte", "sammanstallning.html")
    rows = {row["id"]: row for row in consultation.viewpoints}
    by_slug = {slug(name): name for name in rows}
    seen, count = collections.Counter(), 0
    for path in files:
        page = read_page(path, is_viewpoint)
        name = os.path.basename(path)
        differences.extend(f"{name}: id ”{one}” står {times} gånger" for one, times in collections.Counter(page.ids).items() if times > 1)
        for found in page.found:
            count += 1
            key, whole = found.key, "".join(found.text + found.folded)
            viewpoint = viewpoint_of(key, whole, rows, by_slug)
            if not key:
                differences.append(f"{name}: en synpunkt saknar id: {shown(' '.join(whole.split())[:80])}")
            if viewpoint is None:
                differences.append(f"{name}: ”{key}” är ingen synpunkt som finns")
                continue
            seen[viewpoint] += 1
            check_words(differences, rows[viewpoint], whole)
    differences.same(count, len(rows), "antalet synpunkter")
    differences.extend(f"{name}: står {times} gånger" for name, times in seen.items() if times > 1)
    differences.extend(f"{name}: saknas" for name in rows if name not in seen)
    return differences


def viewpoint_of(key, text, rows, by_slug):
    """Which viewpoint a section is about: by its id, or by the first word that is one."""
    if key in rows:
        return key
    parts = key.split("-")
    for start in range(len(parts)):
        name = by_slug.get("-".join(parts[start:]))
        if name:
            return name
    return next((word for word in text.split() if word in rows), None)


def check_words(differences, row, text):
    found = letters(text)
    for key in ("citat", *PROSE):
        value = row.get(key)
        if value is None:
            continue
        if isinstance(value, str):
            pieces = [letters(value)]
        else:
            pieces = value.words if value.exact is None else [letters(line) for line in value.exact.split("\n")]
        differences.looked_at += 1
        place = 0
        for piece in pieces:
            at = found.find(piece, place)
            if at < 0:
                differences.append(f"{row['id']}: orden i {key} saknas: {shown(piece)}")
                break
            place = at + len(piece)


def check_scripts(folder):
    """Nothing that a respondent wrote is run: a script is a file of its own, or data."""
    differences = Differences()
    for path in [path for pattern in ("index.html", "jamforelse*.html", "sammanstallning*.html") for path in pages(folder, pattern)]:
        events, scripts = run_by(path)
        differences.looked_at += 1
        name = os.path.basename(path)
        differences.extend(f"{name}: händelsen {shown(event)}" for event in events)
        differences.extend(
            f"{name}: ett skript i sidan: {shown(''.join(text))}" for attributes, text in scripts
            if attributes.get("type") != "application/json" and "".join(text).strip())
    return differences


# MARK: All checks

class Check:
    """One check: its name, and what differed."""

    def __init__(self, name, differences, looked_at=0):
        self.name, self.differences, self.looked_at = name, list(differences), looked_at

    @property
    def is_right(self):
        return not self.differences

    def lines(self):
        if self.is_right:
            return [f"rätt: {self.name} ({self.looked_at} jämförelser)"]
        more = len(self.differences) - SHOWN
        return [
            f"FEL:  {self.name}: {len(self.differences)} skillnader", *(f"      {one}" for one in self.differences[:SHOWN]),
            *([f"      … och {more} till"] if more > 0 else [])]


def check_not_empty(consultation):
    """An empty consultation is right by chance only."""
    differences = Differences()
    if not consultation.respondents:
        differences.append("remissen har inga remissinstanser")
    if not consultation.responses:
        differences.append("remissen har inga svar")
    if not consultation.viewpoints:
        differences.append("remissen har inga synpunkter: det finns inget att räkna")
    differences.looked_at = len(consultation.viewpoints)
    return differences


def run(name, function):
    """One check; what can't be read at all is a difference too."""
    try:
        differences = function()
        if not differences and not differences.looked_at:
            differences.append("inget jämfördes")
        return Check(name, differences, differences.looked_at)
    except FileNotFoundError as error:
        return Check(name, [f"{os.path.basename(str(error.filename))} finns inte"])
    except (OSError, ValueError, KeyError, AttributeError, TypeError, IndexError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        return Check(name, [f"går inte att läsa: {type(error).__name__}: {error}"])


def recount(content, name, output):
    """Every check of a consultation, in order."""
    consultation = read_consultation(content, name)
    folder = os.path.join(output, "remisser", name)
    problems = Differences()
    problems.extend(consultation.problems)
    problems.looked_at = len(consultation.respondents) + len(consultation.viewpoints)
    checks = (
        ("remissen är inte tom", lambda: check_not_empty(consultation)),
        ("underlaget går att räkna på ett sätt", lambda: problems),
        ("sammanstallning.json, totaler", lambda: check_json_totals(consultation, name, folder)),
        ("sammanstallning.json, remissinstanser", lambda: check_json_respondents(consultation, folder)),
        ("sammanstallning.json, delar", lambda: check_json_elements(consultation, folder)),
        ("sammanstallning.json, synpunkter", lambda: check_json_viewpoints(consultation, folder)),
        ("synpunkter.csv", lambda: check_viewpoints_csv(consultation, folder)),
        ("jamforelse.csv", lambda: check_matrix_csv(consultation, folder)),
        ("jamforelse.xlsx", lambda: check_workbook(consultation, folder)),
        ("index.html, totaler", lambda: check_html_totals(consultation, folder)),
        ("jamforelse.html, matris", lambda: check_html_matrix(consultation, folder)),
        ("sammanstallning*.html, synpunkter", lambda: check_html_viewpoints(consultation, folder)),
        ("sidorna kör inget som någon skrev", lambda: check_scripts(folder)))
    return [run(title, function) for title, function in checks]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("content", help="innehållets mapp, den som har styrdok.yaml")
    parser.add_argument("consultation", help="remissens id")
    parser.add_argument("output", help="mappen som Styrdok skrev till")
    options = parser.parse_args()
    try:
        checks = recount(options.content, options.consultation, options.output)
    except CannotRead as error:
        print(f"recount: {error}", file=sys.stderr)
        return 2
    for check in checks:
        print("\n".join(check.lines()))
    wrong = [check for check in checks if not check.is_right]
    print("Allt stämmer." if not wrong else f"{len(wrong)} av {len(checks)} kontroller stämmer inte.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
