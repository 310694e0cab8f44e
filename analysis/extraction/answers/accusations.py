"""What an answering word is about: an accusation of harm, or something else (CODEBOOK.md, Responses)."""

import re

from analysis.extraction.answers.answer_words import VERBS, AnswerWords, back, word_before
from analysis.extraction.answers.answerers import BY
from analysis.extraction.blame.actors import actor_before
from analysis.extraction.parties import answers_for
from analysis.extraction.sentences import Sentence
from analysis.extraction.terms import Match
from analysis.extraction.what.auxiliaries import BE
from analysis.extraction.who.sides import POSSESSIVE, STOPS

UNASSERTED = frozenset("to no not nobody never none will would could should may might if whether n't cannot".split())
# "The biggest acknowledged loss", "attacks, many of which were claimed by IS": no answer to one accusation.
ATTRIBUTIVE = re.compile(r"\b(?:the|an?|first|only|most|\w+est)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
SEVERAL_OF = re.compile(r"\b(?:many|most|some|several|few|number)\s+of\s+(?:which|them|those)\b[^,;]*$", re.IGNORECASE)
NO_ONE = re.compile(r"\b(?:no\s+(?:\w+\s+){0,3}?(?:group|one|party|faction|side|organi[sz]ation)|nobody|neither|none)\b", re.IGNORECASE)
# Acts and harm: what an answer has to be about.
HARM = re.compile(
    r"\b(?:kill|death|dead|die|casualt|strik|struck|airstrike|raid|shell|bomb|attack|massacre|responsib|involve|target|hit|blast|explosion"
    r"|victim|wound|injur|hurt|harmed|harming|chemical|gas|sarin|chlorine|napalm|phosphorus|weapon|execut|behead|storm|loss\s+of|fired|firing|rocket|mortar)\w*",
    re.IGNORECASE,
)
RECALLED = 3  # sentences, of its own paragraph and the one before, to which an answer may be
OPENING = 3  # sentences at the head of an article, to which an answer may be that does not say to what
# What may stand behind "did not respond", "is looking into" that says of nothing else.
ASKING = frozenset(
    "to a an the any these those this its our their several repeated multiple immediate immediately questions question request requests"
    " call calls email emails message messages for from seeking comment comments information further on about of by it that them matter"
    " incident incidents office officials spokesman spokeswoman military army ministry government command authorities group".split()
)
REPORTED = re.compile(r"(?<!\bthe )(?<!these )(?<!those )\b(?:report|claim|alleg|accus)\w*", re.IGNORECASE)
CLAUSE_END = re.compile(r"[;,.“”\"]\s|[.“”\"]|\s(?:and|but|when|because|until|after|saying)\s")
REACH = 110  # characters behind a verb in which its object begins; some texts have no commas
ADJUNCT = re.compile(r"[;“”\"]|\b(?:after|amid|while|despite|when|following|but)\b")
CONTENT = re.compile(r"(?:\s+(?:from|by)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)?\s+(?:of|that|about|over|it|its|in|to)\b")
IT = re.compile(r"\s+(?:it|this|that|them)\s*(?:$|[.,])")
ON_OTHERS = re.compile(r"\s+on\s+(?:any\s+|the\s+)?other\b|\s+(?:on|about|over)\s+(?:its|their)\s+(?P<own>[^,.;]+)")
NEAR = 5  # words in which the noun of what is denied stands


def kind_of(sentence: Sentence, match: Match[str], words: AnswerWords) -> str | None:
    """The codebook's kind of an answering word, where its construction is an answer to an accusation of harm."""
    if match.entry in VERBS:
        return VERBS[match.entry] if _is_of_harm(sentence, match, words) else None
    end = sentence.tokens[match.last - 1].end
    of_harm = speaks_of_harm(sentence) or _is_of_the_opening(sentence, end, words)
    if not of_harm or (match.entry == "verdict" and not _is_verdict(sentence, match, words)):
        return None
    topic = ON_OTHERS.match(sentence.document.text, end) if match.entry == "no_comment" else None
    if topic and not HARM.search(topic["own"] or ""):
        return None
    if match.entry == "will_assess" and sentence.words[match.first].endswith("ing") and not _goes_on(sentence, match.first):
        return None
    return {"verdict": "denied", "asked": "no_comment"}.get(match.entry, match.entry)


def _is_of_harm(sentence: Sentence, match: Match[str], words: AnswerWords) -> bool:
    """Whether a verb is asserted, and what it denies, admits or claims is an act of harm; in the passive what stands before it."""
    end = sentence.tokens[match.last - 1].end
    before, behind = word_before(sentence, match.first), _object(sentence, end)
    told = sentence.text[: end - sentence.start]
    so_far = sentence.text[: sentence.tokens[match.first].start - sentence.start]
    if before in UNASSERTED or NO_ONE.search(told) or ATTRIBUTIVE.search(so_far) or SEVERAL_OF.search(so_far):
        return False
    if before in BE or (BY.match(behind) and words.undergone.search(so_far)):
        return BY.match(behind) is not None and (HARM.search(told) is not None or words.told.search(so_far) is not None)
    if match.entry == "admit" and words.own_loss.search(behind):
        return False
    if match.entry in ("deny", "dismiss"):
        return _denies_harm(sentence, told, behind, words, match.entry)
    wanted = {"admit": HARM, "confirm": words.own_act, "claim": words.deed, "take": HARM}[match.entry]
    return wanted.search(told + behind if match.entry == "take" else behind) is not None


def _is_verdict(sentence: Sentence, match: Match[str], words: AnswerWords) -> bool:
    """Whether a report is said to be so; "the false claims of the coalition", "a campaign of lies" are said in passing."""
    noun = sentence.word(match.last).isalpha() and sentence.word(match.last) not in STOPS
    if sentence.word(match.first - 1) == "of" or (noun and sentence.word(match.first - 1) in POSSESSIVE):
        return False  # "its propaganda arm"
    behind = sentence.document.text[sentence.tokens[match.last - 1].end : sentence.end].lstrip()
    return sentence.says(words.told) and words.told.match(behind) is None


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether the participle at word ``i`` is a verb's: "is still investigating"; not "the prospect of investigating"."""
    words = (sentence.words[j] for j in back(sentence, i))
    before = next((w for w in words if w != "still" and not w.endswith("ly")), "")
    return before in BE or before == "and" or before.endswith("re")


def _object(sentence: Sentence, end: int) -> str:
    """What stands behind a verb that ends at ``end``, without adjuncts."""
    return ADJUNCT.split(sentence.document.text[end : min(end + REACH, sentence.end)], maxsplit=1)[0]


def _denies_harm(sentence: Sentence, told: str, behind: str, words: AnswerWords, verb: str) -> bool:
    """Whether what is denied is an accusation, an act of harm, losses, or a report: one of harm, or one that goes on from before."""
    if verb == "deny" and words.own_loss.search(behind):
        return True
    noun = words.report.search(behind)
    if noun and len(behind[: noun.start()].split()) < NEAR:
        if words.accusation.fullmatch(noun[0]):
            return True
        content = behind[noun.end() :]
        if CONTENT.match(content):
            return HARM.search(content) is not None
        return speaks_of_harm(sentence) or _is_of_the_opening(sentence, sentence.start + len(told), words)
    if not behind.strip(' .,”"'):
        so_far = told.rpartition(" ")[0] + " "
        return HARM.search(told) is not None or words.accused.search(so_far) is not None  # "a charge that Moscow denied"
    if IT.match(behind) or (verb == "deny" and words.present.search(behind)):
        return speaks_of_harm(sentence)
    return verb == "deny" and HARM.search(behind) is not None


def is_of_another(sentence: Sentence, end: int, speaker: str, words: AnswerWords) -> bool:
    """Whether what is denied or admitted behind ``end`` is the act of one for whom the speaker does not answer: "denied Russian raids"."""
    behind = _object(sentence, end)
    harm = HARM.search(behind)
    actor = actor_before(sentence, end + harm.start(), end) if harm and not words.report.search(behind, 0, harm.start()) else None
    return actor is not None and not any(actor in answers_for(one) for one in speaker.split(";"))


def _is_of_the_opening(sentence: Sentence, end: int, words: AnswerWords) -> bool:
    """Whether an answer is to the harm with which its article opens: nothing behind ``end`` says on what it is, or only "the reports",
    and nothing else has been reported since."""
    document = sentence.document
    behind = CLAUSE_END.split(document.text[end : sentence.end], maxsplit=1)[0]
    if not all(w in ASKING or not w.islower() for w in words.told.sub(" ", behind).split()):
        return False
    of_reports = words.told.search(document.text, sentence.start, end + len(behind)) is not None
    reported = of_reports and REPORTED.search(document.text, _recent(sentence)[0].start, end) is not None
    return not reported and any(s.says(HARM) for s in document.sentences[:OPENING])


def speaks_of_harm(sentence: Sentence) -> bool:
    """Whether this sentence, or one shortly before it, speaks of an act of harm."""
    return any(s.says(HARM) for s in _recent(sentence))


def _recent(sentence: Sentence) -> list[Sentence]:
    """A sentence and those before it, of its own paragraph and the one before, to which it may answer."""
    recent = sentence.document.sentences[max(0, sentence.index - RECALLED) : sentence.index + 1]
    return [s for s in recent if s.index >= sentence.index - 1 or s.paragraph >= sentence.paragraph - 1]
