"""Matches a bmatch file with a peer, in its own environment: the most people, then the most points.

  mentoring_peers.py LEMON|OR-tools FILE

Prints the seconds of solving alone, how many are matched, and their points. Each person goes
through one real edge or past all mentors, as a flow of the least cost.
"""

import json
import sys
import time

import numpy as np


def read(path: str):
    with open(path, encoding="ascii") as file:
        mentees, mentors, _ = map(int, file.readline().split()[1:])
        places = np.array(file.readline().split(), dtype=np.int64)
        edges = np.fromstring(file.read(), dtype=np.int64, sep=" ").reshape(-1, 3)
    assert len(places) == mentors
    return mentees, places, edges[:, 0], edges[:, 1], edges[:, 2]


class Flow:
    """The arcs of the flow: into mentees, pairs, out of mentors, past all mentors."""

    def __init__(self, mentees, places, mentee, mentor, points) -> None:
        mentors = len(places)
        self.source, self.sink = mentees + mentors, mentees + mentors + 1
        people, helpers = np.arange(mentees), mentees + np.arange(mentors)
        self.mentees, self.pairs, self.points = mentees, len(mentee), points
        # One person more outweighs whatever all others could gain along an exchange of pairs.
        person = int(points.max(initial=0)) * min(mentees, int(places.sum())) + 1
        top = person + int(points.max(initial=0))
        self.tail = np.concatenate([np.full(mentees, self.source), mentee, helpers, people])
        self.head = np.concatenate(
            [people, mentees + mentor, np.full(mentors, self.sink), np.full(mentees, self.sink)])
        self.room = np.concatenate(
            [np.ones(mentees), np.ones(len(mentee)), places, np.ones(mentees)]).astype(np.int64)
        self.cost = np.concatenate(
            [np.zeros(mentees), top - person - points, np.zeros(mentors), np.full(mentees, top)]
        ).astype(np.int64)

    def lemon(self):
        import pylmcf
        order = np.lexsort((self.head, self.tail))
        supply = np.zeros(self.sink + 1, dtype=np.int64)
        supply[self.source], supply[self.sink] = self.mentees, -self.mentees
        started = time.perf_counter()
        graph = pylmcf.Graph(len(supply), self.tail[order], self.head[order])
        graph.set_node_supply(supply)
        graph.set_edge_capacities(self.room[order])
        graph.set_edge_costs(self.cost[order])
        graph.solve()
        took = time.perf_counter() - started
        flow = np.empty(len(order), dtype=np.int64)
        flow[order] = np.asarray(graph.result())
        return took, flow

    def ortools(self):
        from ortools.graph.python import min_cost_flow
        started = time.perf_counter()
        graph = min_cost_flow.SimpleMinCostFlow()
        arcs = graph.add_arcs_with_capacity_and_unit_cost(
            self.tail.astype(np.int32), self.head.astype(np.int32), self.room, self.cost)
        graph.set_nodes_supplies(
            np.array([self.source, self.sink], dtype=np.int32),
            np.array([self.mentees, -self.mentees], dtype=np.int64))
        assert graph.solve() == graph.OPTIMAL
        took = time.perf_counter() - started
        return took, graph.flows(arcs)


def main(name: str, path: str) -> None:
    flow = Flow(*read(path))
    took, found = {"LEMON": flow.lemon, "OR-tools": flow.ortools}[name]()
    chosen = np.nonzero(found[flow.mentees:flow.mentees + flow.pairs])[0]
    print(json.dumps({"seconds": took, "matched": len(chosen),
                      "total": int(flow.points[chosen].sum())}))


if __name__ == "__main__":
    main(*sys.argv[1:])
