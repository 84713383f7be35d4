"""Calendar: the months as heat, and the day that is looked at."""
