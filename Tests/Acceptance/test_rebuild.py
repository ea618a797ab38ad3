"""What is remembered between runs: a run after any edit says and writes what a clean run does."""
import filecmp
import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT


class Desk:
    """Content, templates and output of one editor, with a memory of its own."""

    def __init__(self, styrdok, folder, content=ROOT / "Content"):
        self.styrdok = styrdok
        self.content, self.templates, self.output, self.memory = (folder / name for name in ("Content", "Templates", "Output", "minne"))
        shutil.copytree(content, self.content)
        shutil.copytree(ROOT / "Templates", self.templates)

    def run(self, command, output=None, memory=None):
        places = ["--output", output or self.output, "--templates", self.templates] if command == "build" else []
        done = subprocess.run(
            [self.styrdok.path, command, "--content", self.content, *places], capture_output=True, text=True,
            env=os.environ | {"XDG_CACHE_HOME": str(memory or self.memory)})
        return done.returncode, without_time(done.stderr), done.stdout


def without_time(text):
    return [line.rsplit(" på ", 1)[0] for line in text.splitlines()]


def files(folder):
    return {str(path.relative_to(folder)): path.stat() for path in folder.rglob("*") if path.is_file()}


def same(one, other):
    compared = filecmp.dircmp(one, other)
    return not (compared.left_only or compared.right_only or compared.diff_files or compared.funny_files) and all(
        same(Path(one) / name, Path(other) / name) for name in compared.common_dirs)


@pytest.fixture
def desk(styrdok, tmp_path):
    return Desk(styrdok, tmp_path)


def markdown(desk, chance):
    return chance.choice(sorted([*desk.content.glob("trygghetsprogram*/*/*.md"), *desk.content.glob("program/*/*.md")]))


def add_sentence(desk, chance):
    path = markdown(desk, chance)
    path.write_text(path.read_text(encoding="utf-8").rstrip() + f"\n\nMening {chance.randrange(1000)} om staden.\n", encoding="utf-8")


