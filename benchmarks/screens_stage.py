"""One program on one terminal, for `screens.py`: a bare Textual app, a stock widget, one of ours, or the house at work.

    python screens_stage.py KIND [WORKSPACE] [MARK]

With a MARK the program ends as soon as these words are written, and says how many milliseconds of processor time and of
waiting it took from making the app on (or, for a place of the house, from going there).
"""

import sys
import time
from collections.abc import Callable

LONG, HUGE = 50_000, 250_000


class Watch:
    """Sees the words on their way to the terminal."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.found: tuple[float, float] | None = None
        self.start()

    def start(self) -> None:
        self.began = time.process_time(), time.perf_counter()

    def attach(self) -> None:
        from textual.drivers.linux_driver import LinuxDriver

        write = LinuxDriver.write

        def watched(driver, data):
            write(driver, data)
            if self.mark and self.found is None and self.mark in data:
                self.found = time.process_time() - self.began[0], time.perf_counter() - self.began[1]
                driver._app.call_later(driver._app.exit)

        LinuxDriver.write = watched


def run(make: Callable, mark: str) -> None:
    """Run the app that `make` gives; `make` does nothing that belongs to its preparation."""
    import gc

    gc.set_threshold(100_000, 50, 50)
    watch = Watch(mark)
    if not mark:
        make(watch).run()
        return
    watch.attach()
    watch.start()
    make(watch).run()
    cpu, wall = watch.found
    print(f"READY {1000 * cpu:.3f} {1000 * wall:.3f} .")


# --- peers -------------------------------------------------------------------------------------


def bare():
    """`r` has the text drawn again; no other key does anything."""
    from textual.app import App
    from textual.widgets import Static

    class Bare(App):
        def compose(self):
            yield Static("MARKMARK")

        def key_r(self):
            self.query_one(Static).refresh()

    return lambda _: Bare()


def one(widget, **options):
    """An app with one widget."""
    from textual.app import App

    class One(App):
        def compose(self):
            made = widget(**options) if callable(widget) else widget
            yield made
            self.call_after_refresh(made.focus)

    return lambda _: One()


def textarea(text):
    from textual.widgets import TextArea

    class Still(TextArea):
        cursor_blink = False

        def on_mount(self):
            self.cursor_blink = False

    return one(lambda: Still(text, soft_wrap=True))


def long_text():
    from screens_rooms import texts

    return texts(LONG, 1)[0]


def option_list():
    """Ten thousand rows of the same words as a comment has."""
    from textual.widgets import OptionList
    from textual.widgets.option_list import Option

    rows = [
        f"● ¶ {count}  Japan  Zfirstcomment We would prefer other words here, for reason {count}"
        for count in range(10_000)
    ]
    return one(lambda: OptionList(*(Option(row) for row in rows), markup=False))


# --- ours --------------------------------------------------------------------------------------


def draft_area():
    from zerodraft.tui.editor.area import DraftArea

    text = long_text()
    return one(lambda: DraftArea(text))


def redline(words):
    from screens_rooms import texts
    from zerodraft.core.comparison.compare import compare
    from zerodraft.core.text.numbering import number
    from zerodraft.core.text.parse import read_draft
    from zerodraft.export.sheet import RedlineSheet, Sheet
    from zerodraft.tui.redline.view import RedlineView

    old, new = (
        Sheet("", "", "", name, "", "", "en", draft, number(draft))
        for name, draft in zip(("old", "new"), map(read_draft, texts(words, 2)), strict=True)
    )
    sheet = RedlineSheet(old, new, compare(old.draft, new.draft))

    class Shown(RedlineView):
        def on_mount(self):
            self.show(sheet)
            self.go_to(0)

    return one(Shown)


def going(place, screen):
    """From an open declaration to one of its places."""
    import asyncio
    from pathlib import Path

    from screens_rooms import SLUG
    from zerodraft.desk.preferences import read
    from zerodraft.tui import attention
    from zerodraft.tui.app import ZerodraftApp
    from zerodraft.tui.destination import Destination

    def made(watch):
        app = ZerodraftApp(Path(place), read())

        async def go():
            await app.open_declaration(SLUG)
            while not at_rest(app):
                await asyncio.sleep(0.1)
            __import__(f"zerodraft.tui.screens.{screen}")
            watch.start()
            await app.go_to(Destination(screen))

        app.call_later(lambda: app.run_worker(go()))
        app.run = lambda: attention.run(app.run_async())
        return app

    return made


def at_rest(app):
    """Whether Home has read all that it shows: the clerk has nothing to do then."""
    return app.screen._today is not None and not app.clerk._errands


def busy(place, git_only):
    """The draft; with SIGUSR1 the clerk begins to compare and to read the record without end, or stops it."""
    import signal

    make = going(place, "draft")

    def made(watch):
        app = make(watch)
        works = [False]

        def errand(desk):
            from screens_rooms import SLUG

            if not git_only:
                desk.compare(dossiers[0], "rev-1", "rev-2") if dossiers else dossiers.append(desk.open(SLUG))
            desk.room.workspace.log() if git_only else desk.log()
            if works[0]:
                app.clerk.send(errand)

        def toggle(*_):
            works[0] = not works[0]
            if works[0]:
                app.clerk.send(errand)

        dossiers = []
        signal.signal(signal.SIGUSR1, toggle)
        return app

    return made


def main() -> None:
    kind, place, mark = (*sys.argv[1:], "", "")[:3]
    makers = {
        "bare": bare,
        "two-lines": lambda: textarea("one\ntwo\n"),
        "text-area": lambda: textarea(long_text()),
        "option-list": option_list,
        "draft-area": draft_area,
        "redline": lambda: redline(LONG),
        "huge-redline": lambda: redline(HUGE),
        "comments": lambda: going(place, "comments"),
        "versions": lambda: going(place, "versions"),
        "draft": lambda: going(place, "draft"),
        "busy": lambda: busy(place, git_only=False),
        "busy-git": lambda: busy(place, git_only=True),
    }
    run(makers[kind](), mark)


if __name__ == "__main__":
    main()
