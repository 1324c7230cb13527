"""Counts a .blt file with a peer, in its own environment: prints seconds and who is elected.

  tally_peers.py pyrankvote|pref_voting FILE
"""

import json
import sys
import time


def ballots(path: str) -> tuple[int, dict[tuple[int, ...], int]]:
    """How many candidates there are, and how often each ranking of them (from 0) comes."""
    found: dict[tuple[int, ...], int] = {}
    with open(path, encoding="utf-8") as file:
        candidates = int(file.readline().split()[0])
        for line in file:
            words = line.split()
            if words[0] == "0":
                break
            ranking = tuple(int(word) - 1 for word in words[1:-1])
            found[ranking] = found.get(ranking, 0) + int(words[0])
    return candidates, found


def pyrankvote_irv(candidates: int, found: dict) -> tuple[float, list[int]]:
    import pyrankvote
    names = [pyrankvote.Candidate(str(number + 1)) for number in range(candidates)]
    papers = []
    for ranking, count in found.items():
        ballot = pyrankvote.Ballot(ranked_candidates=[names[number] for number in ranking])
        papers += [ballot] * count
    started = time.process_time()
    result = pyrankvote.instant_runoff_voting(names, papers)
    took = time.process_time() - started
    return took, [int(winner.name) for winner in result.get_winners()]


def pref_voting_schulze(candidates: int, found: dict) -> tuple[float, list[int]]:
    from pref_voting.margin_based_methods import beat_path
    from pref_voting.profiles_with_ties import ProfileWithTies
    profile = ProfileWithTies(
        [{number: rank + 1 for rank, number in enumerate(ranking)} for ranking in found],
        rcounts=list(found.values()), candidates=list(range(candidates)))
    profile.use_extended_strict_preference()
    started = time.process_time()
    winners = beat_path(profile.margin_graph(), algorithm="floyd_warshall")
    took = time.process_time() - started
    return took, sorted(int(winner) + 1 for winner in winners)


PROGRAMS = {"pyrankvote": pyrankvote_irv, "pref_voting": pref_voting_schulze}

if __name__ == "__main__":
    seconds, elected = PROGRAMS[sys.argv[1]](*ballots(sys.argv[2]))
    print(json.dumps({"seconds": seconds, "elected": elected}))
