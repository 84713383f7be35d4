"""How often the arrows and loops of a network are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from fibrojournal.analysis.loops import Loop, loops
from fibrojournal.analysis.network import Network, network
from fibrojournal.analysis.screen import Arrow
from tests.calibration.person import EDGES, FIRST, NULL, TRIGGERS, World, people
from tests.calibration.stranger import Truth, strangers
from tests.calibration.table import Table, percent
from tests.calibration.tally import in_a_row, mean
from tests.calibration.truth import SIZES, Diary, Source

_LENGTHS = (90, 180, 365)
_LATE = tuple(
    replace(edge, lag=1) if (edge.source, edge.target) == ("sleep_quality", "pain") else edge
    for edge in EDGES
)
_SETTINGS: dict[str, Source] = {
    "one person": people(World()),
    "one person, pain a day after the night's own": people(World(edges=_LATE)),
    "good and bad days shared": people(World(shared=0.4)),
    "strangers": strangers(Truth.FLAT),
    "nothing related": people(NULL),
    "nothing, good and bad days shared": people(replace(NULL, shared=0.4)),
    "nothing, strangers": strangers(Truth.NOTHING),
    "nothing, strangers, shared": strangers(Truth.NOTHING, shared=0.4),
}


@dataclass
class _Drawn:
    """What networks of one setting and one length drew."""

    arrows: list[int] = field(default_factory=list)
    direct: list[bool] = field(default_factory=list)
    path: list[bool] = field(default_factory=list)
    dotted: list[bool] = field(default_factory=list)
    """Whether dotted arrows follow a true path."""
    found: dict[str, list[bool]] = field(default_factory=lambda: {size: [] for size in SIZES})
    loop: list[bool] = field(default_factory=list)
    """Whether each true loop of two was found."""
    false_loop: list[bool] = field(default_factory=list)

    def add(self, diary: Diary, drawn: Network) -> None:
        self.arrows.append(len(drawn.solid))
        self.direct += [_is_direct(diary, one) for one in drawn.solid]
        self.path += [diary.leads_to(*one.pair) for one in drawn.solid]
        self.dotted += [diary.leads_to(*one.pair) for one in drawn.dotted]
        solid = {one.pair for one in drawn.solid}
        for edge in diary.edges:
            self.found[edge.size_name].append((edge.source, edge.target) in solid)
        loops = {loop.nodes for loop in drawn.loops}
        self.loop += [one.nodes in loops for one in _true_rounds(diary)]
        self.false_loop.append(any(_is_false(diary, loop) for loop in drawn.loops))


def run(count: int) -> Iterator[Table]:
    """Draw the networks of many people."""
    rows = []
    for name, source in _SETTINGS.items():
        for days in _LENGTHS:
            drawn = _Drawn()
            for diary in source(count, days):
                drawn.add(diary, network(FIRST, diary.variables))
            rows.append([name, str(days), *_cells(drawn)])
    head = (
        "diaries",
        "days",
        "arrows a diary",
        "diaries with an arrow",
        "arrows that are true",
        "follow a true path",
        "dotted ones that do",
        "small / medium / large found",
        "true loops of two found",
        "diaries with a false loop",
    )
    yield Table("Networks (%, but for the number of arrows)", head, rows)


def _cells(drawn: _Drawn) -> Iterator[str]:
    yield f"{mean(drawn.arrows):.2g}"
    yield percent(mean([one > 0 for one in drawn.arrows]))
    yield from (percent(mean(one)) for one in (drawn.direct, drawn.path, drawn.dotted))
    yield in_a_row(mean(one) for one in drawn.found.values())
    yield from (percent(mean(one)) for one in (drawn.loop, drawn.false_loop))


def _is_direct(diary: Diary, arrow: Arrow) -> bool:
    return diary.edge(arrow.source, arrow.target, arrow.lag) is not None


def _true_rounds(diary: Diary) -> list[Loop]:
    """Return the loops of two things that lead to each other, without any between."""
    ratings = [one for one in diary.edges if one.source not in TRIGGERS]
    every = loops({(one.source, one.target): one.size for one in ratings})
    return [one for one in every if len(one.nodes) == 2]


def _is_false(diary: Diary, loop: Loop) -> bool:
    """Tell whether any arrow of a loop follows no true path."""
    after = (*loop.nodes[1:], loop.nodes[0])
    return not all(diary.leads_to(*pair) for pair in zip(loop.nodes, after, strict=True))
