import Attachments
import Testing

/// Expects that a file is refused with a problem.
func expectProblem(
  _ problem: FileProblem, _ bytes: [UInt8], within limits: FileLimits = FileLimits(),
  _ location: SourceLocation = #_sourceLocation
) {
  do throws(FileProblem) {
    let clean = try CleanFile(received: bytes, within: limits)
    Issue.record("\(bytes.count) bytes were taken as \(clean.kind)", sourceLocation: location)
  } catch {
    #expect(error == problem, sourceLocation: location)
  }
}
