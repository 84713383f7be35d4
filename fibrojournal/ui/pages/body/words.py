"""Body maps in words: what one holds, and how often each area hurt over a period."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from fibrojournal.journal.areas import AREA_BY_ID, AREAS
from fibrojournal.journal.body_maps import MAPS_FOR_A_PICTURE, Composite
from fibrojournal.journal.day import BodyMap, Origin
from fibrojournal.journal.measures import MEASURE_BY_ID, Measure
from fibrojournal.text import _, long_date, number, plain_number, plural
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


def finding(over: Composite) -> str:
    """Say in one sentence which areas hurt most often, or how many maps are still wanted."""
    if not over.days:
        return plural(
            "Your body maps will appear here. {n} day with one draws a picture.",
            "Your body maps will appear here. {n} days with one draw a picture.",
            MAPS_FOR_A_PICTURE,
        )
    if not over.is_fair:
        return _("{wanted} days with a body map draw a picture; you have {n}.").format(
            wanted=MAPS_FOR_A_PICTURE, n=over.days
        )
    if not over.hurt:
        return plural(
            "Nothing hurt on {n} day with a map.", "Nothing hurt on {n} days with a map.", over.days
        )
    most = max(over.hurt.values())
    leading = [area.label for area in AREAS if over.hurt.get(area.id) == most]
    leading[1:] = map(str.lower, leading[1:])
    words = {"n": most, "days": over.days}
    if len(leading) > _MOST_NAMED:
        form = _("{count} areas hurt most often: on {n} of {days} days with a map.")
        return form.format(count=len(leading), **words)
    form = _("{area} hurt most often: on {n} of {days} days with a map.")
    return form.format(area=_(" and ").join(leading), **words)


def details(over: Composite, span: int) -> str:
    """Say how many days stand behind the finding, and what was left out."""
    if not over.days and not over.copies:
        return ""
    parts = [_("{n} of {span} days with a map of their own.").format(n=over.days, span=span)]
    if over.copies:
        parts.append(
            plural("{n} copy is left out.", "{n} copies are left out.", over.copies),
        )
    if over.is_fair:
        parts.append(_("A stronger colour means more often."))
    return " ".join(parts)


def often(over: Composite, area: str) -> str:
    """Say how often an area hurt: "21 of 28"."""
    return _("{n} of {days}").format(n=over.hurt.get(area, 0), days=over.days)


def usual_strength(over: Composite, area: str) -> str | None:
    """Write the mean strength of an area, or None where it was never noted."""
    mean = over.strength.get(area)
    return None if mean is None else number(mean, 1)


def by_frequency(over: Composite) -> list[str]:
    """List the areas that hurt at all, the most frequent first, then from head to foot."""
    hurt = [area.id for area in AREAS if area.id in over.hurt]
    return sorted(hurt, key=lambda id: -over.hurt[id])


def spoken(over: Composite) -> str:
    """Read the whole picture out."""
    return ", ".join(f"{AREA_BY_ID[id].label} {often(over, id)}" for id in by_frequency(over))
