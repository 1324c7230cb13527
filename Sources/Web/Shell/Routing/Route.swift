import HTML
package import Kernel
import SQLStore

/// One route: its address, who may open it, and what it does.
package struct Route: Sendable {
  /// The method, `GET` or `POST`.
  package let method: Method
  /// The address with `{argument}` where one stands.
  package let pattern: String
  /// Who may open it.
  package let right: Right
  let handling: Handling

  /// The methods of pages and forms.
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  /// How a route is carried out; the segment is the address's argument.
  enum Handling: Sendable {
    /// In one read.
    case reading(@Sendable (Visit, String, any SQLReader) throws -> Reply)
    /// In one write; with problems, the page that shows them beside what was typed.
    case changing(
      @Sendable (Visit, String, FormFields, any SQLWriter) throws -> Reply,
      onProblems: @Sendable (Visit, String, FormState, any SQLReader) throws -> Reply)
    /// A page whose making goes beyond one read, such as a look into a file.
    case viewing(@Sendable (Visit, String, Incoming) async throws -> Reply)
    /// By itself: passwords, files and other work outside one transaction.
    case acting(
      @Sendable (Visit, String, Incoming) async throws -> Reply,
      onProblems: @Sendable (Visit, String, FormState, any SQLReader) throws -> Reply)
  }
}

/// What was typed into a form, and what is wrong with it.
package struct FormState: Sendable, Equatable {
  /// What was typed, or what the form begins with.
  package var fields: FormFields
  /// What is wrong; empty when the form is opened.
  package var problems: Problems

  package init(fields: FormFields = FormFields(), problems: Problems = Problems()) {
    self.fields = fields
    self.problems = problems
  }
}
