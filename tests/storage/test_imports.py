from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fibrojournal.journal.day import Day, Moment, Note, Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import Edit, SetMoment, SetReading, SetTrigger, set_own
from fibrojournal.journal.errors import JournalError
from fibrojournal.journal.imported import ImportBatch, ImportedDay
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.batch import ImportResult
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.snapshot import ImportRecord
from tests.storage.build import (
    DAY,
    EVENING,
    NEXT_EVENING,
    after,
    answer,
    ask,
    batch,
    chip,
    said,
    scratch,
    words,
)


def bring(journal: JournalFile, **days: ImportedDay) -> str:
    """Import days and return the import's id."""
    result = journal.bring_in(batch(**days))
    assert result.import_id is not None
    return result.import_id


def test_an_import_fills_days(journal: JournalFile) -> None:
    file = batch(d0=said(pain=3.3, travel=True, unwell=False), d2=said(note="Sea air"))
    result = journal.bring_in(file)
    assert result == ImportResult(file.id, days_added=2, answers_added=4, kept=0)
    origin = (Origin.IMPORTED, file.id)
    day = journal.day(DAY)
    assert day.readings == {"pain": Reading(3.3, EVENING, *origin)}
    assert day.triggers == {
        "travel": TriggerAnswer(True, EVENING, None, *origin),
        "unwell": TriggerAnswer(False, EVENING, None, *origin),
    }
    assert journal.day(after(2)).note == Note("Sea air", EVENING, *origin)
    assert journal.snapshot().imports == (ImportRecord(file.id, "diary.csv", EVENING),)


def test_imported_answers_are_never_hollow(journal: JournalFile) -> None:
    old = ImportBatch("old.csv", EVENING, {after(-900): said(pain=3)})
    journal.bring_in(old)
    assert journal.series(["pain"])["pain"].hollow.tolist() == [False]


def test_the_same_file_again_adds_nothing_and_leaves_no_trace(journal: JournalFile) -> None:
    file = batch(d0=said(pain=3, travel=True, note="x"))
    journal.bring_in(file)
    again = journal.bring_in(replace(file, id="another"))
    assert again == ImportResult(None, days_added=0, answers_added=0, kept=0)
    assert len(journal.snapshot().imports) == 1


@pytest.mark.parametrize("empty", [batch(), batch(d0=said())])
def test_a_file_that_says_nothing_adds_nothing(journal: JournalFile, empty: ImportBatch) -> None:
    assert journal.bring_in(empty) == ImportResult(None, 0, 0, 0)
    assert journal.noted_span() is None


def test_answers_entered_by_hand_win(journal: JournalFile) -> None:
    copied = SetReading(DAY, "fog", Reading(2, EVENING, Origin.COPIED))
    typed: list[Edit] = [answer("pain", 5), copied, chip("travel", ticked=False), words("mine")]
    journal.save(typed)
    before = journal.day(DAY)
    result = journal.bring_in(batch(d0=said(pain=1, fog=9, travel=True, note="theirs")))
    assert result == ImportResult(None, days_added=0, answers_added=0, kept=4)
    assert journal.day(DAY) == before


def test_what_a_hand_and_a_file_agree_on_is_not_counted_as_kept(journal: JournalFile) -> None:
    journal.save([answer("pain", 5)])
    result = journal.bring_in(batch(d0=said(pain=5, fog=1)))
    assert (result.answers_added, result.kept, result.days_added) == (1, 0, 0)
    assert journal.day(DAY).readings["pain"].origin is Origin.TYPED


def test_only_days_that_held_nothing_count_as_added(journal: JournalFile) -> None:
    journal.save([answer("pain", 5), chip("travel", ticked=False, day=after(1))])
    result = journal.bring_in(
        batch(d0=said(fog=1), d1=said(fog=1), d2=said(unwell=True), d3=said(unwell=False))
    )
    assert (result.days_added, result.answers_added) == (2, 4)


