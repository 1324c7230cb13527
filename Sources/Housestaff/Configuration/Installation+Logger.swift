import Logging

extension Installation {
  /// The log, on standard error, at the level that the installation names.
  var logger: Logger {
    var logger = Logger(label: "housestaff", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = Logger.Level(rawValue: logLevel) ?? .notice
    return logger
  }
}
