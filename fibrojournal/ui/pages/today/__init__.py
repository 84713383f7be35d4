"""Today: the form of a day, and the short ways to fill it."""
