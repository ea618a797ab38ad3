"""The response form in a real browser, as the command builds it."""
import copy
import html
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import violations
from response_form import (
    STORY, answerable_element, download, fill_in_and_download, focused, form_data, give_file, go, open_form, prefix_of, registry_number, response,
    save_at_once, stored, variant)

VIEWS = ["start", "uppgifter", "programmet", "synpunkter", "synpunkt", "texter", "kvar", "granska", "slå-ihop"]


@pytest.fixture(scope="session")
def data(form_path):
    return form_data(form_path)


@pytest.fixture
def context(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE", accept_downloads=True)
    context.set_default_timeout(5000)
    yield context
    context.close()


def watch(page, form):
    """Whatever the page says on the console, and whatever it asks of the network, is a fault."""
    page.faults = []
    page.on("console", lambda message: page.faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: page.faults.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.split("#")[0].startswith(("file:", "blob:", "data:", "about:")) else page.faults.append(f"request: {request.url}"))
    return page


@pytest.fixture
def page(context, form_path):
    page = watch(context.new_page(), form_path)
    open_form(page, form_path)
    yield page
    assert page.faults == []


@pytest.fixture(scope="session")
def written(browser, form_path, tmp_path_factory):
    """A whole answer, written once by keyboard alone: the storage it left behind and the file it gave."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE", accept_downloads=True)
    context.set_default_timeout(5000)
    page = watch(context.new_page(), form_path)
    open_form(page, form_path)
    path = tmp_path_factory.mktemp("svar") / "svar.json"
    name, file = fill_in_and_download(page, path)
    save_at_once(page)
    assert page.faults == []
    result = {"name": name, "file": file, "path": path, "storage": stored(page), "prefix": prefix_of(page)}
    context.close()
    return result


@pytest.fixture
def answered(page, form_path, written):
    """A page where that answer lies in the browser's storage."""
    page.evaluate("all => Object.entries(all).forEach(([key, draft]) => localStorage.setItem(key, JSON.stringify(draft)))", written["storage"])
    open_form(page, form_path)
    return page


def answer_in(page):
    return next(iter(stored(page).values()))["svar"]


def test_an_answer_is_written_by_keyboard_alone_and_the_file_is_as_agreed(written, data):
    part, element = answerable_element(data)
    remiss, file = data["remiss"], written["file"]
    respondent = data["remissinstanser"][0]["id"]
    assert written["name"] == f"svar-{remiss['id']}-{respondent}.json"
    assert list(file) == ["format", "version", "remiss", "dokument", "avtryck", "sparad", "svar"]
    assert [file[key] for key in list(file)[:5]] == ["styrdok-remissvar", 1, remiss["id"], remiss["dokument"], remiss["avtryck"]]
    answer = file["svar"]
    assert answer == {
        "respondent": respondent, "handlingstyp": "Tjänsteutlåtande", "diarienummer": registry_number(data),
        **({"avsändarens-diarienummer": remiss["diarienummer"]} if remiss.get("diarienummer") else {}),
        "förvaltning": "Förvaltningen för å, ä och ö", "e-post": "asa.oberg@exempel.se", "handläggare": STORY["handläggare"], "mottagare": "Nämnden",
        "datum": "2026-11-25", "avtryck": remiss["avtryck"], "behandlingsläge": "tjänsteförslag", "förslag-till-beslut": [STORY["decision"]],
        "hållning": "tillstyrker delvis", "sammanfattning": STORY["summary"],
        "synpunkter": [{
            "id": f"{written['prefix']}-01", "gäller": [element["adress"]], "ankare": "element", "hållning": "invänder", "slag": "ändring", "bekymmer": STORY["concern"],
            "önskan": STORY["wish"], "förslag": STORY["proposal"], "konsekvenser": ["ekonomi"]}],
    }


def test_the_draft_survives_a_reload(answered, written):
    answered.reload()
    expect(answered.locator(".svarande")).not_to_have_text("Svarande inte vald")
    go(answered, "texter")
    assert answered.input_value("#f-sammanfattning") == STORY["summary"]
    go(answered, f"synpunkt/{written['prefix']}-01")
    assert answered.input_value("#f-bekymmer") == STORY["concern"]
    assert answered.is_checked("#f-synpunkt-hållning-2")
    go(answered, "uppgifter")
    assert answered.input_value("#f-handläggare") == STORY["handläggare"]


def test_the_draft_survives_that_the_browser_is_closed(driver, form_path, tmp_path):
    def with_browser(act):
        context = driver.chromium.launch_persistent_context(tmp_path / "profil", executable_path=shutil.which("chromium"))
        page = context.new_page()
        open_form(page, form_path, "texter")
        act(page)
        context.close()

    with_browser(lambda page: (page.fill("#f-sammanfattning", "Kvar efter omstart, å ä ö 🙂"), page.wait_for_timeout(800)))
    with_browser(lambda page: expect(page.locator("#f-sammanfattning")).to_have_value("Kvar efter omstart, å ä ö 🙂"))


def test_what_is_written_just_before_leaving_is_saved(page, form_path):
    go(page, "texter")
    page.fill("#f-bakgrund", "Sista orden")
    open_form(page, form_path, "texter")
    expect(page.locator("#f-bakgrund")).to_have_value("Sista orden")


def test_a_mistake_is_told_at_its_field_when_the_field_is_left(page):
    go(page, "uppgifter")
    page.fill("#f-datum", "2026-02-30")
    expect(page.locator("#f-datum-fel")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator("#f-datum-fel")).to_have_text("Skriv datum som ÅÅÅÅ-MM-DD, till exempel 2026-03-14.")
    assert page.get_attribute("#f-datum", "aria-invalid") == "true"
    assert "f-datum-fel" in page.get_attribute("#f-datum", "aria-describedby")
    page.fill("#f-datum", "2026-02-28")
    expect(page.locator("#f-datum-fel")).to_be_hidden()
    page.fill("#f-e-post", "ingen adress")
    page.locator("#f-telefon").focus()
    expect(page.locator("#f-e-post-fel")).to_contain_text("namn@exempel.se")


def test_the_registry_number_is_checked_against_the_senders_pattern(page, form_path, tmp_path):
    form = variant(form_path, tmp_path / "form.html", lambda data: data.update(diarienummermönster={"mönster": r"[A-Z]{2,4} \d{4}/\d+", "exempel": "KS 2020/123"}))
    open_form(page, form, "uppgifter")
    page.fill("#f-diarienummer", "123")
    page.keyboard.press("Tab")
    expect(page.locator("#f-diarienummer-fel")).to_contain_text("Skriv det som KS 2020/123.")
    page.fill("#f-diarienummer", "KS 2020/9")
    expect(page.locator("#f-diarienummer-fel")).to_be_hidden()


def test_every_line_of_what_remains_leads_to_its_field(page):
    go(page, "kvar")
    count = page.locator(".kvarlista a").count()
    assert count > 8
    for index in range(count):
        go(page, "kvar")
        line = page.locator(".kvarlista a").nth(index)
        href, words = line.get_attribute("href"), line.text_content()
        line.focus()
        page.keyboard.press("Enter")
        target = href.split("/")[-1]
        if target.startswith("f-"):
            assert page.evaluate("id => document.getElementById(decodeURIComponent(id)).contains(document.activeElement)", target), words
        else:
            assert page.evaluate("document.activeElement.tagName") in ("H1", "H2"), words


def test_a_missing_fact_is_marked_at_its_field_after_what_remains_has_been_seen(page):
    go(page, "texter")
    expect(page.locator(".felsammanfattning")).to_be_hidden()
    go(page, "kvar")
    page.get_by_role("link", name="Skriv en sammanfattning.").click()
    expect(page.locator("#f-sammanfattning")).to_be_focused()
    expect(page.locator("#f-sammanfattning-fel")).to_have_text("Skriv en sammanfattning.")
    expect(page.locator(".felsammanfattning")).to_contain_text("Skriv en sammanfattning.")
    page.keyboard.type("Här är den.")
    expect(page.locator("#f-sammanfattning-fel")).to_be_hidden()
    expect(page.locator(".felsammanfattning")).not_to_contain_text("Skriv en sammanfattning.")


def test_contradictions_are_found(page, data):
    part, element = answerable_element(data)
    prefix = "AB"
    place = {"ankare": "element", "gäller": [element["adress"]]}
    give_file(page, "svar.json", response(
        data, hållning="tillstyrker", behandlingsläge="delegationsbeslut", mottagare="Kommunfullmäktige", beslut={"organ": "Direktören"},
        synpunkter=[
            {"id": f"{prefix}-01", **place, "hållning": "invänder", "slag": "ändring"},
            {"id": f"{prefix}-02", **place, "hållning": "önskar", "slag": "stöd", "önskan": "- en\n- två"},
            {"id": f"{prefix}-03", **place, "hållning": "neutral", "slag": "ändring", "förslag": element["lydelse"], "citat": "ord som inte finns i programmet"},
            {"id": f"{prefix}-04", "ankare": "saknas"}]))
    page.locator(".angra").wait_for()
    go(page, "kvar")
    for words in [
            "Svaret tillstyrker hela programmet, men invänder i AB-01.", "Ett yttrande till fullmäktige får inte beslutas på delegation", "Skriv datum för beslutet.",
            "Du invänder. Skriv vad problemet är.", "Det behövs för ändring.", "Slaget är stöd, men hållningen är ”önskar”.", "flera önskemål i en punktlista",
            "Föreslagen lydelse är densamma som den nuvarande.", "Orden står inte på det ställe", "Välj i vilken del det saknas."]:
        expect(page.locator("main")).to_contain_text(words)


def test_starting_afresh_asks_first_and_can_be_undone(answered):
    before = answer_in(answered)
    go(answered, "start")
    answered.get_by_role("button", name="Börja om").click()
    answered.keyboard.press("Escape")
    assert answer_in(answered) == before
    expect(answered.get_by_role("button", name="Börja om")).to_be_focused()
    answered.keyboard.press("Enter")
    answered.get_by_role("button", name="Ta bort och börja om").click()
    expect(answered.get_by_role("button", name="Ångra")).to_be_focused()
    assert answer_in(answered)["synpunkter"] == []
    answered.keyboard.press("Enter")
    save_at_once(answered)
    assert answer_in(answered) == before


def test_a_downloaded_file_opens_with_the_same_words(page, written):
    give_file(page, written["name"], written["file"])
    expect(page.locator(".angra")).to_contain_text("är öppnad, med 1 synpunkt.")
    go(page, "texter")
    assert page.input_value("#f-sammanfattning") == STORY["summary"]
    assert page.input_value("#f-förslag-till-beslut-0") == STORY["decision"]
    go(page, "granska")
    expect(page.locator(".utlatande")).to_contain_text("<script>alert(1)</script> är ingen åtgärd 🙂.")
    assert page.locator("main script").count() == 0
    _, file = download(page)
    assert {**file, "sparad": ""} == {**written["file"], "sparad": ""}


def test_an_unfinished_answer_can_be_downloaded_and_says_so(page, data):
    go(page, "granska")
    page.get_by_role("button", name="Ladda ner svarsfilen").click()
    expect(page.locator("#sd-nedladdad")).to_contain_text("Välj först vem du svarar för.")
    go(page, "start")
    page.select_option("#f-respondent", data["remissinstanser"][0]["id"])
    _, file = download(page)
    assert file["svar"]["respondent"] == data["remissinstanser"][0]["id"] and "synpunkter" not in file["svar"]
    expect(page.locator("#sd-nedladdad")).to_contain_text("Den är ett utkast")
    expect(page.locator("#sd-nedladdad")).to_contain_text(f"Skicka svarsfilen till {data['remiss'].get('avsändare', 'den som har skickat remissen')}")


def test_the_present_work_is_never_replaced_without_a_choice(answered, data):
    before = answer_in(answered)
    other = response(data, sammanfattning="En annan text")
    give_file(answered, "svar-annan.json", other)
    expect(answered.get_by_role("dialog")).to_contain_text("Du har redan ett påbörjat svar")
    answered.keyboard.press("Escape")
    save_at_once(answered)
    assert answer_in(answered) == before
    give_file(answered, "svar-annan.json", other)
    answered.get_by_role("button", name="Ersätt mitt svar med filen").click()
    expect(answered.locator(".angra")).to_contain_text("Ditt tidigare svar är ersatt.")
    assert answer_in(answered)["sammanfattning"] == "En annan text"
    answered.get_by_role("button", name="Ångra").click()
    save_at_once(answered)
    assert answer_in(answered) == before


def colleague_of(written):
    """A colleague's file: another summary, another EAV-01, and a viewpoint of their own."""
    theirs = copy.deepcopy(written["file"])
    theirs["svar"]["sammanfattning"] = "Kollegans sammanfattning"
    theirs["svar"]["telefon"] = "08-508 00 000"
    theirs["svar"]["synpunkter"][0]["önskan"] = "Kollegans önskan"
    theirs["svar"]["synpunkter"].append({"id": f"{written['prefix']}-07", "ankare": "helhet", "hållning": "stöder", "slag": "stöd", "önskan": "Behåll programmet"})
    return theirs


def test_two_colleagues_answers_are_merged_with_a_choice_where_they_differ(answered, written):
    prefix, before = written["prefix"], answer_in(answered)
    give_file(answered, "kollegan.json", colleague_of(written))
    answered.get_by_role("button", name="Slå ihop filen med mitt svar").click()
    expect(answered.locator("h1")).to_have_text("Slå ihop svar")
    assert answered.locator(".krock").count() == 2
    expect(answered.locator(".krock").nth(1)).to_contain_text(STORY["wish"])
    expect(answered.locator(".krock").nth(1)).to_contain_text("Kollegans önskan")
    expect(answered.locator(".krock").nth(1).locator("dt", has_text="skiljer sig")).to_have_text(["Vad vill du ska hända? (skiljer sig)"] * 2)
    save_at_once(answered)
    assert answer_in(answered) == before, "nothing changes before the choice"
    answered.locator(".krock").nth(0).get_by_label("Ta filens").check()
    answered.get_by_role("button", name="Slå ihop", exact=True).click()
    merged = answer_in(answered)
    assert merged["sammanfattning"] == "Kollegans sammanfattning" and merged["telefon"] == "08-508 00 000"
    assert {viewpoint["id"]: viewpoint["önskan"] for viewpoint in merged["synpunkter"]} == {
        f"{prefix}-01": STORY["wish"], f"{prefix}-07": "Behåll programmet", f"{prefix}-08": "Kollegans önskan"}
    give_file(answered, "kollegan.json", colleague_of(written))
    answered.get_by_role("button", name="Slå ihop filen med mitt svar").click()
    expect(answered.locator(".angra")).to_contain_text("Inga nya synpunkter fanns i filen.")
    save_at_once(answered)
    assert answer_in(answered) == merged, "merging the same file again changes nothing"


def test_a_merge_can_be_undone_and_one_viewpoint_can_be_chosen(answered, written):
    before = answer_in(answered)
    give_file(answered, "kollegan.json", colleague_of(written))
    answered.get_by_role("button", name="Slå ihop filen med mitt svar").click()
    answered.locator(".krock").nth(1).get_by_label("Ta filens").check()
    answered.get_by_role("button", name="Slå ihop", exact=True).click()
    assert [viewpoint["önskan"] for viewpoint in answer_in(answered)["synpunkter"]] == ["Kollegans önskan", "Behåll programmet"]
    answered.get_by_role("button", name="Ångra").click()
    save_at_once(answered)
    assert answer_in(answered) == before


def test_several_files_are_taken_one_after_the_other_and_a_bad_one_is_named(page, written, tmp_path):
    for name, contents in [("ett.json", written["file"]), ("trasig.json", "{"), ("två.json", colleague_of(written))]:
        (tmp_path / name).write_text(contents if isinstance(contents, str) else json.dumps(contents), encoding="utf-8")
    page.set_input_files("#f-fil", [tmp_path / name for name in ["ett.json", "trasig.json", "två.json"]])
    page.get_by_role("button", name="Slå ihop filen med mitt svar").click()
    page.get_by_role("button", name="Slå ihop", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("trasig.json öppnades inte.")
    page.get_by_role("button", name="Stäng", exact=True).click()
    assert len(answer_in(page)["synpunkter"]) == 3


def hostile_files(good):
    def changed(**facts):
        return {**good, **facts}

    def answer(**facts):
        return changed(svar={**good["svar"], **facts})

    deep = '{"format":"styrdok-remissvar","svar":' + "[" * 200_000 + "]" * 200_000 + "}"
    viewpoint = good["svar"]["synpunkter"][0]
    return {
        "another consultation": (changed(remiss="en-annan-remiss"), "annan remiss"),
        "another edition": (changed(avtryck="0" * 64), "annan version av programmet"),
        "another format": (changed(format="något-annat"), "inte en svarsfil"),
        "a later version": (changed(version=2), "annan version av formuläret"),
        "not JSON": ("<html><script>alert(1)</script>", "går inte att läsa"),
        "not text": (b"\xff\xfe\x00\x01" * 100, "går inte att läsa som text"),
        "a list": ("[]", "inte en svarsfil"),
        "deep nesting": (deep, "för många nivåer"),
        "fifty megabytes": (b'{"a":"' + b"x" * 50_000_000 + b'"}', "50 MB"),
        "a summary that is a list": (answer(sammanfattning=["text"]), "ska vara text"),
        "viewpoints that are text": (answer(synpunkter="<script>"), "ska vara en lista"),
        "a viewpoint that is a number": (answer(synpunkter=[7]), "inte en synpunkt"),
        "an id that is markup": (answer(synpunkter=[{**viewpoint, "id": "<img src=x onerror=alert(1)>"}]), "giltig beteckning"),
        "a decision that is text": (answer(beslut="ja"), "grupp av uppgifter"),
        "a text without end": (answer(bakgrund="x" * 60_000), "högst 50000 tecken"),
        "a prototype": (json.dumps(good)[:-1] + ',"__proto__":{"polluted":true}}', "namn som inte får finnas"),
        "a prototype within": (json.dumps(good).replace('"svar": {', '"svar": {"__proto__": {"polluted": true}, '), "namn som inte får finnas"),
        "a constructor": (answer(constructor={"prototype": {"polluted": True}}), "namn som inte får finnas"),
        "an unknown respondent": (answer(respondent="<script>alert(1)</script>"), "finns inte bland remissens mottagare"),
        "no respondent": (changed(svar={}), "vem som svarar"),
    }


def test_hostile_files_are_refused_and_the_present_work_is_untouched(answered, written):
    before = stored(answered)
    for what, (contents, words) in hostile_files(written["file"]).items():
        give_file(answered, f"{what}.json", contents)
        expect(answered.locator(".filfel"), what).to_contain_text(words)
        expect(answered.locator(".filfel"), what).to_contain_text("Ditt svar är orört.")
        assert answered.evaluate("({}).polluted") is None
    save_at_once(answered)
    assert stored(answered) == before


def test_what_a_file_holds_besides_the_known_is_told_and_left_out(page, data, written):
    file = copy.deepcopy(written["file"])
    file["svar"]["okänt"] = "<b>hej</b>"
    file["svar"]["hållning"] = "jublar"
    file["svar"]["synpunkter"][0]["gäller"].append("mal:finns-inte")
    file["svar"]["sammanfattning"] = "före\u202eefter\u0000slut\r\nny rad e\u0301"
    give_file(page, "svar.json", file)
    dialog = page.get_by_role("dialog")
    for words in ["”okänt”", "”jublar”", "”mal:finns-inte”"]:
        expect(dialog).to_contain_text(words)
    page.get_by_role("button", name="Öppna utan det").click()
    expect(page.locator(".angra")).to_contain_text("är öppnad")
    answer = answer_in(page)
    assert "okänt" not in answer and "hållning" not in answer
    assert answer["synpunkter"][0]["gäller"] == written["file"]["svar"]["synpunkter"][0]["gäller"]
    assert answer["sammanfattning"] == "föreefterslut\nny rad é"


def test_script_in_every_field_stays_text(page, data, written):
    script = '<img src=x onerror="document.title=1"><script>document.title=1</script>{{title}}'
    file = copy.deepcopy(written["file"])
    answer = file["svar"]
    for key in ["handlingstyp", "diarienummer", "avsändarens-diarienummer", "förvaltning", "avdelning", "besöksadress", "postadress", "växel", "fax", "e-post", "webb", "sidor",
                "handläggare", "telefon", "mottagare", "datum", "sammanfattning", "bakgrund", "beredning", "ärendet", "inledning", "avslutning", "jämställdhetsanalys",
                "barnkonsekvensanalys", "ekonomi"]:
        answer[key] = script
    for key in ["förslag-till-beslut", "undertecknare", "bilagor", "osäkert"]:
        answer[key] = [script]
    answer["behandlingsläge"] = "nämndbeslut"
    answer["beslut"] = {key: script for key in ["organ", "datum", "paragraf", "reservationer", "särskilda-uttalanden", "ersättaryttranden"]}
    for key in ["rubrik", "underlag", "citat", "ordagrant", "bekymmer", "önskan", "förslag", "per", "inaktuellt"]:
        answer["synpunkter"][0][key] = script
    for key in ["krav", "källor"]:
        answer["synpunkter"][0][key] = [script]
    give_file(page, '<img src=x onerror="document.title=1">.json', file)
    page.locator(".angra").wait_for()
    for view in VIEWS[:-1]:
        go(page, view if view != "synpunkt" else f"synpunkt/{written['prefix']}-01")
        assert page.locator("main img, main script, main [onerror]").count() == 0, view
        assert page.title() != "1"
    changed = copy.deepcopy(file)
    changed["svar"]["synpunkter"][0]["önskan"] += "."
    changed["svar"]["bakgrund"] += "."
    give_file(page, "svar.json", changed)
    page.get_by_role("button", name="Slå ihop filen med mitt svar").click()
    expect(page.locator(".krock").nth(1)).to_contain_text("<script>")
    assert page.locator("main img, main script").count() == 0
    _, back = download(page)
    assert back["svar"] == {**answer, "avtryck": data["remiss"]["avtryck"]}


def test_two_consultations_and_two_editions_do_not_mix(answered, form_path, tmp_path, written):
    other = variant(form_path, tmp_path / "annan.html", lambda data: data["remiss"].update(id="annan-remiss"))
    edition = variant(form_path, tmp_path / "ny.html", lambda data: data["remiss"].update(avtryck="f" * 64))
    for form, words in [(other, "Svar i den andra remissen"), (edition, "Svar på den nya versionen")]:
        open_form(answered, form, "texter")
        assert answered.input_value("#f-sammanfattning") == ""
        answered.fill("#f-sammanfattning", words)
        save_at_once(answered)
    assert len(stored(answered)) == 3
    open_form(answered, form_path, "texter")
    assert answered.input_value("#f-sammanfattning") == STORY["summary"]
    open_form(answered, other, "texter")
    assert answered.input_value("#f-sammanfattning") == "Svar i den andra remissen"


def test_a_change_in_another_tab_is_told_and_nothing_is_overwritten(context, page, form_path):
    other = watch(context.new_page(), form_path)
    open_form(other, form_path, "texter")
    go(page, "texter")
    page.fill("#f-bakgrund", "Första fliken")
    save_at_once(page)
    expect(other.locator(".larm")).to_contain_text("har ändrats i en annan flik")
    other.fill("#f-bakgrund", "Andra fliken")
    save_at_once(other)
    assert answer_in(page)["bakgrund"] == "Första fliken"
    other.get_by_role("button", name="Läs in det andra svaret").click()
    expect(other.locator("#f-bakgrund")).to_have_value("Första fliken")
    other.fill("#f-bakgrund", "Andra fliken igen")
    expect(page.locator(".larm")).to_contain_text("har ändrats i en annan flik")
    page.get_by_role("button", name="Behåll svaret i den här fliken").click()
    expect(page.locator(".larm")).to_be_hidden()
    assert answer_in(page)["bakgrund"] == "Första fliken"
    assert other.faults == []


def test_a_change_that_no_event_told_of_is_found_before_saving(answered):
    key, draft = next(iter(stored(answered).items()))
    draft["svar"]["bakgrund"] = "Skrivet av någon annan"
    answered.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(draft)])
    go(answered, "texter")
    answered.fill("#f-bakgrund", "Mitt")
    expect(answered.locator(".larm")).to_contain_text("har ändrats i en annan flik")
    assert answer_in(answered)["bakgrund"] == "Skrivet av någon annan"


