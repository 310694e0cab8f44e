"""The house style: sizes, colours, and the one way to save a figure, which insists on a source line."""

import io
import re
from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from matplotlib.figure import Figure

MM = 1 / 25.4
WIDTHS = {"single": 89 * MM, "double": 183 * MM, "slide": 7.2}  # inches: one and two columns of a journal, a slide
SLIDE = 16 / 9  # its shape: it is shown as wide as the screen, so the narrower it is drawn, the larger is its type
SMALLEST_SLIDE = 5.4  # inches
SLIDE_ROWS = 12  # of what is read from afar: letters of 12 points on a slide of 13.33 inches
SLIDE_PIXELS = 2268
DPI = 300  # of print
COLOURS = {
    "civilians": "#0072B2",
    "is_fighters": "#1A1A1A",
    "sdf_fighters": "#C77700",
    "government_fighters": "#555301",
    "other_fighters": "#03A1C1",
    "people": "#882255",
    None: "#1A1A1A",
}
TINTS = {
    "civilians": "#BBD9EA",
    "is_fighters": "#C9C9C9",
    "sdf_fighters": "#F0D9B5",
    "government_fighters": "#D4D4C0",
    "other_fighters": "#C0E8F0",
    "people": "#E3C5D1",
    None: "#C9C9C9",
}
MARKERS = {
    "civilians": "o",
    "is_fighters": "s",
    "sdf_fighters": "^",
    "government_fighters": "v",
    "other_fighters": "P",
    "people": "D",
    None: "s",
}
GROUP_NAMES = {
    "civilians": "civilians",
    "is_fighters": "IS fighters",
    "sdf_fighters": "SDF fighters",
    "government_fighters": "government fighters",
    "other_fighters": "other fighters",
    "people": "people",
}
MEASURE_NAMES = {
    "killed": "killed",
    "injured": "wounded",
    "casualties": "killed or wounded",
    "displaced": "displaced",
    "detained": "detained",
    "released": "released",
    "remaining": "said to remain",
    "territory_held": "land held",
    "territory_lost": "land lost",
}
ACTOR_NAMES = {
    "coalition": "US-led coalition",
    "is": "IS",
    "sdf": "SDF",
    "government": "Syrian government",
    "russia": "Russia",
    "turkey": "Turkey",
    "iraq": "Iraq",
    "other": "others",
    "unknown": "unknown",
}
SPEAKER_NAMES = {
    "sohr": "Syrian Observatory",
    "coalition": "US-led coalition",
    "government": "Damascus or Moscow",
    "other": "other sources",
    "state_media": "state media",
    "sdf": "SDF",
    "un": "UN",
    "us_government": "US government",
    "kurdish_officials": "Kurdish officials",
    "aid_agency": "aid agency",
    "rights_group": "rights group",
    "is": "Islamic State",
    "iraq": "Iraqi officials",
    "reporter": "the article itself",
}
THE = ("sohr", "sdf", "un", "us_government", "coalition")
ARTICLES = dict.fromkeys(THE, "the ") | {"aid_agency": "an ", "rights_group": "a "}  # before a speaker's name in a sentence
THE_ACTORS = ("coalition", "sdf", "government")
REFERENCE, TEXT, SECONDARY, RULE = "#8C8C8C", "#222222", "#595959", "#BDBDBD"
TITLE, LABEL, NOTE = 8, 6.5, 5.5  # points
LICENCE = "Figures under the MIT licence of the project; quoted words remain their publishers'"
SCREEN = 120  # dots an inch
SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class FigureError(ValueError):
    """A figure cannot be saved as asked; the message says what is missing."""


def use_style() -> None:
    """Make the house style the current one."""
    sns.set_theme(style="ticks")
    plt.style.use(Path(__file__).with_name("publication.mplstyle"))


def figure(width: str | float = "double", height: float = 3.2) -> Figure:
    """An empty figure of a named width, or of one in inches; ``height`` in inches."""
    use_style()
    fig = plt.figure(figsize=(WIDTHS[width] if isinstance(width, str) else width, height))
    fig.set_gid(None if isinstance(width, str) else "slide")
    return fig


def ink_on(colour: str | tuple[float, ...]) -> str:
    """The ink that is read best on a colour: the text's, or white."""
    ground, dark = (_luminance(mpl.colors.to_rgb(one)) + 0.05 for one in (colour, TEXT))
    return "white" if 1.05 / ground > ground / dark else TEXT


