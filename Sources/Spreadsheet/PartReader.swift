import Foundation
import FoundationXML

/// Reads one XML file of a workbook, element by element; a subclass says what it takes from it.
///
/// Names come without their prefix: some programs write `x:row` for `row`, and the strict form
/// of the format has namespaces of its own.
class PartReader: NSObject, XMLParserDelegate {
  /// What the subclass found wrong.
  private(set) var problem: SheetProblem?

  private var stream: PartStream?
  private weak var parser: XMLParser?

  /// An element begins.
  func start(_ name: String, _ attributes: [String: String]) {}

  /// Text, or a piece of it, in the innermost open element.
  func text(_ text: String) {}

  /// An element ends.
  func end(_ name: String) {}

  /// Reads the whole part, or up to `stop()`.
  final func read(_ entry: ZipEntry) throws(SheetProblem) {
    let stream = PartStream(entry)
    let parser = XMLParser(stream: stream)
    parser.shouldProcessNamespaces = false
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    self.stream = stream
    self.parser = parser
    let isComplete = parser.parse()
    self.stream = nil
    if let problem = problem ?? stream.problem { throw problem }
    if stream.isStopped { return }
    // The parser calls a text that breaks off complete, but has an error then.
    guard isComplete, parser.parserError == nil else { throw .damaged(part: entry.name) }
  }

  /// Ends the reading: the rest is not needed.
  final func stop() {
    stream?.isStopped = true
    parser?.abortParsing()
  }

  /// Ends the reading with a problem.
  final func fail(_ problem: SheetProblem) {
    self.problem = self.problem ?? problem
    stop()
  }

  /// A name without its prefix.
  static func local(_ name: String) -> String {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }

  final func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if problem == nil { start(Self.local(name), attributes) }
  }

  final func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if problem == nil { end(Self.local(name)) }
  }

  final func parser(_ parser: XMLParser, foundCharacters string: String) {
    if problem == nil { text(string) }
  }

  final func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if problem == nil { text(String(decoding: block, as: UTF8.self)) }
  }
}
