"""Sinks listen to a run and write files or show progress; each is one file, `standard` chooses them by settings."""
