"""Acts on the text itself: a new declaration, a saved text, one paragraph reworded."""

from dataclasses import dataclass, replace
from unicodedata import normalize

from zerodraft.core.comparison.changes import Comparison
from zerodraft.core.comparison.compare import compare
from zerodraft.core.negotiation.delegation import SECRETARIAT_CODE
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.visible import LONGEST_NAME, visible
from zerodraft.core.text.words import fold
from zerodraft.desk.agreeing import require_agreed_words
from zerodraft.desk.changed_paragraphs import paragraphs_changed, what_changed
from zerodraft.desk.decoding import decoded, digest
from zerodraft.desk.dossier import Done, Dossier
from zerodraft.desk.naming import comment_named
from zerodraft.desk.room import Room, told
from zerodraft.errors import MovedOn, Refusal, UnreadableInput
from zerodraft.formats.names import check_slug
from zerodraft.formats.settings import Settings, dump_settings
from zerodraft.formats.skeleton import skeleton
from zerodraft.formats.toml_text import BadSettings
from zerodraft.store.acts import Write
from zerodraft.store.layout import SETTINGS, TEXT, folder, text_path
from zerodraft.store.samples import sample_files


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
        title = settings.title or _plain_title(read_draft(beginning.source).title)
        source = beginning.source
    else:
        title = settings.title or slug.replace("-", " ").title()
        source = skeleton(settings.kind, title, beginning.focus_areas, settings.language)
    return {TEXT: source.encode("utf-8"), SETTINGS: _settings_file(replace(settings, title=title))}


def _plain_title(title: str) -> str:
    """A title found in a text as settings may hold it: one line of visible characters, not too long."""
    return fold(normalize("NFC", visible(title, single_line=True)))[:LONGEST_NAME].strip()


def _settings_file(settings: Settings) -> bytes:
    try:
        return dump_settings(settings).encode("utf-8")
    except BadSettings as wrong:
        raise UnreadableInput(f"The settings can't be recorded: {wrong.sentence}", "Write them differently.") from None


def save(room: Room, dossier: Dossier, source: str, credit: Credit) -> Done:
    """Record a new working text, if nobody else has recorded one since `dossier` was read.

    The sentence says what changed, paragraph by paragraph, unless the drafter says it.
    """
    who = room.who(credit.words_of)
    answers = comment_named(dossier, credit.answers).comment.id if credit.answers else ""
    old = room.archive.draft(dossier.recorded) if dossier.recorded else read_draft("")
    if dossier.recorded and old.source == source:
        if room.workspace.read(text_path(dossier.slug)) is None:
            return _put_back(room, dossier)
        raise Refusal(f"The text of {dossier.slug} has not changed.", f"`zerodraft edit {dossier.slug}` opens it.")
    require_agreed_words(room, dossier, source)
    comparison = compare(old, read_draft(source))
    named = paragraphs_changed(comparison, room.archive.numbers_with(dossier, source)) if dossier.recorded else ()
    sentence = credit.summary or _sentence(comparison, named, dossier)
    if who.code != SECRETARIAT_CODE:
        sentence = f"{room.name(who)}: {sentence}"
    content = source.encode("utf-8")
    trailers = (
        ("Declaration", dossier.slug),
        ("Delegation", who.code),
        ("Answers", answers),
        ("Paragraph", ", ".join(named)),
        ("Text-SHA256", digest(content)),
    )
    write = Write(text_path(dossier.slug), content, dossier.recorded or None)
    commit = room.record(("save", sentence), room.author(who), trailers, (write,))
    return Done(commit, told(sentence, dossier.slug))


def _put_back(room: Room, dossier: Dossier) -> Done:
    """The recorded text into the folder, from which another program took it; no act, for nothing is changed by it."""
    path = text_path(dossier.slug)
    if room.workspace.blob_id(path) != dossier.recorded:
        raise MovedOn(f"“{path}” was changed by another act meanwhile; nothing was written.", "Open it again.")
    room.workspace.put_back(path)
    return Done(room.workspace.head or "", f"The text of {dossier.slug} lies in its folder again.")


def _sentence(comparison: Comparison, named: tuple[str, ...], dossier: Dossier) -> str:
    """“Paragraphs 7 and 12 reworded, paragraph 20 deleted”."""
    if not dossier.recorded:
        return f"{dossier.slug} begins: {comparison.new.title or dossier.slug}"
    known = comparison.old.source == dossier.draft.source
    return what_changed(comparison, named, dossier.reading.numbers if known else None)