def test_a_different_value_of_an_earlier_import_is_replaced(journal: JournalFile) -> None:
    bring(journal, d0=said(pain=3, travel=False, note="old"))
    result = journal.bring_in(batch(d0=said(pain=4, travel=True, note="new")))
    assert (result.days_added, result.answers_added, result.kept) == (0, 3, 0)
    day = journal.day(DAY)
    assert (day.value("pain"), day.ticked) == (4, ("travel",))
    assert day.note is not None
    assert day.note.text == "new"


def test_what_an_import_brought_and_a_hand_cleared_stays_cleared(journal: JournalFile) -> None:
    file = batch(d0=said(pain=3, travel=True, note="x"))
    journal.bring_in(file)
    journal.save([answer("pain", None), chip("travel", ticked=None), words(None)])
    again = journal.bring_in(replace(file, id="another"))
    assert again == ImportResult(None, days_added=0, answers_added=0, kept=3)
    assert journal.day(DAY) == Day(DAY)


def test_it_stays_cleared_even_if_a_hand_changed_it_first(journal: JournalFile) -> None:
    file = batch(d0=said(pain=3))
    journal.bring_in(file)
    journal.save([answer("pain", 7)])
    journal.save([answer("pain", None)])
    assert journal.bring_in(replace(file, id="another")).answers_added == 0
    assert journal.day(DAY) == Day(DAY)


def test_an_answer_that_only_a_hand_gave_and_took_may_be_filled(journal: JournalFile) -> None:
    journal.save([answer("pain", 7)])
    journal.save([answer("pain", None)])
    id = bring(journal, d0=said(pain=3))
    assert journal.day(DAY).value("pain") == 3
    journal.take_out(id)
    assert journal.day(DAY) == Day(DAY)


def test_undoing_an_import_removes_what_it_brought(journal: JournalFile, path: Path) -> None:
    journal.save([answer("stress", 2)])
    id = bring(journal, d0=said(pain=3, travel=True), d1=said(note="x"))
    assert journal.take_out(id) == 3
    assert journal.noted_span() == (DAY, DAY)
    assert set(journal.day(DAY).readings) == {"stress"}
    assert journal.search_notes("x") == []
    assert ask(path, "SELECT DISTINCT deleted FROM note") == [(2,)]


def test_after_undoing_the_same_file_can_come_again(journal: JournalFile) -> None:
    file = batch(d0=said(pain=3, note="x"))
    journal.bring_in(file)
    journal.take_out(file.id)
    again = journal.bring_in(replace(file, id="another"))
    assert again == ImportResult("another", days_added=1, answers_added=2, kept=0)


def test_undoing_twice_is_a_sentence(journal: JournalFile) -> None:
    id = bring(journal, d0=said(pain=3))
    journal.take_out(id)
    with pytest.raises(JournalError, match="undone before"):
        journal.take_out(id)


def test_undoing_an_unknown_import_is_a_sentence(journal: JournalFile) -> None:
    with pytest.raises(JournalError, match=r"knows no import nonsense\."):
        journal.take_out("nonsense")


def test_undoing_leaves_what_a_hand_has_edited_since(journal: JournalFile) -> None:
    id = bring(journal, d0=said(pain=3, fog=2, travel=True))
    journal.save([answer("pain", 5), SetTrigger(DAY, "travel", TriggerAnswer(True, NEXT_EVENING))])
    assert journal.take_out(id) == 1
    assert set(journal.day(DAY).readings) == {"pain"}
    assert journal.day(DAY).ticked == ("travel",)


def test_undoing_takes_what_a_hand_edited_and_put_back(journal: JournalFile) -> None:
    id = bring(journal, d0=said(pain=3))
    brought = journal.day(DAY).readings["pain"]
    journal.save([answer("pain", 5)])
    journal.save([SetReading(DAY, "pain", brought)])
    assert journal.take_out(id) == 1
    assert journal.day(DAY) == Day(DAY)


