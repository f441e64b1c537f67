"""The pure core: text, comparison, negotiation. No disk, git, terminal, clock or chance."""
