/// One bounded context's pages, plugged in once.
///
/// Navigation, home, search and exports are loops over ``Parts/all``: a part that forgets one does
/// not compile.
package protocol Part: Sendable {
  /// Registers the part's pages and forms.
  func register(in routes: inout Routes)
}
