"""What an answer to an accusation is made of, and who gives it."""
