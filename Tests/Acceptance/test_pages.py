"""The pages of the shipped content, as people meet them: by width, light, forced colours, keyboard, touch and print."""
import gzip
import http.server
import re
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import TEXT_SPACING, sideways, violations
from conftest import ROOT

PROGRAMME = "trygghetsprogram"
CONSULTATION = "remisser/trygghetsprogram-2020"
# One page of each kind.
KINDS = {
    "start": "index.html",
    "programmets start": f"{PROGRAMME}/index.html",
    "sök": f"{PROGRAMME}/sok.html",
    "kapitel med register": f"{PROGRAMME}/kapitel-uppdrag-och-ansvar.html",
    "kapitel med tabell": f"{PROGRAMME}/kapitel-giltighet.html",
    "läsanvisning": f"{PROGRAMME}/kapitel-lasanvisning.html",
    "fokusområde": f"{PROGRAMME}/fokusomrade-offentlig-miljo.html",
    "teorier": f"{PROGRAMME}/bilaga-teorier.html",
    "styrdokument": f"{PROGRAMME}/bilaga-styrdokument.html",
    "källor": f"{PROGRAMME}/bilaga-kallor.html",
    "begrepp": f"{PROGRAMME}/bilaga-begrepp.html",
    "ansvar": f"{PROGRAMME}/bilaga-ansvar.html",
    "korsreferenser": f"{PROGRAMME}/bilaga-korsreferenser.html",
    "bilaga": f"{PROGRAMME}/bilaga.html",
    "remissversionens kapitel": f"{PROGRAMME}-remissversion/kapitel-mal.html",
    "remiss": f"{CONSULTATION}/index.html",
    "jämförelse": f"{CONSULTATION}/jamforelse.html",
    "sammanställning": f"{CONSULTATION}/sammanstallning.html",
    "tjänsteutlåtande": f"{CONSULTATION}/enskede-arsta-vantor.html",
    "hantering": f"{CONSULTATION}/enskede-arsta-vantor-hantering.html",
    "spårbarhet": f"{CONSULTATION}/sparbarhet.html",
    "ändringar": f"{CONSULTATION}/andringar.html",
    "granskning": f"granskning/{PROGRAMME}.html",
    "tillgänglighetsredogörelse": "tillganglighetsredogorelse.html",
    "granskningens start": "granskning/index.html",
}
CHAPTER = f"{PROGRAMME}/kapitel-uppdrag-och-ansvar.html"
FOCUS_AREA = f"{PROGRAMME}/fokusomrade-offentlig-miljo.html"


def test_every_kind_of_page_is_in_the_list(output):
    # A page of a kind of its own is known by its section's class.
    def kinds(paths):
        return {found for path in paths for found in re.findall(r'<section[^>]* class="sida (sida-[a-zåäö-]+)"', path.read_text(encoding="utf-8"))}

    built = [path for path in output.rglob("*.html") if path.name not in ("hela.html", "svarsformular.html")]
    assert kinds(built) == kinds(output / path for path in KINDS.values())


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_at_any_width_in_any_mode(page, output, kind):
    page.goto((output / KINDS[kind]).as_uri())
    found = []
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {violation}" for violation in violations(page)]
    for mode in ({"color_scheme": "dark"}, {"color_scheme": "light", "forced_colors": "active"}, {"forced_colors": "none", "media": "print"}):
        page.emulate_media(**mode)
        found += [f"{mode}: {violation}" for violation in violations(page)]
    assert found == []
    assert page.said == []


@pytest.mark.parametrize("kind", KINDS)
def test_text_reflows_at_320_pixels_and_with_text_spacing(page, output, kind):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((output / KINDS[kind]).as_uri())
    assert sideways(page) == 0
    page.evaluate(TEXT_SPACING)
    assert sideways(page) == 0
    cut = page.evaluate("""() => [...document.querySelectorAll("main :is(p, li, dt, dd, h1, h2, h3, a)")].filter(element =>
        getComputedStyle(element).overflow !== "visible" && element.scrollHeight > element.clientHeight + 1).length""")
    assert cut == 0


def test_the_whole_programme_stands_on_one_page_that_axe_passes(page, output):
    page.goto((output / PROGRAMME / "hela.html").as_uri())
    assert page.locator("h1").count() == 1
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert sideways(page) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_headings_skip_no_level_and_tables_are_told(page, output, kind):
    page.goto((output / KINDS[kind]).as_uri())
    levels = page.evaluate('() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].map(heading => Number(heading.tagName[1]))')
    assert levels[0] == 1 and levels.count(1) == 1
    assert [(before, after) for before, after in zip(levels, levels[1:]) if after > before + 1] == []
    untold = page.evaluate('() => [...document.querySelectorAll("main table")].filter(table => !table.caption || !table.querySelector("thead th[scope=col]")).length')
    assert untold == 0
    assert page.evaluate("document.documentElement.lang") == "sv"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_read_without_scripts(browser, output, kind):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((output / KINDS[kind]).as_uri())
    assert page.locator("main h1").is_visible()
    assert page.locator("main section").first.inner_text().strip() != ""
    assert page.locator("[data-kraver-skript]:visible").count() == 0
    context.close()


