"""The preview as an editor meets it: in a browser beside the editor, and as a stranger on the same machine meets it."""
import http.client
import re
import signal
import socket
import subprocess
import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browsing import violations
from conftest import ROOT

GOALS = "trygghetsprogram/kapitel/mal.md"


class Preview:
    """styrdok preview on a folder of content."""

    def __init__(self, styrdok, content):
        self.process = subprocess.Popen(
            [styrdok.path, "preview", "--content", content, "--templates", ROOT / "Templates", "--port", "0"], stderr=subprocess.PIPE, text=True)
        self.address = None
        for line in self.process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                self.address = found.group()
                break
        assert self.address, "förhandsvisningen startade inte"

    @property
    def port(self):
        return urlsplit(self.address).port

    def request(self, method="GET", path="/", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=10)
        self.process.stderr.close()


@pytest.fixture
def preview(styrdok, content):
    preview = Preview(styrdok, content)
    yield preview
    preview.stop()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()


def edit(path, change):
    """Saves as editors do: a new file beside it, moved over the old."""
    new = path.with_name(path.name + "~")
    new.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    new.replace(path)


def test_what_is_saved_is_on_the_page_that_is_read(preview, content, page):
    page.goto(preview.address + "trygghetsprogram/kapitel-mal.html")
    edit(content / GOALS, lambda text: text.rstrip() + "\n\nEn alldeles ny mening.\n")
    expect(page.get_by_text("En alldeles ny mening.")).to_be_visible()
    assert page.said == []


def test_the_reader_is_taken_to_what_was_edited_unless_told_to_stay(preview, content, page):
    page.goto(preview.address + "trygghetsprogram/index.html")
    concept = next((content / "trygghetsprogram" / "begrepp").glob("avhopparverksamhet.md"))
    edit(concept, lambda text: text.replace("Stöd till den som vill", "Hjälp till den som vill"))
    page.wait_for_url("**/kapitel-begrepp.html#begrepp-avhopparverksamhet")
    expect(page.locator(":target").get_by_text("Hjälp till den som vill")).to_be_visible()
    page.get_by_label("Gå till det som ändras").uncheck()
    edit(content / GOALS, lambda text: text.rstrip() + "\n\nEn alldeles ny mening.\n")
    page.wait_for_timeout(1_500)
    assert page.url.endswith("/kapitel-begrepp.html#begrepp-avhopparverksamhet")


def test_an_error_keeps_the_last_good_page_and_lists_what_to_mend(preview, content, page):
    page.goto(preview.address + "trygghetsprogram/kapitel-mal.html")
    edit(content / GOALS, lambda text: text.rstrip() + "\n\nSe [här](begrepp:finns-ej).\n")
    bar = page.get_by_label("Förhandsvisning")
    expect(bar.get_by_text("1 fel. Sidan visar det senaste felfria bygget.")).to_be_visible()
    line = len((content / GOALS).read_text(encoding="utf-8").splitlines())
    link = bar.get_by_role("link", name=f"{GOALS}:{line}:10")
    assert link.get_attribute("href") == f"vscode://file{content / GOALS}:{line}:10"
    expect(page.locator("main h1")).to_have_text(re.compile("^Mål"))
    page.reload()
    expect(page.locator("main h1")).to_have_text(re.compile("^Mål"))
    edit(content / GOALS, lambda text: text.replace("begrepp:finns-ej", "begrepp:radighet"))
    expect(page.get_by_text("Se här.")).to_be_visible()
    expect(bar.get_by_text("1 fel")).to_be_hidden()


def test_content_that_never_was_right_shows_what_is_wrong(styrdok, content, page):
    edit(content / GOALS, lambda text: text + "\n[här](begrepp:finns-ej)\n")
    preview = Preview(styrdok, content)
    try:
        page.goto(preview.address)
        expect(page.locator("main h1")).to_have_text("Fynd")
        expect(page.locator("main").get_by_text("begrepp:finns-ej finns inte")).to_be_visible()
        edit(content / GOALS, lambda text: text.replace("begrepp:finns-ej", "begrepp:radighet"))
        page.wait_for_url("**/kapitel-mal.html*")
    finally:
        preview.stop()


