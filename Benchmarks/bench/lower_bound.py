"""The least that withholding can cost, proven by capacity cuts: python lower_bound.py FILE FLOOR.

FLOOR is 1 where a reader knows that every zero is published, else 0. Small is 1 to 4, and each
small cell must be able to reach 5. The cuts are those of Fischetti and Salazar-Gonzalez (2001),
with coefficients no greater than the need; HiGHS solves the whole-number master problem. Whatever
its bound says holds for every pattern, whoever found it. Run it with the Python of the peers, which
has highspy and numpy (.build-tools/bench/disclosure-venv/bin/python after `make bench`).
"""

import csv
import sys
import time

import highspy
import numpy as np

NEED, FAR, SECONDS = 5, 10_000, 120


def read(path):
    """The counts with all totals, and the relations as lists of cells, the total last."""
    rows = list(csv.reader(open(path, encoding="utf-8")))[1:]
    axes = range(len(rows[0]) - 1)
    codes = [sorted({row[axis] for row in rows}) for axis in axes]
    table = np.zeros([len(own) + 1 for own in codes], dtype=int)
    for row in rows:
        table[tuple(codes[axis].index(row[axis]) for axis in axes)] = int(row[-1])
    for axis in axes:
        view = np.moveaxis(table, axis, 0)
        view[-1] = view[:-1].sum(axis=0)
    cells = np.arange(table.size).reshape(table.shape)
    relations = [line for axis in axes
                 for line in np.moveaxis(cells, axis, -1).reshape(-1, table.shape[axis])]
    return table.ravel(), relations


def program():
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    return solver


class Attack:
    """How far a reader must deem each small cell able to rise when some cells are withheld."""

    def __init__(self, values, relations, floor):
        self.values, self.room = values, np.maximum(values - floor, 0)
        self.small = [cell for cell, value in enumerate(values) if 0 < value < NEED]
        self.solver = program()
        self.solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        for _ in values:
            self.solver.addVar(0.0, 0.0)
        for line in relations:
            signs = np.ones(len(line))
            signs[-1] = -1
            self.solver.addRow(0.0, 0.0, len(line), line.astype(np.int32), signs)

    def cuts(self, withheld):
        """What every safe pattern has and this one, perhaps of fractions, has not."""
        cells = np.arange(len(self.values), dtype=np.int32)
        self.solver.changeColsBounds(len(cells), cells, -self.room * withheld, FAR * withheld)
        for cell in self.small:
            need = NEED - self.values[cell]
            self.solver.changeColCost(cell, 1.0)
            self.solver.changeColBounds(cell, -float(self.room[cell]), float(need))
            self.solver.run()
            if self.solver.getInfo().objective_function_value < need - 1e-4:
                dual = np.array(self.solver.getSolution().col_dual)
                cut = np.minimum(np.where(dual > 0, dual * FAR, -dual * self.room), need)
                cut[cell] = 0
                cut[cut < 1e-9] = 0
                yield cut, need
            self.solver.changeColCost(cell, 0.0)
            self.solver.changeColBounds(cell, -float(self.room[cell]), float(FAR))


class Master:
    """The cheapest cells that keep all cuts so far."""

    def __init__(self, attack, cuts, whole):
        self.solver = program()
        for cell, value in enumerate(attack.values):
            low, high = float(0 < value < NEED), float(value > 0)
            self.solver.addVar(low, high)
            self.solver.changeColCost(cell, float(value))
            if whole and low < high:
                self.solver.changeColIntegrality(cell, highspy.HighsVarType.kInteger)
        for cut in cuts:
            self.add(*cut)

    def add(self, cut, need):
        cells = np.nonzero(cut)[0]
        self.solver.addRow(
            float(need), highspy.kHighsInf, len(cells), cells.astype(np.int32), cut[cells])

    def solve(self):
        self.solver.run()
        return np.clip(np.array(self.solver.getSolution().col_value), 0, 1)


def main(path, floor):
    values, relations = read(path)
    attack, cuts, started = Attack(values, relations, floor), [], time.time()
    for whole in (False, True):
        master = Master(attack, cuts, whole)
        while time.time() - started < SECONDS:
            pattern = master.solve()
            found = list(attack.cuts(np.round(pattern) if whole else pattern))
            info = master.solver.getInfo()
            bound = info.mip_dual_bound if whole else info.objective_function_value
            print(f"{bound:.1f} after {len(cuts)} cuts, {len(found)} new", flush=True)
            for cut in found:
                master.add(*cut)
            cuts += found
            if not found:
                break
    print(f"No pattern withholds less than a value of {int(np.ceil(bound - 1e-6))}.")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
