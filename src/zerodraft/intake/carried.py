"""New words of a paragraph in the Markdown of the old ones."""

from zerodraft.intake.beside import Side, beside
from zerodraft.intake.folding import folded
from zerodraft.intake.letters import Letter, letters_of, rewritten, seen, words_of

_NONE: frozenset[int] = frozenset()


def carried(text: str, new: str, *, is_markdown: bool) -> str:
    """The Markdown `new` with the signs of `text` around the words that both have: a paragraph that a file shows
    without its emphasis, at another place."""
    if is_markdown:
        return new
    old, words = letters_of(text), words_of(new)
    if folded(seen(old)) == folded(words):
        return text
    letters: list[Letter] = []
    for each in beside(old, words, _NONE, has_notes=False):
        if each.side is Side.FILE:
            letters.append(Letter(words[each.char]))
        elif each.side is not Side.VERSION and each.letter >= 0:
            letters += [old[at] for at in (each.letter, *each.more)]
    return rewritten(letters)
