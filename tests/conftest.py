"""What holds for all tests: no law is timed, and in CI the same examples are tried each time.

Thousands of processes of the program are started: each would compile all of it again where the environment forbids to
keep what was compiled (half a second of CPU instead of a third).
"""

import os
import sys

from hypothesis import settings

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("house", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")
