"""What a prompt is made of, as text: its grammar (weights, times, parts), amounts, hashtags and words of manner.

Belongs here: parsing that needs no model and no torch, and `scene`, the value that the reading of a prompt makes.
Doesn't: how a prompt is read, which is `proposals.language`.
"""
