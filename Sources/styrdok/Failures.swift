import ArgumentParser
import Compiler
import Diagnostics
import Publishing
import Reading
import Rendering

/// The files of a content folder; says why and ends when the system refuses.
func readContent(_ folder: String) throws -> ContentFiles {
    do {
        return try ContentFiles.read(root: folder)
    } catch let error as ContentError {
        say(error.description)
        throw Exit.environment
    }
}

/// Says what the environment refused, and ends with its exit code.
func reportingFailures(in target: String, _ work: () throws -> Void) throws {
    do {
        try work()
    } catch let error as MissingTemplate {
        say("Mallen \(error.path) saknas.")
        throw Exit.environment
    } catch let error as TemplateError {
        say(error.description)
        throw Exit.environment
    } catch PublishingError.locked(let holder) {
        say("Ett annat bygge håller på i \(target) (process \(holder.isEmpty ? "okänd" : holder)). Vänta tills det är klart.")
        throw Exit.locked
    } catch PublishingError.foreignFolder(let path) {
        say("\(path) innehåller filer som inget bygge har gjort. Välj en tom mapp med --output.")
        throw Exit.environment
    } catch PublishingError.failed(let path, let number) {
        say("\(path) gick inte att skriva: \(systemReason(number)). Det gamla bygget står kvar.")
        throw Exit.environment
    }
}
