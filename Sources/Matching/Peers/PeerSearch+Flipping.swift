extension PeerSearch {
  /// Pairs someone outside who has nobody, by the nearest edge.
  func pair(_ person: Int) {
    let from = nearest[person]
    blossoms.rebase(Int(blossoms.outer[person]), to: Int32(person))
    blossoms.mates[person] = from
    flip(to: from, with: Int32(person))
  }

  /// Trades pairs along the path from the root to an even person, who gets someone, or -1 for
  /// nobody.
  func flip(to person: Int32, with mate: Int32) {
    var (person, mate) = (person, mate)
    while true {
      let node = Int(blossoms.outer[Int(person)])
      let former = blossoms.mates[Int(blossoms.bases[node])]
      blossoms.rebase(node, to: person)
      blossoms.mates[Int(person)] = mate
      guard former >= 0 else { return }
      let odd = Int(blossoms.outer[Int(former)])
      let entry = entries[odd]
      blossoms.rebase(odd, to: entry.to)
      blossoms.mates[Int(entry.to)] = entry.from
      (person, mate) = (entry.from, entry.to)
    }
  }
}

extension PeerSearch {
  /// The pairs found, in order.
  var pairs: [PeerPair] {
    (0..<graph.count).filter { Int(blossoms.mates[$0]) > $0 }
      .map { PeerPair($0, Int(blossoms.mates[$0])) }
  }

  /// The potentials as the proof has them.
  var provenPotentials: [Int128] { (0..<graph.count).map { Int128(potentials[$0]) } }

  /// The blossoms with a price, as the proof has them.
  var provenBlossoms: [PeerProof.Blossom] {
    let priced = blossoms.all.filter { prices[$0] > 0 }.map { node in
      var members: [Int] = []
      blossoms.forEach(in: node) { members.append($0) }
      return PeerProof.Blossom(members: members.sorted(), price: Int128(prices[node]))
    }
    return priced.sorted { $0.members.lexicographicallyPrecedes($1.members) }
  }
}
