"""The demonstration in Akoma Ntoso: all its versions and redlines are valid; names come from settings and history."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from lxml import etree
from tests.export.akn_schema import faults, needs_schema
from tests.made_once import demonstration_at, made_once
from tests.rooms import ANA, clock

from zerodraft.core.negotiation.adoption import Manner
from zerodraft.desk.adopting import Adoption
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.outgoing import Order
from zerodraft.desk.starting import text_in
from zerodraft.errors import UnreadableInput
from zerodraft.intake.akn_reading import akoma_ntoso, read_akn
from zerodraft.store.workspace import Workspace

SPACE = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
SLUGS = (
    "asean-leaders-vision",
    "bali-message",
    "cybersecurity-statement",
    "jakarta-message",
    "smart-cities-concept-note",
)


@pytest.fixture
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(Workspace.find(made_once(tmp_path_factory, "demonstration", demonstration_at)), clock(), ANA) as opened:
        yield opened


def values(data: bytes, path: str) -> list[str]:
    elements = etree.fromstring(data).xpath(path, namespaces=SPACE)
    assert isinstance(elements, list)
    return [str(each) for each in elements]


@needs_schema
@pytest.mark.parametrize("slug", SLUGS)
def test_every_version_is_valid_and_gives_its_text_back(shown: Desk, slug: str) -> None:
    dossier = shown.open(slug)
    for version in (*dossier.versions, None):
        data = shown.export(dossier, Order("clean", "akn", version.name if version else "", has_comments=True))
        assert not faults(data)
        reading = shown.reading(dossier, version.name) if version else dossier.reading
        assert read_akn(data) == reading.draft.source


@needs_schema
@pytest.mark.parametrize("slug", SLUGS)
def test_the_redline_between_any_two_versions_is_valid(shown: Desk, slug: str) -> None:
    dossier = shown.open(slug)
    for old, new in combinations(dossier.versions, 2):
        data = shown.export(dossier, Order("redline", "akn", new.name, old.name))
        assert not faults(data)
        for text, version in ((data, new), (data, old)):
            found = akoma_ntoso(text, is_former=version is old).markdown
            assert " ".join(found.split()) == " ".join(shown.reading(dossier, version.name).draft.source.split())


@needs_schema
@pytest.mark.parametrize("slug", ["bali-message", "cybersecurity-statement"])
def test_the_compilation_is_valid_and_gives_its_brackets_back(shown: Desk, slug: str) -> None:
    dossier = shown.open(slug)
    data = shown.export(dossier, Order("compilation", "akn"))
    assert not faults(data)
    back = read_akn(data)
    for tabled in (each for each in dossier.tabled.values() if each.is_open):
        number = tabled.proposal.number
        assert number.encode() in data
    assert back.count("[") >= dossier.draft.source.count("[")


def test_a_paragraph_is_named_after_the_version_in_which_it_first_stood(shown: Desk) -> None:
    dossier = shown.open("bali-message")
    first = shown.export(dossier, Order("clean", "akn", "zero-draft"))
    assert values(first, "//a:paragraph/@wId") == values(first, "//a:paragraph/@eId")
    later = shown.export(dossier, Order("clean", "akn", "rev-2"))
    known = set(values(first, "//@GUID"))
    names = values(later, "//a:paragraph/@GUID")
    assert len(set(names)) == len(names)
    assert {*names} & known
    assert {*names} - known
    assert values(later, "//a:paragraph[@GUID='" + sorted({*names} & known)[0] + "']/@wId")[0].startswith("para_")


def test_the_work_is_named_after_the_settings_of_the_declaration(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    order = Order("clean", "akn")
    (usual,) = values(desk.export(desk.open("note"), order), "//a:FRBRWork/a:FRBRuri/@value")
    assert usual.startswith("/akn/xx/statement/deliberation/")
    path = desk.room.workspace.root / "declarations" / "note" / "declaration.toml"
    settings = '\nakn_jurisdiction = "un"\nakn_body = "unga"\nakn_type = "doc"\nakn_subtype = "communication"\n'
    path.write_text(path.read_text() + settings)
    data = desk.export(desk.open("note"), order)
    (named,) = values(data, "//a:FRBRWork/a:FRBRuri/@value")
    assert named.startswith("/akn/un/doc/communication/unga/")
    assert values(data, "/a:akomaNtoso/a:doc/@contains") == ["singleVersion"]


@pytest.mark.parametrize(
    "line", ['akn_jurisdiction = "UN"', 'akn_body = "General Assembly"', 'akn_type = "act"', 'akn_subtype = "a/b"']
)
def test_a_setting_that_names_nothing_is_refused_with_its_line(desk: Desk, line: str) -> None:
    path = desk.room.workspace.root / "declarations" / "note" / "declaration.toml"
    path.write_text(f"{line}\n{path.read_text()}")
    with pytest.raises(UnreadableInput) as refused:
        desk.open("note")
    assert line.split(" ")[0] in refused.value.message


@needs_schema
def test_an_adopted_text_tells_its_adoption_and_bears_the_fingerprint(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Final draft"))
    desk.adopt(desk.open("note"), Adoption(place="Suva", manner=Manner.CONSENSUS))
    data = desk.export(desk.open("note"), Order("clean", "akn"))
    assert not faults(data)
    assert values(data, "//a:FRBRWork/a:FRBRauthoritative/@value") == ["true"]
    assert values(data, "//a:container[@name='adoption']//a:location/text()") == ["Suva"]
    assert len(akoma_ntoso(data).fingerprint) == 64


def test_a_declaration_begins_from_a_file_in_akoma_ntoso(desk: Desk) -> None:
    data = desk.export(desk.open("note"), Order("clean", "akn"))
    assert text_in(data, "note.xml", "") == desk.open("note").draft.source
