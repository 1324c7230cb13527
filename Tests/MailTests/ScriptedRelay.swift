import Foundation
import Synchronization

/// A relay on a port of its own that plays one scripted conversation on a thread of its own.
final class ScriptedRelay: Sendable {
  /// The port on 127.0.0.1.
  let port: Int
  private let outcome = Mutex<SMTPDialogue.Transcript?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Listens, and plays the script to the first client.
  init(_ dialogue: SMTPDialogue = SMTPDialogue()) throws {
    let (listener, port) = try LocalPort.listen()
    self.port = port
    Thread.detachNewThread { [self] in
      let client = accept(listener, nil, nil)
      finish(dialogue.play(reading: client, writing: client))
      close(client)
      close(listener)
    }
  }

  /// Lets openssl hold a TLS connection, and plays the script behind it.
  init(_ dialogue: SMTPDialogue = SMTPDialogue(), showing certificate: Certificate) throws {
    port = try LocalPort.free()
    let server = Process()
    server.executableURL = URL(filePath: "/usr/bin/env")
    server.arguments = [
      "openssl", "s_server", "-quiet", "-accept", "127.0.0.1:\(port)", "-naccept", "1",
      "-cert", certificate.file, "-key", certificate.key,
    ]
    let (words, answers) = (Pipe(), Pipe())
    server.standardInput = answers
    server.standardOutput = words
    server.standardError = FileHandle.nullDevice
    try server.run()
    Thread.detachNewThread { [self] in
      finish(
        dialogue.play(
          reading: words.fileHandleForReading.fileDescriptor,
          writing: answers.fileHandleForWriting.fileDescriptor))
      server.terminate()
    }
  }

  /// What was said, when the client has gone; nil when it does not go.
  func transcript() -> SMTPDialogue.Transcript? {
    _ = isDone.wait(timeout: .now() + 20)
    return outcome.withLock { $0 }
  }

  private func finish(_ transcript: SMTPDialogue.Transcript) {
    outcome.withLock { $0 = transcript }
    isDone.signal()
  }
}
