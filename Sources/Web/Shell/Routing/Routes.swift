import HTML
import Kernel
package import SQLStore

/// The routes of the site, as the parts register them.
///
/// A route cannot be registered without a right.
package struct Routes: Sendable {
  /// All routes, in the order of registration.
  package private(set) var all: [Route] = []

  package init() {}

  /// A page that is read.
  package mutating func page<Argument>(
    _ path: SitePath<Argument>, _ right: Right,
    _ read: @escaping @Sendable (Visit, Argument, any SQLReader) throws -> Reply
  ) {
    add(.get, path, right, .reading { try read($0, argument(of: path, $1), $2) })
  }

  /// A form: its page, and the change that it makes.
  ///
  /// When `change` throws ``Problems``, the page comes back with them and with what was typed.
  package mutating func form<Argument>(
    _ path: SitePath<Argument>, _ right: Right,
    page: @escaping @Sendable (Visit, Argument, FormState, any SQLReader) throws -> Page,
    change: @escaping @Sendable (Visit, Argument, FormFields, any SQLWriter) throws -> Reply
  ) {
    add(
      .get, path, right,
      .reading { .page(try page($0, argument(of: path, $1), FormState(), $2)) })
    add(
      .post, path, right,
      .changing(
        { try change($0, argument(of: path, $1), $2, $3) },
        onProblems: { .page(try page($0, argument(of: path, $1), $2, $3)) }))
  }

  /// A change from a button, whose problems have no field of their own.
  package mutating func button<Argument>(
    _ path: SitePath<Argument>, _ right: Right,
    _ change: @escaping @Sendable (Visit, Argument, FormFields, any SQLWriter) throws -> Reply
  ) {
    add(
      .post, path, right,
      .changing(
        { try change($0, argument(of: path, $1), $2, $3) },
        onProblems: { visit, _, state, _ in .page(ErrorPage.problems(state.problems, visit)) }))
  }

  /// A form whose work cannot be one transaction: passwords, files, long lists.
  package mutating func act<Argument>(
    _ path: SitePath<Argument>, _ right: Right,
    page: @escaping @Sendable (Visit, Argument, FormState, any SQLReader) throws -> Page,
    act: @escaping @Sendable (Visit, Argument, Incoming) async throws -> Reply
  ) {
    add(
      .get, path, right,
      .reading { .page(try page($0, argument(of: path, $1), FormState(), $2)) })
    add(
      .post, path, right,
      .acting(
        { try await act($0, argument(of: path, $1), $2) },
        onProblems: { .page(try page($0, argument(of: path, $1), $2, $3)) }))
  }

  /// A page whose making goes beyond one read.
  package mutating func view<Argument>(
    _ path: SitePath<Argument>, _ right: Right,
    _ view: @escaping @Sendable (Visit, Argument, Incoming) async throws -> Reply
  ) {
    add(.get, path, right, .viewing { try await view($0, argument(of: path, $1), $2) })
  }

  /// A button whose work cannot be one transaction.
  package mutating func work<Argument>(
    _ path: SitePath<Argument>, _ right: Right,
    _ work: @escaping @Sendable (Visit, Argument, Incoming) async throws -> Reply
  ) {
    add(
      .post, path, right,
      .acting(
        { try await work($0, argument(of: path, $1), $2) },
        onProblems: { visit, _, state, _ in .page(ErrorPage.problems(state.problems, visit)) }))
  }

  private mutating func add<Argument>(
    _ method: Route.Method, _ path: SitePath<Argument>, _ right: Right,
    _ handling: Route.Handling
  ) {
    all.append(
      Route(method: method, pattern: path.pattern, right: right, handling: handling))
  }
}

/// Reads the argument of an address; a malformed one does not exist.
private func argument<Argument>(
  of path: SitePath<Argument>, _ segment: String
) throws -> Argument {
  if let none = NoArgument() as? Argument { return none }
  guard let argument = Argument(segment: segment) else { throw Absent() }
  return argument
}
