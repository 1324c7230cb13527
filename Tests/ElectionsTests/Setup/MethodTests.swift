import Elections
import Tally
import Testing

/// The methods of elections are those of the count.
@Suite struct MethodTests {
  @Test(arguments: Elections.Election.Method.allCases)
  func `a method has the name by which the count knows it`(_ method: Elections.Election.Method) {
    #expect(method.rule.name == method.rawValue)
  }
}
