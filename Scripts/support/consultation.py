#!/usr/bin/env python3
"""Skriver en påhittad remiss med svar och hantering i ett innehåll som redan har ett program.

Mappen remisser/provremiss får remiss.yaml, svar/*.yaml och hantering.yaml, och remissen skrivs in i styrdok.yaml.
Texterna har med flit tecken som ställer till det: citattecken, semikolon, radbrytningar, emoji, kalkylformler, HTML och
Markdown. Samma innehåll, samma tal och samma frö ger samma byte.

Förvalet har motsägelser, så att regler har något att finna. --right lämnar dem utanför, och --broken lägger till fel
som gör att remissen inte går att räkna.
"""
# With 33 respondents and 60 viewpoints or more, every controlled value of the contract occurs.

import argparse
import json
import os
import random
import re
import shutil
import sys
import unicodedata

MARK = "# Påhittad remiss, skriven av consultation.py. Ingen av instanserna finns."
CONSULTATION = "provremiss"

TYPES = (
    ("stadsdelsnämnd", "Exempelstadens stadsdelsnämnd {}", "exempelstadsdel", "ESN"),
    ("facknämnd", "Exempelnämnd {}", "exempelnamnd", "EFN"),
    ("bolagsstyrelse", "Exempelbolaget {} AB:s styrelse", "exempelbolag", "EBS"),
    ("annan myndighet", "Exempelmyndighet {}", "exempelmyndighet", "EMY"),
    ("organisation", "Exempelorganisation {}", "exempelorganisation", "EOR"),
    ("råd", "Exempelrådet {}", "exempelrad", "ERD"))
# Names that a table, a list with semicolons or a spreadsheet may stumble over.
AWKWARD_NAMES = ("Exempelföreningen ”Åt alla; för alla” {}", "+1-föreningen Exempel {}", 'Exempelklubben "Tio & <elva>" {}')
COMMITTEES = ("stadsdelsnämnd", "facknämnd", "bolagsstyrelse")

# One of 33 bodies asked after another: all four states, most of them answers. The first one always answers.
ANSWERS = ["inkommet"] * 33
for place, state in {3: "ej inkommit", 8: "anstånd", 12: "avstår", 15: "ej inkommit", 20: "anstånd", 24: "avstår",
                     27: "ej inkommit", 30: "anstånd"}.items():
    ANSWERS[place] = state

WITHOUT_VIEWPOINTS = ("har inget att erinra", "avstår från att yttra sig")
APPROVALS = ("tillstyrker", "har inget att erinra")
CONDITIONAL = "tillstyrker under förutsättning att synpunkterna beaktas"
OVERALL = (
    "tillstyrker delvis", "tillstyrker", CONDITIONAL, "avstyrker", "tveksam, tar inte ställning", "har inget att erinra",
    "avstår från att yttra sig", "tillstyrker", CONDITIONAL, CONDITIONAL, "avstyrker", "tillstyrker delvis")

# Kinds that go with each stance; together all eleven.
PAIRS = tuple((stance, kind) for stance, kinds in {
    "stöder": ("stöd", "återgivning", "fakta"),
    "stöder med förbehåll": ("stöd", "förtydligande", "tillägg", "resurs"),
    "invänder": ("ändring", "strykning", "sakfel", "resurs", "ansvar eller mandat", "förtydligande"),
    "önskar": ("ändring", "tillägg", "strykning", "förtydligande", "fråga", "resurs", "ansvar eller mandat"),
    "neutral": ("fråga", "fakta", "återgivning", "sakfel")}.items() for kind in kinds)
ASKING = ("invänder", "önskar")
WORDED = ("ändring", "tillägg", "strykning")
CONSEQUENCES = ("ekonomi", "barn", "jämställdhet", "tillgänglighet", "juridik", "organisation")
DECIDERS = ("egen nämnd", "annan nämnd", "bolag", "kommunstyrelsen", "kommunfullmäktige", "staten", "annan", None)
WEIGHTS = ("avgörande", "viktig", "mindre", None)
ANCHORS = ("element",) * 23 + ("flera",) * 4 + ("helhet",) * 3 + ("saknas",) * 3
OUTCOMES = ("tillgodoses", "tillgodoses delvis", "tillgodoses inte", "redan tillgodosett", "hänskjuts", "noteras")
MET = ("tillgodoses", "tillgodoses delvis", "redan tillgodosett")
THEMES = ("ansvar", "barn och unga", "belysning", "ekonomi", "språk", "uppföljning; mått", "övrigt")

# What --right leaves out: contradictions, which a person may well write …
MILD = ("objects-without-reason", "change-without-wording", "two-claims", "kind-against-stance", "odd-quote")
# … and what only --broken writes, once each: facts that no count can be made of, or that the law forbids.
HARD_VIEWPOINT = (
    "unknown-address", "stance-missing", "wish-without-requirement", "anchor-without-address", "missing-without-part",
    "duplicate-viewpoint", "fact-undated")
HARD_DISPOSITION = ("met-without-place", "place-unknown", "outcome-unknown", "unknown-viewpoint", "disposition-twice")


