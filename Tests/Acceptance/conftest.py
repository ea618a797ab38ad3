"""What the tests share: the command, and what it builds of the shipped content."""
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]


class Styrdok:
    """The command, run as a user would."""

    def __init__(self):
        self.path = os.environ.get("STYRDOK") or str(ROOT / ".build" / "release" / "styrdok")

    def run(self, *arguments, expect=0):
        done = subprocess.run([self.path, *map(str, arguments)], capture_output=True, text=True)
        assert done.returncode == expect, f"{arguments} gave {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        return done.stdout + done.stderr

    def build(self, content, output):
        return self.run("build", "--content", content, "--output", output, "--templates", ROOT / "Templates")


@pytest.fixture(scope="session")
def styrdok():
    return Styrdok()


@pytest.fixture(scope="session")
def driver():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver):
    browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def output(styrdok, tmp_path_factory):
    """The shipped content, built."""
    folder = tmp_path_factory.mktemp("sidor") / "Output"
    styrdok.build(ROOT / "Content", folder)
    return folder


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def content(tmp_path):
    """A copy of the shipped content, to change."""
    shutil.copytree(ROOT / "Content", tmp_path / "Content")
    return tmp_path / "Content"


@pytest.fixture(scope="session")
def open_consultation(styrdok, tmp_path_factory):
    """The shipped consultation with one more body asked, built: its content and its form."""
    folder = tmp_path_factory.mktemp("remiss")
    shutil.copytree(ROOT / "Content", folder / "Content")
    listed = folder / "Content" / "remisser" / "trygghetsprogram-2020" / "remiss.yaml"
    text = listed.read_text(encoding="utf-8")
    asked = "".join(f"  - {{ id: exempelnamnd-{number}, namn: Exempelnämnd {number}, typ: facknämnd, svarsläge: ej inkommit }}\n" for number in (7, 8))
    listed.write_text(text.replace("remissinstanser:\n", "remissinstanser:\n" + asked), encoding="utf-8")
    project = folder / "Content" / "styrdok.yaml"
    project.write_text(project.read_text(encoding="utf-8") + 'diarienummermönster: "[A-ZÅÄÖ]{2,4} [0-9]{4}/[0-9]+"\ndiarienummerexempel: KS 2020/123\n', encoding="utf-8")
    styrdok.build(folder / "Content", folder / "Output")
    return folder


@pytest.fixture(scope="session")
def form_path(open_consultation):
    return open_consultation / "Output" / "remisser" / "trygghetsprogram-2020" / "svarsformular.html"