@pytest.mark.parametrize("failure, words", [
    ("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }", "lagring är full"),
    ("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })", "kan inte spara")])
def test_a_failing_storage_is_told_and_only_then_leaving_is_questioned(context, form_path, failure, words):
    page = watch(context.new_page(), form_path)
    page.add_init_script(failure)
    open_form(page, form_path, "texter")
    page.fill("#f-bakgrund", "Ord som inte sparas")
    expect(page.locator(".larm")).to_contain_text(words)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"] and page.faults == []


def test_leaving_is_not_questioned_while_all_is_saved(context, form_path):
    page = watch(context.new_page(), form_path)
    open_form(page, form_path, "texter")
    page.locator("#f-bakgrund").click()
    page.keyboard.type("Sparas")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == []


def test_an_unreadable_stored_draft_is_kept_until_a_choice(page, form_path, data):
    key = f"styrdok-svar:{data['remiss']['id']}:{data['remiss']['avtryck']}"
    page.evaluate("([key]) => localStorage.setItem(key, '{\"__proto__\":{}}')", [key])
    open_form(page, form_path, "texter")
    expect(page.locator(".larm")).to_contain_text("går inte att läsa")
    page.fill("#f-bakgrund", "Nytt")
    save_at_once(page)
    assert page.evaluate("key => localStorage.getItem(key)", key) == '{"__proto__":{}}'
    page.get_by_role("button", name="Börja på ett nytt svar").click()
    assert answer_in(page)["bakgrund"] == "Nytt"


