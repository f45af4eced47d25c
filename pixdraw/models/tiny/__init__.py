"""The built-in perceptor without open_clip, whose import takes longer than everything else of a drawing.

Its files are those of an ordinary open_clip model, which open_clip reads, too, and computes the same of, to the bit.
"""
