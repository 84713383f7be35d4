"""The history of a day in words: which place, from what to what, how, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fibrojournal.journal.areas import AREA_BY_ID
from fibrojournal.journal.check_ins import is_of_check_in
from fibrojournal.journal.clock import Stamp, journal_day
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import (
    BodyMap,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.medicine_words import effect_text, intake_text
from fibrojournal.journal.medicines import PARTS_OF_DAY
from fibrojournal.journal.past import (
    AreaMark,
    Content,
    How,
    PastValue,
    PlaceKind,
    as_seen,
    intake_of,
    meaning,
)
from fibrojournal.journal.questions import Questions
from fibrojournal.text import N_, _, plain_number, plural

RATINGS = frozenset({PlaceKind.READING, PlaceKind.MOMENT})
NOTES = frozenset({PlaceKind.NOTE})
SHOWN_OF_A_NOTE = 60
"""So many characters of a note show in a row; readers and the tool tip have all of it."""

_HOW = {
    How.COPIED: N_("same as yesterday, a copy"),
    How.IMPORTED: N_("brought in from a file"),
    How.CLEARED: N_("cleared"),
    How.BROUGHT_BACK: N_("brought back"),
    How.IMPORT_UNDONE: N_("the import was undone"),
}
_NOTHING = {
    PlaceKind.READING: N_("not answered"),
    PlaceKind.MOMENT: N_("not noted"),
    PlaceKind.TRIGGER: N_("not ticked"),
    PlaceKind.NOTE: N_("nothing written"),
    PlaceKind.BODY_MAP: N_("not filled in"),
    PlaceKind.BODY_AREA: N_("not marked"),
    PlaceKind.INTAKE: N_("not noted"),
    PlaceKind.EFFECT: N_("not noted"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One change as the page shows it."""

    change: PastValue
    name: str
    before: str
    """Nothing where the first words of a note say that there were none before."""
    after: str
    how: str
    way_back: str
    """What the button says; nothing where the value stands now."""
    way_back_spoken: str
    state: str
    """What stands in the button's place."""

    @property
    def spoken(self) -> str:
        """The whole row as one text, for those who hear it."""
        text = _("{time}, {name}: {before}, then {after}; {how}")
        if not self.before:
            text = _("{time}, {name}: {after}; {how}")
        said = text.format(
            time=clock_time(self.change.at),
            name=self.name,
            before=self.before,
            after=self.after,
            how=self.how,
        )
        return f"{said}; {self.state}" if self.state else said


def tell(past: Sequence[PastValue], common: Common) -> list[Told]:
    """Put the changes of a day into words, the newest first, as a person would count them."""
    seen = as_seen(past)
    now = {change.place: change.after for change in seen if change.stands}
    return [_told(change, now.get(change.place), common) for change in seen]


def by_day_of_entry(told: Sequence[Told]) -> dict[date, list[Told]]:
    """Group rows by the date on which each was entered; the order stays."""
    groups: dict[date, list[Told]] = {}
    for one in told:
        groups.setdefault(one.change.at.local.date(), []).append(one)
    return groups


def name_of(change: PastValue, common: Common) -> str:
    """Name the place that changed."""
    id, questions = change.id, common.questions
    match change.kind:
        case PlaceKind.READING:
            name = _question_name(id, questions)
        case PlaceKind.TRIGGER:
            trigger = questions.trigger(id)
            name = trigger.label if trigger else id
        case PlaceKind.BODY_AREA:
            name = AREA_BY_ID[id].label if id in AREA_BY_ID else id
        case PlaceKind.NOTE:
            name = _("Note")
        case PlaceKind.BODY_MAP:
            name = _("Body map")
        case PlaceKind.MOMENT:
            name = _moment_name(change, questions)
        case PlaceKind.INTAKE:
            name = _intake_name(id, common)
        case PlaceKind.EFFECT:
            name = _medicine_name(id, common)
    return name


def _question_name(id: str, questions: Questions) -> str:
    """Name a question; an area of a check-in is named like that of a body map, and is another."""
    measure = questions.measure(id)
    name = measure.label if measure else id
    return _("Check-in: {question}").format(question=name) if is_of_check_in(id) else name


