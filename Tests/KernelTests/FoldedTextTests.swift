import Kernel
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Núñez", "nunez"), ("NUÑEZ", "nunez"), ("Þórsson", "thorsson"), ("Østergaard", "ostergaard"),
    ("Nguyễn Thị Minh Khai", "nguyen thi minh khai"), ("Łukasz", "lukasz"), ("Straße", "strasse"),
    ("Yılmaz", "yilmaz"), ("O’Brien", "o'brien"), ("李 明", "李 明"), ("Мария", "мария"),
    ("  two   spaces ", "two spaces"), ("Ａｄａ", "ada"), ("", ""),
    ("o'brien", "o'brien"), (" ada", "ada"), ("ada ", "ada"), ("ada\tlee", "ada lee"),
    ("ada  lee", "ada lee"), (" ", ""), ("O'Brien-Smith Junior III", "o'brien-smith junior iii"),
  ])
  func `a key has neither case nor accents`(text: String, key: String) {
    #expect(FoldedText.key(text) == key)
  }

  @Test func `one name typed in two normal forms has one key`() {
    #expect(FoldedText.key("Z\u{0065}\u{0301}") == FoldedText.key("Z\u{00E9}"))
    #expect(FoldedText.key("حَدَّاد") == FoldedText.key("حداد"))
  }

  @Test func `words are split at spaces and commas`() {
    #expect(FoldedText.words("Núñez, José").map(String.init) == ["nunez", "jose"])
  }
}
