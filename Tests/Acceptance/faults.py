"""What the tests of faults share: a project of one's own, a disk to break, and whether an output is torn."""
import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT

CHAPTER = "trygghetsprogram/kapitel/mal.md"


class Project:
    """A copy of the shipped content with its templates, and what is built of it."""

    def __init__(self, styrdok, folder, output=None, content=None):
        self.path, self.folder = styrdok.path, Path(folder)
        self.content = Path(content or self.folder / "Content")
        self.templates, self.output = self.folder / "Templates", Path(output or self.folder / "Output")
        self.folder.mkdir(exist_ok=True)
        shutil.copytree(ROOT / "Content", self.content)
        shutil.copytree(ROOT / "Templates", self.templates)
        # The dictionary's memory of its own, so that it is written too.
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")}

    def start(self, *, command="build", options=(), environment=None, **process):
        arguments = [self.path, command, "--content", self.content, "--output", self.output, "--templates", self.templates, *options]
        environment = {**self.environment, **(environment or {})}
        return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, **process)

    def build(self, expect=0, **options):
        process = self.start(**options)
        said = process.communicate(timeout=120)[0]
        assert process.returncode == expect, f"{process.returncode}: {said}"
        return said

    def mark(self, number):
        """Changes every page, by the template, and one chapter."""
        page = self.templates / "sida.mustache"
        text = re.sub(r"\n?<meta name=\"varv\"[^>]*>", "", page.read_text(encoding="utf-8"))
        page.write_text(text.replace("<head>", f'<head>\n<meta name="varv" content="varv-{number:06}">', 1), encoding="utf-8")
        chapter = self.content / CHAPTER
        text = re.sub(r"\n\nMärket är varv-\d+\.\n$", "\n", chapter.read_text(encoding="utf-8"))
        chapter.write_text(text.rstrip() + f"\n\nMärket är varv-{number:06}.\n", encoding="utf-8")

    def leftovers(self):
        beside = {"Content", "Templates", "Output", "cache"}
        found = {path.name for path in self.output.parent.iterdir()} - beside - {"lost+found"}
        kept = re.compile(r"ord-\w+\.txt|(körning|utdata)-[0-9a-f]{32}")
        return found | {path.name for path in self.folder.glob("cache/*/*") if not kept.fullmatch(path.name)}


@contextlib.contextmanager
def mounted(folder, *arguments):
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *arguments, folder], capture_output=True, text=True)
    if done.returncode != 0:
        pytest.skip(f"monteringen gick inte här: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def remount(folder, options):
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)


def tree(folder):
    """Every file below a folder, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def state(folder):
    """The round that an output is of, and the sums of its files with the round left out. Fails when it is torn."""
    files = tree(folder)
    listed = json.loads(files["manifest.json"])["files"]
    assert sorted(files) == sorted([*listed, "manifest.json"])
    rounds = set(re.findall(rb"varv-(\d{6})", b"".join(files.values())))
    assert len(rounds) == 1, f"sidor ur olika byggen: {rounds}"
    number = rounds.pop()
    # The round is a word of the text, and so of the search register; the fingerprints of the edition and of the content
    # follow from it.
    sums = {path: hashlib.sha256(re.sub(rb'sha256-[0-9a-f]{64}|"content": "[0-9a-f]{64}"', b"", data.replace(number, b""))).hexdigest() for path, data in files.items()}
    return int(number), sums