def test_marked_words_follow_along_as_a_quote(answered, data):
    part, element = answerable_element(data)
    go(answered, f"programmet/{part['adress']}")
    words = answered.evaluate("""anchor => {
        const paragraph = [...document.querySelector(`[id="${anchor}"]`).querySelectorAll('dd, p')].find((node) => node.textContent.trim().length > 10);
        getSelection().selectAllChildren(paragraph);
        return getSelection().toString().trim();
    }""", element["ankare"])
    answered.get_by_role("button", name=f"Lämna synpunkt på {element['titel']}", exact=True).click()
    expect(answered.locator("#f-citat")).to_have_value(" ".join(words.split()))
    go(answered, f"programmet/{part['adress']}")
    expect(answered.locator(".markerat")).to_be_hidden()
    answered.evaluate("anchor => getSelection().selectAllChildren(document.querySelector(`[id=\"${anchor}\"] :is(h2, h3, h4)`))", element["ankare"])
    answered.get_by_role("button", name="Lämna synpunkt på det markerade").click()
    expect(answered.locator("#f-citat")).to_have_value(element["titel"])
    expect(answered.locator(".stallen")).to_contain_text(element["titel"])


def test_viewpoints_can_be_copied_moved_taken_away_and_brought_back(answered, written):
    prefix = written["prefix"]
    go(answered, "synpunkter")
    answered.get_by_role("button", name=f"Kopiera {prefix}-01").click()
    expect(answered.locator("h1")).to_have_text(f"Synpunkt {prefix}-02")
    go(answered, "synpunkter")
    rows = answered.locator(".synpunktslista h3")
    answered.get_by_role("button", name=f"Flytta upp {prefix}-02").click()
    assert [text.split(" ")[0] for text in rows.all_text_contents()] == [f"{prefix}-02", f"{prefix}-01"]
    expect(answered.get_by_role("button", name=f"Flytta ned {prefix}-02")).to_be_focused()
    answered.get_by_role("button", name=f"Ta bort {prefix}-02").click()
    expect(answered.get_by_role("button", name="Ångra")).to_be_focused()
    expect(answered.locator("p[role=status].dold")).to_have_text(f"Synpunkt {prefix}-02 är borttagen.")
    assert [viewpoint["id"] for viewpoint in answer_in(answered)["synpunkter"]] == [f"{prefix}-01"]
    answered.keyboard.press("Enter")
    assert [text.split(" ")[0] for text in rows.all_text_contents()] == [f"{prefix}-02", f"{prefix}-01"]
    expect(answered.get_by_role("button", name=f"Ta bort {prefix}-02")).to_be_focused()
    answered.keyboard.press("Enter")
    answered.get_by_role("button", name="Stäng meddelandet").click()
    go(answered, "synpunkter")
    answered.get_by_role("button", name=f"Kopiera {prefix}-01").click()
    expect(answered.locator("h1")).to_have_text(f"Synpunkt {prefix}-03"), "a given id is never given again"


