"""Word files (.docx) as marked texts: words with the changes of several authors, comments, notes and numbers.

Written from the WordprocessingML standard. Each run of words carries the stack of its revisions; which text is read
out of it is a question for `views`.
"""

from collections import Counter

from zerodraft.errors import UnreadableInput
from zerodraft.intake.container import opened
from zerodraft.intake.counting import Numbering
from zerodraft.intake.marked import Marked
from zerodraft.intake.views import numbered
from zerodraft.intake.word_comments import people, remarks
from zerodraft.intake.word_lists import Lists
from zerodraft.intake.word_notes import names_of_notes, notes
from zerodraft.intake.word_notices import UNCITED, around_the_text, changes_of_form, notices
from zerodraft.intake.word_paragraph import refuse_too_many
from zerodraft.intake.word_parts import WordParts
from zerodraft.intake.word_revisions import Revisions
from zerodraft.intake.word_shapes import Shapes
from zerodraft.intake.word_story import Story
from zerodraft.intake.word_styles import Styles
from zerodraft.intake.word_unseen import UNSEEN, unseen
from zerodraft.intake.word_xml import Element, child, local


def read_word(data: bytes, what: str) -> Marked:
    """A Word file from its bytes; `what` is its name, for sentences. Raises `UnreadableInput`; nothing is fetched."""
    package = opened(data, what)
    parts = WordParts(package)
    refuse_too_many(package.part(parts.main), package.what)
    body = child(parts.tree(parts.main), "body")
    if body is None:
        raise UnreadableInput(
            f"{package.called(parts.main)} has no text.", "Open it in Word and save it again as .docx."
        )
    lists = Lists(parts.first("numbering"))
    revisions = Revisions()
    story, counts = _stories(parts, body, revisions)
    shapes = Shapes(Styles(parts.first("styles")), lists)
    made = [paragraph.block(shapes, revisions) for paragraph in story.paragraphs]
    counts["pPrChange"] -= sum(
        block.reshaped is not None and child(paragraph.properties, "pPrChange") is not None
        for paragraph, (block, _) in zip(story.paragraphs, made, strict=True)
    )
    return numbered(
        Marked(
            blocks=tuple(block for block, _ in made),
            remarks=remarks(parts, story.anchors, story.paragraphs),
            notices=tuple(notices(counts + around_the_text(parts))),
            properties=_properties(parts),
            people=people(parts),
            numbering=Numbering(lists.kinds, tuple(items for _, items in made)),
            continued=frozenset(story.continued),
        )
    )


def _stories(parts: WordParts, body: Element, revisions: Revisions) -> tuple[Story, Counter[str]]:
    """The body, then each note that is cited, in the order of their names; and what was met in them beside words.

    A note is there if its citation is, so it lies under the same revisions.
    """
    what = parts.package.what
    names = names_of_notes(body, what)
    known = notes(parts)
    story = Story(what, revisions, names)
    story.read(body)
    styles = parts.first("styles")
    counts = changes_of_form(body)
    counts[UNSEEN] += unseen(body, styles)
    for key, name in names.items():
        if key in known:
            story.read(known[key], (name,), story.cited.get(key, ()))
            counts += changes_of_form(known[key])
            counts[UNSEEN] += unseen(known[key], styles)
    counts[UNCITED] = sum(key not in names for key in known)
    return story, counts + story.counts


def _properties(parts: WordParts) -> dict[str, str]:
    """The custom properties that hold text."""
    root = parts.first_of_package("custom-properties")
    return {
        str(each.get("name", "")): "".join(str(text) for text in each.itertext())
        for each in (() if root is None else root)
        if local(str(each.tag)) == "property" and each.get("name")
    }
