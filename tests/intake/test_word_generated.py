"""Whatever several authors do to a text one after the other, the file reads as each of them left it."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.tracked import Document, Row, Snapshot, Story, Writer, first_text

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import Marked
from zerodraft.intake.views import view
from zerodraft.intake.word import read_word

AUTHORS = ("Norlandia", "Estmark", "Jutlandia", "Ostania")


def evenings(seed: int) -> tuple[Document, list[Snapshot], Marked]:
    """A document after all authors, what was seen before the first and after each of them, and the file read."""
    chance = Random(seed)
    document = first_text(chance)
    snapshots = [document.seen()]
    for author in AUTHORS:
        for _ in range(chance.randint(1, 8)):
            document.edit(author)
        snapshots.append(document.seen())
    return document, snapshots, read_word(Writer(document).package(), "group.docx")


def expected(snapshot: Snapshot, names: dict[str, str]) -> tuple[list[str], list[str]]:
    """The paragraphs and the notes of a snapshot, notes by name and in their order."""
    cites = {ord(sign): f"[^{name}]" for sign, name in names.items()}
    notes = sorted(snapshot.notes.items(), key=lambda each: int(names[each[0]]))
    return [line.translate(cites) for line in snapshot.paragraphs], [text for _, text in notes]


@settings(max_examples=150)
@given(st.integers(0, 2**32))
def test_the_file_reads_as_each_author_left_it(seed: int) -> None:
    document, snapshots, marked = evenings(seed)
    for count, snapshot in enumerate(snapshots):
        accepted = set(AUTHORS[:count])
        seen = view(marked, lambda revision, accepted=accepted: revision.author in accepted)  # type: ignore[misc]
        notes = [each.text for each in seen if isinstance((each.place or (0,))[0], str)]
        texts = [each.text for each in seen if not isinstance((each.place or (0,))[0], str)]
        assert (texts, notes) == expected(snapshot, document.names())


def changes_made(document: Document) -> Counter[tuple[str, str, str, str]]:
    """Each character that was put in or taken out: by whom, in which move. Notes count as their sign."""
    found: Counter[tuple[str, str, str, str]] = Counter()

    def count(story: Story, row: Row | None) -> None:
        for atom in story.atoms:
            put, out = atom.put, atom.out
            made = {("+", put.author, put.move)} if put else set()
            made |= {("-", out.author, out.move)} if out else set()
            made |= {("+", row.put, "")} if row and row.put else set()
            made |= {("-", row.out, "")} if row and row.out else set()
            found.update((*each, "note" if atom.is_note else atom.sign) for each in made)

    for part in document.body:
        if isinstance(part, Story):
            count(part, None)
        else:
            for row in part.rows:
                for story in row.cells:
                    count(story, row)
    return found


def changes_read(marked: Marked, names: dict[str, str]) -> Counter[tuple[str, str, str, str]]:
    found: Counter[tuple[str, str, str, str]] = Counter()
    cites = sorted((f"[^{name}]" for name in names.values()), key=len, reverse=True)
    for block in marked.blocks:
        if isinstance((block.place or (0,))[0], str):
            continue
        for text, revisions in (*(run[:2] for run in block.runs), ("\n", block.mark)):
            for revision in revisions:
                by = ("+" if revision.op is Op.INSERTED else "-", revision.author, revision.move)
                rest = text
                for cite in cites:
                    found[(*by, "note")] += rest.count(cite)
                    rest = rest.replace(cite, "")
                found.update((*by, sign) for sign in rest)
    return +found


@settings(max_examples=150)
@given(st.integers(0, 2**32))
def test_every_character_is_read_with_its_authors_and_its_move(seed: int) -> None:
    document, _, marked = evenings(seed)
    assert changes_read(marked, document.names()) == changes_made(document)


def test_the_editor_makes_all_kinds_of_changes() -> None:
    """What the laws above are worth: stacks, moves, notes, rows and marks are all met."""
    runs = []
    for seed in range(40):
        _, _, marked = evenings(seed)
        runs += [(run.text, run.revisions, block.place) for block in marked.blocks for run in block.runs]
        runs += [("\n", block.mark, block.place) for block in marked.blocks]
    assert any(len({each.author for each in revisions}) > 1 for _, revisions, _ in runs)
    assert any(each.move and text == "\n" for text, revisions, _ in runs for each in revisions)
    assert any("[^" in text and revisions for text, revisions, _ in runs)
    assert any(len(place) == 3 and revisions for _, revisions, place in runs)
    assert any(isinstance(place[0], str) and revisions for _, revisions, place in runs if place)
    for op in (Op.INSERTED, Op.DELETED):
        assert any(each.op is op and text == "\n" for text, revisions, _ in runs for each in revisions)
