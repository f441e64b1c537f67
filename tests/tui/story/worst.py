"""A workspace in which everybody writes what a terminal or a careless program would obey."""

import re
from pathlib import Path

from tests.rooms import git

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.texts import Beginning, Credit
from zerodraft.formats.settings import Settings

SLUG = "worst-note"
MARKUP = "[shall] [/foo] [b] [@click=app.quit]"
# The clipboard, the title, a hyperlink, a question, a colour by C1, a direction, no width, a tag, NUL, DEL.
CONTROLS = "\x1b]52;c;eA==\x07\x1b]0;t\x07\x1b]8;;http://x\x1b\\\x1b[66n\x9b31m\u202e\u2066\u200b\U000e0041\0\x7f\b"
SHOWN_CONTROLS = "⟦U+001B⟧]52;c;eA==⟦U+0007⟧"
# What no frame of ours holds, the bell left aside: Textual rings it. OSC 10, 11 and 22 are its own as well.
RAW = re.compile(
    "[\x00\x08\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
    r"|\x1b\](?!1[01];\?|22;)|\x1b\[66n|\x1b\\(?<!\?\x1b\\)"
)
TEXT = f"""# {MARKUP} {CONTROLS}

## Focus area 1: {MARKUP} {CONTROLS}

We {MARKUP} keep {CONTROLS} the ports open.

We honour the crews.

- {MARKUP}
"""
NAMES = f"""[JPN]
en = "{MARKUP} Japan"
id = "{MARKUP} Jepang"

[FJI]
en = "Fiji [/]"
id = "Fiji [/]"
"""


def build(harbour: Path) -> Path:
    """The worst beside the harbour note."""
    (harbour / "declarations/delegations.toml").write_text(NAMES)
    git(harbour, "add", "--all")
    git(harbour, "commit", "-qm", f"Names {CONTROLS[:20]} {MARKUP}", "--author", f"{MARKUP} \x9b31m <e@example.org>")
    with Desk.at(harbour) as desk:
        desk.new(SLUG, Beginning(Settings(participants=("JPN", "FJI")), source=TEXT))
        desk.issue(desk.open(SLUG), Issue(f"{MARKUP} 1", MARKUP))
        said = desk.comment(
            desk.open(SLUG),
            Remark("JPN", "1", f"{MARKUP} {CONTROLS}\n\n> {CONTROLS}", quote=f"We {MARKUP}", occasion=MARKUP),
        )
        desk.reply(desk.open(SLUG), Reply("FJI", said.name, f"{CONTROLS} {MARKUP}"))
        source = desk.open(SLUG).draft.source.replace("honour the", f"honour {CONTROLS} {MARKUP} the")
        desk.save(desk.open(SLUG), source, Credit("JPN", summary=f"Thanks {CONTROLS} {MARKUP}"))
    message = f"x\n\nDesignation: {CONTROLS[:30]} {MARKUP}\nStage: {CONTROLS[:30]}\nDeclaration: {SLUG}\n"
    git(harbour, "tag", "-a", f"{SLUG}/from-outside", "-F", "-", stdin=message.encode())
    return harbour
