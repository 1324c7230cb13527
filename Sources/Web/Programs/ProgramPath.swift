import HTML
import Kernel

/// The addresses of programs.
enum ProgramPath {
  static let programs = SitePath<NoArgument>("programs")
  static let export = SitePath<NoArgument>("programs", "export")
  /// Programs without a director.
  static let undirected = SitePath<NoArgument>("programs", "without-director")
  /// Making the person director whom the record system names.
  static let direct = SitePath<ProgramID>(
    "programs", argument: ProgramID.self, then: "director")
  static let add = SitePath<NoArgument>("programs", "add")
  static let program = SitePath<ProgramID>("programs", argument: ProgramID.self)
  static let edit = SitePath<ProgramID>("programs", argument: ProgramID.self, then: "edit")
  static let sponsor = SitePath<ProgramID>(
    "programs", argument: ProgramID.self, then: "sponsor")
  static let close = SitePath<ProgramID>("programs", argument: ProgramID.self, then: "close")
  static let reopen = SitePath<ProgramID>("programs", argument: ProgramID.self, then: "reopen")
  static let addSite = SitePath<ProgramID>(
    "programs", argument: ProgramID.self, then: "sites", "add")
  static let endSite = SitePath<ProgramID>(
    "programs", argument: ProgramID.self, then: "sites", "end")
}
