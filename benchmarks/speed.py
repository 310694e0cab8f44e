"""How fast articles are read, beside spaCy's blank tokenizer and quantulum3, on the same texts in one run.

python benchmarks/speed.py [SOURCE] [--articles N]; see benchmarks/README.md. Processor time of one process on one core.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.articles import Article, Articles, read_articles
from analysis.extraction.claims import extract
from analysis.extraction.lexicon import Lexicon
from analysis.tables import build_tables

SIZE = 2500  # characters of an article, so that numbers compare
SLOW = 40  # articles for what takes a second or more each hundred
PROJECT = Path(__file__).parents[1]


def texts(source: Path, count: int) -> list[str]:
    """``count`` texts of SIZE characters, cut from the articles of the source one after another, begun again where they end."""
    whole = "\n\n".join(article.text for article in read_articles(source))
    whole *= SIZE * count // max(1, len(whole)) + 1
    return [whole[n * SIZE : (n + 1) * SIZE] for n in range(count)]


def per_second(work: Callable[[Sequence[str]], object], chosen: Sequence[str]) -> float:
    """Articles a second, the first few read before the clock starts."""
    work(chosen[:5])
    start = time.process_time()
    work(chosen)
    return len(chosen) / (time.process_time() - start)


def candidates() -> dict[str, tuple[Callable[[Sequence[str]], object], bool]]:
    """Name -> (what reads texts, whether it is slow); a library that is not installed is left out."""
    lexicon = Lexicon()

    def articles(chosen: Sequence[str]) -> list[Article]:
        return [Article(str(n), text) for n, text in enumerate(chosen)]

    found: dict[str, tuple[Callable[[Sequence[str]], object], bool]] = {
        "analysis, claims": (lambda chosen: [extract(a.document(lexicon)) for a in articles(chosen)], False),
        "analysis, all tables and events": (lambda chosen: build_tables(Articles(articles(chosen)), lexicon), False),
    }
    try:
        import spacy

        nlp = spacy.blank("en")
        found["spaCy, blank tokenizer"] = (lambda chosen: [nlp(text) for text in chosen], False)
    except ImportError:
        print("spaCy is not installed: left out")
    try:
        from quantulum3 import parser

        found["quantulum3, numbers only"] = (lambda chosen: [parser.parse(text) for text in chosen], True)
    except ImportError:
        print("quantulum3 is not installed: left out")
    return found


def main() -> None:
    """Print articles a second for each candidate."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("source", type=Path, nargs="?", default=PROJECT / "data" / "gold" / "gold_wire.jsonl")
    options.add_argument("--articles", type=int, default=400)
    given = options.parse_args()
    chosen = texts(given.source, given.articles)
    print(f"{len(chosen)} texts of {SIZE} characters from {given.source.name}")
    for name, (work, slow) in candidates().items():
        some = chosen[:SLOW] if slow else chosen
        print(f"{name:34} {per_second(work, some):8,.0f} articles a second{f'  (on {len(some)} texts)' if slow else ''}", flush=True)


if __name__ == "__main__":
    main()
