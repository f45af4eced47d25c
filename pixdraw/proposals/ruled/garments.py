"""Clothes and gloves, laid out as a game's inventory shows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, curve, dots, heart, hoop, star
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

DYES = ("#d23838", "#3a62b8", "#3c9a58", "#7a3c9a", "#c87a2c")
"""Colours of cloth of which nothing is said."""


def _hand(e: Easel, ramp: Ramp, top: float) -> np.ndarray:
    """Paint a hand with its fingers up and its thumb to the left; return where its palm is."""
    for x, high in ((12.4, 1.6), (16.6, 0.0), (20.8, 0.6), (24.8, 2.8)):
        e.paint(
            e.box(x - 2.3, top + high + 2, x + 2.3, top + 13) | e.disc(x, top + high + 2.4, 2.3),
            ramp,
            0.55,
            POLE,
            seam=True,
        )
    e.paint(e.line((12, top + 16), (6.4, top + 10), wide=4.8), ramp, 0.6, ROUND, seam=True)
    palm = e.shape((10, top + 9.6), (27, top + 9.6), (26.4, top + 17), (24, top + 20), (12, top + 20), (10, top + 16))
    e.paint(palm, ramp, 0.5, POLE)
    return palm


def gauntlet(e: Easel, look: Look) -> None:
    """A gauntlet of plates."""
    metal, trim = look.whole("iron"), look.part("trim", "gold")
    palm = _hand(e, metal, 1.4)
    for y in (5.6, 9.6):
        e.paint(e.seen & (abs(e.y - y) < 0.5) & (e.x > 9.6), metal, 0.12)
    e.paint(palm & (e.y > 12) & (e.y < 13.2), metal, 0.95)
    for x in (12, 16, 20, 24):
        e.paint(e.disc(x + 0.4, 11.6, 1.2), metal, 0.95)
    e.paint(e.shape((11, 20), (25, 20), (28.6, 30.6), (8, 30.6)), metal, 0.5, POLE, seam=True)
    e.paint(e.shape((8.9, 27.6), (27.7, 27.6), (28.6, 30.6), (8, 30.6)), trim, 0.55, POLE)
    e.paint(e.box(10.6, 19.4, 25.6, 22), trim, 0.6, POLE, seam=True)
    if look.has("gem", "magic", "infinity", "power", "ruby", "emerald", "sapphire"):
        gem = next((word for word in ("ruby", "emerald", "sapphire") if look.has(word)), "ruby")
        e.paint(e.disc(18, 16.4, 2.5), look.part("gem", gem), 0.6, ROUND, seam=True)


def gloves(e: Easel, look: Look) -> None:
    """A glove with its cuff; one for boxing or a mitten where that is said."""
    stuff = look.whole("#d23838") if look.has("boxing") else look.whole("leather")
    cuff = look.part("cuff", "#f4f0e6" if look.has("boxing", "winter", "mitten", "mittens") else "bronze")
    if look.has("boxing", "mitten", "mittens"):
        e.paint(e.disc(17.4, 11.6, 10, 10) | e.box(10, 12, 26, 22), stuff, 0.55, ROUND)
        e.paint(e.disc(8.4, 15.4, 4.4, 5.6), stuff, 0.65, ROUND, seam=True)
        e.paint(e.line(*curve((11, 12), (12.6, 17), (11, 21)), wide=1), stuff, 0.1)
    else:
        _hand(e, stuff, 1.4)
        for x in (13, 17, 21):
            e.paint(e.line((x + 1.6, 13), (x + 1.2, 17), wide=1), stuff, 0.15)
    e.paint(e.box(10, 21.4, 26.4, 30), cuff, 0.5, POLE, seam=True)
    e.paint(e.box(10, 24, 26.4, 25), cuff, 0.15)


def cape(e: Easel, look: Look) -> None:
    """A cape that hangs in folds from its clasp, its lining seen at one side."""
    cloth, lining = look.whole(*DYES), look.part("lining", "#f0c85a", "#3a2a3a")
    e.paint(e.shape((12, 6), (20, 6), *curve((20, 6), (27, 16), (29, 28)), (3, 28)), lining, 0.3)
    fall = e.shape(
        *curve((11, 4), (5, 7), (5, 16), (2, 29.4)),
        (6.4, 27.6),
        (10, 30.4),
        (14, 28),
        (18, 30.4),
        (22, 28),
        (25.4, 30),
        *curve((25.4, 30), (25, 20), (22, 12), (20, 4)),
    )
    e.paint(fall, cloth, 0.5, POLE, seam=True)
    for points in (((11, 9), (8, 18), (7, 27)), ((15, 11), (13.4, 20), (13.6, 28)), ((18.4, 10), (20, 20), (21.4, 28))):
        e.paint(e.line(*curve(*points), wide=1.2) & fall, cloth, 0.1)
        e.paint(e.line(*curve(*((x - 1.4, y + 2) for x, y in points)), wide=1.1) & fall, cloth, 0.9)
    fur = look.has("fur", "royal", "king", "king's", "queen's")
    e.paint(e.disc(16, 5.4, 8, 3.8), look.of("#f4f0ea") if fur else cloth, 0.75, ROUND, seam=True)
    e.paint(e.disc(16, 3.8, 4.4, 2), lining, 0.1)
    if fur:
        e.paint(dots(e, (10, 5), (13, 7), (18, 7), (21, 5), size=1.3), look.of(INK), 0.2)
    e.paint(e.disc(16, 9, 2.2), look.part("clasp", "gold"), 0.65, ROUND, seam=True)


def robe(e: Easel, look: Look) -> None:
    """A robe with wide sleeves, a belt and often a hood."""
    cloth, trim = look.whole("#5a3ca8", "#3a62b8", "#7a3434", "#2f6a58"), look.part("trim", "gold")
    for way in (-1, 1):
        sleeve = e.shape(
            (16 + 4 * way, 8), (16 + 9 * way, 9.6), (16 + 15 * way, 21), (16 + 9 * way, 24), (16 + 5 * way, 17)
        )
        e.paint(sleeve, cloth, 0.55 if way < 0 else 0.4, ROUND)
        e.paint(e.line((16 + 14.4 * way, 20.6), (16 + 9.2 * way, 23.2), wide=1.9), trim, 0.6)
    skirt = e.shape((9.4, 7.6), (22.6, 7.6), (22, 18), (26, 30.4), (6, 30.4), (10, 18))
    e.paint(skirt, cloth, 0.5, POLE, seam=True)
    e.paint(skirt & (abs(e.x - 16) < 1.2), trim, 0.55)
    e.paint(skirt & (e.y > 28.4), trim, 0.55, POLE)
    e.paint(skirt & (e.y > 17) & (e.y < 19.6), look.part("belt", "leather"), 0.5, POLE, seam=True)
    if look.has("hooded", "hood") or look.chance("hood", 0.6):
        e.paint(
            e.shape(*curve((8.6, 10), (8, 1), (16, -1), (24, 1), (23.4, 10)), (16, 12.6)), cloth, 0.6, ROUND, seam=True
        )
        e.paint(e.shape(*curve((11.6, 8.6), (12, 3.6), (16, 2.6), (20, 3.6), (20.4, 8.6)), (16, 11)), cloth, 0.02)
    else:
        e.paint(e.shape((11, 6.6), (21, 6.6), (16, 13)), look.of("#f4e8d0"), 0.6, seam=True)


@dataclass(frozen=True)
class Top:
    """How a garment for the upper body is made."""

    sleeve: float
    """How long its sleeves are."""
    low: float = 29.0
    collar: str = "round"
    """round, shirt, hood, fur or zip."""
    usual: tuple[str, ...] = DYES
    chest: str = ""
    """stripes, buttons, pattern, rings or nothing."""


def top(form: Top, e: Easel, look: Look) -> None:
    """A shirt, a sweater, a jacket or another garment for the upper body."""
    cloth = look.whole(*form.usual)
    for way in (-1, 1):
        hand = 8 + form.sleeve
        sleeve = e.shape(
            (16 + 6 * way, 4.6),
            (16 + 9.4 * way, 5.6),
            (16 + (11 + form.sleeve * 0.24) * way, hand),
            (16 + (7.6 + form.sleeve * 0.2) * way, hand + 1.6),
            (16 + 7 * way, 14),
        )
        e.paint(sleeve, cloth, 0.6 if way < 0 else 0.35)
        if form.sleeve > 10:
            e.paint(sleeve & (e.y > hand - 1.4), look.part("cuff", "#f4f0e6") if form.collar == "fur" else cloth, 0.85)
    body = e.shape((10.6, 4.4), (21.4, 4.4), (24.6, 7), (24, form.low), (8, form.low), (7.4, 7))
    e.paint(body, cloth, 0.5, POLE, seam=True)
    _chest(form, e, look, body, cloth)
    _collar(form, e, look, cloth)


def _chest(form: Top, e: Easel, look: Look, body: np.ndarray, cloth: Ramp) -> None:
    if form.chest == "stripes" or look.has("striped", "stripes"):
        e.paint(body & ((e.y - 8) % 6 < 3) & (e.y > 8), look.part("stripe", "#f4f0e6"), 0.6, POLE)
    elif form.chest == "buttons":
        e.paint(body & (abs(e.x - 16) < 0.6), cloth, 0.12)
        for y in (11, 16, 21, 26):
            e.paint(e.disc(17.8, y, 1.1) & (e.y < form.low - 1), look.part("button", "gold"), 0.8)
    elif form.chest == "pattern":
        for y, level in ((13, 0.6), (16, 0.6)):
            e.paint(body & (abs(e.y - y - 1.6 * abs((e.x % 6) - 3) / 3) < 0.8), look.part("pattern", "#f4f0e6"), level)
        e.paint(body & (e.y > form.low - 2.6) & (e.x % 3 < 1), cloth, 0.15)
    elif form.chest == "rings":
        e.paint(body & ((e.x + 1.5 * (e.y // 2 % 2)) % 3 < 1) & (e.y % 2 < 1), cloth, 0.1)
    elif form.chest == "pouch":
        e.paint(e.shape((10.6, 20), (21.4, 20), (23, 27), (9, 27)), cloth, 0.4, seam=True)
    if look.has("heart"):
        e.paint(heart(e, 16, 15, 4), look.part("heart", "#e8384c"), 0.6)
    elif look.has("star"):
        e.paint(star(e, 16, 15, 4.6), look.part("star", "#f8d040"), 0.7)


def _collar(form: Top, e: Easel, look: Look, cloth: Ramp) -> None:
    if form.collar == "round":
        e.paint(e.disc(16, 4.4, 4.2, 3), cloth, 0.05)
        e.paint(hoop(e, 16, 4.4, 5, 1.3, 3.8) & (e.y > 4), cloth, 0.85)
    elif form.collar == "shirt":
        e.paint(e.shape((12, 4), (20, 4), (16, 10)), look.part("lining", "#f4f0e6"), 0.6)
        for way in (-1, 1):
            e.paint(e.shape((16 + 4.6 * way, 2.8), (16, 9.4), (16 + 5.4 * way, 11)), cloth, 0.8, seam=True)
    elif form.collar == "zip":
        e.paint(e.box(10.4, 2.6, 21.6, 6.4), cloth, 0.75, POLE, seam=True)
        e.paint(e.box(15.4, 3, 16.6, form.low), look.of("silver"), 0.7)
    elif form.collar == "fur":
        e.paint(e.disc(16, 6, 7, 3.4), look.part("fur", "#f0e6d6"), 0.6, ROUND, seam=True)
        e.paint(e.disc(16, 5, 3.4, 1.8), cloth, 0.05)
        e.paint(e.box(15.4, 9, 16.6, form.low), cloth, 0.12)
    elif form.collar == "hood":
        e.paint(e.disc(16, 5.8, 8, 4.8), cloth, 0.7, ROUND, seam=True)
        e.paint(e.disc(16, 4.8, 4.6, 2.6), cloth, 0.05)
        for x in (13.6, 18.4):
            e.paint(e.line((x, 9), (x, 14), wide=1), look.of(WHITE), 0.7)


def trousers(e: Easel, look: Look) -> None:
    """Trousers, shorts or leggings of armour."""
    usual = "#3a5a9a" if look.has("jeans", "denim") else "#6a5a48"
    cloth, low = look.whole(usual), 18.6 if look.has("shorts", "trunks", "swimsuit") else 29.6
    for way in (-1, 1):
        leg = e.shape((16, 4), (16 + 8.6 * way, 4), (16 + 10.4 * way, low), (16 + 2.2 * way, low), (16, 13))
        e.paint(leg, cloth, 0.55 if way < 0 else 0.4, POLE)
        e.paint(leg & (e.y > low - 2), cloth, 0.8)
        if look.has("armor", "armour", "greaves", "leggings", "plate") and low > 20:
            e.paint(e.disc(16 + 6 * way, 17.6, 3.4, 3), cloth, 0.75, ROUND, seam=True)
    e.paint(e.line((16, 5), (16, 13), wide=1.1), cloth, 0.1)
    e.paint(e.line((9, 9), (12.4, 7.4), wide=1) | e.line((23, 9), (19.6, 7.4), wide=1), cloth, 0.1)
    e.paint(e.box(7.2, 2.6, 24.8, 6), look.part("belt", "leather") if low > 20 else cloth, 0.6, POLE, seam=True)
    e.paint(e.box(14.4, 2.6, 17.8, 6), look.of("gold"), 0.7, seam=True)


def dress(e: Easel, look: Look) -> None:
    """A dress, or a skirt alone."""
    cloth, trim = look.whole("#e85a8a", "#7a4ac0", "#3a72c8", "#d23838"), look.part("ribbon", "#f8e8f0")
    if look.has("skirt", "kilt"):
        skirt = e.shape((9, 6), (23, 6), (30, 27), (2, 27))
        e.paint(skirt, cloth, 0.5, POLE)
        for low, high in ((6, 11), (12, 14), (20, 18), (26, 21)):
            e.paint(skirt & e.line((high, 8), (low, 27), wide=1.1), cloth, 0.12)
        e.paint(e.box(8.4, 4, 23.6, 8), cloth, 0.85, POLE, seam=True)
        return
    for way in (-1, 1):
        e.paint(e.disc(16 + 7 * way, 7, 4, 3.4), cloth, 0.65, ROUND)
    wedding = look.has("wedding", "bride's")
    cloth = look.of("#f6f2f4") if wedding and look.own is None else cloth
    skirt = e.shape(
        (11.6, 15), (20.4, 15), *curve((20.4, 15), (27, 20), (30.4, 29.4)), *curve((1.6, 29.4), (5, 20), (11.6, 15))
    )
    e.paint(skirt, cloth, 0.5, POLE, seam=True)
    for foot, waist in ((7, 12.6), (13, 15), (19, 17), (25, 19.4)):
        e.paint(skirt & e.line((waist, 17), (foot, 29), wide=1.1), cloth, 0.15)
    for x in np.arange(4, 30, 4.8):
        e.paint(e.disc(float(x), 29.2, 2.4, 1.3), trim, 0.7)
    e.paint(e.shape((9, 4), (13, 8), (19, 8), (23, 4), (21, 16), (11, 16)), cloth, 0.6, POLE, seam=True)
    e.paint(e.box(10.8, 14, 21.2, 16.6), trim, 0.6, POLE, seam=True)
    e.paint(
        e.shape((16, 15), (11.6, 12.6), (11.6, 18)) | e.shape((16, 15), (20.4, 12.6), (20.4, 18)), trim, 0.75, seam=True
    )


def belt(e: Easel, look: Look) -> None:
    """A belt with a buckle."""
    leather, metal = look.whole("leather"), look.part("buckle", "gold")
    back = hoop(e, 16, 14, 14, 4.4, 7.4) & (e.y < 15)
    e.paint(back, leather, 0.15)
    front = (e.disc(16, 15, 15, 9.6) & ~e.disc(16, 9.4, 14.4, 8.6)) & (e.y > 12)
    e.paint(front, leather, 0.55, POLE, seam=True)
    e.paint(front & (abs(np.hypot((e.x - 16) / 14.6, (e.y - 12) / 9.4) - 1) < 0.05), leather, 0.85)
    for x, y in ((5, 18.4), (8.4, 19.8), (23.6, 19.8), (27, 18.4)):
        e.paint(e.box(x - 0.6, y, x + 0.6, y + 1.2), leather, 0.05)
    e.paint(e.box(11.4, 15.6, 20.6, 26) & ~e.box(13.6, 18, 18.4, 23.6), metal, 0.65, seam=True)
    e.paint(e.box(15.2, 18, 19, 21.4) & e.box(15.2, 20, 19, 21.4), metal, 0.9)


def scarf(e: Easel, look: Look) -> None:
    """A scarf, wound once, its ends hanging, with stripes and fringes."""
    wool, stripe = look.whole(*DYES), look.part("stripe", "#f4f0e6", "#f0c85a")
    for start, end in (((20.4, 12), (24, 24)), ((13.4, 13), (11.4, 27.4))):
        axis = Axis(e, start, end)
        e.paint(axis.band(0, axis.long, 7), wool, 0.5, POLE, seam=True)
        e.paint(axis.band(axis.long - 5, axis.long - 2.6, 7), stripe, 0.6, POLE)
        for aside in (-2.4, 0.0, 2.4):
            e.paint(axis.line((axis.long, aside), (axis.long + 2, aside), wide=1.3), wool, 0.7)
    wound = hoop(e, 16, 9, 13.4, 6.4, 7)
    e.paint(wound, wool, 0.55, BEAM, seam=True)
    for x, lean in ((6.4, 1), (25.6, -1)):
        e.paint(wound & e.line((x, 4), (x + lean, 16), wide=2.4) & (e.y > 9), stripe, 0.6)
    e.paint(e.line(*curve((7, 12), (16, 16), (25, 12)), wide=1) & wound, wool, 0.15)


def tie(e: Easel, look: Look) -> None:
    """A tie; a bow tie where that is said."""
    silk = look.whole("#d23838", "#3a62b8", "#7a3c9a")
    if look.has("bow", "bowtie"):
        for way in (-1, 1):
            wing = e.shape((16, 16), (16 + 7 * way, 9), (16 + 14.4 * way, 8), (16 + 14.4 * way, 24), (16 + 7 * way, 23))
            e.paint(wing, silk, 0.55, ROUND)
            e.paint(e.line((16 + 4 * way, 16), (16 + 10 * way, 14), wide=1), silk, 0.12)
        e.paint(e.box(13, 12, 19, 20), silk, 0.7, ROUND, seam=True)
        return
    long = e.shape((13.4, 8), (18.6, 8), (22, 25), (16, 31), (10, 25))
    e.paint(long, silk, 0.5, POLE)
    e.paint(long & ((e.x + e.y) % 7 < 2), look.part("stripe", "#f4f0e6"), 0.6)
    e.paint(e.shape((11, 1.4), (21, 1.4), (19, 9), (13, 9)), silk, 0.65, POLE, seam=True)


KINDS = (
    Kind(
        "gauntlet, gauntlets, armored glove, plate gauntlet, power gauntlet, knight gauntlet, infinity gauntlet, "
        "metal glove",
        gauntlet,
        "knight, knight's, plate, power, infinity, magic, fire",
    ),
    Kind(
        "gloves, glove, pair of gloves, leather gloves, boxing glove, boxing gloves, mitten, mittens, work gloves",
        gloves,
        "boxing, winter, work, thief's, gardening",
        is_several=True,
    ),
    Kind(
        "cape, cloak, hero cape, superhero cape, royal cape, king's cape, mantle",
        cape,
        "royal, king's, hero, hero's, superhero, vampire, magic, invisibility, travel, traveler's, fur",
    ),
    Kind(
        "robe, wizard robe, mage robe, wizard's robe, robes, monk robe, magic robe, mage robes, priest robe, "
        "hooded robe",
        robe,
        "wizard, wizard's, mage, mage's, monk, monk's, priest, magic, hooded, sorcerer",
        is_several=True,
    ),
    Kind("shirt, tee, tank top", partial(top, Top(5)), "football, soccer, pirate"),
    Kind(
        "sweater, jumper, pullover, christmas sweater, wool sweater",
        partial(top, Top(16, chest="pattern")),
        "christmas, wool, winter, ugly",
    ),
    Kind("hoodie, hooded sweatshirt, sweatshirt", partial(top, Top(16, collar="hood", chest="pouch"))),
    Kind(
        "jacket, leather jacket, bomber jacket, rain jacket",
        partial(top, Top(16, collar="zip", usual=("#4a5a7a", "#7a4a34"))),
        "rain, bomber, denim, winter",
    ),
    Kind(
        "coat, winter coat, fur coat, parka, trench coat, overcoat",
        partial(top, Top(17, 30.4, "fur", ("#7a5a3a", "#4a5a7a"))),
        "winter, fur, trench, long",
    ),
    Kind(
        "tunic, gambeson, vest, waistcoat, doublet",
        partial(top, Top(4, 30, "shirt", ("#4a8a4a", "#8a5a3a"), "buttons")),
    ),
    Kind(
        "lab coat, doctor coat, button shirt, dress shirt, suit jacket, blazer, tuxedo, suit, business suit",
        partial(top, Top(16, 30, "shirt", ("#eef2f6", "#3a3e52"), "buttons")),
        "business, lab",
    ),
    Kind(
        "chainmail, chain mail, mail shirt, mail armor, chainmail armor, chainmail shirt, hauberk, ring mail",
        partial(top, Top(9, 30, usual=("iron",), chest="rings")),
    ),
    Kind(
        "football shirt, jersey, soccer jersey, striped shirt, sailor shirt",
        partial(top, Top(6, chest="stripes")),
        "football, soccer, basketball",
    ),
    Kind(
        "pants, trousers, jeans, leggings, greaves, shorts, leg armor, pair of pants, swim trunks, "
        "plate leggings, cargo pants, leather pants",
        trousers,
        "cargo, denim, plate, swim, knight, knight's",
        is_several=True,
    ),
    Kind(
        "dress, princess dress, wedding dress, ball gown, gown, skirt, kilt, summer dress, evening dress",
        dress,
        "princess, wedding, ball, summer, evening, party, maid",
    ),
    Kind(
        "belt, leather belt, belt buckle, utility belt, weapon belt, sword belt, magic belt",
        belt,
        "utility, magic, champion, strength",
    ),
    Kind("scarf, wool scarf, winter scarf, woolen scarf, striped scarf", scarf, "winter, wool, woolen, striped"),
    Kind("tie, necktie, bow tie, bowtie", tie, "bow, silk, business"),
)
