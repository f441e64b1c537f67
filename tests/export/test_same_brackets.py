"""What is open in a compilation, and who says so, is the same in each format."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.core.tabling_trials import Trial, trials
from tests.export.pages import ReadPage
from tests.export.test_compilation_exports import room, sheet_of

from zerodraft.core.negotiation.compilation import compile_text
from zerodraft.core.negotiation.compilation_rows import inline_rows
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.visible import visible
from zerodraft.export.compiled import CompilationSheet
from zerodraft.export.forms import COMPILATION
from zerodraft.export.sheet import Sheet
from zerodraft.export.text.compilation import compilation_text
from zerodraft.intake.akn_reading import read_akn
from zerodraft.intake.word import read_word

_WIDE = 1_000_000


def squeezed(text: str) -> str:
    return "".join(visible(text).split())


def shown(markdown: str) -> str:
    """References to notes as they are typed: there are none to which they would lead."""
    return "".join(f"[^{each.note}]" if each.note else each.text for each in read_inline(markdown))


def in_markdown(source: str) -> str:
    return squeezed("\n".join(map(shown, source.replace("\r\n", "\n").split("\n\n"))))


def in_model(sheet: CompilationSheet) -> Iterator[str]:
    """The words of each bracket with its names, in the order of the text."""
    for row in inline_rows(sheet.compilation, attributed=sheet.attributed):
        for each in brackets(row.words).found:
            if each.depth == 1:
                yield squeezed(shown(row.words[each.span.start : each.span.end]))


def in_file(sheet: CompilationSheet, to: str) -> str:
    """All words of the file, without white space."""
    if to == "txt":
        return squeezed(compilation_text(sheet, _WIDE).decode())
    data = COMPILATION[to](sheet)
    match to:
        case "docx":
            return squeezed("\n".join(block.text for block in read_word(data, "compilation.docx").blocks))
        case "html":
            return squeezed(ReadPage(data.decode()).words)
        case "akn":
            return in_markdown(read_akn(data))
        case _:
            return in_markdown(data.decode())


def absent(sheet: CompilationSheet, to: str) -> list[str]:
    """The brackets that a file doesn't have where they should be."""
    words, done, missing = in_file(sheet, to), 0, []
    for bracket in in_model(sheet):
        at = words.find(bracket, done)
        if at < 0:
            missing.append(bracket)
        else:
            done = at + len(bracket)
    return missing


@pytest.mark.parametrize("to", COMPILATION)
@pytest.mark.parametrize("language", ["en", "id"])
def test_each_bracket_stands_in_each_format(to: str, language: str) -> None:
    sheet = sheet_of(room(), language=language)
    assert len(list(in_model(sheet))) > 5
    assert absent(sheet, to) == []
    assert absent(replace(sheet, attributed=False), to) == []


@settings(max_examples=10)
@given(trials())
def test_each_bracket_of_any_compilation_stands_in_each_format(trial: Trial) -> None:
    compiled = compile_text(trial.text, trial.tabled, trial.voices)
    page = Sheet("", "", "", "Rev.1", "", "", "en", trial.text.draft, trial.text.numbers)
    for to in ("txt", "html", "docx"):  # Markdown is the model's own; test_akn_compilation.py has Akoma Ntoso
        assert absent(CompilationSheet(page, compiled), to) == [], to
