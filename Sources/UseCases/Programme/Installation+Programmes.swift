package import Assessment
internal import Configuration
internal import Foundation
package import Standards

extension Installation {
    /// What an edition asks of its whole programme.
    func programme(of edition: Edition) throws(Failure) -> Programme {
        let directory = try directory(ofEdition: edition.id)
        do {
            return try Programme.load(from: directory, for: edition)
        } catch {
            throw Failure(.configuration, "标准“\(edition.id)”的项目要求有误：\n\(error)")
        }
    }

    /// The same with what provinces add, compiled.
    package func programmes(of edition: Edition) throws(Failure) -> ProgrammeBook {
        let overlays = try overlays(of: edition)
        let programme = try programme(of: edition)
        do {
            return try ProgrammeBook(programme, overlays: overlays, edition: edition)
        } catch {
            throw Failure(.configuration, "标准“\(edition.id)”的项目要求有误：\n\(error)")
        }
    }
}
