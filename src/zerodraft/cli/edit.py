"""`zerodraft edit`: reword the text, or one paragraph."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from zerodraft.cli import answers, arguments, crediting, opening, typing_in, voice
from zerodraft.errors import Refusal

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.editing import Passage
    from zerodraft.desk.texts import Credit

_EXAMPLE = """\b
Examples:
  zerodraft edit bali-message                 the whole text in your editor
  zerodraft edit bali-message 36              paragraph 36 alone
  zerodraft edit bali-message 36 --from PHL --answers phl-1c08
  zerodraft edit bali-message 36 --with "We encourage …"
  zerodraft edit bali-message 36 --insert-after
                             a new paragraph, 36 bis until the next issue
  zerodraft edit bali-message 36 --delete

The editor is $VISUAL or $EDITOR, else nano or vi. Words that can't be recorded are kept, and the
next edit of the same place offers them.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    slug: str
    paragraph: str | None
    delegation: str | None
    answers: str
    summary: str
    text: str | None
    after: bool
    out: bool
    sure: bool


@click.command(epilog=_EXAMPLE)
@arguments.slug_argument
@click.argument("paragraph", required=False)
@crediting.options
@click.option("--with", "text", metavar="TEXT", help="The new words, without an editor; `-` reads them from a pipe.")
@click.option("--insert-after", "after", is_flag=True, help="A new paragraph after this one.")
@click.option("--delete", "out", is_flag=True, help="Take the paragraph out, with its sub-paragraphs.")
@click.option("--yes", "sure", is_flag=True, help="Take it out without asking.")
@arguments.gathered(Wanted)
def command(wanted: Wanted) -> None:
    """Edit the text of a declaration, or one paragraph, in your editor, and record it.

    PARAGRAPH is a number as `zerodraft show` prints it: 36, 7(a), PP2, FA3. Only its words change;
    what others record meanwhile in other paragraphs stays.
    """
    _check(wanted)
    with opening.acting() as desk:
        place = _place(desk, wanted)
        credit = crediting.credit(desk, place.seen, wanted)
        if wanted.out:
            _take_out(desk, place, credit, sure=wanted.sure)
        else:
            _reword(desk, place, credit, wanted.text)


def _check(wanted: Wanted) -> None:
    if wanted.paragraph == "":
        raise click.UsageError("The paragraph is empty; leave it out for the whole text.")
    if (wanted.after or wanted.out) and not wanted.paragraph:
        raise click.UsageError("Say which paragraph: zerodraft edit SLUG PARAGRAPH")
    if wanted.out and (wanted.after or wanted.text is not None):
        raise click.UsageError("A paragraph is either taken out, or words are given for it.")


def _place(desk: "Desk", wanted: Wanted) -> "Passage":
    from zerodraft.desk.editing import Deed, passage

    deed = Deed.TAKE_OUT if wanted.out else Deed.INSERT_AFTER if wanted.after else Deed.REWORD
    return passage(desk.open(wanted.slug), wanted.paragraph or "", deed)


def _reword(desk: "Desk", place: "Passage", credit: "Credit", text: str | None) -> None:
    from zerodraft.desk import editing

    given = None if text is None else editing.labelled(place, typing_in.given(text))
    with typing_in.typed(_task(desk, place), given) as new:
        if editing.is_unchanged(place, new):
            voice.narrate("Nothing changed; nothing was recorded.")
            return
        if not new.strip():
            raise _empty(place)
        act = desk.edit(place, new, credit)
    answers.done(act)
    answers.tell_next(place.seen)


def _task(desk: "Desk", place: "Passage") -> typing_in.Task:
    from zerodraft.desk import editing

    kind = ("after",) if place.deed is editing.Deed.INSERT_AFTER else ()
    begin_with = editing.words_of(place)
    return typing_in.Task(
        desk,
        place.seen.slug,
        (*kind, place.cite or "text"),
        editing.standing(place),
        begin_with=f"{begin_with}\n" if place.ordinal is not None else begin_with,
        is_whole_text=place.ordinal is None,
    )


def _empty(place: "Passage") -> Refusal:
    if place.ordinal is None:
        return Refusal("The text has no words left; nothing was recorded.", "`zerodraft edit` opens it again.")
    return Refusal(
        f"Paragraph {place.cite} has no words left; nothing was recorded.",
        f"To take it out: zerodraft edit {place.seen.slug} {place.cite} --delete",
    )


def _take_out(desk: "Desk", place: "Passage", credit: "Credit", *, sure: bool) -> None:
    question = _question(place)
    if not sure and not typing_in.can_ask():
        raise Refusal(f"Nobody can be asked here: {question}", "Say --yes to take it out without a question.")
    if not sure and not click.confirm(voice.line(question), err=True):
        voice.narrate("It stays; nothing was recorded.")
        return
    answers.done(desk.edit(place, "", credit))
    answers.tell_next(place.seen)


def _question(place: "Passage") -> str:
    """“Take out paragraph 7, “We affirm …”, and its 2 sub-paragraphs?”."""
    from zerodraft.core.text.draft import belonging

    assert place.ordinal is not None
    draft = place.seen.draft
    text = draft.paragraphs[place.ordinal].text
    below = len(belonging(draft, place.ordinal)) - 1
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    more = f", and its {below} sub-paragraph{'s' if below > 1 else ''}" if below else ""
    return f"Take out paragraph {place.cite}, “{shown}”{more}?"
