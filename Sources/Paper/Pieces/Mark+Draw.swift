import CPango
import QRCode

extension Mark {
  /// Draws it.
  func draw(on file: PDFFile) {
    switch self {
    case .text(let block, let x, let y): block.draw(on: file, x: x, y: y)
    case .link(let address, let mark):
      cairo_tag_begin(file.drawing, "Link", "uri='\(address)'")
      mark.draw(on: file)
      cairo_tag_end(file.drawing, "Link")
    case .bar(let box, let ink):
      file.choose(ink)
      file.outline(box)
      cairo_fill(file.drawing)
    case .frame(let box, let ink, let width):
      file.choose(ink)
      file.outline(box)
      cairo_set_line_width(file.drawing, width)
      cairo_stroke(file.drawing)
    case .code(let code, let box):
      file.choose(.ink)
      file.outline(code, in: box)
      cairo_fill(file.drawing)
    }
  }
}

extension PDFFile {
  fileprivate func choose(_ ink: Ink) {
    cairo_set_source_rgb(drawing, ink.red, ink.green, ink.blue)
  }

  fileprivate func outline(_ box: Box) {
    cairo_rectangle(drawing, box.x, box.y, box.width, box.height)
  }

  /// One rectangle for each run of dark modules in a row, all of one shape: filled one by one, they
  /// would show thin light lines between rows.
  fileprivate func outline(_ code: QRCode, in box: Box) {
    let module = box.width / Double(code.size)
    for row in 0..<code.size {
      var column = 0
      while column < code.size {
        let run = (column..<code.size).prefix { code[column: $0, row: row] }.count
        if run > 0 {
          outline(
            Box(
              x: box.x + Double(column) * module, y: box.y + Double(row) * module,
              width: Double(run) * module, height: module))
        }
        column += max(run, 1)
      }
    }
  }
}
