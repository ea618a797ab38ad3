"""What tests of pages share: axe, and the ways a page can go wrong that axe doesn't see."""
from pathlib import Path

import axe_playwright_python

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()


def violations(page):
    """What axe finds wrong on the page as it stands now, a line each."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE)
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'], preload: false })")["violations"]
    return [f"{violation['id']} {violation['nodes'][0]['html'][:160]}" for violation in found]


def sideways(page):
    """How far the page can be scrolled sideways, in pixels; 0 is right."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


# Text spacing of WCAG 1.4.12, put on as an assistive extension would.
TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