def test_new_files_and_folders_are_heard_of(preview, content, page):
    page.goto(preview.address + "_styrdok/disposition.html")
    (content / "trygghetsprogram" / "begrepp" / "nytt-begrepp.md").write_text("titel: fel\n", encoding="utf-8")
    expect(page.get_by_label("Förhandsvisning").get_by_role("link", name=re.compile("nytt-begrepp.md"))).to_be_visible()


def test_problems_and_outline_are_pages_that_axe_passes_and_whose_links_lead_somewhere(preview, page):
    for name in ("problem.html", "disposition.html"):
        page.goto(preview.address + "_styrdok/" + name)
        assert violations(page) == []
    shown = page.evaluate('() => [...new Set([...document.querySelectorAll("main a[href^=\'../\']")].map(link => link.href))]')
    assert len(shown) > 100
    ids = {}
    for address in shown:
        place, _, anchor = address.partition("#")
        if place not in ids:
            answer = preview.request(path=urlsplit(place).path)
            assert answer.status == 200, place
            ids[place] = set(re.findall(r'id="([^"]+)"', answer.read().decode()))
        assert not anchor or anchor in ids[place], address


def test_nothing_is_written(preview, content, page):
    page.goto(preview.address)
    assert sorted(path.name for path in content.parent.iterdir()) == ["Content"]


@pytest.mark.parametrize("headers", [
    {"Host": "annan.exempel.se"}, {"Host": "annan.exempel.se:{port}"}, {"Host": "127.0.0.1"}, {"Origin": "http://annan.exempel.se"}, {"Origin": "null"},
    {"Host": "localhost:{port}", "Origin": "https://localhost:{port}"}])
def test_another_site_is_refused(preview, headers):
    assert preview.request(**{name: value.format(port=preview.port) for name, value in headers.items()}).status == 403


def test_its_own_pages_are_answered(preview):
    for host in ("127.0.0.1", "localhost"):
        assert preview.request(Host=f"{host}:{preview.port}", Origin=f"http://{host}:{preview.port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "MKCOL"])
def test_nothing_can_be_done_but_read(preview, method):
    assert preview.request(method).status == 405


@pytest.mark.parametrize("path", [
    "/../Content/styrdok.yaml", "/%2e%2e/Content/styrdok.yaml", "/trygghetsprogram/../../../../etc/passwd", "//etc/passwd", "/..%2f..%2fetc/passwd",
    "/trygghetsprogram/%00index.html"])
def test_no_path_leads_out_of_the_pages(preview, path):
    assert preview.request(path=path).status in (400, 404)


def test_only_this_machine_can_connect(preview):
    listening = subprocess.run(["ss", "-Hltn", f"sport = :{preview.port}"], capture_output=True, text=True).stdout
    assert f"127.0.0.1:{preview.port}" in listening and "0.0.0.0" not in listening.split()[3]


def test_a_huge_request_is_refused_and_takes_no_memory(preview):
    def memory():
        status = open(f"/proc/{preview.process.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))

    before = memory()
    with socket.create_connection(("127.0.0.1", preview.port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX: ")
        with pytest.raises(OSError):
            for _ in range(1_000):
                connection.sendall(b"a" * 100_000)
    assert memory() - before < 20_000
    assert preview.request().status == 200


def test_slow_clients_are_let_go_and_stand_in_nobodys_way(preview):
    slow = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(60)]
    for connection in slow:
        connection.sendall(b"GET / HTTP/1.1\r\n")
    assert preview.request().status == 200
    slow[0].settimeout(20)
    assert slow[0].recv(1) == b""
    for connection in slow:
        connection.close()


def test_more_connections_than_a_reader_needs_are_closed(preview):
    many = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(200)]
    time.sleep(0.5)
    refused = 0
    for connection in many:
        connection.settimeout(0.05)
        try:
            refused += connection.recv(1) == b""
        except TimeoutError:
            pass
    assert refused >= 100
    for connection in many:
        connection.close()
    time.sleep(0.5)
    assert preview.request().status == 200
