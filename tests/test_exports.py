"""The formats of the field: codings read by hand from invented articles, and what each format loses."""

import csv
import datetime as dt
import json
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from analysis.__main__ import main
from analysis.articles import Article, Articles
from analysis.exports import FORMATS, export
from analysis.exports.deaths import GUESSED

SOHR = "the Syrian Observatory for Human Rights said"
SANA = "state news agency SANA said"
UCDP = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,"
    "side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
    "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,"
    "country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,"
    "gwnoa,gwnob"
)
ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,"
    "inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
    "source_scale,notes,fatalities,tags,timestamp"
)


def articles(*texts: str) -> Articles:
    day = dt.date(2018, 11, 14)  # a Wednesday
    return Articles([Article(f"a{n}", text, day, "stated", outlet="=Wire", title="Title") for n, text in enumerate(texts)])


def rows(form: str, folder: Path, *texts: str) -> list[dict[str, str]]:
    export(form, articles(*texts), folder)
    with (folder / f"{form}.csv").open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def lost(folder: Path) -> list[str]:
    return list(pd.read_csv(folder / "losses.csv")["reason"])


MONITOR, CLAIMED = "Syrian Observatory", "attribution claimed; articles a0"
MIXED = f"A coalition air strike on Susah killed 54 people including 28 civilians as well as 26 Islamic State jihadists on Tuesday, {SOHR}."
# text, then columns of the only row
UCDP_CASES: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "classes of a total": (
        (MIXED,),
        {"type_of_violence": "1", "side_b": "IS", "deaths_a": "0", "deaths_b": "26", "deaths_civilians": "28", "deaths_unknown": "0"}
        | {"best": "54", "high": "54", "low": "54", "gwnoa": "2", "where_prec": "1", "date_prec": "1", "event_clarity": "1"}
        | {"date_start": "2018-11-13", "source_original": "sohr", "adm_1": "Deir ez-Zor", "country_id": "652", "priogrid_gid": "179722"},
    ),
    "a range over two sources": (
        (f"A strike on Susah killed 23 people on Tuesday, {SOHR}.", f"A strike on Susah killed 25 people on Tuesday, {SANA}."),
        {"best": "23", "high": "25", "low": "23", "deaths_unknown": "23", "number_of_sources": "2", "side_a": "", "type_of_violence": ""},
    ),
    "an open end": (
        (f"A strike on Susah killed at least 30 people on Tuesday, {SOHR}.", f"A strike on Susah killed 25 people on Tuesday, {SANA}."),
        {"best": "25", "high": "30", "low": "25"},
    ),
    "a group against civilians": (
        (f"Islamic State fighters killed nine civilians in Hajin on Tuesday, {SOHR}.",),
        {"type_of_violence": "3", "side_a": "IS", "side_b": "Civilians", "deaths_civilians": "9", "gwnoa": ""},
    ),
    "a state against civilians is not called one-sided": (
        (f"Russian air strikes on Idlib killed nine civilians on Tuesday, {SOHR}.",),
        {"type_of_violence": "", "side_a": "Government of Russia (Soviet Union)", "gwnoa": "365"},
    ),
    "a province, some days": (
        (f"Clashes in Deir ez-Zor province killed 12 people in the past 48 hours, {SOHR}.",),
        {"where_prec": "4", "date_prec": "2", "adm_1": "Deir ez-Zor"},
    ),
}


@pytest.mark.parametrize(("texts", "expected"), UCDP_CASES.values(), ids=UCDP_CASES.keys())
def test_ucdp(texts: tuple[str, ...], expected: dict[str, str], tmp_path: Path) -> None:
    (row,) = rows("ucdp", tmp_path, *texts)
    assert ",".join(row) == UCDP
    assert {name: row[name] for name in expected} == expected


