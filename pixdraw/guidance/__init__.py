"""What guides a drawing beside its prompts: image prompts, labels, spots, directions, folders of pictures.

`assembly.guidance` makes these losses of the settings.
"""
