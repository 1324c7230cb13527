extension HTML {
  /// Markup that repeats, such as the rows of a long list: drawn once, with gaps that each item
  /// fills.
  ///
  /// ```swift
  /// tbody {
  ///   HTML.repeated(sites.count) { row in
  ///     tr { td { row.text { sites[$0].name } } }
  ///   }
  /// }
  /// ```
  /// A gap takes text, an address or markup, never bytes, so it is escaped as everything else is.
  /// A condition outside of a gap is asked once for all items. Each gap is put in once; what
  /// repeats inside of an item is made by ``StandIn/markup(_:)``.
  package static func repeated(
    _ count: Int, @HTMLBuilder _ markup: (StandIn) -> HTML
  ) -> HTML {
    guard count > 0 else { return .nothing }
    let standIn = StandIn()
    return Stencil(markup(standIn), standIn.fillings).filled(count)
  }
}

/// Stands for an item while what repeats is drawn; the closures get the number of the item, from 0.
package final class StandIn {
  fileprivate var fillings: [Stencil.Filling] = []

  /// A text of the item.
  package func text(_ text: @escaping (Int) -> String) -> HTML {
    HTML(content: .gap(gap { $1.write(escaping: text($0)) }))
  }

  /// A text of the item that may go on in the next line behind the last of a letter, such as `@`.
  package func text(
    breakingBehind letter: Unicode.Scalar, _ text: @escaping (Int) -> String
  ) -> HTML {
    let letter = UInt8(ascii: letter)
    return HTML(content: .gap(gap { $1.write(escaping: text($0), breakingBehind: letter) }))
  }

  /// Markup that is made for each item.
  package func markup(_ markup: @escaping (Int) -> HTML) -> HTML {
    HTML(content: .gap(gap { $1.write(markup($0)) }))
  }

  /// Where a link of the item leads.
  package func href(_ location: @escaping (Int) -> Location) -> Attribute {
    Attribute("href", .gap(gap { $1.write(escaping: location($0).text) }))
  }

  private func gap(_ filling: @escaping Stencil.Filling) -> Gap {
    fillings.append(filling)
    return Gap(fillings.count - 1)
  }
}
