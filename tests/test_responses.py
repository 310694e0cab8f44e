"""Answers of the accused: a text, and the answers in it as (speaker, kind, evidence)."""

import pytest

from analysis.extraction.lexicon import Lexicon
from analysis.extraction.responses import find_responses
from analysis.extraction.sentences import Document

LEXICON = Lexicon()
STRIKE = "A strike killed 14 civilians on Monday, a monitor said. "

CASES = {
    "denied": ("Russia's defence ministry denied that its jets had struck the town.", [("government", "denied")]),
    "will assess": ("The coalition said it would assess the report.", [("coalition", "will_assess")]),
    "no comment": ("The Pentagon declined to comment on the strike.", [("us_government", "no_comment")]),
    "acknowledged": ("The Islamic State group claimed responsibility for the attack.", [("is", "acknowledged")]),
    "general": ("The SDF said it does not target civilians.", [("sdf", "general")]),
    "general, allegations": (
        "The coalition takes all allegations of civilian casualties seriously, a spokesman said.",
        [("coalition", "general")],
    ),
    "claimed an attack": ("The Islamic State group claimed the attack.", [("is", "acknowledged")]),
    "its own strike confirmed": ("The US-led coalition confirmed that it carried out the strike.", [("coalition", "acknowledged")]),
    "not ruled out": ("The coalition did not rule out that its strike had killed civilians.", [("coalition", "will_assess")]),
    "no comment from": ("There was no immediate comment from the US-led coalition on the strike.", [("coalition", "no_comment")]),
    "not denied": ("The coalition did not deny the strike.", []),
    "a third party denies": ("Residents denied that fighters had been in the house that was hit.", []),
    "a monitor confirms": ("The Observatory confirmed that the strike killed civilians.", []),
    "a loss that is no harm": ("The SDF acknowledged that the road was closed.", []),
    "nobody claimed": ("No group claimed responsibility for the attack.", []),
    "nothing said": ("The strike hit a market.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_responses(text: str, expected: list[tuple[str, str]]) -> None:
    document = Document(STRIKE + text, lexicon=LEXICON)
    found = find_responses(document)
    assert [(r.speaker, r.kind) for r in found] == expected
    assert all(document.text[r.start_char : r.end_char] == r.evidence for r in found)


def test_each_clause_is_a_row() -> None:
    text = STRIKE + "The coalition had no immediate comment, but said it was looking into the reports of the strike."
    found = find_responses(Document(text, lexicon=LEXICON))
    assert [(r.kind, r.evidence) for r in found] == [
        ("no_comment", "The coalition had no immediate comment"),
        ("will_assess", "said it was looking into the reports of the strike"),
    ]
