"""Words on their way from the keys to the record: what the desk gives back, and what it forgets."""

import os
from signal import SIGKILL, SIGSTOP

from tests.desk.council import saved, text_file
from tests.rooms import NOTE, git

from zerodraft.desk.desk import Desk
from zerodraft.desk.typed import Stroke, Typed


def typed_and_left(desk: Desk, base: str, *strokes: Stroke, slug: str = "note") -> None:
    journal = desk.begin_typing(slug, base)
    journal.note(*strokes)
    journal.keep()


def only(desk: Desk) -> Typed:
    (words,) = desk.typed()
    return words


def test_words_that_were_never_saved_come_back_with_the_text_in_which_they_began(desk: Desk) -> None:
    typed_and_left(desk, NOTE, Stroke(0, 2, 0, 9, "Port"), Stroke(0, 6, 0, 6, "s"))
    words = only(desk)
    assert (words.slug, words.base, words.text) == ("note", NOTE, NOTE.replace("# Harbour", "# Ports"))
    assert (words.edits, words.cut_off) == (2, False)
    assert words.begun.tzinfo is not None
    assert desk.typed("note") == (words,)
    assert desk.typed("other") == ()
    words.drop()
    assert desk.typed() == ()


def test_words_that_the_record_holds_are_forgotten(desk: Desk) -> None:
    typed_and_left(desk, NOTE, Stroke(0, 2, 0, 9, "Port"))
    saved(desk, "# Harbour", "# Port")
    assert desk.typed() == ()
    saved(desk, "# Port", "# Bay")
    assert desk.typed() == ()


def test_words_that_lie_in_the_folder_are_forgotten(desk: Desk) -> None:
    typed_and_left(desk, NOTE, Stroke(0, 2, 0, 9, "Port"))
    text_file(desk).write_text(NOTE.replace("# Harbour", "# Port"))
    assert desk.typed() == ()


def test_words_that_were_taken_back_while_typing_are_forgotten_even_if_the_text_moved_on(desk: Desk) -> None:
    typed_and_left(desk, NOTE, Stroke(0, 2, 0, 2, "x"), Stroke(0, 2, 0, 3, ""))
    saved(desk, "# Harbour", "# Bay")
    assert desk.typed() == ()


def test_words_taken_back_are_offered_when_the_text_in_which_they_began_is_nowhere_else(desk: Desk) -> None:
    typed_and_left(desk, "Never saved.", Stroke(0, 0, 0, 0, "x"), Stroke(0, 0, 0, 1, ""))
    assert only(desk).text == "Never saved."


def test_a_journal_that_is_cut_off_is_offered_even_if_nothing_is_new_in_it(desk: Desk) -> None:
    typed_and_left(desk, NOTE, Stroke(0, 0, 0, 0, "x"))
    (path,) = (desk.root / ".git/zerodraft/typing").iterdir()
    os.truncate(path, path.stat().st_size - 1)
    assert (only(desk).edits, only(desk).cut_off, only(desk).text) == (0, True, NOTE)


def test_words_of_a_declaration_that_is_gone_are_offered(desk: Desk) -> None:
    typed_and_left(desk, "Base", Stroke(0, 0, 0, 0, "x"), slug="gone")
    assert only(desk).slug == "gone"


def test_words_of_a_text_that_can_not_be_read_are_offered(desk: Desk) -> None:
    typed_and_left(desk, NOTE, Stroke(0, 0, 0, 0, "x"))
    text_file(desk).unlink()
    text_file(desk).symlink_to("/etc/hostname")
    assert only(desk).text == f"x{NOTE}"


def test_a_journal_that_can_not_be_read_is_told_once_and_kept(desk: Desk) -> None:
    typed_and_left(desk, NOTE, Stroke(0, 0, 0, 0, "x"))
    (path,) = (desk.root / ".git/zerodraft/typing").iterdir()
    path.write_bytes(b"torn")
    assert desk.typed() == ()
    kept = desk.root / ".git/zerodraft/recovered" / path.name
    assert desk.notices == (f"What was once typed in note can't be read any more; the file is kept in {kept}.",)
    assert kept.read_bytes() == b"torn"
    assert desk.typed() == ()
    assert len(desk.notices) == 1


def test_windows_of_this_process_are_not_elsewhere(desk: Desk) -> None:
    journal = desk.begin_typing("note", NOTE)
    journal.note(Stroke(0, 0, 0, 0, "x"))
    assert desk.typing_elsewhere("note") == ()
    assert desk.typed() == ()
    journal.discard()


def test_windows_of_other_processes_are_told(desk: Desk) -> None:
    typist = os.fork()
    if typist == 0:
        try:
            desk.begin_typing("note", NOTE).note(Stroke(0, 0, 0, 0, "x"))
            os.kill(os.getpid(), SIGSTOP)  # as a suspended window does
        finally:
            os._exit(1)
    os.waitpid(typist, os.WUNTRACED)
    (window,) = desk.typing_elsewhere("note")
    assert (window.slug, window.process) == ("note", typist)
    assert desk.typed() == ()
    os.kill(typist, SIGKILL)
    os.waitpid(typist, 0)
    assert desk.typing_elsewhere() == ()
    assert only(desk).text == f"x{NOTE}"


def test_nothing_of_it_is_seen_by_git(desk: Desk) -> None:
    typed_and_left(desk, NOTE, Stroke(0, 0, 0, 0, "x"))
    assert git(desk.root, "status", "--porcelain") == ""
