"""The main verb behind a relative clause: "six people who had been wounded | succumbed to their injuries"."""

from analysis.extraction.counted import Counted
from analysis.extraction.terms import Match
from analysis.extraction.what.clauses import ADVERBS, AUXILIARIES, BREAKS, SUBORDINATE, Clause
from analysis.extraction.what.numbers_of import HEARSAY
from analysis.extraction.what.senses import Sense

PERSONAL = (["who"], ["whom"])
ENDS = BREAKS | SUBORDINATE | {",", "and", "but", "or"}
LONGEST = 24  # words of a relative clause and its main verb
FINAL = ("killed", "released", "detained")  # fates that leave the one of the relative clause behind


def main_fate(clause: Clause, counted: Counted) -> Match[tuple[Sense, ...]] | None:
    """The verb of those of whom a relative clause tells something else first; None where no clause or no such verb is there."""
    words, i = clause.words, clause.complement_end(counted)
    if words[i : i + 1] not in PERSONAL:
        return None
    end = min(len(words), i + LONGEST)
    verb = next((n for n in range(i + 1, end) if words[n] in ENDS or _is_verb(clause, n)), end)
    if verb == end or words[verb] in ENDS:
        return None
    n = _behind_auxiliaries(clause, verb)
    told = clause.trigger_at(n)
    n = told.last if told else n + 1
    while n < end and words[n] not in ENDS:
        auxiliary = words[n] in AUXILIARIES and words[n - 1] != "to"  # "tried to get away"
        match = clause.trigger_at(n) or (clause.trigger_at(_behind_auxiliaries(clause, n)) if auxiliary else None)  # "are free"
        if match and any(s.form == "subject" or (auxiliary and s.form in ("both", "captives")) for s in match.entry):
            dead = told is not None and told.entry[0].measure == "killed"
            if (told is None or (not dead and match.entry[0].measure in FINAL)) and not clause.unreal(match.first, match.entry[0]):
                return match
        elif auxiliary:
            return None
        n += 1
    return None


def _is_verb(clause: Clause, n: int) -> bool:
    return clause.words[n] in AUXILIARIES or clause.words[n].endswith("ed") or clause.trigger_at(n) is not None


def _behind_auxiliaries(clause: Clause, n: int) -> int:
    """The verb behind "have been", "are reported to have been" at word ``n``."""
    while n < len(clause.words) and any(clause.words[n] in group for group in (AUXILIARIES, ADVERBS, HEARSAY)):
        n += 1
    return n
