"""Builds a `Session` from `Settings`.

The only package that imports every kind of part (drawers, losses, filters, models, guidance); plug-ins are looked up in
the registry, never imported by name.
"""
