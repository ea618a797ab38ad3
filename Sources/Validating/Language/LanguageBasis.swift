import Diagnostics
import Model

/// What the rules on language know of an edition beside its texts: its names, words and limits. They are given nothing
/// else of it, so that what they say of one file follows from this and the file alone.
package struct LanguageBasis: Sendable {
    /// Something with a title, and what else it is called.
    struct Named: Sendable {
        let address: Address
        let title: String
        let others: [String]
    }

    /// A word that a concept asks to avoid.
    struct Avoided: Sendable {
        let word: Located<String>
        let concept: Address
        let title: String
    }

    /// A law that doesn't apply on the day.
    struct LapsedLaw: Sendable {
        let address: Address
        let title: String
        let designation: String?
        /// Key of the source that its entry names first.
        let source: String?
    }

    let title: String
    /// The day to judge as of, as it is written.
    let day: String?
    let wordsOnOtherDocument: Int?
    let wordsInASentence: Int?
    let readability: Int?
    /// Terms of the profile that are no concept here.
    let undefinedTerms: [Located<String>]
    /// Words for documents that name none: `handlingsplan`.
    let generalDocumentWords: [String]
    let documents: [Named]
    let concepts: [Named]
    let avoided: [Avoided]
    let externalRoles: [Named]
    let lapsedLaws: [LapsedLaw]
    /// Numbers of laws in the register and among the sources.
    let lawNumbers: [String]
    /// The programme's word list.
    let words: [String]
    /// Texts whose words are right since the programme names things so: short names, synonyms, people of sources.
    let ownTexts: [String]

    package init(_ catalog: ResolvedCatalog) {
        let profile = catalog.edition.programme.required
        let (roles, concepts, documents) = (catalog.all(Role.self), catalog.all(Concept.self), catalog.all(SteeringDocument.self))
        let bibliography = catalog.catalog.bibliography
        title = catalog.edition.programme.title?.value ?? ""
        day = catalog.day?.text
        wordsOnOtherDocument = profile.limits.wordsOnOtherDocument?.value.value
        wordsInASentence = profile.limits.wordsInASentence?.value.value
        readability = profile.limits.readability?.value.value
        let defined = profile.terms.isEmpty ? [] : Set(concepts.flatMap { [$0.element.title.value.lowercased()] + $0.content.synonyms.map { $0.value.lowercased() } })
        undefinedTerms = profile.terms.filter { !defined.contains($0.value.lowercased()) }
        generalDocumentWords = profile.generalDocumentWords.map(\.value)
        self.documents = documents.map { Named(address: $0.element.address, title: $0.element.title.value, others: $0.content.shortNames.map(\.value)) }
        self.concepts = concepts.map { Named(address: $0.element.address, title: $0.element.title.value, others: $0.content.synonyms.map(\.value)) }
        avoided = concepts.flatMap { concept in
            concept.content.avoided.map { Avoided(word: $0, concept: concept.element.address, title: concept.element.title.value) }
        }
        externalRoles = roles.filter(\.content.isExternal).map {
            Named(address: $0.element.address, title: $0.element.title.value, others: $0.content.shortNames.map(\.value))
        }
        lapsedLaws = documents.filter { $0.content.documentKind?.value == .law && $0.content.validity(on: catalog.day) != .applies }.map {
            LapsedLaw(
                address: $0.element.address, title: $0.element.title.value, designation: $0.content.designation?.value,
                source: $0.content.sources.first.flatMap { catalog.entry(of: $0) }.map { catalog[$0].key.value })
        }
        let numbers = bibliography.map { $0.number.hasPrefix("SFS ") ? String($0.number.dropFirst(4)) : $0.number }
        lawNumbers = documents.compactMap(\.content.designation?.value) + numbers.filter { !$0.isEmpty }
        words = catalog.edition.words.map(\.value)
        var own = roles.flatMap { $0.content.shortNames.map(\.value) }
        for concept in concepts { own += (concept.content.synonyms + concept.content.avoided).map(\.value) }
        for document in documents { own += document.content.shortNames.map(\.value) }
        for entry in bibliography { own += (entry.authors + entry.editors).map { $0.literal.isEmpty ? $0.family : "\($0.family) \($0.literal)" } }
        ownTexts = own
    }
}

extension LanguageBasis {
    /// - Note: the places of terms and words are not kept: what is found anew is told by a whole run.
    package func keep(_ writer: inout KeptWriter) {
        writer.text(title)
        writer.texts(day.map { [$0] } ?? [])
        for limit in [wordsOnOtherDocument, wordsInASentence, readability] { writer.optional(limit) }
        writer.texts(undefinedTerms.map(\.value))
        writer.texts(generalDocumentWords)
        for things in [documents, concepts, externalRoles] { writer.list(things) { $1.keep(&$0) } }
        writer.list(avoided) { writer, avoided in
            writer.text(avoided.word.value)
            writer.text("\(avoided.concept)")
            writer.text(avoided.title)
        }
        writer.list(lapsedLaws) { writer, law in
            writer.text("\(law.address)")
            writer.text(law.title)
            writer.texts(law.designation.map { [$0] } ?? [])
            writer.texts(law.source.map { [$0] } ?? [])
        }
        for texts in [lawNumbers, words, ownTexts] { writer.texts(texts) }
    }

    package init(kept reader: inout KeptReader) throws(KeptReader.Damaged) {
        let nowhere = SourceRange.top(of: FileID(0))
        title = try reader.text()
        day = try reader.texts().first
        wordsOnOtherDocument = try reader.optional()
        wordsInASentence = try reader.optional()
        readability = try reader.optional()
        undefinedTerms = try reader.texts().map { Located($0, at: nowhere) }
        generalDocumentWords = try reader.texts()
        documents = try reader.list { (reader) throws(KeptReader.Damaged) in try Named(kept: &reader) }
        concepts = try reader.list { (reader) throws(KeptReader.Damaged) in try Named(kept: &reader) }
        externalRoles = try reader.list { (reader) throws(KeptReader.Damaged) in try Named(kept: &reader) }
        avoided = try reader.list { (reader) throws(KeptReader.Damaged) in
            Avoided(word: Located(try reader.text(), at: nowhere), concept: try reader.address(), title: try reader.text())
        }
        lapsedLaws = try reader.list { (reader) throws(KeptReader.Damaged) in
            LapsedLaw(address: try reader.address(), title: try reader.text(), designation: try reader.texts().first, source: try reader.texts().first)
        }
        lawNumbers = try reader.texts()
        words = try reader.texts()
        ownTexts = try reader.texts()
    }
}

extension LanguageBasis.Named {
    fileprivate func keep(_ writer: inout KeptWriter) {
        writer.text("\(address)")
        writer.text(title)
        writer.texts(others)
    }

    fileprivate init(kept reader: inout KeptReader) throws(KeptReader.Damaged) {
        self.init(address: try reader.address(), title: try reader.text(), others: try reader.texts())
    }
}
