"""Pictures as arrays: files in and out, compositing, colour spaces, palettes, SVG.

Belongs here: anything that turns pixels into pixels or files. Doesn't: how a model rates a picture (`models`), or which
files a run writes (`sinks`).
"""
