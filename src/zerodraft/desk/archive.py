"""Reading a workspace: settings, texts, versions, comments, and where each comment stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from zerodraft.core.comparison.frozen import frozen_numbers
from zerodraft.core.comparison.journey import Told
from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.comparison.lineage import Version as TextVersion
from zerodraft.core.negotiation.adoption import Adopted
from zerodraft.core.negotiation.agreed import Agreed, agreed_paragraphs, as_adopted
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.tabling import Memory, table
from zerodraft.core.negotiation.thread import threads
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.finding import Finding
from zerodraft.core.text.fingerprint import fingerprint_of
from zerodraft.core.text.inspection import inspect
from zerodraft.core.text.numbering import Number, Profile, number
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.rereading import read_again
from zerodraft.desk.adoptions import BadAdoption, adoption
from zerodraft.desk.attributions import unknown_delegations
from zerodraft.desk.credit_books import CreditBooks
from zerodraft.desk.decoding import decoded, digest
from zerodraft.desk.dossier import Dossier, Reading, Unreadable, Version
from zerodraft.desk.lineages import Lineages, Said
from zerodraft.desk.lists import MEND, Lists
from zerodraft.desk.placing import placed, placed_again
from zerodraft.desk.record import Record
from zerodraft.desk.shelf import Filed, Shelves, brought_back, taken_up
from zerodraft.errors import NotThere, UnreadableInput, WorkspaceUnusable
from zerodraft.formats.commit_message import BadVersionNote, parse_version_note
from zerodraft.formats.names import BadName, is_safe_name, proposed_slug, split_tag, version_name
from zerodraft.formats.settings import Settings, parse_settings
from zerodraft.formats.toml_text import BadSettings
from zerodraft.store import watching
from zerodraft.store.acts import Tag
from zerodraft.store.layout import adoption_path, settings_path, text_path
from zerodraft.store.workspace import Workspace


@dataclass
class Archive:
    """Reads one workspace and remembers what can't change: drafts by blob id, the closed list by its bytes."""

    workspace: Workspace
    _drafts: dict[str, Draft] = field(default_factory=dict)
    _working: tuple[str, Draft] | None = None
    _former: Draft | None = None
    _fingerprints: dict[str, str] = field(default_factory=dict)
    _memories: defaultdict[str, Memory] = field(default_factory=lambda: defaultdict(Memory))
    lists: Lists = field(init=False)
    shelves: Shelves = field(init=False)
    record: Record = field(init=False)
    lineages: Lineages = field(init=False)
    credits: CreditBooks = field(init=False)

    def __post_init__(self) -> None:
        self.lists = Lists(self.workspace)
        self.shelves = Shelves(self.workspace)
        self.record = Record(self.workspace)
        self.lineages = Lineages(self.record, self.draft)
        self.credits = CreditBooks(self.workspace, self.record, self.draft_once)

    # --- texts and versions ------------------------------------------------------------------

    def draft(self, text_id: str) -> Draft:
        if text_id not in self._drafts:
            self._drafts[text_id] = self.draft_once(text_id)
        return self._drafts[text_id]

    def draft_once(self, text_id: str) -> Draft:
        """The same without keeping it: 500 drafts of 50,000 words take 350 MB."""
        if text_id in self._drafts:
            return self._drafts[text_id]
        # Nobody can mend what is recorded; what in it is no UTF-8 stands as �, and the rest can be read.
        return self._parsed(self.workspace.blob(text_id).decode("utf-8", "replace"))

    def _parsed(self, source: str) -> Draft:
        """Texts are read one after the other as they came of each other: most of one stands in the one before."""
        self._former = read_draft(source) if self._former is None else read_again(self._former, source)
        return self._former

    def blob_id(self, path: str, commit: str) -> str | None:
        """The id of a file's bytes in a commit, None when it wasn't there."""
        content = self.workspace.blob_at(commit, path)
        return None if content is None else self.workspace.blob_id_of(content)

    def versions(self, slug: str) -> tuple[Version, ...]:
        """The issued versions of a declaration, in the order of history."""
        return tuple(filter(None, map(self.version, self.workspace.tags(slug))))

    def version(self, tag: Tag) -> Version | None:
        """What a tag tells of an issued version; None for one that was made elsewhere."""
        slug, name = split_tag(tag.name)
        try:
            note = parse_version_note(tag.message)
        except BadVersionNote:
            return None
        content = self.workspace.blob_at(tag.commit, text_path(slug))
        if content is None:
            return None
        return Version(
            name=name,
            designation=note.designation,
            stage=note.stage,
            date=note.date,
            issued=tag.date,
            commit=tag.commit,
            tag_id=tag.tag_id,
            text_id=self.workspace.blob_id_of(content),
            intact=digest(content) == note.text_sha256,
        )

    def reading(self, slug: str, version: Version) -> Reading:
        """An issued version with the numbers it was issued under."""
        draft = self.draft(version.text_id)
        return Reading(version, version.text_id, draft, number(draft))

    def version_named(self, slug: str, name: str, versions: Sequence[Version]) -> Version:
        """The version that a person names: `rev-1`, `Rev.1`, `zero draft`."""
        try:
            wanted = version_name(name)
        except BadName:
            wanted = name
        for version in versions:
            if wanted == version.name:
                return version
        known = ", ".join(version.name for version in versions)
        raise NotThere(
            f"version of {slug} called", name, hint=f"Issued are: {known}." if known else "None is issued yet."
        )

    def saved_reading(self, dossier: Dossier) -> Reading:
        """The recorded text; its numbers are frozen since the last issue, as those of the working text are."""
        if not dossier.recorded:
            hint = f"Nothing of it is recorded yet; `zerodraft save {dossier.slug}` records it."
            raise NotThere(f"text of {dossier.slug} called", "saved", hint=hint)
        if not dossier.unsaved:
            return dossier.reading
        version = TextVersion(dossier.recorded, self.draft(dossier.recorded))
        lineage = self.lineages.lineage(dossier.slug, version, dossier.versions, _said(_filed(dossier)))
        numbers = self._numbers(lineage, dossier.versions, dossier.settings)
        return Reading(None, dossier.recorded, version.draft, numbers)

    # --- one declaration ---------------------------------------------------------------------

    def settings(self, slug: str) -> Settings:
        path = settings_path(slug)
        raw = self.workspace.read(path)
        if raw is None:
            return Settings()
        try:
            return parse_settings(decoded(raw, path))
        except BadSettings as wrong:
            raise UnreadableInput(f"{path} can't be read: {wrong}", MEND) from None

    def source(self, slug: str) -> str:
        """The working text: the file as it lies in the folder."""
        path = text_path(slug) if is_safe_name(slug) else ""
        raw = self.workspace.read(path) if path else None
        if raw is not None:
            return decoded(raw, path)
        if path and self.workspace.blob_id(path):
            raise WorkspaceUnusable(
                f"The text of {slug} is gone from the folder: there is no {path}.", brought_back(path)
            )
        raise NotThere("declaration", slug, self._near(proposed_slug(slug)), "`zerodraft list` names all of them.")

    def _near(self, slug: str) -> tuple[str, ...]:
        from difflib import get_close_matches

        return tuple(get_close_matches(slug, self.workspace.slugs(), n=3, cutoff=0.5))

    def dossier(self, slug: str, told: Told | None = None) -> Dossier:
        """Everything about a declaration, derived from what lies on disk now; `told` how far its tracing is."""
        mark = watching.mark(self.workspace.root, slug) if is_safe_name(slug) else ()
        source = self.source(slug)
        settings = self.settings(slug)
        versions = self.versions(slug)
        filed = self.shelves.read(slug)
        text = self._read(source)
        said = _said(filed)
        lineage, places = self.lineages.reach(slug, text, versions, said, told)
        comments, count = filed.comments, len(filed.comments)
        reading = Reading(None, text.text_id, text.draft, self._numbers(lineage, versions, settings))
        recorded = self.workspace.blob_id(text_path(slug)) or ""
        if recorded == text.text_id:
            self._drafts[recorded] = text.draft
        adopted, wrong = self._adopted(slug, versions, recorded)
        delegations, without = self.lists.delegations_as_far_as_known()
        return Dossier(
            slug=slug,
            settings=settings,
            delegations=delegations,
            reading=reading,
            recorded=recorded,
            unsaved=recorded != text.text_id,
            findings=_findings(text.draft, delegations),
            versions=versions,
            threads=threads(comments, taken_up(self.record.acts(slug)) if comments else ()),
            placed=placed(comments, places[:count], reading),
            positions=filed.positions,
            decisions=filed.decisions,
            tabled=table(filed.proposals, filed.decisions, lineage, self._memories[slug]),
            agreed=_agreed(filed.decisions, lineage, adopted),
            places=dict(zip(said.anchors[count:], places[count:], strict=True)),
            unreadable=(*filed.unreadable, *without, *wrong, *_not_as_issued(versions)),
            adopted=adopted,
            mark=mark,
        )

    def _adopted(
        self, slug: str, versions: Sequence[Version], recorded: str
    ) -> tuple[Adopted | None, tuple[Unreadable, ...]]:
        """The adoption, as recorded; and what is wrong with it, or with the text that is recorded since."""
        try:
            adopted = adoption(self.workspace, slug)
        except BadAdoption as wrong:
            return None, (Unreadable(adoption_path(slug), str(wrong)),)
        known = {each.name: each.text_id for each in versions}
        for name, fingerprint in adopted.versions if adopted else ():
            if name not in known or self.fingerprint(known[name]) != fingerprint:
                sentence = f"the words of {name} don't have the fingerprint with which they were adopted"
                return adopted, (Unreadable(adoption_path(slug), sentence),)
        if adopted and known[adopted.words[0]] != recorded:
            sentence = f"the recorded text is not that of {adopted.words[0]}: it was changed past zerodraft"
            hint = (
                f"`git restore -s {slug}/{adopted.words[0]} :/{text_path(slug)}` lays the adopted text into the folder."
            )
            return adopted, (Unreadable(text_path(slug), sentence, hint),)
        return adopted, ()

    def fingerprint(self, text_id: str) -> str:
        """That of the words of an issued text."""
        if text_id not in self._fingerprints:
            draft = self.draft(text_id)
            self._fingerprints[text_id] = fingerprint_of(draft, number(draft))
        return self._fingerprints[text_id]

    def reread(self, dossier: Dossier, source: str) -> Dossier:
        """The dossier as it would be opened if this were the working text."""
        text = self._read(source)
        if text.text_id == dossier.reading.text_id:
            return dossier
        filed = _filed(dossier)
        said = _said(filed)
        lineage, places = self.lineages.reach(dossier.slug, text, dossier.versions, said, None)
        count = len(filed.comments)
        numbers = self._numbers(lineage, dossier.versions, dossier.settings)
        reading = Reading(None, text.text_id, text.draft, numbers)
        return replace(
            dossier,
            reading=reading,
            unsaved=dossier.recorded != text.text_id,
            findings=_findings(text.draft, dossier.delegations),
            placed=placed_again(dossier.placed, places[:count], reading),
            tabled=table(filed.proposals, filed.decisions, lineage, self._memories[dossier.slug]),
            agreed=_agreed(filed.decisions, lineage, dossier.adopted),
            places=dict(zip(said.anchors[count:], places[count:], strict=True)),
        )

    def lineage(self, dossier: Dossier) -> Lineage:
        """The texts that were read or issued and all since the last issue, up to the working text."""
        text = TextVersion(dossier.reading.text_id, dossier.draft)
        return self.lineages.lineage(dossier.slug, text, dossier.versions, _said(_filed(dossier)))

    def tabled_as(self, dossier: Dossier, proposal: Proposal) -> Tabled:
        """A proposal as it would stand in the working text, were it this one and nothing decided on it."""
        lineage = self.lineage(dossier)
        row = {proposal.id: proposal}
        while (above := dossier.tabled.get([*row.values()][-1].answers)) and above.proposal.id not in row:
            row[above.proposal.id] = above.proposal
        others = [each for each in dossier.decisions if proposal.id not in each.proposals]
        return table(row.values(), others, lineage)[proposal.id]

    def agreed_in(
        self, dossier: Dossier, source: str, decisions: Sequence[Decision]
    ) -> tuple[Draft, tuple[Agreed, ...]]:
        """What would be agreed if `source` were the working text, and these the decisions; and the text, read."""
        text = self._read(source)
        lineage = self.lineages.lineage(dossier.slug, text, dossier.versions, _said(_filed(dossier)))
        return text.draft, agreed_paragraphs(decisions, lineage)

    def _read(self, source: str) -> TextVersion:
        """A text that may never be recorded; only the last one is remembered."""
        text_id = self.workspace.blob_id_of(source.encode("utf-8", "surrogatepass"))
        if text_id in self._drafts:
            return TextVersion(text_id, self._drafts[text_id])
        if self._working is None or self._working[0] != text_id:
            self._working = text_id, self._parsed(source)
        return TextVersion(*self._working)

    def _numbers(self, lineage: Lineage, versions: Sequence[Version], settings: Settings) -> tuple[Number, ...]:
        """Of the last text: frozen since the last issue; a text that was never issued is numbered afresh."""
        if not versions:
            return number(lineage.versions[-1].draft)
        places = {version.text_id: place for place, version in enumerate(lineage.versions)}
        return frozen_numbers(lineage, places[versions[-1].text_id], Profile(settings.numbering))

    def numbers_with(self, dossier: Dossier, source: str) -> tuple[Number, ...]:
        """The numbers that the declaration would have with another working text."""
        said = _said(_filed(dossier))
        lineage = self.lineages.lineage(dossier.slug, self._read(source), dossier.versions, said)
        return self._numbers(lineage, dossier.versions, dossier.settings)


