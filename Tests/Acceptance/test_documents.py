"""PDF and DOCX of real documents, read back by other programs than those that made them."""
import base64
import os
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from conftest import ROOT

PROGRAMME = "trygghetsprogram/trygghetsprogram"
CONSULTATION = "remisser/trygghetsprogram-2020"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def build(styrdok, content, output, *arguments, cache, **environment):
    """Builds; the cache folder is a test's own, so that no earlier run helps."""
    variables = {**os.environ, "XDG_CACHE_HOME": str(cache), "STYRDOK_WEASYPRINT": str(ROOT / ".build/python/bin/weasyprint"), **environment}
    done = subprocess.run(
        [styrdok.path, "build", "--content", content, "--output", output, "--templates", ROOT / "Templates", *arguments],
        capture_output=True, text=True, env=variables)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def shipped(styrdok, tmp_path_factory):
    """The shipped content with every document; unchanged documents are kept between runs beside the build."""
    output = tmp_path_factory.mktemp("dokument") / "Output"
    said = build(styrdok, ROOT / "Content", output, "--pdf", "--docx", cache=ROOT / ".build" / "cache")
    assert "gjordes inte" not in said
    return output


@pytest.fixture(scope="module")
def small(styrdok, tmp_path_factory):
    folder = tmp_path_factory.mktemp("liten")
    build(styrdok, ROOT / "Tests/Fixtures/almby", folder / "Output", "--pdf", "--docx", cache=folder / "cache")
    return folder


def stems(output):
    return sorted(path.relative_to(output).with_suffix("") for path in output.rglob("*.pdf"))


def text_of(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def words(text):
    """Without what a line break does to a text: blanks, hyphens and the marks of where it was divided."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


class Headings(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found, self.open = [], None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if re.fullmatch("h[2-6]", tag):
            self.open = ""

    def handle_data(self, data):
        if self.open is not None:
            self.open += data

    def handle_endtag(self, tag):
        if re.fullmatch("h[2-6]", tag) and self.open is not None:
            self.found.append(" ".join(self.open.split()))
            self.open = None


def bookmarks(pdf):
    titles = []

    def walk(items):
        for item in items:
            titles.append(" ".join(item.title.split()))
            walk(item.children)
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        walk(outline.root)
    return titles


def elements(node):
    """Every structure element, in order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def test_every_document_is_made_in_both_forms_and_linked_from_its_page(shipped):
    editions = [str(path.parent.relative_to(shipped) / path.parent.name) for path in shipped.glob("*/program.json")]
    assert sorted(str(stem) for stem in stems(shipped)) == sorted(editions + [
        f"{CONSULTATION}/enskede-arsta-vantor", f"{CONSULTATION}/sammanstallning"])
    listed = (shipped / "manifest.json").read_text()
    for stem in stems(shipped):
        page = shipped / (stem.parent / "index.html" if stem.parent.name == stem.name else stem.with_suffix(".html"))
        for ending in ("pdf", "docx"):
            assert f'href="{stem.name}.{ending}"' in page.read_text(encoding="utf-8"), page
            assert f'"{stem}.{ending}"' in listed


def test_a_pdf_is_tagged_swedish_and_titled_with_every_font_in_it(shipped):
    for stem in stems(shipped):
        path = shipped / stem.with_suffix(".pdf")
        with pikepdf.open(path) as pdf:
            root = pdf.Root
            assert root.MarkInfo.Marked and root.Lang == "sv" and root.ViewerPreferences.DisplayDocTitle, stem
            assert len(str(pdf.docinfo["/Title"])) > 10
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1"
        fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert fonts
        for line in fonts:
            assert re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+0$", line).group(1) == "yes", line
            assert "Lato" in line or "DejaVu" in line, line


def test_the_tags_of_a_pdf_say_what_stands_there(shipped):
    for stem in stems(shipped):
        with pikepdf.open(shipped / stem.with_suffix(".pdf")) as pdf:
            found = list(elements(pdf.Root.StructTreeRoot.K))
            levels = [int(str(each.S)[2]) for each in found if re.fullmatch("/H[1-6]", str(each.S))]
            assert levels[0] == 1 and levels.count(1) == 1
            for above, below in zip(levels, levels[1:]):
                assert below <= above + 1, f"{stem}: H{above} följs av H{below}"
            # A cell names its headers by their ids, which takes the place of a scope.
            headers = {bytes(each.ID) for each in found if each.S == "/TH" and "/ID" in each}
            for cell in (each for each in found if each.S == "/TD"):
                assert all(bytes(name) in headers for name in cell.A.Headers) and len(cell.A.Headers) > 0, stem
            for figure in (each for each in found if each.S == "/Figure"):
                assert str(figure.Alt)
            links = [each for each in found if each.S == "/Link"]
            tagged = [child for link in links for child in ([link.K] if not isinstance(link.K, pikepdf.Array) else link.K)
                      if isinstance(child, pikepdf.Dictionary) and child.get("/Type") == "/OBJR"]
            annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
            assert len(tagged) == len(annotations)
            for note in annotations:
                assert "/StructParent" in note and str(note.get("/Contents", ""))
                assert "file:" not in str(note.get("/A", {}).get("/URI", ""))


def test_nothing_on_a_page_is_outside_the_tags_or_the_artifacts(small):
    painting = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "Do", "sh"}
    with pikepdf.open(small / "Output/program/program.pdf") as pdf:
        for number, page in enumerate(pdf.pages, 1):
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                if operator in ("BDC", "BMC"):
                    depth += 1
                elif operator == "EMC":
                    depth -= 1
                elif operator in painting:
                    assert depth > 0, f"sida {number}: {operator} utan märkning"


