"""The gate: what a text must be before it leaves for good, and what the house advises."""
