"""Made-up series whose truth is known, small and quick; the big ones are in `benchmarks`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def alike_days(
    rng: np.random.Generator, days: int, phi: float, missing: float = 0.15, spread: float = 1.8
) -> NDArray[np.float64]:
    """Whole ratings 0-10 around 5, each day alike to the day before by `phi`; some not noted."""
    shocks = rng.standard_normal(days) * np.sqrt(1 - phi * phi)
    shocks[0] = rng.standard_normal()
    latent = np.empty(days)
    before = 0.0
    for at, shock in enumerate(shocks.tolist()):
        before = shock if at == 0 else phi * before + shock
        latent[at] = before
    values = np.clip(np.round(5 + spread * latent), 0, 10)
    values[rng.random(days) < missing] = np.nan
    return values
