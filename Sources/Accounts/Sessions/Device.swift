/// What a browser says of itself, in the few words by which its owner knows it again.
package enum Device {
  /// Browsers by what only they write; those that pretend to be another come first.
  private static let browsers = [
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"),
    ("Safari", "Safari"),
  ]
  private static let machines = [
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("CrOS", "a Chromebook"), ("Macintosh", "a Mac"), ("Linux", "Linux"),
  ]

  /// `Firefox on Windows`, or `A browser` for what the text does not say.
  package static func words(_ userAgent: String) -> String {
    let browser = browsers.first { userAgent.contains($0.0) }?.1
    let machine = machines.first { userAgent.contains($0.0) }?.1
    switch (browser, machine) {
    case (let browser?, let machine?): return "\(browser) on \(machine)"
    case (let browser?, nil): return browser
    case (nil, let machine?): return "A browser on \(machine)"
    case (nil, nil): return "A browser"
    }
  }

  /// What is kept of the text: its beginning, because nobody bounds how long it is.
  static func kept(_ userAgent: String) -> String {
    let plain = userAgent.unicodeScalars.prefix(200).filter { $0.value >= 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(plain))
  }
}
