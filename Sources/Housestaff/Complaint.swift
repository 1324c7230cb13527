import ArgumentParser
import Blueprint
import Foundation
import Kernel
import SQLStore
import Schema
import Stores

/// What a command says when it cannot go on.
struct Complaint: Error {
  let sentence: String
  /// The status that the shell sees: 1 for a refusal, 70 for a fault.
  let status: Int32

  init(_ sentence: String, status: Int32 = 1) {
    self.sentence = sentence
    self.status = status
  }

  /// Ends the program with a sentence on standard error and a status.
  static func exit(with error: any Error) -> Never {
    guard let complaint = Complaint(error) else { Housestaff.exit(withError: error) }
    FileHandle.standardError.write(Data("housestaff: \(complaint.sentence)\n".utf8))
    Foundation.exit(complaint.status)
  }

  /// The complaint of an error; nil for those that the argument parser explains itself.
  /// - Parameter words: the institution's, where its database is known.
  init?(_ error: any Error, in words: Words = .ours) {
    switch error {
    case let complaint as Complaint: self = complaint
    case let refusal as any Refusal: self.init(words(refusal.sentence))
    case let problems as Problems:
      self.init(problems.said(in: words).all.map(\.sentence).joined(separator: "\n"))
    case let problems as BlueprintProblems: self.init(words(problems.text))
    case let error as SQLError: self.init("the database says: \(error)", status: 70)
    case let problem as BackupProblem: self.init(problem.description)
    case let problem as TransferProblem: self.init(problem.description)
    case let problem as MigrationProblem: self.init(problem.description)
    default: return nil
    }
  }
}
