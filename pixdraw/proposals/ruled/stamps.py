"""Small pictures and letters as pixel artists set them cell by cell: what is on signs, doors, sails and in windows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from pixdraw.proposals.ruled.easel import UNITS, Easel
from pixdraw.proposals.ruled.look import Look

COLOURS: Mapping[str, str] = {
    "r": "#d8343a", "o": "#f08a2c", "y": "#f8d048", "g": "#4aa848", "b": "#3a78d8", "p": "#9a50c8", "i": "#f08ab8",
    "n": "#8a5430", "w": "#f6f2e8", "k": "#241c28", "s": "#8a94a4", "c": "#7cd4ee", "t": "#e0a868", "d": "#2f6a38",
}  # fmt: skip
"""Letter in a stamp → colour; a dot is clear."""
_LETTERS = """
A .#. #.# ### #.# #.#
B ##. #.# ##. #.# ##.
C .## #.. #.. #.. .##
D ##. #.# #.# #.# ##.
E ### #.. ##. #.. ###
F ### #.. ##. #.. #..
G .## #.. #.# #.# .##
H #.# #.# ### #.# #.#
I # # # # #
J ..# ..# ..# #.# .#.
K #.# #.# ##. #.# #.#
L #.. #.. #.. #.. ###
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O .#. #.# #.# #.# .#.
P ##. #.# ##. #.. #..
Q .#. #.# #.# ### .##
R ##. #.# ##. #.# #.#
S .## #.. .#. ..# ##.
T ### .#. .#. .#. .#.
U #.# #.# #.# #.# ###
V #.# #.# #.# #.# .#.
W #...# #...# #.#.# ##.## #...#
X #.# #.# .#. #.# #.#
Y #.# #.# .#. .#. .#.
Z ### ..# .#. #.. ###
"""
_MARKS = """
mug     .www... wwwwww. yyyy.y. ywyy.y. ywyyyy. yyyy... yyyy...
bread   ...tttt. .tttntt. ttnttntt tttnttnt tnttttt. nttttn.. .nnnn...
cross   ..rrr.. ..rrr.. rrrrrrr rrrrrrr rrrrrrr ..rrr.. ..rrr..
sword   .....ww ....wsw ...wsw. n.wsw.. .nnw... .nnn... n..n...
shield  sssssss sbbybbs sbbybbs syyyyys .sbybs. .sbybs. ..sss..
potion  ..nnn.. ..www.. ..wcw.. .wpppw. wpippw. wpppppw .wwwww.
book    rrr.rrr rwwrwwr rwwrwwr rwwrwwr rwwrwwr rrrrrrr ...r...
flower  ..i.i.. .iiiii. ..iyi.. .iiiii. ..igi.. .gg.... ...g...
fish    ....... ..bbb.b .bbcbbb bkbbbb. .bbcbbb ..bbb.b .......
meat    ..rrr.. .rrwrr. rrwwwr. rrrwrr. .rrrrww ..rr.ww .......
cheese  ....yy. ..yyoy. yyyyyyy yoyyyoy yyyoyyy yyyyyyy .......
coin    ..yyy.. .yooyy. yyoyyyy yyooyyy yyyooyy .yyoyy. ..yyy..
bed     k...... kww.... kwwrrrr krrrrrr kkkkkkk k.....k .......
coffee  ..s.s.. .s.s... nwwwww. wnnnnw. wwwwwww wwwwww. .wwww..
anvil   ....... ssssss. sssssss ..sss.. ...s... ..sss.. .sssss.
hammer  .ssss.. .sssss. .ssss.. ...n... ...n... ...n... ...n...
star    ...y... ..yyy.. yyyyyyy .yyyyy. .yyyyy. .yy.yy. .y...y.
flame   ...r... ..rr... .roor.. .royor. rooyor. royyyor .ryyyr.
pizza   ttttttt yyyyyyy .yryyy. .yyyry. ..yyy.. ..yry.. ...y...
burger  ..ttt.. .ttttt. ttttttt ggggggg nnnnnnn yyyyyyy .ttttt.
cone    ..iii.. .iiwii. .iiiii. ..ttt.. ..tnt.. ...t... ...t...
cake    ...r... ..www.. .wwwww. iiiiiii wiwiwiw ttttttt ttttttt
candy   i.....i iirrrii .rwrwr. .rrwrr. .rwrwr. iirrrii i.....i
apple   ...nd.. .rrndr. rwrrrrr rrrrrrr rrrrrrr .rrrrr. ..r.r..
shirt   bb...bb bbbbbbb bbbbbbb .bbbbb. .bbbbb. .bbbbb. .bbbbb.
letter  ....... wwwwwww wswwwsw wwswsww wwwswww wwwwwww .......
skull   .wwwww. wwwwwww wkkwkkw wkkwkkw wwwkwww .wwwww. .w.w.w.
note    ..kkkkk ..k...k ..k...k ..k...k kkk.kkk kkk.kkk .......
paw     .n...n. .n.n.n. ...n... n.nnn.n .nnnnn. .nnnnn. ..n.n..
orb     ..ppp.. .pippp. pipcppp ppcpppp .ppppp. ..ppp.. .nnnnn.
hat     ...p... ...pp.. ..ppp.. ..yyy.. .ppppp. ppppppp .......
gun     ....... kkkkkkk kssssss kkkk... .nn.k.. .nnk... nnn....
wrench  .s...s. ss...ss sss.sss .sssss. ..sss.. ..sss.. ..sss..
gem     .ccccc. ccwcccc cwccccc .ccccc. .cbbbc. ..cbc.. ...c...
key     .yyy... yy.yy.. yy.yy.. .yyyyyy ....y.y ....y.y .......
scales  ...y... yyyyyyy y..y..y yy.y.yy yyyyyyy ...y... ..yyy..
clock   .wwwww. wwwkwww wwwkwww wwwkkkw wwwwwww wwwwwww .wwwww.
cogs    ..s.s.. .sssss. sssksss .skwks. sssksss .sssss. ..s.s..
horse   ....k.k. ...nnkk. ..nnnnkk .nknnnkk nnnnnnkk nnnnnnnk .kn.nnnn ....nnnn ....nnnn
moon    ..yyy.. .yyy... yyy.... yyy.... yyyy..y .yyyyy. ..yyy..
heart   .rr.rr. rwrrrrr rrrrrrr rrrrrrr .rrrrr. ..rrr.. ...r...
plant   .g...g. gg.g.gg .ggggg. ..ggg.. .nnnnn. ..nnn.. ..nnn..
scissors s.....s ss...ss .ss.ss. ..sss.. ..rsr.. rr...rr rr...rr
fork    s.s.s.. s.s.s.s sss.sss .s...s. .s...s. .s...s. .s...s.
film    kwkwkwk kkkkkkk k.yyy.k k.yyy.k k.yyy.k kkkkkkk kwkwkwk
bone    ww...ww www.www .wwwww. ..www.. .wwwww. www.www ww...ww
ball    ..www.. .wwrww. wwwrwww rrrkrrr wwwrwww .wwrww. ..www..
ticket  ....... yyyyyyy yoyoyoy .yoyoy. yoyoyoy yyyyyyy .......
drop    ...b... ...b... ..bbb.. .bbbbb. bcbbbbb bcbbbbb .bbbbb.
pump    rrrr... rwwr.k. rwwr..k rrrr..k rrrrkk. rrrr... rrrrr..
"""
_GOODS = """
loaf    .... .tt. tntt tttt nttn
flask   .n.. .w.. rrr. rir. rrr.
phial   .n.. .w.. bbb. bcb. bbb.
bottle  .n.. .g.. ggg. gwg. ggg.
flower  i.o. .g.g .gg. nnnn .nn.
book    rbgr rbgy rbgy rbgy rbgy
fish    .... .bb. bbbb ckbb .bb.
blade   w..s w..s s.ss nnnn n..n
cake    ..r. .www iiii wwww tttt
fruit   .r.. rroo rroo gggy gggg
hat     .pp. .pp. .yy. pppp ....
gem     .... cc.. ccrr .crr ..r.
shirt   b..b bbbb .bb. .bb. .bb.
meat    .rr. rrwr rwwr rrrr .ww.
toy     ..y. .yy. rryr rrrr k..k
"""


def stamp(e: Easel, look: Look, mark: str, x: float, y: float) -> None:
    """Set the middle of a mark by its name at a place of the thing, upright however the thing stands."""
    _set(e, look, _marks()[mark], x, y)


def goods(e: Easel, look: Look, ware: str, x: float, y: float) -> None:
    """Set a ware of a shop's window at a place."""
    _set(e, look, _wares()[ware], x, y)


