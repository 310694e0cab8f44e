"""The command line: python -m analysis COMMAND. Exit codes: 0 done, 1 an error in what was given, 2 a wrong call."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from analysis.articles import Articles, read_articles
from analysis.extraction.lexicon import Lexicon, LexiconError
from analysis.scoring import ScoreError
from analysis.sources import SourceError
from analysis.vocabulary import open_vocabulary

if TYPE_CHECKING:
    from analysis.estimates import Household

SOURCE_HELP = (
    "a folder of .txt articles (folders in it are not read; an articles.csv beside them may state published, outlet, title and url by id), "
    "or a .jsonl, .jsonl.gz, .csv or .parquet file with the columns id and text and, where known, published, title, outlet, url"
)
CLAIM_FILES = (".csv", ".jsonl", ".parquet")
PARAMETERS = ("start", "end", "speakers", "groups", "vague", "formats", "lexicon", "household", "widths")  # of the notebooks
EXPORTS = ("datapackage", "ucdp", "acled", "hxl")
VAGUE = ("interval", "acled", "midpoint", "low")
LISTED = 10  # ids named in a summary before "and so many more"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; errors in what was given are one line on stderr."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options) or 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # "| head" read enough
        return 0
    except (SourceError, LexiconError, ScoreError) as error:
        return _failed(str(error))
    except OSError as error:
        return _failed(f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error))


def claims(options: argparse.Namespace) -> None:
    """Write the claims of a source into one file."""
    from analysis.tables import coded, write_frame

    articles, lexicon = _read(options)
    frame, _, _ = coded(articles, lexicon)
    write_frame(frame, options.out)
    _summarise(articles, len(frame), options.out)


def tables(options: argparse.Namespace) -> None:
    """Write all tables of a source into a folder."""
    from analysis.estimates import made_with
    from analysis.tables import build_tables, write_tables

    articles, lexicon = _read(options)
    household = _household(options)
    built = build_tables(articles, lexicon, options.vague, household)
    write_tables(built, options.out, options.format or ["csv"], made_with(options.vague, household))
    _summarise(articles, len(built["claims"]), options.out)


def export(options: argparse.Namespace) -> None:
    """Write a source in a format of the field, with a report of what it could not hold."""
    from analysis.exports import export as write

    articles, lexicon = _read(options)
    written = write(options.format, articles, options.out, lexicon, options.vague, _household(options))
    print(f"{_number(len(articles), 'article')} written to {options.out}: {', '.join(path.name for path in written)}")


def show(options: argparse.Namespace) -> None:
    """Write one HTML file in which to explore a source: it works offline, and needs nothing beside it."""
    from analysis.explorer import page
    from analysis.tables import build_tables, replace_text

    articles, lexicon = _read(options)
    built = build_tables(articles, lexicon)
    replace_text(options.out, page(articles, built, f"Claims: {options.source.name}"))
    _summarise(articles, len(built["claims"]), options.out)


def report(options: argparse.Namespace) -> None:
    """Run the notebooks on a source and write the whole report."""
    from analysis.pdf import PdfError
    from analysis.report import ReportError, run_report

    try:
        run_report(options.source, options.out, dict(options.parameter or []), options.pdf, options.strict)
    except (ReportError, PdfError) as error:
        raise SourceError(str(error)) from error


def score(options: argparse.Namespace) -> None:
    """Print how well claims agree with hand-coded ones."""
    from analysis import scoring

    gold, found = scoring.read_gold(options.gold), scoring.read_claims(options.claims)
    if found and not {row["article_id"] for row in found} & {article["id"] for article in gold}:
        raise ScoreError(f"{options.claims}: no claim is of an article of {options.gold}; read the same articles, by the same ids")
    scores = scoring.score(gold, found)
    if options.json:
        print(json.dumps(scores.as_dict(), indent=1))
        return
    for miss in scores.misses if options.misses else []:
        print(f"{miss.article_id:12} {miss.kind:12} {miss.snippet}\n             want {miss.want!r}  got {miss.got!r}")
    print(f"{scores.articles} articles, {scores.gold} gold claims, {scores.claims} extracted")
    for level in ("found", "core", "full", "part_of"):
        found: scoring.Score = getattr(scores, level)
        print(f"{level:8} precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}")
    print("fields   " + "  ".join(f"{name} {share:.2f}" for name, share in scores.fields.items()))


def scores(options: argparse.Namespace) -> None:
    """Read every coded set of the project with the built-in vocabulary and print how well that agrees: F1 by level."""
    from analysis import gold
    from analysis.tables import write_frame

    measured = gold.measure()
    print(measured.to_string(index=False))
    if options.out:
        write_frame(measured, options.out)


def explain(options: argparse.Namespace) -> None:
    """Print how every number of an article was read."""
    from analysis.explain import explain as lines

    path: Path = options.source
    if not path.exists():
        raise SourceError(f"{path}: no such file or folder")
    wanted = options.id or (path.stem if path.suffix == ".txt" else None)
    if path.suffix == ".txt":
        options.source = path.parent  # the sidecar and the other articles' dates count as in a run
    articles, lexicon = _read(options, only=path if path.suffix == ".txt" else None)
    chosen = [a for a in articles if wanted in (None, a.id)]
    if not chosen:
        raise SourceError(f"{path}: no article {wanted} could be read in it")
    for article in chosen:
        print(f"{article.id}: published {article.published or 'unknown'} ({article.published_reasoning or article.published_basis})\n")
        print("\n".join(lines(article.document(lexicon))))


def _read(options: argparse.Namespace, only: Path | None = None) -> tuple[Articles, Lexicon]:
    """The articles of the source, with a warning for each problem (``only`` those of one file), and the vocabulary to read them with."""
    lexicon = open_vocabulary(*options.lexicon or [])
    articles = read_articles(options.source, strict=options.strict, lexicon=lexicon)
    for problem in articles.problems:
        if only is None or problem.file == str(only):
            print(f"warning: {problem}", file=sys.stderr)
    return articles, lexicon


def _failed(message: str) -> int:
    print(f"error: {message}", file=sys.stderr)
    return 1


def _household(options: argparse.Namespace) -> "Household":
    """The household of the options; SourceError where it is none."""
    from analysis.estimates import HouseholdError, household_of

    try:
        return household_of(options.household or ())
    except HouseholdError as error:
        raise SourceError(str(error)) from error


def _summarise(articles: Articles, n_claims: int, out: Path) -> None:
    print(f"{_number(len(articles), 'article')} read, {_number(n_claims, 'claim')} found, written to {out}")
    inferred = [a.id for a in articles if a.published_basis == "inferred"]
    whose = "its" if len(articles.undated) == 1 else "their"
    no_date = f"with no date ({whose} claims stay undated; state it in an articles.csv, or in the column published)"
    for ids, meaning in ((inferred, "with an inferred date"), (articles.undated, no_date)):
        if ids:
            more = f" and {len(ids) - LISTED} more" if len(ids) > LISTED else ""
            print(f"{_number(len(ids), 'article')} {meaning}: {', '.join(ids[:LISTED])}{more}")


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _claims_path(text: str) -> Path:
    if not text.endswith(CLAIM_FILES):
        raise argparse.ArgumentTypeError(f"{text} must end in {', '.join(CLAIM_FILES)}")
    return Path(text)


def _folder_path(text: str) -> Path:
    if Path(text).is_file():
        raise argparse.ArgumentTypeError(f"{text} is a file; name a folder to write to")
    return Path(text)


def _page_path(text: str) -> Path:
    if not text.endswith((".html", ".htm")):
        raise argparse.ArgumentTypeError(f"{text} must end in .html")
    return Path(text)


class _Parser(argparse.ArgumentParser):
    """Errors in one line, with the way to the help."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"error: {message}; see {self.prog} --help\n")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=Path, help=SOURCE_HELP)
    parser.add_argument(
        "--lexicon", metavar="DIR", action="append", help="a folder of further vocabulary (groups.csv, places.csv ...); repeatable"
    )
    _add_strict(parser)


