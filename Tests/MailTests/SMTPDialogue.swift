import Foundation

/// The server's side of one SMTP conversation over a pair of file descriptors, played by a script.
struct SMTPDialogue {
  /// What was said.
  struct Transcript: Equatable {
    /// The client's lines, without the message.
    var commands: [String] = []
    /// The message with the doubled dots undone; nil when none came.
    var content: [UInt8]?
  }

  /// Answers by the command's first word, `greeting` and `content`; others are the usual ones.
  var answers: [String: String] = [:]
  /// The point at which the server says nothing more.
  var silentAt: String?

  private static let usual = [
    "greeting": "220 relay.test ready", "EHLO": "250-relay.test\r\n250 SIZE 1000000",
    "MAIL": "250 fine", "RCPT": "250 fine", "DATA": "354 go on", "content": "250 2.0.0 kept as 42",
    "QUIT": "221 bye",
  ]

  /// Plays until the client leaves.
  func play(reading input: Int32, writing output: Int32) -> Transcript {
    var transcript = Transcript()
    var lines = Lines(input: input)
    guard answer("greeting", to: output) else { return drain(&lines, transcript) }
    while let line = lines.next() {
      transcript.commands.append(String(decoding: line, as: UTF8.self))
      let verb = String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self).uppercased()
      guard answer(verb, to: output) else { return drain(&lines, transcript) }
      if verb == "QUIT" { return transcript }
      if verb == "DATA", (answers[verb] ?? "354").hasPrefix("354") {
        transcript.content = lines.content()
        guard answer("content", to: output) else { return drain(&lines, transcript) }
      }
    }
    return transcript
  }

  /// Sends an answer; false when the script is silent here.
  private func answer(_ point: String, to output: Int32) -> Bool {
    guard point != silentAt else { return false }
    let octets = Array(((answers[point] ?? Self.usual[point] ?? "500 what?") + "\r\n").utf8)
    _ = write(output, octets, octets.count)
    return true
  }

  private func drain(_ lines: inout Lines, _ transcript: Transcript) -> Transcript {
    while lines.next() != nil {}
    return transcript
  }
}

/// Reads the lines that end in CRLF from a file descriptor.
private struct Lines {
  let input: Int32
  private var buffer: [UInt8] = []

  init(input: Int32) {
    self.input = input
  }

  /// The next line without its end; nil when the other side has gone.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = buffer.firstIndex(of: 0x0a), end > 0, buffer[end - 1] == 0x0d {
        defer { buffer.removeFirst(end + 1) }
        return Array(buffer[..<(end - 1)])
      }
      var chunk = [UInt8](repeating: 0, count: 4_096)
      let count = read(input, &chunk, chunk.count)
      guard count > 0 else { return nil }
      buffer += chunk[..<count]
    }
  }

  /// The lines up to the single dot.
  mutating func content() -> [UInt8] {
    var content: [UInt8] = []
    while let line = next(), line != [0x2e] {
      content += (line.first == 0x2e ? line.dropFirst() : line[...]) + [0x0d, 0x0a]
    }
    return content
  }
}
