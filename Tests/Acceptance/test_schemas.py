"""The schemas that authors' editors complete from, held to the shipped content by a validator that nobody here wrote."""
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from conftest import ROOT

CONTENT = ROOT / "Content"


@pytest.fixture(scope="session")
def schemas(styrdok, tmp_path_factory):
    folder = tmp_path_factory.mktemp("scheman")
    styrdok.run("schema", folder, "--content", CONTENT)
    return {path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.schema.json")} | {
        "inställningar": json.loads((folder / "inställningar.json").read_text(encoding="utf-8"))}


def plain(text):
    """As an editor's YAML 1.2 reads it: no dates, no yes and no."""
    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, expression) for tag, expression in resolvers if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:null")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    return yaml.load(text, Loader)


def front_matter(text):
    return text.removeprefix("---\n").split("\n---\n", 1)[0]


KINDS_OF_FOLDERS = {"kapitel": "kapitel", "begrepp": "begrepp", "teorier": "teori", "fokusområden": "fokusomrade"}


def test_every_schema_is_one(schemas):
    assert len(schemas) == 27
    for name, schema in schemas.items():
        if name != "inställningar":
            jsonschema.Draft7Validator.check_schema(schema)


def test_every_file_that_the_settings_name_is_right_by_its_schema(schemas):
    seen = 0
    for file, pattern in schemas["inställningar"]["yaml.schemas"].items():
        schema = schemas[Path(file).name.removesuffix(".schema.json")]
        for path in ROOT.glob(pattern):
            jsonschema.Draft7Validator(schema).validate(plain(path.read_text(encoding="utf-8")))
            seen += 1
    assert seen > 25


@pytest.mark.parametrize("folder", KINDS_OF_FOLDERS)
def test_every_front_matter_is_right_by_its_schema(schemas, folder):
    paths = list(CONTENT.glob(f"*/{folder}/*.md"))
    assert paths
    for path in paths:
        jsonschema.Draft7Validator(schemas[KINDS_OF_FOLDERS[folder]]).validate(plain(front_matter(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("text, wrong", [
    ("- id: a\n  titel: A\n  lydelse: A\n  nivå: fel\n", "fel"), ("- id: a\n  titel: A\n  lydelse: A\n  okänd: x\n", "okänd"), ("- id: a\n  titel: A\n", "lydelse"),
    ("- id: a\n  titel: A\n  lydelse: A\n  ansvarig: [mal:b]\n", "mal:b")])
def test_what_the_command_refuses_the_schema_refuses(schemas, text, wrong):
    errors = list(jsonschema.Draft7Validator(schemas["mal"]).iter_errors(plain(text)))
    assert any(wrong in str(error) for error in errors)


def keys(schema):
    if isinstance(schema, dict):
        for name, key in schema.get("properties", {}).items():
            yield name, key
        for value in schema.values():
            yield from keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keys(value)


def test_every_key_is_explained_in_swedish(schemas):
    bare = [f"{name}: {key}" for name, schema in schemas.items() if name != "inställningar" for key, told in keys(schema) if len(told.get("description", "")) < 15]
    assert bare == []
