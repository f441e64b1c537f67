"""A thread as it is read: the words it is about as they stand and stood, who said what, and what is copied of it."""

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from tests.tui.widgets.test_row import text_of

from zerodraft.core.comparison.anchor import Standing
from zerodraft.core.negotiation.thread import Thread
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.comments.thread_cards import Passage, cards_of, copied, excerpt, thread_card
from zerodraft.tui.widgets.card import Card, lines_of
from zerodraft.tui.widgets.row import Piece

NOW = datetime(2021, 11, 3, 9, 0, tzinfo=timezone(timedelta(hours=12)))


def thread_of(note: Dossier, delegation: str, place: int = 0) -> Thread:
    return [thread for thread in note.threads if thread.root.delegation == delegation][place]


def shown(*cards: Card, width: int = 60) -> list[str]:
    return [text_of(line).rstrip() for card in cards for line in lines_of(card, width)]


def underlined(card: Card) -> list[str]:
    return [piece.text for each in card.body for piece in each.pieces if piece.style == "quote"]


def without_ids(lines: list[str]) -> list[str]:
    return [re.sub(r"\b[a-z]{3}-[0-9a-f]{4}\b", "ID", line) for line in lines]


def test_a_thread_is_passage_comment_and_replies(note: Dossier) -> None:
    assert without_ids(shown(*cards_of(note, thread_of(note, "VNM"), NOW))) == [
        "¶ 2(a)                                            ✓ resolved",
        "once a year;",
        "Viet Nam                                           yesterday",
        "on Zero Draft · ID",
        "Twice is too often.",
        "",
        "Once is enough.",
        "  ↳ Secretariat settles the matter                 yesterday",
        "  ID",
        "  Kept at once a year.",
    ]


def test_of_reworded_words_both_wordings_are_shown(note: Dossier) -> None:
    passage = cards_of(note, thread_of(note, "JPN"), NOW)[0]
    assert shown(passage, width=72) == [
        "¶ 1                                                               ● open",
        "reworded since",
        "We agree to keep [all - Japan; Fiji delete] ports open to small ships.",
        "¶ 1 in Zero Draft read: … We agree to keep ports open to small ships. …",
    ]
    assert underlined(passage) == ["keep [all - Japan; Fiji delete] ports open", "keep ports open"]


def test_where_the_whole_paragraph_is_known_it_is_shown_as_it_read(note: Dossier) -> None:
    then = "We agree to keep ports open to small ships."
    passage = cards_of(note, thread_of(note, "JPN"), NOW, Passage(then))[0]
    assert shown(passage, width=80)[-1] == "¶ 1 in Zero Draft read: We agree to keep ports open to small ships."


def test_a_detached_comment_is_shown_with_the_words_it_was_made_on(note: Dossier) -> None:
    passage = cards_of(note, thread_of(note, "FJI"), NOW, Passage("We decide to meet again in the autumn."))[0]
    assert shown(passage) == [
        "Their words are gone                                  ● open",
        "The paragraph was deleted.",
        "¶ 3 in Zero Draft read: We decide to meet again in the",
        "autumn.",
    ]
    assert underlined(passage) == ["in the autumn"]


def test_without_the_old_text_a_detached_comment_still_has_its_quote(note: Dossier) -> None:
    passage = cards_of(note, thread_of(note, "FJI"), NOW)[0]
    assert shown(passage)[2:] == ["¶ 3 in Zero Draft read: … We decide to meet again in the", "autumn. …"]


def test_a_comment_on_a_whole_deleted_paragraph_tells_the_reason_alone_until_the_text_is_read(note: Dossier) -> None:
    thread = thread_of(note, "FJI")
    root = replace(thread.root, anchor=replace(thread.root.anchor, exact="", prefix="", suffix=""))
    placed = {**note.placed, root.id: replace(note.placed[root.id], comment=root)}
    whole = replace(note, placed=placed)
    assert len(shown(cards_of(whole, Thread(root, ()), NOW)[0])) == 2
    then = shown(cards_of(whole, Thread(root, ()), NOW, Passage("We decide to meet."))[0])
    assert then[-1] == "¶ 3 in Zero Draft read: We decide to meet."