def _filed(dossier: Dossier) -> Filed:
    """What was said and decided, as the dossier has it."""
    comments = tuple(each.comment for each in dossier.placed.values())
    return Filed(comments, dossier.proposals, dossier.positions, dossier.decisions, ())


def _said(filed: Filed) -> Said:
    """Comments first, then positions and decisions on words."""
    anchors = (*(each.anchor for each in filed.positions), *(each.anchor for each in filed.decisions))
    texts = frozenset(each.amendment.text_id for each in filed.proposals)
    return Said((*(each.anchor for each in filed.comments), *filter(None, anchors)), texts)


def _agreed(decisions: Sequence[Decision], lineage: Lineage, adopted: Adopted | None) -> tuple[Agreed, ...]:
    agreed = agreed_paragraphs(decisions, lineage)
    return as_adopted(agreed, lineage.versions[-1].draft) if adopted else agreed


def _findings(draft: Draft, delegations: Delegations) -> tuple[Finding, ...]:
    found = (*inspect(draft), *unknown_delegations(draft, lambda: delegations))
    return tuple(sorted(found, key=lambda each: each.span))


def _not_as_issued(versions: Sequence[Version]) -> Iterator[Unreadable]:
    for version in versions:
        if not version.intact:
            sentence = "the text under this version is not the one that was issued; its digest differs"
            yield Unreadable(version.designation, sentence)
