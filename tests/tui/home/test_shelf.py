"""The documents as far as they were read, and what a filter finds."""

import pytest

from zerodraft.tui.home.document import Document
from zerodraft.tui.home.filtering import matches, wanted
from zerodraft.tui.home.shelf import Shelf

BALI = Document("bali-message", "Bali Message", "message", "Rev.2", "Negotiation", unsaved=True)
VISION = Document("vision", "ASEAN Leaders’ Vision [draft]", "declaration", "Zero Draft", "SOM")


def shelf(*read: Document) -> Shelf:
    made = Shelf()
    made.set_up(("bali-message", "vision", "viet-nam-note"))
    made.learn(read)
    return made


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ("bali-message", "vision", "viet-nam-note")),
        ("  bali ", ("bali-message",)),
        ("VISION asean", ("vision",)),
        ("[draft]", ("vision",)),
        ("rev.2 message", ("bali-message",)),
        ("unsaved", ("bali-message",)),
        ("som", ("vision",)),
        ("note", ("viet-nam-note",)),
        ("bali vision", ()),
    ],
)
def test_a_filter_finds_the_documents_that_have_all_its_words(words: str, found: tuple[str, ...]) -> None:
    documents = shelf(BALI, VISION)
    documents.narrow(words)
    assert documents.shown == found


def test_a_document_that_is_read_while_a_filter_is_set_joins_what_is_shown() -> None:
    documents = shelf()
    documents.narrow("leaders’")
    assert not documents.shown
    assert documents.learn([VISION])
    assert documents.shown == ("vision",)
    assert not documents.learn([BALI])


def test_a_document_that_is_gone_is_forgotten_and_the_others_stay_known() -> None:
    documents = shelf(BALI, VISION)
    documents.set_up(("vision",))
    assert (documents.shown, documents.known("vision"), documents.known("bali-message")) == (("vision",), VISION, None)


def test_the_number_of_documents_is_told_and_how_many_of_them_are_shown() -> None:
    documents = shelf(BALI, VISION)
    assert documents.count_told == "3 documents"
    documents.narrow("bali")
    assert documents.count_told == "1 of 3"
    documents.set_up(("bali-message",))
    assert documents.count_told == "1 document"
    assert Shelf().count_told == ""


def test_a_document_that_was_not_read_yet_goes_by_its_name() -> None:
    assert shelf(BALI).title_of("vision") == "vision"
    assert shelf(VISION).title_of("vision") == "ASEAN Leaders’ Vision [draft]"


@pytest.mark.parametrize(("words", "text"), [("sao tome", "São Tomé"), ("CÔTE", "Côte d’Ivoire"), ("việt", "Viet Nam")])
def test_case_and_accents_of_a_word_make_no_difference(words: str, text: str) -> None:
    assert matches(wanted(words), text)


def test_two_documents_of_one_title_are_namesakes() -> None:
    documents = shelf(BALI, VISION._replace(title="Bali Message"))
    assert [documents.has_namesake(slug) for slug in documents.order] == [True, True, False]
    documents.learn([VISION])
    assert not documents.has_namesake("bali-message")
