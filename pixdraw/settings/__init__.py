"""Settings: declared once, resolved from what was given, checked, and explained.

Belongs here: the fields and everything declared of them, old names, error messages for wrong values. Doesn't: what a
setting does, which is where it is used; the settings of a plug-in, which are in its file.
"""
