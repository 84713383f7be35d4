"""Charts as files: whole, with their words, the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib.image import imread

from fibrojournal.charts.groups import empty
from fibrojournal.charts.saving import FORMS, WIDTH, picture_bytes
from fibrojournal.tokens import rgb, tokens
from tests.charts.diaries import answers, diary, view

LIGHT = tokens("light")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_chart_gives_the_same_file(form: str) -> None:
    seen = view({"pain": diary(90)})
    assert picture_bytes(seen, LIGHT, form) == picture_bytes(seen, LIGHT, form)


def test_a_png_is_twice_as_fine_as_the_screen_and_has_the_ground_of_the_theme() -> None:
    dark = tokens("dark")
    pixels = imread(BytesIO(picture_bytes(view({"pain": diary(90)}), dark, "png")))
    assert pixels.shape[1] == 2 * WIDTH
    assert tuple(np.round(pixels[0, 0, :3] * 255).astype(int)) == rgb(dark.color("surface"))


def test_the_words_stand_above_the_drawing_and_the_margins_are_free() -> None:
    seen = view({"pain": diary(90)})
    pixels = imread(BytesIO(picture_bytes(seen, LIGHT, "png")))[:, :, :3]
    ground = pixels[0, 0]
    inked = np.abs(pixels - ground).max(axis=2) > 0.02
    assert not inked[:, :30].any()
    assert not inked[:, -30:].any()
    assert not inked[:30].any()
    assert not inked[-30:].any()
    chart = 2 * seen.height(WIDTH - 40, 1.0)
    assert inked[: -chart - 60].any()


def test_a_long_title_stays_within_the_margins() -> None:
    wordy = empty("Before and after: " + "a medicine with a long name " * 6, "Some words.")
    pixels = imread(BytesIO(picture_bytes(wordy, LIGHT, "png")))[:, :, :3]
    assert np.abs(pixels[:, -30:] - pixels[0, 0]).max() < 0.02


def test_a_drawing_carries_its_title_and_its_description_and_no_date() -> None:
    seen = view({"pain": diary(90)})
    root = ET.fromstring(picture_bytes(seen, LIGHT, "svg"))
    text = "".join(root.itertext())
    assert seen.title in text
    assert seen.description in text
    assert "date" not in {element.tag.rsplit("}", 1)[-1] for element in root.iter()}


def test_a_chart_without_days_is_its_sentence_alone() -> None:
    empty = view({"pain": answers({})})
    assert empty.is_empty
    height = imread(BytesIO(picture_bytes(empty, LIGHT, "png"))).shape[0]
    assert height < 2 * empty.height(WIDTH, 1.0)


def test_other_forms_are_refused() -> None:
    with pytest.raises(ValueError, match="no such form"):
        picture_bytes(view({"pain": diary(9)}), LIGHT, "gif")
