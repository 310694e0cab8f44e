"""The words that answers are made of (``answers.csv``), and the constructions that they make."""

import re
from collections.abc import Iterable
from functools import lru_cache

from analysis.extraction.answers.stated_answers import HAVE, THEIR, phrases, stated_answers
from analysis.extraction.lexicon import Lexicon
from analysis.extraction.sentences import Sentence
from analysis.extraction.terms import Terms

ANSWERS = frozenset(("denied", "will_assess", "acknowledged", "no_comment", "general"))
VERBS = {
    "deny": "denied",
    "dismiss": "denied",
    "admit": "acknowledged",
    "confirm": "acknowledged",
    "claim": "acknowledged",
    "take": "acknowledged",
}
ADVERBS = frozenset(
    "immediately independently yet also publicly swiftly strongly flatly repeatedly consistently always categorically previously"
    " later".split()
)


class AnswerWords:
    """The vocabulary of ``answers.csv``: its terms, and the constructions that its words make."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.rows("answers")
        word = {kind: _any(r["term"] for r in rows if r["kind"] == kind) for kind in dict.fromkeys(r["kind"] for r in rows)}
        shared = phrases(word)
        known = [(r["term"], r["kind"]) for r in rows if r["kind"] in (*ANSWERS, *VERBS, "verdict", "asked")]
        self.terms = Terms(lexicon, [(t.replace("not ", f"not {a} "), k) for t, k in known for a in sorted(ADVERBS)] + known)
        self.deed = _pattern(
            rf"^\s+(?:{shared.the_deed}\b(?!\s+(?:is|are|was|were|has|have|had|will|would)\b)"
            rf"|an?\s+(?:[\w-]+\s+){{0,2}}?(?:{word['deed']})\b(?=\s+(?:that|which|against)\b|\s*[,.]|\s*$))"
        )
        self.own_act = _pattern(
            rf"^(?:\s+(?:on|late|early|\w+day|in\s+an?(?:\s+\w+)?\s+statement))*\s+(?:that\s+)?"
            rf"(?:{shared.own}\s+(?:{HAVE}\s+)?{shared.harm_done}|{shared.harm_done}|{THEIR}\s+(?:\w+\s+){{0,2}}(?:{word['deed']}))"
        )
        self.report = _pattern(rf"\b(?:{shared.report}|{word['blame']})\b")
        self.undergone = _pattern(rf"\b(?:{word['deed']}|{shared.report})[,\s]+(?:\w+ly\s+|later\s+|since\s+)*$")
        self.present = _pattern(
            rf"^\s+(?:\w+\s+){{1,4}}?(?:{word['arms']}|air\s+force)\s+(?:(?:had\s+taken|took)\s+part|(?:had\s+)?(?:flown|flew|operated)"
            r"|(?:were|was|had\s+been)\s+(?:\w+\s+)?(?:in|over|near)\s+the\s+area)"
        )
        self.own_loss = _pattern(
            rf"\b(?:{THEIR}\s+(?:own\s+)?|(?:any|no)\s+)(?:\w+\s+)?(?:{word['men']})\s+(?:(?:had|have|has|were|was|been)\s+)*"
            rf"(?:killed|died|dead|wounded|hurt|lost)"
            rf"|\b(?:{word['losing']})\s+(?:(?!of\b)\w+\s+){{0,4}}?{shared.losses}"
            rf"|\b{shared.own_losses}\s+(?:own\s+)?(?:\w+\s+)?(?:{word['men']}|ranks)"
        )
        self.told = _pattern(rf"\b(?:{shared.report})\b")
        self.accusation = _pattern(rf"\b(?:{word['accusation']})\b")
        self.accused = _pattern(rf"\b(?:{word['accusation']})\s+(?:(?:that|which)\s+)?(?:[\w’'-]+\s+){{1,4}}$")
        self.stated = stated_answers(word)


@lru_cache(maxsize=8)
def answer_words(lexicon: Lexicon) -> AnswerWords:
    """The answering words of a lexicon."""
    return AnswerWords(lexicon)


def _any(terms: Iterable[str]) -> str:
    return "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in sorted(terms, key=len, reverse=True))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text + r"\b" if text[-1] == ")" else text, re.IGNORECASE)


def back(sentence: Sentence, i: int) -> list[int]:
    """The three words before word ``i``, the nearest first, but for adverbs."""
    return [j for j in range(i - 1, max(-1, i - 4), -1) if sentence.words[j] not in ADVERBS]


def word_before(sentence: Sentence, i: int) -> str:
    """The word before word ``i``, adverbs passed over; "IS" is a name."""
    at = next(iter(back(sentence, i)), None)
    if at is None or sentence.document.text[sentence.tokens[at].start : sentence.tokens[at].end] == "IS":
        return ""
    return sentence.words[at]
