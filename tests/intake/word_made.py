"""Word files made by hand: short functions for the elements, and a package around them."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.intake.hostile import Part, packed

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import Marked, Revision

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_NAMESPACES = {
    "w": W,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": f"{_OFFICE}/math",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_LATER = "http://schemas.microsoft.com/office/2011"
_OF_2011 = ("commentsExtended", "people")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DATE = "2021-11-03T09:00:00Z"


def element(name: str, content: str = "", /, **attributes: str) -> str:
    told = "".join(f" w:{key.rstrip('_')}={quoteattr(value)}" for key, value in attributes.items())
    return f"<w:{name}{told}>{content}</w:{name}>"


def t(text: str) -> str:
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def r(content: str) -> str:
    """A run of anything else."""
    return f"<w:r>{content}</w:r>"


def ins(author: str, content: str, date: str = DATE, kind: str = "ins") -> str:
    return element(kind, content, id="1", author=author, date=date)


def gone(author: str, content: str, date: str = DATE, kind: str = "del") -> str:
    return element(
        kind,
        content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>"),
        id="1",
        author=author,
        date=date,
    )


def p(*content: str, mark: str = "", properties: str = "") -> str:
    """A paragraph; `mark` are the changes of its mark."""
    own = properties + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{''.join(content)}</w:p>"


def style(name: str) -> str:
    return element("pStyle", val=name)


def numbered(name: str, level: int | None = 0, more: str = "") -> str:
    """Paragraph properties: an item of a list."""
    at = "" if level is None else element("ilvl", val=str(level))
    return element("numPr", at + element("numId", val=name) + more)


def table(*rows: str) -> str:
    return element("tbl", "<w:tblPr/><w:tblGrid/>" + "".join(rows))


def row(*cells: str, changed: str = "") -> str:
    return element("tr", (f"<w:trPr>{changed}</w:trPr>" if changed else "") + "".join(cells))


def cell(*content: str, changed: str = "") -> str:
    return element("tc", f"<w:tcPr>{changed}</w:tcPr>" + "".join(content))


def begins(name: str) -> str:
    return element("commentRangeStart", id=name)


def ends(name: str) -> str:
    return element("commentRangeEnd", id=name) + r(element("commentReference", id=name))


def comment(name: str, author: str, *lines: str, date: str = DATE) -> str:
    """A comment whose paragraphs have ids: of comment 3 “C3000000”, “C3000001”."""
    content = "".join(
        f'<w:p w14:paraId="C{name}00000{number}">{t(line) if line else ""}</w:p>' for number, line in enumerate(lines)
    )
    return element("comment", content, id=name, author=author, date=date)


def paragraph_style(name: str, english: str, more: str = "", based_on: str = "", **attributes: str) -> str:
    """A style: its id, the English name that programs know it by, and properties of its paragraphs."""
    content = element("name", val=english) + (element("basedOn", val=based_on) if based_on else "")
    return element("style", content + element("pPr", more), type="paragraph", styleId=name, **attributes)


def level(at: int, numerals: str, template: str, more: str = "", first: int = 1) -> str:
    """A level of a list."""
    content = element("start", val=str(first)) + element("numFmt", val=numerals) + more
    return element("lvl", content + element("lvlText", val=template), ilvl=str(at))


def num(name: str, abstract: str, more: str = "") -> str:
    """A list by name, and the definition that it is made of."""
    return element("num", element("abstractNumId", val=abstract) + more, numId=name)


def root(name: str, content: str, namespace: str = W) -> bytes:
    told = _NAMESPACES | {"w": namespace}
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in told.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {spaces}>{content}</w:{name}>'.encode()


def related(targets: Mapping[str, str], outside: Mapping[str, str] | None = None) -> bytes:
    """A table of relations: target by kind, and those that lead out of the file."""
    inner = "".join(
        f'<Relationship Id="i{at}" Type="{_LATER if kind in _OF_2011 else _OFFICE}/relationships/{kind}"'
        f' Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    outer = "".join(
        f'<Relationship Id="o{at}" Type="{_OFFICE}/relationships/{kind}" Target="{target}" TargetMode="External"/>'
        for at, (kind, target) in enumerate((outside or {}).items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}{outer}</Relationships>'.encode()


def made(
    body: str,
    parts: Mapping[str, bytes] | None = None,
    outside: Mapping[str, str] | None = None,
    namespace: str = W,
) -> bytes:
    """A package with a body and more parts of the document by kind: {"comments": …, "styles": …}."""
    parts = parts or {}
    override = f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/>'
    types = f'<Types xmlns="{_PACKAGE}/content-types">{override}</Types>'
    own = {kind: f"{kind}.xml" for kind in parts if kind != "custom-properties"}
    of_package = {"officeDocument": "word/document.xml"}
    of_package |= {kind: "/docProps/custom.xml" for kind in parts if kind == "custom-properties"}
    listed: list[Part] = [
        ("[Content_Types].xml", types.encode()),
        ("_rels/.rels", related(of_package)),
        ("word/document.xml", root("document", element("body", body), namespace)),
        ("word/_rels/document.xml.rels", related(own, outside)),
    ]
    for kind, content in parts.items():
        listed.append((f"word/{kind}.xml" if kind in own else "docProps/custom.xml", content))
    return packed(listed)


def signs(revisions: Iterable[Revision]) -> str:
    """Revisions in short: “+N-J” for inserted by N, deleted by J."""
    return "".join(("+" if each.op is Op.INSERTED else "-") + each.author for each in revisions)


def told(marked: Marked) -> list[str]:
    """Blocks in short: the words of each run behind its revisions, the mark as “¶”."""
    return [
        "".join(f"{{{signs(run.revisions)} {run.text}}}" if run.revisions else run.text for run in block.runs)
        + (f"¶{signs(block.mark)}" if block.mark else "")
        for block in marked.blocks
    ]
