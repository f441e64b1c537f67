"""A text read against all rules of the manual: hints, none of which holds a final back."""

from collections.abc import Iterator

from zerodraft.core.gate.findings import Barrier, and_more
from zerodraft.core.gate.manual.figures import FIGURES
from zerodraft.core.gate.manual.rule import Hit, Page, Rule
from zerodraft.core.gate.manual.signs import SIGNS
from zerodraft.core.gate.manual.spelling import SPELLING
from zerodraft.core.gate.manual.usage import USAGE
from zerodraft.core.text.draft import Draft

RULES: tuple[Rule, ...] = (*SIGNS, *FIGURES, *SPELLING, *USAGE)
_MOST_OF_A_RULE = 10


def by_the_manual(draft: Draft, language: str) -> Iterator[Barrier]:
    """One hint for each place where a rule is not kept; of a rule at most ten, the last of which counts the others."""
    page = Page.of(draft)
    is_english = language.partition("-")[0].casefold() == "en"
    for rule in RULES:
        if is_english or not rule.is_english:
            hits = list(rule.look(page))
            more = len(hits) - _MOST_OF_A_RULE
            for count, hit in enumerate(hits[:_MOST_OF_A_RULE], start=1):
                yield _told(rule, hit, more if count == _MOST_OF_A_RULE else 0)


def _told(rule: Rule, hit: Hit, more: int) -> Barrier:
    sentence = rule.says.replace("{found}", hit.found).replace("{instead}", hit.instead)
    sentence += and_more(more)
    way = f"zerodraft check --rule {rule.name} explains it; zerodraft edit {{slug}} {{cite}}"
    return Barrier(
        rule.name, sentence, way, hit.prose.paragraph.ordinal, hit.prose.span(hit.start, hit.end), stops=False
    )