def test_the_points_of_the_decision_can_be_moved_and_taken_away(answered):
    go(answered, "texter")
    answered.get_by_role("button", name="Lägg till en punkt").click()
    expect(answered.locator("#f-förslag-till-beslut-1")).to_be_focused()
    answered.keyboard.type("Paragrafen justeras omedelbart.")
    answered.get_by_role("button", name="Flytta upp punkt 2").click()
    assert focused(answered)["label"] == "Flytta ned punkt 1"
    save_at_once(answered)
    assert answer_in(answered)["förslag-till-beslut"] == ["Paragrafen justeras omedelbart.", STORY["decision"]]
    answered.get_by_role("button", name="Ta bort punkt 1").click()
    answered.keyboard.press("Enter")
    save_at_once(answered)
    assert answer_in(answered)["förslag-till-beslut"] == ["Paragrafen justeras omedelbart.", STORY["decision"]]


def test_the_programme_shows_what_has_been_said_where(answered, data, written):
    part, element = answerable_element(data)
    go(answered, f"programmet/{part['adress']}")
    expect(answered.locator(".delar [aria-current=page]")).to_contain_text("1 synpunkt")
    expect(answered.locator(f"[id=\"{element['ankare']}\"]")).to_contain_text(f"Din synpunkt här: {written['prefix']}-01 (invänder)")
    for other in data["delar"]:
        go(answered, f"programmet/{other['adress']}")
        missing = [inner["adress"] for inner in other["element"] if answered.locator(f"[id=\"lamna-{inner['adress']}\"]").count() != 1]
        assert missing == []


