extension Requirement {
    /// The requirements drawn from the response of the Enskede-Årsta-Vantör administration, in its order.
    package static let all: [Requirement] = [
        Requirement(1, .validity, "Programmet anger period, beslutsinstans, beslutsläge, vad det ersätter och i vilken del, och vilka andra program det är.", viewpoints: [11]),
        Requirement(2, .validity, "Programmet gäller alla nämnder och bolagsstyrelser. Varje slag av organ har minst ett uppdrag.", viewpoints: [51]),
        Requirement(
            3, .validity, "Ansvar, roller, begrepp och mål är skilda delar som hänger ihop: mål har ansvariga, roller har uppdrag och uppdrag har mål.", viewpoints: [49],
            question: "Förstår två läsare i olika nämnder samma sak av ansvarsfördelningen?"),
        Requirement(4, .validity, "Arbetet ligger i den ordinarie styr- och ledningsmodellen: varje uppdrag anger när det planeras och följs upp.", viewpoints: [23]),
        Requirement(5, .assignments, "Varje uppdrag anger bärare, handling, föremål, gräns och lagstöd, eller att lagstöd saknas, med datum för rättsläget.", viewpoints: [7, 57, 61]),
        Requirement(
            6, .assignments, "Ett samordningsuppdrag har en uttrycklig gräns: vad bäraren beslutar, vad den samordnar utan att besluta och vad som ligger utanför.",
            viewpoints: [7, 29, 61, 62, 63], question: "Går gränsen att använda när två nämnder är oense, eller flyttar den bara frågan?"),
        Requirement(7, .assignments, "Saknar bäraren rådighet begränsas uppdraget till att ta initiativ, informera och lyfta vidare. Den som har rådighet namnges.", viewpoints: [62]),
        Requirement(8, .assignments, "Inget uppdrag läggs på kommunen om angelägenheten enbart är statens, regionens eller någon annans.", viewpoints: [7, 58]),
        Requirement(9, .assignments, "Brottsförebyggande arbete har en kommunal avgränsning: vad det omfattar och inte omfattar.", viewpoints: [57, 60]),
        Requirement(10, .assignments, "Rättsliga uppgifter är daterade. Inget uppdrag vilar enbart på en lag som inte gäller.", viewpoints: [54]),
        Requirement(
            11, .assignments, "Varje samordningsuppdrag anger resurs, eller att den inte är avsatt.", viewpoints: [30, 82, 84],
            question: "Är de resurser som anges rimliga för uppdraget?"),
        Requirement(12, .goals, "Varje mål har lydelse, målår, utgångsvärde med år, indikator, datakälla, ansvarig och intervall.", viewpoints: [17]),
        Requirement(13, .goals, "Lånade begrepp anger ägare, källa, version och kriterier.", viewpoints: [65, 66], question: "Framgår det att staden inte styr klassningen?"),
        Requirement(14, .goals, "Programmet säger hur kunskapen om lånade begrepp sprids: vem, till vilka och när.", viewpoints: [68, 69]),
        Requirement(
            15, .goals, "Målen har en samlad strategi: från orsak till åtgärd, ansvarig och indikator, i alla fokusområden.", viewpoints: [71],
            question: "Räcker åtgärderna tillsammans för att målet ska kunna nås?"),
        Requirement(16, .goals, "Varje orsak har nivå och källa, och det sägs om staden råder över den.", viewpoints: [70]),
        Requirement(17, .goals, "Ett begrepp har en definition och en källa, och texten använder bara de begreppen.", viewpoints: [26]),
        Requirement(18, .goals, "Lokala mål hänvisar till programmål, lokal lägesbild och orsaksanalys.", viewpoints: [24, 25]),
        Requirement(
            19, .theory, "Teorierna står i ett eget kapitel, skilda från arbetssätt, exempel, problem och metoder.", viewpoints: [73, 75],
            question: "Är det som står som teori verkligen teori, och har ingen teori hamnat bland arbetssätten?"),
        Requirement(20, .theory, "Varje teori har kärna, vad den förklarar, begränsning och områden där den tillämpas.", viewpoints: [74]),
        Requirement(21, .theory, "Varje teori har en ursprungskälla och en nyare källa, och används av något i programmet.", viewpoints: [76]),
        Requirement(22, .theory, "Varje teori har ett angivet skäl till att den är utgångspunkt.", viewpoints: [76], question: "Övertygar skälet, eller upprepar det teorins kärna?"),
        Requirement(23, .theory, "Varje verksamhetsområde har en plats för aktuell forskning, med datum och ansvarig.", viewpoints: [74]),
        Requirement(24, .theory, "Påståenden om orsak eller effekt har källa eller är märkta som bedömning.", viewpoints: [70], question: "Säger källan det som texten säger?"),
        Requirement(25, .documents, "Ett enda avsnitt samlar styrdokumenten, med namn, slag, ägare, betydelse och var de används.", viewpoints: [21, 22, 78]),
        Requirement(26, .documents, "Varje styrdokument som nämns finns i registret, har källpost eller skäl till att den saknas, och används.", viewpoints: [22]),
        Requirement(27, .documents, "Registret anger status per datum."),
        Requirement(28, .documents, "Andra dokuments innehåll återges inte i övriga kapitel.", viewpoints: [77]),
        Requirement(29, .cooperation, "Varje slag av nämnd och bolag har en samordnare med uppgift och mandat.", viewpoints: [30, 35, 43, 81]),
        Requirement(30, .cooperation, "Ansvaret på en plats visas funktion för funktion, med exakt en huvudansvarig.", viewpoints: [80, 83, 85, 86]),
        Requirement(
            31, .cooperation, "Varje extern part har en stödväg när samverkan brister, med steg, kontakt, tidsgräns, beslutsfattare och återkoppling. Sista steget är central nivå.",
            viewpoints: [9, 87, 88, 89], question: "Vet den som står på platsen vem hon ringer först?"),
        Requirement(32, .cooperation, "Mål- och intressekonflikter har ett eget kapitel, en arbetsgång i fem steg och en katalog.", viewpoints: [8, 90, 91, 92, 93, 94, 95, 99]),
        Requirement(33, .cooperation, "Varje konflikttyp anger parter, regler, beslutsägare och vad som gäller tills beslut finns.", viewpoints: [8, 91, 92, 93, 94, 95, 99]),
        Requirement(
            34, .cooperation, "Katalogen märker vilka regler som binder. Bindande regel går före programmet.", viewpoints: [8, 92, 93, 99],
            question: "Är de bindande reglerna uppfyllda i varje avvägning som programmet anvisar?"),
        Requirement(35, .cooperation, "Avhopparverksamhet anger ansvar och finansiering för varje part.", viewpoints: [96, 99]),
        Requirement(36, .cooperation, "Glapp mellan behov och ramavtal har en rapportväg till avtalsägaren.", viewpoints: [97, 99]),
        Requirement(37, .cooperation, "Det framgår hur central nivå samordnar: forum, deltagare, frekvens, underlag, resultat och stödfunktion.", viewpoints: [33, 72, 100, 104]),
        Requirement(38, .cooperation, "Programmet har en plan för utvärdering, forskning och erfarenhetsutbyte, med en förebild.", viewpoints: [100, 101, 103]),
        Requirement(39, .cooperation, "Huvudstadens särskilda förutsättningar är en egen punkt med källa.", viewpoints: [102]),
        Requirement(40, .focusAreas, "Fokusområdena har samma uppbyggnad.", viewpoints: [106, 107]),
        Requirement(
            41, .focusAreas, "Innehållsslag blandas inte: varje block har exakt ett slag.", viewpoints: [75, 108],
            question: "Stämmer varje blocks innehåll med det slag som det anger?"),
        Requirement(42, .focusAreas, "Varje arbetssätt är märkt, och varje område har minst ett tvingande arbetssätt och en miniminivå.", viewpoints: [95, 110]),
        Requirement(
            43, .focusAreas, "En läsanvisning före områdena förklarar varje märke.", viewpoints: [107, 109],
            question: "Vet en chef som läser ett område vad hon ska göra i morgon?"),
        Requirement(44, .focusAreas, "Organiserad brottslighet har ett eget avsnitt i sex delar.", viewpoints: [111]),
        Requirement(45, .focusAreas, "Bedrägerier mot välfärdssystemen har ett eget avsnitt i sex delar.", viewpoints: [112]),
        Requirement(46, .focusAreas, "Hela spännvidden har arbetssätt, från tidiga insatser till tillit. Fysiska arbetssätt kopplas till sociala.", viewpoints: [44, 45]),
        Requirement(47, .perspectives, "Varje perspektiv har uppdrag och uppföljning.", viewpoints: [20]),
        Requirement(48, .perspectives, "Varje fokusområde anger vilka globala mål det bidrar till och hur.", viewpoints: [19]),
        Requirement(49, .perspectives, "Varje åtgärd svarar mot ett problem och har indikator, metod och tid för uppföljning.", viewpoints: [25, 31]),
        Requirement(50, .perspectives, "Kommunikation har uppdrag på central och lokal nivå och en plats i varje fokusområde.", viewpoints: [48]),
        Requirement(
            51, .perspectives, "Ingripande åtgärder anger nödvändighet, proportionalitet och laglighet.", viewpoints: [32],
            question: "Håller prövningen om någon som drabbas läser den?"),
        Requirement(52, .perspectives, "Ansvaret för chefer, medarbetare och medarbetare med särskilt uppdrag anges var för sig.", viewpoints: [36, 37, 38, 39, 40, 98]),
        Requirement(
            53, .responses, "Remissvar är strukturerade och går att jämföra. Tomma huvuduppgifter redovisas.",
            question: "Går svaren att ställa bredvid varandra punkt för punkt, och syns det vad varje svar saknar?"),
        Requirement(54, .responses, "Varje synpunkt med önskan eller invändning pekar på minst ett krav.", question: "Är varje synpunkt behandlad så att den som svarade känner igen sin fråga?"),
        Requirement(
            55, .responses, "Sakuppgifter i svar har datum. Det som har blivit inaktuellt är märkt.",
            question: "Har något annat i svaret blivit inaktuellt sedan det skrevs?"),
    ]
}
