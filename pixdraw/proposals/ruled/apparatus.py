"""Apparatus: of doctors and offices, sewing machines, record players, music boxes, scales, robot arms."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, arc, curve, hoop
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, Look

STEEL, PAPER = "#c4ccd8", "#f6f2e6"


def stethoscope(e: Easel, look: Look) -> None:
    """A stethoscope: two ear tubes that become one tube, with a disc at its end."""
    tube, steel = look.whole("#2f5a9c", "#3c4254", "#b8303c", "#2a8a78"), look.of(STEEL)
    deep = look.between("deep", 28, 29.4)
    path = [(11.0, 17.0), (11.0, 21.0), *curve((11, 21), (11, deep + 4), (25, deep + 4), (25, 18))]
    e.paint(e.line(*path, wide=2.7), tube, 0.5)
    for way in (-1, 1):
        x = 11 + 8 * way
        e.paint(e.line(*curve((x - 2.4 * way, 3.4), (x + way, 5), (x + way, 15), (11, 18)), wide=2.4), tube, 0.6)
        e.paint(e.line(*curve((x - 2.4 * way, 3.4), (x, 3.8), (x, 8.4)), wide=2.4), steel, 0.6)
        e.paint(e.disc(x - 2.8 * way, 3.4, 1.9), look.of(INK), 0.5)
    e.paint(e.disc(25, 15, 5.8), steel, 0.55, ROUND, seam=True)
    e.paint(e.disc(25, 15, 3.6), steel, 0.2)
    e.paint(e.disc(25, 15, 2.6), look.of("#e8eef6"), 0.75, ROUND)


def microscope(e: Easel, look: Look) -> None:
    """A microscope with a slide on its stage."""
    body, dark, steel = look.whole("#e4e8ee", "#3f4a60", "#4a78b0"), look.of("#3a3e4c"), look.of(STEEL)
    e.paint(e.line(*curve((14, 9), (33, 7), (31, 26), (19, 28)), wide=4.2), body, 0.45)
    e.paint(e.shape((5, 31), (6.4, 27.4), (26, 27.4), (28, 31)), body, 0.5, BEAM, seam=True)
    e.paint(e.box(17, 21.4, 26, 24), dark, 0.4)
    e.paint(e.box(5, 20.4, 21, 23.4), dark, 0.55, seam=True)
    e.paint(e.box(9, 18.8, 18, 20.6), look.part("slide", "#7ad8e8", "#f08ab0", "#8ad86a"), 0.7)
    e.paint(e.bar((14, 13), (15.4, 18.2), 3.4), steel, 0.5, POLE)
    e.paint(e.bar((10, 4.4), (14, 14.4), 6.2), body, 0.55, POLE, seam=True)
    e.paint(e.bar((8.6, 1), (10.2, 5), 5), dark, 0.5, POLE, seam=True)
    for y in (look.between("knob", 15, 16.6), 20.6):
        e.paint(e.disc(26.4, y, 2.6), steel, 0.55, ROUND, seam=True)


def typewriter(e: Easel, look: Look) -> None:
    """A typewriter with a sheet of paper in it."""
    case = look.whole("#3c4250", "#4a8a80", "#b83a3c", "#d8c8a0", "#5a78a8")
    keys = look.of("#f4f0e4") if case[2].mean() < 0.62 else look.of("#4a4436")
    top = look.between("paper", 1.4, 4)
    e.paint(e.box(8.6, top, 23.4, 13), look.part("paper", PAPER), 0.65)
    for y in np.arange(top + 2, 9.4, 2.4):
        e.paint(e.box(11, float(y), 21 if y < 7 else 17, float(y) + 1), look.of("#8a90a0"), 0.4)
    e.paint(e.box(4, 10, 28, 14.4), look.of("#3a3e4c"), 0.45, BEAM, seam=True)
    for x in (2.6, 29.4):
        e.paint(e.box(x - 1.7, 9.4, x + 1.7, 14.6), look.of(STEEL), 0.5, BEAM)
    e.paint(e.shape((6, 14), (26, 14), (30.4, 29), (30.4, 31), (1.6, 31), (1.6, 29)), case, 0.5, seam=True)
    e.paint(e.box(9, 15, 23, 17.4), case, 0.15)
    for row, y in enumerate((18.6, 22.2, 25.8)):
        e.paint(e.shape((4.6, y + 3), (27.4, y + 3), (27, y), (5, y)), case, 0.15)
        for x in np.arange(6 - row * 0.8, 26, 4 if row % 2 else 3.8):
            e.paint(e.box(float(x), y, float(x) + 2.2, y + 2), keys, 0.65)
    e.paint(e.box(9.4, 28.6, 22.6, 30.2), keys, 0.5)


def printer(e: Easel, look: Look) -> None:
    """A printer: blank sheets behind, a printed one in front."""
    case, ink = look.whole("#d4d9e2", "#454b5c", "#e6e2d8", "#5c7ca8"), look.of("#8a90a0")
    e.paint(e.shape((9, 2), (24, 2), (25, 13), (7, 13)), look.of(PAPER), 0.6)
    e.paint(e.shape((4, 11), (28, 11), (30.4, 15), (1.6, 15)), case, 0.75, seam=True)
    e.paint(e.box(1.6, 14.6, 30.4, 26.4), case, 0.5, BEAM, seam=True)
    e.paint(e.box(5.6, 19.4, 26.4, 23), look.of(INK), 0.4)
    e.paint(e.box(25, 16, 27.4, 18.2), look.of("#4ad868"), 0.6)
    e.paint(e.box(20.6, 16, 22.8, 18.2), look.of("#f0b030"), 0.6)
    sheet = e.shape((7.6, 21), (24.4, 21), (26, 31), (6, 31))
    e.paint(sheet, look.part("paper", PAPER), 0.65, seam=True)
    if look.pick("print", "text", "photo") == "photo" or look.has("photo", "picture"):
        e.paint(e.box(9, 23.4, 23, 29.4), look.of("#7ac0f0"), 0.55)
        e.paint(e.shape((9, 29.4), (14, 25), (18, 28), (20, 26.6), (23, 29.4)), look.of("#4a9a4c"), 0.5)
    else:
        for y, right in ((23.4, 22), (26, 22.6), (28.6, 17)):
            e.paint(e.box(9.6, y, right, y + 1.2), ink, 0.4)


def sewing_machine(e: Easel, look: Look) -> None:
    """A sewing machine with cloth under its needle and a spool of thread on top."""
    body, base = look.whole("#2c303c", "#e8e4da", "#7ab8b0", "#d87890", "#6a8ac0"), look.part("base", "wood", "#a8703c")
    trim, steel = look.of("gold"), look.of(STEEL)
    thread = look.part("thread", *CLOTHS)
    e.paint(e.box(19.4, 2, 24, 8.4), thread, 0.55, POLE)
    e.paint(e.box(18.6, 1, 24.8, 2.8), look.of("wood"), 0.6)
    e.paint(e.disc(28.6, 12.6, 2.8, 4.6), steel, 0.5, ROUND)
    arm = e.shape((3.4, 9.4), (5.4, 7.4), (27, 7.4), (28, 9.4), (28, 26), (20.4, 26), (20.4, 17), (18, 15), (3.4, 15))
    e.paint(arm, body, 0.5, seam=True)
    e.paint(e.box(3.4, 8, 10.4, 19), body, 0.55, POLE, seam=True)
    e.paint(e.line((12.4, 11.2), (25, 11.2), wide=1.4), trim, 0.6)
    e.paint(e.box(23, 16, 25.4, 22), trim, 0.5)
    e.paint(e.line((7, 19), (7, 25.4), wide=1.4), steel, 0.7)
    e.paint(e.box(1.4, 26, 30.6, 31), base, 0.5, BEAM, seam=True)
    e.paint(e.shape((1, 24), (17.4, 24), (18.4, 26.8), (2.4, 26.8), (1, 30)), look.part("cloth", *CLOTHS), 0.6)
    e.paint(e.box(5, 22.6, 9, 24.4), steel, 0.45)


def turntable(e: Easel, look: Look) -> None:
    """A record player from above: a record, and the arm with the needle."""
    case, steel = look.whole("wood", "#b04038", "#3f4656", "#d8d0c0"), look.of(STEEL)
    e.paint(e.box(1, 3.4, 31, 29), case, 0.55)
    e.paint(e.disc(12.8, 16.2, 11.2), steel, 0.3)
    e.paint(e.disc(12.8, 16.2, 10.4), look.part("record", "#2c2c38"), 0.4)
    e.paint(hoop(e, 12.8, 16.2, 8.4, 1) & ((e.x - 12.8) * (e.y - 16.2) > 0), look.of("#6a6e80"), 0.45)
    e.paint(e.disc(12.8, 16.2, 4), look.part("label", *CLOTHS), 0.6, ROUND)
    e.paint(e.disc(12.8, 16.2, 1.2), look.of(WHITE), 0.8)
    reach = look.between("arm", 18, 20)
    e.paint(e.line((27, 9), (27, 18), (reach, 23), wide=1.9), steel, 0.8, seam=True)
    e.paint(e.line((reach, 23), (reach - 1.6, 24.2), wide=2.6), look.of("#e8e8f0"), 0.6, seam=True)
    e.paint(e.disc(27, 8.4, 2.7), steel, 0.55, ROUND, seam=True)
    e.paint(e.disc(27, 25, 2), look.of("#e8404c" if look.chance("light", 0.5) else STEEL), 0.6, seam=True)


def gramophone(e: Easel, look: Look) -> None:
    """A gramophone: a record on a wooden case, and a horn."""
    horn, wood = look.part("horn", "gold", "#c8843c", "#b8483c"), look.whole("wood", "#75492c")
    e.paint(e.line((22, 25), *curve((25, 22), (27, 15), (19, 12)), wide=3), horn, 0.35)
    e.paint(e.shape((22, 15.4), (19, 19.4), (3.6, 15.6), (13, 1.4)), horn, 0.45, POLE, seam=True)
    mouth = [(3.0, 15.0), (1.6, 9), (5, 3), (10, 0.8), (14, 2), (14.4, 6.4), (11.6, 12), (7.4, 15.4)]
    e.paint(e.shape(*mouth), horn, 0.75, seam=True)
    e.paint(e.shape(*((8.2 + (x - 8.2) * 0.62, 8.2 + (y - 8.2) * 0.62) for x, y in mouth)), horn, 0.1)
    e.paint(e.disc(14, 23, 10.4, 2.8), look.of("#2c2c38"), 0.4, seam=True)
    e.paint(e.disc(14, 22.6, 3, 1.2), look.part("label", *CLOTHS), 0.6)
    e.paint(e.shape((3, 24.6), (26, 24.6), (27, 29), (2, 29)), wood, 0.5, BEAM, seam=True)
    e.paint(e.box(1, 28.6, 28, 31), wood, 0.65, seam=True)
    e.paint(e.line((26.4, 26.6), (30, 26.6), (30, 23.6), wide=1.6), look.of(STEEL), 0.6)


def music_box(e: Easel, look: Look) -> None:
    """An open music box with a dancer in it and a crank at its side."""
    box, velvet = (
        look.whole("wood", "#8c4630", "#d88aa8", "#5a78b8"),
        look.part("lining", "#a82840", "#5a3a8c", "#c85a88"),
    )
    skin, dress = look.of("#f4cba4"), look.part("dress", "#f8a8c8", "#f4f0fa", "#a8d0f4")
    e.paint(e.shape((4, 19), (5.4, 2), (26.6, 2), (28, 19)), box, 0.4)
    e.paint(e.shape((6.4, 19), (7.4, 4.2), (24.6, 4.2), (25.6, 19)), velvet, 0.35)
    sway = look.between("sway", -0.8, 0.8)
    e.paint(e.box(15, 15, 17, 19.4), skin, 0.5)
    arms = e.line((16 + sway, 10.4), (12.4 + sway, 8), (14.4 + sway, 5), wide=1.3)
    e.paint(arms | e.line((16 + sway, 10.4), (19.6 + sway, 8), (17.6 + sway, 5), wide=1.3), skin, 0.6)
    e.paint(e.disc(16 + sway, 7.8, 2), skin, 0.65)
    e.paint(e.disc(16 + sway, 6.4, 2, 1.3), look.part("hair", "#5a3424", "#e0b050", "#2c2420"), 0.5)
    e.paint(e.box(14.8 + sway, 9.8, 17.2 + sway, 13), dress, 0.5)
    e.paint(e.disc(16 + sway, 14.2, 4.8, 1.9), dress, 0.7, ROUND, seam=True)
    e.paint(e.line((28, 25), (30.4, 25), (30.4, 20.6), wide=1.7), look.of("gold"), 0.6)
    e.paint(e.box(2.4, 18.6, 28.6, 30.6), box, 0.5, BEAM, seam=True)
    e.paint(e.box(2.4, 18.6, 28.6, 20.4) | e.box(2.4, 29, 28.6, 30.6), look.of("gold"), 0.5)
    e.paint(e.disc(15.5, 24.8, 2.6), look.of("gold"), 0.6, ROUND, seam=True)


def kitchen_scale(e: Easel, look: Look) -> None:
    """A kitchen scale: a pan on a case with a dial."""
    case, steel = look.whole("#d84848", "#5aa8a0", "#e8e0cc", "#5a80b8", "#8a94a8"), look.of(STEEL)
    e.paint(e.box(13.6, 8, 18.4, 15), steel, 0.35, POLE)
    pan = look.part("pan", "silver", STEEL)
    if look.pick("pan form", "bowl", "plate") == "bowl":
        e.paint(e.shape((2, 3), (30, 3), (28, 7), (23.4, 10), (8.6, 10), (4, 7)), pan, 0.5, POLE)
        e.paint(e.box(1.4, 2.4, 30.6, 4.4), pan, 0.85)
    else:
        e.paint(e.shape((3, 6), (29, 6), (26, 9.4), (6, 9.4)), pan, 0.55, BEAM)
    e.paint(e.shape((9, 13), (23, 13), (25, 16), (28.4, 31), (3.6, 31), (7, 16)), case, 0.5, POLE, seam=True)
    e.paint(e.disc(16, 22, 7), case, 0.1)
    e.paint(e.disc(16, 22, 6.2), look.of("#fbf8f0"), 0.7)
    for x, y in arc(16, 22, 4.9, -150, 60)[::3]:
        e.paint(e.box(x - 0.5, y - 0.5, x + 0.5, y + 0.5), look.of("#5a6070"), 0.3)
    turn = np.radians(look.between("needle", -150, -30))
    e.paint(e.line((16, 22), (16 + 4.6 * float(np.cos(turn)), 22 + 4.6 * float(np.sin(turn))), wide=1.3),
            look.of("#d8242c"), 0.5)  # fmt: skip
    e.paint(e.disc(16, 22, 1.1), look.of(INK), 0.4)


def balance(e: Easel, look: Look) -> None:
    """A balance: two pans that hang from a beam on a post."""
    metal = look.whole("gold", "gold", "bronze", "silver")
    tilt = look.between("tilt", -2.4, 2.4)
    e.paint(e.box(14.8, 4, 17.2, 28), metal, 0.5, POLE)
    e.paint(e.shape((8, 31), (10, 27.6), (22, 27.6), (24, 31)), metal, 0.5, BEAM, seam=True)
    for way in (-1, 1):
        x, y = 16 + 9.6 * way, 7 + tilt * way
        e.paint(e.line((x, y), (x - 4.6, y + 11), wide=1.1) | e.line((x, y), (x + 4.6, y + 11), wide=1.1), metal, 0.35)
        e.paint(e.disc(x, y + 11, 5.8, 4.2) & (e.y > y + 11), metal, 0.55, ROUND, seam=True)
    e.paint(e.line((6, 7 - tilt), (26, 7 + tilt), wide=2.3), metal, 0.65, seam=True)
    e.paint(e.disc(16, 5.4, 2.7), metal, 0.7, ROUND, seam=True)


def robot_arm(e: Easel, look: Look) -> None:
    """An arm of a robot in a factory, with a gripper."""
    paint, dark, steel = look.whole("#f08a24", "#f0c02c", "#d8dce4", "#4a80c8"), look.of("#3f4454"), look.of(STEEL)
    x, y = look.between("elbow x", 8, 11), look.between("elbow y", 7.4, 10)
    end = (25.0, look.between("wrist", 9, 12.4))
    e.paint(e.shape((3, 31), (5, 26.6), (19, 26.6), (21, 31)), dark, 0.5, BEAM)
    e.paint(e.disc(12, 25, 4.8), paint, 0.45, ROUND, seam=True)
    e.paint(e.bar((12, 25), (x, y), 5.4), paint, 0.5, POLE, seam=True)
    e.paint(e.bar((x, y), end, 4.6), paint, 0.6, BEAM, seam=True)
    for at, size in (((x, y), 3.9), ((12.0, 24.6), 2.4), (end, 3.0)):
        e.paint(e.disc(*at, size), dark if size > 3 else steel, 0.55, ROUND, seam=True)
    e.paint(e.disc(x, y, 1.6), steel, 0.65)
    low = end[1] + 5
    e.paint(e.bar(end, (25, low), 3), dark, 0.5, POLE, seam=True)
    e.paint(e.box(20.6, low - 0.8, 29.4, low + 1.8), steel, 0.5, seam=True)
    for way in (-1, 1):
        claw = e.line((25 + 3.6 * way, low + 1), (25 + 4.4 * way, low + 4.4), (25 + 2.2 * way, low + 8), wide=2)
        e.paint(claw, steel, 0.6)


KINDS = (
    Kind("stethoscope, doctor's stethoscope", stethoscope, "medical, doctor's, doctor", freedom=0.3),
    Kind("microscope, lab microscope, laboratory microscope, science microscope", microscope,
         "lab, laboratory, science, school, optical", freedom=0.3),
    Kind("typewriter, old typewriter, vintage typewriter, type writer", typewriter,
         "old, vintage, retro, antique, portable", freedom=0.3),
    Kind("printer, computer printer, office printer, inkjet printer, laser printer, photo printer", printer,
         "computer, office, inkjet, laser, photo, home", freedom=0.3),
    Kind("sewing machine, antique sewing machine, vintage sewing machine", sewing_machine,
         "old, vintage, antique, electric, retro", freedom=0.2),
    Kind("turntable, record player, vinyl player, vinyl record player, dj turntable", turntable,
         "vinyl, vintage, retro, dj, old, portable", freedom=0.2),
    Kind("gramophone, phonograph", gramophone, "old, vintage, antique, brass", freedom=0.2),
    Kind("music box, musical box, ballerina music box", music_box, "ballerina, wooden, old, antique", freedom=0.2),
    Kind("kitchen scale, weighing scale, weighing scales, food scale, kitchen scales, weight scale, dial scale",
         kitchen_scale, "kitchen, old, vintage, retro, mechanical", freedom=0.3),
    Kind("balance scale, balance scales, scales of justice, scale of justice, justice scales, pair of scales, "
         "old scales, brass scales, scales, alchemist's scales, merchant's scales", balance,
         "old, brass, antique, justice, legal, apothecary", freedom=0.3, is_several=True),
    Kind("robot arm, robotic arm, mechanical arm, industrial robot, industrial robot arm, factory robot arm, "
         "robot arms, robotic arms", robot_arm, "industrial, factory, mechanical, robotic", freedom=0.3),
)  # fmt: skip
