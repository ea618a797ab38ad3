"""Drives the response form in a browser as a person would. Shared by the tests."""
import json
import re
import tempfile
from pathlib import Path

DATA = re.compile(r'(<script type="application/json" id="remissdata">)(.*?)(</script>)', re.S)

STORY = {
    "handläggare": "Åsa Öberg",
    "summary": "Förvaltningen är positiv.\n\nMen <script>alert(1)</script> är ingen åtgärd 🙂.",
    "concern": "Staden rår inte över målet.\nDet går inte att följa upp – å, ä, ö, é & \"citat\".",
    "wish": "Gör om målet så att det gäller det som staden kan påverka.",
    "proposal": "Staden ska <b>bidra</b> till att …",
    "decision": "Nämnden överlämnar tjänsteutlåtandet som svar på remissen.",
}


def form_data(path):
    """The data the compiler put into the form."""
    return json.loads(DATA.search(Path(path).read_text(encoding="utf-8"))[2])


def variant(path, target, change):
    """A copy of the form with other data; the policy's hashes cover script and style, not data."""
    data = form_data(path)
    change(data)
    words = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    text = Path(path).read_text(encoding="utf-8")
    Path(target).write_text(DATA.sub(lambda found: found[1] + words + found[3], text), encoding="utf-8")
    return Path(target)


def open_form(page, path, view=None):
    """Opens the form anew, at a view like "synpunkter" or "synpunkt/EAV-01"."""
    page.goto("about:blank")
    page.goto(Path(path).resolve().as_uri())
    if view:
        go(page, view)


def go(page, view):
    page.evaluate("view => { location.hash = '#/' + view.split('/').map(encodeURIComponent).join('/') }", view)
    page.wait_for_function("view => document.querySelector('main').dataset.view === view", arg=view.split("/")[0])


def save_at_once(page):
    """The form saves a moment after each change, and at once when the page is put away; this is as if it were."""
    page.evaluate("dispatchEvent(new Event('pagehide'))")


def prefix_of(page):
    return page.evaluate("""() => Object.entries(localStorage).filter(([key]) => key.startsWith('styrdok-svar:'))
        .map(([, text]) => JSON.parse(text).svar.synpunkter[0]?.id.split('-')[0])[0]""")


def stored(page):
    """Every draft in the browser's storage, by key."""
    return page.evaluate("() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('styrdok-svar:')).map(([key, text]) => [key, JSON.parse(text)]))")


COUNT = re.compile(r"\s+\d+(\s(sak|saker|synpunkt|synpunkter))?$")

FOCUSED = """() => {
    const node = document.activeElement;
    const label = node.labels?.[0]?.textContent ?? node.getAttribute('aria-label') ?? node.textContent ?? '';
    const group = node.type === 'radio' ? node.closest('fieldset').querySelector('legend').textContent : '';
    return { label: label.replace('(behövs)', '').trim(), group: group.replace('(behövs)', '').trim(), tag: node.tagName };
}"""


def focused(page):
    return page.evaluate(FOCUSED)


def tab_to(page, label, limit=400):
    """Presses Tab until what has this label (or this legend) has focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        found = focused(page)
        if label in (found["label"], COUNT.sub("", found["label"]), found["group"]):
            return
    raise AssertionError(f"Tab never reached {label!r}; it stopped at {focused(page)}")


def follow(page, label):
    """Tabs to a link or button and presses Enter."""
    tab_to(page, label)
    page.keyboard.press("Enter")


def type_in(page, label, text):
    tab_to(page, label)
    page.keyboard.type(text)


def pick_radio(page, group, label):
    tab_to(page, group)
    page.keyboard.press("Space")
    for _ in range(12):
        if focused(page)["label"] == label:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{group!r} has no choice {label!r}")


def answerable_element(data):
    """A part and an element in it that has a wording."""
    for part in data["delar"]:
        for element in part["element"]:
            if element.get("lydelse"):
                return part, element
    raise AssertionError("the form has no element with a wording")


def registry_number(data):
    return (data.get("diarienummermönster") or {}).get("exempel", "ABC 2026/1")


def fill_in(page):
    """A whole answer, by keyboard alone, from the start page."""
    data = form_data_of(page)
    part, element = answerable_element(data)
    tab_to(page, "Svarande")
    page.keyboard.press("ArrowDown")
    follow(page, "Börja svara")
    type_in(page, "Eget diarienummer", registry_number(data))
    type_in(page, "Datum", "2026-11-25")
    type_in(page, "Mottagare", "Nämnden")
    type_in(page, "Förvaltning eller bolag", "Förvaltningen för å, ä och ö")
    type_in(page, "Handläggare", STORY["handläggare"])
    type_in(page, "E-post", "asa.oberg@exempel.se")
    pick_radio(page, "Hur långt svaret har kommit", "Tjänsteförslag")
    follow(page, "Nästa: läs programmet och lämna synpunkter")
    page.locator(".delar summary").wait_for()
    follow(page, part["titel"])
    follow(page, f"Lämna synpunkt på {element['titel']}")
    pick_radio(page, "Hållning", "Invänder")
    pick_radio(page, "Slag av synpunkt", "Ändring")
    type_in(page, "Vad är problemet?", STORY["concern"])
    type_in(page, "Vad vill du ska hända?", STORY["wish"])
    type_in(page, "Föreslagen lydelse", STORY["proposal"])
    tab_to(page, "Ekonomi")
    page.keyboard.press("Space")
    follow(page, "Klar")
    assert focused(page)["label"] == f"Lämna synpunkt på {element['titel']}", "Klar leads back to where the reader was"
    follow(page, "Hållning och texter")
    pick_radio(page, "Hållning till hela programmet", "Tillstyrker delvis")
    follow(page, "Lägg till en punkt")
    page.keyboard.type(STORY["decision"])
    type_in(page, "Sammanfattning", STORY["summary"])
    follow(page, "Nästa: se vad som är kvar att göra")


def form_data_of(page):
    return page.evaluate("() => JSON.parse(document.getElementById('remissdata').textContent)")


def download(page, path=None):
    """Downloads the response file by keyboard; gives its name and contents."""
    if page.evaluate("document.querySelector('main').dataset.view") != "granska":
        go(page, "granska")
    tab_to(page, "Ladda ner svarsfilen")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    if path:
        Path(path).write_text(text, encoding="utf-8")
    return waiting.value.suggested_filename, json.loads(text)


def fill_in_and_download(page, path):
    """On a page where the form is open and untouched: writes an answer and saves the response file at `path`."""
    fill_in(page)
    follow(page, "Nästa: granska och ladda ner")
    return download(page, path)


def give_file(page, name, contents):
    """Hands a file to the form, as if chosen on the start page. contents: text, bytes or something to write as JSON."""
    go(page, "start")
    if not isinstance(contents, (str, bytes)):
        contents = json.dumps(contents, ensure_ascii=False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name.replace("/", "_")
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        page.set_input_files("#f-fil", path)
        page.wait_for_function("() => document.querySelector('#f-fil').value === '' || document.querySelector('dialog, .krock')")


def response(data, **answer):
    """A response file for this consultation, by the first respondent."""
    remiss = data["remiss"]
    return {
        "format": "styrdok-remissvar", "version": 1, "remiss": remiss["id"], "dokument": remiss["dokument"], "avtryck": remiss["avtryck"],
        "sparad": "2026-11-25T12:00:00Z", "svar": {"respondent": data["remissinstanser"][0]["id"], **answer},
    }
