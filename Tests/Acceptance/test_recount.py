"""Prov av consultation.py och recount.py: utdata skrivs här på en annan väg, och fel läggs in för att se att de märks."""

import collections
import csv
import glob
import html
import io
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from xml.sax.saxutils import escape

import pytest
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "Scripts", "support"))
import consultation  # noqa: E402
import recount  # noqa: E402

ID = "prov"
needs_cmark = pytest.mark.skipif(not shutil.which("cmark"), reason="programmet cmark saknas")


# MARK: A consultation by hand, and what should be said of it, by hand too

REMISS = """\
titel: Prov
dokument: program
remissinstanser:
  - {id: namnden, namn: Nämnden, typ: facknämnd, svarsläge: inkommet}
  - {id: bolaget, namn: "+1-bolaget; AB", typ: bolagsstyrelse, svarsläge: inkommet}
  - {id: tyst, namn: Tysta rådet, typ: råd, svarsläge: ej inkommit}
  - {id: erinrar, namn: Myndigheten, typ: annan myndighet, svarsläge: inkommet}
"""
SVAR = {
    "namnden": r"""
respondent: namnden
behandlingsläge: nämndbeslut
hållning: tillstyrker delvis
synpunkter:
  - id: NÄM-01
    gäller: [mal:trygg, kapitel:mal]
    ankare: element
    citat: =trygg
    hållning: invänder
    slag: ändring
    bekymmer: |
      Första raden,\
      andra raden; med \*stjärnor\* &amp; "citat".

      Nytt stycke.
    önskan: "+1 på det."
    förslag: '\@SUM(A1)'
    vikt: avgörande
    konsekvenser: [barn, ekonomi]
    beslutas-av: bolag
  - id: NÄM-02
    gäller: mal:trygg
    ankare: element
    hållning: önskar
    slag: tillägg
    önskan: Lägg till \<script>alert(1)\</script>.
  - id: NÄM-03
    ankare: helhet
    hållning: stöder
    slag: stöd
""",
    "bolaget": """
respondent: bolaget
behandlingsläge: kontorsyttrande
hållning: avstyrker
synpunkter:
  - id: BOL-1
    ankare: saknas
    saknas-i: kapitel:mal
    hållning: önskar
    slag: tillägg
    önskan: Se [målet](mal:trygg).
    vikt: mindre
  - id: BOL-2
    gäller: [mal:trygg]
    ankare: element
    hållning: önskar
    slag: fråga
    bekymmer: "**Starkt** ord och en källa [@kalla, s. 3]."
""",
    "erinrar": "respondent: erinrar\nhållning: har inget att erinra\n"}
HANTERING = """
- {synpunkt: NÄM-01, utfall: tillgodoses, skäl: "-1 är skälet.", finns-i: [mal:trygg]}
- {synpunkt: NÄM-02, utfall: noteras, skäl: Bra.}
- {synpunkt: BOL-1, utfall: hänskjuts, skäl: Till staten.}
- {synpunkt: NÄM-03, utfall: noteras}
"""
RIGHT = {
    "totaler": {
        "remissinstanser": 4,
        "svarsläge": {"inkommet": 3, "anstånd": 0, "avstår": 0, "ej inkommit": 1},
        "hållning": {
            "tillstyrker": 0, "har inget att erinra": 1, "tillstyrker under förutsättning att synpunkterna beaktas": 0, "tillstyrker delvis": 1,
            "avstyrker": 1, "avstår från att yttra sig": 0, "tveksam, tar inte ställning": 0},
        "behandlingsläge": {"tjänsteförslag": 0, "nämndbeslut": 1, "delegationsbeslut": 0, "kontorsyttrande": 1},
        "synpunkter": 5,
        "ställning": {"stöder": 1, "stöder med förbehåll": 0, "invänder": 1, "önskar": 3, "neutral": 0},
        "slag": {
            "ändring": 1, "tillägg": 2, "strykning": 0, "förtydligande": 0, "sakfel": 0, "fråga": 1, "resurs": 0, "ansvar eller mandat": 0,
            "stöd": 1, "fakta": 0, "återgivning": 0},
        "vikt": {"avgörande": 1, "viktig": 0, "mindre": 1, "ej angiven": 3},
        "ankare": {"element": 3, "helhet": 1, "saknas": 1},
        "utfall": {
            "tillgodoses": 1, "tillgodoses delvis": 0, "tillgodoses inte": 0, "redan tillgodosett": 0, "hänskjuts": 1, "noteras": 2, "ohanterad": 1}},
    "remissinstanser": [
        {"id": "namnden", "namn": "Nämnden", "typ": "facknämnd", "svarsläge": "inkommet", "hållning": "tillstyrker delvis",
         "behandlingsläge": "nämndbeslut", "synpunkter": 3},
        {"id": "bolaget", "namn": "+1-bolaget; AB", "typ": "bolagsstyrelse", "svarsläge": "inkommet", "hållning": "avstyrker",
         "behandlingsläge": "kontorsyttrande", "synpunkter": 2},
        {"id": "tyst", "namn": "Tysta rådet", "typ": "råd", "svarsläge": "ej inkommit", "synpunkter": 0},
        {"id": "erinrar", "namn": "Myndigheten", "typ": "annan myndighet", "svarsläge": "inkommet", "hållning": "har inget att erinra",
         "synpunkter": 0}],
    "delar": [
        {"adress": "helhet", "titel": "Hela programmet", "synpunkter": 1, "ställning": {"stöder": 1}},
        {"adress": "kapitel:mal", "titel": "Mål", "slag": "Kapitel", "synpunkter": 1, "ställning": {"invänder": 1}},
        {"adress": "mal:trygg", "titel": "=Trygg", "slag": "Mål", "kapitel": "kapitel:mal", "synpunkter": 3,
         "ställning": {"invänder": 1, "önskar": 2}},
        {"adress": "saknas:kapitel:mal", "titel": "Saknas i Mål", "slag": "Saknas", "synpunkter": 1, "ställning": {"önskar": 1}}],
    "synpunkter": [
        {"remissinstans": "namnden", "id": "NÄM-01", "gäller": ["mal:trygg", "kapitel:mal"], "ankare": "element", "hållning": "invänder",
         "slag": "ändring", "vikt": "avgörande", "beslutas-av": "bolag", "konsekvenser": ["barn", "ekonomi"], "citat": "=trygg",
         "bekymmer": "Första raden,\nandra raden; med *stjärnor* & \"citat\".\n\nNytt stycke.", "önskan": "+1 på det.", "förslag": "@SUM(A1)",
         "utfall": "tillgodoses", "skäl": "-1 är skälet.", "finns-i": ["mal:trygg"]},
        {"remissinstans": "namnden", "id": "NÄM-02", "gäller": ["mal:trygg"], "ankare": "element", "hållning": "önskar", "slag": "tillägg",
         "önskan": "Lägg till <script>alert(1)</script>.", "utfall": "noteras", "skäl": "Bra."},
        {"remissinstans": "namnden", "id": "NÄM-03", "gäller": [], "ankare": "helhet", "hållning": "stöder", "slag": "stöd", "utfall": "noteras"},
        {"remissinstans": "bolaget", "id": "BOL-1", "gäller": [], "ankare": "saknas", "saknas-i": "kapitel:mal", "hållning": "önskar",
         "slag": "tillägg", "vikt": "mindre", "önskan": "Se målet.", "utfall": "hänskjuts", "skäl": "Till staten."},
        {"remissinstans": "bolaget", "id": "BOL-2", "gäller": ["mal:trygg"], "ankare": "element", "hållning": "önskar", "slag": "fråga",
         "bekymmer": "Starkt ord och en källa (Källa 2020, s. 3)."}]}
