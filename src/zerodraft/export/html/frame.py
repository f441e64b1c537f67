"""The frame of every page: one file, no script, nothing to fetch; title block, marks for each printed page."""

from base64 import b64encode
from hashlib import sha256

from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.waymark import provenance_properties
from zerodraft.export.html.words import safe
from zerodraft.export.labels import Labels
from zerodraft.export.sheet import Sheet

_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi")


def _policy(style: str) -> str:
    """Only this style counts: not even a style attribute that somebody writes into the file."""
    known = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


def _primary(language: str) -> str:
    return language.casefold().partition("-")[0]


def direction(language: str) -> str:
    return "rtl" if _primary(language) in _RIGHT_TO_LEFT else "ltr"


def in_labels(sheet: Sheet, labels: Labels) -> str:
    """The attributes of an element that speaks the language of the labels, where the text speaks another."""
    if _primary(sheet.language) in ("", labels.language):
        return ""
    turned = ' dir="ltr"' if direction(sheet.language) == "rtl" else ""
    return f' lang="{labels.language}"{turned}'


def in_text(sheet: Sheet, labels: Labels) -> str:
    """The same for words of the text inside of such an element."""
    if not in_labels(sheet, labels):
        return ""
    return f' lang="{safe(sheet.language)}" dir="{direction(sheet.language)}"'


def page_title(sheet: Sheet) -> str:
    """The title of the text as a reader sees it, without Markdown's signs."""
    return "".join(each.text for each in read_inline(sheet.title or sheet.draft.title))


def title_block(sheet: Sheet, labels: Labels) -> str:
    """Conference, place, version and stage, the mark of a draft; empty lines are left out."""
    spoken = in_labels(sheet, labels).removesuffix(' dir="ltr"')
    lines = (
        ("conference", sheet.conference, ""),
        ("place", sheet.place_and_dates, spoken),
        ("version", labels.version_line(sheet), spoken),
        ("notice", sheet.mark, spoken),
    )
    return "\n".join(f'<p class="{name}"{tongue} dir="auto">{safe(text)}</p>' for name, text, tongue in lines if text)


def framed(title: str, sheet: Sheet, labels: Labels, body: str, style: str) -> bytes:
    """The whole file. `style` is all there is, `body` stands between the link to the text and the foot."""
    language = safe(sheet.language) or labels.language
    properties = provenance_properties(sheet.provenance) if sheet.provenance else ()
    told = "".join(f'<meta name="{name}" content="{safe(value)}">\n' for name, value in properties if value)
    page = f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction(sheet.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
{told}<title>{safe(title)}</title>
<style>{style}</style>
</head>
<body class="in-{labels.language}">
<a class="skip" href="#text"{in_labels(sheet, labels)}>{labels.skip_to_text}</a>
{body}
{_foot(sheet, labels)}</body>
</html>
"""
    return page.encode("utf-8")


def _foot(sheet: Sheet, labels: Labels) -> str:
    """The fingerprint of an adopted text, and what stands above and below on each printed page."""
    spoken = in_labels(sheet, labels)
    found = ""
    if sheet.fingerprint:
        told = safe(labels.fingerprint_line(sheet))
        found = f'<footer{spoken}>\n<p class="fingerprint">{told}</p>\n</footer>\n'
        found += f'<p class="running below" aria-hidden="true"{spoken}>{told}</p>\n'
    if sheet.mark:
        found += f'<p class="running above" aria-hidden="true"{spoken}>{safe(sheet.mark)}</p>\n'
    return found
