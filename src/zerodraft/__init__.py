"""zerodraft: where the outcome documents of international conferences are written."""

__version__ = "0.1.0"