CELLS = [
    ["1 stöder", "–", "svarade inte", "–"],
    ["1 invänder", "–", "svarade inte", "–"],
    ["1 invänder, 1 önskar", "1 önskar", "svarade inte", "–"],
    ["–", "1 önskar", "svarade inte", "–"]]


def copied(data):
    return json.loads(json.dumps(data))


# MARK: Writing what Styrdok would write

HEADER = (
    "Remissinstans;Typ;Id;Gäller;Ankare;Saknas i;Hållning;Slag;Vikt;Kan beslutas av;Konsekvenser;Citat;Bekymmer;Önskan;Förslag till lydelse;"
    "Utfall;Skäl;Finns i").split(";")


def guarded(cell):
    return "'" + cell if str(cell)[:1] in ("=", "+", "-", "@", "\t", "\r") and str(cell) else cell


def table_of(data):
    people = {one["id"]: one for one in data["remissinstanser"]}
    table = [HEADER]
    for row in data["synpunkter"]:
        person = people[row["remissinstans"]]
        table.append([
            person["namn"], person.get("typ", ""), row["id"], ", ".join(row["gäller"]), row["ankare"], row.get("saknas-i", ""), row["hållning"],
            row["slag"], row.get("vikt", ""), row.get("beslutas-av", ""), ", ".join(row.get("konsekvenser", [])), row.get("citat", ""),
            row.get("bekymmer", ""), row.get("önskan", ""), row.get("förslag", ""), row.get("utfall", ""), row.get("skäl", ""),
            ", ".join(row.get("finns-i", []))])
    return table


def matrix_of(data, cells):
    header = ["Adress", "Slag", "Titel", "Synpunkter", *(one["namn"] for one in data["remissinstanser"])]
    return [header, *([part["adress"], part.get("slag", ""), part["titel"], part["synpunkter"], *row] for part, row in zip(data["delar"], cells))]


