"""Articles: first lines, tables, sidecars, encodings, and all that can be wrong with a source."""

import csv
import datetime as dt
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from IPython.lib.pretty import pretty

from analysis.articles import Article, Articles, read_articles
from analysis.sources import SourceError

LEAD = "Shells fell on the old bridge on Monday, a medic said."
# first line, (published, title, outlet)
FIRST_LINES = [
    (" date 2017-03-04 Shells fall on bridge\n\n", ("2017-03-04", "Shells fall on bridge", None)),
    (" date 2017-03-04 Reuters, AMMAN\n\n", ("2017-03-04", None, "Reuters")),
    ("Associated Press, AMMAN\n\n", (None, None, "Associated Press")),
    (" date 2017-03-04 AMMAN -- A bridge was hit, a medic said.\n\n", ("2017-03-04", None, None)),
    (" date 2017-03-04\nShells fall on bridge\n\n", ("2017-03-04", "Shells fall on bridge", None)),
    ("Shells fall on bridge\r\n\r\n", (None, "Shells fall on bridge", None)),
    ("AMMAN (Reuters) - A bridge was hit.\n\n", (None, None, "Reuters")),
    ("Shells fall on bridge\n\nAMMAN, Jordan (AFP) - A bridge was hit.\n\n", (None, "Shells fall on bridge", "AFP")),
    ("Shells fall on bridge\n\nBy Lena Haddad\n\nAMMAN (dpa) – A bridge was hit.\n\n", (None, "Shells fall on bridge", "dpa")),
    ("Shells fall on bridge\n\nBy LENA HADDAD, Associated Press\n\n", (None, "Shells fall on bridge", "Associated Press")),
    ("Shells fall on bridge\n\nThe bridge (pictured) - the old one - was hit.\n\n", (None, "Shells fall on bridge", None)),
    ("Shells fall on bridge\n\nThe group (SOHR) - a monitor - said so.\n\n", (None, "Shells fall on bridge", None)),
    ("The bridge over the river was hit early in the morning.\n\n", (None, None, None)),
    ("", (None, None, None)),
]


