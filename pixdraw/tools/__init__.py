"""The artist's desk: what is done to finished pictures. One tool a module, each usable from a program without files."""
