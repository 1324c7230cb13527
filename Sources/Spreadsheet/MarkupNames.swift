/// The names of elements that one file has used, each made a string once.
struct MarkupNames {
  /// The names without their prefixes, by number; 0 is what text before any tag has.
  private(set) var local = [""]

  private var qualified: [[UInt8]] = [[]]

  /// No part of a workbook has as many; it bounds what a hostile file can cost.
  private static let most = 256

  /// The number of a name with its prefix, or nil when there are too many.
  mutating func number(of name: Slice<UnsafeRawBufferPointer>) -> Int? {
    for index in qualified.indices where self.name(index, is: name) { return index }
    if qualified.count == Self.most { return nil }
    qualified.append(Array(name))
    let start = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    local.append(
      String(decoding: UnsafeRawBufferPointer(rebasing: name[start...]), as: UTF8.self))
    return qualified.count - 1
  }

  /// Whether the name of that number is spelled so, prefix and all.
  func name(_ number: Int, is name: Slice<UnsafeRawBufferPointer>) -> Bool {
    qualified[number].count == name.count && qualified[number].elementsEqual(name)
  }
}
