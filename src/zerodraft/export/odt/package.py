"""The parts of an OpenDocument text as one package: the same parts give the same bytes."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from zerodraft.export.odt.xml import put, root, serialized
from zerodraft.export.xml_words import carried

_KIND = "application/vnd.oasis.opendocument.text"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o600 << 16
_UNIX = 3


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file; its kind stands first and is not compressed, so that it can be told from its first bytes."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        files = {"mimetype": _KIND.encode(), **parts, "META-INF/manifest.xml": _manifest(list(parts))}
        for name, content in files.items():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            entry.external_attr, entry.create_system = _READABLE, _UNIX
            archive.writestr(entry, content)
    return written.getvalue()


def meta(title: str, language: str, properties: Sequence[tuple[str, str]]) -> bytes:
    """What the file says of itself."""
    part = root("office:document-meta", "office", "meta", "dc", values={"office:version": "1.3"})
    told = put(part, "office:meta")
    put(told, "meta:generator").text = "zerodraft"
    put(told, "dc:title").text = carried(title)
    put(told, "dc:language").text = carried(language)
    for name, value in properties:
        own = put(told, "meta:user-defined", {"meta:name": carried(name), "meta:value-type": "string"})
        own.text = carried(value)
    return serialized(part)


def _manifest(names: Sequence[str]) -> bytes:
    part = root("manifest:manifest", "manifest", values={"manifest:version": "1.3"})
    own = {"manifest:full-path": "/", "manifest:version": "1.3", "manifest:media-type": _KIND}
    put(part, "manifest:file-entry", own)
    for name in names:
        put(part, "manifest:file-entry", {"manifest:full-path": name, "manifest:media-type": "text/xml"})
    return serialized(part)
