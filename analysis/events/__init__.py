"""Events: what the sources say together about one incident, and what the accused answer (CODEBOOK.md, Events and Responses).

Claims of scope ``event`` become statements; those about one incident are joined, within an article and then across articles; each
incident gives a row for each measure, group, detail and unit. Nothing is added up and nothing is filled in.
"""

import pandas as pd

from analysis import schema
from analysis.events.across import find_incidents
from analysis.events.answers import answered, answers_of
from analysis.events.cues import Cues
from analysis.events.rows import rows_of
from analysis.events.statements import statements
from analysis.extraction.lexicon import Lexicon


def build_events(
    claims: pd.DataFrame, articles: pd.DataFrame, responses: pd.DataFrame, lexicon: Lexicon
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The events table, and the responses with their ``event_id``; frames as declared in the schema.

    ``responses`` has every column of its table but the last.
    """
    cues = Cues(lexicon)
    incidents = find_incidents(statements(claims, lexicon), cues)
    answers = answers_of(responses, lexicon)
    summed = (claims["scope"] != "event") & ~claims["measure"].isin(("territory_held", "territory_lost"))
    totals = set(claims.loc[summed, ["article_id", "start_char"]].itertuples(index=False, name=None))
    about = answered(answers, incidents, totals)
    outlets = articles.dropna(subset="outlet").set_index("article_id")["outlet"].to_dict()
    rows, ids = [], {}
    for incident in incidents:
        found = rows_of(incident, [a for a, i in zip(answers, about, strict=True) if i is incident], outlets, cues)
        ids[id(incident)] = found[0]["event_id"]
        rows += found
    names = [column.name for column in schema.EVENT]
    events = schema.conform(pd.DataFrame(rows, columns=names), "events")
    linked = responses.assign(event_id=[None if i is None else ids[id(i)] for i in about])
    return events, schema.conform(linked, "responses")
