"""What comes from the terminal: a byte that is no UTF-8 is a sign of its own, and not the end of the program.

A terminal that is set to Latin-1 sends `é` as one byte; Textual's reader of keys breaks off at it, and with it ends the
program.
"""

import sys
from codecs import getincrementaldecoder
from functools import partial

from textual.driver import Driver


def forgiving(driver: type[Driver]) -> type[Driver]:
    """The same driver, whose reader decodes every byte."""
    names = vars(sys.modules[driver.__module__])
    if "getincrementaldecoder" in names:
        # It makes its decoder in the middle of a long method, by this name.
        names["getincrementaldecoder"] = lambda encoding: partial(getincrementaldecoder(encoding), "replace")
    return driver
