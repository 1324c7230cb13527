package import HTML
package import Kernel

/// An address of the site: the same value registers the route and builds the links to it, so a dead
/// link does not compile.
package struct SitePath<Argument: PathArgument>: Sendable {
  /// The segments before the argument.
  let before: [String]
  /// The segments behind the argument.
  let after: [String]
  /// The address as far as the argument: lists write a link a row.
  private let start: Location
  /// The address behind the argument, where there is more.
  private let end: Location?

  /// The pattern for the router, as in `/people/{argument}/record`.
  var pattern: String {
    let middle = Argument.self == NoArgument.self ? [] : ["{argument}"]
    return "/" + (before + middle + after).joined(separator: "/")
  }
}

extension SitePath where Argument == NoArgument {
  /// An address without argument.
  package init(_ segments: String...) {
    self.before = segments
    self.after = []
    self.start = Location(path: segments)
    self.end = nil
  }

  /// The address with a query.
  package func location(
    _ query: [(name: String, value: String)] = [], fragment: String? = nil
  ) -> Location {
    query.isEmpty && fragment == nil
      ? start : Location(path: before, query: query, fragment: fragment)
  }
}

extension SitePath {
  /// An address with an argument between constant segments.
  package init(_ before: String..., argument: Argument.Type, then after: String...) {
    self.before = before
    self.after = after
    self.start = Location(path: before)
    self.end = after.isEmpty ? nil : Location(path: after)
  }

  /// The address for an argument, with a query.
  package func location(
    _ argument: Argument, query: [(name: String, value: String)] = [], fragment: String? = nil
  ) -> Location {
    guard query.isEmpty, fragment == nil else {
      return Location(path: before + [argument.segment] + after, query: query, fragment: fragment)
    }
    return start.below(argument.segment, then: end)
  }

  /// The address as far as the beginning of an argument, for lists that put arguments together.
  package func beginning(_ text: String) -> AddressPart { AddressPart(text, below: start) }

  /// The address from the rest of such an argument on.
  package func ending(_ text: String) -> AddressPart { AddressPart(text, then: end) }
}

/// What may stand in an address: read strictly, so that a malformed one is simply not found.
package protocol PathArgument: Sendable {
  /// Reads the segment of a request.
  init?(segment: String)
  /// The segment of a link.
  var segment: String { get }
}

/// No argument.
package struct NoArgument: PathArgument {
  /// No segment stands for it.
  package init?(segment: String) { nil }

  init() {}

  package var segment: String { "" }
}

extension PathWord {
  /// A day: its text has digits and hyphens alone.
  init(_ day: Day) { segment = day.text }
}

extension ID: PathArgument {
  /// Reads a UUID in lower case.
  package init?(segment: String) {
    self.init(given: segment)
  }

  package var segment: String { text }
}

/// A secret or name in an address: letters, digits, `-` and `_`, at most 100 of them.
package struct PathWord: PathArgument {
  package let segment: String

  /// Reads a word of the letters above.
  package init?(segment: String) {
    guard (1...100).contains(segment.utf8.count),
      segment.utf8.allSatisfy({ byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      })
    else { return nil }
    self.segment = segment
  }
}
