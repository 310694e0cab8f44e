"""Who answers is told by name where the clause, or whom the event blames, tells it."""

import pandas as pd
import pytest

from analysis.answerers import answerers


@pytest.mark.parametrize(
    ("words", "speaker", "blamed", "name"),
    [
        ("Moscow denied responsibility", "government", "government;russia", "Russia"),
        ("Damascus denied it used such arms", "government", None, "the Syrian government"),
        ("Russia, which supports Bashar al-Assad, called the accusations groundless", "government", None, "Russia"),
        ("Damascus and Moscow deny that they target civilians", "government", "russia", "the Syrian government and Russia"),
        ("Turkey's army denied that it had struck the hospital", "other", None, "Turkey"),
        ("Ankara denies causing any civilian deaths", "other", "sdf", "Turkey"),
        ("A military source denied that civilians had been targeted", "government", "government", "the Syrian government"),
        ("The ministry said that it had flown no missions", "government", "russia", "Russia"),
        ("The ministry said that it had flown no missions", "government", "government;russia", "Damascus or Moscow"),
        ("The ministry said that it had flown no missions", "government", None, "Damascus or Moscow"),
        ("The army denied it", "other", "coalition", "other sources"),
        ("The coalition said that no Russian jets were near", "coalition", "russia", "the US-led coalition"),
    ],
)
def test_the_accused_is_named(words: str, speaker: str, blamed: str | None, name: str) -> None:
    responses = pd.DataFrame({"evidence": [words], "speaker": [speaker], "event_id": ["a:1"]})
    events = pd.DataFrame({"event_id": ["a:1"], "perpetrators": [blamed]}).astype("string")
    assert answerers(responses, events) == [name]
    assert answerers(responses.assign(event_id=pd.NA), events.iloc[:0])[0] == answerers(responses, events.assign(perpetrators=pd.NA))[0]
