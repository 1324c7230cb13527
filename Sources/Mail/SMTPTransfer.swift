import CCurl

/// One message on its way through libcurl: what was read of it, and what the relay answered.
///
/// Used by the one thread that performs the transfer, so nothing in it is guarded.
final class SMTPTransfer {
  /// Answers that concern this server's sign-in and not the message, although they begin with 5.
  private static let aboutSignIn: Set<Int> = [530, 534, 535, 538]
  /// The most characters of an answer that are kept.
  private static let longestAnswer = 500

  private let octets: [UInt8]
  private var position = 0
  private var isContentRead = false
  private var answerLines: [String] = []
  private var isAnswerComplete = false
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  /// Takes the written message.
  init(_ octets: [UInt8]) {
    self.octets = octets
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    errorText.deallocate()
  }

  /// Connects the transfer to a handle, which must not outlive it.
  func attach(to handle: UnsafeMutableRawPointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    let reader: ccurl_transfer = { target, size, count, context in
      guard let target, let context else { return 0 }
      return Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue()
        .read(into: target, atMost: size * count)
    }
    let listener: ccurl_transfer = { source, size, count, context in
      guard let source, let context else { return 0 }
      Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue()
        .hear(UnsafeRawBufferPointer(start: source, count: size * count))
      return size * count
    }
    ccurl_set_number(handle, CURLOPT_UPLOAD, 1)
    ccurl_set_size(handle, curl_off_t(octets.count))
    ccurl_set_reader(handle, reader, context)
    ccurl_set_listener(handle, listener, context)
    ccurl_set_error_text(handle, errorText)
  }

  /// What the outcome of the transfer means.
  func delivery(after outcome: CURLcode, of handle: UnsafeMutableRawPointer) -> Delivery {
    let answer = String(answerLines.joined(separator: " ").prefix(Self.longestAnswer))
    if outcome == CURLE_OK { return .accepted(answer: answer) }
    let code = Int(ccurl_response_code(handle))
    guard (400...599).contains(code) else { return .tryLater(code: nil, answer: reason(outcome)) }
    let concernsMessage = outcome == CURLE_SEND_ERROR || isContentRead
    return code >= 500 && concernsMessage && !Self.aboutSignIn.contains(code)
      ? .refused(code: code, answer: answer) : .tryLater(code: code, answer: answer)
  }

  /// Why there was no answer, in libcurl's words.
  private func reason(_ outcome: CURLcode) -> String {
    let detail = String(cString: errorText)
    return detail.isEmpty ? String(cString: curl_easy_strerror(outcome)) : detail
  }

  private func read(into target: UnsafeMutablePointer<CChar>, atMost most: Int) -> Int {
    isContentRead = true
    let count = min(most, octets.count - position)
    octets[position..<position + count].withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(start: target, count: count).copyMemory(from: source)
    }
    position += count
    return count
  }

  /// Keeps the lines of the last answer; a hyphen after the code says that it goes on.
  ///
  /// 221 is no answer to the message: libcurl takes its leave when it was refused.
  private func hear(_ line: UnsafeRawBufferPointer) {
    guard !line.starts(with: "221".utf8) else { return }
    if isAnswerComplete { answerLines = [] }
    isAnswerComplete = line.count < 4 || line[3] != UInt8(ascii: "-")
    let text = String(decoding: line, as: UTF8.self).unicodeScalars
      .filter { $0.properties.generalCategory != .control }
    answerLines.append(String(String.UnicodeScalarView(text)))
  }
}