def lettered(
    e: Easel, look: Look, text: str, x: float, y: float, colour: str = "#241c28", *, down: bool = False
) -> None:
    """Write letters around a place, beside each other or `down` below each other; small grids get bars for them."""
    if e.side < 28:
        half = (1.2, 2.0 * len(text)) if down else (1.6 * len(text), 1.2)
        e.paint(e.box(x - half[0], y - half[1], x + half[0], y + half[1]), look.of(colour), 0.5)
        return
    _set(e, look, written(text, down=down), x, y, ink=colour)


def written(text: str, *, down: bool = False) -> list[str]:
    """Return letters as rows of `#` and dots."""
    glyphs = [_letters()[letter] for letter in text.upper()]
    if not down:
        return [".".join(rows) for rows in zip(*glyphs, strict=True)]
    wide = max(len(glyph[0]) for glyph in glyphs)
    rows = [row.center(wide, ".") for glyph in glyphs for row in (*glyph, "")]
    return rows[:-1]


def width(text: str) -> int:
    """Return how many units a text is wide."""
    return len(written(text)[0])


def _set(e: Easel, look: Look, rows: list[str], x: float, y: float, ink: str = "") -> None:
    times = max(round(e.side / UNITS), 1)
    near = np.hypot(e.x - x, e.y - y)
    row, column = np.unravel_index(int(near.argmin()), near.shape)
    high, wide = len(rows) * times, len(rows[0]) * times
    top, left = int(row) + (not len(rows) % 2) - high // 2, int(column) + (not len(rows[0]) % 2) - wide // 2
    top, left = (min(max(at, 0), max(e.side - size, 0)) for at, size in ((top, high), (left, wide)))
    for letter in dict.fromkeys("".join(rows)):
        if letter == ".":
            continue
        where = np.zeros_like(e.seen)
        for down, line in enumerate(rows):
            for across, found in enumerate(line):
                if found == letter:
                    at_row, at_column = top + down * times, left + across * times
                    where[at_row : at_row + times, at_column : at_column + times] = True
        colour = look.of(ink or COLOURS[letter])
        e.paint(where, np.repeat(colour[2:3], len(colour), 0))


@cache
def _table(text: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in text.strip().splitlines()}


def _marks() -> dict[str, list[str]]:
    return _table(_MARKS)


def _wares() -> dict[str, list[str]]:
    return _table(_GOODS)


def _letters() -> dict[str, list[str]]:
    return _table(_LETTERS)
