"""What must survive, caused for real: each row of the table of faults, and where its tests are.

| Fault | Test |
|---|---|
| kill -9 at any instant of a build | test_two_hundred_kills_never_tear_the_output |
| kill -9 at any instant of a build of one edited chapter | test_edited_chapter.py: test_two_hundred_kills_never_tear_the_output |
| kill -9 at any instant of a publishing | test_publish.py: test_two_hundred_kills_never_tear_what_readers_get and those over SFTP and WebDAV |
| no space | test_a_full_disk…, test_no_room_for_more_files…; test_publish.py: test_a_full_disk_leaves_what_readers_had |
| I/O error | test_a_disk_that_cannot_be_read… |
| no permission | test_no_permission… |
| read-only file system | test_a_read_only_disk… |
| two builds at once, a killed holder, its child | test_a_second_build_says_who_holds_the_lock…, test_a_program_that_outlives_a_killed_build… |
| concurrent edit while building | test_what_is_built_while_others_save_is_one_state, test_a_file_that_is_being_written… |
| raw HTML, javascript:, data:, event attributes | test_hostile_content.py: test_nothing_hostile_executes; BadInputTests, DocumentTests |
| YAML bombs, nesting, duplicate keys, tabs, huge scalars | test_hostile_content.py: test_yaml_that_grows…; BadInputTests; Scripts/fuzz yaml |
| Markdown pathologies | test_hostile_content.py: test_markdown_that_grows…; DocumentTests; Scripts/fuzz markdown |
| BOM, CRLF, mixed line ends | test_hostile_content.py: test_marks_and_line_ends…; BadInputTests |
| not UTF-8, NUL, damaged å ä ö | BadInputTests; test_hostile_content.py: test_bytes_that_are_no_text… |
| NFD names and keys, collisions | test_hostile_content.py: test_names_of_either_form…; BadInputTests |
| `..`, absolute paths, links, devices, pipes | test_hostile_content.py: test_only_plain_files…; BadInputTests |
| cycles, what would stand in itself | test_hostile_content.py: test_references_in_a_cycle…; BadInputTests |
| a missing tool, one that hangs itself or by what it started, one that writes garbage | test_documents.py; PictureTests (Graphviz); ReferenceExchangeTests (pandoc) |
| the preview server | test_preview.py; RequestHeadTests |
| same bytes twice, elsewhere, in another locale and time zone | test_the_same_content_gives_the_same_bytes… |
"""
import fcntl
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest

from faults import CHAPTER, Project, mounted, remount, state, tree

IS_ROOT = os.geteuid() == 0
needs_mount = pytest.mark.skipif(not IS_ROOT, reason="bara root får montera en disk")


@pytest.fixture
def project(styrdok, tmp_path):
    return Project(styrdok, tmp_path)


