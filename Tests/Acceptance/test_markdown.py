"""The Markdown that is published, read by the program cmark: the same tree when read back, and the same headings and links as the page."""
import html
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("cmark"), reason="programmet cmark saknas")
NAMESPACE = "{http://commonmark.org/xml/1.0}"


def cmark(form, text):
    return subprocess.run(["cmark", "-t", form], input=text, capture_output=True, check=True).stdout


def pages(output):
    found = sorted(path for path in output.rglob("*.md"))
    assert len(found) > 80
    return found


def test_what_is_published_gives_the_same_tree_when_it_is_written_and_read_again(output):
    for path in pages(output):
        text = path.read_bytes()
        again = cmark("commonmark", text)
        assert cmark("xml", again) == cmark("xml", text), path
        assert cmark("commonmark", again) == again, path


def words(text):
    """A heading as it is read: no structure, no kind before a title, no sign for its link, one blank between words."""
    text = re.sub(r'<a class="permalank".*?</a>|<span class="slag">.*?</span>', "", text, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).replace("#", " ").split())


def pairs(output):
    """Each text with the main part of its page. The comparison is one table on its page, and headings in its text."""
    for path in pages(output):
        if path.name != "jamforelse.md":
            page = path.with_suffix(".html").read_text(encoding="utf-8")
            yield path, ET.fromstring(cmark("xml", path.read_bytes())), re.search(r"<main\b.*?</main>", page, re.S)[0]


def test_the_markdown_has_the_headings_of_the_page_in_their_order(output):
    compared = 0
    for path, tree, main in pairs(output):
        shown = [(int(level), words(text)) for level, text in re.findall(r"<h([1-6])\b[^>]*>(.*?)</h\1>", main, re.S)]
        written = [(int(heading.get("level")), words("".join(heading.itertext()))) for heading in tree.iter(NAMESPACE + "heading")]
        assert written == shown, path
        compared += len(shown)
    assert compared > 500


def test_the_markdown_leads_where_the_page_leads(output):
    """From text to text where the page leads from page to page; and nothing leads to a text that isn't there."""
    compared = 0
    for path, tree, main in pairs(output):
        written = {link.get("destination") for link in tree.iter(NAMESPACE + "link")}
        for destination in written:
            target = destination.partition("#")[0]
            assert re.match(r"[a-z]+:", destination) or not target or (path.parent / target).exists(), (path, destination)
        shown = {html.unescape(there) for there in re.findall(r'<a (?:class="[^"]*" )?href="([^"#]*#[^"]+)"', main)}
        # A note in the text needs no way back, and the report names viewpoints without leading to them.
        shown = {there for there in shown if not there.endswith("-mark") and not (path.parent.name == "granskning" and "/remisser/" in there)}
        assert {there for there in shown if there.replace(".html", ".md") not in written} == set(), path
        compared += len(shown)
    assert compared > 1_500
