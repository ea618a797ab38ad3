#!/usr/bin/env python3
"""Skriver ett påhittat styrdokument i Styrdoks eget innehållsformat, och samma prosa som en enda Markdown-fil.

Samma antal kapitel och samma frö ger samma byte.
"""
# The proportions are those of the corpus that other tools were measured on, so that figures can be laid beside theirs:
# a chapter has about 250 words, three subheadings, a list, a table, three cross-references and two citations; there are
# n/5 concepts, n/20 theories, n/10 steering documents and max(50, n/10) sources.

import argparse
import json
import os
import random
import sys

# Enough that the decks below reach every theory, steering document and source.
SMALLEST = 50

# Compounds as in real steering documents: Swedish administrative prose is long words, and bytes a word decide what
# a parser's time a chapter is.
FIRST = """arbets ansvars begrepps beslut brotts budget fastighets forsknings fritids förebyggande förvaltnings insats
informations kommun kompetens kunskaps kvalitets lednings likvärdighets läges medborgar miljö mötes nämnd närområdes
omsorgs områdes orsaks plats planerings resurs risk samhälls samordnings samverkans service skol social stads
stadsdels styr säkerhets trafik trygghets tillsyns uppdrags uppföljnings utbildnings utvecklings verksamhets väglednings
åldrings åtgärds överenskommelse""".split()
LAST = """ansvar arbete avtal bedömning behov beskrivning bild dialog enhet form fråga förmåga förslag förändring grupp
handling insats kedja kraft ledare metod miljö modell mål möte nivå område plan process program rapport riktlinje roll
rum rutin samtal stöd strävan struktur syfte system uppgift värde väg ämne ändring åtgärd översyn""".split()
ADJECTIVES = """gemensam tydlig långsiktig skriftlig öppen rimlig hållbar systematisk förebyggande särskild nationell
lokal central kritisk kunskapsbaserad tillgänglig ömsesidig återkommande övergripande årlig""".split()
VERBS = """beskriver bygger visar kräver stärker följer prövar bär rymmer ger formar påverkar stödjer begränsar möter
prioriterar granskar samlar ordnar tydliggör förutsätter återspeglar värderar öppnar kopplar fördelar""".split()
LINKS = """och men där när eftersom medan samt utan för med av till i på under mellan genom över enligt""".split()
SURNAMES = """Alm Berg Björk Dahl Ek Falk Fors Gran Hed Holm Lind Ljung Lund Myr Nord Norén Rask Sjö Skog Strand Ström
Sund Säll Ung Vall Wik Åberg Åkers Äng Öst""".split()
DOCUMENT_KINDS = ("lag", "program", "strategi", "handlingsplan", "plan", "överenskommelse", "handbok", "underlag")
ROLE_TITLES = {
    "kommunstyrelsen": "Kommunstyrelsen", "stadsdelsnamnden": "Stadsdelsnämnden", "facknamnden": "Nämnden",
    "bolagsstyrelsen": "Bolagsstyrelsen", "samordnaren": "Samordnaren"}
ROLES = tuple(ROLE_TITLES)