# text, then fatalities by day, and columns of the first row
ACLED_CASES: dict[str, tuple[tuple[str, ...], dict[str, str], dict[str, str]]] = {
    "the lowest figure": (
        (
            f"A Russian air strike on Susah killed 23 people on Tuesday, {SOHR}.",
            f"A Russian air strike on Susah killed 25 people on Tuesday, {SANA}.",
        ),
        {"2018-11-13": "23"},
        {"sub_event_type": "Air/drone strike", "actor1": "Military Forces of Russia", "geo_precision": "1", "iso": "760"},
    ),
    "dozens are 12": ((f"A blast in Susah killed dozens of people on Tuesday, {SOHR}.",), {"2018-11-13": "12"}, {}),
    "several are 3": ((f"A blast in Susah killed several people on Tuesday, {SOHR}.",), {"2018-11-13": "3"}, {}),
    "split by day, the rest to the first": (
        (f"Fighting in Susah between Sunday and Tuesday killed 10 people, {SOHR}.",),
        {"2018-11-11": "4", "2018-11-12": "3", "2018-11-13": "3"},
        {"time_precision": "1"},
    ),
    "civilians are targeted": (
        (f"Islamic State fighters killed nine civilians in Hajin on Tuesday, {SOHR}.",),
        {"2018-11-13": "9"},
        {"event_type": "Violence against civilians", "civilian_targeting": "Civilian targeting", "inter2": "Civilians"}
        | {"actor1": "Islamic State (Syria)", "actor2": "Civilians (Syria)", "notes": f"9 civilians killed; said by {MONITOR}; {CLAIMED}"},
    ),
    "in Iraq": (
        (f"Islamic State fighters killed nine civilians in Mosul on Tuesday, {SOHR}.",),
        {"2018-11-13": "9"},
        {"country": "Iraq", "actor1": "Islamic State (Iraq)", "actor2": "Civilians (Iraq)"},
    ),
    "a state at home": (
        (f"Iraqi troops killed 40 Islamic State fighters in Mosul on Tuesday, {SOHR}.",),
        {"2018-11-13": "40"},
        {"actor1": "Military Forces of Iraq", "inter1": "State forces", "actor2": "Islamic State (Iraq)", "country": "Iraq"}
        | {"notes": f"40 IS fighters killed; said by {MONITOR}; {CLAIMED}"},
    ),
    "a state abroad": (
        (f"An Iraqi air strike killed 40 Islamic State fighters in Susah on Tuesday, {SOHR}.",),
        {"2018-11-13": "40"},
        {"inter1": "External/Other forces", "actor2": "Islamic State (Syria)"},
    ),
    "a quarter that the gazetteer lacks": (
        (
            f"Some 900 people fled Mosul on Monday, the UN said. Islamic State fighters killed nine civilians in the Zolanak"
            f" neighbourhood on Tuesday, {SOHR}.",
        ),
        {"2018-11-13": "9"},
        {"location": "Zolanak", "country": "Iraq", "admin1": "Nineveh", "iso": "368", "latitude": "", "actor1": "Islamic State (Iraq)"},
    ),
}


@pytest.mark.parametrize(("texts", "by_day", "expected"), ACLED_CASES.values(), ids=ACLED_CASES.keys())
def test_acled(texts: tuple[str, ...], by_day: dict[str, str], expected: dict[str, str], tmp_path: Path) -> None:
    found = rows("acled", tmp_path, *texts)
    assert ",".join(found[0]) == ACLED
    assert {row["event_date"]: row["fatalities"] for row in found} == by_day
    assert {name: found[0][name] for name in expected} == expected


