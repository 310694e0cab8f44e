"""What befell those who are counted: the words that govern a number, and how far their grammar reaches."""
