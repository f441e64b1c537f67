"""What can be written next in a filter line: the rest of a term, and a row that tells what there is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.tui.comments.speakers import speakers

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

Values = Callable[[str, "Dossier"], Iterable[str]]
_MOST = 8
FROM = "from"


class Completing(NamedTuple):
    """`values` gives by key what may follow; `everything` is told where no term is begun."""

    values: Mapping[str, Values]
    everything: str

    def completed(self, line: str, dossier: "Dossier") -> str:
        """The line with its last term completed; "" where there is nothing to add."""
        term = _last(line)
        key, colon, value = term.partition(":")
        if not colon:
            return next((f"{line}{each[len(term) :]}:" for each in self.values if term and each.startswith(term)), "")
        for each in self._known(key, value, dossier):
            if each.casefold().startswith(value.casefold()) and len(each) > len(value):
                return line + each[len(value) :]
        return ""

    def hint(self, line: str, dossier: "Dossier") -> str:
        """What can be written here."""
        key, colon, value = _last(line).partition(":")
        if not colon or key not in self.values:
            return self.everything
        if key == FROM:
            found = [f"{each.code} {each.name}" for each in speakers(dossier, value)]
        else:
            known = self._known(key, value, dossier)
            found = [each for each in known if each.casefold().startswith(value.casefold())]
        return " · ".join(found[:_MOST]) + (" …" if len(found) > _MOST else "")

    def _known(self, key: str, value: str, dossier: "Dossier") -> Iterator[str]:
        if key in self.values:
            yield from self.values[key](value, dossier)


def _last(line: str) -> str:
    """The term that is being typed; "" behind a space or within quotation marks."""
    return "" if line.count('"') % 2 else line.rpartition(" ")[2]


def known_speakers(value: str, dossier: "Dossier") -> Iterator[str]:
    """In one word each: `Viet-Nam` is understood as well as “Viet Nam”."""
    return ("-".join(each.spelling.split()) for each in speakers(dossier, value))


def known_areas(_value: str, dossier: "Dossier") -> Iterator[str]:
    return (str(area.number) for area in dossier.draft.focus_areas)


def known_versions(_value: str, dossier: "Dossier") -> Iterator[str]:
    return (version.name for version in dossier.versions)
