"""The lineage of a text over its versions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from zerodraft.core.comparison.lineage import Join, Lineage, Strand, Version, extend, trace
from zerodraft.core.text.parse import read_draft

A = "We welcome the International Conference on Digital Diplomacy held in Bali."
B = "Each delegation may share its experience of data management in crises."
C = "The secretariat shall report on progress to all. It shall publish the report every year in each language."
C1, C2 = "The secretariat shall report on progress to all.", "It shall publish the report every year in each language."
D = "A regional network of diplomats exchanges good practice on disinformation."


def versions(*texts: list[str]) -> list[Version]:
    return [Version(f"t{number}", read_draft("\n\n".join(text))) for number, text in enumerate(texts)]


def test_no_versions_have_an_empty_lineage() -> None:
    assert trace([]) == Lineage()


def test_the_first_version_gives_each_paragraph_its_identity() -> None:
    lineage = trace(versions([A, B]))
    assert lineage.identities == ((0, 1),)
    assert lineage.strands == (Strand(None, 0, 0), Strand(None, 0, 1))


def test_kept_reworded_and_moved_paragraphs_keep_their_identity() -> None:
    lineage = trace(versions([A, B, D], [D, A, B.replace("may", "should")]))
    assert lineage.identities == ((0, 1, 2), (2, 0, 1))


def test_an_inserted_paragraph_is_new_and_a_deleted_one_ends() -> None:
    lineage = trace(versions([A, B], [D, A]))
    assert lineage.identities[1] == (2, 0)
    assert lineage.strands[1] == Strand(None, 0, 1)


def test_a_paragraph_replaced_in_its_place_is_the_same_paragraph() -> None:
    assert trace(versions([A, B, C], [A, D, C])).identities[1] == (0, 1, 2)


def test_the_largest_piece_of_a_split_keeps_the_identity_and_the_other_remembers_it() -> None:
    lineage = trace(versions([A, C], [A, C1, C2]))
    assert lineage.identities[1] == (0, 2, 1)
    assert lineage.strands[2] == Strand(1, 1, 1)


def test_a_joined_paragraph_takes_the_identity_of_its_largest_part() -> None:
    lineage = trace(versions([C1, C2, A], [C, A]))
    assert lineage.identities[1] == (1, 2)


def test_a_paragraph_put_back_word_for_word_is_the_same_again() -> None:
    lineage = trace(versions([A, B], [A], [A, D], [A, D, B]))
    assert lineage.identities == ((0, 1), (0,), (0, 2), (0, 2, 1))
    assert lineage.strands[1] == Strand(None, 3, 2)


def test_of_two_paragraphs_put_back_with_the_same_words_each_has_its_own_identity() -> None:
    lineage = trace(versions([A, B, B], [A], [A, B, B, B]))
    assert sorted(lineage.identities[2][1:]) == [1, 2, 3]


def test_a_join_forces_a_pair_in_its_version_alone() -> None:
    texts = versions([A, B], [D, A], [A, B])
    assert trace(texts).identities == ((0, 1), (2, 0), (0, 1))
    assert trace(texts, [Join(1, 1, 0)]).identities[1] == (1, 0)


def test_joins_may_be_plain_numbers() -> None:
    texts = versions([A, B], [A, D])
    assert trace(texts, [(1, 1, 1)]) == trace(texts, [Join(version=1, old=1, new=1)])


PARAGRAPHS = st.lists(st.sampled_from([A, B, C, C1, C2, D, B.replace("may", "should"), "Agreed."]), max_size=5)
HISTORIES = st.lists(PARAGRAPHS, min_size=1, max_size=4).map(lambda texts: versions(*texts))


@given(HISTORIES)
@settings(max_examples=80, deadline=None)
def test_adding_a_version_never_changes_an_earlier_identity(history: list[Version]) -> None:
    shorter, longer = trace(history[:-1]), trace(history)
    assert longer.identities[: len(shorter.identities)] == shorter.identities
    assert longer.steps[: len(shorter.steps)] == shorter.steps
    assert extend(shorter, history[-1]) == longer


@given(HISTORIES)
@settings(max_examples=80, deadline=None)
def test_an_identity_stands_once_in_a_version_and_its_strand_knows_where_it_was_last(history: list[Version]) -> None:
    lineage = trace(history)
    last: dict[int, tuple[int, int]] = {}
    for number, identities in enumerate(lineage.identities):
        assert len(set(identities)) == len(identities) == len(history[number].draft.paragraphs)
        last.update((identity, (number, ordinal)) for ordinal, identity in enumerate(identities))
    assert {identity: (s.version, s.ordinal) for identity, s in enumerate(lineage.strands)} == last
