"""Who is counted: the sides and classes of people that a sentence names, and who is meant where a number does not say."""
