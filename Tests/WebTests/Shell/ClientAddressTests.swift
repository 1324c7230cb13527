import Testing

@testable import Web

@Suite struct ClientAddressTests {
  @Test(arguments: [
    ("203.0.113.5", "198.51.100.7", "203.0.113.5"),
    ("10.0.0.1", nil, "10.0.0.1"),
    ("10.0.0.1", "", "10.0.0.1"),
    ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
    ("10.0.0.1", "192.0.2.1, 198.51.100.7", "198.51.100.7"),
    ("10.0.0.1", "192.0.2.1, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
    ("10.0.0.1", "10.0.0.2", "10.0.0.2"),
    ("10.0.0.1", "2001:db8::7", "2001:db8::7"),
  ])
  func `only what our own proxies saw is believed`(
    peer: String, forwarded: String?, expected: String
  ) {
    let address = ClientAddress.of(
      peer: peer, forwarded: forwarded, proxies: ["10.0.0.1", "10.0.0.2"])
    #expect(address == expected)
  }
}