def _luminance(rgb: Sequence[float]) -> float:
    """Relative luminance, as contrast is reckoned (WCAG)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rows_for(fig: Figure, most: int) -> int:
    """How many of ``most`` rows a figure shows: on a slide only as many as are read from afar."""
    return min(most, SLIDE_ROWS) if fig.get_gid() == "slide" else most


def speaker_name(speaker: str) -> str:
    """A speaker's category in words: "Syrian Observatory; state media"."""
    return "; ".join(SPEAKER_NAMES.get(part, part.replace("_", " ")) for part in speaker.split(";"))


def with_article(speaker: str) -> str:
    """A speaker's category inside a sentence: "the Syrian Observatory", "an aid agency", "residents"."""
    return ARTICLES.get(speaker, "") + speaker_name(speaker)


def actors(perpetrators: str) -> str:
    """Those who are said to have done it, inside a sentence: "the US-led coalition and IS"; "" where nobody is named."""
    named = [part for part in perpetrators.split(";") if part not in ("unknown", "other")]
    return " and ".join(f"{'the ' * (part in THE_ACTORS)}{ACTOR_NAMES.get(part, part)}" for part in named)


def account(speaker: str) -> str:
    """Whose word it is, inside a sentence: "according to the Syrian Observatory and residents", "by the article's own account"."""
    names = [with_article(part) for part in speaker.split(";") if part not in ("reporter", "other")]
    if names:
        return f"according to {' and '.join(names)}"
    return "by the article’s own account" if "reporter" in speaker.split(";") else "according to another source"


def save_figure(
    fig: Figure,
    name: str,
    folder: str | Path,
    *,
    source: str,
    data: pd.DataFrame,
    alt: str,
    title: str = "",
    about: str = "",
    note: str = "",
    formats: Sequence[str] = ("svg", "pdf", "png"),
    dpi: float = DPI,
) -> list[Path]:
    """Write the figure in each format, its data (NAME.csv), alternative text (NAME.txt) and caption (NAME.caption.txt).

    The caption is ready to paste: the title, on the next line what the figure is ``about``, if that is told, and on the last the note on
    how to read it and the source.
    The same input gives the same bytes. Raises FigureError without a source line or with a name that could leave the folder.
    """
    if not source.strip():
        raise FigureError(f"figure {name}: a source line is required")
    if not SAFE_NAME.fullmatch(name):
        raise FigureError(f"figure name {name!r}: letters, digits, - and _ only")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    title = title or name
    metadata = {
        "svg": {"Title": title, "Creator": "analysis", "Rights": LICENCE, "Source": source, "Date": None},
        "pdf": {"Title": title, "Author": "analysis", "Subject": source, "Keywords": LICENCE, "CreationDate": None},
        "png": {"Title": title, "Author": "analysis", "Source": source, "Copyright": LICENCE, "Software": None},
    }
    written = []
    for form in formats:
        if form not in metadata:
            raise FigureError(f"figure {name}: unknown format {form}; known: {', '.join(metadata)}")
        beside = folder / f".{name}.part.{form}"
        with mpl.rc_context({"savefig.bbox": None}):
            fig.savefig(beside, format=form, metadata=metadata[form], dpi=dpi)
        written.append(beside.replace(folder / f"{name}.{form}"))
    table = folder / f".{name}.part.csv"
    data.to_csv(table, index=False, date_format="%Y-%m-%d", lineterminator="\n")
    written.append(table.replace(folder / f"{name}.csv"))
    legend = " ".join(filter(None, (note.strip(), f"Source: {source}.")))
    caption = "\n".join(filter(None, (f"{title}.", about.strip(), legend)))
    for suffix, text in ((".txt", alt), (".caption.txt", caption)):
        beside = folder / f".{name}.part{suffix}"
        beside.write_text(text + "\n", encoding="utf-8")
        written.append(beside.replace(folder / f"{name}{suffix}"))
    return written


def picture(fig: Figure) -> bytes:
    """The figure as PNG bytes for the screen, at its own size: the notebook's own display would crop it."""
    buffer = io.BytesIO()
    fig.savefig(buffer, format="png", dpi=SCREEN, metadata={"Software": None})
    return buffer.getvalue()
