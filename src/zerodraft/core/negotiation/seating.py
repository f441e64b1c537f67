"""All places that proposals are about, by the texts that were read; after one more act few of them are looked at."""

from collections.abc import Iterable, Sequence

from zerodraft.core.comparison.following import Trail
from zerodraft.core.negotiation.seat import Key, Seat


class Seating:
    """The seats. `follow` brings them along to the next version."""

    def __init__(self) -> None:
        self._seats: dict[Key, Seat] = {}
        self._rows: dict[str, _Row] = {}

    def take(self, keys: Iterable[Key]) -> None:
        """Keep the seats of these keys and no others, with what is known of them."""
        wanted = dict.fromkeys(keys)
        if wanted.keys() == self._seats.keys():
            return
        self._seats = {key: self._seats.get(key) or Seat(key) for key in wanted}
        by_text: dict[str, list[Seat]] = {}
        for seat in self._seats.values():
            by_text.setdefault(seat.key.text_id, []).append(seat)
        self._rows = {text_id: _Row(seats, self._rows.get(text_id)) for text_id, seats in by_text.items()}

    def __getitem__(self, key: Key) -> Seat:
        return self._seats[key]

    def follow(self, trail: Trail) -> dict[Seat, int | None]:
        """The seats of which something differs on the last version: how much further the place is, where that is all;
        else None."""
        moved: dict[Seat, int | None] = {}
        for text_id, row in self._rows.items():
            row.follow(trail, trail.version(text_id), moved)
        return moved


class _Row:
    """The seats of those who read one text."""

    def __init__(self, seats: Sequence[Seat], former: "_Row | None") -> None:
        self._seats = seats
        self._version: int | None = former._version if former else None
        self._moving = [seat for seat in seats if seat.key.to is not None]
        self._standing_on: dict[int, list[Seat]] = {}
        for seat in seats:
            for ordinal in seat.stands_on:
                self._standing_on.setdefault(ordinal, []).append(seat)

    def follow(self, trail: Trail, version: int | None, moved: dict[Seat, int | None]) -> None:
        anew = self._seats
        if version is not None and version == self._version:
            shifts = trail.shifts(version)
            anew = [seat for seat in self._seats if not seat.is_steady]
            anew += [seat for seat in self._moving if seat.is_steady and not seat.is_where_it_was_moved(trail)]
            touched = {seat for ordinal in shifts for seat in self._standing_on.get(ordinal, ())}
            for seat in touched.difference(anew):
                by = seat.shift(shifts)
                if by is None:
                    anew.append(seat)
                else:
                    moved[seat] = by
        moved.update((seat, None) for seat in anew if seat.follow(trail))
        self._version = version
