"""The sprite generator: texts to cells of palette entries, or of no colour; its network, its sampling and its files."""
