import Diagnostics
import Model
import Validating

/// What can be found before any rule judges: in a file as such, in its form, in what it refers to. `styrdok rules` explains
/// these as it does the rules.
package struct ReadingFault: Sendable {
    package let id: RuleID
    package let meaning: Message
    /// Exactly where the mark ↓ stands; none where a small project can't show it.
    package let examples: [Rule.Example]

    private init(_ id: RuleID, _ swedish: String, en english: String, _ examples: Rule.Example...) {
        self.id = id
        meaning = Message(swedish, en: english)
        self.examples = examples
    }

    private static let start = "program/kapitel/start.md"
    private static let programme = "program/program.yaml"

    package static let all: [ReadingFault] = files + forms + references + submitted

    private static let files = [
        ReadingFault(
            "not-utf-8", "Filen är inte sparad som UTF-8, och å, ä och ö går inte att läsa säkert. Spara om den som UTF-8.",
            en: "The file is not saved as UTF-8, so its letters can't be read safely. Save it as UTF-8."),
        ReadingFault(
            "damaged-text", "Å, ä eller ö har blivit andra tecken, ofta när filen har öppnats med fel teckenkodning. Skriv om ordet.",
            en: "Letters have turned into others, often since the file was opened in the wrong encoding. Write the word again.",
            Rule.Example(start, ("Vi utgår", "Vi arbetar s↓Ã¥ att vi utgår"))),
        ReadingFault(
            "control-character", "Texten har ett osynligt tecken som inte hör till någon text. Ta bort det.",
            en: "The text has an invisible character that belongs to no text. Remove it."),
        ReadingFault("empty-file", "Filen är tom. Skriv det som hör hemma i den, eller ta bort den.", en: "The file is empty. Write what belongs in it, or remove it."),
        ReadingFault(
            "refused-file", "Bara vanliga filer och mappar läses, inte länkar, och inga filer över 64 MB.",
            en: "Only ordinary files and folders are read, no links, and no files over 64 MB."),
        ReadingFault(
            "colliding-names", "Två filer har namn som samma dator kan ta för ett och samma. Byt namn på den ena.",
            en: "Two files have names that some computers take for the same. Rename one."),
        ReadingFault(
            "stray-file", "Filen ligger där ingen fil av det namnet läses. Flytta den, eller rätta namnet på filen eller mappen.",
            en: "The file lies where none of its name is read. Move it, or correct the name.",
            Rule.Example(["program/teori/vanor.md": "↓---\ntitel: Vanor\n---\n"])),
        ReadingFault(
            "unlisted-folder", "En mapp med program.yaml eller remiss.yaml byggs först när den står i styrdok.yaml. Så publiceras ingen kopia av misstag.",
            en: "A folder with program.yaml or remiss.yaml is built once styrdok.yaml lists it, so that no copy is published by mistake.",
            Rule.Example(["kopia/program.yaml": "↓titel: Kopia\nstatus: utkast\nläsordning: []\n"])),
        ReadingFault(
            "missing-folder", "styrdok.yaml nämner en mapp som inte finns. Rätta namnet, eller ta bort det.",
            en: "styrdok.yaml names a folder that doesn't exist. Correct the name, or remove it.",
            Rule.Example("styrdok.yaml", ("dokument: [program]", "dokument: [program, ↓bilagor]"))),
        ReadingFault(
            "missing-project", "Överst i innehållet ska filen styrdok.yaml ligga. Den säger vad samlingen heter och vilka dokument den har.",
            en: "At the top of the content lies styrdok.yaml, which names the collection and lists its documents."),
        ReadingFault("missing-programme", "Innehållet har ingen mapp med program.yaml, och alltså inget att bygga.", en: "No folder has a program.yaml, so there is nothing to build."),
        ReadingFault(
            "missing-figure", "Kapitlet visar en bild som inte finns i dokumentets mapp. Rätta namnet, eller lägg bilden där.",
            en: "The chapter shows a picture that is not in the folder. Correct the name, or put it there."),
        ReadingFault("figure-kind", "Bilden är av ett slag som inte visas. Använd PNG, JPEG eller WebP; en SVG-fil kan bära skript.", en: "The picture is of a kind that is not shown. Use PNG, JPEG or WebP; an SVG file may carry scripts."),
    ]

    private static let forms = [
        ReadingFault(
            "bad-yaml", "Filens nycklar går inte att läsa, oftast för att ett indrag, ett kolon eller ett citattecken är fel. Resten av filen läses när det är rättat.",
            en: "The keys of the file can't be read, mostly for an indentation, a colon or a quotation mark. The rest is read once that is mended.",
            Rule.Example(programme, ("status: utkast", "status↓:utkast"))),
        ReadingFault(
            "bad-json", "referenser.json är inte riktig JSON. Referenshanterare och andra program vägrar läsa den, till exempel för ett komma efter det sista.",
            en: "referenser.json is no real JSON. Other programs refuse it, for instance for a comma after the last.",
            Rule.Example("referenser.json", ("[[2020]] } }\n]", "[[2020]] } }↓,\n]"))),
        ReadingFault(
            "yaml-alias", "Ankare (&), alias (*) och sammanslagning (<<) används inte. Skriv ut värdet.", en: "Anchors, aliases and merge keys are not used. Write the value out.",
            Rule.Example(programme, ("status: utkast", "status: ↓&a utkast"))),
        ReadingFault("too-deep", "Nycklarna ligger i för många nivåer.", en: "The keys are nested too deep."),
        ReadingFault(
            "duplicate-key", "Nyckeln står två gånger. Ta bort den ena.", en: "The key stands twice. Remove one.",
            Rule.Example(programme, ("status: utkast", "status: utkast\n↓status: utkast"))),
        ReadingFault(
            "unknown-key", "Nyckeln finns inte för den här sortens del. Ofta är den felstavad.", en: "There is no such key for this kind. Often it is misspelt.",
            Rule.Example("program/teorier/tillfalle.md", ("varför: Kommunen", "↓varfor: Kommunen"))),
        ReadingFault(
            "unknown-value", "Värdet är inget av dem som nyckeln kan ha. Meddelandet räknar upp dem.", en: "The value is none of those that the key can have; the message lists them.",
            Rule.Example(programme, ("status: utkast", "status: ↓utkas"))),
        ReadingFault(
            "wrong-shape", "Värdet har fel form: en lista där en text väntas, eller tvärtom.", en: "The value has the wrong shape: a list where a text is expected, or the reverse.",
            Rule.Example(programme, ("titel: Program för Exempelkommun", "titel: ↓[Program för Exempelkommun]"))),
        ReadingFault(
            "missing-field", "En nyckel som alltid krävs saknas.", en: "A key that is always required is missing.",
            Rule.Example("program/kapitel/lasanvisning.md", ("---\ntitel: Läsanvisning\n---", "↓---\nsammanfattning: Så läser man.\n---"))),
        ReadingFault(
            "missing-front-matter", "En Markdownfil börjar med en rad ---, sina nycklar och en rad --- till.", en: "A Markdown file begins with a line ---, its keys and another line ---.",
            Rule.Example(["program/kapitel/extra.md": "↓Text utan nycklar.\n"])),
        ReadingFault(
            "bad-slug", "Namn i adresser skrivs med a–z, siffror och bindestreck: utsatt-omrade. Då fungerar de i länkar på alla datorer.",
            en: "Names in addresses are written with a–z, digits and hyphens, so that they work in links everywhere."),
        ReadingFault(
            "pipe-table", "Tabeller skrivs inte med streck i texten utan som typade tabeller i filens översta del. Då kan de granskas och läsas upp.",
            en: "Tables are not drawn in the text but written as typed tables in the top part, where they can be judged and read aloud."),
        ReadingFault(
            "footnote-mark", "Noter skrivs inte med [^1]. Skriv källan som [@nyckel, s. 1]; noten görs av den.", en: "Notes are not written as [^1]. Write the source as [@key, p. 1]; the note is made from it.",
            Rule.Example(start, ("Vi utgår", "Vi vet det↓[^1] och utgår"))),
        ReadingFault(
            "raw-html", "HTML i texten visas inte. Skriv i Markdown.", en: "HTML in the text is not shown. Write Markdown.",
            Rule.Example(start, ("Vi utgår", "Vi ↓<b>utgår</b> nu och utgår"))),
        ReadingFault("unsafe-link", "Länken kan köra program hos läsaren och skrivs inte ut.", en: "The link could run code at the reader's and is not written."),
        ReadingFault("too-complex", "Stycket har för många eller för djupt liggande tecken för att läsas. Dela upp det.", en: "The block has too many or too deeply nested marks to be read. Divide it."),
        ReadingFault(
            "malformed-citation", "Källhänvisningen går inte att tyda. Skriv [@nyckel, s. 12], och flera som [@a; @b].", en: "The citation can't be read. Write [@key, p. 12], and several as [@a; @b]."),
        ReadingFault(
            "unknown-reference-field", "Posten i referenser.json har ett fält som inte hör till CSL-JSON.", en: "The entry in referenser.json has a field that is not of CSL-JSON."),
    ]

    private static let references = [
        ReadingFault(
            "dangling-reference", "Texten hänvisar till något som inte finns: en adress, en källa. Rätta hänvisningen, eller lägg till det som saknas.",
            en: "The text refers to something that doesn't exist. Correct the reference, or add what is missing.",
            Rule.Example(start, ("(teori:tillfalle)", "(↓teori:tillfälle)"))),
        ReadingFault(
            "broken-link", "Ett mellanslag gör att länken inte är någon länk: adressen visas som text för läsaren. Ta bort mellanslaget.",
            en: "A space keeps the link from being one: the address is shown to the reader as text. Remove it.",
            Rule.Example(start, ("Vi utgår", "Vi läser ↓[mer](teori: tillfalle) och utgår"))),
        ReadingFault(
            "bare-citation", "En källas nyckel står inom hakparenteser utan snabel-a. Skriv [@nyckel], annars visas nyckeln som text.",
            en: "The key of a source stands in brackets without its @. Write [@key], or the key is shown as text.",
            Rule.Example(start, ("Vi utgår", "Vi vet det [↓andersson-2001] och utgår"))),
        ReadingFault(
            "duplicate-id", "Två delar har samma adress. Byt id på den ena.", en: "Two parts have the same address. Change the id of one."),
        ReadingFault(
            "former-address", "Delen har bytt namn. Den gamla adressen fungerar, men skriv den nya. styrdok check --fix gör det.",
            en: "The part was renamed. The old address works, but write the new one; styrdok check --fix does."),
        ReadingFault(
            "wrong-kind", "Adressen leder till fel slags del, till exempel en roll där en teori väntas.", en: "The address leads to the wrong kind of part, such as a role where a theory is expected.",
            Rule.Example("program/teorier/tillfalle.md", ("områden: [fokusomrade:torget]", "områden: [↓kapitel:start]"))),
        ReadingFault(
            "misplaced-block", "En tabell, en figur, en lista eller ett register kan bara stå ensamt i ett eget stycke av ett kapitels löptext, och en fotnot bara i löptexten.",
            en: "A table, figure, list or register can only stand alone in a paragraph of a chapter's running text, and a footnote only in running text.",
            Rule.Example(start, ("Vi utgår", "Vi ser <↓register:begrepp> och utgår"))),
        ReadingFault(
            "unknown-block", "Texten placerar en tabell, figur eller ett register som filens översta del inte har.", en: "The text places a table, figure or register that the top part of the file lacks.",
            Rule.Example(start, ("Vi utgår", "<↓tabell:platser>\n\nVi utgår"))),
    ]

    private static let submitted = [
        ReadingFault("bad-viewpoint-id", "Synpunktens id i svarsfilen är inte skrivet som formuläret skriver det.", en: "A viewpoint's id is not as the form writes it."),
        ReadingFault("viewpoint-unique", "Två synpunkter har samma id. Byt id på den ena.", en: "Two viewpoints have the same id. Change one."),
        ReadingFault("text-too-long", "En text i svaret är längre än formuläret tillåter. Be instansen korta den.", en: "A text in the response is longer than the form allows."),
        ReadingFault("too-many-viewpoints", "Svaret har fler synpunkter än formuläret tillåter.", en: "The response has more viewpoints than the form allows."),
        ReadingFault(
            "other-edition", "Svaret gäller en annan upplaga än den som remitterades. Jämför upplagorna innan svaret tas in.", en: "The response is to another edition than the one sent out. Compare them first."),
    ]
}
