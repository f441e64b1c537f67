"""Web pages: one file each, without script, with nothing to fetch."""