def test_every_heading_of_the_programme_is_a_bookmark(shipped):
    headings = Headings(re.search("<main.*</main>", (shipped / "trygghetsprogram/hela.html").read_text(encoding="utf-8"), re.S).group(0)).found
    assert len(headings) > 200
    assert [words(title) for title in bookmarks(shipped / f"{PROGRAMME}.pdf")] == [words(heading) for heading in headings]


def test_the_contents_give_the_page_where_each_part_begins(shipped):
    pages = text_of(shipped / f"{PROGRAMME}.pdf").split("\f")
    contents = next(page for page in pages if re.search(r"^\s*Innehåll\s*$", page, re.M))
    rows = re.findall(r"^\s*(\S.*?)\s{3,}(\d+)\s*$", contents, re.M)
    assert len(rows) >= 29
    for title, number in rows:
        assert words(title) in words(pages[int(number) - 1]), title


def test_every_viewpoint_stands_in_the_papers_of_the_consultation(shipped):
    ids = set(re.findall(r"^\s*-? ?id: (EAV-\d+)", (ROOT / "Content" / CONSULTATION / "svar/enskede-arsta-vantor.yaml").read_text(encoding="utf-8"), re.M))
    assert len(ids) > 50
    for name in ("enskede-arsta-vantor", "sammanstallning"):
        assert ids <= set(re.findall(r"EAV-\d+", text_of(shipped / CONSULTATION / f"{name}.pdf")))
        assert ids <= set(re.findall(r"EAV-\d+", "".join(ElementTree.fromstring(part(shipped / CONSULTATION / f"{name}.docx", "word/document.xml")).itertext())))


def test_no_page_ends_with_a_heading(shipped):
    for stem in stems(shipped):
        titles = {words(title) for title in bookmarks(shipped / stem.with_suffix(".pdf"))}
        for number, page in enumerate(text_of(shipped / stem.with_suffix(".pdf")).split("\f")[:-1], 1):
            lines = [line for line in page.splitlines() if line.strip()]
            # A label and what stands beside it are two words far apart.
            assert len(lines) < 3 or re.search(r"\S {3,}\S", lines[-2]) or words(lines[-2]) not in titles, f"{stem} sida {number}: {lines[-2].strip()}"


# DOCX


def part(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def test_notes_tables_language_and_title_are_words_own(shipped):
    path = shipped / f"{PROGRAMME}.docx"
    document = ElementTree.fromstring(part(path, "word/document.xml"))
    notes = [note for note in ElementTree.fromstring(part(path, "word/footnotes.xml")) if note.get(W + "type") is None]
    written = re.findall(r'class="fotnoter".*?</section>', (shipped / "trygghetsprogram/hela.html").read_text(encoding="utf-8"), re.S)
    assert len(notes) == sum(text.count("<li") for text in written) > 0
    tables = list(document.iter(W + "tbl"))
    assert len(tables) == (shipped / "trygghetsprogram/hela.html").read_text(encoding="utf-8").count("<table>")
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables)
    assert b'w:val="sv-SE"' in part(path, "word/styles.xml")
    core = part(path, "docProps/core.xml").decode()
    assert "<dc:title>Stockholms stads trygghetsprogram 2020–2023</dc:title>" in core and "2026-01-31T00:00:00Z" in core


def test_every_link_within_a_word_file_has_its_place(shipped):
    for stem in stems(shipped):
        document = ElementTree.fromstring(part(shipped / stem.with_suffix(".docx"), "word/document.xml"))
        names = {mark.get(W + "name") for mark in document.iter(W + "bookmarkStart")}
        wanted = {link.get(W + "anchor") for link in document.iter(W + "hyperlink") if link.get(W + "anchor")}
        assert wanted <= names, sorted(wanted - names)[:5]
        targets = re.findall(r'TargetMode="External"', part(shipped / stem.with_suffix(".docx"), "word/_rels/document.xml.rels").decode())
        assert all(re.match("https?:|mailto:", target) for target in re.findall(
            r'Target="([^"]*)" TargetMode="External"', part(shipped / stem.with_suffix(".docx"), "word/_rels/document.xml.rels").decode())), targets


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice saknas")
def test_libreoffice_opens_the_word_file_with_every_heading(shipped, tmp_path):
    done = subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profil", "--convert-to", "pdf", "--outdir", tmp_path, shipped / CONSULTATION / "enskede-arsta-vantor.docx"],
        capture_output=True, text=True, timeout=300)
    made = tmp_path / "enskede-arsta-vantor.pdf"
    if not made.exists() and "could not be loaded" in done.stderr + done.stdout:
        pytest.skip("LibreOffice Writer saknas")
    text = words(text_of(made))
    for heading in Headings((shipped / CONSULTATION / "enskede-arsta-vantor.html").read_text(encoding="utf-8")).found:
        assert words(heading) in text, heading