def test_undoing_brings_back_what_it_replaced(journal: JournalFile) -> None:
    bring(journal, d0=said(pain=3.3, travel=False, note="old"))
    before = journal.day(DAY)
    second = bring(journal, d0=said(pain=4, travel=True, note="new"))
    assert journal.take_out(second) == 3
    assert journal.day(DAY) == before
    assert [note for _, note in journal.search_notes("old")] == ["old"]


@pytest.mark.parametrize(
    ("order", "values"),
    [
        ("cba", [2, 1, None]),
        ("abc", [3, 3, None]),
        ("bca", [3, 1, None]),
        ("acb", [3, 2, None]),
        ("cab", [2, 2, None]),
        ("bac", [3, 3, None]),
    ],
)
def test_overlapping_imports_come_out_in_any_order(
    journal: JournalFile, order: str, values: list[float | None]
) -> None:
    ids = {name: bring(journal, d0=said(pain=n)) for n, name in enumerate("abc", 1)}
    left = []
    for name in order:
        journal.take_out(ids[name])
        left.append(journal.day(DAY).value("pain"))
    assert left == values


def test_own_questions_come_with_an_import(journal: JournalFile) -> None:
    own = (own_measure("own:hum", "Hum"), own_trigger("own:taxes", "Taxes"))
    day = ImportedDay({"own:hum": 3}, {"own:taxes": True})
    journal.bring_in(batch(*own, d0=day))
    assert journal.questions().own_measures == own[:1]
    assert journal.questions().own_triggers == own[1:]


def test_own_questions_that_exist_keep_their_name(journal: JournalFile) -> None:
    journal.save([set_own(own_measure("own:hum", "Mine"))])
    journal.bring_in(batch(own_measure("own:hum", "Theirs"), d0=ImportedDay({"own:hum": 3})))
    assert [own.name for own in journal.questions().own_measures] == ["Mine"]


def test_own_questions_of_an_import_that_adds_nothing_do_not_come(journal: JournalFile) -> None:
    journal.bring_in(batch(own_measure("own:hum", "Hum"), d0=said()))
    assert journal.questions().own_measures == ()


def test_undoing_takes_own_questions_along_that_hold_nothing_else(journal: JournalFile) -> None:
    own = (
        own_measure("own:idle", "Idle"),
        own_measure("own:timed", "Timed"),
        own_measure("own:used", "Used"),
        own_trigger("own:taxes", "Taxes"),
    )
    readings = {"own:idle": 1.0, "own:timed": 1.0, "own:used": 1.0}
    file = batch(*own, d0=ImportedDay(readings, {"own:taxes": True}))
    journal.bring_in(file)
    journal.save([answer("own:used", 2, after(1))])
    journal.save([SetMoment(DAY, "m", Moment("m", DAY, "own:timed", 1, EVENING))])
    journal.take_out(file.id)
    assert [mine.id for mine in journal.questions().own_measures] == ["own:timed", "own:used"]
    assert journal.questions().own_triggers == ()
    journal.save([set_own(own_measure("own:idle", "Again"))])
    assert journal.questions().measure("own:idle") == own_measure("own:idle", "Again")


def test_undoing_leaves_own_questions_that_were_there_before(journal: JournalFile) -> None:
    journal.save([set_own(own_measure("own:hum", "Mine"))])
    file = batch(own_measure("own:hum", "Theirs"), d0=ImportedDay({"own:hum": 3}))
    journal.bring_in(file)
    journal.take_out(file.id)
    assert [own.name for own in journal.questions().own_measures] == ["Mine"]


def test_a_file_with_an_undecodable_name_comes_in(journal: JournalFile) -> None:
    journal.bring_in(ImportBatch("tageb\udcfcch.csv", EVENING, {DAY: said(pain=1)}))
    assert [record.file_name for record in journal.snapshot().imports] == ["tageb?ch.csv"]


