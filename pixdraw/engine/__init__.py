"""The loop: session, cutouts, optimisers, the prompt loss, changes between steps, checkpoints.

Belongs here: what happens in a step and between steps. Doesn't: choosing the parts of a run by its settings
(`assembly`), or writing files of it (`sinks`).
"""
