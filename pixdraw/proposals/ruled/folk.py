"""Monsters with the body of a man or a woman and parts of animals, seen from the front."""

from __future__ import annotations

from dataclasses import dataclass

from pixdraw.proposals.ruled.anatomy import AGAPE, BONE, FLOOR, Coat, Kind, blob_of, coat_of, dimmer, glowing
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

_ARMS = ("holding", "sword", "axe", "club", "bow", "staff", "hammer", "dagger", "shield", "torch", "mace")
"""Words of what is in the hands instead of a spear."""


@dataclass(frozen=True)
class Folk(Kind):
    """A kind of monster with the body of a man or a woman."""

    marks: str = ""
    """Any of: wings, feathers, snakes, coils, muzzle, fangs, scales, tail, ears, horns, hair, spear, ribs, bare."""
    eyes: str = ""
    """Colour of eyes that glow."""
    cloth: str = "#7a5a3c"
    hair: str = "#5a3a24"


def folk(e: Easel, look: Look, m: Folk) -> None:
    """Paint a monster with the body of a man or a woman and parts of animals."""
    c, marks, cloth = coat_of(m, look), m.marks, look.part("cloth", m.cloth)
    if "tail" in marks:
        e.paint(e.line((18, 26), (25, 28), (28.6, 24), wide=3), c.skin, 0.4, ROUND)
    if "wings" in marks:
        feathered = "feathers" in marks
        for way in (-1, 1):
            wing = e.shape(
                (16 + way * 5, 17),
                (16 + way * 9, 8),
                (16 + way * 15, 5),
                (16 + way * 14.6, 14),
                (16 + way * 12.4, 15 if not feathered else 18),
                (16 + way * 12, 21),
                (16 + way * 8, 20 if not feathered else 25),
            )
            e.paint(wing, look.part("wing", m.mark), 0.5 - 0.04 * way, ROUND)
            for along in (9, 12):
                e.paint(
                    wing & e.line((16 + way * along, 10), (16 + way * (along - 0.4), 21), wide=1),
                    look.part("wing", m.mark),
                    0.1,
                )
    if "coils" in marks:
        for x, y, wide in ((18, 27.4, 9),):
            e.paint(
                blob_of(e, x, y, wide, 3.2, 2.3),
                look.part("tail", m.mark) if "tail" in look.parts else c.mark,
                0.5,
                ROUND,
                seam=True,
            )
        e.paint(e.line((25, 27), (29, 25), (28.6, 21), wide=2), c.mark, 0.5)
    else:
        for way in (-1, 1):
            leg = e.box(16 + way * 3 - 1.9, 23, 16 + way * 3 + 1.9, FLOOR)
            bird = "feathers" in marks
            e.paint(
                leg if not bird else e.box(16 + way * 3 - 0.9, 23, 16 + way * 3 + 0.9, FLOOR),
                look.of("#e8a030") if bird else c.skin,
                0.45,
                POLE,
            )
            e.paint(e.disc(16 + way * 3.4, 29, 2.9, 1.2), look.of("#e8a030") if bird else c.skin, 0.5)
    e.paint(blob_of(e, 16, 20.6, 5.6, 5, 2.4), cloth if "bare" not in marks else c.skin, 0.5, ROUND, seam=True)
    if "ribs" in marks:
        for y in (18.6, 20.6, 22.6):
            e.paint(e.box(13, y, 19, y + 0.9), c.skin, 0.1)
    e.paint(e.box(10.8, 23, 21.2, 24.2), dimmer(cloth, 0.6), 0.5)
    for way in (-1, 1):
        e.paint(e.line((16 + way * 5.4, 18), (16 + way * 8, 22.4), wide=3), c.skin, 0.5, POLE, seam=True)
        e.paint(e.disc(16 + way * 8.2, 23.4, 1.9), c.skin, 0.6, ROUND)
    if "spear" in marks and not look.has(*_ARMS):
        e.paint(e.line((6.4, 8), (6.4, 29), wide=1.4), look.of("wood"), 0.5)
        e.paint(e.shape((4.4, 9), (6.4, 3), (8.4, 9)), look.of("iron"), 0.65, seam=True)
    _folk_head(e, look, m, c)