@pytest.fixture
def open_folder():
    """A folder that other users reach too, as pytest's own is not."""
    folder = Path(tempfile.mkdtemp(prefix="styrdok-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


# kill -9


def test_two_hundred_kills_never_tear_the_output(project):
    dice = random.Random(1979)
    project.mark(0)
    began = time.monotonic()
    project.build()
    whole = time.monotonic() - began
    standing, sums = state(project.output)
    assert standing == 0
    midway = published = 0
    for number in range(1, 201):
        project.mark(number)
        process = project.start()
        staging = project.output.parent / f".Output.{process.pid}"
        if number % 2:
            # Anywhere in the run.
            time.sleep(dice.uniform(0, whole))
        else:
            # While files are written and the folders change places.
            while process.poll() is None and not staging.exists():
                time.sleep(0.0005)
            time.sleep(dice.uniform(0, 0.15))
        process.kill()
        process.communicate()
        midway += staging.exists()
        now, found = state(project.output)
        assert now in (standing, number), f"varv {number}: {now} är varken det gamla bygget eller det nya"
        assert found == sums
        published += now == number
        standing = now
        if number % 20 == 0:
            project.build()
            standing, found = state(project.output)
            assert (standing, found) == (number, sums)
            assert project.leftovers() == set()
    print(f"200 avbrott: {midway} medan nya filer låg bredvid, {published} efter bytet")
    # Without these the kills would have hit nothing that matters.
    assert midway >= 20, midway
    assert published < 190, published


# No space, I/O error, no permission, read-only


def refused(project, *words, command="build", **options):
    """Runs it and finds it refused, with a message that has these words, and the old output as it was."""
    old = tree(project.output)
    began = time.monotonic()
    said = project.build(expect=2, command=command, **options)
    assert all(word in said for word in words), said
    assert "Fatal" not in said and "Error" not in said
    assert tree(project.output) == old
    assert time.monotonic() - began < 60
    return said


@needs_mount
@pytest.mark.parametrize("room", [0, 40, 400, 1500], ids=lambda room: f"{room}kB")
def test_a_full_disk_leaves_the_old_output(styrdok, tmp_path, room):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=24m", "tmpfs") as disk:
        project = Project(styrdok, tmp_path / "projekt", output=disk / "Output")
        project.mark(1)
        project.build()
        status = os.statvfs(disk)
        (disk / "Content").write_bytes(b"x" * (status.f_bavail * status.f_frsize - room * 1024))
        project.mark(2)
        refused(project, "utrymme", "Det gamla bygget står kvar")
        assert project.leftovers() == set()
        (disk / "Content").unlink()
        project.build()
        assert state(project.output)[0] == 2


@needs_mount
@pytest.mark.parametrize("files", [0, 1, 2, 12, 80])
def test_no_room_for_more_files_leaves_the_old_output(styrdok, tmp_path, files):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=64m,nr_inodes=2000", "tmpfs") as disk:
        project = Project(styrdok, tmp_path / "projekt", output=disk / "Output")
        project.mark(1)
        project.build()
        status = os.statvfs(disk)
        remount(disk, f"nr_inodes={status.f_files - status.f_ffree + files}")
        project.mark(2)
        refused(project, "utrymme", "Det gamla bygget står kvar")
        assert project.leftovers() == set()
        remount(disk, "nr_inodes=2000")
        project.build()
        assert state(project.output)[0] == 2


@needs_mount
def test_a_read_only_disk_leaves_the_old_output(styrdok, tmp_path):
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=64m", "tmpfs") as disk:
        project = Project(styrdok, tmp_path / "projekt", output=disk / "Output")
        project.mark(1)
        project.build()
        remount(disk, "ro")
        project.mark(2)
        refused(project, "skrivskyddad", "Det gamla bygget står kvar")
        remount(disk, "rw")
        project.build()


@needs_mount
def test_a_disk_that_cannot_be_read_is_said_with_the_file(styrdok, tmp_path):
    if not all(map(shutil.which, ["mkfs.ext2", "debugfs"])):
        pytest.skip("e2fsprogs saknas")
    image = tmp_path / "disk.img"
    image.write_bytes(bytes(16 << 20))
    subprocess.run(["mkfs.ext2", "-q", "-b", "4096", image], check=True)
    with mounted(tmp_path / "disk", "-o", "loop", image) as disk:
        project = Project(styrdok, tmp_path / "projekt", content=disk / "Content")
        project.build()
    # The last part of the disk goes while it is mounted, and the chapter lies there.
    subprocess.run(["debugfs", "-w", "-R", f"set_inode_field /Content/{CHAPTER} block[0] 4000", image], check=True, capture_output=True)
    with mounted(tmp_path / "disk", "-o", "loop", image):
        os.truncate(image, 3990 * 4096)
        for command in ["build", "check"]:
            refused(project, CHAPTER, "disken kunde inte läsas", command=command)


def test_no_permission_leaves_the_old_output(styrdok, open_folder):
    program = shutil.copy(styrdok.path, open_folder / "styrdok")
    project = Project(styrdok, open_folder / "projekt")
    project.path = program
    project.environment["XDG_CACHE_HOME"] = str(open_folder / "ingen")
    project.mark(1)
    project.build()
    # Root may everything: so it is somebody else who tries.
    other = {"user": 65534, "group": 65534, "extra_groups": []} if IS_ROOT else {}
    project.mark(2)
    project.folder.chmod(0o555)
    refused(project, "behörighet saknas", "Det gamla bygget står kvar", **other)
    project.folder.chmod(0o755)
    (project.content / CHAPTER).chmod(0)
    for command in ["build", "check"]:
        refused(project, CHAPTER, "behörighet saknas", command=command, **other)
    (project.content / CHAPTER).chmod(0o644)
    (project.content / "trygghetsprogram" / "teorier").chmod(0)
    refused(project, "teorier", "behörighet saknas", **other)
    (project.content / "trygghetsprogram" / "teorier").chmod(0o755)
    project.templates.chmod(0)
    refused(project, "Templates", **other)
    project.templates.chmod(0o755)
    project.build()
    assert state(project.output)[0] == 2


# Two builds at once


def is_held(lock):
    try:
        with lock.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        pass
    return False


def test_a_second_build_says_who_holds_the_lock_and_a_killed_holder_frees_it(project):
    project.mark(1)
    project.build()
    old = tree(project.output)
    lock = project.output.parent / ".Output.lock"
    for number in range(2, 22):
        project.mark(number)
        holder = project.start()
        while holder.poll() is None and not lock.exists():
            time.sleep(0.0005)
        holder.send_signal(signal.SIGSTOP)
        # The lock's file stays after a build: only one that is held counts.
        if holder.poll() is None and is_held(lock) and tree(project.output) == old:
            break
        holder.send_signal(signal.SIGCONT)
        holder.communicate()
        old = tree(project.output)
    else:
        pytest.fail("bygget gick aldrig att stanna medan det höll låset")
    said = project.build(expect=75)
    assert f"process {holder.pid}" in said and str(project.output) in said, said
    assert tree(project.output) == old
    holder.kill()
    holder.communicate()
    assert lock.exists()
    project.build()
    assert state(project.output)[0] == number
    assert project.leftovers() == set()


def test_a_program_that_outlives_a_killed_build_does_not_keep_the_lock(project, tmp_path_factory):
    project.mark(1)
    project.build()
    folder = tmp_path_factory.mktemp("program")
    tool, started = folder / "pandoc", folder / "startat"
    tool.write_text(f"#!/bin/sh\necho $$ > {started}.nytt && mv {started}.nytt {started}\nexec sleep 60\n")
    tool.chmod(0o755)
    project.mark(2)
    holder = project.start(options=["--docx"], environment={"PATH": f"{folder}:{os.environ['PATH']}"})
    while holder.poll() is None and not started.exists():
        time.sleep(0.005)
    assert holder.poll() is None
    assert "process " in project.build(expect=75)
    holder.kill()
    holder.wait()
    child = int(started.read_text())
    os.kill(child, 0)
    try:
        project.build()
        assert state(project.output)[0] == 2
        os.kill(child, 0)
    finally:
        os.kill(child, signal.SIGKILL)
        holder.stdout.close()
    assert project.leftovers() == set()


# Others save meanwhile


def test_what_is_built_while_others_save_is_one_state(project):
    """A writer saves a number in one chapter after another; what is read must be what some instant had."""
    chapters = sorted((project.content / "trygghetsprogram" / "kapitel").glob("*.md"))
    texts = [chapter.read_text(encoding="utf-8").rstrip() for chapter in chapters]
    stop = threading.Event()

    def save(number):
        for chapter, text in zip(chapters, texts):
            beside = chapter.with_name("." + chapter.name)
            beside.write_text(f"{text}\n\nMärket är varv-{number:06}.\n", encoding="utf-8")
            beside.replace(chapter)

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            save(number)
            time.sleep(0.002)

    save(0)
    writer = threading.Thread(target=write)
    writer.start()
    seen, changed = set(), 0
    try:
        for _ in range(25):
            process = project.start()
            said = process.communicate(timeout=120)[0]
            if process.returncode:
                # Told alone: what is half saved has no findings.
                assert process.returncode == 2 and "ändrades medan" in said and "fel:" not in said, said
                changed += 1
                continue
            numbers = []
            for chapter in chapters:
                page = project.output / "trygghetsprogram" / f"kapitel-{chapter.stem}.md"
                numbers.append(int(re.search(r"varv-(\d{6})", page.read_text(encoding="utf-8")).group(1)))
            assert max(numbers) - min(numbers) <= 1 and numbers == sorted(numbers, reverse=True), numbers
            seen.add(numbers[0])
    finally:
        stop.set()
        writer.join()
    assert len(seen) + changed > 5, (seen, changed)


def test_a_file_that_is_being_written_is_said_to_be(project):
    """A chapter grows all the time: it is either read whole or refused. A large file beside it makes the reading last."""
    (project.content / "stor.json").write_bytes(bytes(60 << 20))
    stop = threading.Event()
    chapter = project.content / CHAPTER

    def grow():
        with open(chapter, "ab", buffering=0) as file:
            file.write(b"\n")
            while not stop.is_set():
                file.write("Skolan är trygg. ".encode())
                if file.tell() > 1 << 20:
                    file.truncate(4096)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(40):
            process = project.start(command="check")
            said = process.communicate(timeout=120)[0]
            if process.returncode == 2:
                assert f"{CHAPTER} ändrades medan" in said and "fel:" not in said
                return
            assert process.returncode in (0, 1), said
    finally:
        stop.set()
        writer.join()
    pytest.fail("ingen läsning märkte att filen skrevs")


# The same bytes


@pytest.mark.parametrize("environment", [
    {"LC_ALL": "C", "TZ": "Pacific/Kiritimati"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles"},
    {"LC_ALL": "en_US.UTF-8", "LANG": "en_US.UTF-8", "LANGUAGE": "en"}, {"HOME": "/finns/inte", "USER": "annan", "XDG_CACHE_HOME": "/proc/finns/inte"}])
def test_the_same_content_gives_the_same_bytes_in_other_surroundings(project, environment, tmp_path):
    project.build()
    first = tree(project.output)
    project.output = tmp_path / "annan mapp" / "Utdata"
    project.build(environment=environment, cwd="/", umask=0o077)
    assert tree(project.output) == first


def test_the_same_content_gives_the_same_bytes_from_another_folder_on_one_core(styrdok, project, tmp_path):
    project.build()
    first = tree(project.output)
    other = Project(styrdok, tmp_path / "på ett annat ställe")
    # In another order on the disk, with other times.
    for path in sorted(other.content.rglob("*"), reverse=True):
        if path.is_file():
            data = path.read_bytes()
            path.unlink()
            path.write_bytes(data)
            os.utime(path, (0, 0))
    core = min(os.sched_getaffinity(0))
    other.build(preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    assert tree(other.output) == first
