import Rendering
import Synchronization
import Tools

/// The program that lays graphs out for the pictures. Without it everything else is still written.
package final class Graphviz: Sendable {
    private let tool: ExternalTool
    private let problem = Mutex<ExternalTool.Failure?>(nil)

    package init(program: String = "dot", seconds: Int = 30) {
        tool = ExternalTool(program, seconds: seconds)
    }

    package func layOut(_ diagrams: [Diagram]) -> [DiagramLayout]? {
        do throws(ExternalTool.Failure) {
            let answer = try tool.run(["-Tplain"], input: DiagramLayout.graphs(diagrams))
            guard let layouts = DiagramLayout.read(answer, diagrams) else { throw .failed(tool.name, said: "svaret gick inte att tyda") }
            return layouts
        } catch {
            problem.withLock { $0 = error }
            return nil
        }
    }

    /// Why there are no pictures, and what to do about it; nil while nothing has failed.
    package var failure: String? {
        switch problem.withLock({ $0 }) {
        case nil: nil
        case .missing(let name)?: "Programmet \(name) saknas; det följer med Graphviz: apt install graphviz."
        case .slow(let name, let seconds)?: "Programmet \(name) blev inte klart på \(seconds) \(seconds == 1 ? "sekund" : "sekunder")."
        case .failed(let name, let said)?: "Programmet \(name) kunde inte ordna bilderna: \(said)"
        }
    }
}
