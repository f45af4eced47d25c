"""Losses that guide a drawing besides its prompts: image prompts, labels, spots, directions, folders of pictures.

`assembly.guidance` makes them from the settings.
"""
