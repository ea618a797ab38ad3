"""A chapter that is edited where nothing else changes: only its page is made anew, and the output is that of a clean run."""
import os
import random
import re
import signal
import subprocess
import sys
import time

import pytest

from conftest import ROOT
from test_rebuild import Desk, same

CHAPTERS = 150


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A programme large enough for a search index in several files, without findings."""
    folder = tmp_path_factory.mktemp("underlag")
    subprocess.run([sys.executable, ROOT / "Scripts" / "support" / "corpus.py", "--chapters", str(CHAPTERS), folder], check=True, stdout=subprocess.DEVNULL)
    return folder / "Content"


@pytest.fixture
def desk(styrdok, tmp_path, corpus):
    desk = Desk(styrdok, tmp_path, corpus)
    time.sleep(0.15)
    assert desk.run("build")[0] == 0
    # The report lists the sections that are hardest to read: such a chapter is judged with all the others.
    report = (desk.output / "granskning" / "program.html").read_text(encoding="utf-8")
    desk.chapters = [path for path in sorted(desk.content.glob("*/kapitel/*.md")) if f"kapitel-{path.stem}.html" not in report]
    assert desk.run("check")[0] == 0
    return desk


def save(path, text):
    """As editors do; what changed this instant is not remembered."""
    beside = path.with_suffix(".ny")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)
    time.sleep(0.15)


def body(text):
    head, _, rest = text[4:].partition("\n---\n")
    return "---\n" + head + "\n---\n", rest


def paragraphs(text, change):
    head, rest = body(text)
    return head + "\n\n".join(change(rest.strip("\n").split("\n\n"))) + "\n"


def end(text, addition):
    return text.rstrip() + addition + "\n"


# What an edit does to a text, and whether the chapter is judged and made by itself then; None where it depends on the text.
EDITS = {
    "a sentence at the end": (lambda text: end(text, " Mötet hölls på torget."), True),
    "a sentence at the beginning": (lambda text: paragraphs(text, lambda all: ["Mötet är öppet. " + all[0], *all[1:]]), True),
    "a paragraph between others": (lambda text: paragraphs(text, lambda all: [all[0], "Mötet är öppet för alla.", *all[1:]]), True),
    "a paragraph taken away": (lambda text: paragraphs(text, lambda all: [part for part in all if part.startswith(("#", "<", "-")) or "](" in part or "[@" in part or part == all[0]]), None),
    "a list": (lambda text: end(text, "\n\n- torget\n- parken\n"), True),
    "emphasis": (lambda text: end(text, " Det är **viktigt** och *nytt*."), True),
    "what the city is to do": (lambda text: end(text, " Nämnden ska hålla mötet på torget."), True),
    "a quotation and signs": (lambda text: end(text, " ”Torget” är <1 & \\*vårt\\*: 5 % — ja."), True),
    "code": (lambda text: end(text, "\n\n    torg & park\n"), True),
    "a web address": (lambda text: end(text, " Se [sidan](https://example.com/)."), False),
    "a heading": (lambda text: end(text, "\n\n## Mötet\n\nDet är öppet."), False),
    "text under a heading taken away": (lambda text: end(text, "\n\n## Mötet"), False),
    "a link": (lambda text: end(text, " Se [begreppet](begrepp:begrepp-00003)."), False),
    "a citation": (lambda text: end(text, " Så är det [@kalla-00003]."), False),
    "a citation taken away": (lambda text: re.sub(r" \[@[^]]+\]", "", text, count=1), False),
    "the title": (lambda text: text.replace("titel: ", "titel: Nytt om ", 1), False),
    "a summary": (lambda text: text.replace("---\n", "---\nsammanfattning: Kapitlet handlar om mötet.\n", 1), False),
    "a word that is misspelt": (lambda text: end(text, " Mötett är öppet."), False),
    "a law that nobody lists": (lambda text: end(text, " Det gäller enligt lagen (1901:123)."), False),
    "a document that nobody lists": (lambda text: end(text, " Det gäller enligt klimathandlingsplanen."), False),
    "a claim without a source": (lambda text: end(text, " Forskning visar att torget är tryggt."), False),
    "a long sentence": (lambda text: end(text, " " + " och ".join(["Torget är ljust"] + ["mötet är öppet"] * 30) + "."), False),
    "a block that isn't there": (lambda text: end(text, "\n\n<tabell:finns-inte>"), False),
    "raw HTML": (lambda text: end(text, "\n\n<div>torg</div>"), False),
    "front matter that can't be read": (lambda text: text.replace("titel:", "titel", 1), False),
    "nothing but blanks": (lambda text: text.rstrip() + "\n\n\n", True),
    "an empty text": (lambda text: body(text)[0], False),
}


def was_alone(desk):
    """An output that was replaced is kept only by a build that made one page."""
    return bool(list(desk.memory.rglob("utdata-*")))


def compare(desk, tmp_path, name):
    """Both commands say and write what those without a memory do."""
    empty, clean = tmp_path / "tomt", tmp_path / "ren"
    for kept in empty.rglob("körning-*"):
        kept.unlink()
    checked, built = desk.run("check"), desk.run("build")
    assert checked == desk.run("check", memory=empty), name
    code, said, _ = desk.run("build", output=clean, memory=empty)
    assert built[0] == code, f"{name}\n{built[1]}"
    assert said[-1].partition(". ")[0] == built[1][-1].partition(". ")[0], name
    if code == 0:
        assert same(desk.output, clean), name
    # What is remembered of it holds.
    assert desk.run("check") == checked, name
    return code


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_gives_what_a_clean_run_gives_and_is_judged_by_itself_only_when_it_can_be(desk, tmp_path, name):
    change, is_alone = EDITS[name]
    path = desk.chapters[CHAPTERS // 3]
    old = path.read_text(encoding="utf-8")
    assert change(old) != old
    save(path, change(old))
    code = compare(desk, tmp_path, name)
    assert is_alone in (None, was_alone(desk))
    # And back: after a build that failed the old one is remembered still.
    save(path, old)
    assert compare(desk, tmp_path, name + ", taken back") == 0
    if code == 0:
        assert is_alone in (None, was_alone(desk))


@pytest.mark.parametrize("seed", range(2))
def test_edits_one_after_the_other_in_any_chapters_give_what_clean_runs_give(desk, tmp_path, seed):
    chance = random.Random(seed)
    alone = 0
    for _ in range(20):
        name = chance.choice([name for name, (_, is_alone) in EDITS.items() if is_alone is not False])
        paths = chance.sample(desk.chapters, chance.choice([1, 1, 1, 1, 2]))
        before = [path.read_text(encoding="utf-8") for path in paths]
        for path, text in zip(paths, before):
            save(path, EDITS[name][0](text))
        if compare(desk, tmp_path, name) != 0:
            for path, text in zip(paths, before):
                save(path, text)
        alone += was_alone(desk)
    assert alone > 8


def test_a_check_after_a_build_says_what_the_build_found(desk, tmp_path):
    def kept():
        return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in desk.memory.rglob("körning-*")}

    desk.memory = tmp_path / "nytt"
    assert desk.run("build")[0] == 0
    for sentence in ("", " Mötet är öppet.", " Mötet är öppet för alla."):
        if sentence:
            path = desk.chapters[5]
            save(path, end(path.read_text(encoding="utf-8"), sentence))
            assert desk.run("build")[0] == 0 and was_alone(desk)
        before = kept()
        assert len(before) == 2
        assert desk.run("check") == desk.run("check", memory=tmp_path / f"tomt{len(sentence)}")
        # A check that judges anything remembers it anew.
        assert kept() == before


def test_an_edit_beside_one_in_another_file_is_built_with_everything(desk, tmp_path):
    save(desk.chapters[3], end(desk.chapters[3].read_text(encoding="utf-8"), " Mötet är öppet."))
    register = desk.content / "program" / "roller.yaml"
    save(register, register.read_text(encoding="utf-8") + "\n# Anteckning\n")
    assert compare(desk, tmp_path, "two files") == 0
    assert not was_alone(desk)


def spoil_a_page(desk, kept):
    next(desk.output.rglob("kapitel-*.html")).write_text("något annat", encoding="utf-8")


def lose_a_page(desk, kept):
    next(desk.output.rglob("kapitel-*.md")).unlink()


def spoil_the_spare(desk, kept):
    page = next(kept.rglob("kapitel-*.html"))
    page.unlink()
    page.write_text("något annat", encoding="utf-8")


def lose_from_the_spare(desk, kept):
    next(kept.rglob("kapitel-*.md")).unlink()


def put_into_the_spare(desk, kept):
    (kept / "program" / "annat.html").write_text("något annat", encoding="utf-8")


def lose_the_spare(desk, kept):
    subprocess.run(["rm", "-r", kept], check=True)


@pytest.mark.parametrize("harm", [spoil_a_page, lose_a_page, spoil_the_spare, lose_from_the_spare, put_into_the_spare, lose_the_spare])
def test_what_somebody_else_did_to_the_outputs_is_never_published(desk, tmp_path, harm):
    path = desk.chapters[5]
    save(path, end(path.read_text(encoding="utf-8"), " Mötet är öppet."))
    desk.run("build")
    kept = next(desk.memory.rglob("utdata-*"))
    harm(desk, kept)
    save(path, end(path.read_text(encoding="utf-8"), " Mötet är slut."))
    assert compare(desk, tmp_path, harm.__name__) == 0


@pytest.mark.parametrize("seed", range(12))
def test_a_memory_that_is_damaged_anywhere_is_done_without(desk, tmp_path, seed):
    chance = random.Random(seed)
    for kept in desk.memory.rglob("körning-*"):
        data = bytearray(kept.read_bytes())
        place = chance.randrange(len(data))
        kept.write_bytes(data[:place] if seed % 3 == 0 else data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1:])
    path = desk.chapters[9]
    save(path, end(path.read_text(encoding="utf-8"), " Mötet är öppet."))
    assert compare(desk, tmp_path, f"seed {seed}") == 0


def test_untouched_files_keep_their_times(desk):
    path = desk.chapters[5]
    for turn in range(3):
        before = {file: file.stat().st_mtime_ns for file in desk.output.rglob("*") if file.is_file()}
        save(path, end(path.read_text(encoding="utf-8"), f" Mötet hölls dag {turn}."))
        desk.run("build")
        after = {file: file.stat().st_mtime_ns for file in desk.output.rglob("*") if file.is_file()}
        changed = {file.name for file in after if after[file] != before.get(file)}
        assert before.keys() == after.keys()
        assert {f"kapitel-{path.stem}.html", f"kapitel-{path.stem}.md", "hela.html", "program.json", "manifest.json"} <= changed
        assert len(changed) < 12


def test_two_hundred_kills_never_tear_the_output(desk, tmp_path):
    """At any instant of a build that makes one page: what stands is one whole output, the old or the new."""
    path = desk.chapters[7]
    text = path.read_text(encoding="utf-8")
    places = ["--content", desk.content, "--output", desk.output, "--templates", desk.templates]
    environment = os.environ | {"XDG_CACHE_HOME": str(desk.memory)}

    def turns():
        page = desk.output / "program" / f"kapitel-{path.stem}"
        files = [page.with_suffix(".html"), page.with_suffix(".md"), page.with_name("hela.html"), page.with_name("program.json"), *page.parent.glob("sok/text-*.js")]
        found = [set(re.findall(r"Dag (\d+) hölls", file.read_text(encoding="utf-8"))) for file in files]
        return set.union(*found), [turn for turn in found[:4]]

    chance = random.Random(1)
    seen = {"old": 0, "new": 0}
    # As long as it takes here, and a little more.
    save(path, end(text, " Dag 1000 hölls mötet."))
    began = time.monotonic()
    assert desk.run("build")[0] == 0
    whole = (time.monotonic() - began) * 1.3
    for turn in range(200):
        save(path, end(text, f" Dag {turn} hölls mötet."))
        process = subprocess.Popen([desk.styrdok.path, "build", *places], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        all_turns, each = turns()
        assert len(all_turns) <= 1 and all(turn == all_turns for turn in each), f"{turn}: {each}"
        seen["new" if all_turns == {str(turn)} else "old"] += 1
        if turn % 4 == 3:
            assert desk.run("build")[0] == 0
    # Without these the kills would have hit nothing that matters.
    assert min(seen.values()) > 10, seen
    assert compare(desk, tmp_path, "after the kills") == 0
    assert not [name for name in os.listdir(desk.output.parent) if name.startswith(".Output")]