def write(folder: Path, **texts: str | bytes) -> Path:
    """A folder of articles, one for each name."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def only(articles: Articles) -> Article:
    (article,) = articles
    return article


@pytest.mark.parametrize(("line", "expected"), FIRST_LINES)
def test_first_line(tmp_path: Path, line: str, expected: tuple[str | None, str | None, str | None]) -> None:
    article = only(read_articles(write(tmp_path, a=line + LEAD)))
    published = article.published.isoformat() if article.published else None
    assert (published, article.title, article.outlet) == expected
    assert article.published_basis == ("stated" if published else "unknown")
    assert article.text == line + LEAD


def test_the_agency_of_a_dated_line_below_the_title(tmp_path: Path) -> None:
    article = only(
        read_articles(write(tmp_path, a=f"Shells fall on bridge\n\nAMMAN, March 16, 2018 (Reuters) - A bridge was hit.\n\n{LEAD}"))
    )
    assert (str(article.published), article.published_basis, article.outlet) == ("2018-03-16", "dateline", "Reuters")
    (tmp_path / "articles.csv").write_text("id,outlet\na,The Daily\n")
    assert only(read_articles(tmp_path)).outlet == "The Daily"


def test_an_article_in_another_language_is_a_problem_of_its_own(tmp_path: Path) -> None:
    arabic = "قتل ما لا يقل عن تسعة وثلاثين شخصا يوم الاثنين في غارات جوية على سوق في شمال غرب سوريا"
    read = read_articles(write(tmp_path, a=LEAD, b=arabic))
    assert [a.id for a in read] == ["a"]
    assert [p.message for p in read.problems] == ["article b is not in English: left out; the rules read English only"]


def test_the_seeds_are_dated(repository: Path) -> None:
    articles = read_articles(repository / "seeds", strict=True)
    assert [(a.id[:3], str(a.published), a.published_basis) for a in articles] == [
        ("000", "2018-05-02", "stated"),
        ("001", "2018-07-13", "stated"),
        ("002", "2018-12-06", "inferred"),
        ("003", "2019-02-10", "stated"),
        ("004", "2019-01-25", "stated"),
    ]
    assert articles.articles[2].published_reasoning
    assert articles.undated == []


def test_undated_articles_say_why(tmp_path: Path) -> None:
    articles = read_articles(write(tmp_path, a=LEAD))
    assert articles.undated == ["a"]
    assert only(articles).published_basis == "unknown"
    assert only(articles).published_reasoning


def test_a_dateline_in_the_text_beats_the_metadata_and_the_sidecar_beats_both(tmp_path: Path) -> None:
    table = tmp_path / "some.jsonl"
    text = "Sat 04 Mar 2017 Shells fell on the old bridge."
    table.write_text(json.dumps({"id": "a", "text": text, "published": "2015-01-01"}))
    article = only(read_articles(table))
    assert (article.published, article.published_basis) == (dt.date(2017, 3, 4), "dateline")

    folder = write(tmp_path, a=text)
    (folder / "articles.csv").write_text("id,published,outlet\na,2016-06-07,The Daily\n")
    article = only(read_articles(folder))
    assert (article.published, article.published_basis, article.outlet) == (dt.date(2016, 6, 7), "stated", "The Daily")


def test_an_empty_cell_of_the_sidecar_overrides_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path, a=f" date 2017-03-04 Shells fall on bridge\n\n{LEAD}")
    (folder / "articles.csv").write_text("id,published,title\na,,\n")
    article = only(read_articles(folder))
    assert (article.published, article.title) == (dt.date(2017, 3, 4), "Shells fall on bridge")


ROWS = [
    {"id": "a", "text": "One,\n\n“two”\r\nthree", "published": "2017-03-04", "title": "T", "outlet": "O", "url": "u", "claims": "ignored"},
    {"id": "b", "text": LEAD, "published": "2017-03-05T10:30:00Z", "title": "", "outlet": "", "url": "", "claims": ""},
]


def jsonl(path: Path) -> None:
    path.write_text("\n".join(json.dumps(row) for row in ROWS) + "\n\n")


def packed(path: Path) -> None:
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in ROWS).encode()))


def comma_separated(path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8-sig") as out:
        writer = csv.DictWriter(out, ROWS[0])
        writer.writeheader()
        writer.writerows(ROWS)


def parquet(path: Path) -> None:
    pq.write_table(pa.Table.from_pylist([row | {"published": dt.date(2017, 3, 4 + n)} for n, row in enumerate(ROWS)]), path)


@pytest.mark.parametrize(
    ("name", "writer"), [("x.jsonl", jsonl), ("x.jsonl.gz", packed), ("x.csv", comma_separated), ("x.parquet", parquet)]
)
def test_tables_hold_the_same_articles(tmp_path: Path, name: str, writer: Callable[[Path], None]) -> None:
    writer(tmp_path / name)
    articles = read_articles(tmp_path / name, strict=True)
    assert [(a.id, a.text, str(a.published), a.published_basis, a.title, a.outlet, a.url) for a in articles] == [
        ("a", ROWS[0]["text"], "2017-03-04", "metadata", "T", "O", "u"),
        ("b", LEAD, "2017-03-05", "metadata", None, None, None),
    ]


# name of the file beside a good article, its bytes, what the problem says
BAD_TEXTS = [
    ("empty.txt", b"", "empty.txt: empty"),
    ("blank.txt", b" \n\n", "blank.txt: empty"),
    ("binary.txt", b"\x7fELF\0\0\1", "binary.txt: binary"),
    ("utf16.txt", "a bridge".encode("utf-16-le"), "UTF-16 without its mark"),
    ("utf16.txt", "a bridge".encode("utf-16") + b"!", "broken UTF-16: left out"),
    ("noise.txt", b"a bridge \x81\x8d", "neither UTF-8 nor cp1252"),
    ("cp1252.txt", "The “old” bridge".encode("cp1252"), "read as cp1252"),
    ("date.txt", b" date 2017-02-30 Shells fall\n\nOn a bridge.", "date.txt, line 1: “2017-02-30” is no date"),
    ("good.TXT", b"A second one.", "a second article good"),
    ("articles.csv", b"id,published\ngone,2017-03-04\n", "articles.csv, line 2: no article gone"),
    ("articles.csv", b"id,outlet\ngood,One\ngood,Two\n", "articles.csv, line 3: a second row for article good: left out"),
    ("page.txt", b"<html><P>Shells fell on a bridge.</P>", "page.txt: article page holds HTML tags"),
    ("articles.csv", b"id,published\ngood,4 March\n", "articles.csv, line 2: “4 March” is no date"),
]


@pytest.mark.parametrize(("name", "raw", "message"), BAD_TEXTS)
def test_a_bad_text_is_told_and_stops_only_the_strict(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    write(tmp_path, good=LEAD)
    (tmp_path / name).write_bytes(raw)
    articles = read_articles(tmp_path)
    assert "good" in [a.id for a in articles]
    assert [message in str(problem) for problem in articles.problems] == [True]
    with pytest.raises(SourceError, match=r"txt|csv|TXT"):
        read_articles(tmp_path, strict=True)


@pytest.mark.parametrize("coding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_other_codings_are_read(tmp_path: Path, coding: str) -> None:
    assert only(read_articles(write(tmp_path, a="The “old” bridge\r\n".encode(coding)))).text == "The “old” bridge\r\n"


GOOD_LINE = json.dumps({"id": "good", "text": LEAD})
BAD_LINES = [
    ('{"id": x}', "broken JSON (Expecting value, character 8): left out"),
    ('{"id": "x", "text": ' + "9" * 5000 + "}", "broken JSON"),
    ("[1]", "no JSON object"),
    ('{"text": "A bridge."}', "no id"),
    ('{"id": "x"}', "article x has no text"),
    ('{"id": "x", "text": 3}', "article x has no text"),
    (GOOD_LINE, "a second article good"),
    ('{"id": "x", "text": "A bridge.", "published": "yesterday"}', "“yesterday” is no date"),
    ('{"id": "x", "text": "A bridge fell on Monday.", "published": "0001-01-01T00:00:00"}', "is no year of a news article"),
]


@pytest.mark.parametrize(("line", "message"), BAD_LINES)
def test_a_bad_line_is_told_with_its_number(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{GOOD_LINE}\n{line}\n")
    (problem,) = read_articles(path).problems
    assert (problem.file, problem.line) == (str(path), 2)
    assert message in problem.message
    with pytest.raises(SourceError, match="line 2"):
        read_articles(path, strict=True)


def test_a_broken_csv_row_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('id,text\na,"two\nlines"\nb,one,too many\nc,fine\n')
    articles = read_articles(path)
    assert [a.id for a in articles] == ["a", "c"]
    assert [problem.line for problem in articles.problems] == [4]


# file, bytes (None: no such file), what the error says
BAD_SOURCES = [
    ("none", None, "no such file or folder"),
    ("x.csv", b"", "empty"),
    ("x.csv", b"name,text\na,b\n", "no column id among 'name', 'text'; name the columns so"),
    ("x.csv", b"id;text\na;b\n", "no column id and no column text among 'id;text'; part the cells by commas"),
    ("x.csv", b"id\na\n", "no column text"),
    ("x.jsonl", b"{\n", "broken JSON"),
    ("x.jsonl", b"{\n{\n", "and 1 more"),
    ("x.jsonl.gz", b"not packed", "broken gzip"),
    ("x.parquet", b"PAR1 it is not", "no Parquet file"),
    ("x.txt", b"A bridge.", "give the folder"),
    ("x.docx", b"PK", "unknown kind of file"),
]


@pytest.mark.parametrize(("name", "raw", "message"), BAD_SOURCES)
def test_a_source_without_articles_is_an_error(tmp_path: Path, name: str, raw: bytes | None, message: str) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    with pytest.raises(SourceError, match=message) as error:
        read_articles(tmp_path / name)
    assert name in str(error.value)


def test_an_empty_folder_and_an_unknown_sidecar_column_are_errors(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no articles"):
        read_articles(tmp_path)
    write(tmp_path, a=LEAD)
    (tmp_path / "articles.csv").write_text("id,date\na,2017-03-04\n")
    with pytest.raises(SourceError, match="unknown column date"):
        read_articles(tmp_path)


def test_an_article_is_shown_as_text_never_as_markup() -> None:
    article = Article("a", " A bridge <b>fell</b>.\n", dt.date(2017, 3, 4), title="Bridge & river")
    assert "<strong>Bridge &amp; river · 2017-03-04 · a</strong>" in article._repr_html_()
    assert "A bridge &lt;b&gt;fell&lt;/b&gt;." in article._repr_html_()
    assert pretty(article) == "Bridge & river · 2017-03-04 · a\n\nA bridge <b>fell</b>."


def test_many_articles_are_shown_by_their_headings() -> None:
    assert pretty(Articles([Article("a", LEAD)])) == "1 article\n  undated · a"
    many = Articles([Article(f"<{n}>", LEAD) for n in range(23)])
    assert many._repr_html_().count("<li>") == 21
    assert "<li>undated · &lt;19&gt;</li><li>and 3 more</li>" in many._repr_html_()
    assert LEAD not in many._repr_html_()
