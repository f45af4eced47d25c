"""What a figure is dressed in while the words about it are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from pixdraw.proposals import wardrobe
from pixdraw.proposals.roles import HANDS, SLOTS


@dataclass
class Outfit:
    """A figure while it is dressed; colours by their names, none for those that it has."""

    figure: str
    clothes: str = ""
    hair: str = ""
    skin: str = ""
    pieces: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Name → its colours."""
    is_shaven: bool = False
    """Whether no beard grows by chance."""
    hair_is_said: bool = False
    """Whether the prompt tells how the hair is worn."""
    beard_is_said: bool = False
    """Whether the prompt tells of a beard."""
    clothes_are_said: bool = False
    """Whether the prompt tells the colour of the clothes."""

    def put(self, name: str, *colours: str) -> None:
        """Put on a piece, in place of what is where it belongs; without colours one keeps those that it has."""
        colours = colours or self.pieces.get(name, ())
        for slot in SLOTS:
            if name in slot:
                self.pieces = {one: given for one, given in self.pieces.items() if one not in slot}
        self.pieces[name] = colours

    def hold(self, name: str, count: int, *colours: str) -> None:
        """Put a piece into a free hand, or into both where there are two of it."""
        is_free = name not in HANDS or not any(one in HANDS for one in self.pieces)
        if is_free:
            self.put(name, *colours)
        if name in HANDS and (count > 1 or not is_free):
            self.pieces[f"{wardrobe.LEFT}{name}"] = colours

    def take(self, text: str) -> None:
        """Put on what a table says: "tricorn black gold", "hair blond"."""
        words = text.split()
        count = next((count for count in (2, 1) if wardrobe.is_piece(" ".join(words[:count]))), 1)
        name, colours = " ".join(words[:count]), words[count:]
        if name in ("hair", "skin"):
            setattr(self, name, colours[0])
        elif name:
            self.put(name, *colours)
