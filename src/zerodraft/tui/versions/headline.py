"""What stands above and below a redline: which texts these are, and how much changed."""

from zerodraft.core.comparison.compare import Figures
from zerodraft.export.sheet import RedlineSheet


def headline(sheet: RedlineSheet) -> str:
    """“Rev.2 → working text”."""
    return f"{sheet.old.version} → {sheet.new.version}"


def figures_in_short(figures: Figures) -> str:
    """“12 ¶ changed · +96 −41 words”."""
    if not figures.paragraphs_changed:
        return "no changes"
    return f"{figures.paragraphs_changed} ¶ changed · {words_in_short(figures)} words"


def words_in_short(figures: Figures) -> str:
    """“+96 −41”."""
    return f"+{figures.words_inserted} −{figures.words_deleted}"


def footing(position: str, figures: Figures) -> str:
    """“change 3 of 41 · 12 ¶ changed · +96 −41 words”; the position is "" while no change is looked at."""
    return " · ".join(filter(None, (position, figures_in_short(figures))))