def test_a_viewpoint_needs_a_respondent_for_its_id(page, data):
    go(page, "synpunkter")
    page.get_by_role("button", name="Ny synpunkt på hela programmet").click()
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.locator("#f-svarande-fel")).to_have_text("Välj vem du svarar för.")
    expect(page.locator("#f-svarande")).to_be_focused()
    page.select_option("#f-svarande", data["remissinstanser"][0]["id"])
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.locator("h1")).to_contain_text("-01")


def test_no_two_respondents_share_a_prefix(page, form_path, tmp_path):
    names = ["skarholmen", "skarpnack", "enskede-arsta-vantor", "ekero-andra-vagen", "skarholmens", "a", "b-c", "trafiknamnden"]
    seen = {}
    for name in names:
        form = variant(form_path, tmp_path / f"{name}.html", lambda data: (data.update(remissinstanser=[{"id": other, "namn": other} for other in names]), data["remiss"].update(id=name)))
        open_form(page, form, "start")
        page.select_option("#f-respondent", name)
        go(page, "synpunkter")
        page.get_by_role("button", name="Ny synpunkt på hela programmet").click()
        seen[name] = page.locator("h1").text_content().split(" ")[1].split("-")[0]
    assert len(set(seen.values())) == len(names), seen
    assert seen["enskede-arsta-vantor"] == "EAV"


