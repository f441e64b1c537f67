"""What delegations write under “proposed change” is understood from end to end, or is words and no more."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.intake.instruction import (
    Addition,
    Edit,
    Edits,
    Exchange,
    NewParagraph,
    Nothing,
    Relocation,
    Removal,
    Request,
    Sentence,
    Understood,
    Wording,
    request_in,
)


def edits(*each: Edit) -> Edits:
    return Edits(each)


MAY_SHALL = edits(Exchange("may", "shall"))


@pytest.mark.parametrize(
    ("proposed", "request_"),
    [
        ("Replace “may” with “shall”.", MAY_SHALL),
        ('replace the word "may" by "shall"', MAY_SHALL),
        ("Please change ‘may’ to ‘shall’", MAY_SHALL),
        ("We propose to replace the words “may” with the word “shall”", MAY_SHALL),
        ("Japan suggests replacing “may” with “shall”", MAY_SHALL),
        ("Japan would like to replace “may” with “shall”", MAY_SHALL),
        ("“may” should be replaced by “shall”", MAY_SHALL),
        ("“may” should be “shall”", MAY_SHALL),
        ("“may” should read “shall”", MAY_SHALL),
        ("“may” → “shall”", MAY_SHALL),
        ("Substitute “shall” for “may”", MAY_SHALL),
        ("Use “shall” instead of “may”", MAY_SHALL),
        ("In the second line", Wording("In the second line", is_said=False)),
        ("Replace “may” in line 2 with “shall”", MAY_SHALL),
        ("Ganti kata “may” dengan “shall”", MAY_SHALL),
        ("Mohon ubah kata-kata “may” menjadi “shall”.", MAY_SHALL),
        ("Kami mengusulkan agar mengganti frasa “may” dengan “shall”", MAY_SHALL),
        ("Kata “may” diganti dengan “shall”", MAY_SHALL),
        ("Delete “may”", edits(Exchange("may", ""))),
        ("Delete “may” and “shall”", edits(Exchange("may", ""), Exchange("shall", ""))),
        ("“may” to be deleted", edits(Exchange("may", ""))),
        ("Suggest deletion of the phrase “may”", edits(Exchange("may", ""))),
        ("Hapus kata “may”", edits(Exchange("may", ""))),
        ("Kata “may” sebaiknya dihapus", edits(Exchange("may", ""))),
        ("Insert “all” after “we”", edits(Addition("all", "we"))),
        ("Insert the words “all”, after the word “we”", edits(Addition("all", "we"))),
        ("Add “all” before “agree”", edits(Addition("all", "agree", True))),
        ("After “we”, insert “all”", edits(Addition("all", "we"))),
        ("Add “, as appropriate” at the end of the paragraph", edits(Addition(", as appropriate"))),
        ("At the beginning, add “Today”", edits(Addition("Today", "", True))),
        ("Tambahkan “semua” setelah kata “kami”", edits(Addition("semua", "kami"))),
        ("Sisipkan kata “semua” sebelum “setuju”", edits(Addition("semua", "setuju", True))),
        ("Setelah “kami” tambahkan “semua”", edits(Addition("semua", "kami"))),
        ("Tambahkan “, sesuai keperluan” di akhir paragraf", edits(Addition(", sesuai keperluan"))),
        ("Replace “may” with “shall”; delete “not”.", edits(Exchange("may", "shall"), Exchange("not", ""))),
        ("Replace “may” with “shall” and delete “not”", edits(Exchange("may", "shall"), Exchange("not", ""))),
        ("Hapus “a”\nGanti “may” dengan “shall”", edits(Exchange("a", ""), Exchange("may", "shall"))),
        ("Insert “all” between “we” and “agree”", edits(Exchange("we agree", "we all agree"))),
        ("Sisipkan kata “semua” di antara “kami” dan “setuju”", edits(Exchange("kami setuju", "kami semua setuju"))),
        ("Replace “may” with “shall” and “a” with “b”", edits(Exchange("may", "shall"), Exchange("a", "b"))),
        ("Delete the last sentence.", edits(Sentence(-1))),
        ("Hapus kalimat kedua", edits(Sentence(2))),
        ("The second sentence should be deleted", edits(Sentence(2))),
        ("Replace the first sentence with: We agree.", edits(Sentence(1, "We agree."))),
        ("Delete", Removal()),
        ("Delete paragraph.", Removal()),
        ("Delete the whole paragraph", Removal()),
        ("Delete paragraph 12(a)", Removal("12(a)")),
        ("We propose to delete this paragraph in its entirety", Removal()),
        ("The paragraph should be deleted", Removal()),
        ("To be deleted", Removal()),
        ("Hapus paragraf ini", Removal()),
        ("Hapus paragraf 12 seluruhnya", Removal("12")),
        ("Dihapus", Removal()),
        ("Move paragraph 14 after paragraph 20", Relocation("20", "14")),
        ("Move to before 3", Relocation("3", "", True)),
        ("Pindahkan paragraf ini ke setelah paragraf 20", Relocation("20")),
        ("Add a new paragraph after 12: We agree: all of us.", NewParagraph("We agree: all of us.", "12")),
        ("Add new paragraph after paragraph 12(a) to read as follows: “We agree.”", NewParagraph("We agree.", "12(a)")),
        ("Insert a new paragraph before 3:\nWe agree.", NewParagraph("We agree.", "3", True)),
        ("New paragraph: We agree.", NewParagraph("We agree.")),
        ("New para 12 bis: We agree.", NewParagraph("We agree.", "12")),
        ("After paragraph 12, add: We agree.", NewParagraph("We agree.", "12")),
        ("Tambahkan paragraf baru setelah paragraf 12: Kami setuju.", NewParagraph("Kami setuju.", "12")),
        ("Sisipkan paragraf baru sebelum 12: Kami setuju.", NewParagraph("Kami setuju.", "12", True)),
        ("To read: “We agree.”", Wording("We agree.")),
        ("Paragraph 12 should read as follows: We agree.", Wording("We agree.", "12")),
        ("Replace the paragraph with: We agree.", Wording("We agree.")),
        ("Proposed text: We agree.", Wording("We agree.")),
        ("Alt: We agree.", Wording("We agree.")),
        ("Revise to read “We agree.”", Wording("We agree.")),
        ("Diubah menjadi: Kami setuju.", Wording("Kami setuju.")),
        ("Rumusan baru: Kami setuju.", Wording("Kami setuju.")),
        ("–", Nothing()),
        ("No change", Nothing()),
        ("N/A", Nothing()),
        ("Tidak ada.", Nothing()),
    ],
)
def test_a_request_is_understood(proposed: str, request_: Request) -> None:
    assert request_in(proposed) == Understood(request_)


@pytest.mark.parametrize(
    "proposed",
    [
        "We do not propose to delete “may”",
        "We don’t want to replace “may” with “shall”",
        "Kami tidak mengusulkan menghapus “may”",
        "We oppose deleting this paragraph",
        "Delete “may” or “shall”",
        "Delete “may”, unless Japan objects",
        "Replace “may” with “shall” and delete the rest",
        "Replace “the “digital” divide” with “gap”",
        "Replace may with shall",
        "Align with paragraph 3.",
        "Clarify “data”.",
        "Consider: the wording is too strong",
        "Delete paragraph 3 or merge it",
        "“may” and “shall”",
    ],
)
def test_what_is_not_understood_from_end_to_end_is_words(proposed: str) -> None:
    assert request_in(proposed) == Understood(Wording(proposed, is_said=False))


@pytest.mark.parametrize(
    ("proposed", "reason"),
    [
        ("Replace “may” with “shall”, in line with paragraph 3.", "in line with paragraph 3"),
        ("Replace “may” with “shall” for consistency", "for consistency"),
        ("Ganti “may” dengan “shall” karena lebih jelas", "karena lebih jelas"),
    ],
)
def test_the_reason_after_a_request_is_kept_apart(proposed: str, reason: str) -> None:
    assert request_in(proposed) == Understood(MAY_SHALL, reason)


def test_a_reason_that_asks_for_more_is_none() -> None:
    proposed = "Replace “may” with “shall” because we delete “not”"
    assert request_in(proposed).request == Wording(proposed, is_said=False)


@given(st.text(max_size=80))
def test_any_words_are_a_request_or_stay_words(proposed: str) -> None:
    request = request_in(proposed).request
    if isinstance(request, Wording) and not request.is_said:
        assert request.words == proposed.strip()


VERBS = st.sampled_from(
    ["propose", "to", "the", "delete", "“a”", "and", "“b”", "with", "replace", "in line 2", "after", "add", "word", ";"]
)


@given(st.lists(VERBS, max_size=12))
def test_words_of_requests_in_any_order_say_nothing_that_is_not_in_them(words: list[str]) -> None:
    request = request_in(" ".join(words)).request
    if isinstance(request, Edits):
        assert all(set(edit) <= {"a", "b", "", True, False} for edit in request.edits)


@pytest.mark.parametrize(
    "word",
    ["propose to ", "the words ", "“a” and ", "delete ", "in line 2 ", "we ", "to ", "“a”, “a” ", "because ", "3(a)"],
)
def test_a_long_text_of_such_words_takes_no_longer_than_its_length(word: str) -> None:
    def seconds(times: int) -> float:
        before = time.process_time()
        for _ in range(5):
            request_in(word * times)
        return time.process_time() - before

    seconds(10)
    assert seconds(4_000 // len(word)) < 40 * seconds(900 // len(word)) + 0.05
