"""The plan that somebody has begun to write: kept as it stands until it is sealed or cleared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from fibrojournal.journal import experiment_plans
from fibrojournal.journal.edits import SetSetting
from fibrojournal.journal.experiments import DESIGN_BY_ID, DESIGNS, Design
from fibrojournal.journal.measures import Asked, Measure
from fibrojournal.journal.trying import THINGS, Thing
from fibrojournal.text import _

KEY = "try_out.draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as it stands in the form; it may lack anything."""

    question: str = ""
    first: str = ""
    second: str = ""
    outcome: str = ""
    in_evening: bool = False
    design: Design = DESIGNS[0]
    start: date | None = None
    """The first day, where one was chosen."""

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is written yet."""
        return not (self.question or self.first or self.second)

    @property
    def thing(self) -> Thing | None:
        """The thing to begin with whose words these are, unchanged; or None."""
        words = (self.question, self.first, self.second)
        same = (one for one in THINGS if words == (_(one.question), _(one.first), _(one.second)))
        return next(same, None)

    def lag(self, measure: Measure | None) -> int:
        """Tell how many days later it shows in a measure."""
        is_after = self.in_evening or (measure is not None and measure.asked is Asked.WAKING)
        return int(is_after)


def begun_with(thing: Thing) -> Draft:
    """Begin a plan with a thing that is offered."""
    return Draft(
        _(thing.question),
        _(thing.first),
        _(thing.second),
        thing.outcome,
        thing.in_evening,
        DESIGN_BY_ID[thing.design],
    )


def kept_draft(settings: Mapping[str, str]) -> Draft:
    """Read the draft of a journal; what makes no sense is a blank one."""
    try:
        held = experiment_plans.read(settings[KEY])
        draft = Draft(
            held["question"],
            held["first"],
            held["second"],
            held["outcome"],
            held["in_evening"] == "1",
            DESIGN_BY_ID[held["design"]],
        )
        start = held["start"]
        return replace(draft, start=date.fromisoformat(start)) if start else draft
    except (ValueError, KeyError):
        return Draft()


def set_draft(draft: Draft) -> SetSetting:
    """Keep a draft; a blank one is none."""
    if draft.is_blank:
        return SetSetting(KEY, None)
    written = experiment_plans.written(
        question=draft.question,
        first=draft.first,
        second=draft.second,
        outcome=draft.outcome,
        in_evening=int(draft.in_evening),
        design=draft.design.id,
        start=draft.start.isoformat() if draft.start else "",
    )
    return SetSetting(KEY, written)
