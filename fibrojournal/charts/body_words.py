"""How often each area hurt over a period, in words."""

from __future__ import annotations

from fibrojournal.journal.areas import AREA_BY_ID, AREAS
from fibrojournal.journal.body_maps import MAPS_FOR_A_PICTURE, Composite
from fibrojournal.text import _, number, plural

_MOST_NAMED = 2


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
