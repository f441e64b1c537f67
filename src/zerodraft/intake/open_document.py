"""An OpenDocument text (.odt), looked at before LibreOffice may open it: within the limits of any package."""

from zerodraft.errors import UnreadableInput
from zerodraft.intake.container import LIMITS, Limits, opened
from zerodraft.intake.office import Office
from zerodraft.intake.xml import parsed

_PARSED = ("META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml", "settings.xml")
_ENCRYPTION = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"


def check_open_text(data: bytes, what: str, limits: Limits = LIMITS) -> None:
    """Refuse a package that is no such text, is protected by a password, or would swell. Raises `UnreadableInput`."""
    package = opened(data, what, limits, Office.OPEN_TEXT)
    for name in _PARSED:
        if name in package:
            root = parsed(package.part(name), package.called(name))
            if next(root.iter(_ENCRYPTION), None) is not None:
                raise UnreadableInput(
                    f"{package.what} is protected by a password.", "Open it, take the password away, and save it."
                )
    if "content.xml" not in package:
        raise UnreadableInput(f"{package.what} has no text.", "Ask for the file again.")
