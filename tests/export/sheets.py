"""Sheets and redlines of small texts, and texts to try."""

from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.export.sheet import RedlineSheet, Sheet

OLD = """# Bali Message

*Recalling* the Jakarta Message of 2019,

*Guided* by the Charter of the United Nations,

## Focus area 1: Policy

We affirm that digital diplomacy serves peace and understanding among all the peoples of the world.

We encourage each country to adopt a policy framework, which may include:

(a) a clear statement of its aims and of the resources to be provided;

(b) guidance for officials on the use of digital channels.

We underline that the undertakings in this Message are voluntary in every respect.

## Focus area 2: Crises

We undertake to counter false information in crises by making reliable information available, and we resolve
to correct our own errors openly and without any delay.

We invite digital platforms to deal fairly with small enterprises.

We encourage small enterprises to adopt digital tools that save energy.

We pay tribute to the health workers who kept services running during the pandemic.

## Closing

Done at Bali on 16 November 2021.
"""

NEW = """# Bali Message

*Recalling* the Jakarta Message of 2019,

Guided by the Charter of the United Nations,

## Focus area 1: Policy

We underline that the undertakings in this Message are voluntary in every respect.

We affirm that digital diplomacy serves peace and understanding among all the peoples of the world.

We encourage each country to adopt [a coherent - JPN; AUS delete] policy framework, which may include:

(a) a clear statement of its aims and of the resources to be provided;

(b) guidance for officials on the *proper* use of digital channels.[^1]

## Focus area 2: Crises

We undertake to counter false information in crises by making reliable information available.

We further resolve to correct our own errors openly and without any delay.

We welcome the offer of Fiji to host the first exercise.

We invite digital platforms to deal fairly with small enterprises. We encourage small enterprises to adopt
digital tools that save energy.

## Closing

Done at Bali on 16 November 2021.

[^1]: See the **annex**.
"""


MARK = "Draft of 3 November 2021 – not for circulation"


def sheet(source: str, version: str = "Rev.1", language: str = "en", mark: str = "") -> Sheet:
    draft = read_draft(source)
    return Sheet(
        title=draft.title,
        conference="International Conference on Digital Diplomacy",
        place_and_dates="Bali, 16 November 2021",
        version=version,
        stage="open for comments",
        date_line="3 November 2021",
        language=language,
        draft=draft,
        numbers=number(draft),
        mark=mark,
    )


def redline_sheet(old: str, new: str, *, only_changes: bool = False, language: str = "en") -> RedlineSheet:
    was, now = sheet(old, "Zero draft", language), sheet(new, "Rev.1", language)
    return RedlineSheet(was, now, compare(was.draft, now.draft), only_changes)
