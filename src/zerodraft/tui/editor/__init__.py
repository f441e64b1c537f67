"""The text under the drafter's hands: a model that knows no terminal, and the widget that shows it."""
