import Crypto
import Foundation
package import SQLStore

/// One numbered step of the database's shape: a file of `Migrations/`.
package struct Migration: Sendable, Equatable {
  /// Its place; steps run in this order.
  package let number: Int
  /// The file's name without its ending, such as `0001_kernel`.
  package let name: String
  /// The engine that it is for; nil is for both.
  package let engine: Engine?
  /// Its statements.
  package let text: String

  /// - Parameter only: the engine that it is for, where the two must differ.
  package init(_ number: Int, _ word: String, only engine: Engine? = nil, _ text: String) {
    self.number = number
    let digits = String(number)
    name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_" + word
    self.engine = engine
    self.text = text
  }

  /// A step from an embedded file.
  init(_ number: Int, _ word: String, only engine: Engine? = nil, _ bytes: [UInt8]) {
    self.init(number, word, only: engine, String(decoding: bytes, as: UTF8.self))
  }

  /// The SHA-256 of the text in hexadecimal digits: an applied step is never edited.
  package var checksum: String { SHA256.hash(data: Data(text.utf8)).hexadecimal }

  /// The file's name in `Migrations/`.
  package var fileName: String {
    name + (engine.map { ".\($0.rawValue)" } ?? "") + ".sql"
  }
}

extension SHA256Digest {
  /// The digest in hexadecimal digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
