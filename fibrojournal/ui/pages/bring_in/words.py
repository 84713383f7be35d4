"""What the page Bring in a file says: of columns, of rows to look at, of what is assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fibrojournal.exchange.dates import Order
from fibrojournal.exchange.guesses import (
    DAY,
    LEAVE_OUT,
    NOTE,
    OWN_QUESTION,
    OWN_TRIGGER,
    Role,
    measure_of,
)
from fibrojournal.exchange.plan import REMEDIES, Kind, Place, Plan, Remedy, Trouble
from fibrojournal.journal.measures import Place as Where
from fibrojournal.journal.questions import Questions
from fibrojournal.storage.batch import Clash
from fibrojournal.text import N_, _, day_and_month, plain_number, plural
from fibrojournal.ui.bring_in import Preview

_TOGETHER_FROM = 4
"""From so many troubles of one kind on, they stand on one line with one choice."""
_MOST_DAYS = 8
"""So many days with other answers stand on a line of their own."""
_REMEDIES = {
    Remedy.LEFT_OUT: N_("Left out"),
    Remedy.BLANK: N_("Blank"),
    Remedy.NEAREST: N_("Nearest end"),
    Remedy.FIRST: N_("First kept"),
    Remedy.LAST: N_("Last kept"),
    Remedy.MEAN: N_("Their mean"),
}
_ROWS = {
    Kind.NO_DATE: N_("date “{cell}”"),
    Kind.FUTURE: N_("{cell}, a day to come"),
    Kind.TOO_OLD: N_("{cell}, before 1900"),
    Kind.ODD: N_("more or fewer cells than there are columns"),
    Kind.AGAIN: N_("another entry that day"),
}
_PARTS = {
    "body_map": N_("body maps"),
    "copied": N_("copied answers"),
    "events": N_("events"),
    "moments": N_("moments"),
    "settings": N_("choices about questions"),
    "strength": N_("the strength of triggers"),
}
_LONGEST = 28
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Item:
    """A row to look at, or several alike: what it is, and what can become of it."""

    title: str
    words: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    places: tuple[Place, ...] = ()
    clashes: tuple[tuple[date, str], ...] = ()


def targets(questions: Questions) -> list[tuple[str, str]]:
    """List all that a column can become, with its name."""
    measures = [m for m in questions.day_measures if m.place is not Where.DERIVED]
    return [
        (LEAVE_OUT, _("Leave out")),
        (DAY, _("The day")),
        (NOTE, _("Note")),
        *((measure.id, measure.label) for measure in measures),
        *((trigger.id, trigger.label) for trigger in questions.triggers),
        (OWN_QUESTION, _("A question of your own")),
        (OWN_TRIGGER, _("A trigger of your own")),
    ]


def target_icon(target: str, questions: Questions) -> str:
    """Return the icon of what a column becomes."""
    icons = {LEAVE_OUT: "x", DAY: "calendar", NOTE: "text", OWN_TRIGGER: "tags"}
    if target in icons:
        return icons[target]
    return "tags" if questions.trigger(target) is not None else "chart-line"


def how_words(role: Role, name: str, questions: Questions) -> str:
    """Say how a column is read, where there is only one way."""
    if role.target == LEAVE_OUT:
        return _("not brought in")
    if role.target == DAY:
        return _("the day of the row")
    if role.target == NOTE:
        return _("words, as they are")
    measure = measure_of(role.target, name, questions)
    if measure is None:
        return _("yes or no")
    return role.way.words(measure) if role.way else _("no numbers on its scale")


def example(cell: str) -> str:
    """Show what stands in a column; words in quotation marks."""
    short = cell if len(cell) <= _LONGEST else f"{cell[: _LONGEST - 1].rstrip()}…"
    return (
        short if any(letter.isdigit() for letter in short) else _("“{words}”").format(words=short)
    )


def kind_words(plan: Plan, again: int) -> str:
    """Say what kind of file it is."""
    at = plan.day_column
    if at is None:
        return _("A table. No column looks like a date. Choose one to go on.")
    dates = plan.sheet.filled(at)
    words = _("A table: one row a day, dates such as {date}.")
    if again * 5 > len(plan.sheet.rows):
        words = _("A table: several rows a day, dates such as {date}.")
    return words.format(date=dates[0] if dates else "")


def order_words(plan: Plan) -> str:
    """Say which date can be read in two ways."""
    at = plan.day_column
    cells = plan.sheet.filled(at) if at is not None else []
    return _("In {date}, what comes first?").format(date=cells[0] if cells else "")


def counts(preview: Preview) -> list[tuple[int, str]]:
    """Return the figures of a file, each with what it counts."""
    look = preview.look
    rows = to_look_at(preview)
    return [
        (look.days, plural("day to bring in", "days to bring in", look.days)),
        (look.answers, plural("answer", "answers", look.answers)),
        (look.notes, plural("note", "notes", look.notes)),
        (rows, plural("row to look at", "rows to look at", rows)),
        (look.here, plural("day already here", "days already here", look.here)),
    ]


def to_look_at(preview: Preview) -> int:
    """Count the rows that need a look, and the days on which the journal says otherwise."""
    rows = len(preview.drawn.troubles) if preview.drawn else 0
    return rows + len({clash.day for clash in preview.look.clashes})


def assumed(plan: Plan | None, left_out: Sequence[str], *, is_whole: bool = False) -> list[str]:
    """List what is assumed; `is_whole`: an empty journal takes all that an archive holds."""
    if is_whole:
        whole = _("Your journal is empty, so all of the archive comes in, as it was.")
        return [whole, _("Your file stays as it is.")]
    lines = [_("A blank cell is not answered, never 0.")] if plan else []
    lines.append(_("Each date is the day you woke up on."))
    if plan is not None and plan.order is Order.MONTH_FIRST:
        lines.append(_("Dates are read month first."))
    if plan is not None and plan.sheet.is_old_text:
        lines.append(_("Its letters are read as those of an older Western European file."))
    lines.append(_("Where both have an answer, yours stays."))
    lines.append(_("They get the mark “brought in”."))
    lines.append(_("Your file stays as it is."))
    if left_out:
        parts = ", ".join(_(_PARTS.get(part, part)) for part in left_out)
        lines.append(_("Not brought in: {parts}.").format(parts=parts))
    return lines


def items(plan: Plan | None, preview: Preview, questions: Questions, today: date) -> list[Item]:
    """List what needs a look, alike ones together."""
    found = list(_troubles(plan, preview, questions)) if plan else []
    return [*found, *_clashes(preview, questions, today)]


def _troubles(plan: Plan, preview: Preview, questions: Questions) -> Iterator[Item]:
    kinds: dict[tuple[Kind, int], list[Trouble]] = {}
    for trouble in preview.drawn.troubles if preview.drawn else ():
        kinds.setdefault((trouble.kind, trouble.column), []).append(trouble)
    for alike in kinds.values():
        if len(alike) >= _TOGETHER_FROM:
            title = plural("{n} row", "{n} rows", len(alike))
            words = _("such as row {n}: {what}").format(
                n=alike[0].line, what=_what(alike[0], plan, questions)
            )
            yield _item(title, words, alike)
        else:
            for one in alike:
                title = _("Row {n}").format(n=one.line)
                yield _item(title, _what(one, plan, questions), [one])


def _item(title: str, words: str, alike: Sequence[Trouble]) -> Item:
    remedies = REMEDIES[alike[0].kind]
    options = tuple((remedy.value, _(_REMEDIES[remedy])) for remedy in remedies)
    places = tuple(one.place for one in alike)
    return Item(title, words, options, alike[0].remedy.value, places)


def _what(trouble: Trouble, plan: Plan, questions: Questions) -> str:
    cell = trouble.cell
    if trouble.column < 0:
        return _(_ROWS[trouble.kind]).format(cell=cell)
    name, role = plan.sheet.header[trouble.column], plan.roles[trouble.column]
    if trouble.kind is Kind.NOT_READ:
        return _("{column} “{cell}”").format(column=name, cell=cell)
    measure = measure_of(role.target, name, questions)
    scale = (role.way.scale if role.way else None) or (measure.scale if measure else None)
    if scale is None:
        return _("{column} {cell}").format(column=name, cell=cell)
    return _("{column} {cell}, not within {low} to {high}").format(
        column=name, cell=cell, low=plain_number(scale.low), high=plain_number(scale.high)
    )


def _clashes(preview: Preview, questions: Questions, today: date) -> Iterator[Item]:
    over = preview.batch.over
    days: dict[date, list[Clash]] = {}
    for one in preview.look.clashes:
        days.setdefault(one.day, []).append(one)
    alone = list(days.items())[:_MOST_DAYS]
    for day, clashes in alone:
        title = day_and_month(day)
        if day.year != today.year:
            title = _("{day} {year}").format(day=title, year=day.year)
        words = "; ".join(_clash_words(one, questions) for one in clashes)
        yield _clash_item(title, words, clashes, over)
    rest = [one for day in list(days)[len(alone) :] for one in days[day]]
    if rest:
        title = plural("{n} more day", "{n} more days", len(days) - len(alone))
        yield _clash_item(title, _("yours and the file’s differ"), rest, over)


def _clash_item(
    title: str, words: str, clashes: Sequence[Clash], over: frozenset[tuple[date, str]]
) -> Item:
    options = ((MINE, _("Yours stays")), (THEIRS, _("The file’s")))
    places = tuple((one.day, one.id) for one in clashes)
    return Item(title, words, options, THEIRS if places[0] in over else MINE, clashes=places)


def _clash_words(clash: Clash, questions: Questions) -> str:
    measure, trigger = questions.measure(clash.id), questions.trigger(clash.id)
    if measure is not None:
        mine, theirs = (plain_number(float(value)) for value in (clash.mine, clash.theirs))
        words = _("{what} {mine}, in the file {theirs}")
        return words.format(what=measure.inner_label, mine=mine, theirs=theirs)
    if trigger is not None:
        words = _("{what}, not in the file") if clash.mine else _("{what}, in the file alone")
        return words.format(what=trigger.inner_label)
    return _("the note reads otherwise")
