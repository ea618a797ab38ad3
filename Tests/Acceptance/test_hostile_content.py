"""Content that would harm, mislead or never end: what the command makes of it. The table is in test_faults.py."""
import json
import os
import re
import resource
import shutil
import subprocess
import time
import unicodedata

import pytest
import yaml

from conftest import ROOT

ALMBY = ROOT / "Tests" / "Fixtures" / "almby"
CHAPTER = "program/kapitel/inledning.md"
# Seconds of work and megabytes that a small project may take more than when it is whole.
MORE_SECONDS, MORE_MEGABYTES = 4, 250


@pytest.fixture
def almby(tmp_path):
    shutil.copytree(ALMBY, tmp_path / "Content")
    return tmp_path / "Content"


class Run:
    """One run of the command on some content, with what it took."""

    def __init__(self, styrdok, content, command="check", *options):
        arguments = [styrdok.path, command, "--content", content, "--output", content.parent / "Output", "--templates", ROOT / "Templates", *options]
        log = content.parent / "sagt.txt"
        environment = {**os.environ, "XDG_CACHE_HOME": str(content.parent / "cache")}
        with open(log, "wb") as file:
            process = subprocess.Popen(arguments, stdout=file, stderr=subprocess.STDOUT, env=environment, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (90, 90)))
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = self.code = os.waitstatus_to_exitcode(status)
        self.seconds, self.megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        self.said = log.read_text(encoding="utf-8", errors="replace")
        self.rules = set(re.findall(r": fel: .*\[([a-z0-9-]+)\]$", self.said, re.MULTILINE))


@pytest.fixture(scope="module")
def ordinary(styrdok, tmp_path_factory):
    folder = tmp_path_factory.mktemp("almby")
    shutil.copytree(ALMBY, folder / "Content")
    run = Run(styrdok, folder / "Content")
    assert run.code == 0, run.said
    return run


def assert_bounded(run, ordinary):
    assert run.code in (0, 1), (run.code, run.said[-500:])
    assert run.seconds < ordinary.seconds + MORE_SECONDS, run.seconds
    assert run.megabytes < ordinary.megabytes + MORE_MEGABYTES, run.megabytes


# What grows

