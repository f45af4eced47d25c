"""Proposals: the picture that a run may start from, made from the reading of a prompt.

Without this package the loop still draws, from nothing. Belongs here: what is drawn of a prompt before the loop, how
things are arranged and which place is behind them. Doesn't: networks (`models`), or how a drawer takes a picture
(`drawers`).
"""
