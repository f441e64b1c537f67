"""Editing a passage: nothing outside of it changes, and it is found again after others recorded acts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk.council import saved, text_file
from tests.rooms import NOTE

from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.desk import editing
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.editing import Deed, Passage
from zerodraft.errors import MovedOn, NotThere, Refusal
from zerodraft.formats.settings import Settings

TYPED = """# Title

1. We agree.

   (a) first

   (b) second

2. We invite.

- one
- two

3. We decide.
"""


def shown(source: str) -> Dossier:
    """A dossier of a text that lies on no disk."""
    draft = read_draft(source)
    reading = Reading(None, "", draft, number(draft))
    return Dossier("note", Settings(), Delegations(), reading, "", False, (), (), (), {}, ())


def at(source: str, paragraph: str, deed: Deed = Deed.REWORD) -> Passage:
    return editing.passage(shown(source), paragraph, deed)


def everywhere(source: str) -> range:
    return range(len(read_draft(source).paragraphs))


texts = st.sampled_from([NOTE, TYPED, NOTE.replace("\n", "\r\n"), NOTE.rstrip("\n"), "\ufeff" + TYPED])


@given(texts, st.data())
@settings(max_examples=60, deadline=None)
def test_a_paragraph_reworded_to_its_own_words_is_no_change(source: str, data: st.DataObject) -> None:
    place = Passage(shown(source), data.draw(st.sampled_from(everywhere(source))))
    assert editing.source_with(place, editing.words_of(place) + "\n") == source
    assert editing.is_unchanged(place, editing.words_of(place) + "\n")


@given(texts, st.data(), st.text("ab \n[]*-", min_size=1))
@settings(max_examples=60, deadline=None)
def test_rewording_touches_nothing_outside_of_the_paragraph(source: str, data: st.DataObject, words: str) -> None:
    ordinal = data.draw(st.sampled_from(everywhere(source)))
    span = read_draft(source).paragraphs[ordinal].span
    new = editing.source_with(Passage(shown(source), ordinal), words)
    assert new.startswith(source[: span.start])
    assert new.endswith(source[span.end :])


@given(texts, st.data())
@settings(max_examples=60, deadline=None)
def test_a_paragraph_that_is_put_in_and_taken_out_again_leaves_no_trace(source: str, data: st.DataObject) -> None:
    ordinal = data.draw(st.sampled_from(everywhere(source)))
    place = Passage(shown(source), ordinal, Deed.INSERT_AFTER)
    longer = editing.source_with(place, editing.labelled(place, "We insist on it."))
    added = next(each for each in read_draft(longer).paragraphs if "We insist on it." in each.text)
    assert editing.source_with(Passage(shown(longer), added.ordinal, Deed.TAKE_OUT), "") == source


@pytest.mark.parametrize(
    ("paragraph", "begins"), [("1", "1 bis. "), ("1(b)", "   (c) "), ("2(b)", "- "), ("3", "3 bis. "), ("title", "")]
)
def test_a_new_paragraph_begins_with_the_number_that_its_neighbour_has_typed(paragraph: str, begins: str) -> None:
    assert editing.words_of(at(TYPED, paragraph, Deed.INSERT_AFTER)) == begins


def test_a_second_new_paragraph_takes_the_next_numeral() -> None:
    assert editing.words_of(at(TYPED.replace("2. We", "1 bis. We"), "1", Deed.INSERT_AFTER)) == "1 ter. "


def test_words_keep_the_typed_number_of_their_paragraph_unless_they_bring_one() -> None:
    place = at(TYPED, "3", Deed.INSERT_AFTER)
    assert editing.labelled(place, "4. We part.") == "4. We part."
    assert editing.labelled(place, "We part.") == "3 bis. We part."
    assert editing.labelled(at(TYPED, "3"), "We part.") == "3. We part."
    assert editing.labelled(at(TYPED, "3"), "4. We part.") == "4. We part."
    assert editing.labelled(at(NOTE, "1"), "We part.") == "We part."


def test_a_new_paragraph_comes_after_the_sub_paragraphs_of_its_neighbour() -> None:
    new = editing.source_with(at(NOTE, "2", Deed.INSERT_AFTER), "We insist.")
    assert "(b) in one language.\n\nWe insist.\n\nWe decide" in new


def test_a_new_bullet_stands_as_close_as_the_others() -> None:
    new = editing.source_with(at(TYPED, "2(b)", Deed.INSERT_AFTER), "- three")
    assert "- one\n- two\n- three\n\n3. We decide." in new


def test_a_paragraph_is_taken_out_with_its_sub_paragraphs() -> None:
    new = editing.source_with(at(NOTE, "2", Deed.TAKE_OUT), "")
    assert "small ships.\n\nWe decide" in new


def test_the_last_paragraph_is_taken_out_with_the_lines_before_it() -> None:
    assert editing.source_with(at("# T\n\nOne.\n\nTwo.\n", "2", Deed.TAKE_OUT), "") == "# T\n\nOne.\n"


def test_an_editor_that_ends_lines_in_its_own_way_changes_no_line_ends() -> None:
    source = "# T\r\n\r\nOne\r\nmore.\r\n"
    assert editing.source_with(at(source, "1"), "One\neven more.\n") == "# T\r\n\r\nOne\r\neven more.\r\n"
    unix = "# T\n\nOne.\n"
    assert editing.source_with(at(unix, "1"), "One\r\nmore.\r\n") == "# T\n\nOne\nmore.\n"


def test_a_last_line_end_that_an_editor_adds_is_no_change() -> None:
    place = Passage(shown("# T\n\nOne."))
    assert editing.is_unchanged(place, "# T\n\nOne.\n")
    assert not editing.is_unchanged(place, "# T\n\nTwo.\n")


def test_a_new_paragraph_without_words_is_no_change() -> None:
    assert editing.is_unchanged(at(TYPED, "3", Deed.INSERT_AFTER), "3 bis. \n")
    assert editing.is_unchanged(at(NOTE, "3", Deed.INSERT_AFTER), "\n")
    assert not editing.is_unchanged(at(NOTE, "3", Deed.TAKE_OUT), "")


def carried(old: str, new: str, paragraph: str, deed: Deed = Deed.REWORD) -> str:
    """The paragraph's number in the text that others recorded meanwhile."""
    return editing.carry_over(at(old, paragraph, deed), shown(new)).cite