COUNT = 50_000
MARKDOWN = {
    "hakparenteser": "[" * COUNT, "CVE-2023-22486": "![[]()" * COUNT, "citat i citat": "> " * COUNT + "x", "listor i listor": "- " * COUNT + "x",
    "tabell": "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * COUNT, "betoning": "*a **a " * COUNT, "djup betoning": "*" * COUNT + "a" + "*" * COUNT,
    "betoning i betoning": "*a " * COUNT + "a*" * COUNT, "understreck": "a_b" * COUNT + "_", "blandad betoning": "*a_" * COUNT + "x" + "_a*" * COUNT,
    "kod": "".join("`" * length + "a" for length in range(1, 400)), "öppna kommentarer": "<!--" * COUNT, "öppna taggar": '<a b="' * COUNT, "taggar": "<b>" * COUNT,
    "vinklar": "<" * COUNT, "entiteter i en adress": "[x](" + "&aring;" * COUNT + ")", "autolänkar": "<a:\\!> " * COUNT, "öppna länkar": "[](<" * 2_400 + "a" * 20 * COUNT,
    "definitioner": "".join(f"[x{number}]: y\n" for number in range(COUNT)) + "\n" + "[x1] " * 1_000, "hänvisningar": "[@a] " * 2_400, "nycklar": "@ab " * COUNT,
    "öppna hänvisningar": "[@" * 2_400 + "a" * COUNT, "lång rad": "å" * 20 * COUNT, "styrtecken": "&#1; " * COUNT, "fotnoter": "[^1]\n\n" * COUNT,
    "länkar": "[a](b)\n\n" * COUNT, "rubriker": "# a\n\n" * COUNT, "punkter i trappa": "".join("  " * depth + "- a\n" for depth in range(400)),
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_that_grows_ends_in_bounded_time_and_memory(styrdok, almby, ordinary, name):
    with open(almby / CHAPTER, "a", encoding="utf-8") as file:
        file.write("\n" + MARKDOWN[name] + "\n")
    assert_bounded(Run(styrdok, almby), ordinary)


def bomb():
    return "a0: &a0 [x, x]\n" + "".join(f"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n" for level in range(1, 60))


YAML = {
    "alias": bomb(), "hakparenteser": "titel: " + "[" * 100_000, "klamrar": "titel: " + "{a: " * 100_000, "streck": "- " * COUNT, "nycklar": "".join(f"k{number}: v\n" for number in range(COUNT)),
    "samma nyckel": "k: v\n" * COUNT, "tomma nycklar": "? \n" * COUNT, "lista": "titel: [" + "a, " * COUNT + "]", "poster": "- {}\n" * COUNT, "par": "titel: [" + "a: b, " * COUNT + "]",
    "flyktade tecken": 'titel: "' + "\\x41\\u00e5" * COUNT + '"', "styrtecken": 'titel: "' + "\\x01" * COUNT + '"', "vikt text": "titel: >\n" + "  a\n\n" * COUNT, "lång text": "titel: " + "å" * 40 * COUNT,
    "ankare": "".join(f"k{number}: &a{number} v\n" for number in range(COUNT)), "kommentarer": "# a\n" * COUNT, "tabbar": "\t" * COUNT, "indrag": "".join(" " * depth + "a:\n" for depth in range(2_000)),
    "typmärken": "a: !!str " * COUNT, "dokument": "---\n" * COUNT, "citat": "titel: '" + "''" * COUNT + "'",
}


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize("path", ["program/program.yaml", "program/uppdrag.yaml", "referenser.json"])
def test_yaml_that_grows_is_refused_in_bounded_time_and_memory(styrdok, almby, ordinary, path, name):
    (almby / path).write_text(YAML[name] + "\n", encoding="utf-8")
    run = Run(styrdok, almby)
    assert_bounded(run, ordinary)
    assert run.code == 1 and path + ":" in run.said, run.said[:500]


# Bytes


@pytest.mark.parametrize("path", [CHAPTER, "program/program.yaml", "program/uppdrag.yaml", "referenser.json"])
@pytest.mark.parametrize("spoil, rule", [
    (lambda text: text.encode("utf-8").replace("å".encode(), "å".encode("latin-1")), "not-utf-8"),
    (lambda text: text.encode("utf-16"), "not-utf-8"), (lambda text: text.encode("utf-16-be"), "not-utf-8"), (lambda text: "".join(filter(str.isascii, text)).encode("utf-16-be"), "control-character"),
    (lambda text: text.encode("utf-8") + b"\0", "control-character"), (lambda text: text.encode("utf-8").replace("ä".encode(), b"\xef\xbf\xbf"), "control-character"),
    (lambda text: text.encode("utf-8").decode("latin-1").encode("utf-8"), "damaged-text"), (lambda text: text.replace("ö", "\ufffd").encode("utf-8"), "damaged-text"),
    (lambda text: text.encode("utf-8")[:-1] + b"\xc3", "not-utf-8"),
], ids=["Latin-1", "UTF-16", "UTF-16 utan märke", "UTF-16 av bara ASCII", "NUL", "U+FFFF", "mojibake", "U+FFFD", "avhuggen"])
def test_bytes_that_are_no_text_are_told_with_their_place(styrdok, almby, path, spoil, rule):
    text = (almby / path).read_text(encoding="utf-8")
    if path.endswith(".json"):
        text = text.replace('"title": "', '"title": "På ärans fält, ö för ö. ', 1)
    (almby / path).write_bytes(spoil(text + "\n" * ("---" in text)))
    run = Run(styrdok, almby, "build")
    assert run.code == 1, run.said
    assert any(f"{path}:" in line and f"[{rule}]" in line for line in run.said.splitlines()), run.said[:800]
    assert not (almby.parent / "Output").exists()


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["utan", "med märke"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "blandat"], ids=["LF", "CRLF", "CR", "blandat"])
def test_marks_and_line_ends_of_any_kind_give_the_same_pages(styrdok, almby, tmp_path, mark, ends):
    assert Run(styrdok, almby, "build").code == 0
    pages = {path.name: path.read_bytes() for path in (tmp_path / "Output" / "program").glob("*.html")}
    shutil.rmtree(tmp_path / "Output")
    for path in [path for path in almby.rglob("*") if path.suffix in (".md", ".yaml", ".json")]:
        lines = path.read_bytes().decode("utf-8").split("\n")
        text = ends.join(lines) if ends != "blandat" else "".join(line + ("\n", "\r\n")[number % 2] for number, line in enumerate(lines[:-1])) + lines[-1]
        path.write_bytes((mark + text).encode("utf-8"))
    run = Run(styrdok, almby, "build")
    assert run.code == 0, run.said
    assert {path.name: path.read_bytes() for path in (tmp_path / "Output" / "program").glob("*.html")} == pages
    with open(almby / CHAPTER, "ab") as file:
        file.write("\r\nÅ [x](begrepp:saknas)\r\n".encode())
    line = len((almby / CHAPTER).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")) - 1
    assert f"{CHAPTER}:{line}:7: fel" in Run(styrdok, almby).said


# Names


def test_names_of_either_form_are_one_name_and_two_that_collide_are_told(styrdok, almby, tmp_path):
    assert Run(styrdok, almby, "build").code == 0

    def built():
        """Without the fingerprints of an edition and of the content, which are of the bytes of the files."""
        files = [path for path in (tmp_path / "Output").rglob("*") if path.is_file()]
        return {str(path.relative_to(tmp_path)): re.sub(rb'sha256-[0-9a-f]{64}|"content": "[0-9a-f]{64}"', b"", path.read_bytes()) for path in files}

    files = built()
    shutil.rmtree(tmp_path / "Output")
    composed = [path for path in almby.rglob("*.yaml") if not path.name.isascii()]
    assert composed
    for path in [path for path in almby.rglob("*") if path.suffix in (".yaml", ".md")]:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".yaml":
            # Keys as a Mac may write them.
            path.write_text(re.sub(r"(?m)^[ -]*[^\s:]+:", lambda key: unicodedata.normalize("NFD", key.group()), text), encoding="utf-8")
        path.rename(path.with_name(unicodedata.normalize("NFD", path.name)))
    run = Run(styrdok, almby, "build")
    assert run.code == 0, run.said
    assert built() == files
    name = composed[0].name
    (almby / "program" / name).write_bytes((almby / "program" / unicodedata.normalize("NFD", name)).read_bytes())
    run = Run(styrdok, almby)
    assert run.code == 1 and "colliding-names" in run.rules and name in run.said


def test_only_plain_files_below_the_content_are_read(styrdok, almby, tmp_path):
    secret = tmp_path / "hemligt.md"
    secret.write_text("---\ntitel: Hemligt\n---\n\nLösenordet är apelsin.\n", encoding="utf-8")
    chapters = almby / "program" / "kapitel"
    (chapters / "lank.md").symlink_to(secret)
    (chapters / "relativ.md").symlink_to("../../../hemligt.md")
    (chapters / "hard.md").symlink_to("/dev/zero")
    (almby / "program" / "teorier2").symlink_to("/etc")
    os.mkfifo(chapters / "ror.md")
    refused = 5
    if os.geteuid() == 0:
        os.mknod(chapters / "noll.md", 0o666 | 0o020000, os.makedev(1, 5))
        refused = 6
    run = Run(styrdok, almby, "build")
    assert run.code == 1 and run.said.count("[refused-file]") == refused, run.said
    assert "apelsin" not in run.said and not (tmp_path / "Output").exists()
    for path in [chapters / "lank.md", chapters / "relativ.md", chapters / "hard.md", almby / "program" / "teorier2", chapters / "ror.md", chapters / "noll.md"]:
        path.unlink(missing_ok=True)
    for address in ["../../hemligt.md", "/etc/passwd", "file:///etc/passwd", "..%2f..%2fhemligt.md", "\\\\server\\fil", "//exempel.se/x"]:
        shutil.copy(ALMBY / CHAPTER, almby / CHAPTER)
        with open(almby / CHAPTER, "a", encoding="utf-8") as file:
            file.write(f"\nSe [ut](<{address}>) och ![bild](<{address}>).\n")
        run = Run(styrdok, almby, "build")
        assert run.code == 1 and {"dangling-reference", "unsafe-link", "missing-picture"} & run.rules, (address, run.said)
        assert not (tmp_path / "Output").exists()


# Rings


def test_references_in_a_cycle_are_told(styrdok, almby, tmp_path):
    """Replacements lead a reader from one to the next, so a ring is a mistake, and a note may not stand in a note; concepts may name each other."""
    register = almby / "program" / "styrdokument.yaml"
    entry = register.read_text(encoding="utf-8").rstrip()
    other = entry.replace("id: skollagen", "id: nya-skollagen").replace("titel: ", "titel: Nya ", 1)
    register.write_text(f"{entry}\n  ersatt-av: [styrdokument:nya-skollagen]\n{other}\n  ersatt-av: [styrdokument:skollagen]\n", encoding="utf-8")
    run = Run(styrdok, almby)
    assert run.code == 1 and run.said.count("[replacement-ends]") == 1, run.said
    assert re.search("”Skollagen.*”, ersatt av ”Nya Skollagen.*”, ersatt av ”Skollagen", run.said), run.said
    shutil.copy(ALMBY / "program" / "styrdokument.yaml", register)
    text = (almby / CHAPTER).read_text(encoding="utf-8")
    head, body = text[4:].split("\n---\n", 1)
    notes = "fotnoter:\n  - { id: a, text: 'Se [b](fotnot:b) och [a](fotnot:a).' }\n  - { id: b, text: 'Se [a](fotnot:a).' }"
    (almby / CHAPTER).write_text(f"---\n{head}\n{notes}\n---\n{body}\n\nOrd [not](fotnot:a) och [till](fotnot:b).\n", encoding="utf-8")
    run = Run(styrdok, almby, "build")
    # Each note that stands in a note is told: no page is made that names itself.
    assert run.code == 1 and run.seconds < 30 and run.said.count("[misplaced-block]") == 3, (run.code, run.said)
    (almby / CHAPTER).write_text(text, encoding="utf-8")
    concept = almby / "program" / "begrepp" / "klassrum.md"
    fields = concept.read_text(encoding="utf-8")[4:].split("\n---\n", 1)[0]
    other = concept.with_name("skolsal.md")
    other.write_text("---\n" + fields.replace("titel: ", "titel: Annat ", 1) + "\n---\n\nSe [klassrum](begrepp:klassrum).\n", encoding="utf-8")
    concept.write_text("---\n" + fields + "\n---\n\nSe [skolsal](begrepp:skolsal) och [klassrum](begrepp:klassrum).\n", encoding="utf-8")
    run = Run(styrdok, almby, "build")
    assert run.code == 0 and run.seconds < 30, (run.code, run.said)


# What would execute

SHOT = """"'><img src=x onerror="alert(1)"><svg onload="alert(2)"><script>alert(3)</script></script><a href="javascript:alert(4)">x</a>"""


class Leaves:
    """The texts of a file, one a line, so that a finding says which text it is of. JSON is read as YAML is, and written as YAML."""

    def __init__(self, path):
        self.path = path
        text = path.read_text(encoding="utf-8")
        self.body = ""
        if path.suffix == ".md":
            head, self.body = text[4:].split("\n---\n", 1)
            text = head
        self.root = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=yaml.BaseLoader)
        self.spoiled = set()
        self.count = 0
        self.write()
        self.spoiled = set(range(self.count))

    def text(self, value):
        number = self.count
        self.count += 1
        # Names, addresses, days and chosen values: with anything in them others lose what they lead to.
        if re.fullmatch(r"[a-z0-9åäö:/.@-]*", value) and not value.startswith("http"):
            self.spoiled.discard(number)
        if number in self.spoiled:
            value = "javascript:alert(5)//" + SHOT if value.startswith("http") else value + " " + SHOT
        self.numbers[len(self.lines) + 1] = number
        return json.dumps(value, ensure_ascii=False)

    def append(self, node, indent, lead):
        if isinstance(node, dict) and node:
            for index, (key, value) in enumerate(node.items()):
                start = (lead if index == 0 else " " * indent) + json.dumps(key, ensure_ascii=False) + ":"
                if isinstance(value, (dict, list)) and value:
                    self.lines.append(start)
                    self.append(value, indent + 2, " " * (indent + 2))
                else:
                    self.lines.append(start + " " + self.scalar(value))
        elif isinstance(node, list) and node:
            for index, value in enumerate(node):
                self.append(value, indent + 2, (lead if index == 0 else " " * indent) + "- ")
        else:
            self.lines.append(lead + self.scalar(node))

    def append_json(self, node, indent, lead, end):
        """The same for a file that must be JSON: one value a line as well."""
        if isinstance(node, (dict, list)) and node:
            is_dict = isinstance(node, dict)
            self.lines.append(lead + ("{" if is_dict else "["))
            rows = [(json.dumps(key, ensure_ascii=False) + ": ", value) for key, value in node.items()] if is_dict else [("", value) for value in node]
            for index, (key, value) in enumerate(rows):
                self.append_json(value, indent + 2, " " * (indent + 2) + key, "," if index + 1 < len(rows) else "")
            self.lines.append(" " * indent + ("}" if is_dict else "]") + end)
        else:
            self.lines.append(lead + self.scalar(node) + end)

    def scalar(self, value):
        return self.text(value) if isinstance(value, str) else "[]" if value == [] else "{}" if value == {} else json.dumps(value)

    def write(self):
        self.lines, self.numbers, self.count = [], {}, 0
        if self.path.suffix == ".md":
            self.lines.append("---")
        if self.path.suffix == ".json":
            self.append_json(self.root, 0, "", "")
        else:
            self.append(self.root, 0, "")
        text = "\n".join(self.lines) + "\n"
        if self.path.suffix == ".md":
            text += "---\n" + self.body
        self.path.write_text(text, encoding="utf-8")


