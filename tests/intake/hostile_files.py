"""Files that somebody might send to do harm: packed, nested, repeated and counted beyond reason. Each is made when it
is asked for, and small enough to be sent by mail (below 25 MB)."""

import zipfile
from base64 import b64encode
from collections.abc import Callable, Mapping
from random import Random

from tests.intake.hostile import (
    DOCUMENT,
    content_types,
    packed,
    with_copied_entry,
    with_declared_size,
    word_file,
)
from tests.intake.word_made import W, element, made, p, r, root, t
from tests.intake.workbooks import inline, inline_rows, sheet_part, workbook

from zerodraft.intake.container import MEGABYTE

_LETTER = "From: a@example.org\nTo: b@example.org\nSubject: Words\nMIME-Version: 1.0\n"
_TEN = 10 * MEGABYTE


def _rows(count: int) -> str:
    return "".join(f'<row r="{row}">{inline(f"A{row}", "x")}</row>' for row in range(1, count + 1))


def _laughs(levels: int = 10) -> bytes:
    names = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, levels))
    return f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{names}]><d>&a{levels - 1};</d>'.encode()


def _many_paragraphs() -> bytes:
    chance = Random(7)
    return made("".join(f'<w:p w:rsidR="{chance.getrandbits(32):08X}"/>' for _ in range(250_001)))


def _deep_stack() -> bytes:
    opened = "".join(f"<w:ins w:author='a{at}'>" for at in range(33))
    return made(p(opened + t("x") + "</w:ins>" * 33))


def _many_notes() -> bytes:
    return made(p("".join(r(element("footnoteReference", id=str(at))) for at in range(20_001))))


def _matryoshka(depth: int) -> bytes:
    content = b"words"
    for _ in range(depth):
        content = packed([("inner.docx", content)], zipfile.ZIP_STORED)
    return content


def _mail(headers: str, body: str) -> bytes:
    return (_LETTER + headers + "\n" + body).encode()


def _in_parts(depth: int) -> bytes:
    opened = "".join(f'--b{at}\nContent-Type: multipart/mixed; boundary="b{at + 1}"\n\n' for at in range(depth))
    return _mail('Content-Type: multipart/mixed; boundary="b0"\n', opened)


def _letters_in_letters(depth: int) -> bytes:
    content = b"Words."
    for _ in range(depth):
        head = f'{_LETTER}Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: message/rfc822\n\n'
        content = head.encode() + content + b"\n--x--\n"
    return content


def _attached(count: int, data: bytes, name: str = "a.docx") -> bytes:
    coded = b64encode(data).decode()
    one = f'--x\nContent-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64\n\n{coded}\n'
    return _mail('Content-Type: multipart/mixed; boundary="x"\n', one * count + "--x--\n")