def csv_of(table):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in table)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def letters_of(column):
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def xlsx_of(sheets):
    """The smallest workbook that is one: strings inline in the first sheet, shared in the others."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    shared, files = {}, {}
    for number, (name, rows) in enumerate(sheets, 1):
        lines = []
        for place, row in enumerate(rows, 1):
            cells = []
            for column, cell in enumerate(row):
                reference = f"{letters_of(column)}{place}"
                if isinstance(cell, int):
                    cells.append(f'<c r="{reference}"><v>{cell}</v></c>')
                elif cell == "":
                    continue
                elif number == 1:
                    cells.append(f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>')
                else:
                    cells.append(f'<c r="{reference}" t="s"><v>{shared.setdefault(cell, len(shared))}</v></c>')
            lines.append(f'<row r="{place}">{"".join(cells)}</row>')
        area = f"A1:{letters_of(len(rows[0]) - 1)}{len(rows)}"
        files[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet {space}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
            f'<sheetData>{"".join(lines)}</sheetData><autoFilter ref="{area}"/></worksheet>')
    files["xl/workbook.xml"] = f'<workbook {space}><sheets>' + "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>' for number, (name, _) in enumerate(sheets, 1)) + "</sheets></workbook>"
    files["xl/_rels/workbook.xml.rels"] = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="rId{number}" Type="x" Target="worksheets/sheet{number}.xml"/>' for number in range(1, len(sheets) + 1)) + "</Relationships>"
    files["xl/sharedStrings.xml"] = f"<sst {space}>" + "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared) + "</sst>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return data.getvalue()


def write_output(folder, data, cells):
    """Everything that Styrdok writes of a consultation, from its facts."""
    target = os.path.join(folder, "remisser", ID)
    os.makedirs(target, exist_ok=True)

    def write(name, content):
        with open(os.path.join(target, name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    write("sammanstallning.json", json.dumps({"format": "styrdok-sammanställning", "version": 1, "remiss": ID, **data}, ensure_ascii=False))
    write("synpunkter.csv", csv_of(table_of(data)))
    matrix = matrix_of(data, cells)
    write("jamforelse.csv", csv_of(matrix))
    numbers = [(group, value, number) for group, values in data["totaler"].items() if isinstance(values, dict) for value, number in values.items()]
    write("jamforelse.xlsx", xlsx_of([
        ("Totaler", [["Grupp", "Värde", "Antal"], *([group, "", number] for group, number in data["totaler"].items() if isinstance(number, int)),
                     *map(list, numbers)]),
        ("Matris", matrix), ("Synpunkter", table_of(data)),
        ("Remissinstanser", [["Namn", "Typ", "Svarsläge", "Hållning", "Behandlingsläge", "Synpunkter"], *(
            [one["namn"], one.get("typ", ""), one["svarsläge"], one.get("hållning", ""), one.get("behandlingsläge", ""), one["synpunkter"]]
            for one in data["remissinstanser"])])]))
    keys = [(group, number) for group, number in data["totaler"].items() if isinstance(number, int)] + [(f"{group}:{value}", number) for group, value, number in numbers]
    write("index.html", "<!doctype html><title>Prov</title><dl>" + "".join(
        f'<dt>{html.escape(key)}</dt><dd data-total="{html.escape(key)}"><b>{format(number, ",").replace(",", chr(160))}</b></dd>' for key, number in keys) + "</dl>")
    write("jamforelse.html", "<!doctype html><table><tr><th>Del</th>" + "".join(f'<th data-instans="{one["id"]}">{one["id"]}</th>' for one in data["remissinstanser"]) + "</tr>" + "".join(
        f'<tr data-del="{html.escape(part["adress"])}"><th>' + html.escape(part["titel"]) + "</th>" + "".join(
            f'<td><details><summary>⊕ {cell}</summary><p>Vi räknar med 7 önskar till.</p></details></td>'
            for one, cell in zip(data["remissinstanser"], row)) + "</tr>"
        for part, row in zip(data["delar"], cells)) + "</table><script src=\"filter.js\"></script>")
    half = len(data["synpunkter"]) // 2
    for name, rows in (("sammanstallning.html", data["synpunkter"][:half]), ("sammanstallning-2.html", data["synpunkter"][half:])):
        write(name, "<!doctype html><h1>Remissammanställning</h1>" + "".join(
            f'<section class="rad synpunkt" id="synpunkt-{slug(row["id"])}"><h3>{row["id"]} – {row["slag"]}</h3>'
            + "".join(f"<p>{html.escape(row[key]).replace(chr(10), '<br>')}</p>" for key in ("citat", "bekymmer", "önskan", "förslag", "skäl") if key in row)
            + "</section>" for row in rows))
    return target


def slug(text):
    return re.sub("[^a-z0-9]+", "-", text.lower().replace("ä", "a").replace("å", "a").replace("ö", "o"))


def write_content(folder, remiss=REMISS, responses=SVAR, dispositions=HANTERING):
    target = os.path.join(folder, "remisser", ID)
    os.makedirs(os.path.join(target, "svar"))
    files = {"remiss.yaml": remiss, **{f"svar/{name}.yaml": text for name, text in responses.items()}}
    if dispositions is not None:
        files["hantering.yaml"] = dispositions
    for name, text in files.items():
        with open(os.path.join(target, name), "w", encoding="utf-8") as file:
            file.write(text)


@pytest.fixture
def made(tmp_path):
    content, output = str(tmp_path / "Content"), str(tmp_path / "Output")
    write_content(content)
    return content, output, write_output(output, copied(RIGHT), copied(CELLS))


def wrong(content, output):
    return {check.name: check.differences for check in recount.recount(content, ID, output) if not check.is_right}


def test_what_is_right_is_right(made):
    content, output, _ = made
    assert wrong(content, output) == {}
    done = subprocess.run([sys.executable, os.path.join(HERE, "recount.py"), content, ID, output], capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.count("rätt: ") == 13, done.stdout


# MARK: Planted differences

def in_json(change):
    def plant(target):
        path = os.path.join(target, "sammanstallning.json")
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        change(data)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False)
    return plant


def in_file(name, old, new):
    old, new = (text if isinstance(text, bytes) else text.encode() for text in (old, new))

    def plant(target):
        path = os.path.join(target, name)
        with open(path, "rb") as file:
            data = file.read()
        assert old in data, (name, old)
        with open(path, "wb") as file:
            file.write(data.replace(old, new, 1))
    return plant


def in_xlsx(part, old, new):
    def plant(target):
        path = os.path.join(target, "jamforelse.xlsx")
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name).decode() for name in archive.namelist()}
        assert old in files[part], (part, old)
        files[part] = files[part].replace(old, new, 1)
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
    return plant


def removed(name):
    return lambda target: os.remove(os.path.join(target, name))


TOTALS, PEOPLE, PARTS, ROWS = (f"sammanstallning.json, {name}" for name in ("totaler", "remissinstanser", "delar", "synpunkter"))
CSV, MATRIX_CSV, XLSX = "synpunkter.csv", "jamforelse.csv", "jamforelse.xlsx"
INDEX, MATRIX_HTML, SECTIONS, SCRIPTS = (
    "index.html, totaler", "jamforelse.html, matris", "sammanstallning*.html, synpunkter", "sidorna kör inget som någon skrev")
PLANTED = [
    ("a total one off", in_json(lambda data: data["totaler"]["vikt"].update(mindre=2)), TOTALS, "vikt:mindre"),
    ("a value without its zero", in_json(lambda data: data["totaler"]["svarsläge"].pop("anstånd")), TOTALS, "svarsläge:anstånd"),
    ("a number as text", in_json(lambda data: data["totaler"].update(synpunkter="5")), TOTALS, "synpunkter"),
    ("an invented total", in_json(lambda data: data["totaler"]["utfall"].update(avslås=0)), TOTALS, "avslås"),
    ("silence as approval", in_json(lambda data: data["remissinstanser"][2].update(hållning="tillstyrker")), PEOPLE, "tyst hållning"),
    ("a respondent left out", in_json(lambda data: data["remissinstanser"].pop(2)), PEOPLE, "tyst"),
    ("an element counted once too often", in_json(lambda data: data["delar"][2].update(synpunkter=4)), PARTS, "mal:trygg"),
    ("a stance of zero", in_json(lambda data: data["delar"][0]["ställning"].update(neutral=0)), PARTS, "helhet"),
    ("what is missing left out", in_json(lambda data: data["delar"].pop(3)), PARTS, "saknas:kapitel:mal"),
    ("a text without its line break", in_json(lambda data: data["synpunkter"][0].update(
        bekymmer=data["synpunkter"][0]["bekymmer"].replace(",\n", ", "))), ROWS, "bara i blanktecken"),
    ("a text left as Markdown", in_json(lambda data: data["synpunkter"][0].update(förslag="\\@SUM(A1)")), ROWS, "förslag"),
    ("a text with other words", in_json(lambda data: data["synpunkter"][4].update(bekymmer="Starka ord (Källa 2020).")), ROWS, "BOL-2"),
    ("an empty fact written", in_json(lambda data: data["synpunkter"][2].update(vikt="")), ROWS, "NÄM-03"),
    ("an outcome for nothing", in_json(lambda data: data["synpunkter"][4].update(utfall="noteras")), ROWS, "utfall"),
    ("a place lost", in_json(lambda data: data["synpunkter"][0].pop("finns-i")), ROWS, "finns-i"),
    ("a viewpoint twice", in_json(lambda data: data["synpunkter"].append(data["synpunkter"][0])), ROWS, "två gånger"),
    ("a viewpoint of another", in_json(lambda data: data["synpunkter"][0].update(remissinstans="bolaget")), ROWS, "remissinstans"),
    ("no BOM", in_file(CSV, b"\xef\xbb\xbf", b""), CSV, "BOM"),
    ("LF between records", in_file(CSV, b"Finns i\r\n", b"Finns i\n"), CSV, "CRLF"),
    ("CRLF in a cell", in_file(CSV, b"raden,\nandra", b"raden,\r\nandra"), CSV, "CRLF"),
    ("a formula", in_file(CSV, "'+1 på det", "+1 på det"), CSV, "formel"),
    ("a formula in quotes", in_file(CSV, '"\'+1-bolaget; AB"', '"+1-bolaget; AB"'), CSV, "formel"),
    ("an apostrophe too many", in_file(CSV, ";Lägg till", ";'Lägg till"), CSV, "Önskan"),
    ("an outcome for what nobody handled", in_file(CSV, "(Källa 2020, s. 3).;;;;;", "(Källa 2020, s. 3).;;;noteras;;"), CSV, "BOL-2 Utfall"),
    ("a column lost", in_file(CSV, ";Vikt;", ";"), CSV, "rubrikerna"),
    ("a semicolon not quoted", in_file(CSV, "\"'+1-bolaget; AB\"", "'+1-bolaget; AB"), CSV, "celler"),
    ("a stray quote", in_file(CSV, ";Bra.", ";B\"ra."), CSV, "citattecken"),
    ("not UTF-8", in_file(CSV, "Nämnden".encode(), "Nämnden".encode("latin-1")), CSV, "UTF-8"),
    ("a stance in the wrong cell", in_file(MATRIX_CSV, "1 invänder, 1 önskar", "2 önskar"), MATRIX_CSV, "mal:trygg, namnden"),
    ("silence as a dash", in_file(MATRIX_CSV, "svarade inte", "–"), MATRIX_CSV, "tyst"),
    ("a dash as silence", in_file(MATRIX_CSV, "svarade inte;–", "svarade inte;svarade inte"), MATRIX_CSV, "erinrar"),
    ("an empty cell", in_file(MATRIX_CSV, "1 stöder;–", "1 stöder;"), MATRIX_CSV, "helhet, bolaget"),
    ("a row lost", in_file(MATRIX_CSV, "kapitel:mal;", "kapitel:x;"), MATRIX_CSV, "kapitel:mal"),
    ("a formula as title", in_file(MATRIX_CSV, "'=Trygg", "=Trygg"), MATRIX_CSV, "formel"),
    ("a formula in the workbook", in_xlsx("xl/worksheets/sheet2.xml", "<v>1</v>", "<f>1</f><v>1</v>"), XLSX, "formel"),
    ("a header not frozen", in_xlsx("xl/worksheets/sheet3.xml", ' state="frozen"', ""), XLSX, "låst"),
    ("no filter", in_xlsx("xl/worksheets/sheet2.xml", "<autoFilter", "<otherFilter"), XLSX, "autofilter"),
    ("a filter of the header only", in_xlsx("xl/worksheets/sheet4.xml", "A1:F5", "A1:F1"), XLSX, "når inte"),
    ("a sheet renamed", in_xlsx("xl/workbook.xml", "Matris", "Matrisen"), XLSX, "bladen"),
    ("a count in the workbook", in_xlsx("xl/worksheets/sheet1.xml", "<v>5</v>", "<v>6</v>"), XLSX, "Totaler synpunkter"),
    ("a number as text in the workbook", in_xlsx(
        "xl/worksheets/sheet4.xml", '<c r="F2"><v>3</v></c>', '<c r="F2" t="inlineStr"><is><t>3</t></is></c>'), XLSX, "inte ett tal"),
    ("a word in the workbook", in_xlsx("xl/sharedStrings.xml", "Till staten.", "Till regionen."), XLSX, "Skäl"),
    ("silence as approval in the workbook", in_xlsx("xl/worksheets/sheet4.xml", '<c r="F4">', '<c r="D4" t="inlineStr"><is><t>tillstyrker</t></is></c><c r="F4">'),
     XLSX, "tyst hållning"),
    ("silence for an answer in the workbook", in_xlsx(
        "xl/worksheets/sheet4.xml", '<c r="F2">', '<c r="D2" t="inlineStr"><is><t>svarade inte</t></is></c><c r="F2">'), XLSX, "namnden hållning"),
    ("an element without a kind", in_json(lambda data: data["delar"][2].pop("slag")), PARTS, "mal:trygg: saknar slag"),
    ("a total on the page", in_file("index.html", 'data-total="synpunkter"><b>5', 'data-total="synpunkter"><b>4'), INDEX, "synpunkter"),
    ("a total without its mark", in_file("index.html", 'data-total="utfall:ohanterad"', ""), INDEX, "utfall:ohanterad"),
    ("a cell on the page", in_file("jamforelse.html", "⊕ 1 invänder, 1 önskar", "⊕ 1 invänder"), MATRIX_HTML, "mal:trygg, namnden"),
    ("a cell not on the page", in_file("jamforelse.html", 'data-instans="tyst"', 'data-instanz="tyst"'), MATRIX_HTML, "helhet, tyst"),
    ("a cell twice", in_file("jamforelse.html", '<tr data-del="kapitel:mal"', '<tr data-del="helhet"'),
     MATRIX_HTML, "två gånger"),
    ("a section lost", in_file("sammanstallning-2.html", 'class="rad synpunkt"', 'class="rad"'), SECTIONS, "saknas"),
    ("an id twice", in_file("sammanstallning-2.html", 'id="synpunkt-bol-2"', 'id="synpunkt-bol-1"'), SECTIONS, "2 gånger"),
    ("words lost", in_file("sammanstallning.html", "Nytt stycke.", ""), SECTIONS, "Nyttstycke"),
    ("a script that a respondent wrote", in_file("sammanstallning.html", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"), SCRIPTS, "alert(1)"),
    ("an event", in_file("sammanstallning.html", "<h3>", '<h3 onclick="x()">'), SCRIPTS, "händelsen"),
    *((f"{name} not written", removed(name), check, "finns inte") for name, check in (
        ("sammanstallning.json", TOTALS), (CSV, CSV), (MATRIX_CSV, MATRIX_CSV), (XLSX, XLSX), ("index.html", INDEX),
        ("jamforelse.html", MATRIX_HTML))),
]


@pytest.mark.parametrize("plant, name, said", [pytest.param(*rest, id=title) for title, *rest in PLANTED])
def test_difference_is_told(made, plant, name, said):
    content, output, target = made
    # The JSON is read by four checks, and a script takes words away.
    blamed = {TOTALS: (PEOPLE, PARTS, ROWS) if said == "finns inte" else (), SCRIPTS: (SECTIONS,), PARTS: (MATRIX_CSV, XLSX) if "slag" in said else ()}.get(name, ())
    plant(target)
    found = wrong(content, output)
    assert name in found and any(said in one for one in found[name]), found
    # Nothing else is blamed.
    assert found.keys() <= {name, *blamed}, found
    done = subprocess.run([sys.executable, os.path.join(HERE, "recount.py"), content, ID, output], capture_output=True, text=True)
    assert done.returncode == 1 and f"FEL:  {name}" in done.stdout


def test_empty_consultation_is_refused(tmp_path):
    content, output = str(tmp_path / "Content"), str(tmp_path / "Output")
    write_content(content, responses={"erinrar": SVAR["erinrar"]}, dispositions=None)
    data = copied(RIGHT)
    data["totaler"] = {group: dict.fromkeys(values, 0) if isinstance(values, dict) else 0 for group, values in data["totaler"].items()}
    data["totaler"].update(remissinstanser=4, svarsläge=RIGHT["totaler"]["svarsläge"])
    data["totaler"]["hållning"]["har inget att erinra"] = 1
    for one in data["remissinstanser"]:
        one["synpunkter"] = 0
        if one["id"] != "erinrar":
            one.pop("hållning", None), one.pop("behandlingsläge", None)
    data["delar"], data["synpunkter"] = [], []
    write_output(output, data, [])
    assert wrong(content, output)["remissen är inte tom"] == ["remissen har inga synpunkter: det finns inget att räkna"]


@pytest.mark.parametrize("change, said", [
    (("BOL-2", "BOL-1"), "samma id"), (("slag: fråga", "slag: undran"), "undran"), (("    hållning: önskar\n    slag: fråga", "    slag: fråga"), "saknar hållning"),
    (("respondent: bolaget", "respondent: okand"), "står inte bland"), (("    saknas-i: kapitel:mal\n", ""), "i vilken del")])
def test_input_that_counts_in_two_ways(tmp_path, change, said):
    content, output = str(tmp_path / "Content"), str(tmp_path / "Output")
    write_content(content, responses=SVAR | {"bolaget": SVAR["bolaget"].replace(*change)})
    write_output(output, copied(RIGHT), copied(CELLS))
    assert any(said in one for one in wrong(content, output)["underlaget går att räkna på ett sätt"])


def test_no_such_consultation(tmp_path):
    done = subprocess.run([sys.executable, os.path.join(HERE, "recount.py"), str(tmp_path), ID, str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 2 and "remiss.yaml" in done.stderr


# MARK: Plain text, judged by the program cmark

def plain_by_cmark(sources):
    """The plain text of many CommonMark texts, each with whether it has soft breaks or more than paragraphs."""
    mark = "<!-- här skiljs de -->"
    done = subprocess.run(["cmark", "-t", "xml"], input=f"\n\n{mark}\n\n".join(sources).encode(), capture_output=True, check=True)
    space = "{http://commonmark.org/xml/1.0}"
    results, current, simple = [], [], True
    for block in ElementTree.fromstring(done.stdout):
        if block.tag == f"{space}html_block" and block.text.strip() == mark:
            results.append(("\n\n".join(current), simple))
            current, simple = [], True
            continue
        simple = simple and block.tag == f"{space}paragraph"
        text = []
        for node in block.iter():
            if node.tag in (f"{space}text", f"{space}code"):
                text.append(node.text or "")
            elif node.tag == f"{space}linebreak":
                text.append("\n")
            elif node.tag not in (block.tag, f"{space}link"):
                simple = False
        current.append("".join(text))
    results.append(("\n\n".join(current), simple))
    assert len(results) == len(sources)
    return results


@needs_cmark
def test_commonmark_shows_the_words():
    texts = consultation.Texts(consultation.Draw(3))
    plain = [texts.text() for _ in range(6000)] + [texts.claim() for _ in range(1000)] + [texts.proposal("ändring") for _ in range(1000)]
    plain += [*consultation.AWKWARD, *consultation.FORMULAS, *(line.strip() for line in consultation.LINES if line.strip())]
    plain += [f"{one}\n{two.strip()}" for one in ("Ord", "=1") for two in consultation.LINES if two.strip()]
    plain += [f"{one} {two}\n{one}" for one in consultation.AWKWARD for two in consultation.AWKWARD]
    sources = [consultation.commonmark(text) for text in plain]
    for text, source, (shown, simple) in zip(plain, sources, plain_by_cmark(sources)):
        assert simple and shown == text, (text, source, shown)
        assert recount.plain(source).exact == text, (text, source)


@needs_cmark
def test_plain_text_of_real_content():
    content = os.environ.get("STYRDOK_CONTENT") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Content")
    sources = []
    for path in glob.glob(f"{content}/remisser/*/svar/*.yaml"):
        for row in recount.load(path).get("synpunkter", []):
            sources += [row[key] for key in ("bekymmer", "önskan", "förslag", "inaktuellt") if row.get(key)]
    if not sources:
        pytest.skip("inget innehåll")
    exact = 0
    for source, (shown, simple) in zip(sources, plain_by_cmark(sources)):
        found = recount.plain(source)
        assert found.differs(shown) is None or "@" in source, (source, shown)
        exact += found.exact is not None
    assert exact > len(sources) // 2


@pytest.mark.parametrize("source, text", [
    ("En rad\nen till", "En rad en till"), ("- a\n- b", "a\nb"), ("1. a\n2. b", "1. a\n2. b"), ("> citat", "citat"), ("# R\n\ntext", "R\n\ntext"), ("`kod` här", "kod här"),
    ("Se <kapitel:mal> nu", "Se Mål nu"), ("*a* **b** c_d_e", "a b c_d_e"), ("Det är [@a; @b, s. 3].", "Det är (A 2020; B 2021, s. 3)."), ("Som @cohen-1979 sa", "Som Cohen (1979) sa"),
    ("![bild](x.png) text", "bild text"), ("a  \nb", "a\nb"), ("Se [*målet*](mal:x).", "Se målet.")])
def test_markup_is_compared_by_words(source, text):
    assert recount.plain(source).differs(text) is None
    assert recount.plain(source).differs(text.replace("e", "i").replace("a", "u").replace("R", "S")) is not None or not re.search("[eaR]", source)


# MARK: The generator

def programme(folder, kinds=3):
    """A small programme: chapters, a register in two styles, and two editions."""
    for name, word in (("program", "Ett"), ("nytt", "Två")):
        os.makedirs(os.path.join(folder, name, "kapitel"))
        files = {"program.yaml": "titel: P\n", "roller.yaml": "- { id: vakt, titel: \"Vakten, ute\", nivå: lokal }\n- id: chef\n  titel: 'Chefen: \"A\"'\n  krav: [R3, R5]\n"}
        files |= {f"kapitel/k{number}.md": f"---\ntitel: Kapitel {number} å ä ö\nkrav: R7\n---\n\n{word if number == 1 else 'Lika'}\n" for number in range(kinds)}
        for path, text in files.items():
            with open(os.path.join(folder, name, path), "w", encoding="utf-8") as file:
                file.write(text)
    with open(os.path.join(folder, "styrdok.yaml"), "w", encoding="utf-8") as file:
        file.write("namn: P\ndokument: [program, nytt]\n")
    return folder


def make(folder, *arguments):
    return consultation.generate(str(folder), ["--programme", "program", *arguments])


def files_of(folder):
    return {path: open(path, "rb").read() for path in sorted(glob.glob(f"{folder}/**/*.yaml", recursive=True))}


@pytest.fixture
def content(tmp_path):
    return programme(str(tmp_path / "Content"))


def loaded(folder, name=consultation.CONSULTATION):
    base = os.path.join(folder, "remisser", name)
    read = lambda path: yaml.safe_load(open(path, encoding="utf-8"))  # noqa: E731
    responses = {path: read(path) for path in sorted(glob.glob(f"{base}/svar/*.yaml"))}
    return read(f"{base}/remiss.yaml"), list(responses.values()), read(f"{base}/hantering.yaml")


def test_same_seed_gives_same_bytes(content):
    make(content, "--respondents", "40", "--viewpoints", "200")
    first = files_of(content)
    make(content, "--respondents", "40", "--viewpoints", "200")
    assert files_of(content) == first
    make(content, "--respondents", "40", "--viewpoints", "200", "--seed", "8")
    assert files_of(content) != first


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("mode", [(), ("--right",)])
def test_every_value_occurs(content, seed, mode):
    said = make(content, "--respondents", "33", "--viewpoints", "60", "--seed", str(seed), *mode)
    remiss, responses, dispositions = loaded(content)
    rows = [row for response in responses for row in response.get("synpunkter", [])]
    assert (said["respondents"], said["responses"], said["viewpoints"], said["dispositions"]) == (33, len(responses), 60, 60) == (
        len(remiss["remissinstanser"]), len(responses), len(rows), len(dispositions))
    assert {one["typ"] for one in remiss["remissinstanser"]} == set(recount.TYPES)
    assert {one["svarsläge"] for one in remiss["remissinstanser"]} == set(recount.VALUES["svarsläge"])
    assert {one["hållning"] for one in responses} == set(recount.VALUES["hållning"])
    assert {one["behandlingsläge"] for one in responses} == set(recount.VALUES["behandlingsläge"])
    assert {row["hållning"] for row in rows} == set(recount.VALUES["ställning"])
    assert {row["slag"] for row in rows} == set(recount.VALUES["slag"])
    assert {row.get("vikt", "ej angiven") for row in rows} == set(recount.VALUES["vikt"])
    assert {row["ankare"] for row in rows} == set(recount.VALUES["ankare"]) and any(len(row.get("gäller", [])) > 1 for row in rows)
    assert {row.get("beslutas-av") for row in rows} == set(consultation.DECIDERS)
    assert {one for row in rows for one in row.get("konsekvenser", [])} == set(consultation.CONSEQUENCES)
    assert {one["utfall"] for one in dispositions} == set(consultation.OUTCOMES)


@pytest.mark.parametrize("viewpoints", (25, 60, 900))
@pytest.mark.parametrize("seed", range(6))
def test_right_is_right(content, seed, viewpoints):
    assert make(content, "--respondents", "33", "--viewpoints", str(viewpoints), "--seed", str(seed), "--right")["breaches"] == {}
    remiss, responses, dispositions = loaded(content)
    states = {one["id"]: one["svarsläge"] for one in remiss["remissinstanser"]}
    assert {one["respondent"] for one in responses} == {name for name, state in states.items() if state == "inkommet"}
    ids = collections.Counter()
    for response in responses:
        rows = response.get("synpunkter", [])
        ids.update(row["id"] for row in rows)
        assert bool(rows) == (response["hållning"] not in consultation.WITHOUT_VIEWPOINTS)
        stances = {row["hållning"] for row in rows}
        assert not (response["hållning"] == "tillstyrker" and "invänder" in stances)
        assert response["hållning"] != "avstyrker" or "invänder" in stances
        assert response["hållning"] != consultation.CONDITIONAL or stances & {"önskar", "invänder"}
        assert ("beslut" in response) == (response["behandlingsläge"] in ("nämndbeslut", "delegationsbeslut"))
        assert "kommunfullmäktige" not in response["mottagare"]
        for row in rows:
            assert row["bekymmer"] and (row["slag"] not in consultation.WORDED or row["förslag"])
            assert row["hållning"] not in ("önskar", "invänder") or row["krav"][0] in ("R3", "R5", "R7")
            assert row["slag"] != "fakta" or row["per"]
            assert (row["ankare"] == "element") == ("gäller" in row) and (row["ankare"] == "saknas") == ("saknas-i" in row)
    assert max(ids.values()) == 1 and [one["synpunkt"] for one in dispositions if one["synpunkt"] not in ids] == []
    outcomes = {one["synpunkt"]: one for one in dispositions}
    for one in dispositions:
        assert one["skäl"] and bool(one.get("finns-i")) == (one["utfall"] in consultation.MET)
        for other in one.get("sammanförd-med", []):
            assert outcomes[other]["utfall"] == one["utfall"] and one["synpunkt"] in outcomes[other]["sammanförd-med"]


def test_yaml_is_canonical(content):
    make(content, "--respondents", "60", "--viewpoints", "2000")
    for path, data in files_of(os.path.join(content, "remisser")).items():
        text = data.decode()
        assert text.endswith("\n") and not re.search(r"(?m)[ \t]+$|^ *\t", text.replace("\u00a0", "x")), path
        assert not re.search(r"(?m)^\s*[\w-]+: [\"'].*\\n", text)


def test_broken_breaks_everything(content):
    said = make(content, "--respondents", "66", "--viewpoints", "400", "--broken", "--fingerprint", "abc")["breaches"]
    hard = {*consultation.HARD_VIEWPOINT, *consultation.HARD_DISPOSITION, "delegated-to-council", "other-fingerprint", "unlisted-respondent"}
    assert {name: said.get(name) for name in hard} == dict.fromkeys(hard, 1)
    assert {*consultation.MILD, "approves-but-objects", "no-objection-but-asks", "received-without-file", "decision-missing"} <= said.keys()
    problems = recount.read_consultation(content, consultation.CONSULTATION).problems
    for word in ("samma id", "saknar hållning", "utanfor", "FINNS-INTE-01", "tillgodosedd", "två hanteringar", "vilken del", "vilken"):
        assert any(word in one for one in problems), word


def test_new_edition_shows_what_changed(content):
    make(content, "--respondents", "33", "--viewpoints", "200", "--right", "--new-edition", "nytt")
    remiss, _, dispositions = loaded(content)
    assert remiss["ny-upplaga"] == "nytt"
    assert {place for one in dispositions if one["utfall"] in consultation.MET[:2] for place in one["finns-i"]} == {"kapitel:k1"}


def test_unhandled_and_addresses(content, tmp_path):
    listed = tmp_path / "adresser.tsv"
    listed.write_text("mal:ett\tMålet ett\nbegrepp:två\n", encoding="utf-8")
    assert make(content, "--respondents", "33", "--viewpoints", "100", "--unhandled", "13", "--addresses", str(listed))["dispositions"] == 87
    _, responses, dispositions = loaded(content)
    assert len(dispositions) == 87
    assert {place for one in responses for row in one.get("synpunkter", []) for place in row.get("gäller", [])} == {"mal:ett", "begrepp:två"}


@pytest.mark.parametrize("before, after", [
    ("namn: P\n", "namn: P\nremisser: [provremiss]\n"), ("remisser: [a, b]\nspråk: sv", "remisser: [a, b, provremiss]\nspråk: sv"),
    ("remisser: a\n", "remisser: [a, provremiss]\n"), ("remisser:\n  - a\n  # en kommentar\n  - b\n\nspråk: sv\n", "remisser:\n  - a\n  # en kommentar\n  - b\n  - provremiss\n\nspråk: sv\n"),
    ("remisser: [provremiss]\n", "remisser: [provremiss]\n"), ("remisser:\n- a\n- provremiss\n", "remisser:\n- a\n- provremiss\n"), ("remisser: []\n", "remisser: [provremiss]\n"),
    ("remisser: # än inga\nspråk: sv\n", "remisser: # än inga\n  - provremiss\nspråk: sv\n"), ("namn: P", "namn: P\nremisser: [provremiss]\n")])
def test_consultation_is_listed(tmp_path, before, after):
    path = tmp_path / "styrdok.yaml"
    path.write_text(before, encoding="utf-8")
    consultation.list_consultation(str(path), "provremiss")
    assert path.read_text(encoding="utf-8") == after


def test_what_is_not_made_up_is_not_touched(content):
    os.makedirs(os.path.join(content, "remisser", "provremiss"))
    with open(os.path.join(content, "remisser", "provremiss", "remiss.yaml"), "w") as file:
        file.write("titel: Riktig\n")
    before = files_of(content)
    with pytest.raises(ValueError, match="skrivs inte över"):
        make(content, "--respondents", "3", "--viewpoints", "3")
    assert files_of(content) == before


def test_requirement_is_carried_only_when_asked(content):
    path = os.path.join(content, "program", "roller.yaml")
    for name in glob.glob(f"{content}/program/**/*.*", recursive=True):
        text = open(name, encoding="utf-8").read()
        with open(name, "w", encoding="utf-8") as file:
            file.write(re.sub(r"(?m)^ *krav: .*\n", "", text))
    with pytest.raises(ValueError, match="--carry"):
        make(content, "--respondents", "3", "--viewpoints", "3", "--right")
    make(content, "--respondents", "3", "--viewpoints", "3", "--right", "--carry")
    assert open(path, encoding="utf-8").read().count("krav: [R5]") == 1
    make(content, "--respondents", "3", "--viewpoints", "3", "--right", "--carry")
    assert open(path, encoding="utf-8").read().count("krav: [R5]") == 1


@pytest.mark.parametrize("numbers", [("1", "0"), ("1", "1"), ("2", "7"), ("33", "0"), ("33", "3"), ("200", "50")])
def test_small_and_uneven(content, numbers):
    said = make(content, "--respondents", numbers[0], "--viewpoints", numbers[1])
    remiss, responses, dispositions = loaded(content)
    assert sum(len(one.get("synpunkter", [])) for one in responses) == int(numbers[1]) == len(dispositions) == said["viewpoints"]
    assert len(remiss["remissinstanser"]) == int(numbers[0])


# MARK: Both together

def facts_of(folder):
    """The facts of a generated consultation by another path than recount's: PyYAML as it is, and the program cmark."""
    remiss, responses, dispositions = loaded(folder)
    handled = {one["synpunkt"]: one for one in dispositions}
    by_respondent = {one["respondent"]: one for one in responses}
    people, rows, prose = [], [], []
    for one in remiss["remissinstanser"]:
        response = by_respondent.get(one["id"], {})
        people.append({**one, **{key: response[key] for key in ("hållning", "behandlingsläge") if key in response},
                       "synpunkter": len(response.get("synpunkter", []))})
        for source in response.get("synpunkter", []):
            row = {"remissinstans": one["id"], "gäller": source.get("gäller", [])}
            row |= {key: source[key] for key in (
                "id", "ankare", "saknas-i", "hållning", "slag", "vikt", "beslutas-av", "konsekvenser", "citat", "bekymmer", "önskan", "förslag") if key in source}
            row |= {key: handled.get(source["id"], {})[key] for key in ("utfall", "skäl", "finns-i") if key in handled.get(source["id"], {})}
            rows.append(row)
            prose += [(row, key) for key in ("bekymmer", "önskan", "förslag", "skäl") if key in row]
    for (row, key), (text, _) in zip(prose, plain_by_cmark([row[key] for row, key in prose])):
        row[key] = text
    totals = {group: dict.fromkeys(values, 0) for group, values in recount.VALUES.items()}
    for one in people:
        totals["svarsläge"][one["svarsläge"]] += 1
    for one in responses:
        totals["hållning"][one["hållning"]] += 1
        totals["behandlingsläge"][one["behandlingsläge"]] += 1
    parts = {}
    for row in rows:
        totals["ställning"][row["hållning"]] += 1
        totals["slag"][row["slag"]] += 1
        totals["ankare"][row["ankare"]] += 1
        totals["vikt"][row.get("vikt", "ej angiven")] += 1
        totals["utfall"][row.get("utfall", "ohanterad")] += 1
        for place in row["gäller"] if row["ankare"] == "element" else [row["ankare"] + (":" + row["saknas-i"] if "saknas-i" in row else "")]:
            parts.setdefault(place, []).append(row)
    elements = [{"adress": place, "titel": f"-{place}", "slag": place.split(":")[0], "synpunkter": len(found),
                 "ställning": dict(collections.Counter(row["hållning"] for row in found))} for place, found in parts.items()]
    cells = [[("svarade inte" if one["id"] not in by_respondent else ", ".join(
        f"{number} {stance}" for stance, number in collections.Counter(row["hållning"] for row in found if row["remissinstans"] == one["id"]).items()) or "–")
        for one in people] for found in parts.values()]
    return {"totaler": {"remissinstanser": len(people), "synpunkter": len(rows), **totals}, "remissinstanser": people, "delar": elements, "synpunkter": rows}, cells


@needs_cmark
@pytest.mark.parametrize("mode", [(), ("--right",), ("--unhandled", "40")])
def test_generated_consultation_is_counted_right(content, tmp_path, mode):
    make(content, "--id", ID, "--respondents", "40", "--viewpoints", "1500", *mode)
    os.rename(os.path.join(content, "remisser", ID), os.path.join(content, "remisser", consultation.CONSULTATION))
    data, cells = facts_of(content)
    os.rename(os.path.join(content, "remisser", consultation.CONSULTATION), os.path.join(content, "remisser", ID))
    output = str(tmp_path / "Output")
    target = write_output(output, data, cells)
    assert wrong(content, output) == {}
    data["synpunkter"][777]["skäl" if "skäl" in data["synpunkter"][777] else "bekymmer"] += "!"
    shutil.rmtree(target)
    write_output(output, data, cells)
    assert {ROWS, CSV, XLSX} == set(wrong(content, output))
