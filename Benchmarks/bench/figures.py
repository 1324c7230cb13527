"""Numbers of several rounds, and how they are said."""

import dataclasses
import statistics


@dataclasses.dataclass
class Figure:
    """One line of the results."""

    what: str
    value: str
    #: What the issue asks for; empty where it asks for nothing.
    goal: str = ""
    #: Whether the goal is met; nothing where there is none.
    met: bool | None = None

    @property
    def verdict(self) -> str:
        return {True: "met", False: "missed", None: ""}[self.met]


def spread(values: list[float], digits: int = 1, unit: str = "") -> str:
    """The median with the least and the greatest of the rounds."""
    middle, least, most = (
        f"{value:,.{digits}f}" for value in (statistics.median(values), min(values), max(values)))
    return f"{middle}{unit} ({least} to {most})"


def at_least(what: str, ratios: list[float], goal: float) -> Figure:
    return Figure(what, spread(ratios), f"at least {goal:g}", statistics.median(ratios) >= goal)


def at_most(what: str, values: list[float], goal: float, digits: int = 2,
            unit: str = "") -> Figure:
    return Figure(what, spread(values, digits, unit), f"at most {goal:g}{unit}",
                  statistics.median(values) <= goal)


def table(figures: list[Figure]) -> list[str]:
    """The figures as a table that reads well on a terminal and in Markdown."""
    rows = [["Figure", "Median (least to most)", "Goal", ""]]
    rows += [[one.what, one.value, one.goal, one.verdict] for one in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["| " + " | ".join(
        cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return lines
