"""The parties to the war: what is declared of them fits together, and what differs by intention."""

import pytest

from analysis.exports.ucdp import PARTIES as NAMED_BY_UCDP
from analysis.extraction.parties import PARTIES, Party, answers_for, foes_of, losses_of, own_of, side_of, speaks_as, speaks_for, voice_of


def test_each_perpetrator_is_a_party_once() -> None:
    assert sorted(p.perpetrator for p in PARTIES) == sorted(NAMED_BY_UCDP)


@pytest.mark.parametrize("party", PARTIES, ids=lambda party: party.perpetrator)
def test_what_is_declared_of_a_party_fits(party: Party) -> None:
    assert party.perpetrator in answers_for(speaks_as(party.perpetrator))
    assert party.fighters in losses_of(party.perpetrator)
    assert party.perpetrator not in {*own_of(party.fighters)} & {*foes_of(party.fighters)}
    assert party.beside not in party.foes


# speaker: whose acts are its own, the group of its fighters, for whose acts it answers, whose word it passes on
SPEAKERS = {
    "is": ("is", "is_fighters", ("is",), "is"),
    "us_government": ("coalition", "other_fighters", ("coalition",), "us_government"),
    "state_media": ("government", "government_fighters", ("government", "russia"), "government"),
    "kurdish_officials": (None, "sdf_fighters", ("sdf",), "kurdish_officials"),  # speak of Iraq's peshmerga too
    "rebels": ("other", "other_fighters", ("other",), "rebels"),
    "other": (None, None, ("turkey", "other"), "other"),
    "sohr": (None, None, (), "sohr"),
}


@pytest.mark.parametrize(("speaker", "expected"), SPEAKERS.items(), ids=SPEAKERS)
def test_speakers(speaker: str, expected: tuple) -> None:
    assert (speaks_for(speaker), side_of(speaker), answers_for(speaker), voice_of(speaker)) == expected


def test_the_first_of_a_group_is_whose_it_is() -> None:
    groups = ("is_fighters", "sdf_fighters", "government_fighters", "other_fighters")
    assert [own_of(group)[0] for group in groups] == ["is", "sdf", "government", "other"]
    assert own_of("civilians") == own_of(None) == ()
