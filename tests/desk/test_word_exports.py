"""Every pair of versions of the demonstration as a Word file: rejected it is the one, accepted the other."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from tests.export.office_views import views
from tests.export.word_documents import plain, plain_words, settled
from tests.export.word_schema import faults, needs_schema
from tests.intake.office import needs_office
from tests.made_once import demonstration_at, made_once
from tests.rooms import ANA, clock

from zerodraft.desk.arriving import Delivery
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.outgoing import Order
from zerodraft.export.compiled import Layout
from zerodraft.intake.views import base, final
from zerodraft.intake.word import read_word
from zerodraft.store.workspace import Workspace

WORKING = ""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(Workspace.find(made_once(tmp_path_factory, "demonstration", demonstration_at)), clock(), ANA) as opened:
        yield opened


def every_redline(desk: Desk) -> Iterator[tuple[str, bytes, bytes, bytes]]:
    """Its name, the redline of two versions, and each of them by itself."""
    for slug in desk.room.workspace.slugs():
        dossier = desk.open(slug)
        names = [version.name for version in dossier.versions]
        is_unchanged = dossier.versions[-1].text_id == dossier.reading.text_id
        clean = {name: desk.export(dossier, Order("clean", "docx", name)) for name in (*names, WORKING)}
        for old, new in combinations((*names, *(() if is_unchanged else (WORKING,))), 2):
            redline = desk.export(dossier, Order("redline", "docx", new, old))
            yield f"{slug}: {old} to {new or 'working text'}", redline, clean[old], clean[new]


def test_every_redline_of_the_demonstration_is_both_of_its_versions(desk: Desk) -> None:
    known = desk.room.archive.lists.delegations()
    told = list(every_redline(desk))
    assert len(told) > 10
    for name, redline, old, new in told:
        marked = read_word(redline, "redline.docx")
        assert settled(base(marked)) == settled(base(read_word(old, "old.docx"))), name
        assert settled(final(marked)) == settled(base(read_word(new, "new.docx"))), name
        authors = {each.author for block in marked.blocks for run in block.runs for each in run.revisions}
        assert all(map(known.resolve, authors)), name


@needs_schema
def test_every_part_of_a_redline_of_the_demonstration_keeps_the_schema(desk: Desk) -> None:
    for name, redline, _, clean in every_redline(desk):
        assert faults(redline) == faults(clean) == [], name


@needs_office
@pytest.mark.slow
def test_libreoffice_rejects_and_accepts_the_redlines_of_the_demonstration(desk: Desk, tmp_path: Path) -> None:
    told = list(every_redline(desk))
    for (name, _, old, new), view in zip(told, views([each[1] for each in told], tmp_path), strict=True):
        assert plain(view.rejected) == plain_words(read_word(old, name)), name
        assert plain(view.accepted) == plain_words(read_word(new, name)), name


# --- and back -------------------------------------------------------------------------------------


def orders(desk: Desk) -> Iterator[tuple[Dossier, Order]]:
    """Each declaration in every form that can be answered, comments and all."""
    for slug in desk.room.workspace.slugs():
        dossier = desk.open(slug)
        names = [version.name for version in dossier.versions]
        for version in (names[0], WORKING):
            yield dossier, Order("clean", "docx", version, has_comments=True)
        for old, new in ((names[0], names[-1]), (names[-1], WORKING)):
            if old != new:
                yield dossier, Order("redline", "docx", new, old, has_comments=True)
        yield dossier, Order("compilation", "docx", layout=Layout.INLINE, has_comments=True)


def test_what_we_sent_out_says_nothing_when_it_comes_back_untouched(desk: Desk) -> None:
    for dossier, order in orders(desk):
        preview = desk.look_into(dossier, Delivery("answer.docx", desk.export(dossier, order), "FIN"))
        found, told = preview.arrived.received, f"{dossier.slug}: {order}"
        assert (found.proposals, found.comments, found.tray, found.account) == ((), (), (), ()), told
        assert (preview.warning, preview.unknown) == ("", ()), told
        assert [(each.code, each.times) for each in found.notices] == [("recorded", said(dossier, order))], told


def said(dossier: Dossier, order: Order) -> int:
    """How many comments and replies went out with a file."""
    if order.version == WORKING:
        return sum(len(thread.comments) for thread in dossier.threads)
    texts = [version.text_id for version in dossier.versions]
    names = [version.name for version in dossier.versions]
    known = {*texts[: names.index(order.version) + 1]}
    return sum(len(thread.comments) for thread in dossier.threads if thread.root.anchor.text_id in known)
