"""Flowers, bouquets and bushes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, curve, leaf, star
from pixdraw.proposals.ruled.greenery import GREEN
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Bloom:
    """How a flower looks."""

    colours: tuple[str, ...]
    petals: int = 5
    form: str = "round"
    """round, long, bell, spike, cup or ball."""
    middle: str = "#f8c828"


def bloom(form: Bloom, e: Easel, look: Look) -> None:
    """A flower on its stalk with two leaves."""
    petal, green = look.whole(*form.colours), look.part("stem", GREEN)
    x, y = 16.0, 11.0
    e.paint(e.line(*curve((x, y + 2), (17, 20), (16, 31)), wide=2), green, 0.45)
    for way, base in ((-1, 27), (1, 24)):
        e.paint(leaf(e, (16, base), (16 + 9.4 * way, base - 6), 5), green, 0.6 if way < 0 else 0.45, seam=True)
    if form.form == "spike":
        for number, at in enumerate(np.arange(20, 1, -3.4)):
            wide = 4.4 - 0.5 * number
            for way in (-1, 1):
                e.paint(e.disc(16 + wide * 0.7 * way, float(at), 2.6, 2.2), petal, 0.7 if way < 0 else 0.4, ROUND)
            e.paint(e.disc(16, float(at) - 1.4, 2.1), petal, 0.85, ROUND)
    elif form.form == "bell":
        for bx, by in ((8.4, 12), (23.6, 13), (16, 16)):
            e.paint(e.line(*curve((16, 6), (bx, by - 8), (bx, by - 3)), wide=1.4), green, 0.45)
            e.paint(
                e.shape(
                    *curve((bx - 1.6, by - 4), (bx - 3, by), (bx - 4.6, by + 4.4)),
                    (bx - 1.4, by + 3),
                    (bx, by + 5),
                    (bx + 1.4, by + 3),
                    *curve((bx + 4.6, by + 4.4), (bx + 3, by), (bx + 1.6, by - 4)),
                ),
                petal,
                0.55,
                POLE,
                seam=True,
            )
    elif form.form == "cup":
        e.paint(
            e.shape((8, 4), (12, 8), (16, 1.6), (20, 8), (24, 4), (23.4, 13), (16, 18), (8.6, 13)),
            petal,
            0.5,
            ROUND,
            seam=True,
        )
        e.paint(e.shape((12, 8), (16, 1.6), (20, 8), (18, 17), (14, 17)), petal, 0.75, seam=True)
    elif form.form == "ball":
        for turn in np.arange(9) * 2 * np.pi / 9:
            e.paint(
                e.disc(x + 6 * float(np.cos(turn)), y + 5.4 * float(np.sin(turn)), 3.6), petal, 0.5, ROUND, seam=True
            )
        e.paint(e.disc(x, y, 4.6), petal, 0.75, ROUND, seam=True)
        e.paint(e.disc(x, y, 2), petal, 0.4)
    else:
        reach, size = (6.4, 4.4) if form.form == "round" else (6.8, 2.6)
        for turn in np.arange(form.petals) * 2 * np.pi / form.petals - np.pi / 2:
            right, down = float(np.cos(turn)), float(np.sin(turn))
            if form.form == "long":
                e.paint(
                    leaf(e, (x, y), (x + 10.4 * right, y + 10 * down), size * 1.9), petal, 0.6 - 0.15 * right, seam=True
                )
            else:
                e.paint(e.disc(x + reach * right, y + reach * down, size), petal, 0.55, ROUND, seam=True)
        middle = 3.4 if form.petals < 9 else 4.6
        e.paint(e.disc(x, y, middle), look.part("center", form.middle), 0.55, ROUND, seam=True)
        if form.petals > 9 and middle > 4:
            e.paint(e.disc(x, y, middle) & ((e.x + e.y) % 2 < 1), look.part("center", form.middle), 0.25)


def bouquet(e: Easel, look: Look) -> None:
    """A bunch of flowers in paper."""
    colours = ("#e8405a", "#f8c830", "#8a5ad8", "#f48ab8", "#5a9af0", "#f4f0f4")
    for end in ((3, 12), (29, 12), (8, 4), (24, 4)):
        e.paint(leaf(e, (16, 20), end, 6), look.of(GREEN), 0.5)
    for number, (x, y) in enumerate(((7.4, 12.4), (24.6, 12.4), (11.4, 6.4), (20.6, 6.4), (16, 13), (16, 4.4))):
        ramp = look.own if look.own is not None else look.of(colours[(number + look.first(6)) % 6])
        if look.has("rose", "roses"):
            e.paint(e.disc(x, y, 4), ramp if look.own is not None else look.of("#e03048"), 0.5, ROUND, seam=True)
            e.paint(
                e.line((x - 2, y - 0.4), (x, y + 1.4), (x + 2, y - 1), wide=1),
                ramp if look.own is not None else look.of("#e03048"),
                0.1,
            )
            continue
        e.paint(star(e, x, y, 5.2, 5, 0.7), ramp, 0.6, ROUND, seam=True)
        e.paint(e.disc(x, y, 1.5), look.of("#f8e070" if ramp[2].mean() < 0.75 else "#e0a020"), 0.7)
    e.paint(
        e.shape((5.4, 16), (26.6, 16), (19, 31), (13, 31)),
        look.part("paper", "#f4ead8", "#e8c8d8"),
        0.6,
        POLE,
        seam=True,
    )
    e.paint(
        e.line((9, 17), (14.6, 29), wide=1) | e.line((23, 17), (17.4, 29), wide=1), look.part("paper", "#f4ead8"), 0.25
    )
    e.paint(e.box(11.4, 23, 20.6, 25.4), look.part("ribbon", "#d8343c"), 0.6, seam=True)


def bush(e: Easel, look: Look) -> None:
    """A bush, with berries or blossoms where they are said; a hedge is cut square."""
    green = (
        look.part("leaf", GREEN)
        if look.own is None or look.has("berry", "berries", "rose", "roses", "flower", "flowers")
        else look.own
    )
    if look.has("hedge"):
        e.paint(e.box(2, 8, 30, 29), green, 0.5, BEAM)
        body = e.box(2, 8, 30, 29)
    else:
        for x, y, size in ((7, 22, 6.6), (25, 22, 6.6), (11, 14, 7), (21, 14, 7), (16, 11, 6.6), (16, 21, 8)):
            e.paint(e.disc(x, y, size), green, 0.45, ROUND, seam=True)
        body = e.seen & (e.y < 29)
        e.erase(e.y > 29)
    for x, y in ((9, 12), (17, 8), (23, 13), (6, 20), (14, 18), (21, 19), (11, 24), (26, 23)):
        e.paint(body & e.line((x - 1.6, y + 0.8), (x, y - 0.6), (x + 1.6, y + 0.8), wide=1.1), green, 0.9)
    for x, y in ((12, 15), (20, 16), (17, 24), (8, 25), (24, 27)):
        e.paint(body & e.line((x - 1.4, y), (x + 1.4, y), wide=1.1), green, 0.1)
    berries = look.has("berry", "berries", "raspberry", "strawberry", "blueberry", "holly")
    if berries or look.has("rose", "roses", "flower", "flowers", "flowering"):
        usual = "#4a5ac8" if look.has("blueberry") else "#d8242c" if berries or look.has("rose", "roses") else "#f48ab8"
        ramp = look.part("berry" if berries else "flower", usual) if look.own is None else look.own
        for x, y in ((8, 18), (14, 12), (21, 11), (25, 20), (17, 20), (11, 25), (21, 26)):
            e.paint(e.disc(x, y, 1.7 if berries else 2.3), ramp, 0.6, ROUND, seam=True)
            if not berries:
                e.paint(e.box(x - 0.5, y - 0.5, x + 0.6, y + 0.6), look.of("#f8e050"), 0.8)


def flower_bed(e: Easel, look: Look) -> None:
    """A patch of flowers in grass."""
    green = look.of(GREEN)
    e.paint(e.disc(16, 25, 15, 5.4), green, 0.5, ROUND)
    for x in np.arange(3, 30, 3.4):
        e.paint(e.shape((float(x) - 1.4, 26), (float(x) + 0.4, 18), (float(x) + 1.8, 26)), green, 0.6)
    colours = ("#e8405a", "#f8c830", "#8a5ad8", "#f48ab8", "#5a9af0")
    for number, (x, y) in enumerate(((6, 13), (16, 8), (25.6, 12), (11, 18), (21, 18))):
        ramp: Ramp = look.own if look.own is not None else look.of(colours[(number + look.first(5)) % 5])
        e.paint(e.line((x, y), (x, 26), wide=1.2), green, 0.35)
        for turn in np.arange(5) * 2 * np.pi / 5 - np.pi / 2:
            e.paint(e.disc(x + 2.5 * float(np.cos(turn)), y + 2.5 * float(np.sin(turn)), 2.1), ramp, 0.6, seam=True)
        e.paint(e.disc(x, y, 1.5), look.of("#fbe070" if ramp[2].mean() < 0.8 else INK), 0.6)


KINDS = (
    Kind("sunflower, sunflowers", partial(bloom, Bloom(("#f8c828",), 12, "long", "#6a3c1c"))),
    Kind("daisy, daisies, chamomile, white flower", partial(bloom, Bloom(("#fbf8f4",), 10, "long")), "white"),
    Kind(
        "lily, lilies, lilium, tiger lily",
        partial(bloom, Bloom(("#fbf4f0", "#f4a0b8", "#f08a3c"), 6, "long")),
        "white, tiger",
    ),
    Kind(
        "violet, pansy, forget-me-not, blue flower, buttercup, wildflower, wild flower",
        partial(bloom, Bloom(("#7a5ad8", "#5a8af0", "#f8d030"), 5)),
        "wild",
    ),
    Kind(
        "lavender, hyacinth, lupin, foxglove",
        partial(bloom, Bloom(("#a07ae8", "#e07ab8"), form="spike")),
        "purple",
    ),
    Kind(
        "bluebell, lily of the valley, snowdrop, bellflower, bluebells",
        partial(bloom, Bloom(("#5a7ae0", "#f4f6fa"), form="bell")),
    ),
    Kind("crocus, iris, orchid", partial(bloom, Bloom(("#9a5ad8", "#f0a0d0"), form="cup")), "purple"),
    Kind(
        "carnation, peony, hydrangea, chrysanthemum, dahlia, marigold, dandelion",
        partial(bloom, Bloom(("#f06a9a", "#8aa8f0", "#f8a83c"), form="ball")),
    ),
    Kind("hibiscus, tropical flower", partial(bloom, Bloom(("#e8405a", "#f48ab8"), 5)), "tropical"),
    Kind(
        "bouquet, bouquet of flowers, flower bouquet, bunch of flowers, bouquet of roses, flowers in paper",
        bouquet,
        "flower, wedding, rose",
    ),
    Kind(
        "bush, shrub, berry bush, rose bush, hedge, flower bush, flowering bush, blueberry bush, "
        "bush with berries, leafy bush, holly bush, raspberry bush",
        bush,
        "berry, rose, flower, leafy, garden, flowering, round, holly",
    ),
    Kind(
        "flower patch, patch of flowers, flowers, wildflowers, flower bed, wild flowers, flowerbed",
        flower_bed,
        "wild, garden, spring",
        is_several=True,
    ),
)