class Draw:
    """Choices out of a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    # Everything is drawn through `random()`: of the generator's methods only its sequence is promised to be the same in
    # every version of Python.
    def below(self, count):
        return int(self.random() * count)

    def one_of(self, choices):
        return choices[int(self.random() * len(choices))]

    def shuffled(self, items):
        cards = list(items)
        for last in range(len(cards) - 1, 0, -1):
            other = self.below(last + 1)
            cards[last], cards[other] = cards[other], cards[last]
        return cards

    def deck(self, items):
        """Endless items, each once before any comes again: so nothing is left unused."""
        while True:
            yield from self.shuffled(items)


# MARK: Texts

PARTS = """förvaltningen nämnden bolaget skolan fritidsgården samordnaren kommunstyrelsen fältgruppen biblioteket
parkförvaltningen""".split()
SUBJECTS = (
    "belysningen i parken", "gångvägen vid ån", "samtalen med föräldrarna", "mötesplatsen för äldre", "städningen på torget",
    "kvällsöppet på biblioteket", "skötseln av grönytan", "enkäten till eleverna", "trygghetsvandringen", "stödet till unga")
LACKS = ("en tydlig gräns", "ett datum", "en ansvarig", "en källa", "ett mått", "en förklaring", "ett exempel", "en kostnad")
DOES = ("betalar för", "beslutar om", "ansvarar för", "följer upp", "sköter", "beställer")
SEES = ("Vi ser att", "Vi befarar att", "Det har visat sig att", "Erfarenheten säger att", "Många har sagt att")
EFFECTS = (
    "får vänta för länge", "inte räcker till", "faller mellan stolarna", "blir dyrare än väntat", "behandlas olika i kommunen",
    "saknar någon som bestämmer", "inte når dem som behöver det mest", "glöms bort under sommaren")
WISHES = ("Ange vem som {0} {1}.", "Skriv ut vem som {0} {1}.", "Låt {2} svara för {1}.", "Säg när {2} {0} {1}.")
REASONS = (
    "Det gäller {1}.", "{2} har prövat frågan om {1}.", "Frågan om {1} hör till {3}.", "Texten om {1} har fått ett förtydligande.",
    "Hur {3} {0} {1} avgörs varje år.", "Förslaget skulle göra att {1} {4}.")
# A cell that begins so is a formula to a spreadsheet.
FORMULAS = (
    "=cmd()", "+1", "-1,5", "@SUM(A1)", "=1+1", "=HYPERLINK(\"http://exempel.invalid\";\"klicka\")", "+46 8 123", "-", "@exempel",
    "=cmd|' /C calc'!A0")
AWKWARD = (
    "<script>alert(\"provremiss\")</script>", "<img src=x onerror=alert(1)>", "*inte fetstil*", "_inte kursivt_", "**två stjärnor**",
    "[inte en länk](kapitel:provremiss)", "[inte en länk]", "![inte en bild](x.png)", "`inte kod`", "``två``", "&amp;", "&#60;", "&copy",
    "C:\\mapp\\fil", "en \\ ensam", "5 < 6 & 7 > 6", "<kapitel:provremiss>", "<https://exempel.invalid>",
    "https://exempel.invalid/?a=1&b=2", "namn@exempel.invalid", "[@exempel, s. 3]", "[^1]", "{{malldel}}", "{{{malldel}}}", "%01n%02",
    "”krökta” och \"raka\" citattecken", "’enkla’ och 'raka'", "ett; två; tre", "a | b | c", "🙂", "👩‍👩‍👧 🇸🇪 👍🏽", "5\u00a0000 kr", "½ × ⅓ ≈ √2",
    "snake_case_ord", "2 * 3 * 4", "å ä ö Å Ä Ö é ü", "tabb\thär", "~~struket~~", "~ungefär~", "100 %", "# inte ett nummer", "''", "¿Qué?",
    "кириллица", "kommunfullmäktigesammanträdesprotokollsutdragsgranskningsunderlag", "</section>", "]]>", "<!-- dold -->", "\\", "$(id)")
# Lines that begin as something else than a paragraph would.
LINES = (
    "# inte en rubrik", "- inte en punkt", "+ inte heller", "* eller så", "1. inte först", "12) inte tolfte", "> inte ett citat", "---",
    "===", "***", "~~~", "```", "    ", "=cmd()", "+1", "-2", "@exempel", "[x]: y", "<div>", "<!-- -->", "&nbsp;", "___", "- ", "#")


class Texts:
    """Made-up Swedish, as plain text with line breaks."""

    def __init__(self, draw):
        self.draw = draw
        self.formulas = draw.deck(FORMULAS)
        self.awkward = draw.deck(AWKWARD)
        self.lines = draw.deck(LINES)

    def sentence(self):
        draw = self.draw
        kind = draw.below(4)
        subject = draw.one_of(SUBJECTS)
        if kind == 0:
            return f"Det framgår inte vem som {draw.one_of(DOES)} {subject}."
        if kind == 1:
            return f"Texten om {subject} saknar {draw.one_of(LACKS)}."
        if kind == 2:
            return f"{draw.one_of(SEES)} {subject} {draw.one_of(EFFECTS)}."
        return f"För {draw.one_of(PARTS)} är det oklart vad {subject} kostar år {2026 + draw.below(9)}."

    def filled(self, patterns):
        draw = self.draw
        text = draw.one_of(patterns).format(
            draw.one_of(DOES), draw.one_of(SUBJECTS), draw.one_of(PARTS), draw.one_of(PARTS), draw.one_of(EFFECTS))
        return text[0].upper() + text[1:]

    def claim(self):
        """One sentence that asks one thing; at times with what a spreadsheet would take for a formula."""
        text = self.filled(WISHES)
        dice = self.draw.below(12)
        if dice == 0:
            return f"{next(self.formulas)} {text}"
        if dice == 1:
            return f"{text[:-1]} ({next(self.awkward)})."
        return text

    def text(self, patterns=None):
        """One to three sentences, in lines and paragraphs."""
        draw = self.draw
        text = self.filled(patterns) if patterns else self.sentence()
        dice = draw.below(16)
        if dice < 6:
            return text
        if dice == 6:
            return f"{next(self.formulas)} {text}"
        if dice == 7:
            return f"{text} Ordagrant: {next(self.awkward)}"
        if dice == 8:
            return f"{next(self.awkward)} är vad vi menar. {text}"
        if dice == 9:
            return f"{text}\n{next(self.lines).strip() or '-'}\n{self.sentence()}"
        if dice == 10:
            return f"{next(self.lines).strip() or '+'}\n{text}\n\n{next(self.awkward)}"
        if dice == 11:
            return f"{text}\n{self.sentence()}\n\n{self.sentence()}"
        if dice == 12:
            return f"{text} Det gäller särskilt följande; {draw.one_of(SUBJECTS)}; {draw.one_of(SUBJECTS)}."
        return f"{text} {self.sentence()}"

    def long(self, paragraphs):
        return "\n\n".join(" ".join(self.sentence() for _ in range(3)) for _ in range(paragraphs))

    def proposal(self, kind):
        draw = self.draw
        if kind == "strykning":
            return f"Meningen om {draw.one_of(SUBJECTS)} stryks."
        text = f"{draw.one_of(PARTS).capitalize()} {draw.one_of(DOES)} {draw.one_of(SUBJECTS)} från år {2026 + draw.below(9)}."
        return text if draw.below(4) else f"{text}\n{next(self.formulas)}\n\n{next(self.awkward)}"


# MARK: CommonMark and YAML

ESCAPED = re.compile(r"[\\`*_\[\]~]|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]+;)|(?<![^\W_])@(?=\w)")
LINE_START = re.compile(r"(?=#{1,6}(?:[ \t]|$)|[-+](?:[ \t]|$)|>|-[- \t]*$|=+[ \t]*$)|(?<=^)(\d{1,9})(?=[.)](?:[ \t]|$))")


def escaped_line(line):
    line = ESCAPED.sub(r"\\\g<0>", line)
    start = LINE_START.match(line)
    if not start:
        return line
    number = start.group(1) or ""
    return f"{number}\\{line[len(number):]}"


def commonmark(text):
    """CommonMark that reads as the plain text: a line break is a hard break, a blank line a new paragraph."""
    return "\n\n".join("\\\n".join(map(escaped_line, paragraph.split("\n"))) for paragraph in text.split("\n\n"))


PLAIN = re.compile(r"[A-Za-zÅÄÖåäö0-9(§](?:[^\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff]*[^\x00-\x20\x7f-\x9f:\ufeff\ufffe\uffff])?\Z")
# Read as something else than text by YAML 1.1, or by YAML 1.2.
TYPED = re.compile(r"[-+.0-9][-+.,:_xobe0-9a-f]*|true|false|yes|no|on|off|y|n|null|~", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]")


def scalar(text):
    """One line of YAML: bare where that is safe, else in quotation marks."""
    if PLAIN.match(text) and ": " not in text and " #" not in text and not TYPED.fullmatch(text):
        return text
    if CONTROL.search(text):
        inside = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
        return '"' + CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", inside) + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def prose(key, text, indent):
    """A key with CommonMark behind it: a block where it is long or has several lines."""
    text = commonmark(text)
    if "\n" not in text and len(text) <= 110:
        return f"{indent}{key}: {scalar(text)}\n"
    inner = f"\n{indent}  "
    # Blank lines stay empty.
    return f"{indent}{key}: |{inner}{inner.join(text.split(chr(10)))}\n".replace(f"{inner}\n", "\n\n")


def flow(items):
    """`[a, b]`; only what is bare anywhere is bare here."""
    return "[" + ", ".join(item if re.fullmatch(r"[\w:.-]+(?: [\w:.-]+)*", item) and not item.endswith(":") else f'"{item}"' for item in items) + "]"


# MARK: The programme

HOMES = {
    "kapitel": "kapitel", "begrepp": "begrepp", "teorier": "teori", "fokusområden": "fokusomrade", "mål.yaml": "mal",
    "roller.yaml": "roll", "uppdrag.yaml": "uppdrag", "arbetssätt.yaml": "arbetssatt", "styrdokument.yaml": "styrdokument",
    "konflikter.yaml": "konflikt", "konflikthantering.yaml": "konfliktsteg", "stödvägar.yaml": "stodvag",
    "perspektiv.yaml": "perspektiv", "orsaker.yaml": "orsak", "åtgärder.yaml": "atgard", "platsfunktioner.yaml": "platsfunktion",
    "samordning.yaml": "forum", "lärande.yaml": "larande", "rättsutveckling.yaml": "handelse", "luckor.yaml": "lucka"}


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return file.read().replace("\r\n", "\n").replace("\r", "\n")


def unquoted(text):
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return text


class Edition:
    """The elements of a programme's folder, by their addresses: titles, and the source of each."""

    def __init__(self, folder):
        self.titles, self.sources, self.requirements = {}, {}, []
        if not os.path.isfile(os.path.join(folder, "program.yaml")):
            raise ValueError(f"{folder} är inget program: program.yaml saknas")
        for name in sorted(os.listdir(folder), key=lambda name: unicodedata.normalize("NFC", name)):
            path = os.path.join(folder, name)
            kind = HOMES.get(unicodedata.normalize("NFC", name))
            if kind and os.path.isdir(path):
                for file in sorted(os.listdir(path)):
                    if file.endswith(".md"):
                        text = read(os.path.join(path, file))
                        front = text[3:].split("\n---", 1)[0] if text.startswith("---") else ""
                        self.add(f"{kind}:{file[:-3]}", front, text, "")
            elif kind and os.path.isfile(path):
                for entry in re.split(r"(?m)^(?=- )", read(path)):
                    found = re.match(r"- (?:\{\s*)?id:\s*([a-z0-9-]+)", entry)
                    if found:
                        self.add(f"{kind}:{found.group(1)}", entry, entry, "  ")
        self.requirements = sorted(set(self.requirements), key=lambda name: int(name[1:]))

    def add(self, address, fields, source, indent):
        title = re.search(rf"(?m)^{indent}titel:\s*(.+)$", fields) or re.search(r"[{,]\s*titel:\s*([^,}]+)", fields)
        self.titles[address] = unquoted(title.group(1)) if title else address
        self.sources[address] = source.strip()
        for found in re.findall(rf"(?m)(?:^{indent}|[{{,] *)krav:\s*(\[[^\]]*\]|R\d+)", fields):
            self.requirements += re.findall(r"R\d+", found)

    def use_only(self, path):
        """Takes the addresses, and titles, of a file with `address<TAB>title` a line."""
        listed = [line.split("\t", 1) for line in read(path).split("\n") if line.strip()]
        self.titles = {line[0].strip(): line[1].strip() if len(line) > 1 else line[0].strip() for line in listed}


