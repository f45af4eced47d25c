"""Places painted as scenes: landscapes in layers from the sky to the near ground, rooms, and maps seen from above.

`canvas` is what is painted on, `skies` light and weather, `lands` the layers, `rooms` walls and floors, `maps` grounds
from above; `places` is the table of which place has what, `composing` paints a place, and `asking` finds in a prompt
which place is meant. Single things that stand in places are painters of `ruled`.
"""
