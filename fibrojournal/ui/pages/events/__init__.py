"""Events: what happened on a day or over a span."""
