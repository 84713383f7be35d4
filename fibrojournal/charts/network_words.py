"""A network in words: what tended to come before what, what may feed itself, and how sure it is.

"Goes with" and "tends to be followed by", never more: another thing may lie behind both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fibrojournal.analysis.network import FIRST_ARROWS, FIRST_LOOPS, Status
from fibrojournal.charts.difference_words import size_text
from fibrojournal.charts.trend_words import joined
from fibrojournal.insights import timing
from fibrojournal.insights.links import Link, Links, Part, Round
from fibrojournal.insights.names import end, noun, plain_end, spoken_high, title
from fibrojournal.insights.network_words import chance
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.triggers import Trigger
from fibrojournal.text import _, listed, plural, sentence_case

# Arrows


def name_of(part: Part) -> str:
    """Name a part where it stands alone."""
    return part.label if isinstance(part, Trigger) else part.short_label


def names_of(questions: Questions, parts: Iterable[Part]) -> str:
    """Name several parts inside a sentence, each once."""
    return listed(list(dict.fromkeys(noun(questions, part.id) for part in parts)))


def source_text(questions: Questions, link: Link) -> str:
    """Name what came first, by the end of it that is meant: "Poor sleep"."""
    return title(questions, link.source.id)


def when(questions: Questions, link: Link) -> str:
    """Say how much later the target came, counted from the night where the source is one."""
    return timing.when(questions, link.source.id, link.target.id, link.lag)


def how_much(questions: Questions, link: Link) -> str:
    """Say how much higher or lower the target stood: "1.3 higher", "12 min lower"."""
    effect = _turned(questions, link) * link.effect
    form = _("{size} higher") if effect > 0 else _("{size} lower")
    return form.format(size=size_text(link.target, effect))


def likely_between(questions: Questions, link: Link) -> str:
    """Write the interval of how much higher or lower the target stood."""
    low, high = likely_ends(questions, link)
    return _("{low} and {high}").format(low=low, high=high)


def likely_ends(questions: Questions, link: Link) -> tuple[str, str]:
    """Write both ends of the interval, signed where it holds 0."""
    turned, target = _turned(questions, link), link.target
    low, high = sorted((turned * link.low, turned * link.high))
    write = _signed
    if low > 0 or high < 0:
        low, high = sorted((abs(low), abs(high)))
        write = size_text
    return write(target, low), write(target, high)


def on_arrow(questions: Questions, link: Link) -> str:
    """Write a difference as short as on an arrow: "+1.3"."""
    return _signed(link.target, _turned(questions, link) * link.effect)


def how_sure(link: Link) -> str:
    """Name the kind of arrow."""
    return _("likely") if link.is_solid else _("possible")


def sentence_of(questions: Questions, link: Link) -> str:
    """Say an arrow as a sentence: how much, when, likely between what, from how many days."""
    form = _(
        "{source} tends to be followed by {target} {when}: {size}, likely between {interval}."
        " {kind}, from {n} days."
    )
    if not timing.steps(questions, link.source.id, link.target.id, link.lag):
        form = _(
            "{source} tends to go with {target} {when}: {size}, likely between {interval}."
            " {kind}, from {n} days."
        )
    effect = _turned(questions, link) * link.effect
    return sentence_case(
        form.format(
            source=_end_meant(questions, link),
            target=end(questions, link.target.id, high=effect > 0),
            when=when(questions, link),
            size=how_much(questions, link),
            interval=likely_between(questions, link),
            kind=_("A solid arrow") if link.is_solid else _("A dotted arrow, so possible at most"),
            n=link.n,
        )
    )


def _end_meant(questions: Questions, link: Link) -> str:
    source = link.source.id
    return plain_end(questions, source, high=spoken_high(questions, source))


def _turned(questions: Questions, link: Link) -> int:
    """Of what is good where it is high, the low end is spoken of: poor sleep, low mood."""
    return 1 if isinstance(link.source, Trigger) or spoken_high(questions, link.source.id) else -1


def _signed(measure: Measure, change: float) -> str:
    size = size_text(measure, change)
    if size == size_text(measure, 0):
        return size
    return f"+{size}" if change > 0 else f"\N{MINUS SIGN}{size}"


# Loops


def loop_names(found: Links) -> tuple[str, ...]:
    """Name the loops by number; what each may do takes a sentence."""
    return tuple(_("Loop {n}").format(n=at) for at, _loop in enumerate(found.rounds, 1))


def loop_steps(questions: Questions, loop: Round, links: Sequence[Link]) -> str:
    """Say a loop step by step, and what is meant by feeding and damping."""
    steps = [
        _("{source}, then {target} {size} {when}").format(
            source=_end_meant(questions, link),
            target=noun(questions, link.target.id),
            size=how_much(questions, link),
            when=when(questions, link),
        )
        for link in links_of_loop(loop, links)
    ]
    means = _("Once round, a rise may come back as a rise.")
    if not loop.feeds:
        means = _("Once round, a rise may come back as a fall, so that it steadies itself.")
    told = [sentence_case("; ".join(steps)) + "."]
    if loop.night is not None:
        night, day = (noun(questions, one.id) for one in (loop.night.one, loop.night.other))
        told.append(
            sentence_case(
                _(
                    "{night} and {day} went together: a night and the day after it. If some days"
                    " are simply worse all round, that looks the same, so this step has no arrow."
                ).format(night=night, day=day)
            )
        )
    return joined([*told, means])


def links_of_loop(loop: Round, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the arrows of a loop in their order; a night's own day has none."""
    ids = [part.id for part in loop.parts]
    by_pair = {(link.source.id, link.target.id): link for link in links if link.is_solid}
    pairs = zip(ids, [*ids[1:], ids[0]], strict=True)
    return tuple(by_pair[pair] for pair in pairs if pair in by_pair)


# The whole


def finding(found: Links) -> str:
    """Say in a sentence or two what the network shows."""
    if found.status is Status.TOO_EARLY:
        return _("The general picture. Yours appears after about 90 days.")
    if found.rounds:
        return next((loop for loop in found.rounds if loop.feeds), found.rounds[0]).words
    solid = [link for link in found.links if link.is_solid]
    if solid:
        source, target = solid[0].source.id, solid[0].target.id
        return plural(
            "One arrow so far: from {{source}} to {{target}}.",
            "{n} arrows so far; the largest leads from {{source}} to {{target}}.",
            len(solid),
        ).format(source=noun(found.questions, source), target=noun(found.questions, target))
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
    parts = [checked, chance(found.status)]
    if not found.links:
        parts[1] = _(
            "That is common in the first months, and says nothing against your notes. Not seen yet"
            " is not absent."
        )
    if found.status is Status.NO_LOOPS_YET:
        form = _("Loops are looked for from day {day} on.")
        parts.append(form.format(day=FIRST_LOOPS))
    return joined(parts)


def days_needed(found: Links) -> str:
    """Say how many days are left until arrows may be shown."""
    return plural(
        "Your own arrows may appear from day {{day}} of your journal: {n} more day.",
        "Your own arrows may appear from day {{day}} of your journal: {n} more days.",
        found.days_needed or 0,
    ).format(day=FIRST_ARROWS)
