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
  /// repeats inside of an item is made by ``StandIn/markup(_:)``, what is one of a few things by
  /// ``StandIn/drawing(_:)``.
  package static func repeated(
    _ count: Int, @HTMLBuilder _ markup: (StandIn) -> HTML
  ) -> HTML {
    count > 0 ? Drawing(markup).stencil.filled(0..<count) : .nothing
  }
}

/// Markup with gaps that is drawn once and filled for one item or another, such as one of the
/// states that a cell can have.
package struct Drawing {
  fileprivate let stencil: Stencil

  /// Draws the markup; its gaps are filled later.
  package init(@HTMLBuilder _ markup: (StandIn) -> HTML) {
    let standIn = StandIn()
    stencil = Stencil(markup(standIn), standIn.fillings)
  }

  /// The markup of an item.
  package func filled(for item: Int) -> HTML { stencil.filled(item..<(item + 1)) }
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

  /// The drawing that is the item's, filled for one of the drawing's own items.
  package func drawing(
    _ drawing: @escaping (Int) -> (drawing: Drawing, item: Int)
  ) -> HTML {
    HTML(
      content: .gap(
        gap { number, ink in
          let (drawing, item) = drawing(number)
          drawing.stencil.write(item, to: &ink)
        }))
  }

  /// Where a link of the item leads.
  package func href(_ location: @escaping (Int) -> Location) -> Attribute {
    Attribute("href", .gap(gap { $1.write(escaping: location($0).text) }))
  }

  /// The same by the two parts of the address.
  package func href(
    joining parts: @escaping (Int) -> (beginning: AddressPart, ending: AddressPart)
  ) -> Attribute {
    let gap = gap { item, ink in
      let (beginning, ending) = parts(item)
      ink.write(escaping: beginning.text)
      ink.write(escaping: ending.text)
    }
    return Attribute("href", .gap(gap))
  }

  private func gap(_ filling: @escaping Stencil.Filling) -> Gap {
    fillings.append(filling)
    return Gap(fillings.count - 1)
  }
}
