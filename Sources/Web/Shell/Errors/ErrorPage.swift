import HTML
import Kernel

/// The pages that say no.
enum ErrorPage {
  /// A refusal; what is hidden and what does not exist give the same page.
  static func refusal(_ refusal: any Refusal, _ visit: Visit) -> Page {
    let (status, title) =
      switch refusal.kind {
      case .absent: (404, "Nothing here")
      case .forbidden: (403, "Not possible")
      case .invalid: (422, "Please check")
      case .conflict: (409, "Not possible now")
      case .tooMany: (429, "A little slower")
      }
    return Page(title, status: status) {
      p(visit.words(refusal.sentence))
      waysOn(visit)
    }
  }

  /// Problems of a form that has no page of its own.
  static func problems(_ problems: Problems, _ visit: Visit) -> Page {
    Page("Please check", status: 422) {
      ul { for problem in problems.all { li { problem.sentence } } }
      waysOn(visit)
    }
  }

  /// To the page from which someone came, as it is now, and to the start page.
  @HTMLBuilder
  private static func waysOn(_ visit: Visit) -> HTML {
    if let page = visit.cameFrom {
      p { a(.href(page)) { "Go back to where you were" } }
    }
    p { a(.href(HomePath.home.location())) { "Go to the start page" } }
  }

  /// A fault: no detail; the number finds it in the log.
  static func fault(number: String) -> Page {
    Page("Something went wrong", status: 500) {
      p("It is our fault, not yours. Nothing was changed. Please try again in a moment.")
      p("If it happens again, tell your administrator this number: \(number).")
    }
  }
}

extension HTML {
  /// Nothing more than a paragraph of text.
  static func sentence(_ text: String) -> HTML { HTML.element("p", [], [.text(text)]) }
}

private func p(_ text: String) -> HTML { .sentence(text) }
