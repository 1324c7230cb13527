import HTML

/// How far something is, and how much there is of it.
enum DesignProgress {
  static var markup: HTML {
    .group([
      Tiles.of([
        tile(1_512, "new", .good), tile(37, "changed", .info), tile(2, "ended", .neutral),
        tile(5, "to check", .warn), tile(1, "refused", .bad),
      ]),
      div(.class("cols")) {
        Card.of("Bars") {
          ProgressBar.of("bar-none", "Waiting to start", nil)
          ProgressBar.of("bar-some", "81,000 of about 162,000 rows", (81_000, 162_000))
          ProgressBar.of("bar-all", "All 162,000 rows", (162_000, 162_000))
        }
        Card.of("Steps") {
          Steps.of(ImportListPage.steps, current: 0, label: "At the start")
          Steps.of(ImportListPage.steps, current: 2, label: "On the way")
          Steps.of(ImportListPage.steps, current: 4, label: "At the end")
        }
      },
    ])
  }

  private static func tile(_ number: Int, _ label: String, _ tone: Tone) -> Tiles.Tile {
    Tiles.Tile(
      number: number, label: label, tone: tone, location: Location(fragment: "progress"))
  }
}
