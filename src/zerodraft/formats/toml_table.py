"""A table of a TOML file that people wrote: what is missing or odd in it is told with its name."""

from datetime import datetime

from zerodraft.formats.toml_text import BadSettings


class Table:
    """One table of the file; a missing or odd value is told with the table it is missing in."""

    def __init__(self, values: object, name: str) -> None:
        if not isinstance(values, dict):
            raise BadSettings(0, f"{name} is not a table.")
        self.values: dict[str, object] = values
        self.name = name

    def words(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise BadSettings(0, f"“{key}” of {self.name} is not text.")
        return value

    def moment(self) -> datetime:
        value = self.values.get("date")
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise BadSettings(0, f"{self.name} has no date with an offset.")
        return value

    def names(self, key: str) -> tuple[str, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            raise BadSettings(0, f"“{key}” of {self.name} is not a list of texts.")
        return tuple(values)

    def numbers(self, key: str) -> tuple[int, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(type(each) is int for each in values):
            raise BadSettings(0, f"“{key}” of {self.name} is not a list of numbers.")
        return tuple(values)

    def changes(self) -> tuple[tuple[str, str], ...]:
        return tuple((each.words("find"), each.words("replace")) for each in self.tables("change"))

    def is_set(self, key: str) -> bool:
        return self.values.get(key) is True

    def tables(self, key: str) -> list["Table"]:
        values = self.values.get(key, [])
        if not isinstance(values, list):
            raise BadSettings(0, f"“{key}” of {self.name} is not a list of tables.")
        return [Table(each, f"{key} {number} of {self.name}") for number, each in enumerate(values, 1)]