def arm(styrdok, content):
    """Puts the shot in every text where the command lets it stand; the files with their texts."""
    files = {str(path.relative_to(content)): Leaves(path) for path in sorted(content.rglob("*")) if path.suffix in (".yaml", ".json", ".md")}
    for _ in range(20):
        for leaves in files.values():
            leaves.write()
        run = Run(styrdok, content, "check", "--format", "json")
        findings = json.loads(run.said[run.said.index("{"):run.said.rindex("}") + 1])["findings"]
        wrong = [finding["location"] for finding in findings if finding["severity"] == "error"]
        if not wrong:
            return files
        named = {(place["path"], files[place["path"]].numbers.get(place["line"])) for place in wrong}
        guilty = {(path, number) for path, number in named if number in files[path].spoiled}
        for path, number in guilty:
            files[path].spoiled.discard(number)
        if guilty:
            continue
        # Said of something else than the text that is wrong: the whole files go back, and then what they are judged by.
        back = {path for path, _ in named if files[path].spoiled}
        if not back:
            editions = {path.split("/")[0] for path, _ in named}
            back = {path for path in files if path.split("/")[0] in editions and re.search("/kapitel/|/begrepp/|/program.yaml", path)}
        for path in back:
            files[path].spoiled.clear()
    pytest.fail(f"innehållet blev aldrig felfritt: {wrong[:5]}")


