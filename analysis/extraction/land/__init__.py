"""Whose land a sentence tells of, and where it lies."""
