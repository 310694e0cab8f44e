"""Whether a text is English, the one language that the rules read: by its letters, and by its share of the commonest English words."""

import re

OPENING = 4000  # characters that tell it
LATIN = "\u024f"  # the last letter of the Latin blocks
LETTERS = 40  # fewer say nothing
WORDS = 60
COMMON = frozenset("the of and to that said were was for with from by have had has at".split())  # few of them are words elsewhere
SHARE = 0.07  # of English news these are a fifth and more of the words, of other languages hardly any
WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether a text may be English; one that is too short to tell is."""
    opening = text[:OPENING]
    letters = [character for character in opening if character.isalpha()]
    if len(letters) >= LETTERS and 2 * sum(letter <= LATIN for letter in letters) < len(letters):
        return False
    words = WORD.findall(opening.lower())
    return len(words) < WORDS or sum(word in COMMON for word in words) >= SHARE * len(words)
