import HTML

/// The part of a list that stands on one page, and the way to the parts before and after.
///
/// It is for lists that are read whole anyhow, since they are sorted by names; a list that may be
/// longer is read part by part and goes on from a key.
struct ListPart<Element: Sendable>: Sendable {
  /// The elements on this page.
  let shown: ArraySlice<Element>
  private let count: Int
  private let size: Int

  /// - Parameter from: how many stand before the page, as an address says it; whoever asks for more
  ///   than there are gets the last.
  init(_ all: [Element], from: String, size: Int) {
    let from = min(max(0, Int(from) ?? 0), max(0, all.count - 1))
    shown = all.dropFirst(from).prefix(size)
    (count, self.size) = (all.count, size)
  }

  /// How many stand before the page.
  var from: Int { shown.startIndex }

  /// The way to the other parts, where there are any.
  /// - Parameters:
  ///   - label: what has pages, where a page has several lists.
  ///   - location: the page that begins behind so many.
  func pager(label: String = "Pages", _ location: (Int) -> Location) -> HTML {
    guard count > shown.count else { return .nothing }
    return Pager.of(
      "\(from + 1) to \(shown.endIndex) of \(Figures.grouped(count))",
      previous: from > 0 ? location(max(0, from - size)) : nil,
      next: shown.endIndex < count ? location(shown.endIndex) : nil, label: label)
  }
}
