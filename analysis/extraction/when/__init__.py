"""The day that a number has, in its own sentence or carried over from those around."""
