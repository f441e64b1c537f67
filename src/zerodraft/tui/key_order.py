"""Keys in the order in which they were pressed.

Textual lets a widget write a letter at once, but carries out a bound key only when it has bubbled up to the
application: of `a`, enter, `b` in one breath it may make `ab` and a new line, and of ctrl+g, `3`, `6` a text with 36 in
it. Here a key waits until the one before has been carried out, and where an action asks for something, until the
question has the focus. A click or a paste does not overtake the keys before it.
"""

import asyncio
from collections import deque

from textual import events
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from zerodraft.tui.pasting import Pasting

# Seconds until the next key goes on although nobody has said that this one passed: its widget was taken down.
_LOST = 0.25
# Seconds that a question has to appear; a key pressed later goes where the focus is.
_TO_APPEAR = 0.4
# Seconds that a line or a column has to be left by a key that may leave it: of ctrl+g, `4`, enter, `we` the text lost
# the `w`, of enter, down in a list the cards lost the step.
_TO_LEAVE = 0.2
_LEAVING = frozenset({"enter", "escape", "down"})
_LOOK_AGAIN = 0.01
# Seconds that keys are held at most.
_LONGEST_HOLD = 2.0

_PRESSED = (events.Key, events.MouseEvent, events.Paste)


class KeyPassed(Message):
    """Sent behind each key on the same way; when it arrives, the key has been carried out. Where a widget took the key,
    nobody else will see it, and the way ends."""

    def __init__(self, key: events.Key) -> None:
        self.key = key
        super().__init__()

    def _bubble_to(self, widget: MessagePump) -> None:
        super()._bubble_to(widget.app if self.key._stop_propagation else widget)


class InOrder(Pasting, inherit_bindings=False):
    """The part of the application that takes keys."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[events.Event] = deque()
        self._key_under_way = 0  # the count of the key that is being carried out; 0 for none
        self._key_count = 0
        self._watch: asyncio.TimerHandle | None = None
        self._expected: tuple[Screen[object], Widget | None, float] | None = None
        self._is_holding = False
        self._leaving_by = ""  # the key that may leave a line; "" for none

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, _PRESSED) and not event.is_forwarded:
            self._waiting.append(event)
            if not self._key_under_way:
                await self._carry_out_next()
        else:
            await super().on_event(event)

    async def _carry_out_next(self) -> None:
        """Up to the next key that must be waited for."""
        while self._waiting and not self._key_under_way and not self._is_holding:
            event = self._waiting.popleft()
            if isinstance(event, events.Key):
                await self._carry_out(event)
            else:
                await super().on_event(event)

    async def _carry_out(self, event: events.Key) -> None:
        self._key_count += 1
        self._key_under_way = self._key_count
        way = self.focused or self.screen
        self._watch = asyncio.get_running_loop().call_later(_LOST, self._go_on, self._key_under_way)
        self._leaving_by = event.key if event.key in _LEAVING and isinstance(self.focused, Input) else ""
        if self._leaving_by:
            self._expect(_TO_LEAVE)
        await super().on_event(event)
        if not way.post_message(KeyPassed(event)):
            self._go_on(self._key_under_way)

    def on_key_passed(self, event: KeyPassed) -> None:
        event.stop()
        self._go_on(self._key_under_way)

    def hold_keys(self) -> None:
        """What the next keys are meant for is on its way; they wait, though not for ever."""
        self._is_holding = True
        asyncio.get_running_loop().call_later(_LONGEST_HOLD, self.release_keys)

    def forget_clicks(self) -> None:
        """The mouse was where something else is shown by now: half of a double click that opened a text would select a
        word in it."""
        self._waiting = deque(each for each in self._waiting if not isinstance(each, events.MouseEvent))

    def release_keys(self) -> None:
        """Carry out the keys that waited."""
        if self._is_holding:
            self._is_holding = False
            self.call_later(self._carry_out_next)

    def expect_a_question(self) -> None:
        """What was just begun asks for something: the next keys are the answer."""
        self._expect(_TO_APPEAR)

    def go_into(self, widget: Widget) -> None:
        """Give the keys to a widget as soon as it is shown; those pressed behind the one that leads there are meant for
        it, and wait."""
        if not widget.has_focus:
            self._expect(_TO_LEAVE)
        self.call_after_refresh(widget.focus)

    def _expect(self, seconds: float) -> None:
        self._expected = (self.screen, self.focused, asyncio.get_running_loop().time() + seconds)

    def _go_on(self, passed: int) -> None:
        """The next key, behind what this one has set going: focus changes are calls that wait in the same queue."""
        if passed and passed == self._key_under_way:
            if self._watch is not None:
                self._watch.cancel()
            self.call_later(self._after_key)

    async def _after_key(self) -> None:
        if self._is_expecting():
            asyncio.get_running_loop().call_later(_LOOK_AGAIN, self.call_later, self._after_key)
            return
        self._key_under_way = 0
        await self._carry_out_next()

    def _is_expecting(self) -> bool:
        """Whether a question is still to appear, or a line to be left; whoever presses the same key again, as to go
        from find to find, stays in it."""
        if self._expected is None:
            return False
        following = self._waiting[0] if self._waiting else None
        if self._leaving_by and isinstance(following, events.Key) and following.key == self._leaving_by:
            self._expected = None
            return False
        screen, focused, until = self._expected
        is_there = (self.screen, self.focused) != (screen, focused) and self.focused is not None
        if is_there or asyncio.get_running_loop().time() >= until:
            self._expected = None
            return False
        return True
