"""How LibreOffice reads Word files when all their changes are rejected, and when all are accepted.

Run by the Python that has LibreOffice's bridge.

    python3 office_views_script.py PIPE < files.json > views.json

In goes a list of file URLs, out comes for each the words of its paragraphs, cells included: [rejected, accepted].
"""

import importlib
import json
import sys
import time
from collections.abc import Iterator
from typing import Any

_COMMANDS = (".uno:RejectAllTrackedChanges", ".uno:AcceptAllTrackedChanges")


def _property(name: str, value: object) -> Any:
    made = importlib.import_module("uno").createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _connected(pipe: str) -> Any:
    """The office behind a pipe, which may take a while to start."""
    local = importlib.import_module("uno").getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception as error:  # noqa: BLE001 - the bridge has no class of its own for “not yet”
            last = error
            time.sleep(0.2)
    raise last


def _paragraphs(text: Any) -> Iterator[str]:
    parts = text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.CellNames:
                yield from _paragraphs(part.getCellByName(name))
        else:
            yield _words(part)


def _words(paragraph: Any) -> str:
    """The words; a footnote's sign is left out, as LibreOffice counts it anew."""
    found = []
    portions = paragraph.createEnumeration()
    while portions.hasMoreElements():
        portion = portions.nextElement()
        if portion.TextPortionType in ("Text", "TextField"):
            found.append(portion.String)
    return "".join(found)


def _view(context: Any, desktop: Any, file: str, command: str) -> list[str]:
    document = desktop.loadComponentFromURL(file, "_blank", 0, (_property("Hidden", True),))
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    found = list(_paragraphs(document.Text))
    document.close(True)
    return found


def main(pipe: str) -> None:
    context = _connected(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    files = json.load(sys.stdin)
    json.dump([[_view(context, desktop, file, command) for command in _COMMANDS] for file in files], sys.stdout)
    desktop.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
