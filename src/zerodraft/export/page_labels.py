"""The words of what a reader finds beside a text, on a page in a browser or on paper: comments, choices, dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zerodraft.core.negotiation.thread import State
from zerodraft.export.labels import in_language


@dataclass(frozen=True, slots=True)
class PageLabels:
    """`{}` in a phrase is the name, number or count that it speaks of."""

    table: str
    controls: str
    changes_by: str
    said_by: str
    everybody: str
    shown_part: str
    whole_text: str
    none_here: str
    tab: str
    by: str
    show_comments: str
    comments_on: str
    comment: str
    to_words: str
    elsewhere: str
    said_of: str
    states: Mapping[str, str]
    months: tuple[str, ...]

    def dated(self, day: date) -> str:
        """“16 November 2021”."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    @property
    def outcomes(self) -> Mapping[State, str]:
        """What became of a comment that is settled, as a sentence begins: “Taken up”."""
        return {state: self.states[state].capitalize() for state in (State.TAKEN_UP, State.RESOLVED)}


_ENGLISH = PageLabels(
    table="Table {}",
    controls="What is shown",
    changes_by="Changes and comments by",
    said_by="Said by",
    everybody="all delegations",
    shown_part="Part",
    whole_text="the whole text",
    none_here="Nothing of this delegation here.",
    tab="The Tab key goes from change to change and tells whose it is.",
    by="by {}",
    show_comments="Comments",
    comments_on="Comments on {}",
    comment="Comment {} by {}",
    to_words="to the words of comment {}",
    elsewhere="Comments without a place in this text",
    said_of="On {}: {}",
    states={
        State.OPEN: "open",
        State.ANSWERED: "answered",
        State.TAKEN_UP: "taken up",
        State.RESOLVED: "resolved",
    },
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)
_INDONESIAN = PageLabels(
    table="Tabel {}",
    controls="Yang ditampilkan",
    changes_by="Perubahan dan komentar dari",
    said_by="Dari",
    everybody="semua delegasi",
    shown_part="Bagian",
    whole_text="seluruh teks",
    none_here="Tidak ada apa pun dari delegasi ini di sini.",
    tab="Tombol Tab berpindah dari perubahan ke perubahan dan menyebutkan siapa yang mengubah.",
    by="oleh {}",
    show_comments="Komentar",
    comments_on="Komentar atas {}",
    comment="Komentar {} dari {}",
    to_words="ke kata-kata komentar {}",
    elsewhere="Komentar tanpa tempat dalam teks ini",
    said_of="Mengenai {}: {}",
    states={
        State.OPEN: "terbuka",
        State.ANSWERED: "dijawab",
        State.TAKEN_UP: "diakomodasi",
        State.RESOLVED: "selesai",
    },
    months=(
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
)


def page_labels_for(language: str) -> PageLabels:
    """As `in_language`."""
    return in_language(language, _ENGLISH, _INDONESIAN)
