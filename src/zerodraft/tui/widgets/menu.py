"""A list in which one click chooses: nobody double-clicks a menu."""

from textual import events

from zerodraft.tui.widgets.virtual_list import VirtualList


class Menu(VirtualList):
    """Keeps no focus of its own where a line above it takes the keys."""

    async def on_click(self, event: events.Click) -> None:
        event.prevent_default()
        index = (event.y + self.scroll_offset.y) // self.item_height
        if 0 <= index < self.count:
            self.chosen = index
            self.post_message(self.Opened(self, index))
