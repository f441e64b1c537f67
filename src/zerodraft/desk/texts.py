"""Acts on the text itself: a new declaration, a saved text, one paragraph reworded."""

from dataclasses import dataclass, replace

from zerodraft.core.comparison.changes import Change, Comparison, Fate
from zerodraft.core.comparison.compare import compare
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import Number, find
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.splice import Splice, splice
from zerodraft.desk.archive import decoded
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.room import Room, digest
from zerodraft.errors import MovedOn, NotThere, Refusal
from zerodraft.formats.settings import Settings, dump_settings
from zerodraft.formats.skeleton import skeleton
from zerodraft.store.acts import Write
from zerodraft.store.layout import SETTINGS, TEXT, check_slug, folder, text_path
from zerodraft.store.samples import sample_files

# A subject names this many paragraphs, then says how many more there are.
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a new declaration begins: from a text, a sample, or its kind and focus areas."""

    settings: Settings
    focus_areas: tuple[str, ...] = ()
    sample: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose words a change brings, the comment it answers, and a summary in place of the derived one."""

    words_of: str = SECRETARIAT_CODE
    answers: str = ""
    summary: str = ""


def begin(room: Room, slug: str, beginning: Beginning) -> Done:
    """Record a new declaration: its text and settings."""
    check_slug(slug)
    if room.workspace.read(text_path(slug)) is not None:
        raise MovedOn(f"There is a declaration “{slug}” already.", f"Choose another name, or `zerodraft show {slug}`.")
    files = _first_files(slug, beginning)
    writes = [Write(f"{folder(slug)}/{name}", content, None) for name, content in sorted(files.items())]
    text = files["text.md"]
    trailers = (("Declaration", slug), ("Text-SHA256", digest(text)))
    title = read_draft(decoded(text, "The text")).title or beginning.settings.title or slug
    commit = room.record(("new", f"{slug} begins: {title}"), room.person(), trailers, writes)
    return Done(commit, f"{title} begins as {slug}.", slug)


def _first_files(slug: str, beginning: Beginning) -> dict[str, bytes]:
    settings = beginning.settings
    if beginning.sample:
        files = sample_files(beginning.sample)
        return {name: files[name] for name in (TEXT, SETTINGS) if name in files}
    if beginning.source is not None:
        title = settings.title or read_draft(beginning.source).title
        files = {"text.md": beginning.source.encode("utf-8")}
    else:
        title = settings.title or slug.replace("-", " ").title()
        files = {"text.md": skeleton(settings.kind, title, beginning.focus_areas, settings.language).encode("utf-8")}
    return files | {SETTINGS: dump_settings(replace(settings, title=title[:200])).encode("utf-8")}


def save(room: Room, dossier: Dossier, source: str, credit: Credit) -> Done:
    """Record a new working text, if nobody else has recorded one since `dossier` was read.

    The sentence says what changed, paragraph by paragraph, unless the drafter says it.
    """
    who = room.who(credit.words_of)
    if credit.answers and credit.answers not in dossier.placed:
        raise NotThere(f"comment on {dossier.slug} called", credit.answers, hint=f"`zerodraft comments {dossier.slug}`")
    old = room.archive.draft(dossier.recorded, dossier.slug) if dossier.recorded else read_draft("")
    comparison = compare(old, read_draft(source))
    if old.source == source:
        raise Refusal(f"The text of {dossier.slug} has not changed.", f"`zerodraft edit {dossier.slug}` opens it.")
    named = _paragraphs_changed(comparison, dossier)
    sentence = credit.summary or _sentence(comparison, named)
    if who.code != SECRETARIAT_CODE:
        sentence = f"{room.name(who)}: {sentence}"
    content = source.encode("utf-8")
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", who.code),
        ("Comment", credit.answers),
        ("Paragraph", ", ".join(named)),
        ("Text-SHA256", digest(content)),
    )
    write = Write(text_path(dossier.slug), content, dossier.recorded or None)
    commit = room.record(("save", sentence), room.author(who), trailers, (write,))
    return Done(commit, sentence)


def _paragraphs_changed(comparison: Comparison, dossier: Dossier) -> tuple[str, ...]:
    """Numbers of the changed paragraphs as they are cited now, deleted ones by no number."""
    numbers = _numbers_of(comparison.new, dossier)
    cited = (numbers[change.pair.new[0]].cite for change in comparison.changes if _counts(change) and change.pair.new)
    return tuple(dict.fromkeys(cited))


def _counts(change: Change) -> bool:
    return change.pair.fate is not Fate.KEPT


def _numbers_of(draft: Draft, dossier: Dossier) -> tuple[Number, ...]:
    from zerodraft.core.text.numbering import number

    return dossier.reading.numbers if draft.source == dossier.draft.source else number(draft)


_VERBS = {
    Fate.REWORDED: "reworded",
    Fate.MOVED: "moved",
    Fate.SPLIT: "split",
    Fate.JOINED: "joined",
    Fate.INSERTED: "inserted",
    Fate.DELETED: "deleted",
}


def _sentence(comparison: Comparison, named: tuple[str, ...]) -> str:
    """“Paragraphs 7 and 12 reworded, 1 deleted”."""
    fates = [change.pair.fate for change in comparison.changes if _counts(change)]
    deleted = fates.count(Fate.DELETED)
    others = dict.fromkeys(_VERBS[fate] for fate in fates if fate is not Fate.DELETED)
    parts = []
    if named:
        parts.append(f"{_listed(named)} {' and '.join(others)}")
    if deleted:
        parts.append(f"{deleted} paragraph{'s' if deleted > 1 else ''} deleted")
    return ", ".join(parts) or "Layout of the text changed"


def _listed(cites: tuple[str, ...]) -> str:
    shown = cites[:_MOST_NAMED]
    more = len(cites) - len(shown)
    word = "Paragraphs" if len(cites) > 1 else "Paragraph"
    if more:
        return f"{word} {', '.join(shown)} and {more} more"
    return f"{word} {' and '.join(filter(None, (', '.join(shown[:-1]), shown[-1])))}"


def ordinal_of(dossier: Dossier, paragraph: str, numbers: tuple[Number, ...] | None = None) -> int:
    """The ordinal of a cited paragraph of the working text (or of the version with these `numbers`)."""
    known = dossier.reading.numbers if numbers is None else numbers
    ordinal = find(known, paragraph)
    if ordinal is not None:
        return ordinal
    from difflib import get_close_matches

    near = get_close_matches(paragraph, [each.cite for each in known], n=3, cutoff=0.4)
    raise NotThere("paragraph", paragraph, near, f"`zerodraft show {dossier.slug}` shows the numbers.")


def paragraph_source(dossier: Dossier, ordinal: int) -> str:
    """A paragraph as it stands in the file, its typed number included."""
    return dossier.draft.paragraphs[ordinal].span.of(dossier.draft.source)


def with_paragraph(dossier: Dossier, ordinal: int, words: str) -> str:
    """The source with one paragraph replaced; outside of it every byte stays."""
    span = dossier.draft.paragraphs[ordinal].span
    return splice(dossier.draft.source, (Splice(span, words.strip("\n")),))
