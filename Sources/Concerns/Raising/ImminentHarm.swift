import Kernel

/// Words after which a writer is asked to call someone now, before anything is sent.
///
/// A list catches some and misses others, so the numbers to call stand beside the form in any case.
package enum ImminentHarm {
  private static let phrases = [
    "suicide", "suicidal", "kill myself", "kill himself", "kill herself", "kill themselves",
    "kill someone", "kill him", "kill her", "end my life", "end it all", "hurt myself",
    "harm myself", "hurt himself", "hurt herself", "want to die", "overdose", "has a gun",
    "has a weapon", "has a knife", "with a gun", "bring a gun", "going to shoot",
    "threatened to kill", "being abused right now", "patient will die",
  ]

  /// Whether a text speaks of harm that may come soon.
  package static func isMentioned(in text: String) -> Bool {
    let words = FoldedText.key(text).split { !$0.isLetter && !$0.isNumber }
      .joined(separator: " ")
    return phrases.contains { (" " + words + " ").contains(" " + $0 + " ") }
  }
}