MOVED = NOTE.replace("We support the exchange of charts and tables.\n\n", "").replace(
    "We agree to keep", "We support the exchange of charts and tables.\n\nWe agree to keep"
)


def test_a_passage_is_found_again_where_it_stands_now() -> None:
    assert carried(NOTE, NOTE.replace("We agree", "We begin.\n\nWe agree"), "3") == "4"
    assert carried(NOTE, MOVED, "4") == "1"
    assert carried(NOTE, NOTE.replace("autumn", "spring"), "3", Deed.INSERT_AFTER) == "3"
    assert carried(NOTE, NOTE.replace("autumn", "spring"), "2", Deed.TAKE_OUT) == "2"


@pytest.mark.parametrize(
    ("old", "new", "paragraph", "deed", "sentence"),
    [
        ("autumn", "spring", "3", Deed.REWORD, "it reads now: “We decide to meet again in the spring.”"),
        ("autumn", "spring", "3", Deed.TAKE_OUT, "reworded paragraph 3"),
        ("We decide to meet again in the autumn.\n\n", "", "3", Deed.REWORD, "took paragraph 3 out"),
        ("We decide to meet again in the autumn.\n\n", "", "3", Deed.INSERT_AFTER, "took paragraph 3 out"),
        ("language.", "language.\n\n(c) never.", "2", Deed.TAKE_OUT, "added a sub-paragraph to paragraph 2"),
    ],
)
def test_a_passage_that_somebody_touched_is_refused(
    old: str, new: str, paragraph: str, deed: Deed, sentence: str
) -> None:
    with pytest.raises(MovedOn, match=sentence.replace("(", r"\(")):
        carried(NOTE, NOTE.replace(old, new), paragraph, deed)


def test_a_long_paragraph_is_shown_by_its_beginning() -> None:
    long = NOTE.replace("autumn", f"autumn{' and the spring' * 30}")
    with pytest.raises(MovedOn, match=r"We decide to meet again in the winter and .*…”"):
        carried(long, long.replace("autumn", "winter"), "3")


def test_the_whole_text_is_not_carried_over() -> None:
    with pytest.raises(MovedOn, match="recorded another text of note meanwhile"):
        editing.carry_over(Passage(shown(NOTE)), shown(MOVED))


def test_two_drafters_reword_two_paragraphs_and_both_changes_stand(desk: Desk) -> None:
    place = editing.passage(desk.open("note"), "3")
    saved(desk, "small ships", "all ships")
    act = desk.edit(place, "We decide to part.")
    assert act.sentence == "Paragraph 3 reworded · note."
    text = text_file(desk).read_text()
    assert "all ships" in text
    assert "We decide to part." in text


def test_an_act_that_comes_in_between_is_looked_at_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    place = editing.passage(desk.open("note"), "3")
    opened = desk.room.open
    others = iter([("small ships", "all ships"), ("charts", "maps")])

    def open_late(slug: str) -> Dossier:
        seen = opened(slug)
        for old, new in others:
            desk.save(seen, seen.draft.source.replace(old, new))
            break
        return seen

    monkeypatch.setattr(desk.room, "open", open_late)
    desk.edit(place, "We decide to part.")
    assert all(words in text_file(desk).read_text() for words in ("all ships", "to part."))


def test_a_refusal_without_a_new_text_is_final(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    place = editing.passage(desk.open("note"), "3")

    def save(*_arguments: object) -> None:
        raise MovedOn("The file was changed.")

    monkeypatch.setattr(editing, "save", save)
    with pytest.raises(MovedOn, match="The file was changed"):
        desk.edit(place, "We decide to part.")


def test_an_edit_of_the_same_paragraph_is_refused_and_writes_nothing(desk: Desk) -> None:
    place = editing.passage(desk.open("note"), "1")
    saved(desk, "small ships", "all ships")
    with pytest.raises(MovedOn, match="all ships"):
        desk.edit(place, "We agree to nothing.")
    assert "We agree to nothing." not in text_file(desk).read_text()


def test_an_edit_waits_until_the_words_of_another_editor_are_recorded(desk: Desk) -> None:
    place = editing.passage(desk.open("note"), "1")
    text_file(desk).write_text(NOTE.replace("autumn", "winter"))
    with pytest.raises(Refusal, match="not recorded yet"):
        desk.edit(place, "We agree to nothing.")
    with pytest.raises(Refusal, match="not recorded yet"):
        editing.passage(desk.open("note"), "1")


def test_an_edit_that_changes_nothing_of_the_text_is_refused_by_the_desk(desk: Desk) -> None:
    place = editing.passage(desk.open("note"), "1")
    with pytest.raises(Refusal, match="has not changed"):
        desk.edit(place, editing.words_of(place))


def test_an_unknown_paragraph_is_refused_with_near_numbers() -> None:
    with pytest.raises(NotThere) as refused:
        at(NOTE, "2(c)")
    assert "2(a)" in refused.value.hint
