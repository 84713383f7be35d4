"""Numbers from days: arrays in, small frozen results out. Formulas: docs/statistics.md."""
