"""How fast the screens answer, as ratios to a bare Textual app and to stock widgets in the same run.

    python benchmarks/screens.py [--quick]

Each program runs on a pseudo-terminal of 120 × 40 that answers as xterm does; they take turns, figures are medians.
Processor time is that of all threads of the program, and with it git where “with git” is said; waiting is from the key to
the end of the frame that shows it. The bare app shows one Static; the stock text areas don't blink. A text of 50,000 words has
1,000 paragraphs, three issued versions and comments. Processor times are what to compare on a busy machine.
"""

import argparse
import os
import signal
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

import screens_rooms as rooms
from screens_terminal import Cost, Terminal
from zerodraft.core.text.strokes import Stroke
from zerodraft.desk.desk import Desk

HERE = Path(__file__).resolve().parent
STAGE = [sys.executable, str(HERE / "screens_stage.py")]
PROGRAM = [sys.executable, str(Path(sysconfig.get_path("scripts")) / "zerodraft")]
WORDS = 50_000
ENTER, BACKSPACE, DOWN, PAGE_DOWN = b"\r", b"\x7f", b"\x1b[B", b"\x1b[6~"


class Bench:
    """Workspaces, and programs on terminals of their own, until the block is left."""

    def __init__(self, folder: Path, quick: bool) -> None:
        self.home = rooms.furnished(folder / "home")
        self.quick = quick
        self.big = rooms.workspace(folder / "big", WORDS, 300)
        self.talk = rooms.workspace(folder / "talk", WORDS, 10_000)
        self.line = rooms.cursor_line(self.big)

    def rounds(self, many: int) -> int:
        return max(3, many // 3) if self.quick else many

    def stage(self, kind: str, *options: object) -> Terminal:
        for place in options:
            if isinstance(place, Path):
                rooms.forget_typed(place)
        return Terminal([*STAGE, kind, *map(str, options)], at=self.home, home=self.home)

    def program(self, root: Path) -> Terminal:
        return Terminal(PROGRAM, at=root, home=self.home)

    def resumed(self, root: Path, screen: str, words: str, line: int = 4) -> Terminal:
        """The program itself, gone back to where its bookmark says."""
        rooms.bookmark(root, screen, line)
        terminal = self.program(root)
        terminal.until(f"in {screen.capitalize()}")
        terminal.send(b"r")
        terminal.until(words)
        return terminal

    # --- telling -------------------------------------------------------------------------------

    def tell(self, name: str, ratio: float, asked: float | None, figures: str) -> None:
        verdict = "" if asked is None else f"asked ≤ {asked:<5g}{'' if ratio <= asked else '  ABOVE'}"
        print(f"  {name:58} {ratio:6.2f} ×  {verdict:22} {figures}", flush=True)

    def head(self, title: str) -> None:
        print(f"\n{title}  (load average {os.getloadavg()[0]:.1f})", flush=True)


def both(name: str, bench: Bench, ours: list[Cost], base: list[Cost], asked: float | None) -> None:
    """A line for processor time and one for waiting."""
    for what, place in (("CPU", 0), ("wall", 1)):
        mine, theirs = (median(each[place] for each in costs) for costs in (ours, base))
        bench.tell(f"{name}, {what}", mine / theirs, asked, f"{mine:.1f} ms beside {theirs:.1f} ms")


# --- starting ------------------------------------------------------------------------------------


def starting(bench: Bench) -> None:
    """From the command to the first frame, and to what one came for."""
    bench.head("Start, beside a bare app's first frame; with git")
    taken: dict[str, list[Cost]] = {name: [] for name in ("bare", "home", "documents", "text")}
    rooms.bookmark(bench.big, "draft", bench.line)
    for turn in range(bench.rounds(9) + 1):
        found = {"bare": _first(bench.stage("bare"), "MARKMARK"), **_start_of_house(bench)}
        for name, cost in found.items():
            if turn:  # the first fills the caches of the disk
                taken[name].append(cost)
    both("Home, first frame", bench, taken["home"], taken["bare"], 1.35)
    both("Home, documents on the screen", bench, taken["documents"], taken["bare"], None)
    both("50,000 words on the screen, by way of Home", bench, taken["text"], taken["bare"], 1.8)


def _first(terminal: Terminal, *words: str) -> Cost:
    with terminal:
        wall = terminal.until(*words)
        return Cost(terminal.cpu_with_children(), wall, 0)


def _start_of_house(bench: Bench) -> dict[str, Cost]:
    found = {}
    with bench.program(bench.big) as terminal:
        for name, words in (("home", "Documents"), ("documents", "1 document ")):
            wall = terminal.until(words)
            found[name] = Cost(terminal.cpu_with_children(), wall, 0)
    with bench.program(bench.big) as terminal:
        terminal.until("in Draft")
        terminal.send(b"r")
        wall = terminal.until(rooms.CURSOR_WORDS)
        found["text"] = Cost(terminal.cpu_with_children(), wall, 0)
    return found


# --- ready ---------------------------------------------------------------------------------------


def ready(bench: Bench) -> None:
    """From making the app to the first frame with words; what it needs is loaded."""
    bench.head("Ready, beside a bare app; without loading modules")
    kinds = {
        "bare": ("", "MARKMARK"),
        "draft-area": ("", rooms.FIRST_WORDS),
        "text-area": ("", rooms.FIRST_WORDS),
        "redline": ("", rooms.FIRST_WORDS),
        "huge-redline": ("", rooms.FIRST_WORDS),
        "comments": (bench.talk, rooms.A_COMMENT),
        "option-list": ("", rooms.A_COMMENT),
        "draft": (bench.big, rooms.FIRST_WORDS),
        "versions": (bench.big, "Zero Draft"),
    }
    taken: dict[str, list[Cost]] = {kind: [] for kind in kinds}
    for turn in range(bench.rounds(7) + 1):
        for kind, (place, mark) in kinds.items():
            with bench.stage(kind, place, mark) as terminal:
                cost = terminal.said()
            if turn:
                taken[kind].append(cost)
    cpu = {kind: median(cost.cpu for cost in costs) for kind, costs in taken.items()}
    for name, kind, base, asked in (
        ("Text area with 50,000 words", "draft-area", "bare", 1.8),
        ("Redline of 1,000 paragraphs", "redline", "bare", 2.5),
        ("Redline of 5,000 paragraphs", "huge-redline", "bare", 3.0),
        ("10,000 comments: going to the screen", "comments", "bare", 2.5),
        ("10,000 comments", "comments", "option-list", 0.1),
        ("Stock TextArea with 50,000 words", "text-area", "bare", None),
        ("Going to Draft, 50,000 words", "draft", "bare", None),
        ("Going to Versions", "versions", "bare", None),
    ):
        bench.tell(f"{name} / {base}", cpu[kind] / cpu[base], asked, f"{cpu[kind]:.1f} ms beside {cpu[base]:.1f} ms")


# --- keys ----------------------------------------------------------------------------------------


def keys(bench: Bench) -> None:
    """Keys in a text of 50,000 words, on the screen with journal, margin and comments."""
    bench.head("Keys in 50,000 words, beside the same in a stock TextArea")
    with ExitStack() as open_things:
        ours = open_things.enter_context(bench.resumed(bench.big, "draft", rooms.CURSOR_WORDS, bench.line))
        two = open_things.enter_context(bench.stage("two-lines"))
        same = open_things.enter_context(bench.stage("text-area"))
        for terminal in (ours, two, same):
            terminal.rest(1.0)
        letters = _in_turns(bench, {"ours": ours, "two": two, "same": same}, [b"a"], 60)
        cpu, size = _medians(letters, 0), _medians(letters, 2)
        told = f"{cpu['ours']:.1f} ms beside {{:.1f}} ms"
        bench.tell("A letter, CPU / two lines", cpu["ours"] / cpu["two"], 1.0, told.format(cpu["two"]))
        bench.tell("A letter, CPU / same text", cpu["ours"] / cpu["same"], 0.5, told.format(cpu["same"]))
        bench.tell(
            "A letter, bytes / two lines",
            size["ours"] / size["two"],
            0.15,
            f"{size['ours']:.0f} beside {size['two']:.0f}",
        )
        wall = _medians(letters, 1)
        bench.tell(
            "A letter, wall / two lines",
            wall["ours"] / wall["two"],
            None,
            f"{wall['ours']:.1f} ms beside {wall['two']:.1f} ms",
        )
        lines = _in_turns(bench, {"ours": ours, "two": two}, [ENTER, BACKSPACE], 40)
        for place, name in enumerate(("Enter", "Backspace across lines")):
            cpu = {who: median(cost.cpu for cost in costs[place::2]) for who, costs in lines.items()}
            bench.tell(
                f"{name}, CPU / two lines",
                cpu["ours"] / cpu["two"],
                2.3,
                f"{cpu['ours']:.1f} ms beside {cpu['two']:.1f} ms",
            )
        pause = ours.press(b"a", 2.5)
        print(f"  the pause after typing, all that is derived and drawn then: {pause.cpu:.0f} ms, {pause.size} bytes")
        _at_rest(bench, ours)


def _at_rest(bench: Bench, ours: Terminal) -> None:
    with bench.stage("bare") as bare:
        bare.until("MARKMARK")
        bare.rest(1.0)
        ours.rest(1.0)
        mine, theirs = ours.memory(), bare.memory()
        bench.tell("Memory with 50,000 words open / bare", mine / theirs, 1.4, f"{mine:.0f} MB beside {theirs:.0f} MB")
        seconds = 4.0 if bench.quick else 10.0
        idle, base = ours.idle(seconds), bare.idle(seconds)
        bench.tell(
            "Idle, CPU / bare",
            idle.cpu / base.cpu,
            1.5,
            f"{idle.cpu / seconds:.2f} ms a second beside {base.cpu / seconds:.2f}",
        )
        print(f"  {'Idle, bytes to the terminal':58} {idle.size:6}    asked 0{'' if not idle.size else '      ABOVE'}")


def _in_turns(bench: Bench, terminals: dict[str, Terminal], keys: list[bytes], many: int) -> dict[str, list[Cost]]:
    """Each key in turn, ten at a time in each program: the pauses between are as those of somebody who types."""
    taken: dict[str, list[Cost]] = {name: [] for name in terminals}
    for _ in range(max(1, bench.rounds(many) // 10)):
        for name, terminal in terminals.items():
            terminal.rest(0.7)
            for count in range(10 + len(keys)):
                cost = terminal.press(keys[count % len(keys)])
                if count >= len(keys):  # the first one after a pause also closes a step
                    taken[name].append(cost)
    return taken


def _medians(taken: dict[str, list[Cost]], place: int) -> dict[str, float]:
    return {name: median(cost[place] for cost in costs) for name, costs in taken.items()}


def lists(bench: Bench) -> None:
    """Keys in a redline and in ten thousand comments; another size."""
    bench.head("Redline and comments")
    with ExitStack() as open_things:
        bare = open_things.enter_context(bench.stage("bare"))
        redline = open_things.enter_context(bench.stage("redline"))
        same = open_things.enter_context(bench.stage("text-area"))
        comments = open_things.enter_context(bench.resumed(bench.talk, "comments", rooms.A_COMMENT))
        for terminal in (bare, redline, same, comments):
            terminal.rest(2.0)
        refresh = _medians(_in_turns(bench, {"bare": bare}, [b"r"], 30), 0)["bare"]
        nothing = _medians(_in_turns(bench, {"bare": bare}, [b"x"], 30), 0)["bare"]
        page = _medians(_in_turns(bench, {"page": redline}, [PAGE_DOWN], 30), 0)["page"]
        down = _medians(_in_turns(bench, {"down": comments}, [DOWN], 30), 0)["down"]
        bench.tell(
            "Page of a redline / refresh of a Static", page / refresh, 5.0, f"{page:.1f} ms beside {refresh:.1f} ms"
        )
        bench.tell("A key in 10,000 comments / bare key", down / nothing, 3.0, f"{down:.1f} ms beside {nothing:.1f} ms")
        for quiet, name in ((0.25, "what is seen"), (1.5, "and what is measured later")):
            ours, theirs = (
                [terminal.resized(90 + 10 * (count % 2), 40, quiet).cpu for count in range(bench.rounds(9))]
                for terminal in (redline, same)
            )
            bench.tell(
                f"Another width, 50,000 words / TextArea: {name}",
                median(ours) / median(theirs),
                0.5,
                f"{median(ours):.1f} ms beside {median(theirs):.1f} ms",
            )


def working(bench: Bench) -> None:
    """Keys while the clerk compares and reads the record."""
    bench.head("A letter while the clerk works, beside the same in peace; wall")
    for kind, name in (("busy", "redlines and git"), ("busy-git", "git alone")):
        with bench.stage(kind, bench.big) as terminal:
            make_ready(terminal, bench)
            peace, work = [], []
            for _ in range(2 if bench.quick else 5):
                peace += _letters(terminal)
                terminal.signal(signal.SIGUSR1)
                time.sleep(0.3)
                work += _letters(terminal)
                terminal.signal(signal.SIGUSR1)
                terminal.rest(1.0)
        for what, of, asked in (("median", median, 1.5), ("95 %", lambda costs: quantiles(costs, n=20)[-1], 2.0)):
            calm, loaded = of(peace), of(work)
            bench.tell(f"{name}, {what}", loaded / calm, asked, f"{loaded:.1f} ms beside {calm:.1f} ms")


def make_ready(terminal: Terminal, bench: Bench) -> None:
    terminal.until(rooms.FIRST_WORDS)
    terminal.rest(1.5)


def _letters(terminal: Terminal) -> list[float]:
    return [terminal.press(b"a", 0.12).wall for _ in range(20)]


def journal(bench: Bench) -> None:
    """What the journal takes of each key, called as the screen calls it."""
    bench.head("The journal of what is typed")
    with Desk.at(bench.big) as desk:
        source = desk.open(rooms.SLUG).draft.source
        typing = desk.begin_typing(rooms.SLUG, source)
        typing.note(Stroke(0, 0, 0, 0, "x"))
        times = []
        for count in range(500):
            began = time.perf_counter()
            typing.note(Stroke(4, 10 + count, 4, 10 + count, "x"))
            times.append(time.perf_counter() - began)
        typing.discard()
    print(
        f"  a key: median {1e6 * median(times):.0f} µs, 95 % {1e6 * quantiles(times, n=20)[-1]:.0f} µs, longest {1e3 * max(times):.1f} ms"
    )


PARTS: dict[str, Callable[[Bench], None]] = {
    "start": starting,
    "ready": ready,
    "keys": keys,
    "lists": lists,
    "work": working,
    "journal": journal,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a third of the rounds")
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all of them without a name")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="zerodraft-screens-") as folder:
        bench = Bench(Path(folder), asked.quick)
        print(
            f"{os.cpu_count()} processors, load average {os.getloadavg()[0]:.1f}; milliseconds of processor time unless wall is said"
        )
        for name in asked.parts or PARTS:
            PARTS[name](bench)


if __name__ == "__main__":
    main()
