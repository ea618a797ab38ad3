extension Rule.Example {
    /// A small programme that is right in itself and has something of everything that rules judge; an example's files
    /// take the place of those with the same path.
    package static let surroundings: [String: String] = [
        "styrdok.yaml": "namn: Exempel\nspråk: sv\nbedömningsdag: 2026-01-31\ndokument: [program]\nremisser: [remiss]\n",
        "referenser.json": """
            [
              { "id": "andersson-2001", "type": "book", "title": "Om brott", "author": [{ "family": "Andersson", "given": "Ada" }], "issued": { "date-parts": [[2001]] } },
              { "id": "berg-2015", "type": "article-journal", "title": "Torg och trygghet", "container-title": "Tidskrift för trygghet", "author": [{ "family": "Berg", "given": "Bo" }], "issued": { "date-parts": [[2015]] } },
              { "id": "exempelkommun-2020", "type": "report", "title": "Plan för trygghet", "author": [{ "literal": "Exempelkommun" }], "issued": { "date-parts": [[2020]] } },
              { "id": "kommunallagen", "type": "legislation", "title": "Kommunallag", "number": "2017:725", "issued": { "date-parts": [[2017]] } },
              { "id": "polisen-2020", "type": "report", "title": "Lägesbild", "author": [{ "literal": "Polismyndigheten" }], "issued": { "date-parts": [[2020]] } }
            ]

            """,
        "program/program.yaml": """
            titel: Program för Exempelkommun
            status: utkast
            period: { från: 2026, till: 2029 }
            beslutsinstans: Kommunfullmäktige
            även: [Kommunens brottsförebyggande program]
            ersätter-inget: Programmet är kommunens första.
            gäller-för: [roll:namnden, roll:styrelsen]
            läsordning:
              - kapitel:start
              - kapitel:ramverk
              - kapitel:dokument
              - kapitel:konflikter
              - kapitel:lasanvisning
              - fokusomrade:torget
              - kapitel:grova-brott
            kräver:
              teorier: [teori:tillfalle]
              styrdokument: [styrdokument:trygghetsplanen]
              perspektiv: [perspektiv:barn]
              delar: [konflikt:buskar, konfliktsteg:besluta]
              kapitel:
                - { adress: kapitel:ramverk, krav: R19, samlar: [teori] }
                - { adress: kapitel:dokument, krav: R25, samlar: [styrdokument] }
                - { adress: kapitel:lasanvisning, krav: R43, före: fokusomrade, förklarar: [Tvingande, Miniminivå] }
                - { adress: kapitel:grova-brott, krav: R44, delar: [Kommunens del, Gräns], källa: ja }
              organtyper: [nämnd, kommunstyrelse]
              externa-parter: [roll:polisen]
              styrmodell: styrdokument:styrmodellen
              lånade-begrepp: [begrepp:utsatt-omrade]
              avgränsade-begrepp: [begrepp:brottsforebyggande-arbete]
              finansiering-per-part: [konflikt:buskar]
              rapportväg: [konflikt:buskar]
              led: [stadsmiljö]
              lärande: [utvärdering]
              forum-på-nivå: [central]
              kommunikation-på-nivå: [central, lokal]
              ingripande-ord: [kamera]
              allmänna-dokumentord: [samarbetsprogrammet]
              termer: [otrygghet]
              gränser: { ord-om-annat-dokument: 60, år-för-forskning: 2, aktörer-på-plats: 2, ord-i-mening: 30, lix: 60 }

            """,
        "program/kapitel/start.md": """
            ---
            titel: Start
            ---
            Vi utgår från [teorin om tillfällen](teori:tillfalle) och följer <styrdokument:trygghetsplanen>.

            """,
        "program/kapitel/ramverk.md": """
            ---
            titel: Teoretiskt ramverk
            krav: [R19]
            ---
            Här står kommunens teorier.

            <register:teori>

            """,
        "program/kapitel/dokument.md": """
            ---
            titel: Andra styrdokument
            ---
            Kommunen följer de här dokumenten, bland dem [kommunallagen](styrdokument:kommunallagen) och <styrdokument:styrmodellen>.

            <register:styrdokument>

            """,
        "program/kapitel/konflikter.md": """
            ---
            titel: Konflikter
            ---
            När mål krockar gäller arbetsgången.

            <register:konfliktsteg>

            <register:konflikt>

            """,
        "program/kapitel/lasanvisning.md": """
            ---
            titel: Läsanvisning
            ---
            **Tvingande** betyder att nämnden följer arbetssättet. **Miniminivå** är det minsta som görs.

            """,
        "program/kapitel/grova-brott.md": """
            ---
            titel: Grova brott
            ---
            ## Kommunens del

            Kommunen stödjer den som vill lämna ett gäng [@andersson-2001].

            ## Gräns

            Att utreda brott är statens uppgift [@kommunallagen, 2 kap. 2 §].

            """,
        "program/fokusområden/torget.md": """
            ---
            titel: Torget
            syfte: Torget är tryggt att gå över.
            teorier: [teori:tillfalle]
            teorins-roll: Teorin visar vad som kan ändras på torget.
            arbetssätt: [arbetssatt:platsmote, arbetssatt:stadning]
            block:
              - { slag: problemområde, titel: Mörkret, text: Det är mörkt på torget. }
              - { slag: exempel, titel: Lyktan, text: Kommunen tände en lykta 2020. }
            verksamheter-och-ansvar: Nämnden sköter torget.
            samverkan: Nämnden möter polisen varje månad.
            uppföljning: Nämnden räknar felanmälningar.
            kommunikation: Nämnden skyltar vem som sköter torget.
            forskning: { läge: Kunskapen om torg är liten., per: 2025-06-01, ansvarig: [roll:namnden] }
            agenda-2030: ["Mål 11: alla kan använda torget."]
            ---

            """,
        "program/teorier/tillfalle.md": """
            ---
            titel: Tillfällen
            kärna: Brott kräver ett tillfälle.
            förklarar: Var brott sker.
            begränsning: Säger inget om varför någon begår brott.
            varför: Kommunen råder över många tillfällen.
            områden: [fokusomrade:torget]
            källor:
              ursprung: [andersson-2001]
              nyare: [berg-2015]
            ---

            """,
        "program/begrepp/utsatt-omrade.md": """
            ---
            titel: Utsatt område
            definition: Område som polisen har klassat som utsatt.
            kriterier: [Kriminella påverkar lokalsamhället.]
            ägare: [roll:polisen]
            version: Polisens rapport 2020
            källor: [polisen-2020]
            ---

            """,
        "program/begrepp/brottsforebyggande-arbete.md": """
            ---
            titel: Brottsförebyggande arbete
            definition: Arbete som minskar brott.
            omfattar: [Att tända lyktor.]
            omfattar-inte: [Att utreda brott.]
            synonymer: [brottsprevention]
            undvik: [kriminalprevention]
            källor: [exempelkommun-2020]
            ---

            """,
        "program/styrdokument.yaml": """
            - id: trygghetsplanen
              titel: Plan för trygghet
              slag: plan
              ägare: Kommunstyrelsen
              status: gäller
              status-per: 2026-01-31
              betydelse: Anger var kommunen börjar.
              används: I starten.
              källor: [exempelkommun-2020]
            - id: kommunallagen
              titel: Kommunallagen
              slag: lag
              ägare: Riksdagen
              status: gäller
              status-per: 2026-01-31
              från: 2018-01-01
              beteckning: "2017:725"
              betydelse: Drar den yttre gränsen.
              används: I uppdragen.
              källor: [kommunallagen]
            - id: styrmodellen
              titel: Kommunens styrmodell
              slag: intern styrning
              ägare: Kommunstyrelsen
              status: gäller
              status-per: 2026-01-31
              betydelse: Anger när arbetet planeras.
              används: I uppdragen.
              källa-saknas: Modellen är ett internt dokument.

            """,
        "program/mål.yaml": """
            - id: tryggt-torg
              titel: Tryggt torg
              lydelse: Alla går tryggt över torget.
              nivå: program
              målår: 2029
              utgångsvärde: 60 procent
              utgångsår: 2025
              indikator: Andelen trygga på torget.
              datakälla: Kommunens enkät.
              ansvarig: [roll:namnden]
              intervall: varje år
            - id: tryggt-norr
              titel: Tryggt i norr
              lydelse: Alla går tryggt över norra torget.
              nivå: lokalt
              målår: inget målår
              utgångsvärde: 50 procent
              utgångsår: 2025
              indikator: Andelen trygga på norra torget.
              datakälla: Kommunens enkät.
              ansvarig: [roll:namnden]
              intervall: vartannat år
              programmål: [mal:tryggt-torg]
              lägesbild: Nämndens lägesbild från 2025.
              orsaksanalys: Nämndens analys från 2025.

            """,
        "program/roller.yaml": """
            - { id: namnden, titel: Tekniska nämnden, nivå: lokal, slag: organ, organtyp: nämnd, uppgift: Sköter torget. }
            - { id: styrelsen, titel: Kommunstyrelsen, nivå: central, slag: organ, organtyp: kommunstyrelse, uppgift: Leder arbetet. }
            - id: samordnaren
              titel: Samordnare i nämnden
              nivå: lokal
              slag: funktion
              organtyp: nämnd
              uppgift: Håller ihop arbetet.
              mandat: Kallar till möte.
            - id: samordnaren-centralt
              titel: Samordnare hos styrelsen
              nivå: central
              slag: funktion
              organtyp: kommunstyrelse
              uppgift: Håller ihop nämndernas arbete.
              mandat: Kallar samordnarna.
            - { id: polisen, titel: Polismyndigheten, nivå: extern, slag: extern part, kallas: [polisen], uppgift: Förebygger och utreder brott. }

            """,
        "program/uppdrag.yaml": """
            - id: samordna
              titel: Samordna på torget
              bärare: [roll:namnden]
              slag: samordning
              handling: Nämnden samlar dem som har ansvar på torget.
              föremål: Arbetet på torget.
              mål: [mal:tryggt-torg]
              gräns:
                beslutar: [Nämndens egna insatser.]
                samordnar: [Styrelsens insatser.]
                utanför: [Polisens insatser.]
              rådighet: delvis
              ägare: [roll:polisen]
              tillåtna-handlingar: [kalla till möte]
              huvudman: kommun
              lagstöd:
                stöd: ["[Kommunallagen](styrdokument:kommunallagen)."]
                per: 2026-01-31
              resurs:
                avsatt: ja
                funktion: En samordnare.
                omfattning: Halvtid.
                finansiering: Nämndens budget.
              planering: Verksamhetsplanen enligt <styrdokument:styrmodellen>.
              uppföljning: Verksamhetsberättelsen.
              krav: [R5]
            - id: leda
              titel: Leda arbetet
              bärare: [roll:styrelsen]
              slag: styrning
              handling: Styrelsen beslutar om arbetet i kommunen.
              föremål: Kommunens arbete.
              mål: [mal:tryggt-torg]
              gräns: { beslutar: [Kommunens forum.], utanför: [Nämndens budget.] }
              rådighet: ja
              huvudman: kommun
              lagstöd: { saknas: Ingen lag pekar ut styrelsen., per: 2026-01-31 }
              planering: Budgeten enligt <styrdokument:styrmodellen>.
              uppföljning: Årsredovisningen.
            - id: halla-ihop
              titel: Hålla ihop
              bärare: [roll:samordnaren, roll:samordnaren-centralt]
              slag: samordning
              handling: Samordnaren förankrar arbetet.
              föremål: Den egna organisationen.
              mål: [mal:tryggt-torg]
              gräns: { beslutar: [Dagordningen.], samordnar: [Enheternas insatser.], utanför: [Medel och personal.] }
              rådighet: ja
              huvudman: kommun
              lagstöd: { saknas: Ingen lag pekar ut samordnaren., per: 2026-01-31 }
              resurs: { avsatt: nej, funktion: Samordnaren., omfattning: Inte fastställd., finansiering: Inte avsatt. }
              planering: Verksamhetsplanen enligt <styrdokument:styrmodellen>.
              uppföljning: Verksamhetsberättelsen.
            - id: lyfta
              titel: Lyfta frågor
              bärare: [roll:namnden]
              slag: samverkan
              handling: Nämnden tar initiativ och lyfter frågan vidare.
              föremål: Frågor som polisen råder över.
              mål: [mal:tryggt-torg]
              gräns: { beslutar: [Nämndens egen medverkan.], utanför: [Polisens val av åtgärd.] }
              rådighet: nej
              ägare: [roll:polisen]
              tillåtna-handlingar: [ta initiativ, informera, lyfta vidare]
              huvudman: kommun
              lagstöd: { saknas: Ingen lag kräver det., per: 2026-01-31 }
              planering: Verksamhetsplanen enligt <styrdokument:styrmodellen>.
              uppföljning: Verksamhetsberättelsen.
            - id: sprida
              titel: Sprida kunskap
              bärare: [roll:styrelsen]
              slag: kunskapsspridning
              handling: Styrelsen går varje år igenom klassningen med nämnden.
              föremål: Klassningen.
              mål: [mal:tryggt-torg]
              gräns: { beslutar: [Genomgångens innehåll.], utanför: [Polisens klassning.] }
              rådighet: ja
              huvudman: kommun
              lagstöd: { saknas: Ingen lag kräver det., per: 2026-01-31 }
              planering: Budgeten enligt <styrdokument:styrmodellen>.
              uppföljning: Årsredovisningen.
              begrepp: [begrepp:utsatt-omrade]
            - id: beratta-centralt
              titel: Berätta i kommunen
              bärare: [roll:styrelsen]
              slag: kommunikation
              handling: Styrelsen berättar om arbetet.
              föremål: Arbetet i kommunen.
              mål: [mal:tryggt-torg]
              gräns: { beslutar: [Styrelsens egna texter.], utanför: [Polisens texter.] }
              rådighet: ja
              huvudman: kommun
              lagstöd: { saknas: Ingen lag kräver det., per: 2026-01-31 }
              planering: Budgeten enligt <styrdokument:styrmodellen>.
              uppföljning: Årsredovisningen.
            - id: beratta-lokalt
              titel: Berätta på torget
              bärare: [roll:namnden]
              slag: kommunikation
              handling: Nämnden skyltar på torget.
              föremål: Torget.
              mål: [mal:tryggt-torg]
              gräns: { beslutar: [Nämndens egna skyltar.], utanför: [Butikernas skyltar.] }
              rådighet: ja
              huvudman: kommun
              lagstöd: { saknas: Ingen lag kräver det., per: 2026-01-31 }
              planering: Verksamhetsplanen enligt <styrdokument:styrmodellen>.
              uppföljning: Verksamhetsberättelsen.

            """,
        "program/arbetssätt.yaml": """
            - id: platsmote
              titel: Platsmöte
              beskrivning: Alla som sköter torget möts.
              skyldighet: tvingande
              slag: socialt
              led: [stadsmiljö]
              områden: [fokusomrade:torget]
            - id: stadning
              titel: Städning
              beskrivning: Torget städas.
              skyldighet: miniminivå
              slag: fysiskt
              kopplas-till: [arbetssatt:platsmote]
            - id: kamera
              titel: Kamera på torget
              beskrivning: Torget bevakas på natten.
              skyldighet: exempel
              slag: fysiskt
              kopplas-till: [arbetssatt:platsmote]
              ingripande:
                nödvändighet: Annat har prövats.
                proportionalitet: Bara natten bevakas.
                laglighet: Avvägningen är skriven.

            """,
        "program/orsaker.yaml": """
            - id: morker
              titel: Mörker
              beskrivning: Torget är mörkt.
              nivå: lokal
              rådighet: ja
              källor: [berg-2015]
              bedömning: nej
              åtgärder: [atgard:lyktor]

            """,
        "program/åtgärder.yaml": """
            - id: lyktor
              titel: Lyktor
              beskrivning: Nämnden sätter upp lyktor.
              problem: [orsak:morker]
              område: [fokusomrade:torget]
              ansvarig: [roll:namnden]
              indikator: Antalet lyktor som lyser.
              metod: Räkning varje kväll.
              uppföljningsdatum: varje år i maj

            """,
        "program/konflikter.yaml": """
            - id: buskar
              titel: Buskar
              beskrivning: Buskar skymmer sikten och hyser fåglar.
              parter: [De som går över torget., Naturvården.]
              regler:
                - { regel: "[Kommunallagen](styrdokument:kommunallagen).", bindande: ja }
                - { regel: Nämndens skötselplan., bindande: nej }
              beslutsägare: [roll:namnden]
              tills-beslut: Buskarna står kvar.
              ansvar-och-finansiering:
                - { part: Nämnden, ansvar: Klipper., finansiering: Nämndens budget. }
              rapportväg: Nämnden skriver till styrelsen.

            """,
        "program/konflikthantering.yaml": """
            - { id: besluta, titel: Besluta, gör: Den som råder över frågan beslutar., ansvarig: [roll:namnden] }

            """,
        "program/stödvägar.yaml": """
            - id: polisen
              titel: Stödväg till polisen
              part: [roll:polisen]
              när: Polisen deltar inte.
              steg:
                - gör: Ring kommunpolisen.
                  nivå: lokal
                  kontakt: Samordnaren.
                  tidsgräns: en vecka
                  beslutsfattare: [roll:samordnaren]
                  återkoppling: Svar till nämnden.
                - gör: Lyft frågan till styrelsen.
                  nivå: central
                  kontakt: Samordnaren hos styrelsen.
                  tidsgräns: en månad
                  beslutsfattare: [roll:styrelsen]
                  återkoppling: Skriftligt svar till nämnden.

            """,
        "program/platsfunktioner.yaml": """
            - id: skotsel
              titel: Skötsel
              innebörd: Städar och lagar.
              huvudansvarig: [roll:namnden]
              medverkande: [roll:styrelsen, roll:polisen]

            """,
        "program/samordning.yaml": """
            - id: torgforum
              titel: Torgforum
              innehåll: Parterna går igenom läget.
              nivå: central
              deltagare: [roll:styrelsen, roll:namnden]
              frekvens: varje månad
              underlag: Felanmälningarna.
              resultat: En lista med vem som gör vad.
              stödfunktion: Samordnaren hos styrelsen.

            """,
        "program/lärande.yaml": """
            - id: utvardering
              titel: Utvärdering
              slag: utvärdering
              innehåll: Visar vad som har blivit gjort.
              ansvarig: [roll:styrelsen]
              intervall: varje år
              förebild: Kommunens arbete med trafiken.

            """,
        "program/perspektiv.yaml": """
            - id: barn
              titel: Barn
              innebörd: Barn kan leka på torget.
              uppdrag: [uppdrag:samordna]
              uppföljning: Barnens svar redovisas för sig.

            """,
        "remisser/remiss/remiss.yaml": """
            titel: Program för Exempelkommun
            dokument: program
            remissinstanser:
              - { id: byalaget, namn: Byalaget, typ: organisation, svarsläge: inkommet }

            """,
        "remisser/remiss/svar/byalaget.yaml": """
            respondent: byalaget
            diarienummer: B 1
            hållning: tillstyrker
            sammanfattning: Byalaget tycker om torget.
            synpunkter:
              - id: B-1
                underlag: V1
                gäller: [uppdrag:samordna]
                hållning: önskar
                slag: förtydligande
                önskan: Säg vem som städar.
                krav: [R5]
              - id: B-2
                hållning: neutral
                slag: fakta
                bekymmer: Torget är mörkt.
                per: 2026

            """,
    ]

    /// The entries that the example changes, as they stand in it or, right, in the surroundings.
    package func excerpts(right: Bool) -> [(path: String, lines: [Substring])] {
        files.sorted { $0.key < $1.key }.map { path, text in
            let ours = text.split(separator: "\n", omittingEmptySubsequences: false)
            let theirs = (Self.surroundings[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            let same = zip(ours, theirs).prefix { $0 == $1 }.count
            let sameAtEnd = zip(ours.reversed(), theirs.reversed()).prefix { $0 == $1 }.count
            let lines = right ? theirs : ours
            guard Self.surroundings[path] != nil || !right else { return (path, []) }
            // The whole entry of a register; some lines around in other files.
            let isRegister = lines.first?.hasPrefix("- ") == true
            let first = isRegister ? lines[...min(same, lines.count - 1)].lastIndex { $0.hasPrefix("- ") } ?? 0 : max(0, same - 3)
            let changedEnd = max(min(same, lines.count), lines.count - sameAtEnd)
            let last = isRegister ? lines[changedEnd...].firstIndex { $0.hasPrefix("- ") } ?? lines.count : min(lines.count, changedEnd + 3)
            guard first < last else { return (path, []) }
            var shown = Array(lines[first..<last])
            while shown.last == "" { shown.removeLast() }
            return (path, (first > 0 ? ["…"] : []) + shown + (lines[last...].contains { !$0.isEmpty } ? ["…"] : []))
        }
    }
}
