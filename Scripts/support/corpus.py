"""A made-up programme of any size in Styrdok's own content format, and the same prose for the cmark program.

Deterministic: the same size gives the same bytes. About 250 words a chapter with three cross-references, two citations
and one typed table; concepts, theories, steering documents and sources in proportion.
"""

import json
import os
import random

NOUNS = """plats stadsdel trygghet samverkan uppdrag ansvar åtgärd nämnd förvaltning område lägesbild orsak insats skola
park belysning boende näringsliv förening utvärdering kunskap resurs beslut plan miljö gata torg mötesplats ungdom
medarbetare chef samordnare uppföljning riktlinje överenskommelse beskrivning bedömning utredning""".split()
VERBS = """samordnar följer prövar beskriver förebygger minskar ökar planerar beslutar utvärderar stödjer leder värnar
utformar fördelar redovisar bereder förankrar""".split()
ADJECTIVES = """gemensam lokal central tydlig långsiktig samlad trygg välskött öppen tillgänglig social fysisk tidig
riktad daglig årlig""".split()
LINKS = "och men eftersom därför när där som att för med i på av till från".split()


class Text:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def words(self, count):
        pools = (ADJECTIVES, NOUNS, VERBS, LINKS, ADJECTIVES, NOUNS)
        start = self.random.randrange(6)
        return [self.random.choice(pools[(start + i) % 6]) for i in range(count)]

    def sentence(self, count):
        words = self.words(count)
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def title(self, number):
        return " ".join(self.words(3)).capitalize() + f" {number}"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def generate(size, folder):
    """Writes `folder`/Content and `folder`/all.md."""
    text = Text(4711 + size)
    rnd = text.random
    concepts, theories, documents = max(4, size // 5), max(2, size // 20), max(2, size // 10)
    sources = max(50, size // 10)
    titles = {
        kind: [text.title(n + 1) for n in range(count)]
        for kind, count in (("begrepp", concepts), ("teori", theories), ("styrdokument", documents))
    }
    edition = folder + "/Content/program"
    write(folder + "/Content/styrdok.yaml", "namn: Prov\nspråk: sv\nbedömningsdag: 2026-01-31\ndokument: [program]\n")
    write(
        folder + "/Content/referenser.json",
        json.dumps(
            [
                {
                    "id": f"kalla-{n + 1}", "type": "article-journal", "title": text.title(n + 1),
                    "author": [{"family": rnd.choice(NOUNS).capitalize() + "sson", "given": rnd.choice("ABEGIKLMS") + "."}
                               for _ in range(rnd.randint(1, 3))],
                    "container-title": "Tidskrift för prov", "volume": str(n % 40 + 1), "page": f"{n + 1}-{n + 12}",
                    "issued": {"date-parts": [[1975 + n % 50]]},
                }
                for n in range(sources)
            ],
            ensure_ascii=False, indent=1),
    )
    for n in range(concepts):
        write(f"{edition}/begrepp/begrepp-{n + 1}.md", f"---\ntitel: {titles['begrepp'][n]}\ndefinition: {text.sentence(14)}\n---\n\n{text.sentence(16)}\n")
    for n in range(theories):
        fields = "".join(f"{key}: {text.sentence(8)}\n" for key in ("kärna", "förklarar", "begränsning", "varför"))
        origin, newer = rnd.sample(range(1, sources + 1), 2)
        write(
            f"{edition}/teorier/teori-{n + 1}.md",
            f"---\ntitel: {titles['teori'][n]}\n{fields}källor:\n  ursprung: [kalla-{origin}]\n  nyare: [kalla-{newer}]\n---\n\n{text.sentence(16)}\n")
    write(
        f"{edition}/styrdokument.yaml",
        "".join(
            f"- id: styrdokument-{n + 1}\n  titel: {titles['styrdokument'][n]}\n  slag: program\n  ägare: Kommunstyrelsen\n"
            f"  status: gäller\n  betydelse: {text.sentence(12)}\n  källor: [kalla-{n % sources + 1}]\n"
            for n in range(documents)))
    write(f"{edition}/roller.yaml", "- id: kommunstyrelsen\n  titel: Kommunstyrelsen\n  uppgift: Leder arbetet.\n")
    write(f"{edition}/mål.yaml", "- id: trygghet\n  titel: Trygghet\n  lydelse: Kommunen är trygg.\n  ansvarig: [roll:kommunstyrelsen]\n")
    write(
        f"{edition}/uppdrag.yaml",
        "- id: leda\n  titel: Leda arbetet\n  bärare: [roll:kommunstyrelsen]\n  handling: Leder arbetet.\n  mål: [mal:trygghet]\n")

    prose = []
    for n in range(size):
        # Every theory, document, concept and source is used by some chapter; the rest of the choices are random.
        concept = n % concepts + 1
        kind, count = ("teori", theories) if n % 3 == 0 else ("styrdokument", documents)
        other = (n // 3 if kind == "teori" else n - n // 3 - 1) % count + 1
        earlier = f"kapitel:kapitel-{rnd.randint(1, n)}" if n else "begrepp:begrepp-2"
        first, second = n % sources + 1, rnd.randint(1, sources)
        title = text.title(n + 1)
        body = (
            f"{text.sentence(15)} Begreppet [{titles['begrepp'][concept - 1]}](begrepp:begrepp-{concept}) {' '.join(text.words(12))} "
            f"[@kalla-{first}, s. 12]. {text.sentence(16)}\n\n## {text.title(1)}\n\n"
            f"{text.sentence(12)} Här gäller **{' '.join(text.words(2))}** enligt [{titles[kind][other - 1]}]({kind}:{kind}-{other}). {text.sentence(17)}\n\n"
            + "".join(f"- {text.sentence(10)}\n" for _ in range(4))
            + f"\n## {text.title(2)}\n\n{text.sentence(16)} Jämför [{text.title(3)}]({earlier}), {' '.join(text.words(10))} "
            f"[@kalla-{second}]. {text.sentence(12)}\n\n%s\n\n"
            f"## {text.title(3)}\n\n{text.sentence(14)} *{' '.join(text.words(2))}* {' '.join(text.words(9))}. {text.sentence(13)}\n"
        )
        rows = [[" ".join(text.words(2)) for _ in range(4)] for _ in range(3)]
        columns = [word.capitalize() for word in text.words(4)]
        table = "tabeller:\n- id: tabell\n  rubrik: Tabell\n  kolumner: [" + ", ".join(columns) + "]\n  rader:\n" + "".join(
            "  - [" + ", ".join(row) + "]\n" for row in rows)
        write(f"{edition}/kapitel/kapitel-{n + 1}.md", f"---\ntitel: {title}\n{table}---\n\n{body % '<tabell:tabell>'}")
        plain = "\n".join(" ".join(row) for row in [columns] + rows)
        prose.append(f"# {title}\n\n{body % plain}")
    write(
        f"{edition}/program.yaml",
        "titel: Prov\nstatus: utkast\nkräver:\n  teorier: [teori:teori-1]\n  styrdokument: [styrdokument:styrdokument-1]\nläsordning:\n"
        + "".join(f"- kapitel:kapitel-{n + 1}\n" for n in range(size)))
    write(folder + "/all.md", "\n".join(prose))