def test_changing_respondent_gives_the_viewpoints_its_prefix(answered, data):
    if len(data["remissinstanser"]) < 2:
        pytest.skip("the consultation has one respondent")
    before = answer_in(answered)["synpunkter"][0]["id"]
    go(answered, "start")
    answered.select_option("#f-respondent", data["remissinstanser"][1]["id"])
    answered.keyboard.press("Escape")
    expect(answered.locator("#f-respondent")).to_have_value(data["remissinstanser"][0]["id"])
    answered.select_option("#f-respondent", data["remissinstanser"][1]["id"])
    answered.get_by_role("button", name="Byt svarande").click()
    # The dialog tells that it was closed in a task of its own.
    expect(answered.locator("dialog[open]")).to_have_count(0)
    answered.wait_for_timeout(200)
    save_at_once(answered)
    after = answer_in(answered)
    assert after["respondent"] == data["remissinstanser"][1]["id"]
    assert after["synpunkter"][0]["id"] != before and after["synpunkter"][0]["id"].endswith("-01")


def test_the_finished_document_has_its_parts_in_order(answered):
    go(answered, "texter")
    for key in ["bakgrund", "ärendet", "beredning", "jämställdhetsanalys", "barnkonsekvensanalys", "ekonomi"]:
        answered.fill(f"#f-{key}", f"Text om {key}")
    answered.get_by_role("button", name="Lägg till en bilaga").click()
    answered.keyboard.type("Remissen")
    go(answered, "granska")
    assert answered.locator(".utlatande h3").all_text_contents() == [
        "Förslag till beslut", "Sammanfattning", "Bakgrund", "Ärendet", "Ärendets beredning", "Synpunkter och förslag", "Jämställdhetsanalys", "Barnkonsekvensanalys",
        "Ekonomiska konsekvenser", "Bilagor"]
    expect(answered.locator(".utlatande h2")).to_contain_text("Svar på remiss")
    answered.emulate_media(media="print")
    for hidden in [".sidhuvud", ".steg", ".marke-ruta", "main > h1", ".inte-utskrift"]:
        expect(answered.locator(hidden)).to_be_hidden()
    expect(answered.locator(".utlatande")).to_be_visible()