@pytest.mark.parametrize("form", ["ucdp", "acled"])
def test_the_wounded_stocks_and_running_totals_never_enter(form: str, tmp_path: Path) -> None:
    found = rows(
        form,
        tmp_path,
        f"A blast in Raqqa wounded 30 people on Tuesday, {SOHR}.",
        f"Strikes have killed 3,222 civilians in Syria since September 2014, {SOHR}. The camp at Al-Hol holds 46,000 people.",
    )
    assert found == []
    assert sorted(reason.split(":")[0] for reason in lost(tmp_path)) == ["cumulative", "injured", "stock"]
    assert "`claims.evidence`" in (tmp_path / "LOSSES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_a_country_that_is_guessed_is_reported(form: str, tmp_path: Path) -> None:
    (quarter,) = ACLED_CASES["a quarter that the gazetteer lacks"][0]
    assert rows(form, tmp_path / "guessed", quarter)[0]["country"] == "Iraq"
    assert GUESSED in lost(tmp_path / "guessed")
    rows(form, tmp_path / "known", quarter.replace("the Zolanak neighbourhood", "Mosul"))
    assert GUESSED not in lost(tmp_path / "known")


def test_an_open_end_and_a_missing_date_are_reported(tmp_path: Path) -> None:
    day = dt.date(2018, 11, 14)
    source = Articles(
        [Article("a", f"A strike on Susah killed at least 30 on Tuesday, {SOHR}.", day), Article("b", f"A mine killed nine, {SOHR}.")]
    )
    export("ucdp", source, tmp_path)
    assert any("open" in reason for reason in lost(tmp_path))
    assert any("no date" in reason for reason in lost(tmp_path))


def test_hxl_has_hashtags_in_its_second_row(tmp_path: Path) -> None:
    tags, *events = rows(
        "hxl", tmp_path, f"A strike on Susah killed 30 people, nine of them women, and 200 families fled on Tuesday, {SOHR}."
    )
    by_tag = {tag: next((event[header] for event in events if event[header]), "") for header, tag in tags.items()}
    assert by_tag["#affected+killed+ind+min"] == by_tag["#affected+killed+ind+max"] == "30"
    assert by_tag["#affected+killed+ind+f+max"] == "9"
    assert by_tag["#affected+displaced+hh+min"] == "200"
    assert (by_tag["#date+start"], by_tag["#loc+name"], by_tag["#meta+source"]) == ("2018-11-13", "Susah", "sohr")


def test_the_data_package_is_valid_and_knows_what_is_not(tmp_path: Path) -> None:
    export("datapackage", articles(MIXED), tmp_path)
    assert Package(str(tmp_path / "datapackage.json")).validate().valid
    path = tmp_path / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",killed,", ",slain,"), encoding="utf-8")
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def test_the_data_package_says_where_it_is_from(tmp_path: Path) -> None:
    source = articles(MIXED)
    export("datapackage", source, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["input"] == {"sha256": source.fingerprint, "articles": 1}
    assert package["sources"] == [{"title": "=Wire: Title"}]


@pytest.mark.parametrize("form", FORMATS)
def test_twice_the_same_bytes_and_nothing_half_written(form: str, tmp_path: Path) -> None:
    first, second = ({p.name: p.read_bytes() for p in export(form, articles(MIXED), tmp_path / n)} for n in "ab")
    assert first == second
    assert sorted(p.name for p in (tmp_path / "a").iterdir()) == sorted(first)


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    assert rows("ucdp", tmp_path, MIXED)[0]["source_office"] == "'=Wire"
    assert rows("acled", tmp_path, MIXED)[0]["source"] == "'=Wire"


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text(f"date 2018-11-14 {MIXED}", encoding="utf-8")
    assert main(["export", "acled", str(tmp_path / "source"), "--out", str(tmp_path / "out")]) == 0
    assert "1 article written to" in capsys.readouterr().out
    assert main(["export", "acled", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 1
    assert "none" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["export", "xls", str(tmp_path / "source"), "--out", str(tmp_path / "out")])


@pytest.mark.parametrize(("vague", "least"), [("interval", "24"), ("acled", "12")])
def test_the_convention_is_a_choice_and_is_said(vague: str, least: str, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.txt").write_text(f"date 2018-11-14 A strike on Hajin on Tuesday killed dozens of civilians, {SOHR}.", encoding="utf-8")
    assert main(["export", "ucdp", str(source), "--out", str(tmp_path / "out"), "--vague", vague]) == 0
    with (tmp_path / "out" / "ucdp.csv").open(newline="", encoding="utf-8") as lines:
        assert next(csv.DictReader(lines))["best"] == least
    assert ("count by ACLED's rule" in (tmp_path / "out" / "LOSSES.md").read_text(encoding="utf-8")) == (vague == "acled")
