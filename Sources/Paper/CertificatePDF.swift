/// A printed certificate.
package struct CertificatePDF: Hashable, Sendable {
  /// The file: one page, its fonts inside.
  package let bytes: [UInt8]
  /// How many letters no font on this machine has: small boxes with numbers stand in their place.
  package let unknownLetters: Int
}