def test_a_new_view_gets_the_focus_and_its_name(page, form_path):
    title = html.unescape(re.search("<title>(.*?)</title>", form_path.read_text(encoding="utf-8"))[1])
    for name, heading in [("Uppgifter", "Uppgifter om svaret"), ("Programmet", "Läs och lämna synpunkter"), ("Kvar att göra", "Kvar att göra")]:
        page.locator(".steg").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_be_focused()
        expect(page.locator("h1")).to_have_text(heading)
        expect(page.locator(".steg [aria-current=page]")).to_contain_text(name)
        assert page.title().endswith(f" – {title}")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Läs och lämna synpunkter")


def test_files_can_be_dropped_on_the_page(page, written):
    go(page, "texter")
    page.evaluate("""text => {
        const carried = new DataTransfer();
        carried.items.add(new File([text], 'svar.json', { type: 'application/json' }));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
    }""", json.dumps(written["file"]))
    expect(page.locator(".angra")).to_contain_text("svar.json är öppnad")


def test_headings_skip_no_level_and_links_stay_inside_whatever_the_programme_holds(page, form_path, tmp_path):
    def change(data):
        part = data["delar"][0]
        part["html"] = (f'<section><h1>{part["titel"]}</h1><h4>Under</h4><h6>Längst ned</h6><h4>Under igen</h4>'
                        '<p><a id="ut" href="finns-inte.html#x">Ut ur programmet</a> <a href="#fot">Till noten</a></p><p id="fot">Noten</p></section>')
        part["element"] = [{"adress": "mal:utan-plats", "slag": "Mål", "titel": "Utan plats", "ankare": "mal-utan-plats", "lydelse": "Finns inte i texten."}]

    open_form(page, variant(form_path, tmp_path / "form.html", change), "programmet")
    levels = page.eval_on_selector_all("main :is(h1, h2, h3, h4, h5, h6)", "all => all.map((node) => Number(node.tagName[1]))")
    assert levels == [1, 2, 3, 4, 3, 3, 4]
    assert page.locator("main a", has_text="Ut ur programmet").count() == 0
    page.get_by_role("link", name="Till noten").click()
    expect(page.locator("#fot")).to_be_focused()
    expect(page.get_by_role("button", name="Lämna synpunkt på Utan plats")).to_be_visible()


