import Foundation

/// Free ports of this machine.
enum LocalPort {
  /// The system gave no socket.
  struct Unavailable: Error {}

  /// A listening socket, which its receiver closes, and its port.
  static func listen() throws -> (socket: Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && Foundation.listen(listener, 1) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isListening else { throw Unavailable() }
    return (listener, Int(in_port_t(bigEndian: address.sin_port)))
  }

  /// A port that nobody listens on.
  static func free() throws -> Int {
    let (socket, port) = try listen()
    close(socket)
    return port
  }
}
