"""Food and drinks."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

RICE, NORI, CRUST = "#f4f2ea", "#1f3a30", "#d8984a"
_FILLINGS = {
    "pumpkin": "#e07820", "apple": "#ecc860", "cherry": "#c01c30", "strawberry": "#d83a48", "blueberry": "#4a48a8",
    "blackberry": "#4a2a6a", "lemon": "#f4dc50", "chocolate": "chocolate", "pecan": "#8a5424", "meat": "#7a4426",
}  # fmt: skip


def sushi(e: Easel, look: Look) -> None:
    """Raw fish on rice; a roll has it in the middle."""
    rice, fish = look.of(RICE), look.of("#f4824a")
    fish = look.of("#e0404a") if look.has("tuna") else look.of("#fbb06a") if look.has("shrimp", "prawn") else fish
    if look.has("roll", "rolls", "maki"):
        e.paint(e.box(4, 11, 28, 23) | e.disc(16, 23, 12, 6.5), look.of(NORI), 0.5, POLE)
        e.paint(e.disc(16, 11, 12, 6.5), look.of(NORI), 0.6)
        e.paint(e.disc(16, 11, 10.4, 5.2), rice, 0.75)
        e.paint(e.disc(14.5, 11, 4, 2.4), fish, 0.55, seam=True)
        e.paint(e.disc(19.6, 11.2, 2.4, 1.8), look.of("#5aa83c"), 0.6, seam=True)
        return
    e.paint(e.box(5, 17, 27, 26) | e.disc(7, 22, 4, 4.6) | e.disc(25, 22, 4, 4.6), rice, 0.65, BEAM)
    for x, y in ((9, 23), (14, 24), (19, 22), (23, 24), (12, 21)):
        e.paint(e.box(x, y, x + 2, y + 1), rice, 0.4)
    slab = e.shape(
        (2, 18.5), (6, 11), (12, 8), (23, 8), (28, 12), (30, 19), (26, 20.5), (20, 18.5), (10, 19), (5, 20.5)
    )
    e.paint(slab, fish, 0.55, BEAM, seam=True)
    for x in (8, 13, 18, 23):
        e.paint(slab & e.line((x + 2.5, 7), (x - 1, 21), wide=1.3), look.of("#fde0c8"), 0.6)
    if look.has("nori", "band", "egg", "tamago"):
        e.paint(e.box(14, 8, 19, 27) & e.seen, look.of(NORI), 0.4)


def onigiri(e: Easel, look: Look) -> None:
    """A rice ball with a sheet of seaweed."""
    rice = look.of(RICE)
    e.paint(e.shape((16, 3), (20, 5), (30, 24), (28, 28), (4, 28), (2, 24), (12, 5)), rice, 0.65, ROUND)
    for x, y in ((14, 9), (19, 13), (9, 17), (22, 19), (7, 23), (24, 24), (15, 14)):
        e.paint(e.box(x, y, x + 1.6, y + 1), rice, 0.4)
    e.paint(e.box(11, 19, 21, 29), look.of(NORI), 0.4, seam=True)


def pie(e: Easel, look: Look) -> None:
    """A slice of pie with cream."""
    filling = next((look.of(colour) for word, colour in _FILLINGS.items() if look.has(word)), look.of("#c01c30"))
    crust = look.of(CRUST)
    e.paint(e.shape((2, 17), (25, 22), (25, 29), (2, 21)), filling, 0.4)
    e.paint(e.shape((2, 20), (25, 26.5), (25, 29.5), (2, 22.5)), crust, 0.4)
    e.paint(e.shape((2, 17), (20, 6), (29, 12), (25.5, 22.5)), filling, 0.65, seam=True)
    e.paint(e.line((20.5, 6.5), (26.5, 9.5), (28.5, 14), (26.5, 21), wide=4.4), crust, 0.6, ROUND, seam=True)
    for x, y in ((21, 6), (26, 9.5), (28.5, 14), (27.5, 19)):
        e.paint(e.disc(x, y, 1.2), crust, 0.9)
    e.paint(e.shape((25.5, 22), (28.5, 19), (28.5, 26), (25, 29.5)), crust, 0.3)
    e.paint(e.disc(15.5, 13.5, 4.4, 3), look.of("#f8f4ea"), 0.65, ROUND, seam=True)
    e.paint(e.disc(15, 11.4, 2.6, 1.9), look.of("#f8f4ea"), 0.85, ROUND)


def bread(e: Easel, look: Look) -> None:
    """A crusty loaf with three cuts."""
    crust = look.of("#c47a34")
    long = e.disc(16, 18, 14, 9) & (e.y < 25.5)
    e.paint(long, crust, 0.5, ROUND)
    e.paint(long & (e.y > 23), crust, 0.15)
    for x in (9, 16, 23):
        slash = e.shape((x + 2.6, 10.5), (x + 4, 12), (x - 0.6, 20.5), (x - 2.4, 19.5))
        e.paint(slash & long, look.of("#f2d69a"), 0.6, seam=True)
