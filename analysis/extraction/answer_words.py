"""The words that answers are made of (``answers.csv``), and the constructions that they make."""

import re
from collections.abc import Iterable
from functools import lru_cache

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
        report = f"{word['report']}|{word['accusation']}"
        known = [(r["term"], r["kind"]) for r in rows if r["kind"] in (*ANSWERS, *VERBS, "verdict", "asked")]
        self.terms = Terms(lexicon, [(t.replace("not ", f"not {a} "), k) for t, k in known for a in sorted(ADVERBS)] + known)
        the_deed = rf"(?:the|this|that|these|those|both|\w+day[’']?s)\s+(?:[\w-]+\s+){{0,3}}?(?:{word['deed']})"
        harm_done = rf"(?:{word['aimed']}|(?:{word['done']})\s+(?:[\w’'.-]+\s+){{0,5}}?(?:{word['deed']}))"
        noun = r"(?!was|were|been|may|might|could)[\w-]+"
        of_its_own = rf"(?:(?:one|two|some|several)\s+of\s+)?(?:its|our|their)\s+(?:{noun}\s+){{0,2}}?{noun}"
        own = rf"(?:it|they|we|{of_its_own}|the\s+(?:\w+\s+)?(?:group|coalition))"
        takes = r"\b(?<!to )(?:takes?|(?:is|are|was|were|be|been)\s+taking)"
        have = r"(?:had|has|have|also|did)"
        self.deed = _pattern(rf"^\s+{the_deed}\b(?!\s+(?:is|are|was|were|has|have|had|will|would)\b)")
        self.own_act = _pattern(
            rf"^(?:\s+(?:on|late|early|\w+day|in\s+an?(?:\s+\w+)?\s+statement))*\s+(?:that\s+)?(?:{own}\s+(?:{have}\s+)?{harm_done}|{harm_done}"
            rf"|(?:its|their|our)\s+(?:\w+\s+){{0,2}}(?:{word['deed']}))"
        )
        self.report = _pattern(rf"\b(?:{report}|{word['blame']})\b")
        self.undergone = _pattern(rf"\b(?:{word['deed']}|{report})[,\s]+(?:\w+ly\s+|later\s+|since\s+)*$")
        self.present = _pattern(
            rf"^\s+(?:\w+\s+){{1,4}}?(?:{word['arms']}|air\s+force)\s+(?:(?:had\s+taken|took)\s+part|(?:had\s+)?(?:flown|flew|operated)"
            r"|(?:were|was|had\s+been)\s+(?:\w+\s+)?(?:in|over|near)\s+the\s+area)"
        )
        lost = r"(?:los(?:t|e|ing)|suffer(?:ed|ing)?|sustain(?:ed|ing)?|tak(?:en|ing))"
        losses = rf"(?:{word['men']}|losses|casualties)"
        self.own_loss = _pattern(
            rf"\b(?:(?:its|their|our)\s+(?:own\s+)?|(?:any|no)\s+)(?:\w+\s+)?(?:{word['men']})\s+(?:(?:had|have|has|were|was|been)\s+)*"
            rf"(?:killed|died|dead|wounded|hurt|lost)"
            rf"|\b{lost}\s+(?:(?!of\b)\w+\s+){{0,4}}?{losses}"
            rf"|\b(?:losses|casualties|dead|deaths)\s+(?:among|in|within)\s+(?:its|their|our)\s+(?:own\s+)?(?:\w+\s+)?(?:{word['men']}|ranks)"
        )
        self.told = _pattern(rf"\b(?:{report})\b")
        self.accusation = _pattern(rf"\b(?:{word['accusation']})\b")
        self.accused = _pattern(rf"\b(?:{word['accusation']})\s+(?:(?:that|which)\s+)?(?:[\w’'-]+\s+){{1,4}}$")
        they = rf"(?:it|they|we|(?:its|their|our)\s+(?:{word['arms']}))"
        past, present = (rf"(?{sign}(?:\w+ed|struck)\b)(?:{word['aimed']})" for sign in "=!")  # "struck only", "targets only"
        not_ = r"(?:\s+not|n[’']t|\s+never)"
        no_arms = rf"(?:none\s+of\s+(?:its|our|their|the)|no)\s+(?:[\w’'.-]+\s+){{0,2}}?(?:{word['arms']}|{word['deed']})"
        self.stated = {
            "claimed": _pattern(
                rf"\b(?:its|their|our)\s+(?:\w+\s+)?(?:{word['men']}|militants)\s+(?:{have}\s+)?(?:{word['storming']})"
                rf"|\b(?:one\s+of\s+(?:its|their|our)|an?|two|three)\s+(?:[\w-]+\s+)?(?:{word['man']}|{word['men']})(?:\s+of\s+(?:the|its)\s+\w+)?\s+"
                rf"(?:{have}\s+)?(?:blew|blown|blow|blowing)\s+(?:him|her|them)sel(?:f|ves)\s+up"
                rf"|\ban?\s+(?:[\w-]+\s+){{0,2}}?(?:{word['assailant']})\b[^,.;]{{0,40}}?\s(?:{have}\s+)?(?:{word['done']})\s+{the_deed}"
            ),
            "acknowledged": _pattern(
                rf"\b{own}\s+(?:{have}\s+)?(?:(?:{word['done']})\s+{the_deed}|(?:was|were|had\s+been|is)\s+(?:behind|responsible\s+for)\s+{the_deed}"
                rf"|(?:[\w-]+\s+){{0,5}}?(?:{word['erring']})\s+(?:{word['aimed']}))"
                rf"|\b(?:its|their|our)\s+(?:{word['arms']})\s+(?:{have}\s+)?(?:{word['aimed']})\s+the\s+(?:same\s+)?(?:{word['scene']})"
                rf"|\b{own}\s+(?:{have}\s+)?(?:(?:{word['aimed']})(?<!s)(?<!ing)(?<!kill)(?<!killed)|(?:{word['done']})\s+(?:{word['deed']})\s+(?:on|against))"
                rf"\s+(?:(?!only\b)[\w’'-]+\s+){{0,4}}?(?:{word['foe']})"
                rf"|\b(?:{word['assailant']})\s+(?:was|were)\s+(?:one\s+of\s+)?(?:its|their|our|the\s+group[’']?s)\s+\w+"
            ),
            "will_assess": _pattern(
                rf"\b(?:will|would)\s+(?:\w+ly\s+)?(?:{word['examine']})\s+(?:[\w-]+\s+){{0,3}}?(?:{report}|{word['deed']}|incident|matter)"
                rf"|\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:{word['examining']})\s+(?:this\s+one|it|them|(?:[\w-]+\s+){{0,3}}?(?:{report}|{word['deed']}|incident|matter))"
                rf"|\b(?:{word['opened']}|(?:will|would|is|are|was|were)\s+(?:{word['opening']}))\s+an?\s+(?:[\w-]+\s+){{0,2}}?(?:{word['inquiry']})"
                rf"|\b(?:{word['inquiry']})\s+(?:into\s+[^,.;]{{1,40}}?\s)?(?:(?:has|had|have|is|was|were)\s+)?(?:been\s+)?(?:{word['opened']}|under\s*way)"
                rf"|\b(?:{word['promised']})\s+(?:to\s+(?:{word['examine']})\s+(?:[\w-]+\s+){{0,3}}?(?:{report}|{word['deed']}|incident|matter|deaths?)|an?\s+(?:[\w-]+\s+){{0,2}}?(?:{word['inquiry']}))"
                rf"|\b(?:{report})\s+(?:[\w-]+\s+){{0,4}}?(?:been|be|were|was)\s+(?:{word['handed']})\s+(?:on\s+)?(?:to|for)\b"
            ),
            "denied": _pattern(
                rf"\b(?:(?:had|has|have|did|was|were){not_}\s+(?:\w+ed\s+)?{harm_done}"
                rf"|(?:had|has|have|did|was|were){not_}\s+(?:been\s+)?(?:operat(?:ed?|ing)|flown|flying|active|present)\b"
                rf"|(?:(?:{word['done']})\s+no|no\s+records?\s+of(?:\s+any)?)\s+(?:[\w’'.-]+\s+){{0,2}}?(?:{word['deed']})|there\s+(?:were|was|had\s+been)\s+{no_arms}"
                rf"|{no_arms}\s+(?:was|were|had|has|have|took)\b"
                rf"|(?:{word['done']})\s+no\s+(?:\w+\s+)?(?:{word['outing']})"
                rf"|(?:its|their|our)\s+(?:{word['arms']})\s+(?:had|have|were){not_}\s+(?:been\s+)?(?:(?:over|above|near)\s+the|in\s+the\s+(?:area|region|vicinity|air\s*space|{word['scene']}))\b"
                rf"|(?:nothing\s+to\s+(?:suggest|indicate|show)|no\s+(?:evidence|indication|sign)\s+(?:that|of))\b[^,.;]{{0,40}}?\s(?:{word['spared']})"
                rf"|{lost}\s+no\s+(?:\w+\s+)?{losses}"
                rf"|none\s+of\s+(?:its|our|their)\s+(?:\w+\s+)?(?:{word['men']})\s+(?:(?:was|were|had|has|have|been)\s+)+(?:killed|died|wounded|hurt|harmed)"
                rf"|no\s+(?:losses|casualties)\s+(?:among|in|within)\s+(?:its|our|their)\b"
                rf"|no\s+(?:[\w’'-]+\s+)?(?:{word['spared']})\s+(?:was|were|had\s+been)\b|there\s+were\s+no\s+(?:{word['spared']})\b"
                rf"|the\s+(?:{word['scene']})\s+(?:was|were|had\s+been)\s+(?:empty|deserted|abandoned|uninhabited)"
                rf"|(?:had|has|have)\s+(?:only\s+(?:{word['aimed']})|(?:{word['aimed']})\s+only)\b"
                rf"|{they}\s+(?:only\s+{past}|{past}\s+only)\b)"
            ),
            "general": _pattern(
                rf"\b(?:(?:does|do){not_}|never)\s+(?:\w+ly\s+)?(?:{word['aimed']})\s+(?:[\w-]+\s+){{0,3}}?(?:{word['spared']})"
                rf"|\b{they}\s+(?:(?:does|do){not_}|never)\s+(?:\w+ly\s+)?targets?\b"
                rf"|\b{they}\s+(?:only\s+{present}|{present}\s+only\b)"
                rf"|{takes}\s+(?:\w+\s+){{0,3}}?(?:precautions?|measures?|care|steps|pains)\b[^.;]{{0,60}}\b(?:{word['spared']})"
                rf"|\b(?:tr(?:y|ies)|seeks?|works?|everything|efforts?|lengths|possible|careful|standards)\b[^.;]{{0,40}}?"
                rf"\b(?:avoid|minimi[sz]e|prevent|limit|reduce|spare|protect)\w*\s+(?:\w+\s+){{0,3}}?(?:{word['spared']})"
                rf"|\bkeep(?:s|ing)?\s+(?:{word['spared']})\s+(?:safe|from\s+harm|out\s+of\s+harm)"
                rf"|\b(?:will|would)\s+not\s+(?:let|allow|permit|tolerate)\b[^.;]{{0,60}}\b(?:{word['settling']})"
                rf"|\b(?:right\s+to|would|will)\s+(?:always\s+)?defend\s+(?:themselves|itself|ourselves|himself)\b"
                rf"|\b(?:goal|aim|policy|objective)\b[^.;]{{0,40}}?\b(?:zero|no|avoid\w*|minimi[sz]\w*)\s+(?:\w+\s+){{0,2}}?(?:{word['spared']})"
                rf"|\b(?:investigates?|reviews?|assess(?:es)?)\s+(?:every|each|all|any)\s+(?:\w+\s+){{0,2}}?(?:{report})"
                rf"|{takes}\s+(?:\w+\s+){{0,2}}?(?:{report})\b[^.;]{{0,60}}\bseriously"
                rf"|\b(?:{report})\b[^.;]{{0,40}}\s(?:is|are|was|were)\s+(?:\w+\s+)?(?:taken|treated)\s+(?:\w+\s+)?seriously"
            ),
        }


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
