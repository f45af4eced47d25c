"""VQGANs: the network, its files, and how a latent becomes one of its codes."""
