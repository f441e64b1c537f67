"""One comment, one file; see `record` for what all such files have in common."""

from collections.abc import Collection, Mapping
from datetime import date

from zerodraft.core.negotiation.contribution import Comment
from zerodraft.formats import record
from zerodraft.formats.record import BadRecord

__all__ = ["BadRecord", "comment_id", "comment_name", "dump_comment", "parse_comment", "with_id"]


def _lines(comment: Comment) -> tuple[Mapping[str, str], str]:
    return {
        "From": comment.delegation,
        "Date": comment.date.isoformat(),
        "Occasion": comment.occasion,
        "On": comment.on,
        "Paragraph": comment.paragraph,
        **record.anchored(comment.anchor),
        "Reply-To": comment.reply_to,
        "Resolves": "yes" if comment.resolves else "",
    }, comment.body


def _made(values: Mapping[str, str], body: str) -> Comment:
    anchor = record.anchor_in(values)
    assert anchor is not None  # its lines are required
    return Comment(
        id="",
        delegation=values["From"],
        date=record.date_in(values),
        anchor=anchor,
        paragraph=values.get("Paragraph", ""),
        body=body,
        on=values.get("On", ""),
        occasion=values.get("Occasion", ""),
        reply_to=values.get("Reply-To", ""),
        resolves="Resolves" in values,
    )


COMMENT = record.Form(
    "comment",
    keys=(
        *("From", "Date", "Occasion", "On", "Text", "Paragraph", "Ordinal"),
        *("Quote", "Before", "After", "Reply-To", "Resolves"),
    ),
    required=("From", "Date", "Text", "Ordinal"),
    lines=_lines,
    made=_made,
    quoted=record.QUOTED,
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
    """The text of a comment's file; see `record.dump`."""
    return record.dump(COMMENT, comment)


def parse_comment(text: str, id: str) -> Comment:  # noqa: A002
    """The comment in a file's text; see `record.parse`."""
    return record.parse(COMMENT, text, id)


def with_id(comment: Comment, taken: Collection[str]) -> Comment:
    """The comment under a new id that is not `taken`; see `record.with_id`."""
    return record.with_id(COMMENT, comment, taken)


def comment_name(comment_date: date, code: str, digest: str) -> str:
    """The name of a comment's file: `2021-11-02-jpn-7f3a.md`."""
    return record.file_name(comment_date, f"{code.lower()}-{digest}")


def comment_id(name: str) -> str:
    """The id in the name of a file: `jpn-7f3a`. Raises `BadRecord` for a name of another shape."""
    return record.id_in(COMMENT, name)
