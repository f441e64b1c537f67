"""Words as somebody looks for them: without case, and without accents that a keyboard may lack."""

from unicodedata import combining, normalize


def folded(text: str) -> str:
    """Two texts that fold alike are alike to whoever looks for one of them."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in normalize("NFKD", text.casefold()) if not combining(char))
