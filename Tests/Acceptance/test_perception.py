"""What a page says must reach whoever reads it: enlarged, without movement, without colours, heard, and followed backwards."""
import json
import re

import pytest

from browsing import sideways
from conftest import ROOT
from test_pages import CHAPTER, CONSULTATION, FOCUS_AREA, KINDS, PROGRAMME

OBLIGATIONS = {"tvingande", "miniminivå", "rekommenderat", "exempel"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_read_at_200_per_cent(browser, page, output, kind):
    # A window of 1280 by 1024 zoomed to double: half as many pixels of style, each twice as large.
    context = browser.new_context(viewport={"width": 640, "height": 512}, device_scale_factor=2)
    zoomed = context.new_page()
    zoomed.goto((output / KINDS[kind]).as_uri())
    assert sideways(zoomed) == 0
    context.close()
    # Only the text enlarged, as a setting of the browser does it.
    page.goto((output / KINDS[kind]).as_uri())
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert sideways(page) == 0
    covered = page.evaluate("""() => [...document.querySelectorAll("main :is(p, li, dt, dd, h1, h2, h3)")].filter(element =>
        getComputedStyle(element).overflow !== "visible" && element.scrollHeight > element.clientHeight + 1).length""")
    assert covered == 0


MOVING = """() => {
  const moves = [];
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
      if (lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration)) || style.scrollBehavior === "smooth")
        moves.push(element.outerHTML.slice(0, 80) + (part ?? ""));
    }
  }
  return moves.concat(document.getAnimations().map(String));
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_who_has_asked_for_that(page, output, kind):
    page.emulate_media(reduced_motion="reduce")
    page.goto((output / KINDS[kind]).as_uri())
    assert page.evaluate(MOVING) == []


def test_nothing_moves_in_the_form_or_the_dialogs_either(page, output, form_path):
    page.emulate_media(reduced_motion="reduce")
    page.goto(form_path.as_uri())
    assert page.evaluate(MOVING) == []
    page.goto((output / CHAPTER).as_uri())
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open]")
    assert page.evaluate(MOVING) == []


# MARK: Never by colour alone

@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_says_in_words_what_its_colour_says(page, output, kind):
    page.goto((output / KINDS[kind]).as_uri())
    marks = page.locator("main .marke").evaluate_all("marks => marks.map(mark => [mark.className, mark.textContent.trim()])")
    for classes, words in marks:
        named = [name.removeprefix("marke-") for name in classes.split() if name.startswith("marke-")]
        slug = re.sub(r"[^a-z0-9]+", "-", words.lower().translate(str.maketrans("åäöé", "aaoe"))).strip("-")
        assert re.search(r"[A-Za-zÅÄÖåäö]{3}", words) and all(name == slug for name in named), (classes, words)


def test_the_obligation_of_every_method_stands_as_a_word(page, output):
    data = json.loads((output / PROGRAMME / "program.json").read_text(encoding="utf-8"))
    methods = [element for element in data["elements"] if element["kind"] == "arbetssatt"]
    assert len(methods) > 10
    for stem in {method["page"] for method in methods}:
        page.goto((output / PROGRAMME / stem).as_uri())
        for method in methods:
            if method["page"] == stem:
                words = page.locator(f"[id='{method['anchor']}'] .marke").first.inner_text()
                assert words.strip() == method["fields"]["skyldighet"] and words.strip() in OBLIGATIONS, method["address"]


def test_stances_are_words_wherever_they_are_signs(page, output):
    stances = ("stöder", "invänder", "önskar", "neutral", "förbehåll")
    for name in ("index.html", "jamforelse.html", "sammanstallning.html"):
        page.goto((output / CONSULTATION / name).as_uri())
        # Without any colour and any style the words are there.
        page.evaluate("document.querySelectorAll('link[rel=stylesheet], style').forEach(sheet => sheet.remove())")
        text = page.locator("main").inner_text().lower()
        assert any(stance in text for stance in stances), name
    # A cell of the comparison that has a sign has a word too.
    page.goto((output / CONSULTATION / "jamforelse.html").as_uri())
    cells = page.locator("main td").evaluate_all("cells => cells.map(cell => cell.textContent.trim()).filter(text => text)")
    assert len(cells) > 20
    assert [cell for cell in cells if not re.search(r"[A-Za-zÅÄÖåäö0-9–]", cell)] == []


# MARK: Languages

def test_titles_in_another_language_are_marked_where_they_are_listed(output):
    page = (output / PROGRAMME / "bilaga-kallor.html").read_text(encoding="utf-8")
    sources = json.loads((ROOT / "Content" / "referenser.json").read_text(encoding="utf-8"))
    foreign = 0
    for source in sources:
        entry = re.search(rf'<li><a id="kalla-{re.escape(source["id"])}"></a>(.*?)</li>', page, re.S)
        if not entry:
            continue
        language = source.get("language", "sv")[:2]
        marked = {code: re.sub(r"<[^>]+>", "", text) for code, text in re.findall(r'<span lang="([a-z]+)">(.*?)</span>', entry[1], re.S)}
        if language == "sv":
            assert not marked, source["id"]
        else:
            foreign += 1
            assert language in marked, source["id"]
    assert foreign > 20


# MARK: Backwards

FOLDERS = {"kapitel": "kapitel", "begrepp": "begrepp", "teorier": "teori", "fokusområden": "fokusomrade"}


def test_a_part_names_every_text_that_leads_to_it(page, output):
    """Counted from the files: each link in a text with a file of its own, and who is named where it leads."""
    content = ROOT / "Content" / PROGRAMME
    titles, wanted = {}, {}
    for folder, kind in FOLDERS.items():
        for path in (content / folder).glob("*.md"):
            text = path.read_text(encoding="utf-8")
            own = f"{kind}:{path.stem}"
            titles[own] = re.search(r'^titel: *"?(.*?)"?$', text, re.M)[1]
            for address in set(re.findall(r"\]\(((?:begrepp|teori|styrdokument):[a-z0-9-]+)\)|<((?:begrepp|teori|styrdokument):[a-z0-9-]+)>", text)):
                address = "".join(address)
                if address != own:
                    wanted.setdefault(address, set()).add(own)
    data = {element["address"]: element for element in json.loads((output / PROGRAMME / "program.json").read_text(encoding="utf-8"))["elements"]}
    assert {address.split(":")[0] for address in wanted} == {"begrepp", "teori", "styrdokument"} and len(wanted) > 40
    for stem in sorted({data[address]["page"] for address in wanted}):
        page.goto((output / PROGRAMME / stem).as_uri())
        for address in (address for address in wanted if data[address]["page"] == stem):
            named = page.locator(f"[id='{data[address]['anchor']}'] > .hanvisas-fran a").all_inner_texts()
            assert {titles[own] for own in wanted[address]} <= set(named), address


def test_a_source_names_every_text_that_cites_it(page, output):
    content = ROOT / "Content" / PROGRAMME
    page.goto((output / PROGRAMME / "bilaga-kallor.html").as_uri())
    listed = {key.removeprefix("kalla-"): texts for key, texts in page.evaluate("""() => [...document.querySelectorAll("main li > p > a[id^=kalla-], main li > a[id^=kalla-]")].map(anchor =>
        [anchor.id, [...anchor.closest("li").querySelectorAll(".citeras-i a")].map(link => link.textContent)])""")}
    counted = 0
    for folder in FOLDERS:
        for path in (content / folder).glob("*.md"):
            text = path.read_text(encoding="utf-8")
            title = re.search(r'^titel: *"?(.*?)"?$', text, re.M)[1]
            for key in set(re.findall(r"(?<![\w.])@([a-z][a-z0-9-]*[a-z0-9])", text)) & set(listed):
                counted += 1
                assert title in listed[key], (key, title)
    assert counted > 50
