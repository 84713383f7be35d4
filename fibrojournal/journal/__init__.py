"""The domain: what a day, a measure, a trigger and a factor are. Standard library only."""
