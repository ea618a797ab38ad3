extension BibliographyEntry {
    /// Web pages carry no date of their own, and an entry may say in its note that the year isn't known (`utan år`).
    package var mayLackYear: Bool {
        type == "webpage" || note.contains("utan år")
    }
}
