"""`authors.toml`: in whose name people write whose own names stand in the files that delegations send.

"Taro Yamada" = "JPN"

Asked once, when the first file with that name is taken in, and remembered here for all declarations.
"""

from collections.abc import Mapping

from zerodraft.core.negotiation.delegation import CODE
from zerodraft.core.text.visible import is_plain_name
from zerodraft.formats.toml_text import BadSettings, line_of, read_toml, toml_value


def parse_author_list(text: str) -> Mapping[str, str]:
    """The code of a delegation by the author's name. Raises `BadSettings` with the line that can't be taken."""
    found: dict[str, str] = {}
    for name, code in read_toml(text).items():
        if not isinstance(code, str) or not CODE.fullmatch(code):
            raise BadSettings(line_of(text, name), f'“{name}” must be a code of a delegation, as in "Taro" = "JPN".')
        found[name] = code
    return found


def dump_author_list(authors: Mapping[str, str]) -> str:
    """The file, by name. Law: `parse_author_list` gives the mapping back. Raises `BadSettings` for a name that can't
    stand in it."""
    for name in authors:
        if not is_plain_name(name):
            raise BadSettings(0, f"“{name}” can't be remembered as a name.")
    return "".join(f"{toml_value(name)} = {toml_value(code)}\n" for name, code in sorted(authors.items()))
