"""The places of work: home, draft, versions, comments, export, review."""
