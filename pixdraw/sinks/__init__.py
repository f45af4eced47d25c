"""Sinks listen to the events of a run and write files or show progress.

One file each; `standard` chooses them by the settings.
"""
