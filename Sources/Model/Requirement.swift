/// Something that a programme must fulfil (krav): what stood behind it, and what only a person can judge.
package struct Requirement: Sendable {
    /// The parts of the list.
    package enum Section: String, CaseIterable, Sendable {
        case validity = "Giltighet och styrning"
        case assignments = "Uppdrag, gräns och lag"
        case goals = "Mål och begrepp"
        case theory = "Teori"
        case documents = "Styrdokument"
        case cooperation = "Samverkan, samordning och konflikter"
        case focusAreas = "Fokusområden"
        case perspectives = "Perspektiv, uppföljning och kommunikation"
        case responses = "Remissvar"
    }

    /// `R1` … `R55`.
    package let id: String
    package let section: Section
    /// Swedish, as a reader of the report sees it.
    package let text: String
    /// Points of the response that the requirement was drawn from; empty when it only keeps the model together.
    package let viewpoints: [String]
    /// What typed content can't show: put to the reviewer.
    package let question: String?

    init(_ number: Int, _ section: Section, _ text: String, viewpoints: [Int] = [], question: String? = nil) {
        id = "R\(number)"
        self.section = section
        self.text = text
        self.viewpoints = viewpoints.map { "V\($0)" }
        self.question = question
    }

    package static func named(_ id: String) -> Requirement? { byID[id] }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
