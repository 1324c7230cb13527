import CCurl

extension SMTPRelay: MailTransport {
  /// Delivers in a connection of its own, through libcurl.
  ///
  /// What a relay says against this server (TLS, sign-in, greeting) is for later: an administrator
  /// can mend it. What it says for good against sender, recipient or content is a refusal.
  package func deliver(_ message: MailMessage) -> Delivery {
    if let problem = problems.first { return .tryLater(code: nil, answer: problem.sentence) }
    let octets: [UInt8]
    do {
      octets = try message.bytes()
    } catch {
      return .refused(code: nil, answer: error.sentence)
    }
    guard Self.isLibraryStarted, let handle = curl_easy_init() else {
      return .tryLater(code: nil, answer: "The mail library could not start.")
    }
    defer { curl_easy_cleanup(handle) }
    let recipients = curl_slist_append(nil, "<\(message.to.address)>")
    defer { curl_slist_free_all(recipients) }
    let transfer = SMTPTransfer(octets)
    return withExtendedLifetime(transfer) {
      setConnection(of: handle)
      ccurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(bounceAddress ?? message.from.address)>")
      ccurl_set_recipients(handle, recipients)
      transfer.attach(to: handle)
      return transfer.delivery(after: curl_easy_perform(handle), of: handle)
    }
  }

  private static let isLibraryStarted: Bool = ccurl_global_start() == CURLE_OK

  private func setConnection(of handle: UnsafeMutableRawPointer) {
    ccurl_set_text(handle, CURLOPT_URL, url)
    ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    ccurl_set_text(handle, CURLOPT_NOPROXY, "*")
    ccurl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    for limit in [CURLOPT_TIMEOUT, CURLOPT_CONNECTTIMEOUT, CURLOPT_SERVER_RESPONSE_TIMEOUT] {
      ccurl_set_number(handle, limit, timeout)
    }
    if security != .none {
      ccurl_set_number(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
      ccurl_set_number(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
      ccurl_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1)
      ccurl_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2)
      if let authorityFile { ccurl_set_text(handle, CURLOPT_CAINFO, authorityFile) }
    }
    if let login {
      ccurl_set_text(handle, CURLOPT_USERNAME, login.user)
      ccurl_set_text(handle, CURLOPT_PASSWORD, login.password)
    }
  }
}
