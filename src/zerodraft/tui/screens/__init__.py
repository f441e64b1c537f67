"""The five places of work: home, draft, versions, comments, export."""
