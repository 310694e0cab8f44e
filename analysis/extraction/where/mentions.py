"""The places that a sentence names: those of the gazetteer, told from their namesakes, and names that only the text knows."""

import re
from collections import Counter
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from analysis.extraction.sentences import Document, Sentence, kept
from analysis.extraction.when.calendar_words import MONTHS, WEEKDAYS
from analysis.extraction.where.gazetteer import APOSTROPHES, ARTICLES, SPECIFIC, Names, Namesakes, Place, holds, names_of, sound

PASSED_OVER = ARTICLES | {"-"}  # inside a name
# What longer names begin with: "Tal Tawil" is not the listed al-Tal, nor "Deir Qara" Qara.
HEADS = frozenset(
    "tal tall tel tell kafr kafar kfar kefr khan deir dayr ain ayn ein abu abi um umm bab beit bayt jabal wadi hosh hawsh khirbet rasm"
    " jebel maar maarat maaret".split()
)
DESERTS = frozenset("central eastern southern vast".split())  # what a desert's name may begin with in small letters
SHORT = 4  # letters: so short a town's name is an ordinary word or a person too, and wants a word of place beside it
NAME = r"(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]bu)?[- ]?[A-Z][\w’'`]+(?:[- ](?:al|el|as|ash|ez)[- ][A-Z]\w+|[- ][A-Z][\w’'`]+)?"
# With these a name is a village's
HEADED = "Kafr|Kafar|Kfar|Tal|Tall|Tell|Tel|Deir|Khan|Umm|Um|Ain|Ayn|Beit|Khirbet|Rasm|Hosh|Qalaat|Maaret|Maarat"
SETTLEMENT = r"(?:village|town|city|district|neighbou?rhood|quarter|suburb|camp|hamlet)"
BEARING = r"(?P<beside>(?:just |further )(?:to the )?)?(?:north|south|east|west)\w*(?: of)?"
STRUCK = "hit|hitting|struck|striking|targeted|targeting|shelled|shelling|bombed|bombing|stormed|storming"
INTRODUCED = re.compile(
    rf"\b(?P<noun1>{SETTLEMENT}s? of|(?:{SETTLEMENT}|area|site) (?:known as|called|named)) (?:the )?(?P<behind>{NAME})"
    rf"|\b(?:in|near|on|at|from|around|outside) (?:the )?(?:(?:[a-z]+ )?[A-Z]\w+[’']s )?(?P<before>{NAME}) (?P<noun2>{SETTLEMENT}|area)\b"
    rf"|\b(?:{STRUCK}) (?:the )?(?P<struck>{NAME}) (?P<noun5>{SETTLEMENT})\b(?! and\b)"
    rf"|\b(?:in|near|on|at|around|outside|hit|struck) (?P<headed>(?:{HEADED})[- ](?:(?:al|el|as|ash|az|ez)[- ])?[A-Z]\w+)(?![\w’'])"
    rf"|\bnear (?P<within>{NAME})(?= in (?:[a-z]+ )*[A-Z])"
    r"|\b(?:in|near|at|around|outside|inside) (?P<article>[Aa]l-(?!Baath|Nusra|Sham\b|Quds|Assad|Monitor|Qa[ei]da)[A-Z][\w’'`]+)"
    r"(?=[.,;:)]|$| (?:and|in|on|at|after|before|where|which|by|with|near|north|south|east|west|late|overnight|when|since|during|for)\b)"
    rf"|\b(?:in|at|near) the \w+ of the (?:[a-z]+ )?(?P<noun4>villages|towns|districts|camps), (?P<listed>{NAME})(?=[,.])"
    rf"|\b(?:in|near|on|at|outside|(?:[Rr]esidents|[Pp]eople|[Vv]illagers|[Ii]nhabitants) of) (?P<apposed>{NAME}), "
    rf"(?:in|near|{BEARING}|(?:a|an|another|the) (?:\w+ ){{0,2}}?(?P<noun3>{SETTLEMENT}))\b"
)
KINDS = {"distr": "quarter", "neigh": "quarter", "quart": "quarter", "subur": "quarter", "camp": "camp"}  # by the noun's first letters
QUARTERS = frozenset("district districts neighbourhood neighborhood neighbourhoods neighborhoods quarter quarters".split())
VILLAGES = frozenset("village villages town".split())
CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
ADJECTIVES = frozenset(
    "syrian iraqi turkish lebanese jordanian russian kurdish arab sunni shiite shia alawite druze christian "
    "assyrian turkmen israeli armenian jewish greek shi’ite shi'ite muslim old eastern western northern southern"
    " islamic state".split()
)
PREPOSITIONS = frozenset("in near at inside outside around of on into across toward towards against between over from to".split())
TAKEN = frozenset(  # verbs whose object is a place
    "left leave leaving quit fled flee entered took retook captured seized shelled bombed besieged besieging".split()
)
PLACE_NOUNS = frozenset(
    "village town city district neighbourhood neighborhood quarter suburb camp hamlet province governorate "
    "countryside area base airport".split()
)


