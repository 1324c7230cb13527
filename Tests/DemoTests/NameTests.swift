import Demo
import Kernel
import Roster
import Testing

@Suite struct NameTests {
  @Test(arguments: tryDays)
  func `no two people share an address, a personnel number or an identifier`(today: Day) {
    let people = hospital(on: today).people
    #expect(Set(people.compactMap(\.address)).count == people.count)
    #expect(Set(people.compactMap(\.personnelNumber)).count == people.count)
    #expect(Set(people.map(\.id)).count == people.count)
  }

  @Test func `addresses are plain ASCII of a domain that cannot exist`() {
    let strange = usual.people.compactMap(\.address).filter { address in
      let halves = address.split(separator: "@", omittingEmptySubsequences: false)
      return halves.count != 2 || halves[1] != "hospital.example" || halves[0].isEmpty
        || halves[0].utf8.count > 52
        || !halves[0].allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-.".contains($0) }
    }
    #expect(strange == [])
  }

  @Test func `names are written in four scripts, and in letters that few keyboards have`() {
    let scalars = Set(usual.people.flatMap { $0.name.legal.unicodeScalars })
    func has(_ range: ClosedRange<UInt32>) -> Bool {
      scalars.contains { range.contains($0.value) }
    }
    #expect(has(0x41...0x7A))
    #expect(has(0x0600...0x06FF))
    #expect(has(0x4E00...0x9FFF))
    #expect(has(0x0400...0x04FF))
    #expect(Set("ðþơệỹøıłʻñ".unicodeScalars).subtracting(scalars).count <= 3)
  }

  @Test func `no name mixes two alphabets`() {
    let mixed = usual.people.map(\.name.legal).filter { name in
      let isLatin = name.unicodeScalars.contains { (0x41...0x24F).contains($0.value) }
      return isLatin
        && name.unicodeScalars.contains {
          (0x0400...0x06FF).contains($0.value) || $0.value >= 0x4E00
        }
    }
    #expect(mixed == [])
  }

  @Test func `there are names of one word, very long ones, namesakes, and preferred names`() {
    let names = usual.people.map(\.name)
    #expect(names.contains { $0.given.isEmpty })
    #expect(names.allSatisfy { !$0.family.isEmpty })
    #expect(names.contains { $0.family.count > 30 })
    #expect(Set(names.map(\.legal)).count < names.count)
    let preferred = names.count { $0.preferred != nil }
    #expect((names.count / 20...names.count / 5).contains(preferred))
    #expect(names.allSatisfy { $0.preferred != $0.given })
  }
}
