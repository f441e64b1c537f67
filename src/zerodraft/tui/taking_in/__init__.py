"""A file on its way into the record, on the screen."""
