"""What a proposal asks for, in a sentence that the intake understands again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zerodraft.core.comparison.changes import Op
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.export.requested import Asked, requested, runs_of, shown
from zerodraft.intake.citation import Places
from zerodraft.intake.instruction import request_in
from zerodraft.intake.received import Basis
from zerodraft.intake.row_amendment import Row, amendment_for

WORDS = (
    "we",
    "agree",
    "that",
    "*policy*",
    "may,",
    "shall",
    "“peace”",
    "[open]",
    "(all)",
    "states",
    "of the sea;",
    "x.",
)
OTHERS = "# Note\n\n## Area 1\n\n1. First.\n\n2. {}\n\n3. Third.\n"


def asked_for(old: str, new: str) -> Asked:
    return Asked(Amendment("0" * 40, 3, 4, (new,)), (old,))


def understood(sentence: str, old: str) -> Amendment:
    """What the intake makes of a sentence in a row on paragraph 2."""
    draft = read_draft(OTHERS.format(old))
    basis = Basis("0" * 40, draft, number(draft))
    return amendment_for(request_in(sentence).request, Row((3,)), basis, Places(draft, basis.numbers)).amendment


@pytest.mark.parametrize(
    ("new", "english", "indonesian"),
    [
        (
            "We agree to keep all ports open to big ships.",
            "Insert “all” after “keep”; replace “small” with “big”.",
            "Sisipkan “all” setelah “keep”; ganti “small” dengan “big”.",
        ),
        ("We agree to keep ports open to ships.", "Delete “small”.", "Hapus “small”."),
        (
            "We agree to keep ports open to small ships, where needed.",
            "Insert “, where needed” after “ships”.",
            "Sisipkan “, where needed” setelah “ships”.",
        ),
        (
            "Today we agree to keep ports open to small ships.",
            "Replace “We” with “Today we”.",
            "Ganti “We” dengan “Today we”.",
        ),
        ("We leave.", "To read: We leave.", "Diubah menjadi: We leave."),
        (
            "We [agree to keep ports] open to small ships.",
            "To read: We [agree to keep ports] open to small ships.",
            "Diubah menjadi: We [agree to keep ports] open to small ships.",
        ),
    ],
)
def test_a_few_changes_are_told_one_by_one_and_many_as_the_whole_paragraph(
    new: str, english: str, indonesian: str
) -> None:
    old = "We agree to keep ports open to small ships."
    assert requested(asked_for(old, new), "en") == english
    assert requested(asked_for(old, new), "id") == indonesian


@pytest.mark.parametrize("language", ["en", "id"])
def test_paragraphs_are_put_in_taken_out_and_moved_in_words_that_are_understood(language: str) -> None:
    for amendment, place in (
        (Amendment("0" * 40, 3, 4), ""),
        (Amendment("0" * 40, 4, 4, ("We thank the hosts.",)), ""),
        (Amendment("0" * 40, 4, 4, ("We thank the hosts.", "We decide to meet again.")), ""),
        (Amendment("0" * 40, 3, 4, ("We agree.",), to=5), "3"),
        (Amendment("0" * 40, 3, 4, ("We agree that", "policy matters.")), ""),
    ):
        standing = ("We agree.",) if amendment.first < amendment.last else ()
        sentence = requested(Asked(amendment, standing, place), language)
        assert understood(sentence, "We agree.") == amendment, sentence


phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(phrases, phrases, st.sampled_from(["en", "id"]))
def test_whatever_is_told_is_understood_as_it_was_meant(old: str, new: str, language: str) -> None:
    if shown(old) == shown(new):
        return
    sentence = requested(asked_for(old, new), language)
    if sentence.startswith(("To read", "Diubah menjadi")):
        assert sentence.endswith(shown(new))
        return
    (wording,) = understood(sentence, old).wording
    assert " ".join(shown(wording).split()) == " ".join(shown(new).split()), sentence


def test_what_changes_is_shown_as_a_redline_of_plain_words() -> None:
    runs = runs_of(asked_for("*We* agree to meet.", "*We* **all** agree to meet."))
    assert [run.text.strip() for run in runs if run.op is Op.INSERTED] == ["all"]
    assert "".join(run.text for run in runs if run.op is not Op.INSERTED) == "We agree to meet."