class Mention(NamedTuple):
    """A place named in a sentence: its words ``first`` up to but without ``last``."""

    first: int
    last: int
    place: Place


@kept
def mentions(sentence: Sentence) -> list[Mention]:
    """The places that a sentence names, from left to right."""
    found = [
        Mention(first, last, place)
        for first, last, namesakes in _named(sentence)
        if (place := _meant(sentence, first, last, namesakes)) and not _is_ordinary(sentence, first, last, place)
    ]
    introduced = _introduced(sentence, found)
    return sorted(found + introduced, key=attrgetter("first")) if introduced else found


@kept
def is_in_iraq(sentence: Sentence) -> bool:
    """Whether the places of a sentence, or else those of the one before in its paragraph, are all Iraq's and none another's of the wars."""
    before = sentence.document.sentences[sentence.index - 1 : sentence.index] if sentence.index else []
    for near in (sentence, *(s for s in before if s.paragraph == sentence.paragraph)):
        if named := {m.place.country for m in mentions(near) if m.place.country and not m.place.abroad}:
            return named == {"Iraq"}
    return False


@kept
def _named(sentence: Sentence) -> list[tuple[int, int, Namesakes]]:
    """The listed names in a sentence: first word, the word behind the last, the places so named."""
    names, text = names_of(sentence.document.lexicon), sentence.document.text
    found: list[tuple[int, int, Namesakes]] = []
    taken = 0
    for i, (word, start, _) in enumerate(sentence.tokens):
        if i < taken or not (text[start].isupper() or word in DESERTS) or word in ARTICLES:
            continue
        known = _name_at(names, sentence, i)
        if known:
            taken = known[0]
            if not _is_second_part(sentence, i):
                found.append((i, *known))
    return found


def _is_second_part(sentence: Sentence, i: int) -> bool:
    """Whether the name at word ``i`` goes on with a longer one that the list lacks: "Hosh al-Qara"."""
    while i > 1 and sentence.joined(i) and sentence.word(i - 1) in PASSED_OVER:
        i -= 1
    if sentence.word(i - 1) in ARTICLES:
        i -= 1
    before = sentence.tokens[i - 1] if i else None
    return before is not None and sentence.document.text[before.start].isupper() and before.lower in HEADS


