"""Edits Word files in LibreOffice with tracking on, as delegations do. Run by the Python that has LibreOffice's bridge.

    python3 office_script.py PIPE < sessions.json

A session is {"source", "target": file URLs, "author": name, "edits": [[verb, words, …], …]}. Comments are not set here:
LibreOffice built without windows fails on them while a document is open.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any

_WORD = "MS Word 2007 XML"
_PARAGRAPH_BREAK = 0


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


def _sign_as(context: Any, author: str) -> None:
    given, _, family = author.rpartition(" ")
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    where = (_property("nodepath", "/org.openoffice.UserProfile/Data"),)
    settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", where)
    settings.setPropertyValue("givenname", given)
    settings.setPropertyValue("sn", family)
    settings.commitChanges()


def _found(document: Any, words: str) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = words, True
    found = document.findFirst(search)
    if found is None:
        raise LookupError(words)
    return found


def _cursor(found: Any, at: Any) -> Any:
    return found.Text.createTextCursorByRange(at)


def _replace(document: Any, words: str, new: str) -> None:
    found = _found(document, words)
    _cursor(found, found).setString(new)


def _insert_after(document: Any, words: str, new: str) -> None:
    found = _found(document, words)
    found.Text.insertString(_cursor(found, found.End), new, False)


def _add_paragraph_after(document: Any, words: str, new: str) -> None:
    found = _found(document, words)
    cursor = _cursor(found, found.End)
    cursor.gotoEndOfParagraph(False)
    found.Text.insertControlCharacter(cursor, _PARAGRAPH_BREAK, False)
    found.Text.insertString(cursor, new, False)


def _delete_paragraph(document: Any, words: str) -> None:
    found = _found(document, words)
    cursor = _cursor(found, found)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    cursor.goRight(1, True)
    cursor.setString("")


def _split_after(document: Any, words: str) -> None:
    found = _found(document, words)
    found.Text.insertControlCharacter(_cursor(found, found.End), _PARAGRAPH_BREAK, False)


def _join_to_next(document: Any, words: str) -> None:
    found = _found(document, words)
    cursor = _cursor(found, found.End)
    cursor.gotoEndOfParagraph(False)
    cursor.goRight(1, True)
    cursor.setString("")


def _insert_row_below(document: Any, words: str) -> None:
    table = _found(document, words).TextTable
    table.Rows.insertByIndex(1, 1)


def _add_footnote_after(document: Any, words: str, note: str) -> None:
    found = _found(document, words)
    made = document.createInstance("com.sun.star.text.Footnote")
    found.Text.insertTextContent(_cursor(found, found.End), made, False)
    made.insertString(made.createTextCursor(), note, False)


VERBS: dict[str, Callable[..., None]] = {
    "replace": _replace,
    "insert after": _insert_after,
    "add paragraph after": _add_paragraph_after,
    "delete paragraph": _delete_paragraph,
    "split after": _split_after,
    "join to next": _join_to_next,
    "insert row below": _insert_row_below,
    "add footnote after": _add_footnote_after,
}


def _carry_out(context: Any, desktop: Any, session: dict[str, Any]) -> None:
    _sign_as(context, session["author"])
    document = desktop.loadComponentFromURL(session["source"], "_blank", 0, (_property("Hidden", True),))
    document.RecordChanges = True
    for verb, *words in session["edits"]:
        VERBS[verb](document, *words)
    document.RecordChanges = False
    document.storeToURL(session["target"], (_property("FilterName", _WORD),))
    document.close(True)


def main(pipe: str) -> None:
    context = _connected(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for session in json.load(sys.stdin):
        _carry_out(context, desktop, session)
    desktop.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
