"""Closed rounds of arrows: what may feed itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

LONGEST = 4
"""Things in a round; longer ones are no longer readable, nor believable."""


@dataclass(frozen=True, slots=True)
class Loop:
    """A round of arrows, beginning with the name that sorts first."""

    nodes: tuple[str, ...]
    feeds: bool
    """True where more of the first comes back as more of it; False where it is damped."""
    night: tuple[str, str] | None = None
    """The step that no arrow makes, if any: a night, and a rating of its own day beside it."""


def loops(slopes: Mapping[tuple[str, str], float]) -> tuple[Loop, ...]:
    """Find every round of two to four arrows; `slopes` are by source and target, none is 0."""
    following: dict[str, set[str]] = {}
    for source, target in slopes:
        following.setdefault(source, set()).add(target)
    found = [
        nodes for start in sorted(following) for nodes in _rounds((start,), following, LONGEST)
    ]
    return tuple(Loop(nodes, _sign(nodes, slopes) > 0) for nodes in sorted(found, key=_order))


def _rounds(
    walked: tuple[str, ...], following: Mapping[str, Set[str]], most: int
) -> Iterator[tuple[str, ...]]:
    start = walked[0]
    for node in sorted(following.get(walked[-1], ())):
        if node == start:
            yield walked
        elif node > start and node not in walked and len(walked) < most:
            yield from _rounds((*walked, node), following, most)


def _sign(nodes: tuple[str, ...], slopes: Mapping[tuple[str, str], float]) -> int:
    against = sum(slopes[pair] < 0 for pair in zip(nodes, (*nodes[1:], nodes[0]), strict=True))
    return 1 if against % 2 == 0 else -1


def _order(nodes: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return len(nodes), nodes
