"""Who is the source of what is said, inside a sentence and carried over sentences."""
