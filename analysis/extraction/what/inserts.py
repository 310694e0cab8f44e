"""What stands between a number's noun and its verb: brackets, commas, "mostly women", "including its commander"."""

from analysis.extraction.what.clauses import AUXILIARIES, BREAKS, SPEECH, SUBORDINATE, Clause

OF_WHOM = frozenset("mostly mainly most many some all including among nearly almost half".split())  # what opens an insert
BARE_INSERT = 8  # words of "mostly schoolchildren", "including its commander"


class Inserts(Clause):
    """How far a subject reaches over what is put in behind it."""

    def reaches(self, i: int, j: int) -> bool:
        """Whether the subject before word ``i`` can govern the verb at word ``j``: inserts between commas are passed over."""
        depth, open_insert = 0, False
        for word in self.words[i:j]:
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
            elif word == ",":
                open_insert = not open_insert
            elif word in (*SPEECH, *SUBORDINATE) and not open_insert:
                return False
        return depth == 0

    def close(self, i: int) -> int:
        """The word behind the bracket that opens at word ``i``."""
        return next((j + 1 for j in range(i, min(i + 8, len(self.words))) if self.words[j] == ")"), len(self.words))

    def insert_end(self, i: int) -> int | None:
        """The word behind an insert between two commas ("37,000 people, mostly women, have fled"); "and" goes on with another."""
        if self.word(i + 1) in ("and", "while", "but"):
            return None
        for j in range(i + 1, min(i + 18, len(self.words))):
            if self.words[j] in BREAKS:
                return None
            if self.words[j] == "," and j + 1 < len(self.words):
                verb = self.trigger_at(j + 1)
                participle = verb is not None and self.word(verb.last) == "by" and verb.entry[0].form == "both"
                said_of_them = self.words[i + 1] in OF_WHOM  # ", many of them fighters, came out of"
                subject = verb is not None and any(s.form == "subject" and (said_of_them or not s.near) for s in verb.entry)
                if participle or subject or self.words[j + 1] in AUXILIARIES:
                    return j + 1
        return None

    def bare_insert_end(self, i: int) -> int | None:
        """The verb behind an insert without commas: "ten people mostly schoolchildren | were killed"."""
        part = next((c for c in self.items if c.first == i + 1), None) if self.words[i] == "including" else None
        state = self.trigger_at(part.last) if part else None  # "700 people including 47 wounded | had crossed"
        first = state.last if state and state.entry[0].form in ("both", "state") else part.last if part else i + 1
        for j in range(first, min(i + BARE_INSERT, len(self.words))):
            if self.words[j] in BREAKS or self.words[j] == "," or any(c.first <= j < c.last for c in self.items):
                return None
            if self.words[j] in AUXILIARIES or self.trigger_at(j):
                return j
        return None
