import Attachments
import Concerns
import HTML
import Kernel
import SQLStore

extension ConcernsPart {
  /// Files of writers, behind their codes and for those who handle.
  func registerFiles(in routes: inout Routes) {
    routes.act(ConcernPath.attach, .unseen) { visit, _, state, _ in
      CodeEntryPage(visit: visit, state: state).page
    } act: { visit, _, incoming in
      try await CodeEntryPace.shared.turn()
      return .page(try await FileReceipt(visit: visit, site: incoming.site).take(incoming))
    }
    routes.act(ConcernPath.openFile, .unseen) { visit, _, state, _ in
      CodeEntryPage(visit: visit, state: state).page
    } act: { visit, _, incoming in
      try await CodeEntryPace.shared.turn()
      let code = try Self.code(in: incoming.fields)
      let number = Int(incoming.fields[FileLine.numberField])
      return try await incoming.site.store.read { reader in
        Self.shown(try Self.opening { try OpenedFile(number, behind: code, reader: reader) })
      }
    }
    routes.page(ConcernPath.file, .signedIn) { visit, id, reader in
      let key = try visit.unlockedKey(reader)
      do {
        return Self.shown(
          try OpenedFile(id, viewer: visit.viewer, with: key, reader: reader))
      } catch ConcernRefusal.locked {
        let concern = try OpenedFile.concern(of: id, viewer: visit.viewer, reader: reader)
        return .page(UnlockPage(visit, before: concern).page)
      }
    }
  }

  /// A picture is shown by the browser; a text is kept, for nothing of ours is to look like a page.
  private static func shown(_ opened: OpenedFile) -> Reply {
    let file = opened.file
    return .download(
      Download(
        fileName: file.kind.name(opened.number), type: file.kind.mediaType, bytes: file.bytes,
        isShown: file.kind != .text))
  }
}
