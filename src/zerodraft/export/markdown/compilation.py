"""A compilation as Markdown: inline it is the source with brackets; by paragraph the proposals are quoted below it, in
CriticMarkup; a table is a table."""

from collections.abc import Iterator

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.negotiation.compilation_reading import NOT_PLACED
from zerodraft.core.negotiation.compilation_rows import Said, Told, paragraph_rows, table
from zerodraft.core.text.position import Stance
from zerodraft.export.compiled import CompilationSheet, Layout, attribution, excerpt, not_placed, stance, what
from zerodraft.export.markdown.critic_marks import critic

_CELL_SIGNS = str.maketrans({"|": "\\|", "\n": " "})


def compilation_markdown(sheet: CompilationSheet) -> bytes:
    """The compilation, and below it, after a comment, what could not be placed. Inline and without proposals it is the
    source, byte for byte."""
    layouts = {Layout.INLINE: _inline, Layout.PARAGRAPHS: _paragraphs, Layout.TABLE: _table}
    written = layouts[sheet.layout](sheet) + "".join(_tray(sheet))
    return written.encode("utf-8", "surrogateescape")


def _inline(sheet: CompilationSheet) -> str:
    return sheet.compilation.inline(attributed=sheet.attributed)


def _paragraphs(sheet: CompilationSheet) -> str:
    """The source, a quotation put in after each paragraph on which there is a proposal."""
    draft = sheet.compilation.text.draft
    parts: list[str] = []
    done = 0
    for row in paragraph_rows(sheet.compilation):
        if row.told:
            end = draft.paragraphs[row.ordinal].span.end if row.ordinal >= 0 else draft.front_matter.end
            quoted = "\n>\n".join(f"> {line}" for told in row.told for line in _told(sheet, told))
            parts += (draft.source[done:end].lstrip("\r\n") if done else draft.source[:end], f"\n\n{quoted}\n\n")
            done = end
    rest = draft.source[done:]
    return "".join((*parts, rest.lstrip("\r\n") if parts else rest))


def _told(sheet: CompilationSheet, told: Told) -> Iterator[str]:
    named = attribution(sheet, told)
    yield f"**{named}**: {what(sheet, told)}" if named else f"**{what(sheet, told)}**"
    if any(run.op is not Op.KEPT for run in told.runs):
        yield critic(_on_one_line(told.runs))


def _on_one_line(runs: tuple[Run, ...]) -> Iterator[tuple[Op, str]]:
    return ((run.op, run.text.replace("\n", " ¶ ")) for run in runs)


def _table(sheet: CompilationSheet) -> str:
    found = table(sheet.compilation)
    plates = sheet.compilation.text.plates
    head = [sheet.words.paragraph, *map(plates.name, found.delegations)]
    rows = [head, ["---"] * len(head)]
    for row in found.rows:
        cite = sheet.sheet.numbers[max(0, row.ordinal)].cite if sheet.sheet.numbers else ""
        rows.append([cite, *("<br>".join(_said(sheet, each) for each in cell) for cell in row.cells)])
    lines = [f"| {' | '.join(each.translate(_CELL_SIGNS) for each in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _said(sheet: CompilationSheet, said: Said) -> str:
    if said.stance is not Stance.PROPOSE:
        return stance(said, sheet.compilation.text.language)
    words = critic((op, text.replace("\n", " ¶ ")) for op, text in excerpt(said.told.runs))
    told = f"**{said.told.entry.tabled.proposal.number}**, {what(sheet, said.told)}"
    return f"{told}: {words}" if words else told


def _tray(sheet: CompilationSheet) -> Iterator[str]:
    found = list(not_placed(sheet))
    if found:
        yield f"\n{NOT_PLACED}\n\n## {sheet.words.not_placed}\n"
    for head, words, reason in found:
        lines = "".join(f"\n\n  > {line}" for line in words.split("\n") if line)
        yield f"\n- **{head}**: {reason}{lines}\n"
