"""English prompts read: which things, how many, what is said of them, how they are related, and where they are.

Pure text: nothing here imports torch.
"""