HOSTILE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "a bomb by its declared size": ("a.docx", lambda: word_file(document=b" " * 65 * MEGABYTE)),
    "a bomb by its ratio": ("a.docx", lambda: word_file(document=b" " * 60 * MEGABYTE)),
    "a bomb of elements": ("a.docx", lambda: made("<w:p/>" * 3_000_000)),
    "a bomb of one attribute": ("a.docx", lambda: made(f"<w:p a='{'x' * 11_000_000}'/>")),
    "a part larger than declared": (
        "a.docx",
        lambda: with_declared_size(word_file(document=b" " * 100 * MEGABYTE), DOCUMENT, 10),
    ),
    "many names for the same bytes": (
        "a.docx",
        lambda: with_copied_entry(packed([content_types(), (DOCUMENT, b" " * 6 * MEGABYTE)]), DOCUMENT, 300),
    ),
    "twenty thousand parts": (
        "a.docx",
        lambda: packed([content_types(), *((f"word/{number}.xml", b"") for number in range(20_000))]),
    ),
    "packages in packages": ("a.docx", lambda: _matryoshka(1_000)),
    "entities that grow": ("a.docx", lambda: word_file(document=_laughs())),
    "an entity that names a file": (
        "a.docx",
        lambda: word_file(document=b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
    ),
    "elements in elements": ("a.docx", lambda: made("<w:sdt>" * 200_000 + "</w:sdt>" * 200_000)),
    "more paragraphs than any text": ("a.docx", _many_paragraphs),
    "more notes than any text": ("a.docx", _many_notes),
    "changes over changes": ("a.docx", _deep_stack),
    "a paragraph of ten megabytes": ("a.docx", lambda: made(p(t(Random(3).randbytes(_TEN // 2).hex())))),
    "a name for each element": (
        "a.docx",
        lambda: made("".join(f'<x{at}:p xmlns:x{at}="{W}{at}"/>' for at in range(20_000))),
    ),
    "styles in a circle": (
        "a.docx",
        lambda: made(
            p(t("x")),
            {
                "styles": root(
                    "styles",
                    "".join(
                        element("style", element("basedOn", val=f"s{(at + 1) % 9_000}"), styleId=f"s{at}")
                        for at in range(9_000)
                    ),
                )
            },
        ),
    ),
    "a cell at the far end": (
        "a.xlsx",
        lambda: workbook({"A": sheet_part(f'<row r="1048576">{inline("XFD1048576", "x")}</row>')}),
    ),
    "more rows than are read": ("a.xlsx", lambda: workbook({"A": sheet_part(_rows(120_000))})),
    "as many rows as are read": ("a.xlsx", lambda: workbook({"A": sheet_part(_rows(60_000))})),
    "a workbook of one long word": (
        "a.xlsx",
        lambda: workbook({"A": sheet_part(f'<row r="1">{inline("A1", "x" * 60_000_000)}</row>')}),
    ),
    "a workbook with entities": (
        "a.xlsx",
        lambda: workbook({"A": sheet_part(_rows(2))}, ("xl/sharedStrings.xml", _laughs())),
    ),
    "a table of a million columns": ("a.csv", lambda: b"Paragraph,Comment" + b",x" * 1_000_000 + b"\n1,Words\n"),
    "a quote that never ends": ("a.csv", lambda: b'Paragraph,Comment\n1,"' + b"words,\n" * 1_000_000),
    "a table of quotes": ("a.csv", lambda: b"Paragraph,Comment\n" + b'"","' * 2_000_000),
    "parts in parts": ("a.eml", lambda: _in_parts(20_000)),
    "letters in letters": ("a.eml", lambda: _letters_in_letters(200)),
    "a thousand files": ("a.eml", lambda: _attached(1_000, b"Words.", "a.txt")),
    "two hundred bombs": ("a.eml", lambda: _attached(190, word_file(document=b" " * 60 * MEGABYTE))),
    "a header of megabytes": ("a.eml", lambda: _mail("X-A: " + "a" * 9_000_000 + "\n", "Words.")),
    "a border on each line": (
        "a.eml",
        lambda: _mail('Content-Type: multipart/mixed; boundary="x"\n', "--x\n\n" * 500_000),
    ),
    "letters in code": (
        "a.eml",
        lambda: _mail("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n", "=?utf-8?q?" * 900_000),
    ),
    "a page in a letter": ("a.eml", lambda: _mail("Content-Type: text/html\n", "<div>" * 1_000_000)),
    "marks that are never closed": ("a.md", lambda: b"{++" * 1_000_000 + b"++}"),
    "marks in marks": ("a.md", lambda: b"{~~a~>" * 300_000 + b"~~}" * 300_000),
    "brackets in brackets": ("a.md", lambda: b"# A\n\n" + b"[" * 1_000_000 + b"]" * 1_000_000),
    "emphasis in emphasis": ("a.md", lambda: b"# A\n\n" + b"*a _b " * 300_000),
    "links that are none": ("a.md", lambda: b"# A\n\n" + b"[a](" * 300_000),
    "quotations in quotations": ("a.md", lambda: b"# A\n\n" + b">" * 300_000 + b" words\n"),
    "lists in lists": ("a.md", lambda: b"# A\n\n" + b"".join(b" " * (2 * at) + b"- a\n" for at in range(2_500))),
    "a table of signs": ("a.md", lambda: b"|" + b"a|" * 50_000 + b"\n|" + b"-|" * 50_000 + b"\n" + b"|a" * 50_000),
    "signs of code": ("a.md", lambda: b"# A\n\n" + b"".join(b"`" * at + b"a" for at in range(1, 3_000))),
    "definitions": ("a.md", lambda: b"# A\n\n" + b"".join(b"[a%d]: b\n" % at for at in range(100_000))),
    "marks above one letter": ("a.txt", lambda: b"We agree" + "\u0301".encode() * 3_000_000 + b" to act.\n"),
    "signs that turn": ("a.txt", lambda: "\u202ea\u2067".encode() * 1_000_000),
    "a line for each letter": ("a.txt", lambda: b"a\n\n" * 3_000_000),
    "a text of nothing": ("a.txt", lambda: b"\0" * _TEN),
    "elements in elements of Akoma Ntoso": (
        "a.xml",
        lambda: b"<akomaNtoso>" + b"<doc>" * 200_000 + b"</doc>" * 200_000 + b"</akomaNtoso>",
    ),
    "Akoma Ntoso that grows": (
        "a.xml",
        lambda: _laughs().replace(b"<d>", b"<akomaNtoso>").replace(b"</d>", b"</akomaNtoso>"),
    ),
}

HARMLESS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "a Word file": ("a.docx", lambda: made(p(t("We agree.")))),
    "a workbook": (
        "a.xlsx",
        lambda: workbook({"A": sheet_part(inline_rows([("Paragraph", "Comment"), ("1", "Why?")]))}),
    ),
    "a table": ("a.csv", lambda: b"Paragraph,Comment\n1,Why?\n"),
    "a letter": ("a.eml", lambda: _mail("", "We agree.")),
    "a text with marks": ("a.md", lambda: b"1. We {++do ++}agree.\n"),
    "a megabyte of paragraphs": ("b.md", lambda: b"We agree to act and to meet again in the autumn.\n\n" * 20_000),
}
