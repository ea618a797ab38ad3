/// Numbers and lists as words in the sentences that tell what a picture shows.
package enum PictureText {
    private static let words = ["inga", "", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]

    /// `ett mål`, `två mål`, `13 mål`, `inga mål`.
    package static func count(_ number: Int, _ one: String, _ many: String) -> String {
        switch number {
        case 1: one
        case words.indices: "\(words[number]) \(many)"
        default: "\(number) \(many)"
        }
    }

    /// `A`, `A och B`, `A, B och C`.
    package static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " och " + last
    }
}
