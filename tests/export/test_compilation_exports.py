"""A compilation as Markdown, plain text and HTML, in three layouts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.core.tabling_trials import Trial, trials
from tests.core.test_compilation_forms import Room

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.compilation import compile_text
from zerodraft.core.negotiation.compilation_reading import read_compilation
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.review import Voice
from zerodraft.export.compiled import CompilationSheet, Layout
from zerodraft.export.forms import COMPILATION
from zerodraft.export.sheet import Sheet

NOTE = """*Recalling* the seminar,

## Ports

1. We keep **small** ports open.

(a) in writing;

2. We meet again in a harbour that is near to all of us.
"""


def sheet_of(room: Room, layout: Layout = Layout.INLINE, language: str = "en") -> CompilationSheet:
    found = compile_text(room.text, room.tabled, room.voices)
    page = Sheet("Note", "", "", "Rev.1", "", "", language, room.text.draft, room.text.numbers)
    return CompilationSheet(page, found, layout)


def room() -> Room:
    found = Room(NOTE)
    first = found.reword("AUS JPN", "We keep **small** and large ports open.", 2)
    found.say(first, ("FJI", Stand.SUPPORT), ("AUS", Stand.SUPPORT))
    found.voices[first] += (Voice("BRN", Stand.RETAIN, "ASEAN"),)
    found.propose("EU", (2, 3))
    found.propose("FJI", (4, 4), "by ship;")
    found.propose("EU", (4, 5), to=1)
    found.reword("CIV", "We meet again in a town | that is near to all of us.", 4)
    found.propose("FJI", (0, 0), "*We*,")
    lost = found.propose("KOR", (4, 5), "We swim.")
    place = next(count for count, each in enumerate(found.tabled) if each.proposal.id == lost)
    gone = found.tabled[place]
    found.tabled[place] = gone._replace(
        outcome=Outcome.DETACHED,
        first=-1,
        last=-1,
        reason="It was deleted.",
        proposal=replace(gone.proposal, paragraph="9"),
    )
    return found


def written(layout: Layout, form: str, *, attributed: bool = True, language: str = "en") -> str:
    sheet = replace(sheet_of(room(), layout, language), attributed=attributed)
    return COMPILATION[form](sheet).decode("utf-8")


def test_inline_markdown_is_the_source_with_brackets_and_the_tray_below() -> None:
    assert written(Layout.INLINE, "md") == (
        """[*We*, - FJI]

*Recalling* the seminar,

[2 … - EU]

## Ports

1. [We keep **small** [and large - Australia, Japan; FJI support; ASEAN retain] ports open. - EU delete]

(a) in writing;

[(a) bis by ship; - FJI]

2. We meet again in a [harbour / town | - Côte d’Ivoire] that is near to all of us. [move after PP1 - EU]

<!-- not placed -->

## Not placed in the text

- **KOR (KOR-1): new wording, paragraph 9**: It was deleted.

  > We swim.
"""
    )


def test_by_paragraph_markdown_quotes_the_proposals_below() -> None:
    assert written(Layout.PARAGRAPHS, "md").partition("\n<!--")[0] == (
        """

> **FJI (FJI-2)**: new paragraph before PP1
>
> {++*We*,++}

*Recalling* the seminar,

## Ports

1. We keep **small** ports open.

> **Australia, Japan (AUS-1); FJI support; ASEAN retain**: new wording
>
> We keep **small** {++and large ++}ports open.
>
> **EU (EU-1)**: deletion
>
> {--We keep **small** ports open.--}

(a) in writing;

> **FJI (FJI-1)**: new paragraph after 1(a)
>
> {++by ship;++}

2. We meet again in a harbour that is near to all of us.

> **EU (EU-2)**: move after PP1
>
> **Côte d’Ivoire (CIV-1)**: new wording
>
> We meet again in a {--harbour--}{++town |++} that is near to all of us.

