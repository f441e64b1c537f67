"""Problems in a document are values: shown in the margin and by `check`, never raised."""

from dataclasses import dataclass
from enum import StrEnum

from zerodraft.core.text.splice import Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: how grave, a stable code for programs, a sentence for people, and its place."""

    severity: Severity
    code: str
    sentence: str
    span: Span


def line_and_column(source: str, offset: int) -> tuple[int, int]:
    """Line and column of a code point, both counted from 1; only `\\n` ends a line."""
    start = source.rfind("\n", 0, offset) + 1
    return source.count("\n", 0, offset) + 1, offset - start + 1
