import Diagnostics

/// A concept (begrepp): one definition, its owner and its limits.
package struct Concept: ElementContent {
    package static let elementKind = ElementKind.concept
    package var definition: Prose?
    package var includes: [Prose] = []
    package var excludes: [Prose] = []
    package var criteria: [Prose] = []
    package var owners: [Link<Role>] = []
    package var version: Located<String>?
    package var sources: [Citation] = []
    package var synonyms: [Located<String>] = []
    /// Words that mean the same and aren't to be used.
    package var avoided: [Located<String>] = []
    package var compare: [Link<Concept>] = []
    package var remark: Prose?

    package init() {}

    package static let fields: [Field<Concept>] = [
        Field(
            "definition", "Definition", \.definition, required: true,
            help: "Vad ordet betyder i programmet, i en eller två meningar. Texten får använda ordet bara i den betydelsen."),
        Field(
            "omfattar", "Omfattar", \.includes,
            help: "Vad som räknas till begreppet, en sak i varje post. Tillsammans med omfattar-inte drar det kommunens gräns."),
        Field(
            "omfattar-inte", "Omfattar inte", \.excludes,
            help: "Det som läsaren kan tro ingår men som inte gör det, gärna med länk till rätt begrepp. Utan gräns blir uppdraget gränslöst."),
        Field(
            "kriterier", "Kriterier", \.criteria,
            help: "Det som måste vara uppfyllt för att ordet ska få användas, en sak i varje post. Krävs för begrepp som är lånade."),
        Field(
            "ägare", "Ägs av", \.owners,
            help: "Adressen till den roll som bestämmer över begreppet: [roll:polisen]. En ägare utanför kommunen gör begreppet lånat."),
        Field(
            "version", "Version", \.version,
            help: "Vilken lydelse definitionen följer, med år: kriterier enligt polisens rapport 2017. Krävs för begrepp som är lånade."),
        Field(
            "källor", "Källor", \.sources,
            help: "Nycklar till källorna för definitionen. Är den kommunens egen skrivs det i anmärkning i stället."),
        Field("synonymer", "Synonymer", \.synonyms, help: "Andra ord som får användas för samma sak. Samma ord får inte vara namn på två begrepp."),
        Field(
            "undvik", "Undvik", \.avoided,
            help: "Ord för samma sak som texten inte ska använda, i grundform. Granskningen föreslår då begreppets eget namn."),
        Field("jämför", "Jämför", \.compare, help: "Adresser till närliggande begrepp som läsaren kan förväxla med det här."),
        Field(
            "anmärkning", "Anmärkning", \.remark,
            help: "Det som är osäkert eller inte kontrollerat, eller att definitionen är kommunens egen och därför saknar källa."),
    ]
}
