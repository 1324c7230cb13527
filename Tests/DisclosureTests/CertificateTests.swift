import Disclosure
import Testing

@Suite struct CertificateTests {
  @Test func `every interval of the reference tables is proven by a certificate`() throws {
    for reference in try Reference.lines("audit_small", as: AuditReference.self) {
      let table = try reference.table
      let publication = try Publication(
        system: table.system, values: table.counts, withheld: reference.suppressed)
      let audit = try Audit(publication, certifying: true)
      let certificate = try #require(audit.certificate)
      #expect(certificate.proves(audit.intervals, of: publication), "\(reference.id)")
    }
  }

  @Test(arguments: [[12], [9, 6], [5, 4, 3], [3, 3, 3, 2]])
  func `every interval of random tables is proven, and none narrower`(shape: [Int]) throws {
    var chance = Seeded(19)
    for _ in 0..<10 {
      let (publication, audit) = try Self.audited(shape, &chance)
      let certificate = try #require(audit.certificate)
      #expect(certificate.proves(audit.intervals, of: publication))
      for cell in publication.withheld where audit.intervals[cell].high.map({ $0 > 0 }) ?? false {
        var claim = audit.intervals
        claim[cell].high = claim[cell].high.map { $0 - 1 }
        #expect(!certificate.proves(claim, of: publication))
      }
    }
  }

  @Test func `a certificate in which one number was spoiled proves nothing beyond the truth`()
    throws
  {
    var chance = Seeded(23)
    var caught = 0
    for _ in 0..<10 {
      let (publication, audit) = try Self.audited([6, 5], &chance)
      let certificate = try #require(audit.certificate)
      for number in certificate.steps.indices {
        for spoiled in Self.spoiled(certificate, at: number) {
          let holds = spoiled.proves(audit.intervals, of: publication)
          if !holds { caught += 1 }
          // Whatever is spoiled, what it proves is true: all witnesses lie within.
          for cell in publication.withheld {
            var claim = audit.intervals
            claim[cell].low += 1
            #expect(!spoiled.proves(claim, of: publication))
          }
        }
      }
    }
    #expect(caught > 100)
  }

  @Test func `steps without sense are refused`() throws {
    let table = try CountTable.plain([4], [2, 9, 30, 41])
    let publication = try Publication(
      system: table.system, values: table.counts, withheld: [0, 1])
    let truth = [Interval(0, 11), Interval(0, 11), Interval(exactly: 30), Interval(exactly: 41)]
    let good = AuditCertificate.Step(
      0, isUpper: true, 1, [.init(relation: 0, factor: 1)])
    let other = AuditCertificate.Step(
      1, isUpper: true, 1, [.init(relation: 0, factor: 1)])
    #expect(AuditCertificate(steps: [good, other]).proves(truth, of: publication))
    #expect(!AuditCertificate(steps: [good]).proves(truth, of: publication))
    let senseless: [AuditCertificate.Step] = [
      .init(7, isUpper: true, 1, []), .init(0, isUpper: true, 0, []),
      .init(0, isUpper: true, -1, [.init(relation: 0, factor: 1)]),
      .init(0, isUpper: true, 1, [.init(relation: 1, factor: 1)]),
      .init(0, isUpper: true, 1, [.init(relation: 0, factor: .min)]),
      .init(0, isUpper: true, .max, [.init(relation: 0, factor: .max)]),
    ]
    for step in senseless {
      let certificate = AuditCertificate(steps: [good, other, step])
      #expect(!certificate.proves(truth, of: publication))
    }
  }

  private static func audited(
    _ shape: [Int], _ chance: inout Seeded
  ) throws -> (Publication, Audit) {
    let table = try CountTable.drawn(shape, upTo: 9, &chance)
    let withheld = table.counts.indices.filter { _ in Int.random(in: 0..<5, using: &chance) < 3 }
    let publication = try Publication(
      system: table.system, values: table.counts, withheld: withheld)
    return (publication, try Audit(publication, certifying: true))
  }

  /// The certificate with one step left out, turned around, or with another number.
  private static func spoiled(
    _ certificate: AuditCertificate, at number: Int
  ) -> [AuditCertificate] {
    var (without, turned, other) = (certificate, certificate, certificate)
    without.steps.remove(at: number)
    turned.steps[number].isUpper.toggle()
    other.steps[number].multipliers[0].factor += 1
    return [without, turned, other]
  }
}
