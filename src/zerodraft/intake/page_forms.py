"""The forms in which our export writes a page of a clean text: each tag with its attributes, and inside of which others
it stands. A page that holds anything else was not written by it, or was changed."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

# The digests of every style that an export of a clean text bore, without comments and with them. A style that leaves
# the house once is never taken out of the list: pages that were sent with it are to be verified for good.
KNOWN_STYLES = frozenset(
    {
        "13023df2d69e2ca74b1dbdc8c8886912457f12a4602dcda34c135be39769183b",
        "ad736eb2b51cb48fc1d6c2e593c32a283873a7221edc52b302eafa9d26bb877d",
    }
)
SKIPS = ("Skip to the text", "Langsung ke teks")
BACK = "↩"
ELSEWHERE = ("Comments without a place in this text", "Komentar tanpa tempat dalam teks ini")

_ID = r"[\w.\-]+"
_LANG = r'(?: lang="[A-Za-z0-9\-]{1,35}"(?: dir="(?:ltr|rtl)")?)?'
_INLINE = "heading words inline link cell"
_REMARK = "thread remark reply"


class Form(NamedTuple):
    """A tag that is known by `name`: its attributes as a pattern, the names of the forms inside of which it stands."""

    name: str
    tag: str
    attributes: str
    inside: str
    is_void: bool = False


_FORMS = (
    Form("html", "html", r' lang="[^"]*" dir="(?:ltr|rtl)"', ""),
    Form("head", "head", "", "html"),
    Form("meta", "meta", r' charset="utf-8"', "head", is_void=True),
    Form("meta", "meta", r' http-equiv="Content-Security-Policy" content="[^"]*"', "head", is_void=True),
    Form(
        "meta",
        "meta",
        r' name="(?:viewport|referrer|color-scheme|zerodraft-\w+)" content="[^"]*"',
        "head",
        is_void=True,
    ),
    Form("line", "title", "", "head"),
    Form("style", "style", "", "head"),
    Form("body", "body", r' class="in-(?:en|id)"', "html"),
    Form("skip", "a", rf' class="skip" href="#text"{_LANG}', "body"),
    Form("header", "header", "", "body"),
    Form("line", "p", rf' class="(?:conference|place|version|notice)"{_LANG} dir="auto"', "header"),
    Form("main", "main", ' id="text"', "body"),
    Form("footer", "footer", _LANG, "body"),
    Form("line", "p", ' class="fingerprint"', "footer"),
    Form("line", "p", rf' class="running (?:above|below)" aria-hidden="true"{_LANG}', "body"),
    # --- blocks ---
    *(Form("heading", f"h{level}", rf'(?: id="{_ID}")? dir="auto"', "main stretch rest") for level in range(1, 7)),
    Form("par", "div", rf' class="par" id="{_ID}"', "main stretch rest notes tongue"),
    Form("row", "div", r' class="row(?: bare| level-[1-4])?" dir="auto"', "par"),
    Form("number", "span", ' class="number" dir="ltr"', "row"),
    Form("note-name", "span", rf' id="{_ID}"', "number"),
    Form("words", "p", ' class="words"', "row"),
    Form("block", "div", rf' id="{_ID}"', "main stretch rest"),
    Form("scroll", "div", r' class="scroll(?: wide| many)?" tabindex="0" role="group" aria-label="[^"]*"', "block"),
    Form("table", "table", "", "scroll"),
    Form("rows", "thead", "", "table"),
    Form("rows", "tbody", "", "table"),
    Form("cells", "tr", "", "rows"),
    Form("cell", "th", ' scope="col" dir="auto"', "cells"),
    Form("cell", "td", ' dir="auto"', "cells"),
    Form("pre", "pre", rf' id="{_ID}" dir="auto"', "main stretch rest bare"),
    Form("bare", "div", "", "main stretch rest"),
    Form("notes", "section", rf' class="notes" aria-label="[^"]*"{_LANG}', "main"),
    Form("tongue", "div", _LANG, "notes"),
    # --- words ---
    *(Form("inline", tag, "", _INLINE) for tag in ("em", "strong", "sub", "sup", "code")),
    Form("inline", "span", ' class="(?:disputed|agreed|delegation|mark)"', _INLINE),
    Form("link", "a", r' href="(?:https?://|mailto:)[^"]*" rel="noopener noreferrer"', "heading words inline cell"),
    Form("reference", "a", rf' class="ref" href="#{_ID}"(?: id="{_ID}")?', "inline"),
    Form("back", "a", rf' class="back" href="#{_ID}" aria-label="[^"]*"', "words"),
    # --- comments ---
    Form("stretch", "div", ' class="stretch"', "main"),
    Form("rest", "div", ' class="rest"', "stretch"),
    Form("inline", "mark", "", "heading words inline cell"),
    Form(
        "cue", "a", rf' class="cue [\w\- ]+" href="#c-\d+" id="w-\d+" aria-label="[^"]*"{_LANG}', "heading words signs"
    ),
    Form("signs", "p", ' class="signs"', "block bare"),
    Form("elsewhere", "section", rf' class="elsewhere"{_LANG} aria-labelledby="elsewhere"', "main"),
    Form("elsewhere-name", "h2", ' id="elsewhere"', "elsewhere"),
    Form("talk", "ul", rf' class="talk(?: kept)?" aria-label="[^"]*"{_LANG}', "stretch elsewhere notes tongue"),
    Form("thread", "li", r' class="thread [\w\- ]+" id="c-\d+"', "talk"),
    Form("reply", "ul", "", "thread remark"),
    Form("reply", "li", "", "reply"),
    Form("remark", "details", "", "thread"),
    Form("remark", "summary", "", "remark"),
    Form("remark", "p", rf'(?: class="(?:head|quote)"{_LANG})?(?: dir="auto")?', _REMARK),
    Form("remark", "span", ' class="(?:sign|state)"', "remark"),
    Form("remark", "a", r' href="#w-\d+" aria-label="[^"]*"', "remark"),
    Form("remark", "strong", ' dir="auto"', "remark"),
    Form("remark", "time", r' datetime="[\d\-]+"', "remark"),
    Form("remark", "br", "", "remark", is_void=True),
)
HOLD_WORDS = frozenset({"line", "heading", "words", "inline", "link", "cell", "pre"})
"""The forms whose text is words of the page."""
PARAGRAPHS = frozenset({"line", "heading", "par", "cells", "pre"})
"""With the end of one of these a line of words ends."""
BESIDE = frozenset({"remark", "reply"})
"""The forms whose text is not words of the text."""


@cache
def _by_tag() -> dict[str, list[tuple[Form, re.Pattern[str], frozenset[str]]]]:
    found: dict[str, list[tuple[Form, re.Pattern[str], frozenset[str]]]] = {}
    for form in _FORMS:
        known = form, re.compile(form.attributes), frozenset(form.inside.split() or [""])
        found.setdefault(form.tag, []).append(known)
    return found


def fitting(tag: str, attributes: str, above: str) -> Form | None:
    """The form that a tag has inside of another; None for one that we don't write there."""
    return next(_fitting(tag, attributes, above), None)


def _fitting(tag: str, attributes: str, above: str) -> Iterator[Form]:
    for form, pattern, inside in _by_tag().get(tag, ()):
        if above in inside and pattern.fullmatch(attributes):
            yield form