class Words:
    """Swedish-looking text out of a seed."""

    def __init__(self, seed):
        self._random = random.Random(seed).random

    # Everything is drawn through `random()`: of the generator's methods only its sequence is promised to be the same in
    # every version of Python.
    def below(self, count):
        return int(self._random() * count)

    def one_of(self, choices):
        return choices[self.below(len(choices))]

    def deck(self, count):
        """Endless numbers 1…count, each once before any comes again: so nothing is left unused."""
        cards = []
        while True:
            if not cards:
                cards = list(range(1, count + 1))
                for last in range(count - 1, 0, -1):
                    other = self.below(last + 1)
                    cards[last], cards[other] = cards[other], cards[last]
            yield cards.pop()

    def noun(self):
        # Half are compounds: about eight bytes a word, as in the administration's own prose.
        return self.one_of(FIRST) + self.one_of(LAST) if self.below(2) else self.one_of(LAST)

    def words(self, count):
        start = self.below(6)
        parts = (
            lambda: self.one_of(ADJECTIVES), self.noun, lambda: self.one_of(VERBS),
            lambda: self.one_of(ADJECTIVES), self.noun, lambda: self.one_of(LINKS))
        return [parts[(start + place) % 6]() for place in range(count)]

    def phrase(self, count):
        return " ".join(self.words(count))

    def title(self, count=3):
        return capitalized(self.phrase(count))

    def sentence(self, count):
        words = self.words(count)
        if count > 9:
            words[count // 2] += ","
        return capitalized(" ".join(words)) + "."


def capitalized(text):
    return text[0].upper() + text[1:]


class Corpus:
    """Writes the files of one corpus below a folder: `Content/` and `all.md`."""

    def __init__(self, chapters, seed, folder):
        self.chapters = chapters
        self.folder = folder
        self.text = Words(seed)
        self.concepts = max(4, chapters // 5)
        self.theories = max(2, chapters // 20)
        self.documents = max(2, chapters // 10)
        self.sources = max(50, chapters // 10)
        self.goals = 4
        self.assignments = 8
        self.files = 0
        self.bytes = 0
        counts = (
            ("begrepp", self.concepts), ("teori", self.theories), ("styrdokument", self.documents), ("kapitel", chapters))
        # Numbered, so that no two elements have the same title.
        self.titles = {
            address(kind, number): f"{self.text.title(2 + self.text.below(3))} {number}"
            for kind, count in counts for number in range(1, count + 1)}

    def write(self, path, text):
        target = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        data = text.encode()
        with open(target, "wb") as file:
            file.write(data)
        if path.startswith("Content/"):
            self.files += 1
            self.bytes += len(data)
        return len(data)

    def link(self, target):
        return f"[{self.titles[target]}]({target})"

    def generate(self):
        prose = [*self.write_chapters(), *self.write_concepts(), *self.write_theories(), *self.write_documents()]
        prose += self.write_organisation()
        self.write_sources()
        self.write_measures()
        self.write_programme()
        return self.write("all.md", "\n".join(prose))

    # A chapter's prose is the same byte for byte in both, but for the table, which CommonMark lacks: the program gets
    # its text as the paragraph that a pipe table is to it, as with every other tool's corpus.
    def write_chapters(self):
        text = self.text
        concepts, theories = text.deck(self.concepts), text.deck(self.theories)
        documents, sources = text.deck(self.documents), text.deck(self.sources)
        for number in range(1, self.chapters + 1):
            concept = address("begrepp", next(concepts))
            second = address("teori", next(theories)) if number % 2 else address("styrdokument", next(documents))
            third = address("kapitel", 1 + text.below(number - 1)) if number > 1 else address("kapitel", 2)
            cited = [next(sources), next(sources)]
            columns = [text.title(1) for _ in range(4)]
            rows = [[text.phrase(2) for _ in range(4)] for _ in range(3)]
            before = (
                f"{text.sentence(15)} Begreppet {self.link(concept)} {text.phrase(12)} [@{source(cited[0])}]. "
                f"{text.sentence(16)}\n\n"
                f"## {text.title(3)}\n\n"
                f"{text.sentence(12)} Här gäller **{text.phrase(2)}** enligt {self.link(second)}. {text.sentence(17)}\n\n"
                + "".join(f"- {text.sentence(10)}\n" for _ in range(4))
                + f"\n## {text.title(3)}\n\n"
                f"{text.sentence(16)} Jämför {self.link(third)}, {text.phrase(10)} [@{source(cited[1])}, s. {1 + number % 90}]. "
                f"{text.sentence(12)}\n\n")
            after = (
                f"\n\n## {text.title(2)}\n\n"
                f"{text.sentence(14)} *{text.title(2)}* {text.phrase(9)}. {text.sentence(13)}\n")
            title = self.titles[address("kapitel", number)]
            front = (
                f"---\ntitel: {title}\ntabeller:\n  - id: oversikt\n    rubrik: {text.title(2)}\n"
                f"    kolumner: [{', '.join(columns)}]\n    rader:\n"
                + "".join(f"      - [{', '.join(row)}]\n" for row in rows) + "---\n\n")
            self.write(
                f"Content/program/kapitel/{slug('kapitel', number)}.md", f"{front}{before}<tabell:oversikt>{after}")
            pipes = [f"| {' | '.join(row)} |" for row in [columns, *rows]]
            pipes.insert(1, "|---|---|---|---|")
            table = "\n".join(pipes)
            yield f"# {title}\n\n{before}{table}{after}"

    # Below, the program gets the title and what an author would call text; keys and addresses in front matter not.
    def write_concepts(self):
        text = self.text
        yield "# Begrepp\n"
        for number in range(1, self.concepts + 1):
            title, definition = self.titles[address("begrepp", number)], text.sentence(14)
            body = text.sentence(16)
            if number > 1:
                body += f"\n\nSe även {self.link(address('begrepp', 1 + text.below(number - 1)))}."
            self.write(
                f"Content/program/begrepp/{slug('begrepp', number)}.md",
                f"---\ntitel: {title}\ndefinition: {definition}\nanmärkning: Kommunens egen definition.\n---\n\n{body}\n")
            yield f"## {title}\n\n{definition}\n\n{body}\n"

    def write_theories(self):
        text = self.text
        concepts, sources = text.deck(self.concepts), text.deck(self.sources)
        yield "# Teorier\n"
        for number in range(1, self.theories + 1):
            title = self.titles[address("teori", number)]
            fields = {key: text.sentence(8) for key in ("kärna", "förklarar", "begränsning", "varför")}
            body = f"{text.sentence(16)}\n\nSe även {self.link(address('begrepp', next(concepts)))}, " \
                f"{self.link(address('begrepp', next(concepts)))}."
            self.write(
                f"Content/program/teorier/{slug('teori', number)}.md",
                f"---\ntitel: {title}\n" + "".join(f"{key}: {value}\n" for key, value in fields.items())
                + f"källor:\n  ursprung: [{source(next(sources))}]\n  nyare: [{source(next(sources))}]\nområden: [fokusomrade:omradet]\n---\n\n{body}\n")
            yield f"## {title}\n\n" + "\n\n".join(fields.values()) + f"\n\n{body}\n"

    def write_documents(self):
        text = self.text
        concepts, sources = text.deck(self.concepts), text.deck(self.sources)
        yield "# Styrdokument\n"
        register = []
        for number in range(1, self.documents + 1):
            title = self.titles[address("styrdokument", number)]
            significance = f"{text.sentence(14)} {text.sentence(16)} Se även {self.link(address('begrepp', next(concepts)))}."
            register.append(
                f"- id: {slug('styrdokument', number)}\n  titel: {title}\n  slag: {DOCUMENT_KINDS[number % len(DOCUMENT_KINDS)]}\n"
                f"  ägare: Kommunstyrelsen\n  status: gäller\n  status-per: 2026-01-31\n  från: okänt\n  används: I kapitlen.\n  betydelse: {significance}\n  källor: [{source(next(sources))}]\n")
            yield f"## {title}\n\n{significance}\n"
        self.write("Content/program/styrdokument.yaml", "\n".join(register))

    def write_organisation(self):
        text = self.text
        yield "# Roller, mål och uppdrag\n"
        entries = []
        for role in ROLES:
            task = text.sentence(12)
            entries.append(f"- id: {role}\n  titel: {ROLE_TITLES[role]}\n  nivå: central\n  slag: organ\n  organtyp: {role}\n  uppgift: {task}\n")
            yield f"## {ROLE_TITLES[role]}\n\n{task}\n"
        self.write("Content/program/roller.yaml", "\n".join(entries))
        entries = []
        for number in range(1, self.goals + 1):
            title, wording = f"{text.title(2)} {number}", text.sentence(12)
            entries.append(
                f"- id: {slug('mal', number)}\n  titel: {title}\n  lydelse: {wording}\n"
                f"  nivå: program\n  målår: 2030\n  utgångsvärde: 10 procent\n  utgångsår: 2020\n  indikator: {text.sentence(8)}\n"
                f"  datakälla: {text.sentence(6)}\n  intervall: varje år\n"
                f"  ansvarig: [roll:{ROLES[number % len(ROLES)]}]\n")
            yield f"## {title}\n\n{wording}\n"
        self.write("Content/program/mål.yaml", "\n".join(entries))
        entries = []
        for number in range(1, self.assignments + 1):
            title, action = f"{text.title(2)} {number}", text.sentence(12)
            entries.append(
                f"- id: {slug('uppdrag', number)}\n  titel: {title}\n  bärare: [roll:{ROLES[number % len(ROLES)]}]\n"
                f"  slag: genomförande\n  handling: {action}\n  föremål: {text.sentence(6)}\n"
                f"  mål: [{address('mal', 1 + number % self.goals)}]\n"
                f"  gräns:\n    beslutar: [{text.sentence(6)}]\n    utanför: [{text.sentence(6)}]\n  rådighet: ja\n  huvudman: kommun\n"
                f"  lagstöd:\n    saknas: {text.sentence(6)}\n    per: 2026-01-31\n"
                f"  planering: {text.sentence(6)}\n  uppföljning: {text.sentence(6)}\n")
            yield f"## {title}\n\n{action}\n"
        self.write("Content/program/uppdrag.yaml", "\n".join(entries))

    # One area with all that rules ask of one, so that theories have somewhere to apply.
    def write_area(self):
        text = self.text
        for obligation in ("tvingande", "miniminivå"):
            yield f"- id: {'tva' if obligation == 'tvingande' else 'mini'}\n  titel: {text.title(2)}\n" \
                f"  beskrivning: {text.sentence(10)}\n  slag: socialt\n  skyldighet: {obligation}\n"

    def write_measures(self):
        text = self.text
        self.write("Content/program/arbetssätt.yaml", "\n".join(self.write_area()))
        self.write(
            "Content/program/fokusområden/omradet.md",
            "---\ntitel: Området\n"
            f"syfte: {text.sentence(8)}\nteorier: [{address('teori', 1)}]\nteorins-roll: {text.sentence(8)}\n"
            "arbetssätt: [arbetssatt:tva, arbetssatt:mini]\nblock:\n"
            + "".join(f"  - slag: {kind}\n    titel: {text.title(2)}\n    text: {text.sentence(8)}\n" for kind in ("problemområde", "exempel"))
            + "".join(f"{key}: {text.sentence(8)}\n" for key in ("verksamheter-och-ansvar", "samverkan", "uppföljning", "kommunikation"))
            + f"forskning:\n  läge: {text.sentence(8)}\n  per: 2025-06-01\n  ansvarig: [roll:{ROLES[0]}]\n"
            f"agenda-2030: [{text.sentence(5)}]\n---\n")
        self.write(
            "Content/program/orsaker.yaml",
            f"- id: orsak\n  titel: {text.title(2)}\n  beskrivning: {text.sentence(8)}\n  nivå: lokal\n  rådighet: ja\n"
            "  bedömning: ja\n  åtgärder: [atgard:atgard]\n")
        self.write(
            "Content/program/åtgärder.yaml",
            f"- id: atgard\n  titel: {text.title(2)}\n  beskrivning: {text.sentence(8)}\n  problem: [orsak:orsak]\n"
            f"  område: [fokusomrade:omradet]\n  ansvarig: [roll:{ROLES[0]}]\n  indikator: {text.sentence(5)}\n"
            f"  metod: {text.sentence(5)}\n  uppföljningsdatum: varje år\n")
        # The dictionary knows most of these compounds; the list has them all.
        self.write("Content/program/ordlista.yaml", "ord:\n" + "".join(f"  - {first}{last}\n" for first in FIRST for last in LAST))

    def write_sources(self):
        text = self.text
        entries = []
        for number in range(1, self.sources + 1):
            first = text.below(len(SURNAMES))
            authors = [SURNAMES[(first + place) % len(SURNAMES)] for place in range(1 + text.below(3))]
            page = 1 + text.below(300)
            entries.append({
                "id": source(number), "type": "article-journal", "title": text.title(4 + text.below(5)),
                "author": [{"family": name, "given": text.one_of("ABEGIKLMS") + "."} for name in authors],
                "issued": {"date-parts": [[1975 + text.below(50)]]}, "container-title": text.title(2),
                "volume": str(1 + text.below(60)), "page": f"{page}-{page + 12}"})
        self.write("Content/referenser.json", json.dumps(entries, ensure_ascii=False, indent=1) + "\n")

    def write_programme(self):
        def listed(kind, count, step=1):
            return "".join(f"    - {address(kind, number)}\n" for number in range(1, count + 1, step))

        order = "".join(f"  - {address('kapitel', number)}\n" for number in range(1, self.chapters + 1))
        self.write(
            "Content/program/program.yaml",
            f"titel: Program för mätning\nstatus: utkast\nperiod:\n  från: 2024\n  till: 2027\nbeslutsinstans: Kommunfullmäktige\n"
            f"även: [Ett prov]\nersätter-inget: Programmet är det första.\nläsordning:\n{order}  - fokusomrade:omradet\nkräver:\n"
            f"  teorier:\n{listed('teori', self.theories, 5)}  styrdokument:\n{listed('styrdokument', self.documents, 5)}")
        self.write(
            "Content/styrdok.yaml", "namn: Mätning\nspråk: sv\nbedömningsdag: 2026-01-31\ndokument: [program]\n")


def slug(kind, number):
    return f"{kind}-{number:05}"


def address(kind, number):
    return f"{kind}:{slug(kind, number)}"


def source(number):
    return f"kalla-{number:05}"


def generate(chapters, folder, seed=7):
    """Writes `folder`/Content and `folder`/all.md; returns what was written."""
    if chapters < SMALLEST:
        raise ValueError(f"minst {SMALLEST} kapitel, annars räcker de inte till att citera alla källor")
    corpus = Corpus(chapters, seed, folder)
    prose = corpus.generate()
    return {
        "chapters": chapters, "seed": seed, "files": corpus.files, "content_bytes": corpus.bytes, "prose_bytes": prose,
        "concepts": corpus.concepts, "theories": corpus.theories, "documents": corpus.documents, "sources": corpus.sources}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="mapp som får Content/ och all.md")
    parser.add_argument("--chapters", type=int, default=1000, help="antal kapitel (förval 1000)")
    parser.add_argument("--seed", type=int, default=7, help="frö (förval 7)")
    options = parser.parse_args()
    try:
        print(json.dumps(generate(options.chapters, options.folder, options.seed)))
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    sys.exit(main())
