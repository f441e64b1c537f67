"""Next steps as the screens tell them: what the desk advises by commands is said by places and keys."""

import re
from collections.abc import Callable, Iterator

from zerodraft.errors import Refusal
from zerodraft.tui.actions import BY_ID, Action

KeysOf = Callable[[Action], tuple[str, ...]]

# What a command of the program is on the screens; one that is not here has no counterpart, and goes unsaid.
_INSTEAD = {
    "comments": ("everywhere.comments", "Comments ({key}) lists them."),
    "diff": ("everywhere.versions", "Versions ({key}) shows what changed."),
    "edit": ("everywhere.draft", "Draft ({key}) shows the text."),
    "list": ("everywhere.home", "Home ({key}) lists the documents."),
    "log": ("home.record", "{key} on Home tells who did what."),
    "new": ("home.new", "{key} on Home begins another one."),
    "save": ("draft.save", "{key} in the text saves it."),
    "show": ("everywhere.draft", "Draft ({key}) shows the text."),
    "undo": ("everywhere.undo-act", "{key} takes it back."),
}
_OWN = r"`?\bzerodraft (?:{verbs})\b".format(
    verbs="|".join((*_INSTEAD, "check", "delegations", "demo", "export", "init"))
)
_OPTION = r"(?<![\w`])--?\w|`-[^`]*`"
_TYPED = re.compile(f"{_OWN}|{_OPTION}")
_VERB = re.compile(r"\bzerodraft (\w+)")
# Advice is given in parts: sentences, and what stands between semicolons or before a command.
_PARTS = re.compile(rf"(?<=\.) |; |, (?:or )?(?=[^,;]*?(?:{_TYPED.pattern}))")
_ELSEWHERE = re.compile(r"`(?!zerodraft|-)[^`]*`|^git .*")
_FIRST_WORD = re.compile(r"^or ")


def sentence(refusal: Refusal, keys_of: KeysOf) -> str:
    """What could not be done, and the next step on the screens."""
    return f"{refusal.message} {on_screens(refusal.hint, keys_of)}".strip()


def on_screens(hint: str, keys_of: KeysOf) -> str:
    """A hint without the program's own commands and their options: places and keys stand for them. Commands of git and
    others stay, for they are typed elsewhere in any case."""
    if not _is_typed(hint):
        return hint
    return " ".join(dict.fromkeys(_told(hint, keys_of)))


def _is_typed(words: str) -> bool:
    return _TYPED.search(_ELSEWHERE.sub("", words)) is not None


def _told(hint: str, keys_of: KeysOf) -> Iterator[str]:
    for part in _PARTS.split(hint):
        if not _is_typed(part):
            words = _FIRST_WORD.sub("", part).rstrip(".")
            yield f"{words[:1].upper()}{words[1:]}."
        elif (verb := _VERB.search(part)) and verb[1] in _INSTEAD:
            name, words = _INSTEAD[verb[1]]
            yield words.format(key=_key(BY_ID[name], keys_of))


def _key(action: Action, keys_of: KeysOf) -> str:
    keys = keys_of(action)
    return keys[0] if keys else f"“{action.label}” (palette)"
