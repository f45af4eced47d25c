"""Reads English prompts: which things they name, how many, with which attributes and relations, and where.

Pure text: nothing here imports torch.
"""
