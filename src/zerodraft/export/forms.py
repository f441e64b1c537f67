"""Every form in which a text leaves the house: clean, redline or compilation, to Markdown, plain text or HTML."""

from collections.abc import Callable, Mapping

from zerodraft.export.compilation_html import compilation_html
from zerodraft.export.compilation_markdown import compilation_markdown
from zerodraft.export.compilation_text import compilation_text
from zerodraft.export.compiled import CompilationSheet
from zerodraft.export.html_clean import clean_html
from zerodraft.export.html_redline import redline_html
from zerodraft.export.markdown import clean_markdown, redline_markdown
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.text_clean import clean_text
from zerodraft.export.text_redline import redline_text

CLEAN: Mapping[str, Callable[[Sheet], bytes]] = {"md": clean_markdown, "txt": clean_text, "html": clean_html}
REDLINE: Mapping[str, Callable[[RedlineSheet], bytes]] = {
    "md": redline_markdown,
    "txt": redline_text,
    "html": redline_html,
}
COMPILATION: Mapping[str, Callable[[CompilationSheet], bytes]] = {
    "md": compilation_markdown,
    "txt": compilation_text,
    "html": compilation_html,
}
