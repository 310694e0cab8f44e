"""Who answers, by name: the speaker categories hold Damascus and Moscow in one, and Ankara among others."""

import re
from functools import cache

import pandas as pd

from analysis import style
from analysis.extraction.lexicon import built_in

STATES = {"government": ("government", "russia"), "other": ("turkey",)}  # the parties that a category of speakers may stand for
CAPITAL = ("Damascus", "government")  # a place to the vocabulary of actors


def answerers(responses: pd.DataFrame, events: pd.DataFrame) -> list[str]:
    """Who gives each answer, inside a sentence: the party that its clause names first, or else the only one blamed for its event that the
    speaker may stand for; the speaker's category where neither tells it."""
    blamed = events.drop_duplicates("event_id").set_index("event_id")["perpetrators"].dropna().str.split(";")
    return [
        style.actors(_named(words, speaker) or _only(blamed.get(event, []), speaker)) or style.with_article(speaker)
        for words, speaker, event in responses[["evidence", "speaker", "event_id"]].itertuples(index=False)
    ]


def _named(words: str, speaker: str) -> str:
    """The first party in a clause that the speaker may stand for, or the two that "and" joins; "" where it names none."""
    names, actors = _vocabulary()
    said = [(m, actors[m[0]]) for m in names.finditer(words) if actors[m[0]] in STATES.get(speaker, ())]
    joined = len(said) > 1 and words[said[0][0].end() : said[1][0].start()] == " and "
    return ";".join(dict.fromkeys(actor for _, actor in said[: 1 + joined]))


def _only(blamed: list[str], speaker: str) -> str:
    meant = [party for party in blamed if party in STATES.get(speaker, ())]
    return meant[0] if len(meant) == 1 else ""


@cache
def _vocabulary() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the names of states' parties, the longest first, and the party of each."""
    parties = {party for of in STATES.values() for party in of}
    actors = dict([CAPITAL]) | {row["term"]: row["actor"] for row in built_in().rows("actors") if row["actor"] in parties}
    longest = sorted(actors, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), actors
