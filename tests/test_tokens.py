"""The measured promises of `resources/tokens.toml`: contrast, colour difference, even ramps."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from numpy.typing import NDArray

from fibrojournal.journal.factors import FACTOR_IDS
from fibrojournal.tokens import THEMES, Tokens, contrast, mix, rgb, tokens

# Full dichromacy after G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A physiologically
# based model for simulation of color vision deficiency" (2009), severity 1.0; on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
RGB_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE_D65 = RGB_TO_XYZ.sum(axis=1)


def lab(color: str, vision: str = "normal") -> NDArray[np.float64]:
    """CIE L*a*b* (D65) of an sRGB colour, as seen with one kind of colour vision."""
    channels = np.array(rgb(color)) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    seen = np.clip(VISION[vision] @ linear, 0, 1)
    ratio = RGB_TO_XYZ @ seen / WHITE_D65
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Colour difference after G. Sharma, W. Wu and E. N. Dalal (2005)."""
    (l1, a1, b1), (l2, a2, b2) = one.tolist(), other.tolist()
    chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(chroma**7 / (chroma**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    grey = c1 * c2 == 0
    turn = 0.0 if grey else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if grey else (h1 + turn / 2) % 360
    dl, dc = l2 - l1, c2 - c1
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    sl = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    bend = 30 * math.exp(-(((hue - 275) / 25) ** 2))
    rt = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(2 * bend))
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh))


def closest(colors: set[str], vision: str) -> float:
    """The smallest difference between any two colours of a set."""
    return min(
        ciede2000(lab(one, vision), lab(other, vision))
        for one, other in itertools.combinations(sorted(colors), 2)
    )


# The yardstick first: published values, so that a slip in the formulas cannot pass the tokens.


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # From their table 1: blue, near grey, either side of the turn of hue, far apart, dark.
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0009), 7.1792),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
        ((50, -0.0010, 2.4900), (50, 0.0009, -2.4900), 4.8045),
        ((50, -0.0010, 2.4900), (50, 0.0011, -2.4900), 4.7461),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (50, 3.1736, 0.5854), 1.0000),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_colour_difference_is_the_published_one(
    one: tuple[float, ...], other: tuple[float, ...], expected: float
) -> None:
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=5e-5)


def test_the_simulation_gives_the_known_figures_of_a_known_palette() -> None:
    okabe_ito = {"#000000", "#E69F00", "#56B4E9", "#009E73"}
    okabe_ito |= {"#F0E442", "#0072B2", "#D55E00", "#CC79A7"}
    figures = {vision: round(closest(okabe_ito, vision), 1) for vision in VISION}
    assert figures == {"normal": 21.7, "protan": 12.2, "deutan": 11.6, "tritan": 10.9}


TEXT_PAIRS = [
    ("ink", "bg", 7.0),
    ("ink", "surface", 7.0),
    ("ink", "inset", 7.0),
    ("ink", "accent_soft", 7.0),
    ("ink_2", "surface", 7.0),
    ("ink_2", "bg", 7.0),
    ("ink_2", "flare_band", 4.5),
    ("ink_3", "surface", 4.5),
    ("ink_3", "nav_bg", 4.5),
    ("accent", "surface", 4.5),
    ("accent", "bg", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("notice_ink", "notice_bg", 4.5),
    ("border_strong", "surface", 3.0),
    ("border_strong", "inset", 3.0),
    ("focus", "bg", 3.0),
    ("focus", "surface", 3.0),
]


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Tokens:
    return tokens(str(request.param))


def measures(theme: Tokens) -> dict[str, str]:
    table: dict[str, str] = theme.data["theme"][theme.theme]["measure"]
    return table


def factors(theme: Tokens) -> dict[str, str]:
    table: dict[str, str] = theme.data["theme"][theme.theme]["factor"]
    return table


@pytest.mark.parametrize(("front", "back", "needed"), TEXT_PAIRS)
def test_text_and_borders_stand_out(theme: Tokens, front: str, back: str, needed: float) -> None:
    assert contrast(theme.color(front), theme.color(back)) >= needed


def test_a_measure_can_be_read_as_text_and_seen_as_dots(theme: Tokens) -> None:
    surface, band = theme.color("surface"), theme.color("flare_band")
    share = theme.data["chart"]["day_dot_mix"]
    for color in {*measures(theme).values(), theme.color("ink_2")}:
        assert contrast(color, surface) >= 4.5
        dot = mix(surface, color, share)
        assert contrast(dot, surface) >= 3
        assert contrast(dot, band) >= 3


def test_the_digit_on_a_rating_cell_can_be_read(theme: Tokens) -> None:
    for color in measures(theme).values():
        assert contrast(theme.selected_ink, color) >= 4.5
        tint = mix(theme.color("surface"), color, theme.tint_below)
        assert contrast(theme.color("ink"), tint) >= 4.5


def test_factor_icons_stand_out(theme: Tokens) -> None:
    for color in factors(theme).values():
        assert contrast(color, theme.color("surface")) >= 3
        assert contrast(color, theme.color("bg")) >= 3


def test_the_digit_on_the_heat_ramp_can_be_read(theme: Tokens) -> None:
    for step in theme.ramp:
        assert contrast(theme.heat_ink(step), step) >= 4.5


@pytest.mark.parametrize("vision", VISION)
def test_the_heat_ramp_rises_in_even_steps_for_every_kind_of_vision(
    theme: Tokens, vision: str
) -> None:
    lightness = [lab(step, vision)[0] for step in theme.ramp]
    steps = np.diff(lightness) * np.sign(lightness[-1] - lightness[0])
    assert len(theme.ramp) == 11
    assert steps.min() > 2.5


@pytest.mark.parametrize("vision", VISION)
def test_measures_can_be_told_apart(theme: Tokens, vision: str) -> None:
    least = 10.0 if theme.theme in {"light", "dark"} else 8.0
    assert closest(set(measures(theme).values()), vision) >= least


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("name", ["light", "dark", "quiet"])
def test_the_ten_factors_can_be_told_apart(name: str, vision: str) -> None:
    colors = {id: color for id, color in factors(tokens(name)).items() if id != "network"}
    assert closest(set(colors.values()), vision) >= 10


def test_every_factor_has_a_colour(theme: Tokens) -> None:
    assert set(factors(theme)) == set(FACTOR_IDS)


def test_quiet_paper_draws_every_factor_in_ink(theme: Tokens) -> None:
    if theme.theme == "quiet_paper":
        colors = {color for id, color in factors(theme).items() if id != "network"}
        assert colors == {theme.color("ink_2")}


def test_measures_of_one_colour_share_a_marker_and_no_others_do(theme: Tokens) -> None:
    markers: dict[str, str] = theme.data["chart"]["marker"]
    assert set(markers) == set(measures(theme))
    looks = {(measures(theme)[id], marker) for id, marker in markers.items()}
    assert len(looks) == len({color for color, _ in looks}) == len({shape for _, shape in looks})


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        tokens("neon")


def test_a_measure_without_a_colour_of_its_own_is_drawn_in_ink(theme: Tokens) -> None:
    assert theme.measure("own:cold_hands") == theme.color("ink_2")
    assert theme.marker("own:cold_hands") == "pentagon"
