"""The words that a table of comments, a matrix and a concordance add, in the two languages in which the host works."""

from collections.abc import Mapping
from dataclasses import dataclass

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.text.position import Stance
from zerodraft.export.labels import in_language


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
    replies_to: str
    amends: str
    in_version: str
    not_in_force: str
    verdicts: Mapping[Verdict, str]
    one_change: str
    some_changes: str
    instead: str
    stances: Mapping[Stance, str]
    stands: Mapping[Stance, str]
    concordance: str
    concordance_heads: tuple[str, ...]
    deeds: Mapping[Fate, str]
    renumbered: str
    types: str
    cut: str
    cells_cut: str
    how_to_fill_in: str
    matrix_legend: str
    joins: str
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
    stances={
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
    types="Types: ge – on the text as a whole; te – on what a paragraph says; ed – on how it is written.",
    cut=" … [{} more characters did not fit into this cell; the table as Word or CSV has them.]",
    cells_cut="Cells whose words did not fit and are shortened: {}. The table as Word or CSV has all words.",
    how_to_fill_in=(
        "To comment or to propose other words, add a row: delegation, paragraph, and a comment or the change that you "
        "propose. Leave its number empty. Rows that have a number stay as they are."
    ),
    matrix_legend=(
        "Delegations and paragraphs: a number such as AUS-3 is a proposal, one such as aus-11c0 a comment, each made "
        "by the delegation in whose column it stands."
    ),
    joins="joins",
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
    stances={
        Stance.SUPPORT: "mendukung",
        Stance.RETAIN: "mempertahankan teks",
        Stance.DELETE: "menghapus",
        Stance.RESERVE: "mencadangkan posisi",
        Stance.FLEXIBLE: "fleksibel",
    },
    stands={
        Stance.PROPOSE: "Diusulkan oleh",
        Stance.SUPPORT: "Dukungan",
        Stance.RETAIN: "Pertahankan teks",
        Stance.DELETE: "Hapus",
        Stance.RESERVE: "Reservasi",
        Stance.FLEXIBLE: "Fleksibel",
    },
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
    types="Jenis: ge – tentang teks secara umum; te – tentang isi paragraf; ed – tentang penulisannya.",
    cut=" … [{} karakter lagi tidak muat dalam sel ini; ada dalam tabel ini sebagai Word atau CSV.]",
    cells_cut="Sel yang dipendekkan karena tidak muat: {}. Tabel ini sebagai Word atau CSV memuat semua kata.",
    how_to_fill_in=(
        "Untuk berkomentar atau mengusulkan rumusan lain, tambahkan baris: delegasi, paragraf, dan komentar atau "
        "perubahan yang diusulkan. Kosongkan nomornya. Baris yang bernomor tidak perlu diubah."
    ),
    matrix_legend=(
        "Delegasi dan paragraf: nomor seperti AUS-3 adalah usulan, nomor seperti aus-11c0 adalah komentar, masing-"
        "masing dari delegasi yang kolomnya memuatnya."
    ),
    joins="bersama",
    empty="Belum ada komentar atau usulan atas teks ini.",
)


def table_labels(language: str) -> TableLabels:
    """As `in_language`."""
    return in_language(language, _ENGLISH, _INDONESIAN)