def view_route(view, written, data):
    part, _ = answerable_element(data)
    return {"synpunkt": f"synpunkt/{written['prefix']}-01", "programmet": f"programmet/{part['adress']}"}.get(view, view)


def open_merge(page, written):
    give_file(page, "kollegan.json", colleague_of(written))
    page.get_by_role("button", name="Slå ihop filen med mitt svar").click()
    page.locator(".krock").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view_at_any_width(answered, data, written, scheme):
    page, found = answered, []
    page.emulate_media(color_scheme=scheme)

    def look(where):
        found.extend(f"{where}: {violation}" for violation in violations(page))

    for width in [1280, 768, 320]:
        page.set_viewport_size({"width": width, "height": 900})
        for view in VIEWS:
            open_merge(page, written) if view == "slå-ihop" else go(page, view_route(view, written, data))
            look(f"{view} {width}")
        page.get_by_role("button", name="Avbryt, ändra ingenting").click()
    page.get_by_role("button", name="Börja om").click()
    look("dialog")
    page.keyboard.press("Escape")
    go(page, "synpunkter")
    page.get_by_role("button", name="Ta bort").click()
    look("undo")
    assert found == []


def test_nothing_scrolls_sideways_at_320_px_not_even_with_larger_text_and_spacing(answered, data, written):
    page, wide = answered, []
    page.set_viewport_size({"width": 320, "height": 700})
    for setting in ["", "html { font-size: 200% }", "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"]:
        for view in VIEWS:
            open_merge(page, written) if view == "slå-ihop" else go(page, view_route(view, written, data))
            page.evaluate("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }", setting)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((view, setting))
    assert wide == []


def test_every_target_is_at_least_24_px(answered, data, written):
    small = []
    for width in [1280, 320]:
        answered.set_viewport_size({"width": width, "height": 900})
        for view in VIEWS[:-1]:
            go(answered, view_route(view, written, data))
            small += answered.evaluate("""() => [...document.querySelectorAll('button, input, select, textarea, summary, .knapp, nav a')]
                .filter((node) => node.checkVisibility() && !node.closest('.hoppa')).filter((node) => {
                    const { width, height } = node.getBoundingClientRect();
                    return width < 24 || height < 24;
                }).map((node) => node.outerHTML.slice(0, 100))""")
    assert small == []


def test_a_large_programme_and_many_viewpoints_stay_quick(page, form_path, tmp_path):
    def enlarge(data):
        data["delar"] = [{
            "adress": f"kapitel:del-{number}", "titel": f"Del {number}",
            "html": "".join(f'<section class="post" id="mal-{number}-{inner}"><h3>Mål {number}.{inner}</h3><p>{"Staden ska göra något bra. " * 12}</p></section>' for inner in range(50)),
            "element": [{"adress": f"mal:{number}-{inner}", "slag": "Mål", "titel": f"Mål {number}.{inner}", "ankare": f"mal-{number}-{inner}", "lydelse": "Staden ska göra något bra."} for inner in range(50)],
        } for number in range(10)]

    form = variant(form_path, tmp_path / "stort.html", enlarge)
    data = form_data(form)
    open_form(page, form)
    viewpoints = [{
        "id": f"AB-{number:02}", "gäller": [f"mal:{number % 10}-{number % 50}"], "ankare": "element", "citat": "göra något bra", "hållning": "invänder", "slag": "förtydligande",
        "bekymmer": "Det är oklart vad som menas. " * 20, "önskan": f"Förtydliga mål {number}."} for number in range(1, 201)]
    give_file(page, "svar.json", response(data, sammanfattning="Lång text. " * 300, synpunkter=viewpoints))
    page.locator(".angra").wait_for()
    # A clock would measure the machine as well: what a browser must make and remake is counted.
    for view in ["programmet/kapitel:del-3", "synpunkter", "synpunkt/AB-100", "kvar", "granska"]:
        go(page, view)
        assert page.evaluate("document.querySelectorAll('*').length") < 4_000, view
    go(page, "synpunkt/AB-100")
    remade = page.evaluate("""async () => {
        const area = document.getElementById('f-bekymmer');
        let remade = 0;
        const observer = new MutationObserver((records) => { remade += records.length; });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        for (let count = 0; count < 60; count += 1) {
            area.value += 'å';
            area.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((done) => requestAnimationFrame(done));
        }
        return remade;
    }""")
    assert remade == 0
