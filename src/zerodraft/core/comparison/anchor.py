"""Anchors: a quotation frozen at birth; where it stands today is computed (`placement.place`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """Exact words of one paragraph of one text, as the delegation read them.

    The TextQuoteSelector of the W3C Web Annotation model. `text_id` names the text (git's blob
    id), `ordinal` the paragraph there. `exact` is a stretch of `Paragraph.text`, "" for the whole
    paragraph; `prefix` and `suffix` are up to 32 characters of it before and after.
    """

    text_id: str
    ordinal: int
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The quoted words stand, all of them: `start`–`end` of the `text` of paragraph `ordinal`."""

    ordinal: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Some of the quoted words stand; the stretch is where they and what replaced them stand now."""

    ordinal: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Detached:
    """None of the quoted words stands any more. `reason` is a sentence for the drafter."""

    reason: str


Place = Standing | Rewritten | Detached
