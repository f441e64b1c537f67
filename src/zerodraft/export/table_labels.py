"""The words that a table of comments, a matrix and a concordance add, in the two languages in which the host works."""

from collections.abc import Mapping
from dataclasses import dataclass

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.thread import State
from zerodraft.core.text.position import Stance
from zerodraft.export.labels import labels_for


@dataclass(frozen=True, slots=True)
class TableLabels:
    """`heads` are those of the ISO commenting template, `concordance_heads` new, old, done, by whom, taken up, why.
    `{}` in a phrase is the number, version or name that it speaks of."""

    language: str
    comments: str
    form: str
    matrix: str
    about: str
    heads: tuple[str, ...]
    general: str
    preamble: str
    closing: str
    replies_to: str
    amends: str
    in_version: str
    not_in_force: str
    verdicts: Mapping[Verdict, str]
    one_change: str
    some_changes: str
    instead: str
    states: Mapping[State, str]
    stances: Mapping[Stance, str]
    stands: Mapping[Stance, str]
    comment: str
    concordance: str
    concordance_heads: tuple[str, ...]
    deeds: Mapping[Fate, str]
    renumbered: str
    types: str
    cut: str
    empty: str


_ENGLISH = TableLabels(
    language="en",
    comments="Comments and proposals",
    form="Form for comments and proposals",
    matrix="Delegations and paragraphs",
    about="About",
    heads=(
        "No.",
        "Delegation (MB/NC)",
        "Line(s)",
        "Focus area (clause)",
        "Paragraph",
        "Type (ge/te/ed)",
        "Comment (justification)",
        "Proposed change",
        "Observations of the secretariat",
    ),
    general="General",
    preamble="Preamble",
    closing="Closing",
    replies_to="In reply to {}:",
    amends="Amends {}.",
    in_version="{cite} ({version})",
    not_in_force="No longer in the text",
    verdicts={
        Verdict.ACCEPT: "Accepted",
        Verdict.IN_PART: "Accepted in part",
        Verdict.AS_EDITED: "Accepted as edited",
        Verdict.BRACKET: "Placed in brackets",
        Verdict.REJECT: "Not accepted",
        Verdict.WITHDRAW: "Withdrawn",
        Verdict.OVERTAKEN: "Overtaken",
    },
    one_change="change {}",
    some_changes="changes {}",
    instead="by {}",
    states={State.TAKEN_UP: "Taken up", State.RESOLVED: "Resolved"},
    stances={
        Stance.PROPOSE: "proposes",
        Stance.SUPPORT: "supports",
        Stance.RETAIN: "retains the text",
        Stance.DELETE: "deletes",
        Stance.RESERVE: "reserves its position",
        Stance.FLEXIBLE: "is flexible",
    },
    stands={
        Stance.PROPOSE: "Proposed by",
        Stance.SUPPORT: "Support",
        Stance.RETAIN: "Retain the text",
        Stance.DELETE: "Delete",
        Stance.RESERVE: "Reservation",
        Stance.FLEXIBLE: "Flexible",
    },
    comment="comment",
    concordance="Concordance: {old} → {new}",
    concordance_heads=("New", "Old", "What was done", "Contributors", "Proposals and comments", "Reason"),
    deeds={
        Fate.KEPT: "kept",
        Fate.REWORDED: "reworded",
        Fate.MOVED: "moved",
        Fate.SPLIT: "split",
        Fate.JOINED: "joined",
        Fate.INSERTED: "new",
        Fate.DELETED: "deleted",
    },
    renumbered="renumbered",
    types="ge: general, te: technical, ed: editorial",
    cut="… [{} characters more: see the Word, CSV or text form of this table]",
    empty="Nothing was said of this text.",
)
_INDONESIAN = TableLabels(
    language="id",
    comments="Komentar dan usulan",
    form="Formulir komentar dan usulan",
    matrix="Delegasi dan paragraf",
    about="Keterangan",
    heads=(
        "No.",
        "Delegasi (MB/NC)",
        "Baris",
        "Bidang fokus (klausul)",
        "Paragraf",
        "Jenis (ge/te/ed)",
        "Komentar (alasan)",
        "Usulan perubahan",
        "Tanggapan sekretariat",
    ),
    general="Umum",
    preamble="Pembukaan",
    closing="Penutup",
    replies_to="Menanggapi {}:",
    amends="Mengubah {}.",
    in_version="{cite} ({version})",
    not_in_force="Tidak lagi ada dalam teks",
    verdicts={
        Verdict.ACCEPT: "Diterima",
        Verdict.IN_PART: "Diterima sebagian",
        Verdict.AS_EDITED: "Diterima dengan penyesuaian",
        Verdict.BRACKET: "Ditempatkan dalam kurung",
        Verdict.REJECT: "Tidak diterima",
        Verdict.WITHDRAW: "Ditarik kembali",
        Verdict.OVERTAKEN: "Digantikan",
    },
    one_change="perubahan {}",
    some_changes="perubahan {}",
    instead="oleh {}",
    states={State.TAKEN_UP: "Diakomodasi", State.RESOLVED: "Selesai"},
    stances={
        Stance.PROPOSE: "mengusulkan",
        Stance.SUPPORT: "mendukung",
        Stance.RETAIN: "mempertahankan teks",
        Stance.DELETE: "menghapus",
        Stance.RESERVE: "menunda posisi",
        Stance.FLEXIBLE: "fleksibel",
    },
    stands={
        Stance.PROPOSE: "Diusulkan oleh",
        Stance.SUPPORT: "Dukungan",
        Stance.RETAIN: "Pertahankan teks",
        Stance.DELETE: "Hapus",
        Stance.RESERVE: "Menunda posisi",
        Stance.FLEXIBLE: "Fleksibel",
    },
    comment="komentar",
    concordance="Konkordansi: {old} → {new}",
    concordance_heads=("Baru", "Lama", "Perubahan", "Kontributor", "Usulan dan komentar", "Alasan"),
    deeds={
        Fate.KEPT: "tetap",
        Fate.REWORDED: "dirumuskan ulang",
        Fate.MOVED: "dipindahkan",
        Fate.SPLIT: "dipecah",
        Fate.JOINED: "digabung",
        Fate.INSERTED: "baru",
        Fate.DELETED: "dihapus",
    },
    renumbered="bernomor baru",
    types="ge: umum, te: substansi, ed: redaksional",
    cut="… [{} karakter lagi: lihat tabel ini sebagai Word, CSV atau teks]",
    empty="Belum ada komentar atau usulan atas teks ini.",
)


def table_labels(language: str) -> TableLabels:
    """Indonesian for “id” and its variants, English for every other language."""
    return _INDONESIAN if labels_for(language).language == "id" else _ENGLISH
