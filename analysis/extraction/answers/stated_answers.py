"""Answers stated without a verb of answering: "its jets had struck only barracks", "the house was empty", "it never targets homes"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

HAVE = r"(?:had|has|have|also|did)"
NOT = r"(?:\s+not|n[’']t|\s+never)"
THEIR = r"(?:its|their|our)"
TAKES = r"\b(?<!to )(?:takes?|(?:is|are|was|were|be|been)\s+taking)"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that several constructions share, of the words of ``answers.csv`` by their kinds."""

    report: str
    the_deed: str
    harm_done: str
    own: str
    they: str
    no_arms: str
    under_review: str
    losses: str
    own_losses: str


def phrases(word: Mapping[str, str]) -> Phrases:
    """The shared phrases; ``word`` holds the alternatives of each kind."""
    noun = r"(?!was|were|been|may|might|could)[\w-]+"
    of_its_own = rf"(?:(?:one|two|some|several)\s+of\s+)?{THEIR}\s+(?:{noun}\s+){{0,2}}?{noun}"
    report = f"{word['report']}|{word['accusation']}"
    return Phrases(
        report=report,
        the_deed=rf"(?:the|this|that|these|those|both|\w+day[’']?s)\s+(?:[\w-]+\s+){{0,3}}?(?:{word['deed']})",
        harm_done=rf"(?:{word['aimed']}|(?:{word['done']})\s+(?:[\w’'.-]+\s+){{0,5}}?(?:{word['deed']}))",
        own=rf"(?:it|they|we|{of_its_own}|the\s+(?:\w+\s+)?(?:group|coalition))",
        they=rf"(?:it|they|we|{THEIR}\s+(?:{word['arms']}))",
        no_arms=rf"(?:none\s+of\s+(?:{THEIR}|the)|no)\s+(?:[\w’'.-]+\s+){{0,2}}?(?:{word['arms']}|{word['deed']})",
        under_review=rf"(?:[\w-]+\s+){{0,3}}?(?:{report}|{word['deed']}|incident|matter)",
        losses=rf"(?:{word['men']}|losses|casualties)",
        own_losses=rf"(?:losses|casualties|dead|deaths)\s+(?:among|in|within)\s+{THEIR}",
    )