def _folk_head(e: Easel, look: Look, m: Folk, c: Coat) -> None:
    marks = m.marks
    if "snakes" in marks:
        for x, y, to_x, to_y in (
            (9, 9, 4.4, 5),
            (11, 5.4, 8.4, 1.8),
            (16, 4.6, 15.4, 1.4),
            (21, 5.4, 23.6, 1.8),
            (23, 9, 27.6, 5),
            (8.4, 13, 4, 12.6),
            (23.6, 13, 28, 12.6),
        ):
            e.paint(e.line((x, y), ((x + to_x) / 2 + 0.8, (y + to_y) / 2), (to_x, to_y), wide=2.4), c.mark, 0.5)
            e.paint(e.disc(to_x, to_y, 1.8), c.mark, 0.65, ROUND, seam=True)
    if "hair" in marks:
        e.paint(e.disc(16, 11.4, 8.8, 9) | e.box(7.4, 11, 24.6, 18), look.part("hair", m.hair), 0.45, ROUND)
    for way in (-1, 1):
        if "ears" in marks:
            e.paint(e.shape((16 + way * 6, 9), (16 + way * 12.6, 5.4), (16 + way * 7, 14)), c.skin, 0.5)
        if "horns" in marks:
            e.paint(
                e.line((16 + way * 4, 5), (16 + way * 7.4, 3.4), (16 + way * 8, 0.9), wide=2),
                look.part("horn", BONE),
                0.6,
            )
    e.paint(blob_of(e, 16, 11, 7.6, 6.8, 2.2), c.skin, 0.6, ROUND, seam=True)
    if "hair" in marks:
        e.paint(
            e.shape((8.4, 10), (10, 4.4), (16, 2.8), (22, 4.4), (23.6, 10), (20, 7.4), (16, 8), (12, 7.4)),
            look.part("hair", m.hair),
            0.6,
            ROUND,
        )
    if "scales" in marks:
        for x in (12, 16, 20):
            e.paint(e.shape((x - 1.6, 5.4), (x, 1.8), (x + 1.6, 5.4)), c.mark, 0.55)
    if "muzzle" in marks:
        e.paint(blob_of(e, 16, 14, 5.4, 3.2, 2.3), c.pale, 0.6, ROUND, seam=True)
        for x in (14, 17):
            e.paint(e.box(x, 12.4, x + 1, 13.4), c.ink)
        e.paint(e.box(12, 15, 20, 16), c.ink)
        for x in (12.4, 18.4):
            e.paint(e.box(x, 15.6, x + 1, 17), c.white)
    elif look.has(*AGAPE) or "fangs" in marks:
        e.paint(e.disc(16, 15, 2.9, 1.7), look.of("#7a1c2c")[1:2])
        for x in (14, 17):
            e.paint(e.box(x, 14, x + 1, 15), c.white)
    else:
        e.paint(e.box(14.4, 15, 17.6, 16), c.ink)
    glowing(e, look, c, m.eyes, 9, 3.6)


FOLK = (
    Folk("harpy", "#f0c49c", "", "#a8683c", "wings feathers hair fangs", cloth="#8a5430"),
    Folk("medusa, gorgon", "#8cc07c", "", "#3c8c48", "snakes fangs", eyes="#f8e048", cloth="#8a4c94"),
    Folk("naga, lamia, snake woman", "#e0b48c", "", "#3c9a5c", "coils hair", cloth="#d8a83c", hair="#2c3c34"),
    Folk("succubus, demoness, demon girl, she-devil, demon woman", "#e8a090", "", "#7a2440", "wings hair horns tail",
         cloth="#3c2030", hair="#4a1c34"),
    Folk("kobold, kobold warrior", "#c8643c", "#ecc490", "#7a2c20", "muzzle scales ears tail spear", eyes="#f8e048"),
    Folk("lizardman, lizard man, lizardfolk, lizard warrior, lizard folk, reptilian, dragonborn, "
         "dragonkin, draconian, argonian", "#4c9a54", "#c8dc94", "#245c38", "muzzle scales tail spear", eyes="#f8e048",
         cloth="#8a6438"),
    Folk("gargoyle, stone gargoyle", "#7c8090", "", "#545868", "wings horns ears fangs bare", eyes="#f04838"),
    Folk("ghoul", "#98a488", "", "#5c6850", "ribs ears fangs bare", eyes="#e83a3a"),
    Folk("gnoll, hyena man, werehyena", "#b88a54", "#e8d0a0", "#6a4424", "muzzle ears spear", eyes="#f8e048"),
)  # fmt: skip
"""Monsters with the body of a man or a woman."""
