"""A person's own network: an arrow leads from what came first to what tended to follow.

All arrows are equally wide: differences of ratings, minutes and counts cannot be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fibrojournal.charts import network_words as words
from fibrojournal.charts.network_drawing import draw_network, height_of
from fibrojournal.charts.network_layout import in_order, middle_of
from fibrojournal.charts.trend_words import joined
from fibrojournal.charts.view import Drawn, Table, View
from fibrojournal.insights.links import Link, Links, Part, Tie
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.style import Look

_TOLD = 5
"""So many arrows are told with the picture; the list holds all."""


@dataclass(frozen=True, slots=True)
class NetworkView(View):
    """All that the picture shows, says and lists. Its marks are its parts, then its arrows."""

    found: Links
    parts: tuple[Part, ...]
    """Clockwise from the top; where there are arrows, only what they join.

    What most is joined to comes first, if it stands in the middle.
    """
    has_middle: bool
    sentence: str
    detail: str
    description: str
    chosen: int | None = None
    """The mark that stands out with all that is joined to it."""

    @property
    def title(self) -> str:
        """What the chart is, in a few words."""
        return _("Your network")

    @property
    def is_empty(self) -> bool:
        """Without an arrow or a pair there is nothing to draw."""
        return not self.parts

    @property
    def links(self) -> tuple[Link, ...]:
        """The arrows, in the order of the list."""
        return self.found.links

    def choosing(self, at: int | None) -> NetworkView:
        """Return the same network with another mark standing out."""
        return replace(self, chosen=at)

    def part_at(self, at: int) -> Part:
        """Return the part that a mark is, or what its arrow leads from."""
        return self.parts[at] if at < len(self.parts) else self.link_at(at).source

    def link_at(self, at: int) -> Link:
        """Return the arrow that a mark is."""
        return self.links[at - len(self.parts)]

    def is_link(self, at: int) -> bool:
        """Tell whether a mark is an arrow."""
        return at >= len(self.parts)

    def touching(self, part: Part) -> tuple[int, ...]:
        """Return the marks of all arrows that lead from a part, then of those that lead to it."""
        marks = list(enumerate(self.links, len(self.parts)))
        away = [at for at, link in marks if link.source.id == part.id]
        return (*away, *(at for at, link in marks if link.target.id == part.id))

    def height(self, width: float, scale: float) -> int:
        """Return how high the picture is at a width: lower where more stand side by side."""
        return round(height_of(self, width, scale))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure."""
        return draw_network(figure, self, look)

    def read_out(self, at: int) -> str:
        """Say what an arrow shows, or what a part is joined to."""
        if self.is_link(at):
            return words.sentence_of(self.found.questions, self.link_at(at))
        return self._joined(at)

    def table(self) -> Table:
        """List every arrow, then what went together."""
        arrows = self.arrows()
        rows = (
            (one, other, together, "", "", _("no arrow"), days)
            for one, other, together, days in self.ties().rows
        )
        return Table(arrows.headers, (*arrows.rows, *rows))

    def arrows(self) -> Table:
        """List every arrow."""
        headers = (
            _("Came first"),
            _("Then"),
            _("How much"),
            _("When"),
            _("Likely between"),
            _("How sure"),
            _("Days"),
        )
        return Table(headers, tuple(_link_row(self.found.questions, link) for link in self.links))

    def ties(self) -> Table:
        """List what went together."""
        headers = _("One"), _("The other"), _("On the same days"), _("Days")
        return Table(headers, tuple(map(_tie_row, self.found.ties)))

    def _joined(self, at: int) -> str:
        part = self.parts[at]
        before = [one.target for one in self.links if one.source.id == part.id]
        after = [one.source for one in self.links if one.target.id == part.id]
        ties = [one for one in self.found.ties if part.id in {one.one.id, one.other.id}]
        beside = [one.other if one.one.id == part.id else one.one for one in ties]
        said = [
            form.format(names=words.names_of(self.found.questions, names))
            for form, names in (
                (_("It tended to come before {names}."), before),
                (_("It tended to follow {names}."), after),
                (_("It went together with {names}."), beside),
            )
            if names
        ]
        return joined([f"{words.name_of(part)}.", *said])


def network_view(found: Links) -> NetworkView:
    """Make the picture of a network."""
    drawn = _joined_by_arrows(found) or found.parts
    ids = [part.id for part in drawn]
    pairs = [(ids.index(link.source.id), ids.index(link.target.id)) for link in found.links]
    middle = middle_of(len(ids), pairs)
    around = in_order(len(ids), [pair for pair in pairs if middle not in pair])
    order = around if middle is None else (middle, *(at for at in around if at != middle))
    parts = tuple(drawn[at] for at in order)
    left_out = [part for part in found.parts if part not in drawn]
    sentence, detail = words.finding(found), words.detail(found)
    if left_out:
        detail = joined([detail, _apart(found, left_out)])
    told = [words.sentence_of(found.questions, link) for link in found.links[:_TOLD]]
    if len(found.links) > _TOLD:
        told.append(_("The list holds all {n} arrows.").format(n=len(found.links)))
    description = joined([sentence, detail, *told])
    return NetworkView(found, parts, middle is not None, sentence, detail, description)


def _joined_by_arrows(found: Links) -> tuple[Part, ...]:
    ends = {part.id for link in found.links for part in (link.source, link.target)}
    return tuple(part for part in found.parts if part.id in ends)


def _apart(found: Links, left_out: Sequence[Part]) -> str:
    names = words.names_of(found.questions, left_out)
    return _("No arrow leads to or from {names}.").format(names=names)


def _link_row(questions: Questions, link: Link) -> tuple[str, ...]:
    """Write an arrow as a row of the table."""
    return (
        words.source_text(questions, link),
        words.name_of(link.target),
        words.how_much(questions, link),
        words.when(questions, link),
        words.likely_between(questions, link),
        words.how_sure(link),
        str(link.n),
    )


def _tie_row(tie: Tie) -> tuple[str, ...]:
    together = _("high together") if tie.is_alike else _("one high, the other low")
    return words.name_of(tie.one), words.name_of(tie.other), together, str(tie.n)
