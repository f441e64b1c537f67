"""The command line: one verb a file; stdout is data, stderr is narration."""
