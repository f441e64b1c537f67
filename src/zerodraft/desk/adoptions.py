"""Which declarations are adopted, as it is recorded: their text is frozen, whatever lies in the folder."""

from collections.abc import Sequence

from zerodraft.core.negotiation.adoption import Adopted
from zerodraft.core.text.visible import visible
from zerodraft.desk.decoding import decoded
from zerodraft.desk.dossier import Dossier
from zerodraft.errors import MovedOn, Refusal
from zerodraft.formats.adoption_file import parse_adoption
from zerodraft.formats.names import is_safe_name, split_tag
from zerodraft.formats.toml_text import BadSettings
from zerodraft.store.acts import Ground, TagChange, Write
from zerodraft.store.countries import long_date
from zerodraft.store.layout import COMMENTS, adoption_path
from zerodraft.store.workspace import Workspace


class BadAdoption(Exception):
    """What is recorded of an adoption can't be read; the message is a sentence."""


def adoption(workspace: Workspace, slug: str) -> Adopted | None:
    """What is recorded of a declaration's adoption, None before it. Raises `BadAdoption`."""
    path = adoption_path(slug)
    recorded = workspace.blob_id(path)
    if recorded is None:
        return None
    try:
        return parse_adoption(decoded(workspace.blob(recorded), path))
    except (BadSettings, Refusal) as wrong:
        raise BadAdoption(f"{path} can't be read: {wrong}") from None


def told(adopted: Adopted) -> str:
    """“adopted by consensus in Jakarta on 11 September 2019”."""
    place = f" in {visible(adopted.place, single_line=True)}" if adopted.place else ""
    return f"adopted by {adopted.manner}{place} on {long_date(adopted.day, 'en')}"


def require_not_frozen(workspace: Workspace, writes: Sequence[Write], tags: Sequence[TagChange]) -> tuple[Ground, ...]:
    """Refuse an act that would change what belongs to adopted words. Comments may still be made; an adoption, a
    corrigendum, and taking them back change what is recorded of the adoption itself. Any other act stands on it that
    nobody adopts meanwhile."""
    paths = {write.path for write in writes}
    touched = {path.split("/")[1] for path in paths if path.count("/") > 1 and path.split("/")[2] != COMMENTS}
    touched |= {split_tag(change.name)[0] for change in tags}
    others = [slug for slug in sorted(filter(is_safe_name, touched)) if adoption_path(slug) not in paths]
    for slug in others:
        if workspace.blob_id(adoption_path(slug)):
            raise frozen(slug, _as_far_as_known(workspace, slug))
    return tuple(Ground(adoption_path(slug), None) for slug in others)


def _as_far_as_known(workspace: Workspace, slug: str) -> Adopted | None:
    try:
        return adoption(workspace, slug)
    except BadAdoption:
        return None


def require_open(dossier: Dossier) -> None:
    """Refuse, before words are typed, what could not be recorded because the text is adopted."""
    if dossier.adopted:
        raise frozen(dossier.slug, dossier.adopted)


def frozen(slug: str, adopted: Adopted | None) -> MovedOn:
    """The refusal that names the adoption; None for one that can't be read."""
    sentence = f"{slug} was {told(adopted)}; its words are frozen." if adopted else f"{slug} is adopted, and frozen."
    return MovedOn(
        sentence,
        f"A mistake in print is corrected by `zerodraft adopt {slug} --corrigendum WHY`; `zerodraft undo {slug}` takes "
        "the adoption back while it is the last act.",
    )
