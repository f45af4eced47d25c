"""Settings: declared once, resolved from what was given, checked, and explained.

Belongs here: the fields with all that is true of them, old names, messages of wrong values. Doesn't: what a setting
does, which is where it is used; a plug-in's own settings, which stand in its file.
"""