def test_a_dry_run_tells_what_would_be_and_changes_nothing(journal: JournalFile) -> None:
    journal.save([answer("fog", 1)])
    before = journal.snapshot()
    told = journal.bring_in(batch(own_measure("own:hum", "Hum"), d0=said(pain=3)), dry_run=True)
    assert told == ImportResult(None, days_added=0, answers_added=1, kept=0)
    assert journal.snapshot() == before
    assert journal.take_out(bring(journal, d0=said(pain=3))) == 1


def test_an_import_that_cannot_be_leaves_nothing_behind(journal: JournalFile) -> None:
    with pytest.raises(Exception, match="CHECK"):
        journal.bring_in(batch(d0=said(pain=1), d1=said(pain=float("inf"))))
    assert journal.noted_span() is None
    assert journal.snapshot().imports == ()


# One place of a journal, told without a database: the rules once more, in other words.


@dataclass
class Place:
    layers: list[tuple[str, float]] = field(default_factory=list)  # what imports brought
    now: tuple[str, float | None] = ("nothing", None)  # "hand", "cleared", or an import's id

    def bring(self, id: str, value: float) -> None:
        by, held = self.now
        if by in {"hand", "cleared"} and (by == "hand" or self.layers):
            return
        if by != "cleared" and held == value:
            return
        self.layers.append((id, value))
        self.now = (id, value)

    def type(self, value: float | None) -> None:
        if value is not None:
            self.now = ("hand", value)
        elif self.now[0] != "nothing":
            self.now = ("cleared", None)

    def put_back(self) -> None:
        """What Ctrl+Z does with an answer that came from an import."""
        if self.layers:
            self.now = self.layers[-1]

    def take_out(self, id: str, out: set[str]) -> None:
        if self.now[0] == id:
            left = [layer for layer in self.layers if layer[0] not in out]
            self.now = left[-1] if left else ("nothing", None)

    @property
    def value(self) -> float | None:
        return self.now[1]


class Story:
    """A journal and what the rules say of it, side by side, on two days."""

    def __init__(self, journal: JournalFile) -> None:
        self.journal = journal
        self.places = {0: Place(), 1: Place()}
        self.brought: list[str] = []
        self.out: set[str] = set()

    def bring(self, days: dict[int, float]) -> None:
        told = batch(**{f"d{n}": said(pain=value) for n, value in days.items()})
        if self.journal.bring_in(told).import_id is not None:
            self.brought.append(told.id)
        for n, value in days.items():
            self.places[n].bring(told.id, value)

    def type(self, n: int, value: float | None) -> None:
        self.journal.save([answer("pain", value, after(n))])
        self.places[n].type(value)

    def put_back(self, n: int) -> None:
        if self.places[n].layers:
            id, value = self.places[n].layers[-1]
            content = Reading(value, EVENING, Origin.IMPORTED, id)
            self.journal.save([SetReading(after(n), "pain", content)])
            self.places[n].put_back()

    def take_out(self, n: int) -> None:
        left = [id for id in self.brought if id not in self.out]
        if left:
            id = left[n % len(left)]
            self.journal.take_out(id)
            self.out.add(id)
            for place in self.places.values():
                place.take_out(id, self.out)


values = st.sampled_from((1.0, 2.0, 3.0))
places = st.sampled_from((0, 1))
told = st.one_of(
    st.tuples(st.just(Story.bring), st.dictionaries(places, values)),
    st.tuples(st.just(Story.type), places, st.none() | values),
    st.tuples(st.just(Story.put_back), places),
    st.tuples(st.just(Story.take_out), st.integers(0, 5)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(told, max_size=14))
def test_any_order_of_imports_edits_and_undoings_follows_the_rules(
    chapters: list[tuple[Callable[..., None], object]],
) -> None:
    with scratch() as path, JournalFile.create(path) as journal:
        story = Story(journal)
        for happening, *details in chapters:
            happening(story, *details)
            for n, place in story.places.items():
                assert journal.day(after(n)).value("pain") == place.value
        assert journal.problems() == []