def carry_requirement(folder, requirement):
    """Lets the first assignment, goal or role say that it answers a requirement; the name of its file."""
    for name in ("uppdrag.yaml", "mål.yaml", "roller.yaml"):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            text = read(path)
            changed = re.sub(r"(?m)^(- id: .*\n  titel: .*\n)", rf"\1  krav: [{requirement}]\n", text, count=1)
            if changed != text:
                write(path, changed)
                return name
    raise ValueError(f"{folder} har varken uppdrag, mål eller roller som kan bära {requirement}")


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode())


def list_consultation(path, name):
    """Adds the consultation to `remisser:` of the project file."""
    text = read(path)
    found = re.search(r"(?m)^remisser:[ \t]*(?:\[(?P<flow>[^\]]*)\]|(?P<one>[^\s#\[][^\n#]*))?[ \t]*(?:#.*)?$", text)
    if not found:
        text = text + ("" if text.endswith("\n") or not text else "\n") + f"remisser: [{name}]\n"
    elif found.group("flow") is not None or found.group("one"):
        names = [unquoted(item) for item in (found.group("flow") if found.group("one") is None else found.group("one")).split(",") if item.strip()]
        if name in names:
            return
        text = text[:found.start()] + f"remisser: [{', '.join([*names, name])}]" + text[found.end():]
    else:
        # A block list: lines with a hyphen, with comments and blank lines among them.
        end = place = found.end()
        indent = "  "
        for line in text[place:].split("\n")[1:]:
            item = re.match(r"([ \t]*)- *(.*?)[ \t]*(?:#.*)?$", line)
            if not item and line.strip() and not line.lstrip().startswith("#"):
                break
            place += 1 + len(line)
            if item:
                if unquoted(item.group(2)) == name:
                    return
                end, indent = place, item.group(1)
        text = text[:end] + f"\n{indent}- {name}" + text[end:]
    write(path, text)


