"""Diffusion networks: the built-in one, published ones, and how pictures are sampled with them."""
