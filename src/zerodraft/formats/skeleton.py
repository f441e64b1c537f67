"""The beginning of a text: title, preamble, focus areas, closing, by kind of outcome document."""

from collections.abc import Sequence

KINDS = ("message", "declaration", "joint statement", "concept note")

_WORDS = {
    "en": {
        "area": "Focus area {number}: {title}",
        "untitled": ("First focus area", "Second focus area"),
        "closing": "Closing",
        "done": "Done at … on …",
        "opening": "*We, the delegations* of …, gathered at … on …,",
        "recalling": "*Recalling* …,",
        "first": "We affirm that …",
        "sections": ("Background", "Objectives", "Principles", "Working method", "Next steps"),
        "section": "This section sets out …",
    },
    "id": {
        "area": "Bidang fokus {number}: {title}",
        "untitled": ("Bidang fokus pertama", "Bidang fokus kedua"),
        "closing": "Penutup",
        "done": "Dibuat di … pada tanggal …",
        "opening": "*Kami, delegasi* …, yang berkumpul di … pada tanggal …,",
        "recalling": "*Mengingat* …,",
        "first": "Kami menegaskan bahwa …",
        "sections": ("Latar belakang", "Tujuan", "Prinsip", "Metode kerja", "Langkah selanjutnya"),
        "section": "Bagian ini memuat …",
    },
}


def skeleton(kind: str, title: str, focus_areas: Sequence[str], language: str = "en") -> str:
    """A text to begin with: every place to fill is marked by `…`.

    A concept note has sections instead of focus areas, unless some are named, and no preamble.
    """
    words = _WORDS[language]
    if kind == "concept note":
        sections = tuple(focus_areas) or tuple(words["sections"])
        return _joined(f"# {title}", *(part for name in sections for part in (f"## {name}", str(words["section"]))))
    areas = tuple(focus_areas) or tuple(words["untitled"])
    headings = (str(words["area"]).format(number=number, title=name) for number, name in enumerate(areas, 1))
    return _joined(
        f"# {title}",
        str(words["opening"]),
        str(words["recalling"]),
        *(part for heading in headings for part in (f"## {heading}", str(words["first"]))),
        f"## {words['closing']}",
        str(words["done"]),
    )


def _joined(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"
