"""One comment, one file; see `record` for what all such files have in common."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.formats import record
from zerodraft.formats.record import BadRecord

__all__ = ["BadRecord", "comment_id", "comment_name", "dump_comment", "parse_comment", "with_id"]

_FORM = record.Form(
    "comment",
    keys=(
        *("From", "Date", "Occasion", "On", "Text", "Paragraph", "Ordinal"),
        *("Quote", "Before", "After", "Reply-To", "Resolves"),
    ),
    required=("From", "Date", "Text", "Ordinal"),
    quoted=frozenset({"Quote", "Before", "After"}),
    shapes={
        "From": record.A_CODE,
        "Date": record.A_DATE,
        "Text": record.A_TEXT,
        "Ordinal": record.A_COUNT,
        "Reply-To": record.A_COMMENT,
        "Resolves": record.YES,
    },
)


def dump_comment(comment: Comment) -> str:
    """The text of a comment's file; its id is not in it, the file's name says it.

    Law: `parse_comment(dump_comment(comment), comment.id) == comment`. Raises `BadRecord` for a
    comment that could not be read again: nothing is written that would be refused later.
    """
    values = {
        "From": comment.delegation,
        "Date": comment.date.isoformat(),
        "Occasion": comment.occasion,
        "On": comment.on,
        "Paragraph": comment.paragraph,
        **record.anchored(comment.anchor),
        "Reply-To": comment.reply_to,
        "Resolves": "yes" if comment.resolves else "",
    }
    text = record.written(_FORM, values, comment.body)
    if _read(text) != replace(comment, id="", date=record.as_written(comment.date)):
        raise BadRecord(0, "The comment can't be written so that it reads the same again.")
    return text


def parse_comment(text: str, id: str) -> Comment:  # noqa: A002
    """The comment in a file's text; `id` is from the file's name (`comment_id`).

    Raises `BadRecord` with the first line that is wrong. A missing line end at the very end is
    forgiven, because editors differ; nothing else is.
    """
    comment = _read(text)
    record.check_code(id, comment.delegation)
    return replace(comment, id=id)


def _read(text: str) -> Comment:
    values, body = record.read(_FORM, text)
    return Comment(
        id="",
        delegation=values["From"],
        date=record.date_in(values["Date"], line=2),
        anchor=Anchor(
            text_id=values["Text"],
            ordinal=int(values["Ordinal"]),
            exact=values.get("Quote", ""),
            prefix=values.get("Before", ""),
            suffix=values.get("After", ""),
        ),
        paragraph=values.get("Paragraph", ""),
        body=body,
        on=values.get("On", ""),
        occasion=values.get("Occasion", ""),
        reply_to=values.get("Reply-To", ""),
        resolves="Resolves" in values,
    )


def with_id(comment: Comment, taken: Collection[str]) -> Comment:
    """The comment under a new id: its delegation and the first digits of the digest of its file.

    Four digits, more where that id is `taken` (ids of one declaration). Raises `BadRecord` as
    `dump_comment` does.
    """
    return replace(comment, id=record.free_id(dump_comment(comment), comment.delegation, taken, "comment"))


def comment_name(comment_date: date, code: str, digest: str) -> str:
    """The name of a comment's file: `2021-11-02-jpn-7f3a.md`."""
    return record.file_name(comment_date, f"{code.lower()}-{digest}")


def comment_id(name: str) -> str:
    """The id in the name of a file: `jpn-7f3a`. Raises `BadRecord` for a name of another shape."""
    return record.id_in(name, "comment")
