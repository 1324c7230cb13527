/// The code as the attributes of an SVG picture, which the page's own markup carries.
///
/// Draw `path` in black over a white rectangle of the whole view box, in dark color schemes too,
/// with `shape-rendering="crispEdges"`.
extension QRCode {
  /// Units on a side of the picture: one a module, quiet zone included.
  package var side: Int { size + 2 * Self.quietZone }

  /// The `viewBox` attribute.
  package var viewBox: String { "0 0 \(side) \(side)" }

  /// The `d` attribute: one rectangle for each run of dark modules in a row.
  package var path: String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        let run = (column..<size).prefix { self[column: $0, row: row] }.count
        if run > 0 {
          path += "M\(column + Self.quietZone) \(row + Self.quietZone)h\(run)v1h-\(run)z"
        }
        column += max(run, 1)
      }
    }
    return path
  }
}
