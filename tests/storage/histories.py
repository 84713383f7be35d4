"""Any history of three computers with wrong clocks, and what must hold however they merge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hypothesis import strategies as st

from fibrojournal.journal.edits import SetBodyMap, SetNote, SetSetting, set_own
from fibrojournal.journal.errors import JournalError
from fibrojournal.journal.questions import own_trigger
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.merge_notes import BETWEEN
from tests.storage.build import after, answer, batch, body_map, chip, said, scratch, words
from tests.storage.computers import Computer, begin, copy, export, standing, state, versions
from tests.storage.strategies import edits, own_measures

NAMES = ("a", "b", "c")

Work = Callable[[Computer, JournalFile], object]

# The last is what a merge writes of the first two, but typed.
texts = ("sun", "rain", "a storm\n\nthen", f"sun{BETWEEN}rain")
some_days = st.integers(0, 1).map(after)
# Mostly few places and few texts, so that computers contradict each other.
plain_edits = st.one_of(
    edits,
    st.builds(answer, st.just("pain"), st.none() | st.integers(0, 3), some_days),
    st.builds(chip, st.just("travel"), ticked=st.none() | st.booleans(), day=some_days),
    st.builds(words, st.none() | st.sampled_from(texts), some_days),
    some_days.map(lambda day: SetBodyMap(day, None)),
    st.lists(st.sampled_from(("neck", "chest")), unique=True).flatmap(
        lambda areas: some_days.map(lambda day: body_map(*areas, day=day))
    ),
)


def saves() -> st.SearchStrategy[Work]:
    return plain_edits.map(lambda edit: lambda _, journal: journal.save([edit]))


def undone_edits() -> st.SearchStrategy[Work]:
    """A note that was changed and put back, as Undo does it."""

    def change_and_undo(_: Computer, journal: JournalFile) -> None:
        before = journal.day(after(0)).note
        journal.save([words("a slip of the pen", after(0))])
        journal.save([SetNote(after(0), before)])

    return st.just(change_and_undo)


def bringing_in() -> st.SearchStrategy[Work]:
    notes, numbers = st.none() | st.sampled_from(("from a file", "sun")), st.integers(0, 2)
    days = st.builds(said, notes, fog=numbers) | st.builds(said, notes, pain_areas=numbers)

    def bring(value: object, day: int, *, own: bool) -> Work:
        def work(computer: Computer, journal: JournalFile) -> None:
            mine = [own_trigger("own:draught", "Draught")] if own else []
            brought = batch(*mine, **{f"d{day}": value})  # type: ignore[arg-type]
            if journal.bring_in(brought).import_id is not None:
                computer.imports.append(brought.id)

        return work

    return st.builds(bring, days, st.integers(0, 1), own=st.booleans())


def taking_out() -> st.SearchStrategy[Work]:
    def work(computer: Computer, journal: JournalFile) -> None:
        for id in computer.imports[-1:]:
            try:
                journal.take_out(id)
            except JournalError:
                return  # it was taken out before

    return st.just(work)


def own_questions() -> st.SearchStrategy[Work]:
    return own_measures.map(lambda own: lambda _, journal: journal.save([set_own(own)]))


def choices() -> st.SearchStrategy[Work]:
    values = st.none() | st.sampled_from(("pain", "fog"))
    return values.map(lambda value: lambda _, journal: journal.save([SetSetting("today", value)]))


works: st.SearchStrategy[Work] = st.one_of(
    *(saves(), saves(), saves(), undone_edits()),
    *(bringing_in(), taking_out(), own_questions(), choices()),
)


@dataclass(frozen=True)
class Meeting:
    """One computer gets to see the copy of another."""

    other: int


# Every third step is a meeting: what goes wrong mostly does after several of them.
meetings = st.builds(Meeting, st.integers(0, 2))
steps = st.tuples(
    st.integers(0, 2), st.integers(0, 2).flatmap(lambda kind: works if kind else meetings)
)


@dataclass(frozen=True)
class History:
    skews: tuple[int, int, int]
    devices: bool
    steps: list[tuple[int, Work | Meeting]]

    @property
    def meetings(self) -> int:
        """How often the computers met before all of them did."""
        return sum(isinstance(step, Meeting) and step.other != who for who, step in self.steps)


skews = st.sampled_from((-5, 0, 0, 3, 10**14))
histories = st.builds(
    History, st.tuples(skews, skews, skews), st.booleans(), st.lists(steps, min_size=6, max_size=30)
)


def lived(folder: Path, history: History) -> list[Computer]:
    first = begin(folder / "first.fjnl")
    with JournalFile.open(first) as journal:
        journal.save(
            [answer("pain", 5, after(0)), words("before all", after(0)), body_map("hip_left")]
        )
    computers = [
        Computer(copy(first, name, device=name * 32 if history.devices else None), skew)
        for name, skew in zip(NAMES, history.skews, strict=True)
    ]
    for now, (who, step) in enumerate(history.steps):
        computer = computers[who]
        if isinstance(step, Meeting):
            if step.other != who:
                computer.merge(computers[step.other])
                computer.imports += computers[step.other].imports
        else:
            computer.do(1_000 + now // 2, partial(step, computer))
    return computers


def merged(first: Computer, *others: Computer, name: str) -> Computer:
    result = Computer(copy(first.path, name))
    for other in others:
        result.merge(other)
    return result


def converges(history: History) -> None:
    """Any order and grouping of merges gives one journal, in which nothing is lost."""
    with scratch() as path:
        a, b, c = lived(path.parent, history)
        results = [
            merged(a, b, c, name="one"),
            merged(c, merged(a, b, name="ab"), name="two"),
            merged(b, c, a, c, b, name="three"),
            merged(merged(c, b, name="cb"), merged(a, c, name="ac"), name="four"),
        ]
        assert len({export(result.path) for result in results}) == 1
        everything = set().union(*(versions(computer.path) for computer in (a, b, c)))
        for result in results:
            assert standing(result.path) == standing(results[0].path)
            assert everything <= versions(result.path)
            for computer in (a, b, c):
                assert set(state(computer.path).past) <= set(state(result.path).past)
            with JournalFile.open(result.path) as journal:
                assert journal.problems() == []
            before = state(result.path)
            assert not any(result.merge(computer).changed for computer in (a, b, c))
            assert state(result.path) == before


def commutes(history: History) -> None:
    """Either of two computers may be the one that merges, down to every row."""
    with scratch() as path:
        a, b, _ = lived(path.parent, history)
        ab, ba = merged(a, b, name="ab"), merged(b, a, name="ba")
        assert export(ab.path) == export(ba.path)
        assert state(ab.path).rows == state(ba.path).rows
        assert set(state(ab.path).past) == set(state(ba.path).past)
        # Once both have met, neither has anything new to tell.
        assert not ab.merge(ba).changed