"""
    )


def test_the_markdown_table_has_a_row_for_each_paragraph_in_dispute() -> None:
    assert written(Layout.TABLE, "md").partition("\n<!--")[0] == (
        "| Paragraph | ASEAN | Australia | Côte d’Ivoire | EU | FJI | Japan |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| PP1 |  |  |  |  | **FJI-2**, new paragraph before PP1: {++*We*,++} |  |\n"
        "| 1 | AUS-1 retain | **AUS-1**, new wording: We keep **small** {++and large ++}ports open. |  | **EU-1**, "
        "deletion: {--We keep **small** ports open.--} | AUS-1 support | **AUS-1**, new wording: We keep **small** "
        "{++and large ++}ports open. |\n"
        "| 1(a) |  |  |  |  | **FJI-1**, new paragraph after 1(a): {++by ship;++} |  |\n"
        "| 2 |  |  | **CIV-1**, new wording: … a {--harbour--}{++town \\|++} that … "
        "| **EU-2**, move after PP1 |  |  |\n"
    )


def test_inline_plain_text_has_numbers_and_hanging_lines() -> None:
    shown = written(Layout.INLINE, "txt")
    assert shown.startswith(
        "Compilation text\nRev.1\n\nNote\n====\n\n[We, - FJI]\n\nRecalling the seminar,\n\n[2 … - EU]\n"
    )
    assert (
        "1.   [We keep small [and large - Australia, Japan; FJI support; ASEAN retain]\n     ports open. - EU delete]\n"
    ) in shown
    assert shown.endswith(
        "Not placed in the text\n----------------------\n\n"
        "KOR (KOR-1): new wording, paragraph 9\nWe swim.\n(It was deleted.)\n"
    )


def test_by_paragraph_plain_text_sets_the_proposals_below() -> None:
    shown = written(Layout.PARAGRAPHS, "txt")
    assert (
        "1.   We keep small ports open.\n\n"
        "     Australia, Japan (AUS-1); FJI support; ASEAN retain: new wording\n"
        "     We keep small {+and large+} ports open.\n\n"
        "     EU (EU-1): deletion\n     [-We keep small ports open.-]\n"
    ) in shown
    assert "     EU (EU-2): move after PP1\n\n     Côte d’Ivoire (CIV-1): new wording\n" in shown


def test_the_table_in_plain_text_is_a_list_for_each_paragraph() -> None:
    assert (
        "Paragraph 1\n-----------\n\nASEAN: AUS-1 retain\n\n"
        "Australia: AUS-1, new wording: We keep small {+and large+} ports open.\n\n"
        "EU: EU-1, deletion: [-We keep small ports open.-]\n\nFJI: AUS-1 support\n"
    ) in written(Layout.TABLE, "txt")


@pytest.mark.parametrize("layout", Layout)
def test_plain_text_says_once_which_document_it_is(layout: Layout) -> None:
    titled = Room("# Harbour Note\n\nWe agree.\n")
    titled.reword("JPN", "We all agree.", 1)
    shown = COMPILATION["txt"](sheet_of(titled, layout)).decode("utf-8")
    assert shown.count("Note\n====") == 1


def test_the_page_shows_brackets_names_and_marks() -> None:
    inline = written(Layout.INLINE, "html")
    assert (
        '<div class="par"><div class="row bare" dir="auto"><p class="words"><span class="disputed">[<em>We</em>'
        in inline
    )
    assert '<span class="delegation">Côte d’Ivoire</span>' in inline
    assert "<h2>Not placed in the text</h2>" in inline
    below = written(Layout.PARAGRAPHS, "html")
    assert "<p>We keep <strong>small</strong> <ins>and large </ins>ports open.</p></blockquote>" in below
    table = written(Layout.TABLE, "html")
    assert '<th scope="row">1</th><td dir="auto" data-head="ASEAN"><p>AUS-1 retain</p></td>' in table
    assert "<strong>CIV-1</strong>, new wording: … a <del>harbour</del><ins>town |</ins> that …</p>" in table


@pytest.mark.parametrize("form", ["md", "txt", "html"])
@pytest.mark.parametrize("layout", [Layout.INLINE, Layout.PARAGRAPHS])
def test_without_attribution_nobody_is_named(layout: Layout, form: str) -> None:
    shown = written(layout, form, attributed=False)
    for name in ("Australia", "Japan", "Ivoire", "KOR", "EU", "ASEAN", "AUS-1"):
        assert name not in shown
    assert "large" in shown


@pytest.mark.parametrize("layout", Layout)
def test_the_page_speaks_the_language_of_the_text(layout: Layout) -> None:
    shown = written(layout, "html", language="id")
    assert "Teks kompilasi" in shown
    assert "Tidak ditempatkan dalam teks" in shown


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_a_text_on_which_nothing_is_open_has_no_tray(layout: Layout, form: str) -> None:
    quiet = Room("1. We go.\n")
    shown = COMPILATION[form](sheet_of(quiet, layout)).decode("utf-8")
    assert "Not placed" not in shown
    if (layout, form) in ((Layout.INLINE, "md"), (Layout.PARAGRAPHS, "md")):
        assert shown == "1. We go.\n"


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_a_first_paragraph_can_be_proposed_in_every_form(layout: Layout, form: str) -> None:
    empty = Room("")
    empty.propose("AUS", (0, 0), "We go.", "We stay.")
    shown = COMPILATION[form](sheet_of(empty, layout)).decode("utf-8")
    assert "We go." in shown
    assert "We stay." in shown


@pytest.mark.parametrize("layout", Layout)
def test_words_of_a_proposal_never_become_tags_or_control_characters(layout: Layout) -> None:
    hostile = Room("1. We go.\n\n| a |\n|---|\n")
    hostile.reword("AUS", "We <script>go</script>\x1b[31m.")
    hostile.reword("JPN", "<b>\x1b]52;x</b>", 1)
    page, text = (COMPILATION[form](sheet_of(hostile, layout)).decode("utf-8") for form in ("html", "txt"))
    assert "<script>" not in page
    assert "<b>" not in page
    assert "\x1b" not in text + page


@given(trials())
@settings(max_examples=30)
def test_inline_markdown_is_read_back_also_with_its_tray(trial: Trial) -> None:
    found = compile_text(trial.text, trial.tabled, trial.voices)
    page = Sheet("", "", "", "Rev.1", "", "", "en", trial.text.draft, trial.text.numbers)
    shown = COMPILATION["md"](CompilationSheet(page, found)).decode("utf-8", "surrogateescape")
    assert read_compilation(trial.text, shown) == read_compilation(trial.text, found.inline())


@given(trials())
@settings(max_examples=12)
def test_every_layout_of_every_compilation_can_be_written(trial: Trial) -> None:
    found = compile_text(trial.text, trial.tabled, trial.voices)
    page = Sheet("", "", "", "Rev.1", "", "", "en", trial.text.draft, trial.text.numbers)
    for layout in Layout:
        for form in COMPILATION.values():
            assert form(CompilationSheet(page, found, layout))