# MARK: Keyboard

def focused(page):
    return page.evaluate("() => { const e = document.activeElement; return (e.getAttribute('aria-label') || e.textContent).trim(); }")


def test_the_first_stop_leads_past_everything_to_the_text(page, output):
    page.goto((output / CHAPTER).as_uri())
    page.keyboard.press("Tab")
    assert focused(page) == "Hoppa till innehållet"
    assert page.locator(".hoppa").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_focus_is_always_seen_and_goes_in_the_order_of_the_page(page, output):
    page.goto((output / FOCUS_AREA).as_uri())
    places, unseen = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        state = page.evaluate("""() => { const e = document.activeElement; const style = getComputedStyle(e);
            return [[...document.querySelectorAll("*")].indexOf(e), style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, e.outerHTML.slice(0, 80)]; }""")
        places.append(state[0])
        if not state[1]:
            unseen.append(state[2])
    assert unseen == []
    assert places == sorted(places)


# MARK: What scripts add

def test_the_table_of_contents_follows_the_reader(page, output):
    page.goto((output / FOCUS_AREA).as_uri())
    heading = page.locator("h2:has(a[id$='--samverkan'])")
    heading.evaluate("element => element.scrollIntoView()")
    expect(page.locator(".innehall [aria-current=location]")).to_have_text("Samverkan")
    assert page.locator(".innehall").evaluate("element => element.open")


def test_on_a_phone_the_table_of_contents_is_folded_and_folds_again_when_used(page, output):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((output / FOCUS_AREA).as_uri())
    contents = page.locator("details.innehall")
    assert not contents.evaluate("element => element.open")
    contents.locator("summary").click()
    contents.get_by_text("Uppföljning").click()
    assert not contents.evaluate("element => element.open")
    assert page.url.endswith("#fokusomrade-offentlig-miljo--uppfoljning")


def test_a_heading_gives_its_permanent_link(page, output):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto((output / CHAPTER).as_uri())
    link = page.get_by_label("Kopiera länk till Uppdrag Utse samordnare")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).to_have_text("Länken är kopierad.")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == (output / CHAPTER).as_uri() + "#uppdrag-utse-samordnare"
    page.goto(address)
    assert page.evaluate("document.querySelector(':target h3') !== null")


def concept_link(page):
    """A link in running text to a concept that stands on another page."""
    return page.locator("main p a[href*='kapitel-begrepp.html#begrepp-']").first


def test_a_concept_is_explained_on_hover_and_the_pointer_may_rest_on_the_explanation(page, output):
    page.goto((output / CHAPTER).as_uri())
    link = concept_link(page)
    link.hover()
    box = page.locator("#uppslag")
    expect(box).to_be_visible()
    box.hover()
    page.wait_for_timeout(500)
    expect(box).to_be_visible()
    page.mouse.move(5, 5)
    expect(box).to_be_hidden()


def test_a_concept_is_explained_on_focus_told_to_assistive_technology_and_put_away_by_escape(page, output):
    page.goto((output / CHAPTER).as_uri())
    link = concept_link(page)
    link.focus()
    expect(page.locator("#uppslag")).to_be_visible()
    assert link.get_attribute("aria-describedby") == "uppslag"
    definition = page.locator("#uppslag").inner_text()
    # The same words as where the concept is defined.
    there = link.get_attribute("href")
    page.keyboard.press("Escape")
    expect(page.locator("#uppslag")).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None
    page.goto((output / PROGRAMME).as_uri() + "/" + there)
    defined = page.locator(":target dd").first.inner_text()
    assert definition.endswith(re.sub(r"\s+", " ", defined).strip())
    assert violations(page) == []


def test_a_touch_explains_first_and_leads_there_second(browser, output):
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((output / CHAPTER).as_uri())
    link = concept_link(page)
    link.tap()
    expect(page.locator("#uppslag")).to_be_visible()
    assert "kapitel-uppdrag" in page.url
    assert sideways(page) == 0
    page.locator("#uppslag a").tap()
    page.wait_for_url("**/kapitel-begrepp.html#begrepp-*")
    context.close()


def test_a_source_is_shown_where_it_is_cited(page, output):
    page.goto((output / CHAPTER).as_uri())
    link = page.locator("main a.kallhanvisning").first
    link.focus()
    box = page.locator("#uppslag")
    expect(box).to_be_visible()
    there = link.get_attribute("href")
    shown = box.inner_text().strip()
    page.goto((output / PROGRAMME).as_uri() + "/" + there)
    assert page.locator("li:has(:target)").inner_text().startswith(shown[:40])


def test_a_concept_is_explained_on_the_pages_of_the_consultation_too(page, output):
    page.goto((output / CONSULTATION / "sammanstallning.html").as_uri())
    link = page.locator("main a[href*='#begrepp-']").first
    link.focus()
    expect(page.locator("#uppslag")).to_be_visible()


# MARK: Print and weight

