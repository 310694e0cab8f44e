"""Who acts in a sentence, and who is meant to have killed."""
