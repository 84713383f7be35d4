"""Body map: where it hurt on a day, and over time."""
