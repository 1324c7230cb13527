import Concerns
import HTML
import Kernel
import SQLStore

/// Where else someone can turn, beside every form about concerns.
struct ChannelsCard: Sendable {
  private let channels: [OutsideChannel]

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    channels = try OutsideChannel.all(viewer: visit.viewer, reader: reader)
  }

  /// Whom to call where someone may come to harm.
  var callNow: HTML {
    NoticeBox.of(.bad) {
      h2 { "Is someone in danger now?" }
      p { "Call. Do not wait for an answer here." }
      list(.emergency)
    }
  }

  /// Other ways, and what cannot stay confidential.
  var elsewhere: HTML {
    Card.of("Other ways") {
      list(.outside)
      p(.class("soft")) {
        """
        What cannot stay confidential anywhere: danger to someone's life, abuse of a child or of \
        someone in care, and what a court or the law demands. Those who read you tell you first \
        where they can.
        """
      }
    }
  }

  @HTMLBuilder private func list(_ kind: OutsideChannel.Kind) -> HTML {
    let some = channels.filter { $0.kind == kind }
    if !some.isEmpty {
      ul {
        for channel in some {
          li {
            b { channel.name }
            ": "
            LinkedText.linked(channel.how)
          }
        }
      }
    }
  }
}
