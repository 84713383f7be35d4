"""What belongs to no single day: every edit of it can be taken back."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal.common import Common, applied, inverse
from fibrojournal.journal.day import Event
from fibrojournal.journal.edits import (
    CommonEdit,
    SetEvent,
    SetImport,
    SetMedicine,
    SetOwnMeasure,
    SetOwnTrigger,
    SetSetting,
)
from fibrojournal.journal.imported import ImportBatch
from fibrojournal.journal.medicines import Course, Medicine, Plan
from fibrojournal.journal.questions import own_measure, own_trigger
from tests.journal.build import DAY, EVENING

COLD, HUM = (own_measure(f"own:{name}", name) for name in ("cold", "hum"))
TAX, NOISE = (own_trigger(f"own:{name}", name) for name in ("tax", "noise"))
FLU = Event("flu", "infection", "Flu", DAY, None, EVENING)
PILL = Medicine("pill", "A pill", EVENING, (Course(DAY, Plan(30, "mg"), EVENING),))

edits: st.SearchStrategy[CommonEdit] = st.one_of(
    st.builds(SetEvent, st.just("flu"), st.sampled_from((None, FLU))),
    st.builds(SetOwnMeasure, st.just("own:cold"), st.sampled_from((None, COLD))),
    st.builds(SetOwnTrigger, st.just("own:tax"), st.sampled_from((None, TAX))),
    st.builds(SetMedicine, st.just("pill"), st.sampled_from((None, PILL))),
    st.builds(SetSetting, st.sampled_from(("a", "b")), st.none() | st.text()),
)


def test_every_kind_of_edit_is_made_and_taken_back() -> None:
    kinds: tuple[CommonEdit, ...] = (
        SetEvent("flu", FLU),
        SetOwnMeasure(COLD.id, COLD),
        SetOwnTrigger(TAX.id, TAX),
        SetMedicine("pill", PILL),
        SetSetting("a", "1"),
    )
    whole = Common({"flu": FLU}, {COLD.id: COLD}, {TAX.id: TAX}, {"a": "1"}, {"pill": PILL})
    common = Common()
    for edit in kinds:
        assert applied(applied(common, edit), inverse(edit, common)) == common
        common = applied(common, edit)
    assert common == whole


@given(st.lists(edits), edits)
def test_an_edit_is_taken_back_by_its_inverse(before: list[CommonEdit], edit: CommonEdit) -> None:
    common = Common()
    for one in before:
        common = applied(common, one)
    after = applied(common, edit)
    assert applied(after, inverse(edit, common)) == common


def test_an_edit_changes_its_own_place_alone() -> None:
    common = Common({"flu": FLU}, {COLD.id: COLD}, {TAX.id: TAX}, {"a": "1"})
    assert applied(common, SetSetting("b", "2")).settings == {"a": "1", "b": "2"}
    assert applied(common, SetEvent("flu", None)) == Common(
        {}, {COLD.id: COLD}, {TAX.id: TAX}, {"a": "1"}
    )


def test_what_the_person_added_is_asked_in_the_order_of_the_ids() -> None:
    common = Common(
        own_measures={HUM.id: HUM, COLD.id: COLD}, own_triggers={TAX.id: TAX, NOISE.id: NOISE}
    )
    assert common.questions.own_measures == (COLD, HUM)
    assert common.questions.own_triggers == (NOISE, TAX)


def test_events_are_listed_by_the_days_that_they_touch_in_the_order_of_their_start() -> None:
    span = Event(
        "trip", "travel", "Trip", DAY - timedelta(days=3), DAY - timedelta(days=1), EVENING
    )
    common = Common({"flu": FLU, "trip": span})
    assert common.events_between(DAY - timedelta(days=9), DAY) == (span, FLU)
    assert common.events_between(span.last, span.last) == (span,)
    assert common.events_between(DAY, DAY) == (FLU,)
    assert common.events_between(DAY - timedelta(days=9), DAY - timedelta(days=4)) == ()
    assert common.events_between(DAY + timedelta(days=1), DAY + timedelta(days=9)) == ()


def test_an_import_is_taken_back_by_taking_it_out() -> None:
    edit = SetImport(ImportBatch("diary.csv", EVENING, {}), is_in=True)
    common = Common(settings={"a": "1"})
    assert applied(common, edit) == common
    assert inverse(edit, common) == SetImport(edit.batch, is_in=False)
    assert inverse(inverse(edit, common), common) == edit


def test_an_import_is_one_by_its_own_id() -> None:
    batch = ImportBatch("diary.csv", EVENING, {})
    assert SetImport(batch, is_in=True).id == batch.id


def test_medicines_go_by_the_names_that_the_person_gave_them() -> None:
    assert Common().medicine_names == ()
    assert Common(medicines={"pill": PILL}).medicine_names == ("A pill",)