def test_print_drops_what_only_a_screen_needs_and_keeps_the_text(page, output):
    page.goto((output / CHAPTER).as_uri())
    text = page.locator("main > section").inner_text().replace("#", "")
    page.emulate_media(media="print")
    for unwanted in (".navigering", ".innehall", ".grannar", ".sidfot", ".till-delar", ".permalank"):
        assert page.locator(unwanted).first.is_hidden(), unwanted
    assert re.sub(r"\s+", " ", page.locator("main > section").inner_text()).strip() == re.sub(r"\s+", " ", text).strip()
    # What says that this is an example stands in print too.
    assert page.get_by_text("Det här är ett arbetsexempel").is_visible()


class Compressing(http.server.SimpleHTTPRequestHandler):
    """A server that compresses, as those of intranets do."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Slow(Compressing):
    """The same over a slow net: what fits in TCP's first window comes first, the rest later, and scripts last."""

    first_window = 14_000

    def end_headers(self):
        if self.path.endswith(".js"):
            time.sleep(0.4)
        super().end_headers()
        body = self.wfile
        window = self.first_window

        class InWindows:
            def write(self, data):
                body.write(data[:window])
                body.flush()
                if data[window:]:
                    time.sleep(0.3)
                    body.write(data[window:])

            flush = body.flush
            close = body.close
            closed = False

        self.wfile = InWindows()


def served(output, handler):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=output))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="session")
def address(output):
    yield from served(output, Compressing)


@pytest.fixture(scope="session")
def slow_address(output):
    yield from served(output, Slow)


# Read when a page has come to rest: how much of what was painted has moved, whether all of it is in tables, and what it is.
SHIFTS = """() => new Promise(resolve => { const moved = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
            const nodes = entry.sources.map(source => source.node).map(node => node?.nodeType === Node.TEXT_NODE ? node.parentElement : node);
            const isInTables = nodes.length > 0 && nodes.every(node => node?.closest("table"));
            moved.push([entry.value, isInTables, ...nodes.map(node => node?.outerHTML.slice(0, 80))]);
        }
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(moved), 300); })"""


def test_a_chapter_page_weighs_under_100_kB_as_sent_and_nothing_in_it_moves(page, output, address):
    """The budget is of what crosses the net: page, style and scripts together, compressed. Half of the heaviest chapter is
    its text and most of the rest the addresses of its links; there is little that repeats to take away."""
    heaviest = max((output / PROGRAMME).glob("kapitel-*.html"), key=lambda path: path.stat().st_size)
    page.goto(f"{address}/{PROGRAMME}/{heaviest.name}")
    page.wait_for_timeout(300)
    weight = page.evaluate("performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource')).reduce((sum, entry) => sum + entry.transferSize, 0)")
    assert 0 < weight < 100_000
    assert page.evaluate(SHIFTS) == []
    # No script stands in the way of the first paint.
    blocking = page.evaluate("performance.getEntriesByType('resource').filter(entry => entry.renderBlockingStatus === 'blocking').map(entry => entry.name.split('/').pop())")
    assert blocking == ["stil.css"]


@pytest.mark.parametrize("width", [320, 768, 1024, 1280])
def test_nothing_moves_on_a_page_that_arrives_in_pieces(page, slow_address, width):
    page.set_viewport_size({"width": width, "height": 900})
    moved = {}
    for kind in ("kapitel med register", "kapitel med tabell", "källor", "bilaga", "programmets start", "sök", "jämförelse", "ändringar"):
        page.goto(f"{slow_address}/{KINDS[kind]}")
        # Half a table may be painted, and finds the widths of its columns when it has the rest; half a word moves by next
        # to nothing.
        moved[kind] = [shift for shift in page.evaluate(SHIFTS) if shift[0] >= 0.001 and not shift[1]]
    assert not any(moved.values()), moved


def test_the_text_stands_at_the_top_whatever_stands_beside_it(page, output):
    """The list of parts is longer than a short page."""
    for width in (1024, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((output / KINDS["bilaga"]).as_uri())
        tops = [page.locator(selector).bounding_box()["y"] for selector in (".stomme", "main h1")]
        assert tops[1] - tops[0] < 60, width


def test_the_stylesheet_keeps_its_budget():
    assert (ROOT / "Templates" / "stil.css").stat().st_size < 30_000


def test_the_index_of_ten_thousand_chapters_can_be_used(styrdok, page, tmp_path):
    subprocess.run([sys.executable, str(ROOT / "Scripts" / "support" / "corpus.py"), "--chapters", "10000", tmp_path], check=True, capture_output=True)
    styrdok.build(tmp_path / "Content", tmp_path / "Output")
    index = max(tmp_path.glob("Output/*/index.html"), key=lambda path: path.stat().st_size)
    page.goto(index.as_uri())
    # A list item and a link for each, and little else: a browser has no trouble with that many.
    assert page.evaluate("document.querySelectorAll('*').length") < 10_000 * 2.5
    link = page.locator("main .delar a").nth(9_000)
    link.scroll_into_view_if_needed()
    link.click()
    expect(page.locator("main h1")).to_be_visible()
