from __future__ import annotations

from fibrojournal.journal.day import Note
from fibrojournal.journal.edits import SetNote
from fibrojournal.storage.copy_state import NOTE_JOINED
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.merge_notes import BETWEEN
from tests.storage.build import DAY, EVENING, NEXT_EVENING, after, ask, batch, said, words
from tests.storage.computers import Computer, copy
from tests.storage.two import Two, save


def test_both_notes_are_kept_and_found(two: Two) -> None:
    two.on(two.a, save(words("sun")))
    two.part()
    two.on(two.b, save(words("a thunderstorm")))
    two.on(two.a, save(words("rainbows")))
    with two.both() as merged:
        note = merged.day(DAY).note
        assert note is not None
        assert note.text == f"a thunderstorm{BETWEEN}rainbows"
        assert len(merged.search_notes("thunder")) == len(merged.search_notes("rainbow")) == 1
        assert merged.search_notes("sun") == []


def test_a_note_that_only_one_has_changed_is_simply_the_new_one(two: Two) -> None:
    two.on(two.a, save(words("sun")))
    two.part()
    two.on(two.b, save(words("rain")), save(words("rain and sun")))
    with two.both() as merged:
        assert merged.day(DAY).note == Note("rain and sun", EVENING)


def test_the_same_words_twice_are_one_note(two: Two) -> None:
    two.part()
    two.on(two.a, save(words("sun")))
    two.on(two.b, save(SetNote(DAY, Note("sun", NEXT_EVENING))))
    with two.both() as merged:
        assert merged.day(DAY).note == Note("sun", NEXT_EVENING)


def test_whoever_writes_over_a_joined_note_has_seen_both(two: Two) -> None:
    two.part()
    two.on(two.a, save(words("sun")))
    two.on(two.b, save(words("rain")))
    two.a.merge(two.b)
    two.on(two.a, save(words("sun, then rain")))
    with two.both() as merged:
        assert merged.day(DAY).note == Note("sun, then rain", EVENING)


def test_a_part_that_was_written_further_elsewhere_replaces_the_part(two: Two) -> None:
    two.part()
    two.on(two.a, save(words("sun")))
    two.on(two.b, save(words("rain")))
    two.a.merge(two.b)
    two.on(two.b, save(words("rain until noon")))
    with two.both() as merged:
        assert merged.day(DAY).note == Note(f"sun{BETWEEN}rain until noon", EVENING)


def test_words_that_a_clearing_hid_return_where_its_note_is_written_anew(two: Two) -> None:
    """A clearing wins over what it never saw, but it is no last word on it."""
    two.on(two.a, save(words("sun")))
    two.part()
    c = Computer(copy(two.a.path, "c"))
    two.on(two.b, save(words("rain")))
    two.on(c, save(words(None)))
    two.a.merge(two.b)
    two.a.merge(c)
    with JournalFile.open(two.a.path) as journal:
        assert journal.day(DAY).note is None
    two.on(c, save(words("snow")))
    two.a.merge(c)
    with JournalFile.open(two.a.path) as journal:
        assert journal.day(DAY).note == Note(f"rain{BETWEEN}snow", EVENING)


def test_a_joined_note_that_was_put_back_is_written_over_like_any_other(two: Two) -> None:
    two.part()
    two.on(two.a, save(words("sun")))
    two.on(two.b, save(words("rain")))
    two.a.merge(two.b)
    two.b.merge(two.a)
    both = f"sun{BETWEEN}rain"
    two.on(two.a, save(words("a slip")), save(words(both)))
    two.on(two.b, save(words("snow")))
    with two.both() as merged:
        assert merged.day(DAY).note == Note(f"{both}{BETWEEN}snow", EVENING)
        merged.save([words("all of it")])
    two.on(two.a, save(words("hail")))
    with two.both() as merged:
        assert merged.day(DAY).note == Note(f"snow{BETWEEN}hail", EVENING)


def test_a_text_that_one_joined_and_another_wrote_over_is_told_once(two: Two) -> None:
    two.part()
    two.on(two.a, save(words("sun")))
    two.on(two.b, save(words("rain")))
    two.a.merge(two.b)
    two.on(two.b, save(words("rain until noon")))
    with two.both() as merged:
        told = [change.after for change in merged.past_values(DAY)]
    assert [note.text for note in reversed(told) if isinstance(note, Note)] == [
        "sun",
        "rain",
        "rain until noon",
        f"sun{BETWEEN}rain until noon",
    ]


def test_a_joined_note_stands_where_a_rescue_could_not_save_its_history(two: Two) -> None:
    two.part()
    two.on(two.a, save(words("sun")))
    two.on(two.b, save(words("rain")))
    two.a.merge(two.b)
    name = "history_no_delete"
    [(guard,)] = ask(two.a.path, "SELECT sql FROM sqlite_schema WHERE name = ?", name)
    ask(two.a.path, f"DROP TRIGGER {name}")
    ask(two.a.path, "DELETE FROM history WHERE kind <> ?", NOTE_JOINED)
    ask(two.a.path, guard)
    two.a.merge(Computer(copy(two.a.path, "same.fjnl")))
    with JournalFile.open(two.a.path) as journal:
        assert journal.day(DAY).note == Note(f"sun{BETWEEN}rain", EVENING)


def test_a_file_does_not_bring_back_words_that_were_joined_and_then_cleared(two: Two) -> None:
    two.part()
    two.on(two.a, save(words("sun")))
    two.on(two.b, lambda journal: journal.bring_in(batch(d0=said("from a file"))))
    with two.both() as merged:
        merged.save([words(None)])
        assert merged.bring_in(batch(d0=said("from a file"))).kept == 1
        assert merged.day(DAY).note is None


def test_words_of_an_undone_import_leave_a_joined_note(two: Two) -> None:
    two.part()
    brought = batch(d0=said("from a file"))
    two.on(two.a, save(words("sun")))
    two.on(two.b, lambda journal: journal.bring_in(brought))
    c = Computer(copy(two.b.path, "c"))
    two.a.merge(two.b)
    two.on(c, lambda journal: journal.take_out(brought.id))
    two.b = c
    with two.both() as merged:
        assert merged.day(DAY).note == Note("sun", EVENING)


def test_a_joined_note_loses_the_words_of_an_import_that_is_undone_afterwards(two: Two) -> None:
    two.part()
    brought = batch(d0=said("from a file"))
    two.on(two.a, save(words("sun"), words("apart", after(1))))
    two.on(two.b, lambda journal: journal.bring_in(brought))
    two.a.merge(two.b)
    two.b.merge(two.a)
    two.on(two.b, lambda journal: journal.take_out(brought.id))
    with two.both() as merged:
        assert [day.note for day in merged.days(DAY, after(1))] == [
            Note("sun", EVENING),
            Note("apart", EVENING),
        ]


def test_a_note_of_an_import_that_was_undone_elsewhere_goes(two: Two) -> None:
    first, second = batch(d0=said("first")), batch(d0=said("second"))
    two.on(two.a, lambda journal: journal.bring_in(first))
    two.on(two.a, lambda journal: journal.bring_in(second))
    two.part()
    two.on(two.a, lambda journal: journal.take_out(first.id))
    two.on(two.b, lambda journal: journal.take_out(second.id))
    with two.both() as merged:
        assert not merged.day(DAY).is_noted
