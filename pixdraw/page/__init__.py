"""A page to draw on, `pixdraw page`: what is shown, what a visitor asks for, and the drawings that come of it.

Every request passes the border of `hosting`; what is drawn is `Drawing`'s. Gradio is imported by `layout` and `server`
alone: everything else knows nothing of it.
"""