FOUND = """() => {
  const wrong = [];
  for (const element of document.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith('on')) wrong.push(element.outerHTML.slice(0, 200));
      if (/^\\s*(javascript|vbscript|data:text)/i.test(attribute.value) && ['href', 'src', 'action', 'data', 'xlink:href'].includes(attribute.name)) wrong.push(element.outerHTML.slice(0, 200));
    }
    if (element.localName === 'script' && /^alert/.test(element.textContent)) wrong.push(element.outerHTML.slice(0, 200));
    if (element.localName === 'img' && element.getAttribute('src') === 'x') wrong.push(element.outerHTML.slice(0, 200));
  }
  return wrong;
}"""


def test_nothing_hostile_executes(styrdok, content, tmp_path, browser):
    """Every text of the shipped content that may hold it gets scripts in it; without the pages' own protection nothing runs."""
    for programme in content.glob("*/program.yaml"):
        # The shots have words too.
        programme.write_text(re.sub(r"ord-om-annat-dokument: \d+", "ord-om-annat-dokument: 10000", programme.read_text(encoding="utf-8")), encoding="utf-8")
    files = arm(styrdok, content)
    count = sum(len(leaves.spoiled) for leaves in files.values())
    assert count >= 200, count
    run = Run(styrdok, content, "build", "--cms")
    assert run.code == 0, run.said[-800:]
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    pages = sorted((tmp_path / "Output").rglob("*.html"))
    shown = 0
    for path in pages:
        shown += path.read_text(encoding="utf-8").count("alert(3)")
        page.goto(path.as_uri())
        assert page.evaluate(FOUND) == [], path
    context.close()
    assert said == []
    assert shown >= count / 4, (shown, count)
    for path in (tmp_path / "Output").rglob("*.svg"):
        assert "<script" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>", "Ett <b onclick=alert(1)>ord</b>.", "<svg><script>alert(1)</script></svg>", "[x](javascript:alert(1))", "[x](JaVaScRiPt&colon;alert(1))",
    "[x](<java\tscript:alert(1)>)", "[x](&#x6A;avascript:alert(1))", "<javascript:alert(1)>", "![x](data:image/svg+xml;base64,PHN2Zy8+)", "[x](vbscript:x)", "[x](data:text/html,x)",
    "[x]\n\n[x]: javascript:alert(1)", "<!-- x --><img src=x onerror=alert(1)>", "&#1;999&#2;", "[x](file:///etc/passwd)"])
def test_markdown_that_would_execute_is_told_and_not_built(styrdok, almby, tmp_path, text):
    with open(almby / CHAPTER, "a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    run = Run(styrdok, almby, "build")
    assert run.code == 1 and {"raw-html", "unsafe-link", "dangling-reference", "control-character"} & run.rules, run.said
    assert not (tmp_path / "Output").exists()
