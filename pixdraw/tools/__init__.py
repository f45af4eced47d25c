"""Tools for finished pictures, one a module, each usable from a program without files."""
