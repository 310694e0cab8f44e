"""The parties to the war: who speaks for each, where its fighters are counted, beside whom and against whom it fights (CODEBOOK.md)."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Party:
    """One that can be said to have killed. ``speakers`` answer for what it does, the first as the party itself.

    ``fighters`` is the group in which its own are counted, ``beside`` the group beside which it fights and which it does not kill, ``foes``
    those whose dead it counts as its own doing.
    """

    perpetrator: str
    speakers: tuple[str, ...]
    fighters: str
    beside: str | None
    foes: tuple[str, ...]


IS, SDF, GOVERNMENT, OTHERS = "is_fighters", "sdf_fighters", "government_fighters", "other_fighters"
PARTIES = (
    Party("is", ("is",), fighters=IS, beside=IS, foes=(SDF, GOVERNMENT, OTHERS)),
    Party("sdf", ("sdf", "kurdish_officials"), fighters=SDF, beside=SDF, foes=(IS,)),
    Party("coalition", ("coalition", "us_government"), fighters=OTHERS, beside=SDF, foes=(IS,)),
    Party("government", ("government", "state_media"), fighters=GOVERNMENT, beside=GOVERNMENT, foes=(IS, OTHERS)),
    # Russia speaks in the category of the government with which it fights.
    Party("russia", ("government", "state_media"), fighters=GOVERNMENT, beside=GOVERNMENT, foes=(IS, OTHERS)),
    # Other fighters are rebels first, and soldiers of these two: only the words tell whether they are on their side.
    Party("turkey", ("other",), fighters=OTHERS, beside=None, foes=(IS, SDF)),
    Party("iraq", ("iraq",), fighters=OTHERS, beside=None, foes=(IS,)),
    Party("other", ("other", "rebels"), fighters=OTHERS, beside=OTHERS, foes=(GOVERNMENT,)),
)
MANY = "other"  # speakers of whom none answers for the next: Turkey, rebels, whoever else
STATE_OF = {"syria": "government", "iraq": "iraq"}  # a state by the name of its country


@cache
def answers_for(speaker: str) -> tuple[str, ...]:
    """The perpetrators for whose acts a speaker answers."""
    return tuple(p.perpetrator for p in PARTIES if speaker in p.speakers)


@cache
def speaks_for(speaker: str) -> str | None:
    """The perpetrator whose acts are the speaker's own; none of Kurdish officials, who speak of the peshmerga too."""
    return next((p.perpetrator for p in PARTIES if speaker in p.speakers and speaker not in (MANY, "kurdish_officials")), None)


def side_of(speaker: str) -> str | None:
    """The group in which the speaker's own fighters are counted."""
    return next((p.fighters for p in PARTIES if speaker in p.speakers and speaker != MANY), None)


def speaks_as(perpetrator: str) -> str:
    """The category in which a perpetrator speaks for itself."""
    return next((p.speakers[0] for p in PARTIES if p.perpetrator == perpetrator), MANY)


def voice_of(speaker: str) -> str:
    """The speaker itself, or the state whose word its media pass on."""
    return "government" if speaker == "state_media" else speaker


@cache
def own_of(group: str | None) -> tuple[str, ...]:
    """Those who do not kill a group, because it is their own or they fight beside it; first the one whose group it is."""
    return tuple(p.perpetrator for p in PARTIES if p.beside is not None and p.beside == group)


@cache
def foes_of(group: str | None) -> tuple[str, ...]:
    """Those who count a group's dead as their own doing."""
    return tuple(p.perpetrator for p in PARTIES if group in p.foes)


def losses_of(perpetrator: str) -> set[str]:
    """The groups whose dead are a perpetrator's losses: its own fighters, and those beside whom it fights."""
    return {group for p in PARTIES if p.perpetrator == perpetrator for group in (p.fighters, p.beside) if group}
