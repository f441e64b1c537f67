"""Which of many things are meant by a few words: each word is in it, whatever its case and accents."""

from unicodedata import combining, normalize


def folded(text: str) -> str:
    """Without case, and without accents that a keyboard may lack."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in normalize("NFKD", text.casefold()) if not combining(char))


def wanted(words: str) -> tuple[str, ...]:
    """The words of a filter, folded."""
    return tuple(folded(words).split())


def matches(words: tuple[str, ...], *texts: str) -> bool:
    """Whether each of the folded words stands in one of the texts."""
    if not words:
        return True
    whole = "\n".join(map(folded, texts))
    return all(word in whole for word in words)
