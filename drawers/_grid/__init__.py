"""Grids of cells: their geometry and the fixed maps between cells and pixels. Not a drawer."""