def _meant(sentence: Sentence, first: int, last: int, namesakes: Namesakes) -> Place | None:
    """Of places that share a name the one whose town or province is named too; else the first of the list.

    A quarter of a town that goes unnamed, where another country's towns are named or the name is told to be a quarter's, only shares
    its name with the listed one: "the Jadida district of the Iraqi city of Mosul".
    """
    listed = namesakes[0]
    if len(namesakes) == 1 and (listed is None or listed.kind != "quarter"):
        return listed
    here, around = _towns(sentence), _towns_of(sentence.document)
    countries = {p.country for p in here or around}
    best = max(namesakes, key=lambda p: (_weight(here, p), _weight(around, p), p is not None and p.country in countries))
    if best is None or best.kind != "quarter" or _weight(here, best) or _weight(around, best):
        return best
    town = next((p for p in (*here, *around) if p.kind != "quarter"), None)
    tokens = sentence.tokens
    beside = {tokens[i].lower for i in (first - 2, first - 1, last) if 0 <= i < len(tokens)}
    told = beside & (QUARTERS | VILLAGES)
    if town is None or (town.country == best.country and not told):
        return best
    name = sentence.document.text[tokens[first].start : tokens[last - 1].end]
    return _unlisted(" ".join(name.split()), "village" if told & VILLAGES else "quarter", [town])


def _weight(towns: Counter[Place], place: Place | None) -> int:
    """How often the town or the province of a place is named, or another place in it."""
    if place is None:
        return 0
    return sum(n for p, n in towns.items() if p != place and (p.admin1 == place.admin1 or holds(p, place)))


@kept
def _towns(sentence: Sentence) -> Counter[Place]:
    """The towns, quarters and provinces that a sentence names without doubt."""
    sure = (namesakes[0] for _, _, namesakes in _named(sentence) if len(namesakes) == 1)
    return Counter(p for p in sure if p and (p.kind in SPECIFIC or p.kind == "province"))


@kept
def _towns_of(document: Document) -> Counter[Place]:
    """The same of an article, the most named first; of those named alike the town of a dateline in capitals last."""
    named = sum(map(_towns, document.sentences), Counter())
    filed = {
        namesakes[0]
        for lead in document.sentences[:1]
        for first, last, namesakes in _named(lead)
        if document.text[lead.tokens[first].start : lead.tokens[last - 1].end].isupper()
    }
    return Counter({place: named[place] for place in sorted(named, key=lambda place: (-named[place], place in filed))})


