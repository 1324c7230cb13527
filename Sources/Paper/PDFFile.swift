import CPango

/// A PDF file of one page while it is drawn, in memory.
final class PDFFile {
  /// What cairo has written so far.
  private final class Octets {
    var bytes: [UInt8] = []
    let most: Int

    init(most: Int) { self.most = most }

    /// Takes what cairo writes, unless it becomes more than a certificate can be.
    func take(_ written: UnsafeBufferPointer<UInt8>) -> UInt32 {
      guard bytes.count + written.count <= most else { return UInt32(cpango_status_write_error) }
      bytes.append(contentsOf: written)
      return UInt32(cpango_status_success)
    }
  }

  private let octets: Octets
  private let surface: OpaquePointer
  /// Where cairo draws.
  let drawing: OpaquePointer

  /// Begins a page of a size, of a file of at most so many bytes.
  init(size: PageSize, most: Int = 4_194_304) throws(CertificateProblem) {
    octets = Octets(most: most)
    surface = cairo_pdf_surface_create_for_stream(
      { octets, written, count in
        Unmanaged<Octets>.fromOpaque(octets).takeUnretainedValue()
          .take(UnsafeBufferPointer(start: written, count: Int(count)))
      }, Unmanaged.passUnretained(octets).toOpaque(), size.width, size.height)
    drawing = cairo_create(surface)
    try check(cairo_status(drawing))
  }

  deinit {
    cairo_destroy(drawing)
    cairo_surface_destroy(surface)
  }

  /// Says what the file is, for programs that list files.
  func describe(title: String, author: String, day: String) {
    let facts = [
      (cpango_metadata_title, title), (cpango_metadata_author, author),
      (cpango_metadata_creator, "Housestaff"),
      // Without a day cairo would ask the clock.
      (cpango_metadata_create_date, "\(day)T00:00:00Z"),
    ]
    for (kind, text) in facts {
      cairo_pdf_surface_set_metadata(surface, UInt32(kind), text)
    }
  }

  /// Ends the page and the file, and gives its bytes.
  func finish() throws(CertificateProblem) -> [UInt8] {
    cairo_show_page(drawing)
    try check(cairo_status(drawing))
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface))
    return octets.bytes
  }

  private func check(_ status: UInt32) throws(CertificateProblem) {
    guard status == UInt32(cpango_status_success) else {
      throw .drawing(String(cString: cairo_status_to_string(status)))
    }
  }
}