def stated_answers(word: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """The constructions of each kind of answer, for text in lower case; "claimed" is acknowledged where a group claims it as its own."""
    shared = phrases(word)
    kinds = {"claimed": _claimed, "acknowledged": _acknowledged, "will_assess": _will_assess, "denied": _denied, "general": _general}
    return {kind: re.compile("|".join(rf"(?:{one})" for one in made(word, shared))) for kind, made in kinds.items()}


def _claimed(word: Mapping[str, str], shared: Phrases) -> tuple[str, ...]:
    man = rf"(?:one\s+of\s+{THEIR}|an?|two|three)\s+(?:[\w-]+\s+)?(?:{word['man']}|{word['men']})(?:\s+of\s+(?:the|its)\s+\w+)?"
    return (
        rf"\b{THEIR}\s+(?:\w+\s+)?(?:{word['men']}|militants)\s+(?:{HAVE}\s+)?(?:{word['storming']})",
        rf"\b{man}\s+(?:{HAVE}\s+)?(?:blew|blown|blow|blowing)\s+(?:him|her|them)sel(?:f|ves)\s+up",
        rf"\ban?\s+(?:[\w-]+\s+){{0,2}}?(?:{word['assailant']})\b[^,.;]{{0,40}}?\s(?:{HAVE}\s+)?(?:{word['done']})\s+{shared.the_deed}\b",
    )


def _acknowledged(word: Mapping[str, str], shared: Phrases) -> tuple[str, ...]:
    done = (
        rf"(?:{word['done']})\s+{shared.the_deed}",
        rf"(?:was|were|had\s+been|is)\s+(?:behind|responsible\s+for)\s+(?:{shared.the_deed}|an?\s+(?:[\w-]+\s+){{0,3}}?(?:{word['deed']}))",
        rf"(?:[\w-]+\s+){{0,5}}?(?:{word['erring']})\s+(?:{word['aimed']})",
    )
    at_foes = rf"(?:(?:{word['aimed']})(?<!s)(?<!ing)(?<!kill)(?<!killed)|(?:{word['done']})\s+(?:{word['deed']})\s+(?:on|against))"
    return (
        rf"\b{shared.own}\s+(?:{HAVE}\s+)?(?:{'|'.join(done)})",
        rf"\b{THEIR}\s+(?:{word['arms']})\s+(?:{HAVE}\s+)?(?:{word['aimed']})\s+the\s+(?:same\s+)?(?:{word['scene']})",
        rf"\b(?:{shared.own}|{shared.they})\s+(?:{HAVE}\s+)?(?:{word['aimed']})\s+the\s+wrong\s+\w+",
        rf"\b{shared.own}\s+(?:{HAVE}\s+)?{at_foes}\s+(?:(?!only\b)[\w’'-]+\s+){{0,4}}?(?:{word['foe']})",
        rf"\b(?:{word['assailant']})\s+(?:was|were)\s+(?:one\s+of\s+)?(?:{THEIR}|the\s+group[’']?s)\s+\w+",
    )


def _will_assess(word: Mapping[str, str], shared: Phrases) -> tuple[str, ...]:
    inquiry = rf"an?\s+(?:[\w-]+\s+){{0,2}}?(?:{word['inquiry']})"
    into = r"(?:into\s+[^,.;]{1,40}?\s)?(?:(?:has|had|have|is|was|were)\s+)?(?:been\s+)?"
    return (
        rf"\b(?:will|would)\s+(?:\w+ly\s+)?(?:{word['examine']})\s+{shared.under_review}",
        rf"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:{word['examining']})\s+(?:this\s+one|it|them|{shared.under_review})",
        rf"\b(?:{word['opened']}|(?:will|would|is|are|was|were)\s+(?:{word['opening']}))\s+{inquiry}",
        rf"\b(?:{word['inquiry']})\s+{into}(?:{word['opened']}|under\s*way)",
        rf"\b(?:{word['promised']})\s+(?:to\s+(?:{word['examine']})\s+(?:{shared.under_review}|(?:[\w-]+\s+){{0,3}}?deaths?)|{inquiry})",
        rf"\b(?:{shared.report})\s+(?:[\w-]+\s+){{0,4}}?(?:been|be|were|was)\s+(?:{word['handed']})\s+(?:on\s+)?(?:to|for)\b",
    )


def _denied(word: Mapping[str, str], shared: Phrases) -> tuple[str, ...]:
    past = rf"(?=(?:\w+ed|struck)\b)(?:{word['aimed']})"  # "struck only"
    had_not = rf"(?:had|has|have|did|was|were){NOT}"
    over_it = rf"(?:(?:over|above|near)\s+the|in\s+the\s+(?:area|region|vicinity|air\s*space|{word['scene']}))"
    no_sign = r"(?:nothing\s+to\s+(?:suggest|indicate|show)|no\s+(?:evidence|indication|sign)\s+(?:that|of))"
    unharmed = rf"none\s+of\s+{THEIR}\s+(?:\w+\s+)?(?:{word['men']})\s+(?:(?:was|were|had|has|have|been)\s+)+"
    return tuple(
        rf"\b(?:{one})\b"
        for one in (
            rf"{had_not}\s+(?:\w+ed\s+)?{shared.harm_done}",
            rf"{had_not}\s+(?:been\s+)?(?:operat(?:ed?|ing)|flown|flying|active|present)",
            rf"(?:(?:{word['done']})\s+no|no\s+records?\s+of(?:\s+any)?)\s+(?:[\w’'.-]+\s+){{0,2}}?(?:{word['deed']})",
            rf"there\s+(?:were|was|had\s+been)\s+{shared.no_arms}",
            rf"{shared.no_arms}\s+(?:was|were|had|has|have|took)",
            rf"(?:{word['done']})\s+no\s+(?:\w+\s+)?(?:{word['outing']})",
            rf"{THEIR}\s+(?:{word['arms']})\s+(?:had|have|were){NOT}\s+(?:been\s+)?{over_it}",
            rf"{no_sign}\b[^,.;]{{0,40}}?\s(?:{word['spared']})",
            rf"(?:{word['losing']})\s+no\s+(?:\w+\s+)?{shared.losses}",
            rf"{unharmed}(?:killed|died|wounded|hurt|harmed)",
            rf"no\s+(?:losses|casualties)\s+(?:among|in|within)\s+{THEIR}",
            rf"no\s+(?:[\w’'-]+\s+)?(?:{word['spared']})\s+(?:was|were|had\s+been)",
            rf"there\s+were\s+no\s+(?:{word['spared']})",
            rf"the\s+(?:{word['scene']})\s+(?:was|were|had\s+been)\s+(?:{word['empty']})",
            rf"(?:had|has|have)\s+(?:only\s+(?:{word['aimed']})|(?:{word['aimed']})\s+only)",
            rf"{shared.they}\s+(?:only\s+{past}|{past}\s+only)",
        )
    )


def _general(word: Mapping[str, str], shared: Phrases) -> tuple[str, ...]:
    present = rf"(?!(?:\w+ed|struck)\b)(?:{word['aimed']})"  # "targets only"
    return (
        rf"\b(?:(?:does|do){NOT}|never)\s+(?:\w+ly\s+)?(?:{word['aimed']})\s+(?:[\w-]+\s+){{0,3}}?(?:{word['spared']})",
        rf"\b{shared.they}\s+(?:(?:does|do){NOT}|never)\s+(?:\w+ly\s+)?targets?\b",
        rf"\b{shared.they}\s+(?:only\s+{present}|{present}\s+only\b)",
        rf"{TAKES}\s+(?:\w+\s+){{0,3}}?(?:{word['care']})\b[^.;]{{0,60}}\b(?:{word['spared']})",
        rf"\b(?:{word['trying']})\b[^.;]{{0,40}}?\b(?:{word['sparing']})\w*\s+(?:\w+\s+){{0,3}}?(?:{word['spared']})",
        rf"\bkeep(?:s|ing)?\s+(?:{word['spared']})\s+(?:safe|from\s+harm|out\s+of\s+harm)",
        rf"\b(?:will|would)\s+not\s+(?:let|allow|permit|tolerate)\b[^.;]{{0,60}}\b(?:{word['settling']})",
        r"\b(?:right\s+to|would|will)\s+(?:always\s+)?defend\s+(?:themselves|itself|ourselves|himself)\b",
        rf"\b(?:{word['policy']})\b[^.;]{{0,40}}?\b(?:zero|no|avoid\w*|minimi[sz]\w*)\s+(?:\w+\s+){{0,2}}?(?:{word['spared']})",
        rf"\b(?:investigates?|reviews?|assess(?:es)?)\s+(?:every|each|all|any)\s+(?:\w+\s+){{0,2}}?(?:{shared.report})",
        rf"{TAKES}\s+(?:\w+\s+){{0,2}}?(?:{shared.report})\b[^.;]{{0,60}}\bseriously",
        rf"\b(?:{shared.report})\b[^.;]{{0,40}}\s(?:is|are|was|were)\s+(?:\w+\s+)?(?:taken|treated)\s+(?:\w+\s+)?seriously\b",
    )
