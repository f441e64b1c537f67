"""Words that are read from the right come back as they were written, figures and Latin names among them too."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from tests.export.papers import pdf
from tests.intake.test_pdf_words import TITLE_BLOCK, lines_of, ours

from zerodraft.intake.pdf_order import Painted, in_order
from zerodraft.intake.pdf_words import pdf_words

ARABIC = (
    "نؤكد أن الموانئ مفتوحة لجميع الدول، وأن عددها آخذ في التزايد.",
    "نعترف بأن أكثر من مليار شخص يعيشون في المناطق الساحلية (2030)، ونرحب بتقرير الأمين العام.",
    "نشير إلى القرار 70/1 المؤرخ 25 أيلول/سبتمبر 2015 المعنون «تحويل عالمنا».",
    "ندعو UNESCO وبرنامج Digital Ports إلى تقديم الدعم.",
    "أيضًا حقًّا نشدّد على ذلك.",
)
HEBREW = "אנו מאשרים כי הנמלים פתוחים לכל המדינות (2030)."


def needs(family: str) -> None:
    fonts = (
        subprocess.run(["fc-list"], capture_output=True, text=True, check=False).stdout
        if shutil.which("fc-list")
        else ""
    )
    if family not in fonts:
        pytest.skip(f"no font {family} on this machine")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("words", ARABIC)
def test_arabic_paragraphs_come_back(words: str, language: str) -> None:
    needs("NotoNaskhArabic")
    page = replace(ours(f"# T\n\n1. {words}\n\n2. {words} {words} {words}\n"), language=language)
    assert pdf_words(pdf(page)).lines[TITLE_BLOCK:] == lines_of(page)


def test_hebrew_paragraphs_come_back() -> None:
    needs("NotoSerifHebrew")
    page = ours(f"# T\n\n1. {HEBREW} {HEBREW}\n")
    assert pdf_words(pdf(page)).lines[TITLE_BLOCK:] == lines_of(page)


def test_arabic_words_inside_of_an_english_sentence_come_back() -> None:
    needs("NotoNaskhArabic")
    page = ours("# T\n\n1. The word نؤكد أن stands for “we affirm”, and الموانئ 70 مفتوحة for open ports.\n")
    assert pdf_words(pdf(page)).lines[TITLE_BLOCK:] == lines_of(page)


def test_words_from_the_left_stay_as_they_are_painted() -> None:
    assert in_order([Painted(9, 1, ("b", "c")), "^1", Painted(1, 1, ("a",))]) == "bc^1a"


def test_glyphs_that_share_their_letters_give_them_once() -> None:
    assert in_order([Painted(1, 1, ("قًّ", "قًّ", "ح"), is_reversed=True)]) == "حقًّ"
