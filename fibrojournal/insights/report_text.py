"""A report in plain lines, for whoever reads it on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fibrojournal.analysis.families import Label
from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.pages import Page
from fibrojournal.insights.cautions import fallen_away
from fibrojournal.insights.labels import chance_words, label_word
from fibrojournal.insights.names import noun
from fibrojournal.insights.network_words import (
    arrow_words,
    checked_words,
    loop_words,
    status_words,
)
from fibrojournal.insights.page_words import (
    checked,
    in_order,
    missing_days_words,
    next_look,
    summary,
)
from fibrojournal.insights.points import change, likely
from fibrojournal.insights.report import Report
from fibrojournal.insights.results import WHOLE_DAY
from fibrojournal.insights.spans import Shift, Treatment
from fibrojournal.insights.words import HELD_FIXED, is_found, told
from fibrojournal.text import N_, _, day_and_month, plural, sentence_case, with_year

_NOT_PROOF = N_("That things go together is not proof of cause.")


def as_text(found: Report) -> Iterator[str]:
    """Yield the lines of a report."""
    yield from _head(found)
    pages = {page.outcome: page for page in found.pages}
    for outcome in found.outcomes:
        yield ""
        yield sentence_case(noun(found.record.questions, outcome))
        if outcome in pages:
            yield from _page(found, pages[outcome])
        else:
            yield "  " + _why_none(found, outcome)
    yield from _titled(_("How sure the labels are"), _sureness(found))
    yield from _network(found)
    yield from _titled(_("Flares of pain"), _flares(found))
    yield from _titled(_("Lasting shifts"), [_shift(found, one) for one in found.shifts])
    yield from _titled(_("Around treatments"), [_treatment(found, one) for one in found.treatments])
    yield ""
    yield " ".join((_(HELD_FIXED), _(_NOT_PROOF)))


def _head(found: Report) -> Iterator[str]:
    record = found.record
    yield plural(
        "{n} day noted, from {{first}} to {{last}}.",
        "{n} days noted, from {{first}} to {{last}}.",
        record.days_noted,
    ).format(first=_day(record.first), last=_day(record.last_noted))
    if last_milestones(record.day):
        yield next_look(record)


def _why_none(found: Report, outcome: str) -> str:
    """Say why there is no page about an outcome."""
    if outcome == WHOLE_DAY:
        return _("It takes three of pain, fatigue, fog, mood and gut that are not always the same.")
    if found.record.is_noted(outcome):
        return _("All its answers are copied from another day, and such answers do not count.")
    return _("Nothing is noted of it.")


def _page(found: Report, page: Page) -> Iterator[str]:
    record = found.record
    yield "  " + summary(record, page)
    told_of = [one for one in in_order(page) if is_found(one) or fallen_away(one)]
    for relation in told_of:
        said = told(record, page, relation)
        label = _("{title} ({label})").format(title=said.title, label=said.label)
        about = (said.sentence, said.expectation, *said.notes)
        yield f"  - {label}: " + " ".join(words for words in about if words)
    yield "  " + " ".join((checked(record.questions, page), *_rest(page)))
    if caution := missing_days_words(record, page.outcome):
        yield "  " + caution


def _rest(page: Page) -> Iterator[str]:
    """Count what is not told one by one."""
    kinds = [one.label for one in page.relations]
    if none := kinds.count(Label.NONE):
        yield plural("{n} shows no clear link.", "{n} show no clear link.", none)
    if small := kinds.count(Label.NEGLIGIBLE):
        yield plural(
            "{n} shows probably none that matters.", "{n} show probably none that matters.", small
        )
    untold = [one.answer for one in page.relations if one.label is Label.NOT_ENOUGH_DAYS]
    if waiting := sum(one.estimate is not None for one in untold):
        yield plural("{n} waits for the next set day.", "{n} wait for the next set day.", waiting)
    if few := len(untold) - waiting:
        yield plural("{n} needs more days.", "{n} need more days.", few)


def _sureness(found: Report) -> list[str]:
    given = {
        (label_word(one.label, page.milestone), chance_words(one.label, page.milestone))
        for page in found.pages
        for one in page.relations
        if is_found(one)
    }
    return [
        _("{label}: {chance}").format(label=label, chance=chance) for label, chance in sorted(given)
    ]


def _network(found: Report) -> Iterator[str]:
    network, questions = found.network, found.record.questions
    yield ""
    yield _("Network")
    yield "  " + status_words(network)
    for loop in network.loops:
        yield "  - " + loop_words(questions, loop, network)
    for arrow in network.solid:
        yield "  - " + arrow_words(questions, arrow)
    for arrow in network.dotted:
        yield "  - " + _("Less sure: {arrow}").format(arrow=arrow_words(questions, arrow))
    if network.checked:
        yield "  " + checked_words(network)


def _titled(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  - {line}" for line in lines)


def _flares(found: Report) -> list[str]:
    return [
        _("From {start}, not over yet.").format(start=_day(one.start))
        if one.end is None
        else _("{start} to {end}.").format(start=_day(one.start), end=_day(one.end))
        for one in found.flares
    ]


def _shift(found: Report, shift: Shift) -> str:
    return _("From about {day} on, {measure} was {change} than in the weeks before.").format(
        day=_day(shift.day),
        measure=noun(found.record.questions, shift.measure),
        change=change(shift.measure, shift.change),
    )


def _treatment(found: Report, one: Treatment) -> str:
    known = one.change.difference
    words = {"name": one.name, "day": _day(one.start)}
    if known is None:
        return _(
            "{name}, {day}: {before} noted days before and {after} after; 21 a side are needed."
        ).format(**words, before=one.change.n_before, after=one.change.n_after)
    sentence = _("{name}, {day}: {outcome} was {change} after, {likely}.").format(
        **words,
        outcome=noun(found.record.questions, one.outcome),
        change=change(one.outcome, known.change),
        likely=likely(one.outcome, known.low, known.high),
    )
    if not one.change.after_bad_spell:
        return sentence
    return _("{sentence} It followed a bad spell, and symptoms often ease after one.").format(
        sentence=sentence
    )


def _day(day: date) -> str:
    return with_year(day_and_month(day), day)
