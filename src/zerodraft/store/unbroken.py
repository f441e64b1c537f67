"""Writing to a file without giving the turn to another thread.

Around `os.write` Python lets other threads run: one that computes takes the turn, and whoever wrote waits for 5 ms. A
journal is written with each key, some hundred bytes into the memory of the system, which takes 10 µs.
"""

import os
from collections.abc import Callable
from functools import lru_cache


@lru_cache(maxsize=1)
def loaded() -> Callable[[int, bytes, int], int] | None:
    """The system's own `write`; None where it can't be had. To be loaded before the first key: 5 ms."""
    try:
        import ctypes

        # A library of this kind is called without giving the turn away.
        write = ctypes.PyDLL(None).write
        write.argtypes, write.restype = (ctypes.c_int, ctypes.c_char_p, ctypes.c_size_t), ctypes.c_ssize_t
    except (ImportError, OSError, AttributeError, TypeError):
        return None
    return write


def write(file: int, content: bytes) -> int:
    """As `os.write`."""
    own = loaded()
    written = own(file, content, len(content)) if own else -1
    # What could not be written is tried again by Python, which knows how to say why.
    return written if written >= 0 else os.write(file, content)
