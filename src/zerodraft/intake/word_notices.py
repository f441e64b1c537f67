"""What a Word file holds beside words and changes of words: counted, and told to the drafter in a sentence each."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from zerodraft.intake.marked import Notice
from zerodraft.intake.word_parts import WordParts
from zerodraft.intake.word_revisions import CHANGES
from zerodraft.intake.word_unseen import UNSEEN
from zerodraft.intake.word_xml import Element, child, is_on, local, tags, text_of


class _Told(NamedTuple):
    """How a notice is told, of one and of several, and the names that are counted for it."""

    code: str
    one: str
    several: str
    names: tuple[str, ...]


UNCITED = "uncited note"
_STRUCK = ("strike", "dstrike")
_HIDDEN = "vanish"
_OUTSIDE = "outside"
_MARGIN = "margin"
_CONTROL = "control"
_COMPUTED = "computed"
_LINK = "HYPERLINK"  # the one field whose words are typed

_TOLD = (
    _Told(
        "format",
        "1 change of format, not of words, was passed over.",
        "{} changes of format, not of words, were passed over.",
        ("rPrChange", "pPrChange"),
    ),
    _Told(
        "numbering",
        "1 change of an automatic number was passed over.",
        "{} changes of automatic numbers were passed over.",
        ("numberingChange",),
    ),
    _Told(
        "table",
        "1 change of the form of a table was passed over.",
        "{} changes of the form of tables were passed over.",
        ("tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "cellMerge"),
    ),
    _Told(
        "section",
        "1 change of page or margins was passed over.",
        "{} changes of page or margins were passed over.",
        ("sectPrChange",),
    ),
    _Told(
        "margin",
        "1 change in a header or footer was not read.",
        "{} changes in headers and footers were not read.",
        (_MARGIN,),
    ),
    _Told(
        "struck",
        "1 stretch of words is struck through by hand; no change is tracked there, and they are read as words.",
        "{} stretches of words are struck through by hand; no change is tracked there, and they are read as words.",
        _STRUCK,
    ),
    _Told("hidden", "1 stretch of words is hidden in Word.", "{} stretches of words are hidden in Word.", (_HIDDEN,)),
    _Told(
        "unseen",
        "1 stretch of words is pale, tiny, squeezed, in signs or hidden by its style; readers don't see its words.",
        "{} stretches of words are pale, tiny, squeezed, in signs or hidden by a style; readers don't see their words.",
        (UNSEEN,),
    ),
    _Told("picture", "1 picture was not read.", "{} pictures were not read.", ("drawing", "pict")),
    _Told("object", "1 embedded object was not read.", "{} embedded objects were not read.", ("object",)),
    _Told(
        "foreign",
        "1 part that belongs to another file was not read.",
        "{} parts that belong to other files were not read.",
        ("altChunk", "subDoc"),
    ),
    _Told("control", "1 active control was not read.", "{} active controls were not read.", (_CONTROL,)),
    _Told(
        "outside",
        "1 link out of the file was not followed.",
        "{} links out of the file were not followed.",
        (_OUTSIDE,),
    ),
    _Told(
        "computed",
        "1 field is computed by Word; the words that it had when the file was saved were read.",
        "{} fields are computed by Word; the words that they had when the file was saved were read.",
        (_COMPUTED,),
    ),
    _Told("symbol", "1 symbol has no sign in Unicode.", "{} symbols have no sign in Unicode.", ("sym",)),
    _Told(
        "note",
        "1 note that is cited nowhere was not read.",
        "{} notes that are cited nowhere were not read.",
        (UNCITED,),
    ),
)
_CHANGES_OF_FORM = tuple(
    name for told in _TOLD for name in told.names if name.endswith("Change") or name == "cellMerge"
)


def changes_of_form(root: Element) -> Counter[str]:
    """The tracked changes in a story that touch no words, and the runs that are struck through or hidden, by the name
    of their element."""
    counts = Counter(local(each.tag) for each in root.iter(*tags(*_CHANGES_OF_FORM)))
    counts.update(local(each.tag) for each in root.iter(*tags(*_STRUCK, _HIDDEN)) if is_on(each) and _is_of_run(each))
    codes = (*(text_of(each, "instr") for each in root.iter(*tags("fldSimple"))), *_codes(root))
    counts[_COMPUTED] = sum(not code.upper().startswith(_LINK) for code in codes)
    return counts


def _codes(root: Element) -> Iterator[str]:
    """What the fields are to compute; of a code that is cut in pieces the first."""
    is_begun = False
    for each in root.iter(*tags("fldChar", "instrText")):
        kind = text_of(each, "fldCharType") if local(each.tag) == "fldChar" else ""
        if is_begun:
            yield "" if kind else (each.text or "").strip()
        is_begun = kind == "begin"
    if is_begun:
        yield ""


def _is_of_run(form: Element) -> bool:
    """Whether a form is that of words: not of a mark or a style, and not the one before a change."""
    properties = form.getparent()
    run = None if properties is None else properties.getparent()
    return run is not None and run.tag in tags("r") and child(run, "t") is not None


def around_the_text(parts: WordParts) -> Counter[str]:
    """What is in the package beside its stories."""
    return Counter(
        {
            _OUTSIDE: parts.outside,
            _MARGIN: sum(
                sum(1 for _ in root.iter(*tags(*CHANGES))) for kind in ("header", "footer") for root in parts.of(kind)
            ),
            _CONTROL: sum(
                name.lower().endswith(".xml") and "/activex/" in name.lower() for name in parts.package.names
            ),
        }
    )


def notices(counts: Mapping[str, int]) -> Iterator[Notice]:
    """One notice for each kind of thing that was counted."""
    for told in _TOLD:
        times = sum(counts.get(name, 0) for name in told.names)
        if times:
            yield Notice(told.code, told.one if times == 1 else told.several.format(f"{times:,}"), times)
