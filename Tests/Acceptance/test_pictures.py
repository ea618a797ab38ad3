"""The pictures in a browser: legible, linked, and saying what the tables say."""
import pytest

from browsing import sideways, violations
from conftest import ROOT

THEORIES = "trygghetsprogram/bilaga-teorier.html"
RESPONSIBILITIES = "trygghetsprogram/bilaga-ansvar.html"
ESCALATIONS = "trygghetsprogram/kapitel-samverkan.html"
WHOLE = "trygghetsprogram/hela.html"
CONSULTATION = "remisser/trygghetsprogram-2020/index.html"
PAGES = [THEORIES, RESPONSIBILITIES, ESCALATIONS, CONSULTATION]


@pytest.fixture(scope="module")
def output(styrdok, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bilder") / "Output"
    styrdok.build(ROOT / "Content", folder)
    return folder


@pytest.fixture
def open_page(browser, output):
    contexts = []

    def open_page(path, width=1280, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.goto((output / path).as_uri())
        assert page.locator("figure.bild svg").count() > 0, f"{path} has no picture"
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, path, scheme):
    page = open_page(path, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_page_does_not_roll_sideways_and_the_words_keep_their_size(open_page, path, width):
    page = open_page(path, width)
    assert sideways(page) == 0
    sizes = page.evaluate("""() => [...document.querySelectorAll('figure.bild text, figure.bild tspan')].map(each =>
        parseFloat(getComputedStyle(each).fontSize) * each.ownerSVGElement.getScreenCTM().a)""")
    assert sizes and min(sizes) >= 12
    # What is wider than the frame can be rolled to by key.
    assert page.evaluate("""() => [...document.querySelectorAll('.bild-ram')].every(each =>
        each.scrollWidth <= each.clientWidth || (each.tabIndex === 0 && getComputedStyle(each).overflowX === 'auto'))""")


@pytest.mark.parametrize("path", PAGES)
def test_words_stay_inside_their_boxes(open_page, path):
    page = open_page(path)
    outside = page.evaluate("""() => [...document.querySelectorAll('figure.bild svg')].flatMap(svg => {
        const boxes = [...svg.querySelectorAll(':scope > rect, :scope > a > rect')].map(each => each.getBBox())
        const frame = svg.viewBox.baseVal
        return [...svg.querySelectorAll('text')].filter(text => {
            const words = text.getBBox()
            if (words.x < 0 || words.x + words.width > frame.width || words.y < 0 || words.y + words.height > frame.height) return true
            return boxes.length > 0 && !boxes.some(box => box.x <= words.x && words.x + words.width <= box.x + box.width
                && box.y <= words.y && words.y + words.height <= box.y + box.height)
        }).map(each => each.textContent)
    })""")
    assert outside == []


@pytest.mark.parametrize("path", PAGES + [WHOLE])
def test_every_link_of_a_picture_leads_to_something_there(open_page, output, path):
    links = open_page(path).evaluate("[...document.querySelectorAll('figure.bild a')].map(each => each.getAttribute('href'))")
    assert links
    for link in links:
        file, _, anchor = link.partition("#")
        target = (output / path).parent / file if file else output / path
        assert target.is_file(), link
        if anchor:
            assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), link


# What a picture and a table say, as pairs of the addresses that they link to.
ARROWS = """figure => {
    return [...figure.querySelectorAll('[data-fran]')].map(each => each.dataset.fran + ' ' + each.dataset.till)
}"""
ROWS = """table => {
    const anchor = link => link.getAttribute('href').replace('.html', '').split('#').pop()
    return [...table.querySelectorAll('tbody tr')].flatMap(row => {
        const cells = [...row.children]
        return [...cells[2].querySelectorAll('a')].map(to => anchor(cells[0].querySelector('a')) + ' ' + anchor(to))
    })
}"""


def test_the_picture_of_a_theory_says_what_its_table_and_the_overview_say(open_page):
    page = open_page(THEORIES)
    overview = page.evaluate("""() => {
        const table = [...document.querySelectorAll('table')].find(each => each.caption.textContent === 'Vad teorierna bär')
        const anchor = link => link.getAttribute('href').replace('.html', '').split('#').pop()
        return Object.fromEntries([...table.querySelectorAll('tbody tr')].map(row => [anchor(row.querySelector('a')),
            [...row.children].slice(1).map(cell => [...cell.querySelectorAll('a')].map(anchor).sort())]))
    }""")
    figures = page.locator("figure.bild")
    assert figures.count() == len(overview) == 8
    for number in range(figures.count()):
        figure = figures.nth(number)
        arrows = figure.evaluate(ARROWS)
        assert len(arrows) == len(set(arrows))
        rows = figure.locator("xpath=following-sibling::details[1]//table").evaluate(ROWS)
        assert sorted(arrows) == sorted(rows)
        theory = figure.get_attribute("id").removeprefix("bild-")
        reached = {end for arrow in arrows for end in arrow.split()}
        kinds = [sorted(each for each in reached if each.startswith(kind)) for kind in ("arbetssatt-", "fokusomrade-", "mal-")]
        assert kinds == overview[theory]


def test_the_pictures_of_responsibility_say_what_the_table_says(open_page):
    page = open_page(RESPONSIBILITIES)
    arrows = [arrow for figure in page.locator("figure.bild").all() for arrow in figure.evaluate(ARROWS)]
    rows = page.locator("main table").first.evaluate(ROWS)
    assert sorted(arrows) == sorted(row for row in rows if " uppdrag-" in row)


def test_a_ladder_says_who_decides_as_the_list_does(open_page):
    page = open_page(ESCALATIONS)
    ladders = page.locator("figure.bild")
    assert ladders.count() == 6
    for number in range(ladders.count()):
        ladder = ladders.nth(number)
        steps = ladder.evaluate("""figure => [...figure.querySelectorAll('svg > rect, svg > a > rect')].map(rect => {
            const box = rect.getBBox()
            return [...figure.querySelectorAll('a')].filter(link => { const at = link.getBBox(); return box.y <= at.y && at.y + at.height <= box.y + box.height })
                .map(link => link.getAttribute('href').split('#').pop())
        })""")
        listed = ladder.evaluate("""figure => [...figure.parentElement.querySelectorAll('ol > li')].map(item => {
            const term = [...item.querySelectorAll('dt')].find(each => each.textContent === 'Beslutas av')
            return [...term.nextElementSibling.querySelectorAll('a')].map(link => link.getAttribute('href').split('#').pop())
        })""")
        assert steps[1:] == listed


def test_the_heat_map_has_the_numbers_of_its_table(open_page):
    page = open_page(CONSULTATION)
    shown = page.evaluate("[...document.querySelectorAll('#bild-hallning .varme rect + text')].map(each => each.textContent)")
    figure = page.locator("#bild-hallning")
    table = figure.locator("xpath=following-sibling::details[1]//table")
    assert shown == table.evaluate("table => [...table.querySelectorAll('td')].map(each => each.textContent)")
    names = page.evaluate("[...document.querySelectorAll('#bild-hallning a')].map(each => each.getAttribute('aria-label') ?? each.textContent)")
    assert names == table.evaluate("table => [...table.querySelectorAll('tbody th')].map(each => each.textContent)")


def test_a_picture_is_the_same_without_the_fonts_of_the_machine(styrdok, output, tmp_path, monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/dev/null")
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    styrdok.build(ROOT / "Content", tmp_path / "Output")
    for path in PAGES:
        assert (tmp_path / "Output" / path).read_bytes() == (output / path).read_bytes()


def test_without_graphviz_the_build_says_how_to_get_the_pictures(styrdok, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    said = styrdok.build(ROOT / "Content", tmp_path / "Output")
    assert [line for line in said.splitlines() if "apt install graphviz" in line and "Bilderna ritades inte" in line]
    theories = (tmp_path / "Output" / THEORIES).read_text(encoding="utf-8")
    assert "<svg" not in theories and "Vad teorierna bär" in theories and "Rutinaktivitetsteorin bär sex arbetssätt" in theories


def test_a_picture_can_be_printed_and_seen_in_forced_colours(open_page):
    page = open_page(THEORIES, width=700)
    page.emulate_media(media="print")
    widths = page.evaluate("[...document.querySelectorAll('figure.bild svg')].map(each => each.getBoundingClientRect().width / each.parentElement.clientWidth)")
    assert max(widths) <= 1
    colours = page.evaluate("[...document.querySelectorAll('figure.bild text')].map(each => getComputedStyle(each).fill)")
    assert set(colours) == {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
    page = open_page(THEORIES)
    page.emulate_media(forced_colors="active")
    assert page.evaluate("""() => { const box = document.querySelector('figure.bild rect'), words = document.querySelector('figure.bild .anmarkning')
        return getComputedStyle(box).fill !== getComputedStyle(words).fill }""")
