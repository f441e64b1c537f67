"""What is being done: told on the first row when it takes longer than half a second."""

PATIENCE = 0.5  # seconds until it is told
AGAIN = 0.15  # seconds between two looks


class Doing:
    """One errand under way. The thread that runs it says how far it is, the screen looks."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self._steps = (0, 0)

    def step(self, done: int, total: int) -> None:
        """May be called from any thread."""
        self._steps = (done, total)

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None where nobody knows."""
        done, total = self._steps
        return min(done / total, 1.0) if total else None