def _name_at(names: Names, sentence: Sentence, first: int) -> tuple[int, Namesakes] | None:
    """The longest name that begins at word ``first``, and the word behind it; its last word may carry an s that lost its apostrophe."""
    begins = sentence.words[first]
    longest = max(names.longest.get(sound(begins), 0), names.longest.get(sound(begins.removesuffix("s")), 0))
    if not longest:
        return None
    run = list(islice((i for i in range(first, len(sentence.words)) if sentence.words[i] not in PASSED_OVER), longest))
    words = tuple(sentence.words[i].translate(APOSTROPHES) for i in run)
    sounds = tuple(map(sound, words))
    for n in range(len(run), 0, -1):
        bare = words[n - 1].removesuffix("s")
        for spelling, heard in ((words[:n], sounds[:n]), ((*words[: n - 1], bare), (*sounds[: n - 1], sound(bare)))):
            if n == 1 and (_goes_on(sentence, run[0] + 1) or (words[0] in HEADS and _goes_on_bare(sentence, run[0]))):
                return None  # "Tal" of "Tal al-Shayer" and of "Tal Tawil"
            if spelling in names.spelled:
                return run[n - 1] + 1, names.spelled[spelling]
            if heard in names.sounding and (n > 1 or len(spelling[0]) > SHORT):
                return run[n - 1] + 1, names.sounding[heard]
            if bare == words[n - 1]:
                break
    return None


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether a name goes on with an article at word ``i``: "al-Shayer"."""
    tokens = sentence.tokens
    if i + 2 >= len(tokens) or tokens[i].lower not in ARTICLES or tokens[i + 1].lower != "-":
        return False
    return sentence.joined(i + 1) and sentence.joined(i + 2) and sentence.document.text[tokens[i + 2].start].isupper()


def _goes_on_bare(sentence: Sentence, i: int) -> bool:
    """The same without an article, where none stands before it either: "Tal Tawil", not "al-Tal"."""
    text, tokens = sentence.document.text, sentence.tokens
    whole = i and sentence.joined(i) and tokens[i - 1].lower == "-"
    return not whole and i + 1 < len(tokens) and text[tokens[i + 1].start].isupper() and tokens[i + 1].lower not in CALENDAR


def _is_ordinary(sentence: Sentence, first: int, last: int, place: Place) -> bool:
    """A short name that no article, word of place or province stands by is a word ("Hit") or a person ("Dana")."""
    tokens = sentence.tokens
    if place.kind not in SPECIFIC or tokens[last - 1].end - tokens[first].start > SHORT:
        return False
    before = sentence.word(first - 1)
    name = sentence.document.text[tokens[first].start : tokens[last - 1].end].removesuffix("s")
    article = before in ARTICLES or (before == "-" and first > 1 and tokens[first - 2].lower in ARTICLES)  # "AL-HOL, Syria"
    if name.isupper() and name.isalpha() and not article:
        return True  # "IS", and its possessive without an apostrophe
    return (
        before not in PREPOSITIONS
        and before not in TAKEN
        and before not in ARTICLES
        and before not in ("-", "and", ",", "the")
        and not (last < len(tokens) and tokens[last].lower in PLACE_NOUNS)
    )


def _unlisted(name: str, kind: str, beside: list[Place]) -> Place:
    """A place that the text alone names: in the province named beside it, a quarter in the city; of several in the first."""
    cities = [p for p in beside if p.kind in ("town", "province")]
    province = next((p for p in beside if p.kind == "province"), None)
    whole = cities[0] if kind == "quarter" and cities else province
    if whole is None:
        return Place(name, None, None, None, kind)
    return Place(name, None, None, whole.name, kind, whole.country, whole.abroad)


def _introduced(sentence: Sentence, known: list[Mention]) -> list[Mention]:
    """Names that grammar alone makes places: "the village of al-Foo"."""
    if (
        not known
        and HEADS.isdisjoint(sentence.words)
        and "al" not in sentence.words
        and not any(noun in sentence.lower for noun in ("village", "town", "city", "further", *KINDS))
    ):
        return []
    tokens, found = sentence.tokens, []
    for match in INTRODUCED.finditer(sentence.text):
        group = next(g for g in ("behind", "before", "struck", "headed", "within", "article", "apposed", "listed") if match[g])
        start, end = (sentence.start + at for at in match.span(group))
        inside = [i for i, t in enumerate(tokens) if start <= t.start < end]
        name = " ".join(match[group].split()).rstrip("’'`")
        ordinary = name.lower().split()[0] in ADJECTIVES or name.lower() in CALENDAR or name.isupper()
        if not inside or ordinary or any(m.first <= inside[-1] and inside[0] < m.last for m in known):
            continue
        behind = [m.place for m in known if m.first > inside[-1] and m.place.country]
        if group == "apposed" and not match["noun3"] and not match["beside"] and not behind:
            continue
        if group == "within" and not _is_whole(sentence, inside[-1] + 1, known):
            continue
        kind = KINDS.get((next(filter(None, (match[f"noun{n}"] for n in range(1, 6))), ""))[:5], "village")
        beside = sorted(known, key=lambda m: (m.first < inside[0], abs(m.first - inside[0])))  # "the Zahra quarter of Homs"
        around = _towns_of(sentence.document) if kind == "quarter" else ()
        found.append(Mention(inside[0], inside[-1] + 1, _unlisted(name, kind, [*(m.place for m in beside), *around])))
    return found


def _is_whole(sentence: Sentence, i: int, known: list[Mention]) -> bool:
    """Whether nothing but "in the eastern" stands between word ``i`` and a country or province: "near Al-Jurdhi in Syria"."""
    whole = next((m for m in known if m.first >= i), None)
    if whole is None or whole.place.kind not in ("country", "province"):
        return False
    return sentence.document.text[sentence.tokens[i].start : sentence.tokens[whole.first].start].islower()