def _add_strict(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="stop at the first article that cannot be read as it should")


def _add_choices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--vague",
        choices=VAGUE,
        default="interval",
        help='how "dozens" counts in events and estimates: by its range (interval), as 12 (acled), by the middle of its range or by '
        "its low end; interval unless told",
    )
    parser.add_argument(
        "--household",
        metavar=("LOW", "HIGH"),
        nargs=2,
        type=float,
        help="people in a household, for families as people; 3.45 3.63 (Al-Hol camp, 2019) unless told",
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m analysis", description="News articles about a war into tidy, sourced claims, tables and charts.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    reading = argparse.ArgumentParser(add_help=False)
    _add_reading(reading)

    command = commands.add_parser("claims", parents=[reading], help="the claims of a source, one file", description=claims.__doc__)
    command.add_argument("--out", metavar="PATH", type=_claims_path, required=True, help="the file to write: .csv, .jsonl or .parquet")
    command.set_defaults(run=claims)

    command = commands.add_parser("tables", parents=[reading], help="all tables of a source, one file each", description=tables.__doc__)
    command.add_argument("--out", metavar="DIR", type=_folder_path, required=True, help="the folder to write to")
    command.add_argument("--format", choices=("csv", "parquet"), action="append", help="the kind of file; repeatable; csv unless told")
    _add_choices(command)
    command.set_defaults(run=tables)

    command = commands.add_parser("export", help="a source in a format of the field", description=export.__doc__)
    command.add_argument("format", metavar="FORMAT", choices=EXPORTS, help=", ".join(EXPORTS))
    _add_reading(command)
    command.add_argument("--out", metavar="DIR", type=_folder_path, required=True, help="the folder to write to")
    _add_choices(command)
    command.set_defaults(run=export)

    command = commands.add_parser(
        "show", parents=[reading], help="one HTML file in which to explore a source, offline", description=show.__doc__
    )
    command.add_argument("--out", metavar="PAGE", type=_page_path, required=True, help="the file to write: .html")
    command.set_defaults(run=show)

    command = commands.add_parser(
        "report",
        help="the whole report: notebooks, pages, figures, tables",
        description=report.__doc__,
        epilog="Without SOURCE: the five articles of seeds/. What each parameter takes stands in the cell of parameters of each notebook.",
    )
    command.add_argument("source", metavar="SOURCE", type=Path, nargs="?", default=Path("seeds"), help=SOURCE_HELP)
    command.add_argument(
        "--out", metavar="DIR", type=_folder_path, required=True, help="the folder to write to; an earlier report there is replaced"
    )
    command.add_argument(
        "-p",
        "--parameter",
        nargs=2,
        metavar=("NAME", "VALUE"),
        action="append",
        help=f"narrow or change what is shown, repeatable: {', '.join(PARAMETERS)}; lists are parted by commas (groups civilians,people)",
    )
    _add_strict(command)
    command.add_argument("--pdf", action="store_true", help="also print the first page as index.pdf, by the chromium of this machine")
    command.set_defaults(run=report)

    command = commands.add_parser("score", help="agreement with hand-coded claims", description=score.__doc__)
    command.add_argument(
        "gold", metavar="GOLD", type=Path, help="hand-coded articles, .jsonl with id, text and claims, such as data/gold/gold_seeds.jsonl"
    )
    command.add_argument(
        "claims",
        metavar="CLAIMS",
        type=Path,
        help="the claims that the command claims wrote of the same articles, .csv, .jsonl or .parquet",
    )
    command.add_argument("--misses", action="store_true", help="list every miss, false alarm and wrong field")
    command.add_argument("--json", action="store_true", help="print the scores as JSON")
    command.set_defaults(run=score)

    command = commands.add_parser("scores", help="the built-in reading against every coded set", description=scores.__doc__)
    command.add_argument("--out", metavar="FILE", type=Path, help="also write them, as .csv, .jsonl or .parquet")
    command.set_defaults(run=scores)

    command = commands.add_parser("explain", parents=[reading], help="how every number of an article was read", description=explain.__doc__)
    command.add_argument("--id", help="the article's id; all of the source unless told (SOURCE may also be a single .txt file)")
    command.set_defaults(run=explain)
    return parser


if __name__ == "__main__":
    sys.exit(main())
