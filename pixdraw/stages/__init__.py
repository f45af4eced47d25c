"""Stages after a drawing: enlarging the picture, redrawing it in the style of others."""
