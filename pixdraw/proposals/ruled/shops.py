"""Shops, drawn from the front: each kind is a row with its mark, its wares and its colours."""

from __future__ import annotations

from dataclasses import dataclass

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import goods, stamp


@dataclass(frozen=True)
class Shop:
    """A shop: a sign with a mark on the roof, an awning, a window with goods and a door."""

    mark: str
    wares: tuple[str, ...] = ("fruit",)
    cloth: tuple[str, ...] = ("#d23838", "#3a62b8", "#3c9a58", "#e0a028")
    walls: tuple[str, ...] = ("#e8d8b0", "wood", "#c86a4a", "#d8c8e0")
    word: str = ""
    """A word on the board, in place of the mark."""
    plate: str = "#f4ead0"
    """Colour of the sign behind the mark."""

    def __call__(self, e: Easel, look: Look) -> None:
        """Draw the shop."""
        wall = look.whole(*self.walls)
        front = e.box(4, 9, 28, 30)
        e.paint(front, wall, 0.55)
        fit.surface(e, front, wall, look.pick("finish", "brick", "boards", "plain"))
        e.paint(e.box(3, 9, 29, 11), look.of("wood"), 0.4, seam=True)
        e.paint(e.box(4, 28.6, 28, 30), look.of("stone"), 0.4)
        side = 1 if look.chance("door side", 0.5) else 0
        left = 5.5 if side else 13.5
        e.paint(e.box(left, 18, left + 13, 27.4), look.of("wood"), 0.45, seam=True)
        inner = e.box(left + 1, 19, left + 12, 26.4)
        fit.flat(e, inner, look.of("#4a3a4a"), 0.5)
        for number in range(2):
            goods(e, look, self.wares[number % len(self.wares)], left + 3.6 + 5.6 * number, 23.5)
        x = 20 if side else 6
        fit.door(e, look, (x, 18.5, x + 6, 29.6), usual=look.pick("door colour", "wood", "#3a7a5a", "#a83a3a"))
        fit.window(e, look, (x + 1, 19.6, x + 5, 23), frame="wood")
        fit.awning(e, look, (3.4, 11, 28.6, 18), look.pick("cloth", *self.cloth))
        if self.word:
            fit.board(e, look, 16, 6, self.word)
            return
        face = e.box(10, 1, 22, 11) if look.chance("square sign", 0.5) else e.disc(16, 6, 6.4, 5.2)
        e.paint(face, look.of("wood"), 0.35, seam=True)
        e.paint(face & (fit.shrunk(face)), look.part("sign", self.plate), 0.6)
        stamp(e, look, self.mark, 16, 6)


