"""The words that a page adds to the text, in the two languages in which the host works."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.text.draft import Part
from zerodraft.core.text.numbering import Number
from zerodraft.export.sheet import RedlineSheet, Sheet

Set = TypeVar("Set")


@dataclass(frozen=True, slots=True)
class Labels:
    """`{}` in a phrase is the paragraph, version or count that it speaks of."""

    language: str
    preamble: str
    operative_part: str
    closing: str
    title: str
    paragraph: str
    footnotes: str
    back_to_text: str
    skip_to_text: str
    working_text: str
    draft_mark: str
    fingerprint: str
    changes_between: str
    summary: str
    part: str
    total: str
    changed: str
    inserted: str
    deleted: str
    moved: str
    words_inserted: str
    words_deleted: str
    one_changed: str
    many_changed: str
    one_word: str
    words_changed: str
    no_changes: str
    only_changes: str
    legend: str
    legend_bar: str
    legend_bracket: str
    show: str
    show_both: str
    show_old: str
    show_new: str
    insertion: str
    insertion_end: str
    deletion: str
    deletion_end: str
    new_paragraph: str
    deleted_paragraph: str
    moved_from: str
    moved_to: str
    split_from: str
    joined_from: str
    form_only: str
    page: str

    @property
    def outside(self) -> Mapping[Part, str]:
        """The parts of a text that are no focus areas."""
        return {Part.PREAMBLE: self.preamble, Part.OPERATIVE: self.operative_part, Part.CLOSING: self.closing}

    def cited(self, number: Number) -> str:
        """How a note speaks of a paragraph: "paragraph 7(a)", "PP3"."""
        return self.place(number.cite)

    def place(self, cite: str) -> str:
        """The same by what a paragraph is cited as, "" for none."""
        if cite == "title":
            return self.title
        return f"{self.paragraph} {cite}" if cite[:1].isdigit() else cite

    def note(self, fate: Fate, places: str) -> str:
        """What became of a paragraph, in words; `places` names those it came from. "" where the redline says it all."""
        phrases = {
            Fate.INSERTED: self.new_paragraph,
            Fate.DELETED: self.deleted_paragraph,
            Fate.MOVED: self.moved_from,
            Fate.SPLIT: self.split_from,
            Fate.JOINED: self.joined_from,
        }
        return phrases.get(fate, "").replace("{}", places)

    def version(self, sheet: Sheet) -> str:
        return self.working_text if sheet.is_working_text else sheet.version

    def version_line(self, sheet: Sheet) -> str:
        """“Rev.1 · first reading · 3 November 2021”."""
        return " · ".join(filter(None, (self.version(sheet), sheet.stage, sheet.date_line)))

    def fingerprint_line(self, sheet: Sheet) -> str:
        """ "" for words that were not adopted."""
        return self.fingerprint.replace("{}", sheet.fingerprint) if sheet.fingerprint else ""

    def changes(self, sheet: RedlineSheet) -> str:
        """“Changes from Rev.2 to working text”: inside of a sentence the working text is no name."""
        old, new = (
            self.working_text.lower() if each.is_working_text else each.version for each in (sheet.old, sheet.new)
        )
        return self.changes_between.format(old=old, new=new)

    def count_words(self, inserted: int, deleted: int) -> str:
        return (self.one_word if inserted == 1 else self.words_changed).format(inserted=inserted, deleted=deleted)

    def count_changed(self, count: int) -> str:
        return (self.one_changed if count == 1 else self.many_changed).replace("{}", str(count))


ENGLISH = Labels(
    language="en",
    preamble="Title and preamble",
    operative_part="Outside the focus areas",
    closing="Closing",
    title="the title",
    paragraph="paragraph",
    footnotes="Footnotes",
    back_to_text="back to the text",
    skip_to_text="Skip to the text",
    working_text="Working text",
    draft_mark="Draft of {} – not for circulation",
    fingerprint="Fingerprint of the adopted words (SHA-256): {}",
    changes_between="Changes from {old} to {new}",
    summary="Summary of changes",
    part="Part",
    total="Total",
    changed="Changed",
    inserted="New",
    deleted="Deleted",
    moved="Moved",
    words_inserted="Words inserted",
    words_deleted="Words deleted",
    one_changed="1 paragraph changed",
    many_changed="{} paragraphs changed",
    one_word="1 word inserted, {deleted} deleted",
    words_changed="{inserted} words inserted, {deleted} deleted",
    no_changes="The two texts say the same.",
    only_changes="Changed paragraphs only",
    legend="How to read this page",
    legend_bar="A bar in the margin stands beside every paragraph that changed.",
    legend_bracket="Square brackets hold words that are not agreed.",
    show="Show",
    show_both="Both, with the changes marked",
    show_old="Old text",
    show_new="New text",
    insertion="inserted",
    insertion_end="end of insertion",
    deletion="deleted",
    deletion_end="end of deletion",
    new_paragraph="new",
    deleted_paragraph="deleted",
    moved_from="moved from {}",
    moved_to="moved to {}",
    split_from="split from {}",
    joined_from="joined from {}",
    form_only="only the form changed, no word",
    page="Page {} of {}",
)

INDONESIAN = Labels(
    language="id",
    preamble="Judul dan pembukaan",
    operative_part="Di luar bidang fokus",
    closing="Penutup",
    title="judul",
    paragraph="paragraf",
    footnotes="Catatan kaki",
    back_to_text="kembali ke teks",
    skip_to_text="Langsung ke teks",
    working_text="Teks kerja",
    draft_mark="Rancangan tanggal {} – tidak untuk diedarkan",
    fingerprint="Sidik jari digital teks yang disahkan (SHA-256): {}",
    changes_between="Perubahan dari {old} ke {new}",
    summary="Ringkasan perubahan",
    part="Bagian",
    total="Jumlah",
    changed="Berubah",
    inserted="Baru",
    deleted="Dihapus",
    moved="Dipindahkan",
    words_inserted="Kata disisipkan",
    words_deleted="Kata dihapus",
    one_changed="1 paragraf berubah",
    many_changed="{} paragraf berubah",
    one_word="1 kata disisipkan, {deleted} dihapus",
    words_changed="{inserted} kata disisipkan, {deleted} dihapus",
    no_changes="Kedua teks berbunyi sama.",
    only_changes="Hanya paragraf yang berubah",
    legend="Cara membaca halaman ini",
    legend_bar="Garis di tepi menandai setiap paragraf yang berubah.",
    legend_bracket="Kurung siku memuat kata-kata yang belum disepakati.",
    show="Tampilkan",
    show_both="Keduanya, dengan tanda perubahan",
    show_old="Teks lama",
    show_new="Teks baru",
    insertion="disisipkan",
    insertion_end="akhir sisipan",
    deletion="dihapus",
    deletion_end="akhir penghapusan",
    new_paragraph="baru",
    deleted_paragraph="dihapus",
    moved_from="dipindahkan dari {}",
    moved_to="dipindahkan ke {}",
    split_from="dipecah dari {}",
    joined_from="digabung dari {}",
    form_only="hanya bentuk yang berubah, kata-katanya tetap",
    page="Halaman {} dari {}",
)


def in_language(language: str, english: Set, indonesian: Set) -> Set:
    """Indonesian for "id" and its variants, English for every other language."""
    return indonesian if language.casefold().partition("-")[0] == "id" else english


def labels_for(language: str) -> Labels:
    """As `in_language`."""
    return in_language(language, ENGLISH, INDONESIAN)
