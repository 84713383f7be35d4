"""A whole day is noted with what a screen reader has: by role and name alone, without a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from fibrojournal.storage.journal_file import JournalFile
from tests.ui.assistive import lacking_parts, reading

RATINGS = {
    "pain": ("Pain, 0 no pain to 10 worst I can imagine", 6),
    "sleep_quality": ("Sleep last night, 0 very poor to 10 very good", 3),
    "stress": ("Stress, 0 calm to 10 as much as I can take", 5),
    "fatigue": ("Fatigue, 0 rested to 10 exhausted", 7),
    "fog": ("Fibro fog, 0 clear to 10 very foggy", 0),
}


@pytest.mark.slow
def test_a_whole_day_is_noted_by_role_and_name(tmp_path: Path) -> None:
    if lacking := lacking_parts():
        pytest.skip(f"not on this system: {lacking}")
    with reading(tmp_path) as reader:
        window = reader.program("fibrojournal")
        window.find("push button", "Start with today").press()
        for name, value in RATINGS.values():
            rating = window.find("slider", name)
            assert rating.description == "not answered"
            rating.set_value(value)
            assert rating.description.startswith(f"{value}, ")
        window.find("check box", "Overdid it").press()
        window.find("check box", "Note").press()
        window.find("text", "Note").write("Rain all day.")
        window.find("check box", "More about today, closed").press()
        window.find("spin box", "Hours slept").set_value(6.5)
        window.find("label", "Saved. Whatever you note is enough.")
        window.find("push button", "Body map").press()
        window.find("check box", "Lower back").press()
        window.find("check box", "Calendar").press()
        window.find("check box", "Today").press()
        window.find("push button", "Event").press()
        window.find("radio button", "Infection").press()
        window.find("text", "Its name, if it needs one").write("Flu")
        window.find("push button", "Add this event").press()
        window.find("push button", "Remove Flu").press()
        window.find("push button", "Undo").press()
        window.find("push button", "Remove Flu")
        assert reader.announced == [
            "Flu is added.",
            "Flu is removed.",
            "Taken back: Event: Flu",
        ]

    with JournalFile.open(tmp_path / "journal.fjnl", read_only=True) as journal:
        span = journal.noted_span()
        assert span is not None
        day = journal.day(span[0])
        (event,) = journal.common().events_between(*span)
    values = {id: reading.value for id, reading in day.readings.items()}
    assert values == {
        "sleep_hours": 6.5,
        "pain_areas": 1,
        **{id: value for id, (_name, value) in RATINGS.items()},
    }
    assert day.body_map is not None
    assert set(day.body_map.areas) == {"lower_back"}
    assert day.ticked == ("overdid_it",)
    assert day.note is not None
    assert day.note.text == "Rain all day."
    assert event.name == "Flu"