# The tools


def test_two_builds_without_a_cache_give_the_same_bytes(styrdok, small, tmp_path):
    build(styrdok, ROOT / "Tests/Fixtures/almby", tmp_path / "Output", "--pdf", "--docx", cache=tmp_path / "cache", TZ="Asia/Tokyo", LC_ALL="C")
    for ending in ("pdf", "docx"):
        assert (tmp_path / f"Output/program/program.{ending}").read_bytes() == (small / f"Output/program/program.{ending}").read_bytes()


def test_a_document_that_was_made_before_runs_no_program(styrdok, small, tmp_path):
    log = tmp_path / "log"
    for name, real in (("weasyprint", ROOT / ".build/python/bin/weasyprint"), ("pandoc", shutil.which("pandoc"))):
        (tmp_path / name).write_text(f'#!/bin/sh\necho {name} >> {log}\nexec {real} "$@"\n')
        (tmp_path / name).chmod(0o755)
    tools = {"STYRDOK_WEASYPRINT": str(tmp_path / "weasyprint"), "STYRDOK_PANDOC": str(tmp_path / "pandoc")}
    for output in ("ett", "två"):
        build(styrdok, ROOT / "Tests/Fixtures/almby", tmp_path / output, "--pdf", "--docx", cache=tmp_path / "cache", **tools)
        assert (tmp_path / output / "program/program.pdf").read_bytes() == (small / "Output/program/program.pdf").read_bytes()
    assert sorted(log.read_text().split()) == ["pandoc", "weasyprint"]


def test_without_the_programs_the_rest_is_built_and_one_line_says_what_to_do(styrdok, small, tmp_path):
    said = build(
        styrdok, ROOT / "Tests/Fixtures/almby", tmp_path / "Output", "--pdf", "--docx", cache=tmp_path / "cache", STYRDOK_WEASYPRINT="/finns/inte", STYRDOK_PANDOC="/finns/inte")
    assert [line for line in said.splitlines() if "gjordes inte" in line] == [
        "PDF gjordes inte: WeasyPrint saknas. Scripts/build --pdf installerar det; ett eget anges med STYRDOK_WEASYPRINT.",
        "Word gjordes inte: pandoc saknas. Scripts/build --docx installerar det; ett eget anges med STYRDOK_PANDOC."]
    made = {path.relative_to(tmp_path / "Output") for path in (tmp_path / "Output").rglob("*") if path.is_file()}
    whole = {path.relative_to(small / "Output") for path in (small / "Output").rglob("*") if path.is_file()}
    assert whole - made == {Path("program/program.pdf"), Path("program/program.docx")} and made <= whole
    assert "att hämta" not in (tmp_path / "Output/program/index.html").read_text(encoding="utf-8")


def test_a_program_that_writes_garbage_leaves_the_rest_whole(styrdok, tmp_path):
    (tmp_path / "skräp").write_text("#!/bin/sh\ncat > /dev/null\necho hej\n")
    (tmp_path / "skräp").chmod(0o755)
    said = build(styrdok, ROOT / "Tests/Fixtures/almby", tmp_path / "Output", "--pdf", cache=tmp_path / "cache", STYRDOK_WEASYPRINT=str(tmp_path / "skräp"))
    assert "svarade inte med en hel PDF-fil" in said
    assert (tmp_path / "Output/program/index.html").exists() and not list((tmp_path / "Output").rglob("*.pdf"))


def test_a_picture_of_the_content_stands_in_both_files(styrdok, tmp_path):
    shutil.copytree(ROOT / "Tests/Fixtures/almby", tmp_path / "Content")
    (tmp_path / "Content/program/karta.png").write_bytes(base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"))
    chapter = next((tmp_path / "Content/program/kapitel").glob("*.md"))
    head, body = chapter.read_text(encoding="utf-8").split("\n---\n", 1)
    chapter.write_text(f"{head}\nfigurer:\n  - {{ id: karta, fil: karta.png, alt: En karta }}\n---\n{body}\n<figur:karta>\n", encoding="utf-8")
    build(styrdok, tmp_path / "Content", tmp_path / "Output", "--pdf", "--docx", "--cms", cache=tmp_path / "cache")
    with pikepdf.open(tmp_path / "Output/program/program.pdf") as pdf:
        assert len({name for page in pdf.pages for name in page.images}) == 1
        assert [str(each.Alt) for each in elements(pdf.Root.StructTreeRoot.K) if each.S == "/Figure"].count("En karta") == 1
    with zipfile.ZipFile(tmp_path / "Output/program/program.docx") as archive:
        assert len([name for name in archive.namelist() if name.startswith("word/media/")]) == 1
        assert 'descr="En karta"' in archive.read("word/document.xml").decode()
    assert 'src="../karta.png"' in (tmp_path / f"Output/program/cms/kapitel-{chapter.stem}.html").read_text(encoding="utf-8")
