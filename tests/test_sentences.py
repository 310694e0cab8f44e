"""Sentences and words, with offsets into the text as loaded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.sentences import Document

CASES = [
    ("Smoke rises over Homs (Reuters Photo) Ten people died.", ["Smoke rises over Homs (Reuters Photo)", "Ten people died."]),
    ("Smoke rises (TRT World and Agencies) Ten people died.", ["Smoke rises (TRT World and Agencies)", "Ten people died."]),
    ("AMMAN (Reuters) Ten people died.", ["AMMAN (Reuters) Ten people died."]),
    ("He came. She left.", ["He came.", "She left."]),
    ("The U.S. army left. Mr. Smith stayed.", ["The U.S. army left.", "Mr. Smith stayed."]),
    ("A headline\n\nThe lead is here.", ["A headline", "The lead is here."]),
    ('"It is over." He left.', ['"It is over."', "He left."]),
    ("It fell in Octo-\n\n\nber of that year.", ["It fell in Octo-\n\n\nber of that year."]),
    ("Some 3.9 square miles. No more.", ["Some 3.9 square miles.", "No more."]),
    # a page that has lost its lines: the byline parts headline and lead
    ("Shells kill 4 in Homs AP Friday 2 May 2014 Shells hit Homs.", ["Shells kill 4 in Homs AP Friday 2 May 2014", "Shells hit Homs."]),
    ("He told AP on Friday 2 May 2014 that they left.", ["He told AP on Friday 2 May 2014 that they left."]),
    ("Reuters said Friday that they left.", ["Reuters said Friday that they left."]),
    # ... and its keywords are no part of a sentence
    ("It said. Tags Syria al-Nusra Front siege SOHR An air raid hit Homs.", ["It said.", "An air raid hit Homs."]),
    ("It said. Tags Syria Homs Assad Syrian warplanes bombed it on Friday.", ["It said.", "Syrian warplanes bombed it on Friday."]),
    ("It said. Tags Syria White Helmets Fourteen people died.", ["It said.", "Fourteen people died."]),
    # ... nor are its counters
    ("2.5.2014 Get short URL 0 85 12 people died.", ["2.5.2014", "12 people died."]),
    ("2.5.2014 Get short URL 9427 Ten people died.", ["2.5.2014", "Ten people died."]),
    ("2.5.2014Get short URL Topic War in Syria (180) 0 54 Ten people died.", ["2.5.2014", "Ten people died."]),
    ("2.5.2014 Get short URL Topic War in Syria (180) 1730 Ten people died.", ["2.5.2014", "Ten people died."]),
    ("Troops fired Print Tweet Views 371 Ten people died.", ["Troops fired Print Tweet", "Ten people died."]),
    ("Views of 12 of them differ.", ["Views of 12 of them differ."]),
    ("Tags were sold at the gate. He left.", ["Tags were sold at the gate.", "He left."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_splits_sentences(text: str, expected: list[str]) -> None:
    assert [s.text for s in Document(text).sentences] == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "May 2 2014 Shells kill 4 in Homs Troops fired them.",
            "Shells kill 4 in Homs",
            ["May 2 2014 Shells kill 4 in Homs", "Troops fired them."],
        ),
        ("Shells kill 4 in Homs . Troops fired.", "Shells kill 4 in Homs", ["Shells kill 4 in Homs .", "Troops fired."]),
        ("Shells kill 4 in Homs on Friday.", "Shells kill 4 in Homs", ["Shells kill 4 in Homs on Friday."]),
        ("Shells kill 4 in Homs Troops fired.", "Homs shelled", ["Shells kill 4 in Homs Troops fired."]),
        ("Shells kill 4 state TV reports.", "Shells kill 4 state", ["Shells kill 4 state TV reports."]),
    ],
)
def test_a_title_ends_its_sentence(text: str, title: str, expected: list[str]) -> None:
    assert [s.text for s in Document(text, title=title).sentences] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Octo-\n\nber", ["october"]),
        ("7km from 23 000", ["7", "km", "from", "23 000"]),
        ("August 24 2014", ["august", "24", "2014"]),
        ("the army's men", ["the", "army", "'s", "men"]),
        ("U.S.-backed", ["u.s.", "-", "backed"]),
    ],
)
def test_splits_words(text: str, words: list[str]) -> None:
    assert [t.lower for t in Document(text).sentences[0].tokens] == words


@given(st.text(max_size=200))
def test_offsets_round_trip(text: str) -> None:
    document = Document(text)
    for sentence in document.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert len(sentence.lower) == len(sentence.text)
        for token in sentence.tokens:
            assert sentence.start <= token.start < token.end <= sentence.end
