"""From the browser to the comparison, and generated consultations counted by somebody else."""
import csv
import json
import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import sync_playwright

import recount
from conftest import ROOT
from response_form import fill_in_and_download, open_form

GENERATOR = ROOT / "Scripts" / "support" / "consultation.py"


def generate(content, *options, viewpoints, respondents=33):
    done = subprocess.run(
        [sys.executable, GENERATOR, "--respondents", str(respondents), "--viewpoints", str(viewpoints), *map(str, options), content],
        capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def differences(content, output, consultation="provremiss"):
    return [f"{check.name}: {difference}" for check in recount.recount(str(content), consultation, str(output)) for difference in check.differences]


def test_what_is_written_in_the_browser_comes_out_in_the_comparison_word_for_word(styrdok, open_consultation, tmp_path):
    content = tmp_path / "Content"
    shutil.copytree(open_consultation / "Content", content)
    form = open_consultation / "Output" / "remisser" / "trygghetsprogram-2020" / "svarsformular.html"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_context(accept_downloads=True, locale="sv-SE").new_page()
        open_form(page, form)
        _, file = fill_in_and_download(page, tmp_path / "svar.json")
        browser.close()
    said = styrdok.run("remiss", "import", tmp_path / "svar.json", "--content", content)
    assert "nytt svar" in said
    assert "0 fel" in styrdok.run("remiss", "check", "--content", content)
    styrdok.build(content, tmp_path / "Output")
    folder = tmp_path / "Output" / "remisser" / "trygghetsprogram-2020"
    written = file["svar"]["synpunkter"][0]
    row = next(row for row in json.loads((folder / "sammanstallning.json").read_text(encoding="utf-8"))["synpunkter"] if row["id"] == written["id"])
    for key in ("bekymmer", "önskan", "förslag", "hållning", "slag", "gäller"):
        assert row[key] == written[key], key
    with open(folder / "synpunkter.csv", encoding="utf-8-sig", newline="") as table:
        cells = next(cells for cells in csv.DictReader(table, delimiter=";") if cells["Id"] == written["id"])
    assert cells["Bekymmer"] == written["bekymmer"]
    assert differences(content, tmp_path / "Output", "trygghetsprogram-2020") == []


@pytest.mark.parametrize("options", [
    ["--right", "--programme", "trygghetsprogram"],
    ["--right", "--programme", "trygghetsprogram", "--unhandled", 30, "--seed", 11],
    ["--right", "--programme", "trygghetsprogram-remissversion", "--new-edition", "trygghetsprogram", "--seed", 3, "--closed", "--carry"],
], ids=["handled", "unhandled", "closed with a new edition"])
def test_every_output_has_the_numbers_that_somebody_else_counts(styrdok, content, tmp_path, options):
    made = generate(content, *options, viewpoints=400)
    assert made["responses"] < made["respondents"]
    styrdok.build(content, tmp_path / "Output")
    assert differences(content, tmp_path / "Output") == []


def test_what_is_contradictory_is_found(styrdok, content):
    made = generate(content, "--programme", "trygghetsprogram", viewpoints=300)
    assert made["breaches"]
    said = styrdok.run("remiss", "check", "--remiss", "provremiss", "--content", content, expect=1)
    for rule in ("stance-consistent", "objection-reasoned", "change-worded"):
        assert f"[{rule}]" in said, rule


def test_a_closed_consultation_leaves_nothing_unhandled(styrdok, content):
    generate(content, "--right", "--programme", "trygghetsprogram", "--unhandled", 3, viewpoints=60)
    assert "0 fel" in styrdok.run("remiss", "check", "--remiss", "provremiss", "--content", content)
    said = styrdok.run("remiss", "check", "--closing", "--remiss", "provremiss", "--content", content, expect=1)
    assert said.count("[viewpoint-handled]") == 3


def test_libreoffice_opens_the_workbook_with_the_same_cells(styrdok, content, tmp_path):
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice saknas")
    generate(content, "--right", "--programme", "trygghetsprogram", viewpoints=60)
    styrdok.build(content, tmp_path / "Output")
    book = tmp_path / "Output" / "remisser" / "provremiss" / "jamforelse.xlsx"
    subprocess.run(["soffice", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,3", "--outdir", tmp_path, book],
                   check=True, capture_output=True, timeout=120)
    converted = next(tmp_path.glob("jamforelse*Synpunkter*.csv"))
    with open(converted, encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter=";"))
    with open(book.parent / "synpunkter.csv", encoding="utf-8-sig", newline="") as table:
        expected = list(csv.DictReader(table, delimiter=";"))
    assert [row["Id"] for row in rows] == [row["Id"] for row in expected]
    # The table in CSV has an apostrophe before what a spreadsheet would reckon; the workbook needs none.
    assert [row["Önskan"] for row in rows] == [row["Önskan"].removeprefix("'") for row in expected]
