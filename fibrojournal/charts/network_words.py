"""A network in words: what tended to come before what, what may feed itself, and how sure it is.

"Goes with" and "tends to come before", never more: another thing may lie behind both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fibrojournal.analysis.network import FIRST_LOOPS, Status
from fibrojournal.charts.difference_words import size_text
from fibrojournal.charts.trend_words import joined
from fibrojournal.insights.links import Link, Links, Part, Round, Tie
from fibrojournal.journal.measures import Asked, Direction, Measure
from fibrojournal.journal.questions import is_own_id
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import N_, _, plural

BEHIND_BOTH = N_("It could also be something else behind both.")
NO_LOOPS_YET = N_("Loops are looked for from day 180 of a journal.")
_NIGHTS = frozenset(
    {"sleep_quality", "sleep_hours", "sleep_latency_minutes", "awakenings", "sleep_device_score"}
)
"""What is asked on waking and belongs to the night before it."""
_INSIDE = {
    "energy_morning": N_("waking energy"),
    "energy_evening": N_("evening energy"),
    "gut": N_("stomach and bowels"),
    "burning": N_("burning or tingling"),
}
"""Names that hold a comma, as they stand inside a sentence."""


def name_of(part: Part) -> str:
    """Name a part where it stands alone."""
    return part.label if isinstance(part, Trigger) else part.short_label


def inside(part: Part) -> str:
    """Name a part inside a sentence; chips and a person's own words stay as they were written."""
    name = name_of(part)
    if isinstance(part, Trigger) or is_own_id(part.id):
        return f"“{name}”"
    if part.id in _INSIDE:
        return _(_INSIDE[part.id])
    return name[:1].lower() + name[1:]


# Arrows


def when(link: Link) -> str:
    """Say how much later the target came, counted from the night where the source is one."""
    if not link.lag:
        return _("the same day")
    if link.source.id in _NIGHTS:
        return _("the next night") if link.target.id in _NIGHTS else _("2 days after the night")
    if link.target.id in _NIGHTS:
        return _("the night after")
    if link.target.asked is Asked.WAKING:
        return _("the next morning")
    return _("the day after")


def how_much(link: Link) -> str:
    """Say how much higher or lower the target stood: "1.3 higher", "12 min lower"."""
    return _higher(link.target, _turned(link) * link.effect)


def how_sure(link: Link) -> str:
    """Name the kind of arrow."""
    return _("likely") if link.is_solid else _("possible")


def on_arrow(link: Link) -> str:
    """Write a difference as short as on an arrow: "+1.3"."""
    effect = _turned(link) * link.effect
    sign = "+" if effect > 0 else "\N{MINUS SIGN}"
    return f"{sign}{size_text(link.target, effect)}"


def likely_between(link: Link) -> str:
    """Write the interval of how much higher or lower the target stood, signed where it holds 0."""
    low, high = sorted((_turned(link) * link.low, _turned(link) * link.high))
    write = _signed
    if low > 0 or high < 0:
        low, high = sorted((abs(low), abs(high)))
        write = size_text
    return _("{low} and {high}").format(low=write(link.target, low), high=write(link.target, high))


def source_text(link: Link) -> str:
    """Name what came first, and which end of it is meant."""
    if isinstance(link.source, Trigger):
        return link.source.label
    form = _("{measure}, low") if _turned(link) < 0 else _("{measure}, high")
    return form.format(measure=name_of(link.source))


def sentence_of(link: Link) -> str:
    """Say an arrow as a sentence: how much, when, likely between what, from how many days."""
    words = _(
        "With {source}, {target} stood {size} {when}, likely between {interval}."
        " A solid arrow, from {n} days."
    )
    if not link.is_solid:
        words = _(
            "With {source}, {target} stood {size} {when}, likely between {interval}."
            " A dotted arrow, from {n} days: possible, no more."
        )
    return words.format(
        source=_source_inside(link),
        target=inside(link.target),
        size=how_much(link),
        when=when(link),
        interval=likely_between(link),
        n=link.n,
    )


def _source_inside(link: Link) -> str:
    if isinstance(link.source, Trigger):
        return inside(link.source)
    form = _("{measure} low rather than high")
    if _turned(link) > 0:
        form = _("{measure} high rather than low")
    return form.format(measure=inside(link.source))


def _turned(link: Link) -> int:
    """Of what is good where it is high, the low end is spoken of: poor sleep, low mood."""
    source = link.source
    good = isinstance(source, Measure) and source.direction is Direction.HIGH_IS_GOOD
    return -1 if good else 1


def _higher(measure: Measure, change: float) -> str:
    form = _("{size} higher") if change > 0 else _("{size} lower")
    return form.format(size=size_text(measure, change))


