import QRCode

extension Certificate {
  /// Prints the certificate: the same certificate gives the same bytes on the same machine.
  ///
  /// It takes some milliseconds, and one waits for the other: keep it off threads that must not.
  package func pdf() throws(CertificateProblem) -> CertificatePDF {
    try pdf(drawnBy: DrawingLibraries.names)
  }

  /// Prints the certificate where all of these libraries can be loaded.
  func pdf(drawnBy libraries: [String]) throws(CertificateProblem) -> CertificatePDF {
    if let missing = DrawingLibraries.missing(among: libraries) {
      throw .missingLibrary(missing)
    }
    let certificate = try checked()
    return try DrawingLibraries.inTurn { () throws(CertificateProblem) in
      try certificate.drawn()
    }
  }

  /// Draws a certificate that was checked.
  private func drawn() throws(CertificateProblem) -> CertificatePDF {
    let file = try PDFFile(size: size)
    let setter = Typesetter(for: file, language: language)
    guard setter.knows("A") else { throw .noFonts }
    let page = CertificatePage(
      certificate: self, code: try code(), setter: setter)
    let marks = try page.marks()
    file.describe(
      title: "\(title) – \(recipient)", author: institution, day: day)
    for mark in marks { mark.draw(on: file) }
    return CertificatePDF(
      bytes: try file.finish(), unknownLetters: marks.reduce(0) { $0 + $1.unknownLetters })
  }

  /// The address as squares.
  func code() throws(CertificateProblem) -> QRCode {
    do {
      return try QRCode(proof.address)
    } catch {
      throw .address
    }
  }
}
