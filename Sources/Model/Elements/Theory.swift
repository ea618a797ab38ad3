import Diagnostics

/// A theory (teori) that the work starts from.
package struct Theory: ElementContent {
    package static let elementKind = ElementKind.theory
    package var core: Prose?
    package var explains: Prose?
    package var limitation: Prose?
    package var reason: Prose?
    package var areas: [Link<FocusArea>] = []
    package var sources: TheorySources?

    package init() {}

    package static let fields: [Field<Theory>] = [
        Field("kärna", "Kärna", \.core, help: "Vad teorin säger, i en eller två meningar med källhänvisning."),
        Field(
            "förklarar", "Förklarar", \.explains,
            help: "Vilken fråga teorin svarar på: varför brott samlas på vissa platser. Det visar när den går att använda."),
        Field(
            "begränsning", "Begränsning och kritik", \.limitation,
            help: "Vad teorin inte förklarar och vilken kritik som finns. Utan det går den inte att ifrågasätta."),
        Field(
            "varför", "Varför utgångspunkt", \.reason,
            help: "Varför just den här teorin är en utgångspunkt för programmet. Upprepa inte kärnan; säg vad kommunen har för nytta av den."),
        Field("områden", "Tillämpas inom", \.areas, help: "Adresser till de fokusområden där teorin tillämpas: [fokusomrade:offentlig-miljo]."),
        Field("källor", "Källor", \.sources, help: "Teorins källor, delade efter vad de visar. Utan källa går valet av teori inte att granska."),
    ]
}

/// The sources of a theory by what they do for it.
package struct TheorySources: Record {
    package var original: [Citation] = []
    package var newer: [Citation] = []
    package var critical: [Citation] = []

    package init() {}

    package static let fields: [Field<TheorySources>] = [
        Field("ursprung", "Ursprung", \.original, help: "Nycklar till verken där teorin lades fram: [cohen-felson-1979]."),
        Field(
            "nyare", "Nyare och empiriska", \.newer,
            help: "Nycklar till senare forskning som har prövat teorin. De visar vad man har kommit fram till sedan dess."),
        Field("kritik", "Kritiska", \.critical, help: "Nycklar till verk som ifrågasätter teorin eller visar var den inte räcker."),
    ]
}