KINDS: tuple[Kind, ...] = (
    Kind("potion shop, apothecary, alchemist shop, alchemy shop, magic potion shop", Shop("potion", ("flask",
         "phial"), ("#7a3c9a", "#3c9a58")),
         "magic, village, alchemist, little, alchemist's"),
    Kind("magic shop, wizard shop, magic item shop", Shop("orb", ("flask", "gem"), ("#7a3c9a", "#3a62b8")), "village, "
         "fantasy"),
    Kind("bakery, bread shop, bakehouse, bakery shop", Shop("bread", ("loaf",), ("#e0a028", "#d23838")), "village, "
         "little, french, bread"),
    Kind("flower shop, florist, florist shop", Shop("flower", ("flower",), ("#f06aa0", "#3c9a58", "#9a62d8")),
         "little, village, flower"),
    Kind("bookshop, book shop, bookstore, book store", Shop("book", ("book",), ("#3a62b8", "#7c3a2c")), "old, magic, "
         "little"),
    Kind("weapon shop, weapons shop, weaponsmith, armory shop", Shop("sword", ("blade",), ("#5a6478", "#d23838")),
         "village, fantasy"),
    Kind("armor shop, armour shop, armory, armoury, armorer", Shop("shield", ("blade",), ("#3a62b8", "#5a6478")),
         "village, fantasy"),
    Kind("fish shop, fishmonger, fish market", Shop("fish", ("fish",), ("#3a62b8", "#3c9aa8")), "little, village"),
    Kind("butcher, butcher shop, butchery, meat shop", Shop("meat", ("meat",), ("#d23838",)), "village, little"),
    Kind("cheese shop", Shop("cheese", ("loaf",), ("#e0a028",)), "village, little"),
    Kind("cake shop, pastry shop, patisserie, confectionery", Shop("cake", ("cake",), ("#f06aa0", "#9a62d8")),
         "little"),
    Kind("candy shop, candy store, sweet shop", Shop("candy", ("gem", "cake"), ("#f06aa0", "#d23838")), "little"),
    Kind("ice cream shop, ice cream parlor, ice cream parlour, ice cream stand, gelateria", Shop("cone", ("cake",),
         ("#f06aa0", "#5a8cf0")), "little"),
    Kind("fruit shop, fruit stand, grocery store, grocery, greengrocer, supermarket, vegetable shop, fruit store",
         Shop("apple", ("fruit",), ("#3c9a58", "#d23838")), "fruit, little, village, vegetable"),
    Kind("toy shop, toy store", Shop("ball", ("toy",), ("#d23838", "#3a62b8")), "little"),
    Kind("pet shop, pet store, vet, veterinary clinic, animal shelter", Shop("paw", ("toy",), ("#e0a028", "#3c9a58")),
         "little"),
    Kind("jewelry store, jewelry shop, jeweler, jeweller, gem shop", Shop("gem", ("gem",), ("#3a62b8", "#7a3c9a")),
         "little, fancy"),
    Kind("clothing store, clothes shop, clothing shop, tailor, tailor shop, boutique, fashion store", Shop("shirt",
         ("shirt",)), "little"),
    Kind("hat shop", Shop("hat", ("hat",)), "little"),
    Kind("barber shop, barbershop, hair salon, hairdresser, barber", Shop("scissors", ("bottle",), ("#d23838",
         "#3a62b8")), "little"),
    Kind("music shop, music store, record store", Shop("note", ("book",)), "little"),
    Kind("gun shop, gun store", Shop("gun", ("blade",), ("#5f7a50", "#5a6478")), "little"),
    Kind("pawn shop, general goods store, item shop, merchant shop, trading post", Shop("coin", ("flask", "fruit"),
         ("#3c9a58", "#d23838")), "village, rpg, fantasy"),
    Kind("fortune teller shop, fortune teller's shop", Shop("orb", ("gem",), ("#7a3c9a",))),
    Kind("repair shop, auto shop, car repair shop, mechanic shop", Shop("wrench",
         ("blade",), ("#5a6478", "#e0a028")), "car, little"),
    Kind("cafe, coffee shop, coffee house, café, coffeehouse, tea house, teahouse", Shop("coffee", ("cake", "loaf"),
         ("#3c9a58", "#7c5a48"), plate="#5a8a5a"), "cozy, little, coffee"),
    Kind("pizzeria, pizza place, pizza shop, pizza restaurant", Shop("pizza", ("loaf",), ("#d23838", "#3c9a58")),
         "italian, little"),
    Kind("burger restaurant, burger shop, burger joint, fast food restaurant, diner, burger place", Shop("burger",
         ("loaf", "bottle"), ("#d23838", "#e0a028")), "retro, american"),
    Kind("restaurant, bistro, eatery", Shop("fork", ("bottle", "loaf"), ("#d23838", "#3a62b8"), plate="#a83a3a"),
         "fancy, french, italian, chinese, little"),
    Kind("sushi bar, sushi restaurant, sushi shop", Shop("fish", ("fish",), ("#d23838", "#3a4a6a")), "japanese"),
    Kind("plant shop, plant nursery, garden shop, seed shop", Shop("plant", ("flower",), ("#3c9a58",)), "little"),
    Kind("bar, nightclub, night club", Shop("", ("bottle",), ("#7a3c9a", "#3a62b8"), ("#4a4a6a",), word="BAR"), "neon, "
         "city"),
    Kind("arcade, game arcade, video arcade", Shop("", ("toy", "gem"), ("#7a3c9a",), ("#3a4a7a",), word="ARCADE"),
         "retro, neon, game"),
    Kind("cinema, movie theater, movie theatre, theater, theatre", Shop("", ("cake",), ("#d23838",), ("#8a3a4a",),
         word="CINEMA"), "old, retro"),
    Kind("pharmacy, drugstore", Shop("cross", ("bottle",), ("#3c9a58",)), "little"),
)  # fmt: skip
