"""Body maps in words: what one holds, and how often each area hurt over a period."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from fibrojournal.journal.areas import AREA_BY_ID, AREAS
from fibrojournal.journal.day import BodyMap, Origin
from fibrojournal.journal.measures import MEASURE_BY_ID, Measure
from fibrojournal.text import _, long_date, plain_number
from fibrojournal.ui.widgets.area_list import NOTHING

_MOST_NAMED = 2


def map_words(body_map: BodyMap) -> str:
    """Write what a map holds: "Body map: Neck, Lower back 6", or that nothing hurt."""
    names = area_names(body_map.areas)
    return _("Body map: {areas}").format(areas=names or _("nothing hurt"))


def area_names(areas: Mapping[str, float | None]) -> str:
    """Name the marked areas from head to foot, each with its strength where that was noted."""
    parts = []
    for area in AREAS:
        if area.id in areas:
            strength = areas[area.id]
            parts.append(
                area.label if strength is None else f"{area.label} {plain_number(strength)}"
            )
    return ", ".join(parts)


def title_words(day: date, today: date) -> str:
    """Ask about a day."""
    if day == today:
        return _("Where does it hurt today?")
    return _("Where did it hurt on {day}?").format(day=long_date(day))


def state_words(body_map: BodyMap | None) -> str:
    """Say how far a day's map is filled in, and how to go on."""
    if body_map is None:
        return _("Not filled in. Click an area, or use the list: both do the same.")
    if body_map.origin is Origin.COPIED:
        return _("{areas}, the same as the day before. A copy is left out of findings.").format(
            areas=count_words(body_map.areas)
        )
    if not body_map.areas:
        return _("Noted: nothing hurt. Click an area, or use the list, to change it.")
    return _("{areas}. Click an area, or use the list: both do the same.").format(
        areas=count_words(body_map.areas)
    )


def count_words(areas: Collection[str]) -> str:
    """Count the marked areas."""
    if not areas:
        return _("Nothing hurt")
    return _("{n} of {all} areas").format(n=len(areas), all=len(AREAS))


def box_words(id: str, areas: Collection[str] | None) -> str:
    """Read out one box of the list: "Lower back: marked"."""
    if id == NOTHING:
        is_ticked = areas is not None and not areas
        return _("Nothing hurt: noted") if is_ticked else _("Nothing hurt: not noted")
    is_marked = areas is not None and id in areas
    form = _("{area}: marked") if is_marked else _("{area}: not marked")
    return form.format(area=AREA_BY_ID[id].label)


def strength_question(area: str) -> Measure:
    """Return the question of how strongly an area hurts; it looks and speaks like that of pain."""
    name = AREA_BY_ID[area].name
    return MEASURE_BY_ID["pain"]._replace(name=name, question=name)


def strengths_noted(body_map: BodyMap) -> str:
    """Say how many of the marked areas have a strength."""
    noted = sum(strength is not None for strength in body_map.areas.values())
    if not noted:
        return _("optional · 0 to 10 for each marked area")
    return _("{n} of {all} noted").format(n=noted, all=len(body_map.areas))


# Over a period


def period_words(span: int, end: str) -> str:
    """Name a period of days up to a date in words, or up to today."""
    if end:
        return _("The {n} days to {end}. Not a diagnosis.").format(n=span, end=end)
    return _("The last {n} days. Not a diagnosis.").format(n=span)
