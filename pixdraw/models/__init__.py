"""Networks and their weights: which there are, where they lie, how they are fetched, read and called.

Belongs here: perceptors, VQGANs, diffusion networks and the files of all three. Doesn't: the choice of a model for a
run (`assembly`), or a drawer that optimises one's latents (`drawers`).
"""