def change_a_letter_with_size_and_time_kept(desk, chance):
    path = markdown(desk, chance)
    status = path.stat()
    text = path.read_text(encoding="utf-8")
    head, found, tail = text.rpartition("staden")
    path.write_text(head + "Staden" + tail if found else text, encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def rename_a_concept(desk, chance):
    path = chance.choice(sorted([*desk.content.glob("trygghetsprogram/begrepp/*.md"), *desk.content.glob("program/begrepp/*.md")]))
    text = path.read_text(encoding="utf-8")
    slug = f"{path.stem[:40]}-{chance.randrange(100)}"
    path.with_name(slug + ".md").write_text(text.replace("---\n", f"---\ntidigare: [begrepp:{path.stem}]\n", 1) if "tidigare:" not in text else text, encoding="utf-8")
    path.unlink()


def delete_a_file(desk, chance):
    markdown(desk, chance).unlink()


def change_a_register(desk, chance):
    path = chance.choice(sorted(desk.content.glob("*/*.yaml")))
    lines = path.read_text(encoding="utf-8").split("\n")
    titles = [number for number, line in enumerate(lines) if line.lstrip("- ").startswith("titel:")]
    if titles:
        number = chance.choice(titles)
        lines[number] = lines[number].rstrip('"') + f" {chance.randrange(10)}" + ('"' if lines[number].endswith('"') else "")
    path.write_text("\n".join(lines), encoding="utf-8")


def add_a_note(desk, chance):
    """It changes nothing that anybody reads."""
    path = chance.choice(sorted(desk.content.glob("*/*.yaml")))
    path.write_text(path.read_text(encoding="utf-8") + f"\n# Anteckning {chance.randrange(1000)}\n", encoding="utf-8")


def add_a_concept(desk, chance):
    folder = chance.choice(sorted([*desk.content.glob("trygghetsprogram/begrepp"), *desk.content.glob("program/begrepp")]))
    number = chance.randrange(1000)
    (folder / f"nytt-{number}.md").write_text(f"---\ntitel: Nytt {number}\ndefinition: Ett ord som är nytt.\n---\n", encoding="utf-8")


def save_a_file_and_take_it_back(desk, chance):
    path = markdown(desk, chance)
    text = path.read_bytes()
    path.write_bytes(text + b"\n\nEn mening som inte blev av.\n")
    desk.run("build")
    path.write_bytes(text)


def touch(desk, chance):
    markdown(desk, chance).touch()


def change_the_style(desk, chance):
    path = desk.templates / "stil.css"
    path.write_text(path.read_text(encoding="utf-8") + f"\n/* {chance.randrange(1000)} */\n", encoding="utf-8")


def spoil_the_output(desk, chance):
    path = chance.choice(sorted(desk.output.rglob("*.html")))
    path.write_text("något annat", encoding="utf-8")


def lose_an_output(desk, chance):
    chance.choice(sorted(desk.output.rglob("*.md"))).unlink()


def nothing(desk, chance):
    pass


EDITS = [
    add_sentence, change_a_letter_with_size_and_time_kept, rename_a_concept, delete_a_file, change_a_register, add_a_note, add_a_concept, save_a_file_and_take_it_back,
    touch, change_the_style, spoil_the_output, lose_an_output, nothing]
SMALL = ROOT / "Tests" / "Fixtures" / "almby"


@pytest.mark.parametrize("content, seed", [(ROOT / "Content", 1), (ROOT / "Content", 2), *((SMALL, seed) for seed in range(3, 9))], ids=lambda value: str(getattr(value, "name", value)))
def test_after_any_edit_the_run_is_as_a_clean_one(styrdok, tmp_path, content, seed):
    """Two seeds on the shipped content with no memory at all beside it, and six on a small programme, where what the dictionary said is kept."""
    desk = Desk(styrdok, tmp_path, content)
    chance = random.Random(seed)
    assert desk.run("build")[0] == 0
    # Every kind of edit at least once a seed, then whatever comes.
    edits = chance.sample(EDITS, len(EDITS))
    for number, edit in enumerate(edits if content != SMALL else edits + chance.choices(EDITS, k=3)):
        kept = tmp_path / "före"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(desk.content, kept)
        edit(desk, chance)
        code, said, _ = desk.run("build")
        clean, empty = tmp_path / f"ren-{number}", tmp_path / ("tomt" if content == SMALL else f"tomt-{number}")
        for kept_run in empty.rglob("körning-*"):
            kept_run.unlink()
        assert desk.run("check")[:2] == desk.run("check", memory=empty)[:2], edit.__name__
        clean_code, _, _ = desk.run("build", output=clean, memory=empty)
        assert code == clean_code, f"{number}: {edit.__name__}\n{said}"
        if code == 0:
            assert same(desk.output, clean), f"{number}: {edit.__name__}"
        else:
            # An edit that leaves an error is taken back.
            shutil.rmtree(desk.content)
            shutil.copytree(kept, desk.content)
        # Twice the same is twice the same.
        assert desk.run("check") == desk.run("check")


def test_unchanged_files_keep_their_times_and_an_unchanged_run_touches_nothing(desk):
    desk.run("build")
    before = files(desk.output)
    desk.run("build")
    assert {name: status.st_mtime_ns for name, status in files(desk.output).items()} == {name: status.st_mtime_ns for name, status in before.items()}
    path = desk.content / "trygghetsprogram" / "kapitel" / "mal.md"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n\nEn ny mening om staden.\n", encoding="utf-8")
    desk.run("build")
    changed = {name for name, status in files(desk.output).items() if name not in before or before[name].st_mtime_ns != status.st_mtime_ns}
    assert "trygghetsprogram/kapitel-mal.html" in changed
    assert "trygghetsprogram/kapitel-begrepp.html" not in changed
    assert not any(name.startswith("trygghetsprogram-remissversion/") for name in changed)


def test_what_was_said_is_said_again_whatever_the_form(desk):
    path = desk.content / "trygghetsprogram" / "kapitel" / "mal.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n[här](begrepp:finns-ej)\n", encoding="utf-8")
    first = desk.run("check")
    assert first[0] == 1 and any("begrepp:finns-ej finns inte" in line for line in first[1])
    assert desk.run("check") == first
    assert list(desk.memory.rglob("körning-*"))


def test_a_memory_that_is_damaged_or_has_no_place_is_done_without(desk, tmp_path):
    first = desk.run("check")
    for kept in desk.memory.rglob("körning-*"):
        kept.write_bytes(b"\x00{")
    assert desk.run("check") == first
    nowhere = tmp_path / "fil"
    nowhere.write_text("")
    assert desk.run("check", memory=nowhere)[:1] == first[:1]
