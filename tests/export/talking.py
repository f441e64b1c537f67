"""A redline with everything that a page shows of it: hands of several delegations, threads, resolved ones, replies."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.export.sheets import NEW, OLD, redline_sheet

from zerodraft.export.discussed import Discussed, Said
from zerodraft.export.hands import Hand, Hands, Signed
from zerodraft.export.sheet import RedlineSheet

DAY = datetime(2021, 11, 3, tzinfo=UTC)
SECRETARIAT = Hand("Secretariat", DAY)
JAPAN = Hand("Japan", DAY)
FIJI = Hand("Fiji", DAY + timedelta(days=2))


def thread(
    ordinal: int | None, start: int, end: int, *names: str, resolved: bool = False, words: str = ""
) -> Discussed:
    said = tuple(
        Said(f"{name}-{at}", name[:3].upper(), name, DAY, words or f"{name} speaks.") for at, name in enumerate(names)
    )
    state = "resolved" if resolved else "open"
    return Discussed(said, ordinal, start, end, "words", "Zero draft", "2", "2", "", state, resolved)


def ordinal_of(sheet: RedlineSheet, words: str) -> int:
    return next(each.ordinal for each in sheet.new.draft.paragraphs if words in each.text)


def talking(
    words: str = "", language: str = "en", mark: str = "Draft of 3 November 2021 – not for circulation"
) -> RedlineSheet:
    """`OLD` → `NEW`. Japan put in the brackets and took out the tribute, Fiji offered the exercise; Kenya only speaks.
    `words` are those of every comment."""
    bare = redline_sheet(OLD, NEW, language=language)
    policy, offer = ordinal_of(bare, "policy framework"), ordinal_of(bare, "offer of Fiji")
    tribute = next(each.ordinal for each in bare.old.draft.paragraphs if "tribute" in each.text)
    hands = Hands(
        SECRETARIAT,
        put={policy: (Signed(0, 500, JAPAN),), offer: (Signed(0, 500, FIJI),)},
        taken={tribute: (Signed(0, 500, JAPAN),), policy: (Signed(0, 500, JAPAN),)},
    )
    threads = (
        thread(2, 0, 0, "Kenya", "Fiji", words=words),
        thread(policy, 3, 12, "Kenya", words=words),
        thread(policy, 8, 24, "Japan", "Secretariat", resolved=True, words=words),
        thread(offer, 0, 10, "Kenya", "Japan", words=words),
        thread(None, 0, 0, "Fiji", words=words),
    )
    return replace(bare, hands=hands, new=replace(bare.new, threads=threads, mark=mark))
