"""Ids in findings and tables become links to the words, and only where there are such words."""

import nbformat
import pytest

from analysis import citations
from analysis.notebook_pages import findings, lists, page

KNOWN = {"a:1", "a:2", "b:7", "a&lt;:3"}
CASES = {
    "each number leads to its own words": (
        "**Nine** men and **two** women died (`a:1`, `b:7`).",
        '<strong><a href="evidence.html#a:1">Nine</a></strong> men and <strong><a href="evidence.html#b:7">two</a></strong> women died.',
    ),
    "what follows the ids stays": (
        "**Nine** men died (`a:1`). Denied by IS.",
        '<strong><a href="evidence.html#a:1">Nine</a></strong> men died. Denied by IS.',
    ),
    "several words for one number": (
        "IS lost **most** of it, by 2017 and by 2018 (`a:1`, `a:2`).",
        "IS lost <strong>most</strong> of it, by 2017 and by 2018"
        ' (<a href="evidence.html#a:1">[1]</a>, <a href="evidence.html#a:2">[2]</a>).',
    ),
    "an id without a page": ("**Nine** men died (`c:1`).", "<strong>Nine</strong> men died."),
    "a number of no claim": ("Of **3 events**, **2** are disputed.", "Of <strong>3 events</strong>, <strong>2</strong> are disputed."),
    "an escaped id": ("**Nine** men died (`a&lt;:3`).", '<strong><a href="evidence.html#a%3C:3">Nine</a></strong> men died.'),
}


@pytest.mark.parametrize(("line", "told"), CASES.values(), ids=CASES)
def test_a_finding_leads_to_its_words(line: str, told: str) -> None:
    assert citations.inline(line, KNOWN) == told


def test_a_table_leads_to_its_words() -> None:
    table = "<tr><th>claim_id</th><th>where</th></tr><tr><th>a:1</th><td>Homs</td></tr><tr><th>c:1</th></tr><tr><th>b:7</th></tr>"
    assert citations.rows(table, KNOWN) == (
        '<tr><th>in the text</th><th>where</th></tr><tr><th><a href="evidence.html#a:1">[1]</a></th><td>Homs</td></tr>'
        '<tr><th>c:1</th></tr><tr><th><a href="evidence.html#b:7">[2]</a></th></tr>'
    )


def notebook(*outputs: str) -> nbformat.NotebookNode:
    """A notebook of code cells with one Markdown output each, and a remark behind every one."""
    cells = []
    for text in outputs:
        output = nbformat.v4.new_output("display_data", {"text/markdown": text})
        cells += [nbformat.v4.new_code_cell("say()", outputs=[output]), nbformat.v4.new_markdown_cell(f"A remark on {text[:4]}")]
    return nbformat.v4.new_notebook(cells=cells)


def test_no_remark_on_what_has_nothing_to_show(tmp_path: object) -> None:
    made = page(notebook("No events in these articles.", "- **Nine** men died (`a:1`)."), "t", tmp_path, KNOWN)  # type: ignore[arg-type]
    assert "No events in these articles." in made and "A remark on No" not in made
    assert "A remark on - **" in made or "A remark on - <" in made
    assert '<a href="evidence.html#a:1">Nine</a>' in made


def test_the_first_list_is_what_was_found() -> None:
    nb = notebook("The first 20 rows:", "- one\n- two", "- three")
    assert findings(nb) == ["one", "two"]
    assert lists(nb) == [["one", "two"], ["three"]]