# MARK: The consultation

class Consultation:
    """Writes the files of one consultation."""

    def __init__(self, content, options):
        self.content, self.options = content, options
        self.draw = Draw(options.seed)
        self.texts = Texts(self.draw)
        programme = os.path.join(content, options.programme)
        self.edition = Edition(programme)
        carried = self.edition.requirements
        if not carried and options.carry:
            carried = ["R5"]
        elif not carried and options.right:
            raise ValueError(
                f"ingen del av {options.programme} bär ett krav, så varje önskan skulle få ett fynd; ge --carry, så får ett uppdrag bära R5")
        self.requirements = self.draw.deck(carried or ["R5"])
        if options.addresses:
            self.edition.use_only(options.addresses)
        self.addresses = list(self.edition.titles)
        if not self.addresses:
            raise ValueError(f"{options.programme} har inga delar att svara på")
        # What the editorial team can point at: in the new edition only what changed there shows that something was met.
        self.answering, self.changed = self.addresses, self.addresses
        if options.new_edition:
            new = Edition(os.path.join(content, options.new_edition))
            self.answering = list(new.titles)
            self.changed = [address for address in self.answering if new.sources[address] != self.edition.sources.get(address)]
            if not self.changed:
                raise ValueError(f"{options.new_edition} är lika med {options.programme}: inget kan ha tillgodosetts där")
        self.can_answer, self.has_changed = set(self.answering), set(self.changed)
        self.warm = self.draw.shuffled(self.addresses)[:10]
        self.breaches = {}
        self.viewpoints = []  # (id, stance, addresses)
        self.serial = 0
        self.hard = dict.fromkeys(HARD_VIEWPOINT) if options.broken else {}
        self.mild_step = max(1, min(17, options.viewpoints // (2 * len(MILD))))
        self.mild = self.draw.deck(MILD)

    def breach(self, name):
        self.breaches[name] = self.breaches.get(name, 0) + 1

    def generate(self):
        options, draw = self.options, self.draw
        folder = os.path.join(self.content, "remisser", options.id)
        if os.path.isdir(folder):
            listed = os.path.join(folder, "remiss.yaml")
            if not os.path.isfile(listed) or MARK not in read(listed):
                raise ValueError(f"{folder} finns redan och är inte påhittad: den skrivs inte över")
            shutil.rmtree(folder)
        if options.carry and not self.edition.requirements:
            carry_requirement(os.path.join(self.content, options.programme), "R5")
        respondents = self.respondents()
        writers = self.share(respondents)
        responses = 0
        for respondent in respondents:
            if respondent["file"]:
                write(os.path.join(folder, "svar", f"{respondent['id']}.yaml"), self.response(respondent, writers.get(respondent["id"], 0)))
                responses += 1
        if options.broken:
            stranger = {
                "id": "exempel-utanfor", "name": "Exempelinstans utanför listan", "type": "organisation", "prefix": "EXU", "stance": OVERALL[0]}
            write(os.path.join(folder, "svar", "exempel-utanfor.yaml"), self.response(stranger, 0))
            responses += 1
            self.breach("unlisted-respondent")
        handled = self.handle()
        write(os.path.join(folder, "hantering.yaml"), handled[0])
        write(os.path.join(folder, "remiss.yaml"), self.header(respondents))
        list_consultation(os.path.join(self.content, "styrdok.yaml"), options.id)
        return {
            "respondents": len(respondents), "responses": responses, "viewpoints": len(self.viewpoints), "dispositions": handled[1],
            "seed": options.seed, "breaches": dict(sorted(self.breaches.items()))}

    def respondents(self):
        draw, right = self.draw, self.options.right
        types, overall = draw.deck(TYPES), draw.deck(OVERALL)
        handling = {True: draw.deck(("tjänsteförslag", "nämndbeslut", "delegationsbeslut")), False: draw.deck(("kontorsyttrande",))}
        awkward = draw.deck(AWKWARD_NAMES)
        organisations = received = 0
        result = []
        for number in range(1, self.options.respondents + 1):
            kind, pattern, slug, prefix = next(types)
            if kind == "organisation":
                organisations += 1
                if organisations % 2 == 0:
                    pattern = next(awkward)
            answer = ANSWERS[(number - 1) % len(ANSWERS)]
            respondent = {
                "id": f"{slug}-{number}", "name": pattern.format(number), "type": kind, "prefix": f"{prefix}{number}", "answer": answer,
                "file": answer == "inkommet"}
            if respondent["file"]:
                received += 1
                # The first can always have viewpoints.
                respondent["stance"] = OVERALL[0] if received == 1 else next(overall)
                respondent["handling"] = next(handling[kind in COMMITTEES])
                # Said to have come, but it isn't here.
                if not right and received % 25 == 7:
                    respondent["file"] = False
                    self.breach("received-without-file")
            result.append(respondent)
        return result

    def share(self, respondents):
        """How many viewpoints each respondent has."""
        options, draw = self.options, self.draw
        writers = [one for one in respondents if one["file"] and one["stance"] not in WITHOUT_VIEWPOINTS]
        if not options.right:
            # 'Har inget att erinra' with something to say after all.
            writers += [one for one in respondents if one["file"] and one["stance"] == "har inget att erinra"][:1]
        if options.right and options.viewpoints < len(writers):
            raise ValueError(f"{len(writers)} av instanserna ska ha minst en synpunkt var: ge --viewpoints {len(writers)} eller fler")
        counts = [1 if place < options.viewpoints else 0 for place in range(len(writers))]
        shares = [1 + draw.below(9) for _ in writers]
        rest, whole = max(0, options.viewpoints - len(writers)), sum(shares)
        given, so_far = 0, 0
        for place, portion in enumerate(shares):
            so_far += portion
            counts[place] += rest * so_far // whole - given
            given = rest * so_far // whole
        return {one["id"]: count for one, count in zip(writers, counts)}

    def header(self, respondents):
        options = self.options
        lines = [
            MARK, "titel: Påhittad remiss för prov", f"dokument: {options.programme}",
            *([f"ny-upplaga: {options.new_edition}"] if options.new_edition else []), "avsändare: Exempelkommunens kommunstyrelse",
            "diarienummer: EXK 2025/100", "sista-svarsdag: 2025-12-19", *([f"avtryck: {scalar(options.fingerprint)}"] if options.fingerprint else []),
            *(["avslutad: ja"] if options.closed else []), "remissinstanser:"]
        for one in respondents:
            lines += [f"  - id: {one['id']}", f"    namn: {scalar(one['name'])}", f"    typ: {one['type']}", f"    svarsläge: {one['answer']}"]
        return "\n".join(lines) + "\n"

    def response(self, one, count):
        draw, texts, options = self.draw, self.texts, self.options
        stance, handling = one["stance"], one.get("handling")
        out = [
            f"respondent: {one['id']}\n", "handlingstyp: Tjänsteutlåtande\n" if one["type"] in COMMITTEES else "handlingstyp: Yttrande\n",
            f"diarienummer: EXS 2025/{self.next_number()}\n", "avsändarens-diarienummer: EXK 2025/100\n",
            f"förvaltning: {scalar('Förvaltningen för ' + one['name'])}\n", "avdelning: Exempelavdelningen\n", "besöksadress: Exempelgatan 1\n",
            "postadress: Box 0, 000 00 Exempelstad\n", "växel: 000-000 00 00\n", f"e-post: {one['id']}@exempel.invalid\n", "webb: exempel.invalid\n",
            f"sidor: \"{2 + draw.below(20)}\"\n", "handläggare: Exempel Exempelsson\n", "telefon: 000-000 00 01\n"]
        recipient = "Exempelkommunens kommunstyrelse"
        if options.broken and handling == "delegationsbeslut" and "delegated-to-council" not in self.breaches:
            recipient = "Exempelkommunens kommunfullmäktige"
            self.breach("delegated-to-council")
        out.append(f"mottagare: {recipient}\n")
        out.append(f"datum: 2025-{10 + draw.below(2)}-{1 + draw.below(28):02}\n")
        if options.fingerprint:
            if options.broken and "other-fingerprint" not in self.breaches:
                out.append("avtryck: ett-annat-avtryck\n")
                self.breach("other-fingerprint")
            else:
                out.append(f"avtryck: {scalar(options.fingerprint)}\n")
        if handling:
            out.append(f"behandlingsläge: {handling}\n")
            if handling in ("nämndbeslut", "delegationsbeslut"):
                if not options.right and ("decision-missing" not in self.breaches or draw.below(8) == 0):
                    self.breach("decision-missing")
                else:
                    out.append(f"beslut:\n  organ: {scalar(one['name'])}\n")
                    out.append(f"  datum: 2025-12-{1 + draw.below(18):02}\n  paragraf: § {1 + draw.below(99)}\n")
                    if handling == "nämndbeslut" and draw.below(2):
                        out.append(prose("reservationer", texts.sentence(), "  "))
                        out.append(prose("särskilda-uttalanden", texts.text(), "  "))
                        out.append(prose("ersättaryttranden", texts.sentence(), "  "))
            out.append("förslag-till-beslut:\n  - Nämnden överlämnar utlåtandet som svar på remissen.\n  - Beslutet justeras omedelbart.\n")
        out.append(f"hållning: {scalar(stance)}\n")
        out.append(prose("sammanfattning", texts.long(1), ""))
        for key, paragraphs in (("bakgrund", 1), ("beredning", 1), ("ärendet", 2), ("inledning", 1)):
            out.append(prose(key, texts.long(paragraphs), ""))
        if count:
            out.append("synpunkter:\n")
            self.write_viewpoints(one, count, out)
        for key in ("avslutning", "jämställdhetsanalys", "barnkonsekvensanalys", "ekonomi"):
            out.append(prose(key, texts.text() if key == "avslutning" else texts.sentence(), ""))
        out.append("undertecknare:\n  - Exempel Exempelsson, exempeldirektör\n  - Prov Provsson, avdelningschef\n")
        if draw.below(2):
            out.append("bilagor:\n  - Exempelbilaga med underlag\n  - \"Bilaga 2: tabell\"\n")
        if draw.below(4) == 0:
            out.append("osäkert:\n  - Svaret är påhittat.\n")
        return "".join(out)

    def next_number(self):
        self.serial += 1
        return 1000 + self.serial

    # A viewpoint is some fifteen lines and there may be very many: written straight, not by way of a tree.
    def write_viewpoints(self, one, count, out):
        draw, texts, options = self.draw, self.texts, self.options
        stance = one["stance"]
        approves = stance in APPROVALS
        pairs = self.decks(approves and options.right)
        width = max(2, len(str(count)))
        for number in range(1, count + 1):
            identity = f"{one['prefix']}-{number:0{width}}"
            own, kind = next(pairs)
            if number == 1 and (stance == "avstyrker" or approves and not options.right):
                own, kind = next(self.objections)
            elif number == 1 and stance == CONDITIONAL:
                own, kind = next(self.wishes)
            anchor = next(self.anchors)
            serial = len(self.viewpoints) + 1
            mild = next(self.mild) if not options.right and serial % self.mild_step == 0 else None
            hard = None
            if self.hard and number > 1:
                hard = next(iter(self.hard))
                del self.hard[hard]
                self.breach(hard)
                mild = None
            if mild == "objects-without-reason" or hard == "stance-missing":
                own, kind = next(self.objections)
            elif mild == "change-without-wording":
                own, kind = "önskar", draw.one_of(WORDED)
            elif mild == "kind-against-stance":
                own, kind = draw.one_of((("invänder", "stöd"), ("stöder", "strykning"), ("stöder", "sakfel")))
            elif mild == "two-claims" or hard == "wish-without-requirement":
                own, kind = next(self.wishes)
            elif hard == "fact-undated":
                own, kind = "neutral", "fakta"
            if hard in ("unknown-address", "anchor-without-address"):
                anchor = "element"
            elif hard == "missing-without-part":
                anchor = "saknas"
            elif mild == "odd-quote":
                anchor = "element"
            if hard == "duplicate-viewpoint":
                identity = f"{one['prefix']}-{number - 1:0{width}}"
            if stance == "tillstyrker" and own == "invänder":
                self.breach("approves-but-objects")
            elif approves and own in ASKING and stance in WITHOUT_VIEWPOINTS and number == 1:
                self.breach("no-objection-but-asks")
            if mild:
                self.breach(mild)
            places = self.anchored(anchor)
            out.append(f"  - id: {identity}\n")
            if number % 4 == 1:
                heading = draw.one_of(("Synpunkter och förslag", "Om målen; och måtten", "Ansvar", "Ekonomi & resurser", "Övrigt"))
            out.append(f"    rubrik: {scalar(heading)}\n")
            if anchor == "saknas":
                out.append("    ankare: saknas\n" + (f"    saknas-i: {places[0]}\n" if not hard else ""))
            elif anchor == "helhet":
                out.append("    ankare: helhet\n")
            elif hard == "unknown-address":
                out.append("    gäller: [kapitel:finns-inte]\n    ankare: element\n")
            elif hard == "anchor-without-address":
                out.append("    ankare: element\n")
            else:
                out.append(f"    gäller: {flow(places)}\n    ankare: element\n")
                if mild == "odd-quote":
                    quote = draw.one_of((next(texts.awkward), next(texts.formulas), "\t" + next(texts.awkward)))
                    out.append(f"    citat: {scalar(quote)}\n")
                elif kind in ("ändring", "strykning") or draw.below(3) == 0:
                    out.append(f"    citat: {scalar(' '.join(self.edition.titles[places[0]].split()[:4]))}\n")
            if draw.below(5) == 0:
                out.append(f"    ordagrant: {scalar(texts.sentence())}\n")
            out.append(f"    slag: {kind}\n" if hard == "stance-missing" else f"    hållning: {own}\n    slag: {kind}\n")
            if mild != "objects-without-reason":
                out.append(prose("bekymmer", texts.text(), "    "))
            if own in ASKING or own == "stöder med förbehåll":
                if mild == "two-claims":
                    out.append(f"    önskan: |\n      - {commonmark(texts.claim())}\n      - {commonmark(texts.claim())}\n")
                else:
                    out.append(prose("önskan", texts.claim(), "    "))
            if kind in WORDED and mild != "change-without-wording" and not (mild == "kind-against-stance"):
                out.append(prose("förslag", texts.proposal(kind), "    "))
            elif kind in WORDED and mild == "kind-against-stance":
                self.breach("change-without-wording")
            dice = draw.below(4)
            if dice:
                out.append(f"    konsekvenser: {flow([next(self.consequences) for _ in range(1 + (dice == 3))])}\n")
            decider, weight = next(self.deciders), next(self.weights)
            if decider:
                out.append(f"    beslutas-av: {decider}\n")
            if weight:
                out.append(f"    vikt: {weight}\n")
            if own in ASKING and hard != "wish-without-requirement":
                out.append(f"    krav: [{next(self.requirements)}]\n")
            if kind == "fakta" and hard != "fact-undated":
                out.append("    per: 2025-06-30\n" if draw.below(2) else "    per: 2025\n")
                if draw.below(3) == 0:
                    out.append(prose("inaktuellt", "Uppgiften har ändrats sedan svaret skrevs.", "    "))
            self.viewpoints.append((identity, own, places))

    def decks(self, mildly):
        if not hasattr(self, "objections"):
            draw = self.draw
            self.anchors, self.deciders, self.weights = draw.deck(ANCHORS), draw.deck(DECIDERS), draw.deck(WEIGHTS)
            self.consequences = self.distinct(draw.deck(CONSEQUENCES))
            self.objections = draw.deck([pair for pair in PAIRS if pair[0] == "invänder"])
            self.wishes = draw.deck([pair for pair in PAIRS if pair[0] == "önskar"])
            self.any_pair = draw.deck(PAIRS)
            self.agreeing = draw.deck([pair for pair in PAIRS if pair[0] != "invänder"])
        return self.agreeing if mildly else self.any_pair

    @staticmethod
    def distinct(deck):
        """Never the same twice in a row, so that two drawn together differ."""
        last = None
        for item in deck:
            if item != last:
                last = item
                yield item

    def anchored(self, anchor):
        draw = self.draw
        if anchor == "helhet":
            return []
        first = draw.one_of(self.warm if draw.below(3) == 0 else self.addresses)
        if anchor != "flera":
            return [first]
        others = [draw.one_of(self.addresses) for _ in range(1 + draw.below(3))]
        return list(dict.fromkeys([first, *others]))

    def handle(self):
        """The dispositions, and their number."""
        draw, options = self.draw, self.options
        count = len(self.viewpoints)
        if options.unhandled > count:
            raise ValueError(f"det finns bara {count} synpunkter att lämna ohanterade")
        left = set(draw.shuffled(range(count))[:options.unhandled]) if options.unhandled else ()
        outcomes, quiet = draw.deck(OUTCOMES), draw.deck(("noteras", "noteras", "redan tillgodosett", "hänskjuts"))
        entries, merged, latest, seen = [], {}, {}, set()
        for place, (identity, stance, places) in enumerate(self.viewpoints):
            # A repeated id (--broken) has its disposition already.
            if place in left or identity in seen:
                continue
            seen.add(identity)
            asks = stance in ASKING or stance == "stöder med förbehåll"
            outcome = next(outcomes if asks else quiet)
            other = latest.get(outcome)
            if asks and other and draw.below(20) == 0 and other not in merged:
                merged.setdefault(other, []).append(identity)
                merged.setdefault(identity, []).append(other)
            if asks:
                latest[outcome] = identity
            entries.append((identity, outcome, places))
        hard = list(HARD_DISPOSITION) if options.broken else []
        out = []
        for identity, outcome, places in entries:
            wrong = None
            if hard and outcome in MET and len(hard) > 2:
                wrong = hard.pop(0)
                self.breach(wrong)
            out.append(f"- synpunkt: {identity}\n  utfall: {'tillgodosedd' if wrong == 'outcome-unknown' else outcome}\n")
            out.append(prose("skäl", self.texts.text(REASONS), "  "))
            out.append(f"  beslutat-av: {draw.one_of(('Exempelredaktionen', 'Exempelkommunens kommunstyrelse'))}\n")
            out.append(f"  datum: 2026-01-{1 + draw.below(28):02}\n")
            if wrong == "place-unknown":
                out.append("  finns-i: [kapitel:finns-inte]\n")
            elif outcome in MET and wrong != "met-without-place":
                out.append(f"  finns-i: {flow(self.shown(outcome, places))}\n")
            if draw.below(3) == 0:
                out.append(f"  teman: {flow(list(dict.fromkeys(draw.one_of(THEMES) for _ in range(1 + draw.below(2)))))}\n")
            if identity in merged:
                out.append(f"  sammanförd-med: {flow(merged[identity])}\n")
        written = len(entries)
        if "unknown-viewpoint" in hard:
            out.append("- synpunkt: FINNS-INTE-01\n  utfall: noteras\n  skäl: Synpunkten finns inte.\n")
            self.breach("unknown-viewpoint")
            written += 1
        if "disposition-twice" in hard and entries:
            out.append(f"- synpunkt: {entries[0][0]}\n  utfall: noteras\n  skäl: En gång till.\n")
            self.breach("disposition-twice")
            written += 1
        return "".join(out) or "[]\n", written

    def shown(self, outcome, places):
        """Where the new edition meets the viewpoint: at what it was about, if that can be."""
        able, listed = (self.can_answer, self.answering) if outcome == "redan tillgodosett" else (self.has_changed, self.changed)
        own = [place for place in places if place in able]
        return own[:2] or list(dict.fromkeys(self.draw.one_of(listed) for _ in range(1 + self.draw.below(2))))


def parser():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="innehållets mapp, den som har styrdok.yaml")
    parser.add_argument("--programme", required=True, help="mappen med det remitterade programmet")
    parser.add_argument("--respondents", type=int, required=True, help="antal remissinstanser")
    parser.add_argument("--viewpoints", type=int, required=True, help="antal synpunkter")
    parser.add_argument("--seed", type=int, default=7, help="frö (förval 7)")
    parser.add_argument("--id", default=CONSULTATION, help=f"remissens id (förval {CONSULTATION})")
    parser.add_argument("--addresses", help="fil med en adress och, efter en tabb, en titel på varje rad (förval: det som står i programmets filer)")
    parser.add_argument("--new-edition", help="mappen med upplagan som svarar på synpunkterna")
    parser.add_argument("--unhandled", type=int, default=0, help="antal synpunkter som ingen har hanterat (förval 0)")
    parser.add_argument("--fingerprint", help="det remitterade programmets avtryck")
    parser.add_argument("--closed", action="store_true", help="remissen är avslutad")
    parser.add_argument("--carry", action="store_true", help="låt ett uppdrag i programmet bära R5 om inget krav bärs; ändrar en rad i programmet")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--right", action="store_true", help="inga motsägelser och inga andra brott mot reglerna")
    kind.add_argument("--broken", action="store_true", help="också fel som gör att remissen inte går att räkna")
    return parser


def generate(folder, arguments):
    """Writes a consultation as the command line would; returns what was written."""
    return Consultation(folder, parser().parse_args([*map(str, arguments), folder])).generate()


def main():
    command = parser()
    options = command.parse_args()
    if options.respondents < 1 or options.viewpoints < 0 or options.unhandled < 0:
        command.error("minst en remissinstans, och inga negativa tal")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", options.id):
        command.error("remissens id får bara ha små bokstäver a–z, siffror och bindestreck")
    if options.right and options.closed and options.unhandled:
        command.error("en avslutad remiss har inga ohanterade synpunkter")
    try:
        print(json.dumps(Consultation(options.folder, options).generate(), ensure_ascii=False))
    except (ValueError, OSError) as error:
        command.error(str(error))


if __name__ == "__main__":
    sys.exit(main())