def test_a_number_that_changed_is_told(note: Dossier) -> None:
    thread = thread_of(note, "VNM")
    moved = replace(note.placed[thread.root.id], cite="7(c)", place=Standing(5, 0, 12))
    head = shown(cards_of(replace(note, placed={**note.placed, thread.root.id: moved}), thread, NOW)[0])[0]
    assert head.startswith("¶ 7(c) · ¶ 2(a) in Zero Draft ")


def test_brackets_of_people_appear_as_they_were_typed(note: Dossier) -> None:
    thread = thread_of(note, "VNM")
    root = replace(thread.root, body="[/foo] [@click=app.quit]", occasion="[b]\x1b[2J")
    lines = shown(*cards_of(note, Thread(root, ()), NOW))
    assert lines[-1] == "[/foo] [@click=app.quit]"
    assert "[b]⟦U+001B⟧[2J" in lines[-2]


# --- a long paragraph --------------------------------------------------------------------------

LONG = " ".join(f"word{number:03}" for number in range(200))


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("keep ports open now", 5, 15) == (Piece("keep "), Piece("ports open", "quote"), Piece(" now"))
    assert excerpt("keep", 0, 0) == (Piece("keep"),)


def test_of_a_long_text_what_stands_around_the_quoted_words_is_shown() -> None:
    place = LONG.index("word100")
    pieces = excerpt(LONG, place, place + 7, room=200)
    assert pieces[0] == Piece("… ", "quiet")
    assert pieces[-1] == Piece(" …", "quiet")
    assert Piece("word100", "quote") in pieces
    words = "".join(piece.text for piece in pieces).strip("… ").split()
    assert all(len(word) == 7 for word in words)
    assert 190 <= len(" ".join(words)) <= 210


def test_at_the_ends_of_a_long_text_no_room_is_wasted() -> None:
    first, last = excerpt(LONG, 0, 7, room=200), excerpt(LONG, len(LONG) - 7, len(LONG), room=200)
    assert first[0] == Piece("word000", "quote")
    assert last[-1] == Piece("word199", "quote")
    assert all(len("".join(piece.text for piece in pieces)) > 190 for pieces in (first, last))


def test_even_the_smallest_screen_shows_some_words() -> None:
    assert len("".join(piece.text for piece in excerpt(LONG, 400, 407, room=0))) > 110


# --- the panel, the clipboard ------------------------------------------------------------------


def test_in_the_panel_a_thread_is_one_card(note: Dossier) -> None:
    assert without_ids(shown(thread_card(note, thread_of(note, "JPN"), NOW), width=36)) == [
        "● Japan                    yesterday",
        "open · reworded since · on Zero",
        "Draft · Panel: Ports · ID",
        "“keep ports open”",
        "All of them.",
    ]
    assert without_ids(shown(thread_card(note, thread_of(note, "VNM"), NOW), width=50))[-2:] == [
        "↳ Secretariat settles the matter · yesterday",
        "  Kept at once a year.",
    ]


def test_a_matter_settled_without_words_has_no_empty_lines(note: Dossier) -> None:
    thread = thread_of(note, "VNM")
    silent = Thread(thread.root, tuple(replace(reply, body="") for reply in thread.replies))
    assert shown(thread_card(note, silent, NOW))[-1].startswith("↳ Secretariat settles the matter")
    assert len(shown(cards_of(note, silent, NOW)[-1])) == 2


def test_what_is_copied_reads_by_itself(note: Dossier) -> None:
    japan, vietnam = (copied(note, thread_of(note, code)) for code in ("JPN", "VNM"))
    assert without_ids(japan.splitlines()) == [
        "Japan on ¶ 1 (reworded since): open",
        "on Zero Draft · 2 November 2021 · Panel: Ports · ID",
        "“keep ports open”",
        "",
        "All of them.",
    ]
    assert vietnam.splitlines()[-2:] == [
        "↳ Secretariat settles the matter, 2 November 2021",
        "  Kept at once a year.",
    ]
    assert copied(note, thread_of(note, "FJI")).startswith("Fiji on ¶ 3 (words are gone): open\n")