def _signed(measure: Measure, change: float) -> str:
    size = size_text(measure, change)
    if size == size_text(measure, 0):
        return size
    return f"+{size}" if change > 0 else f"\N{MINUS SIGN}{size}"


# Loops and ties


def loop_title(loop: Round) -> str:
    """Say what may feed or damp itself."""
    names = listed(loop.parts)
    if len(loop.parts) == 2:
        form = (
            _("{names} may feed each other.") if loop.feeds else _("{names} may damp each other.")
        )
    else:
        form = _("{names} may feed each other, in a round.")
        if not loop.feeds:
            form = _("{names} may damp each other, in a round.")
    return form.format(names=_upper(names))


def loop_names(found: Links) -> tuple[str, ...]:
    """Name the loops by number, and by what they may do: "Loop 1 feeds"."""
    return tuple(
        (_("Loop {n} feeds") if loop.feeds else _("Loop {n} damps")).format(n=at)
        for at, loop in enumerate(found.rounds, 1)
    )


def loop_text(loop: Round, links: Sequence[Link]) -> str:
    """Say a loop step by step; what is meant by feeding and damping; and what else it may be."""
    steps = [_step(link) for link in links_of_loop(loop, links)]
    means = (
        _("More of it then comes back as more.")
        if loop.feeds
        else _("More of it then comes back as less, so it steadies itself.")
    )
    return joined([_upper("; ".join(steps)) + ".", means, _(BEHIND_BOTH)])


def links_of_loop(loop: Round, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the arrows of a loop in their order."""
    ids = [part.id for part in loop.parts]
    by_pair = {(link.source.id, link.target.id): link for link in links if link.is_solid}
    return tuple(by_pair[pair] for pair in zip(ids, [*ids[1:], ids[0]], strict=True))


def tie_text(tie: Tie) -> str:
    """Say that two ratings went together, and in which sense."""
    form = _("{one} and {other} went together, order unknown: high on the same days.")
    if not tie.is_alike:
        form = _(
            "{one} and {other} went together, order unknown: one high where the other was low."
        )
    return form.format(one=name_of(tie.one), other=inside(tie.other))


def _step(link: Link) -> str:
    return _("{source}, then {target} {size} {when}").format(
        source=_source_inside(link),
        target=inside(link.target),
        size=how_much(link),
        when=when(link),
    )


def listed(parts: Iterable[Part]) -> str:
    """Name several parts inside a sentence, each once."""
    *others, last = dict.fromkeys(inside(part) for part in parts)
    if not others:
        return last
    return _("{some} and {last}").format(some=", ".join(others), last=last)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


# The whole


def finding(found: Links) -> str:
    """Say in one sentence what the network shows."""
    if found.status is Status.TOO_EARLY:
        return _("The general picture. Yours appears after about 90 days.")
    feeding = [loop for loop in found.rounds if loop.feeds]
    if found.rounds:
        return loop_title((feeding or found.rounds)[0])
    solid = [link for link in found.links if link.is_solid]
    if solid:
        return plural(
            "One arrow so far: from {{source}} to {{target}}.",
            "{n} arrows so far; the largest leads from {{source}} to {{target}}.",
            len(solid),
        ).format(source=inside(solid[0].source), target=inside(solid[0].target))
    if found.links:
        return plural(
            "No sure arrow so far, and {n} that is possible.",
            "No sure arrow so far, and {n} that are possible.",
            len(found.links),
        )
    return _("No arrow so far.")


def detail(found: Links) -> str:
    """Say how sure that is, and from how much it was picked."""
    if found.status is Status.TOO_EARLY:
        return days_needed(found)
    checked = plural(
        "{n} question was checked, up to day {{day}} of your journal.",
        "{n} questions were checked, up to day {{day}} of your journal.",
        found.checked,
    ).format(day=found.milestone)
    parts = [checked]
    if found.rounds:
        parts.insert(0, _(BEHIND_BOTH))
    if found.links:
        parts.append(chance(found))
    else:
        parts.append(
            _("That is what most journals show in the first months. Not seen yet is not absent.")
        )
    if found.status is Status.NO_LOOPS_YET:
        parts.append(_(NO_LOOPS_YET))
    return joined(parts)


def chance(found: Links) -> str:
    """Say how many of the arrows chance may have drawn."""
    if (found.milestone or 0) < FIRST_LOOPS:
        return _("This early, about 4 in 10 arrows may be chance.")
    return _("About 1 in 10 solid arrows may be chance, and 1 in 3 dotted ones.")


def days_needed(found: Links) -> str:
    """Say how many days are left until arrows may be shown."""
    return plural(
        "Your own arrows may appear from day 90 of your journal: {n} more day.",
        "Your own arrows may appear from day 90 of your journal: {n} more days.",
        found.days_needed or 0,
    )
