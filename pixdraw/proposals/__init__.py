"""The picture that a run may start from: from the reading of a prompt to a sprite.

Without this room the loop still draws, from nothing. Belongs here: what is drawn of a prompt before the loop, how
things are laid out and what stands behind them. Doesn't: networks (`models`), or how a drawer takes a picture
(`drawers`).
"""
