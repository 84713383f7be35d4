"""The 19 body areas of the Widespread Pain Index, in five regions.

Source: Wolfe F et al. 2016, Semin Arthritis Rheum 46:319, doi 10.1016/j.semarthrit.2016.08.012.
Jaw, chest and abdomen count in the index, but not towards generalized pain.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fibrojournal.text import N_, _


class Region(Enum):
    """The five regions of the 2016 criteria."""

    LEFT_UPPER = 1
    RIGHT_UPPER = 2
    LEFT_LOWER = 3
    RIGHT_LOWER = 4
    AXIAL = 5


@dataclass(frozen=True, slots=True)
class Area:
    """One of the 19 areas. Left is the person's own left."""

    id: str
    name: str
    region: Region
    generalized: bool = True
    front: bool = True
    back: bool = True

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.name)


AREAS: tuple[Area, ...] = (
    Area("jaw_left", N_("Left jaw"), Region.LEFT_UPPER, generalized=False, back=False),
    Area("jaw_right", N_("Right jaw"), Region.RIGHT_UPPER, generalized=False, back=False),
    Area("neck", N_("Neck"), Region.AXIAL),
    Area("shoulder_left", N_("Left shoulder"), Region.LEFT_UPPER),
    Area("shoulder_right", N_("Right shoulder"), Region.RIGHT_UPPER),
    Area("upper_arm_left", N_("Left upper arm"), Region.LEFT_UPPER),
    Area("upper_arm_right", N_("Right upper arm"), Region.RIGHT_UPPER),
    Area("lower_arm_left", N_("Left lower arm"), Region.LEFT_UPPER),
    Area("lower_arm_right", N_("Right lower arm"), Region.RIGHT_UPPER),
    Area("chest", N_("Chest"), Region.AXIAL, generalized=False, back=False),
    Area("abdomen", N_("Abdomen"), Region.AXIAL, generalized=False, back=False),
    Area("upper_back", N_("Upper back"), Region.AXIAL, front=False),
    Area("lower_back", N_("Lower back"), Region.AXIAL, front=False),
    Area("hip_left", N_("Left hip"), Region.LEFT_LOWER),
    Area("hip_right", N_("Right hip"), Region.RIGHT_LOWER),
    Area("upper_leg_left", N_("Left upper leg"), Region.LEFT_LOWER),
    Area("upper_leg_right", N_("Right upper leg"), Region.RIGHT_LOWER),
    Area("lower_leg_left", N_("Left lower leg"), Region.LEFT_LOWER),
    Area("lower_leg_right", N_("Right lower leg"), Region.RIGHT_LOWER),
)

AREA_BY_ID = {area.id: area for area in AREAS}
