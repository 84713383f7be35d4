"""Numbers from days: arrays in, small frozen results out. Needs numpy, and nothing else."""
