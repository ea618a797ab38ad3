"""Publishing to a folder and to real servers, with kills, broken connections and readers meanwhile."""
import contextlib
import hashlib
import http.client
import json
import os
import random
import re
import select
import shutil
import subprocess
import threading
import time
from pathlib import Path
from urllib.parse import quote

import pytest

import servers

ROOT = Path(__file__).resolve().parents[2]
FILES = ["index.html", "stil.css", "program/index.html", "program/mål.html", "program/del ett.md", "program/bild.svg", "program/sök/ord*[1].json"]


def build(folder, version, paths=FILES, same=("stil.css", "program/bild.svg"), size=400):
    """A folder such as a build leaves, small; what it holds, by path."""
    content = {}
    for path in paths:
        text = f"{path} {'' if path in same else version}\n"
        content[path] = (text * (size // len(text) + 1)).encode()
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content[path])
    listed = json.dumps({"version": 1, "files": sorted(paths), "of": str(version)}).encode()
    (folder / "manifest.json").write_bytes(listed)
    return {**content, "manifest.json": listed}


def tree(folder):
    """Every file below a folder, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def listing(content):
    lines = sorted((path.encode(), hashlib.sha256(data).hexdigest()) for path, data in content.items())
    return b"".join(digest.encode() + b"  " + path + b"\n" for path, digest in lines)


def assert_whole(site, content):
    """That readers of a site with releases get exactly this, as sha256sum sees it too."""
    current = Path(site) / "current"
    assert tree(current) == {**content, "MANIFEST.sha256": listing(content)}
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "MANIFEST.sha256"], cwd=current, check=True)
    assert not [path.name for path in (Path(site) / "releases").iterdir() if path.name.startswith(".")]
    assert sorted(path.name for path in Path(site).iterdir()) == ["current", "releases"]


class Publisher:
    """The command against one target."""

    def __init__(self, styrdok, target, options=(), environment=None):
        self.path, self.target, self.options = styrdok.path, target, [str(option) for option in options]
        self.environment = {**os.environ, **(environment or {})}

    def start(self, *arguments, target=None, command=()):
        return subprocess.Popen(
            [self.path, "publish", *command, target or self.target, *map(str, arguments), *self.options], env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def run(self, *arguments, expect=0, **options):
        process = self.start(*arguments, **options)
        said = process.communicate(timeout=120)[0]
        assert process.returncode == expect, f"{arguments} gave {process.returncode}: {said}"
        return said

    def publish(self, folder, *arguments, **options):
        return self.run("--from", folder, *arguments, **options)

    def kill_after(self, seconds, folder):
        process = self.start("--from", folder)
        descriptor = os.pidfd_open(process.pid)
        was_killed = not select.select([descriptor], [], [], seconds)[0]
        os.close(descriptor)
        process.kill()
        process.communicate()
        return was_killed


@pytest.fixture
def builds(tmp_path):
    """Makes builds: a version's folder and what it holds."""
    def make(version, **options):
        folder = tmp_path / f"bygge-{version}"
        return folder, build(folder, version, **options)
    return make


@pytest.fixture(scope="module")
def ssh():
    with servers.ssh_server() as server:
        yield server


@pytest.fixture(scope="module")
def apache():
    with servers.apache() as server:
        yield server


@pytest.fixture(scope="module")
def nginx():
    with servers.nginx_dav() as server:
        yield server


@pytest.fixture(params=["folder", "sftp"])
def releases(request, styrdok, tmp_path):
    """A publisher of whole releases, and where they land on the disk."""
    if request.param == "folder":
        return Publisher(styrdok, str(tmp_path / "webb")), tmp_path / "webb"
    server = request.getfixturevalue("ssh")
    shutil.rmtree(server.root)
    return Publisher(styrdok, server.url(), server.options, server.environment), server.root


@pytest.fixture(params=["apache", "nginx"])
def live(request, styrdok):
    """A publisher over WebDAV, and its server."""
    server = request.getfixturevalue(request.param)
    for path in server.site.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (server.folder / "access").write_text("")
    return Publisher(styrdok, server.url(), server.options, server.environment), server


# Releases side by side


def test_a_release_is_whole_and_what_did_not_change_is_linked(releases, builds):
    publisher, site = releases
    (one, content), (two, changed) = builds(1), builds(2)
    publisher.publish(one)
    assert_whole(site, content)
    first = (site / "current").resolve()
    said = publisher.publish(two)
    assert_whole(site, changed)
    second = (site / "current").resolve()
    assert second != first and tree(first) == {**content, "MANIFEST.sha256": listing(content)}
    for path in content:
        is_linked = (first / path).stat().st_ino == (second / path).stat().st_ino
        assert is_linked == (content[path] == changed[path]), path
    assert "ändrade 6" in said and "oförändrade 2" in said


def test_the_same_again_changes_nothing(releases, builds):
    publisher, site = releases
    folder, content = builds(1)
    publisher.publish(folder)
    before = {path: path.lstat().st_mtime_ns for path in [*site.rglob("*")] if path.name != "releases"}
    assert "har redan detta" in publisher.publish(folder)
    assert {path: path.lstat().st_mtime_ns for path in [*site.rglob("*")] if path.name != "releases"} == before
    assert_whole(site, content)


def test_a_dry_run_says_what_would_change_and_changes_nothing(releases, builds):
    publisher, site = releases
    (one, content), (two, _) = builds(1), builds(2, paths=[*FILES[:-1], "ny.html"])
    said = publisher.publish(one, "--dry-run")
    assert not site.exists() and "+ index.html" in said
    publisher.publish(one)
    said = publisher.publish(two, "--dry-run")
    assert {"+ ny.html", "~ index.html", f"- {FILES[-1]}"} <= set(said.splitlines()) and "~ stil.css" not in said
    assert_whole(site, content)
    assert len(list((site / "releases").iterdir())) == 1


def test_content_that_changed_after_the_build_is_told_and_is_not_said_to_be_out(styrdok, content, tmp_path):
    """Who forgets to build would else believe that the change is out."""
    output, site = tmp_path / "Output", tmp_path / "webb"
    styrdok.build(content, output)
    publisher = Publisher(styrdok, str(site), ["--content", content])
    stale = "Innehållet är ändrat efter bygget. Kör styrdok build"
    assert stale not in publisher.run()
    assert stale not in (said := publisher.run()) and "Inget att publicera" in said
    path = content / "handbok" / "kapitel" / "kallor.md"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n\nEn mening till om källor.\n", encoding="utf-8")
    for options in ([], ["--dry-run"]):
        said = publisher.run(*options)
        assert stale in said and "Inget att publicera" not in said and "har redan det som är byggt" in said
    # A build that is named is published as it is.
    assert stale not in publisher.run("--from", output)
    styrdok.build(content, output)
    assert stale not in (said := publisher.run()) and "Publicerat" in said
    # Times say nothing: a copy of both is not taken for changed.
    path.touch()
    assert "Inget att publicera" in publisher.run()
    # What no page shows is no reason to build twice.
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\n# En anteckning.\n", 1), encoding="utf-8")
    assert stale in publisher.run()
    styrdok.build(content, output)
    assert stale not in publisher.run()
    listed = Publisher(styrdok, str(site)).run(command=["list"]).splitlines()
    assert len(listed) == 3 and "handbok/kapitel-kallor.html" in listed[1] and re.search(r"nya filer 0, ändrade [12], borttagna 0", listed[2])


def test_what_would_be_sent_is_told_in_bytes_and_what_was_published_before_is_not(releases, builds):
    publisher, site = releases
    (one, _), (two, _) = builds(1, size=20), builds(2, size=20)
    publisher.publish(one)
    assert re.search(r"\. [1-9][0-9]* byte skulle skickas", publisher.publish(two, "--dry-run"))
    publisher.publish(two)
    assert "tidigare utgåva med samma innehåll skulle tas i bruk igen" in publisher.publish(one, "--dry-run")


def test_the_help_names_what_can_be_added(styrdok):
    said = " ".join(styrdok.run("publish", "--help").split())
    assert all(option in said for option in ["--dry-run", "--from", "--keep", "--max-deletions", "publish send"])


def test_rollback_and_forward_again(releases, builds):
    publisher, site = releases
    made = [builds(version) for version in (1, 2, 3)]
    for folder, _ in made:
        publisher.publish(folder)
    names = sorted(path.name for path in (site / "releases").iterdir())
    publisher.run(command=["rollback"])
    assert_whole(site, made[1][1])
    publisher.run(names[0], command=["rollback"])
    assert_whole(site, made[0][1])
    assert [line[0] for line in publisher.run(command=["list"]).splitlines()] == ["*", " ", " "]
    publisher.run(command=["rollback"], expect=1)
    publisher.run("20200101T000000Z-000000000000", command=["rollback"], expect=64)
    # What was published before is not sent again.
    assert "tidigare utgåva" in publisher.publish(made[2][0])
    assert_whole(site, made[2][1])
    assert sorted(path.name for path in (site / "releases").iterdir()) == names


def test_rollback_refuses_a_damaged_release(releases, builds):
    publisher, site = releases
    for version in (1, 2):
        folder, content = builds(version)
        publisher.publish(folder)
    first = min((site / "releases").iterdir())
    (first / "program/mål.html").write_bytes(b"annat")
    assert f"{first.name} är skadad" in publisher.run(command=["rollback"], expect=2)
    assert_whole(site, content)


def test_old_releases_are_pruned_and_the_current_never(releases, builds):
    publisher, site = releases
    made = [builds(version) for version in (1, 2, 3, 4)]
    for folder, _ in made[:3]:
        publisher.publish(folder)
    oldest = min(path.name for path in (site / "releases").iterdir())
    publisher.run(oldest, command=["rollback"])
    publisher.publish(made[0][0], "--keep", "1")
    assert oldest in [path.name for path in (site / "releases").iterdir()]
    publisher.publish(made[3][0], "--keep", "2")
    assert len(list((site / "releases").iterdir())) == 2
    assert_whole(site, made[3][1])


def test_too_many_removals_are_stopped(releases, builds):
    publisher, site = releases
    (one, content), (two, fewer) = builds(1), builds(2, paths=FILES[:3])
    publisher.publish(one)
    said = publisher.publish(two, "--max-deletions", "3", expect=1)
    assert "4 filer skulle försvinna" in said
    assert_whole(site, content)
    publisher.publish(two, "--max-deletions", "4")
    assert_whole(site, fewer)


def test_a_damaged_file_is_not_linked_into_the_next_release(releases, builds):
    publisher, site = releases
    (one, _), (two, content) = builds(1), builds(2)
    publisher.publish(one)
    (site / "current" / "stil.css").write_bytes(b"kort")
    publisher.publish(two)
    assert_whole(site, content)


def test_what_is_not_ours_is_left_alone(releases, builds):
    publisher, site = releases
    (site / "current").mkdir(parents=True)
    (site / "current" / "brev.txt").write_text("mitt")
    publisher.publish(builds(1)[0], expect=2)
    assert (site / "current" / "brev.txt").read_text() == "mitt"
    (site / "current").rename(site / "annat")
    (site / "current").symlink_to("annat")
    publisher.publish(builds(1)[0], expect=2)
    assert os.readlink(site / "current") == "annat"


def test_rollback_of_a_place_that_has_nothing_makes_nothing(releases):
    publisher, site = releases
    publisher.run(command=["rollback"], expect=1)
    assert not site.exists()


def test_two_at_once_on_a_server(ssh, styrdok, builds):
    shutil.rmtree(ssh.root, ignore_errors=True)
    publisher = Publisher(styrdok, ssh.url(), ssh.options, ssh.environment)
    folder, content = builds(1, size=2_000_000)
    first = publisher.start("--from", folder)
    while not (ssh.root / "releases" / ".lock").exists():
        time.sleep(0.01)
    said = publisher.publish(folder, expect=75)
    assert f"process {first.pid}" in said
    assert first.wait(60) == 0
    first.communicate()
    assert_whole(ssh.root, content)


def test_a_lock_from_another_machine_is_told_and_broken_only_when_asked(ssh, styrdok, builds):
    shutil.rmtree(ssh.root, ignore_errors=True)
    publisher = Publisher(styrdok, ssh.url(), ssh.options, ssh.environment)
    folder, content = builds(1)
    (ssh.root / "releases").mkdir(parents=True)
    lock = ssh.root / "releases" / ".lock"
    lock.write_text("styrdok 1\nannandator\n2026-01-01T00:00:00Z\n1\nannan-plats\n5\nabc\n")
    said = publisher.publish(folder, expect=75)
    assert "annandator" in said and "2026-01-01" in said and lock.exists()
    publisher.publish(folder, "--break-lock")
    assert_whole(ssh.root, content)


def test_a_full_disk_leaves_what_readers_had(styrdok, builds, tmp_path):
    site = tmp_path / "liten"
    site.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", site], capture_output=True).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    try:
        publisher = Publisher(styrdok, str(site))
        (one, content), (two, _) = builds(1), builds(2, size=400_000)
        publisher.publish(one)
        said = publisher.publish(two, expect=2)
        assert "inget utrymme kvar på disken" in said
        assert_whole(site, content)
        publisher.publish(one)
    finally:
        subprocess.run(["umount", site], check=True)


# Kills and readers


class Reader:
    """Fetches all pages of a site again and again, as its readers do, and holds each set to what was published."""

    def __init__(self, url, known):
        self.port = int(url.rsplit(":", 1)[1])
        self.known, self.wrong, self.sets, self.mixed = known, [], 0, 0
        self.is_done = threading.Event()
        self.thread = threading.Thread(target=self.read)

    def fetch(self, connection, path):
        connection.request("GET", "/" + quote(path))
        answer = connection.getresponse()
        return answer.status, answer.read()

    def read(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        while not self.is_done.is_set():
            before = self.fetch(connection, "MANIFEST.sha256")
            pages = {path: self.fetch(connection, path) for path in [*FILES, "manifest.json"]}
            after = self.fetch(connection, "MANIFEST.sha256")
            ends = [self.known.get(listed) for _, listed in (before, after)]
            if None in ends:
                self.wrong.append(("manifest", before, after))
                continue
            # Between two swaps a set is of one release; else each page is whole and of one of those published so far.
            allowed = [ends[0]] if before == after else list(self.known.values())
            self.mixed += before != after
            self.sets += 1
            self.wrong += [(path, *page) for path, page in pages.items() if page[0] != 200 or page[1] not in [content[path] for content in allowed]]

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.is_done.set()
        self.thread.join()


def usual_time(publisher, folders):
    """The median time of a publishing, as busy as the machine is."""
    times = []
    for folder in folders:
        started = time.monotonic()
        publisher.publish(folder)
        times.append(time.monotonic() - started)
    return sorted(times)[len(times) // 2]


def test_two_hundred_kills_never_tear_what_readers_get(styrdok, builds):
    with servers.open_folder() as folder:
        site = folder / "webb"
        publisher = Publisher(styrdok, str(site))
        made = [builds(version) for version in range(40)]
        known = {listing(content): content for _, content in made}
        publisher.publish(made[0][0])
        kills = turn = moved = 0
        chance = random.Random(20201117)
        with servers.nginx_reading(site) as url, Reader(url, known) as reader:
            usual = usual_time(publisher, [made[version][0] for version in range(1, 8)])
            while kills < 200:
                turn += 1
                before = (site / "current").resolve()
                was_killed = publisher.kill_after(chance.uniform(0, usual * 1.2), made[turn % 40][0])
                current = (site / "current").resolve()
                kills += was_killed
                moved += was_killed and current != before
                found = tree(current)
                content = known.get(found.pop("MANIFEST.sha256", None))
                assert found == content, f"torn after {kills} kills"
                assert turn < 2000
            publisher.publish(made[7][0])
        assert_whole(site, made[7][1])
        assert not reader.wrong, reader.wrong[:3]
        assert reader.sets > 50
        assert 5 < moved < 195, "the kills missed one side of the swap"
        print(f"{kills} kills in {turn} runs, {moved} after the swap, {reader.sets} sets read, {reader.mixed} across a swap")


def test_kills_over_sftp_never_tear_what_readers_get(ssh, styrdok, builds):
    shutil.rmtree(ssh.root, ignore_errors=True)
    publisher = Publisher(styrdok, ssh.url(), ssh.options, ssh.environment)
    made = [builds(version) for version in range(8)]
    known = {listing(content): content for _, content in made}
    publisher.publish(made[0][0])
    kills = turn = 0
    chance = random.Random(1)
    with servers.nginx_reading(ssh.root) as url, Reader(url, known) as reader:
        usual = usual_time(publisher, [made[version][0] for version in (1, 2, 3)])
        while kills < 25:
            turn += 1
            kills += publisher.kill_after(chance.uniform(0, usual * 1.1), made[turn % 8][0])
            assert turn < 200
        publisher.publish(made[7][0])
        # What a killed run had begun on the server ends with it, or is removed by the next.
        publisher.publish(made[6][0])
    assert_whole(ssh.root, made[6][1])
    assert not reader.wrong, reader.wrong[:3]
    assert reader.sets > 20


def test_a_connection_that_breaks_over_sftp(ssh, styrdok, builds):
    shutil.rmtree(ssh.root, ignore_errors=True)
    publisher = Publisher(styrdok, ssh.url(), ssh.options, ssh.environment)
    (one, content), (two, changed) = builds(1), builds(2, size=100_000)
    publisher.publish(one)
    for most in (500, 5_000, 30_000, 200_000, 400_000):
        with servers.BreakingProxy(ssh.port, most) as proxy:
            publisher.publish(two, target=ssh.url(proxy.port), expect=2)
            assert proxy.broken
        assert tree(ssh.root / "current") == {**content, "MANIFEST.sha256": listing(content)}
    publisher.publish(two)
    assert_whole(ssh.root, changed)


# WebDAV


def assert_live(server, content):
    assert tree(server.site) == {**content, "MANIFEST.sha256": listing(content)}


def test_over_webdav_only_what_changed_is_sent(live, builds):
    publisher, server = live
    (one, content), (two, changed) = builds(1), builds(2, paths=[*FILES[:-1], "ny.html"])
    said = publisher.publish(one, "--dry-run")
    assert "+ stil.css" in said and not list(server.site.iterdir())
    publisher.publish(one)
    assert_live(server, content)
    (server.folder / "access").write_text("")
    said = publisher.publish(two, "--dry-run")
    assert {"+ ny.html", "~ index.html", f"- {FILES[-1]}"} <= set(said.splitlines())
    assert not server.requests("PUT") and not server.requests("MKCOL")
    publisher.publish(two)
    assert_live(server, changed)
    sent = [re.search(r'"PUT /doku%20ment/(\S+)', line)[1] for line in server.requests("PUT")]
    assert "stil.css" not in sent and "program/bild.svg" not in sent
    # The page that readers come to goes after the other pages, the lists last.
    assert sent[-2:] == ["manifest.json", "MANIFEST.sha256"] and {*sent[-4:-2]} == {"index.html", "program/index.html"}
    (server.folder / "access").write_text("")
    assert "har redan detta" in publisher.publish(two)
    assert not server.requests("PUT")


def test_over_webdav_removals_are_capped_and_foreign_files_kept(live, builds):
    publisher, server = live
    (one, content), (two, fewer) = builds(1), builds(2, paths=FILES[:3])
    (server.site / "index.html").write_text("någon annans")
    assert "index.html" in publisher.publish(one, expect=2)
    assert tree(server.site) == {"index.html": "någon annans".encode()}
    if os.geteuid() == 0:
        shutil.chown(server.site / "index.html", "www-data")
    publisher.publish(one, "--replace-foreign")
    publisher.publish(two, "--max-deletions", "3", expect=1)
    assert_live(server, content)
    (server.site / "brev.txt").write_text("mitt")
    publisher.publish(two, "--max-deletions", "4")
    found = tree(server.site)
    assert found.pop("brev.txt") == b"mitt" and found == {**fewer, "MANIFEST.sha256": listing(fewer)}
    publisher.run(command=["rollback"], expect=64)


def test_over_webdav_an_interrupted_publishing_can_be_taken_back(live, builds):
    publisher, server = live
    (one, content), (two, _) = builds(1), builds(2, paths=[*FILES, "program/bara-ny.html", "a.css"], size=60_000)
    publisher.publish(one)
    seen = set()
    for most in (3_000, 60_000, 150_000, 350_000):
        with servers.BreakingProxy(server.port, most) as proxy:
            publisher.publish(two, target=server.url(proxy.port), expect=2)
            assert proxy.broken
        left = tree(server.site)
        seen |= {path for path in left if left[path] != content.get(path)}
        # The list on the server still says version 1; only the note of what was begun tells.
        publisher.publish(one, "--max-deletions", "9")
        assert_live(server, content)
    assert {"a.css", "program/bara-ny.html"} & seen, "nothing of version 2 ever landed"


def test_kills_over_webdav_leave_whole_files_and_the_next_run_mends(live, builds):
    publisher, server = live
    made = [builds(version) for version in range(6)]
    publisher.publish(made[0][0])
    usual = usual_time(publisher, [made[version][0] for version in (1, 2, 3)])
    kills = turn = 0
    chance = random.Random(2)
    while kills < 15:
        turn += 1
        kills += publisher.kill_after(chance.uniform(0.02, usual * 1.1), made[turn % 6][0])
        found = tree(server.site)
        for path in FILES:
            assert found[path] in [content[path] for _, content in made], path
        assert turn < 200
        if (server.site / "styrdok.lock").exists() and not (server.site / "styrdok.lock" / "holder").exists():
            # Killed between the two requests: the lock says nothing, so a person has to.
            publisher.publish(made[0][0], "--break-lock")
    publisher.publish(made[5][0])
    assert_live(server, made[5][1])


def test_a_lock_on_a_webdav_server(live, builds):
    publisher, server = live
    folder, content = builds(1)
    lock = server.site / "styrdok.lock"
    lock.mkdir()
    (lock / "holder").write_text("styrdok 1\nannandator\n2026-01-01T00:00:00Z\n1\nannan-plats\n5\nabc\n")
    if os.geteuid() == 0:
        shutil.chown(lock, "www-data")
    assert "annandator" in publisher.publish(folder, expect=75)
    publisher.publish(folder, "--break-lock")
    assert_live(server, content)


# Credentials


def test_credentials_show_nowhere(live, builds, tmp_path):
    publisher, server = live
    arguments, is_done = set(), threading.Event()

    def watch():
        while not is_done.is_set():
            for process in Path("/proc").glob("[0-9]*/cmdline"):
                with contextlib.suppress(OSError):
                    arguments.add(process.read_bytes())

    watcher = threading.Thread(target=watch)
    watcher.start()
    (tmp_path / "tmp").mkdir()
    publisher.environment["TMPDIR"] = str(tmp_path / "tmp")
    said = publisher.publish(builds(1)[0])
    publisher.kill_after(0.15, builds(2)[0])
    is_done.set()
    watcher.join()
    assert any(b"curl" in line for line in arguments), "the watcher saw nothing"
    places = [said.encode(), *arguments, *tree(tmp_path).values(), *tree(server.site).values()]
    assert not [place for place in places if b"8471" in place]
    publisher.environment["STYRDOK_WEBDAV_PASSWORD"] = "fel"
    said = publisher.publish(builds(3)[0], expect=2)
    assert "STYRDOK_WEBDAV_PASSWORD" in said and "fel" not in said.split()


def test_credentials_from_netrc(live, builds, tmp_path):
    publisher, server = live
    for name in server.environment:
        del publisher.environment[name]
    publisher.publish(builds(1)[0], expect=2)
    password = server.password.replace("\\", "\\\\").replace('"', '\\"')
    (tmp_path / ".netrc").write_text(f'machine 127.0.0.1 login {server.user} password "{password}"\n', encoding="utf-8")
    (tmp_path / ".netrc").chmod(0o600)
    publisher.environment["HOME"] = str(tmp_path)
    folder, content = builds(2)
    publisher.publish(folder)
    assert_live(server, content)


@pytest.mark.parametrize("target", [
    "https://namn:hemligt@example.org/x", "http://example.org/x", "ftp://example.org/x", "sftp://-oProxyCommand=ls/x", "sftp://namn:hemligt@example.org/x"])
def test_addresses_that_would_harm_are_refused(styrdok, builds, target):
    said = Publisher(styrdok, target).publish(builds(1)[0], expect=64)
    assert "hemligt" not in said


def test_what_build_writes_can_be_published(styrdok, tmp_path):
    styrdok.build(ROOT / "Tests/Fixtures/almby", tmp_path / "Output")
    Publisher(styrdok, str(tmp_path / "webb")).publish(tmp_path / "Output")
    assert_whole(tmp_path / "webb", tree(tmp_path / "Output"))
