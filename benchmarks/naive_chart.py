"""The floor of a chart: matplotlib in a Qt window as it is usually written.

A line, a 28-day mean with its band, automatic date ticks; redrawn whole at every step.
"""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

WIDTH, HEIGHT = 900, 420
_MEAN_DAYS = 28
_FIRST_DAY = dt.date(2016, 1, 1)


def answers(days: int) -> NDArray[np.float64]:
    """Return so many made-up pain ratings, one a day."""
    luck = np.random.default_rng(3)
    walk = np.cumsum(luck.normal(0, 0.7, days)) % 12 + luck.normal(0, 1, days)
    rounded: NDArray[np.float64] = np.clip(walk, 0, 10).round()
    return rounded


class NaiveChart:
    """One chart on its own canvas; `days_seen` is what the view holds of all the days."""

    def __init__(self, values: NDArray[np.float64], days_seen: int) -> None:
        # Loaded here, so that a first chart can be timed with its libraries loaded or without; as
        # Any, since half of matplotlib is not typed.
        mdates: Any = import_module("matplotlib.dates")
        backend: Any = import_module("matplotlib.backends.backend_qtagg")
        days = [_FIRST_DAY + dt.timedelta(days=offset) for offset in range(len(values))]
        mean, spread = _running(values)
        figure = import_module("matplotlib.figure").Figure(
            figsize=(WIDTH / 100, HEIGHT / 100), dpi=100
        )
        self._canvas = backend.FigureCanvasQTAgg(figure)
        self._canvas.resize(WIDTH, HEIGHT)
        self._axes = figure.add_axes((0.07, 0.1, 0.91, 0.86))
        self._axes.plot(days, values, lw=0.8)
        self._axes.fill_between(days, mean - spread, mean + spread, alpha=0.3, lw=0)
        self._axes.plot(days, mean, lw=2)
        locator = mdates.AutoDateLocator()
        self._axes.xaxis.set_major_locator(locator)
        self._axes.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))
        self._axes.set_ylim(-0.5, 11)
        self._end = float(mdates.date2num(days[-1]))
        self._days_seen = days_seen
        self._step = 0
        self._canvas.show()

    def redraw(self) -> None:
        """Move the view a little, as a step of panning does, and draw it."""
        self._step += 1
        end = self._end - self._step % 7 * self._days_seen * 0.01
        self._axes.set_xlim(end - self._days_seen, end)
        self._canvas.draw()
        self._canvas.repaint()

    def close(self) -> None:
        """Take the canvas from the screen."""
        self._canvas.close()
        self._canvas.deleteLater()
        QApplication.processEvents()


def _running(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the 28-day mean and standard deviation around each day."""
    kernel = np.ones(_MEAN_DAYS) / _MEAN_DAYS
    half = _MEAN_DAYS // 2

    def mean_of(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
        padded = np.pad(numbers, half, mode="edge")
        return np.convolve(padded, kernel, "same")[half : half + len(numbers)]

    mean = mean_of(values)
    variance: NDArray[np.float64] = np.maximum(mean_of(values * values) - mean**2, 0)
    return mean, np.sqrt(variance)
