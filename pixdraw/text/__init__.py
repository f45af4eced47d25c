"""What a prompt is made of, as text: its grammar (weights, times, parts), amounts, hashtags and words of manner.

Belongs here: parsing that needs no model and no torch. Doesn't: what a prompt *means*, which is `proposals.language`.
"""