def _intake_name(place: str, common: Common) -> str:
    """Name a medicine, and the part of the day where there is one: "Duloxetine, morning"."""
    medicine, slot = intake_of(place)
    name, part = _medicine_name(medicine, common), PARTS_OF_DAY.get(slot)
    return _("{medicine}, {part}").format(medicine=name, part=_(part)) if part else name


def _medicine_name(id: str, common: Common) -> str:
    return common.medicines[id].name if id in common.medicines else _("A medicine")


def _moment_name(change: PastValue, questions: Questions) -> str:
    held = (content for content in (change.after, change.before) if isinstance(content, Moment))
    moment = next(held)
    measure = questions.measure(moment.measure)
    return _("{question} at {time}").format(
        question=measure.label if measure else moment.measure, time=clock_time(moment.entered)
    )


def clock_time(stamp: Stamp) -> str:
    """Write a time by the clock on the wall: "9:12"."""
    local = stamp.local
    return f"{local.hour}:{local.minute:02}"


def value_words(kind: PlaceKind, id: str, content: Content | None, questions: Questions) -> str:
    """Write what a place held, in as few words as tell it from anything else."""
    words = _(_NOTHING[kind])
    match content:
        case Reading(value=value):
            words = _answer_words(id, value, questions)
        case Moment(value=value):
            words = plain_number(value)
        case TriggerAnswer(ticked=True, strength=strength):
            words = _("ticked, strength {n} of 3") if strength else _("ticked")
            words = words.format(n=strength)
        case Note(text=text):
            words = quoted(text)
        case AreaMark(intensity=intensity):
            words = _("marked") if intensity is None else _("marked, {n}")
            words = words.format(n=plain_number(intensity or 0))
        case BodyMap():
            words = _("nothing hurt")
        case Intake():
            words = intake_text(content)
        case MedicineEffect():
            words = effect_text(content) or words
    return words


def _answer_words(id: str, value: float, questions: Questions) -> str:
    measure = questions.measure(id)
    if measure is None:
        return plain_number(value)
    return measure.spoken(value) if is_of_check_in(id) else measure.value_text(value)


def quoted(text: str, length: int = SHOWN_OF_A_NOTE) -> str:
    """Put the first words of a note in quotation marks."""
    line = " ".join(text.split())
    if len(line) > length:
        line = line[:length].rsplit(" ", 1)[0] + "…"
    return f"“{line}”"


def _told(change: PastValue, now: Content | None, common: Common) -> Told:
    name = name_of(change, common)
    before, after = (
        value_words(change.kind, change.id, content, common.questions)
        for content in (change.before, change.after)
    )
    how = how_words(change)
    state = ""
    if change.stands:
        state = _("stands now")
    elif meaning(change.after) == meaning(now):
        state = _("the same as now")
    is_first_note = change.kind is PlaceKind.NOTE and change.before is None
    back = "" if state else _back_words(change, after)
    spoken = _("Bring back {place} {value}, {how} {time}").format(
        place=name, value=after, how=how, time=clock_time(change.at)
    )
    return Told(
        change,
        name,
        "" if is_first_note else before,
        after,
        how,
        back,
        spoken if back else "",
        state,
    )


def _back_words(change: PastValue, after: str) -> str:
    if meaning(change.after) is None:
        return _("Bring back blank")
    if change.kind is PlaceKind.NOTE:
        return _("Bring back this note")
    return _("Bring back {value}").format(value=after)


def how_words(change: PastValue) -> str:
    """Say how a change came about, and when the day was over by then."""
    if change.how is not How.TYPED:
        return _(_HOW[change.how])
    days_after = (journal_day(change.at.local) - change.day).days
    if days_after > 0:
        if days_after == 1:
            return _("entered the day after")
        return plural("entered {n} day later", "entered {n} days later", days_after)
    if isinstance(change.after, Note):
        return _note_words(change.before, change.after)
    return _("typed") if change.before is None else _("changed by you")


def _note_words(before: Content | None, after: Note) -> str:
    if not isinstance(before, Note):
        return _("first words of the day")
    more = len(after.text.split()) - len(before.text.split())
    if more > 0:
        return plural("{n} word added", "{n} words added", more)
    if more < 0:
        return plural("{n} word taken out", "{n} words taken out", -more)
    return _("changed by you")
