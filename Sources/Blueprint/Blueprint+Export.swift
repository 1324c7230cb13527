package import Kernel
package import SQLStore

extension Blueprint {
  /// What the database holds as a blueprint.
  ///
  /// Applied to an empty database and exported again, it is the same text, byte for byte.
  package static func export(from reader: any SQLReader, today: Day) throws -> String {
    let planning = Planning(reader, today: today)
    var file = YAMLText()
    file.comment("A blueprint of Housestaff. docs/blueprints.md explains the keys.")
    for section in sections { try section.export(from: planning, to: &file) }
    return file.text
  }
}
