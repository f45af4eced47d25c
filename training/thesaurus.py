"""Writes the built-in thesaurus: other names of what the denoiser draws, from WordNet: `python -m training.thesaurus`.

A noun stands for the drawn thing that its commonest visible meaning is, or is a kind of: "schooner" for sailboat.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pixdraw.denoiser import BUILT_IN
from training.shapes import SHAPES
from training.sprites32 import School
from training.wordnet import WordNet

STEPS = 2
"""From a kind up to the drawn thing, at most so many."""
ANYBODY = ("person", "man", "woman", "boy", "girl", "child", "baby", "adult", "people", "bust in silhouette")
"""Of these only synonyms are taken: a plumber is not best drawn as anybody."""
VAGUE = """
herb, bush, fruit tree, grass, bone, scientist, student, construction, line, circle, square, rectangle, triangle,
hole, gear, seat, mate, club, station, bar, body, box, card, cell, computer, control, paper, plug, point, post, pot,
ring, sack, sweet, table, tool, waterfall, link, label, fog, ice, lever, fire, salt, meal, family, singer, artist,
teacher, island
"""
"""Names whose kinds do not look like them, or mean something else."""
WORDS = 2
RUDE = ("coon", "dope", "fag", "faggot", "fagot", "homo", "midget", "nanus", "reefer", "savage", "spliff")
MORE = """
assassin: rogue | baby angel: angel | bear: cub | beverage box: juice | billed cap: cap | bird cage: cage | blossom:
iris | blue crystals: crystal | bomb: torpedo | books: stack of books | bookshelf: shelf | bow and arrow: arrow | bowl
with spoon: bowl | burglar: thief | bust: statue | canned food: can | canoe: gondola, kayak | carpentry saw: saw |
castle gate: gate | cat: kitty, kitten | chains: chain | cherries: cherry | chess pawn: chess | chocolate bar:
chocolate | cloud with lightning: storm | coffee mug: mug | couch and lamp: couch, sofa | cow: calf | crystal ball:
orb | cup of tea: tea | dagger: blade | delivery truck: lorry | devil: demon | dog: puppy | doughnut: doughnuts |
droplet: water | dungeon gate: dungeon | ear of corn: corn | eye: eyeball | fang: shark tooth | fish: tuna, trout,
goldfish | fishing pole: angler | fork and knife: fork | fork and knife with plate: plate | fortress: fort, citadel |
framed picture: painting | game die: dice | gem necklace: amulet, pendant | gem stone: ruby, sapphire, jewel | glass
of milk: milk, glass | gloves: glove | goal net: net | grapes: grape | green bottle: bottle | green salad: salad |
guard: soldier | handbag: bag | headphone: headphones | health worker: surgeon, doctor, nurse | helicopter: drone |
horse: foal | hot pepper: pepper | house: mansion, villa | iron pot: pot | joker: card | knight: warrior, swordsman,
paladin | knight's helmet: helmet | lamp: lamp post | leopard: cheetah, panther | magic staff: staff | minibus: van |
monk: priest, nun | motorcycle: motorbike | mouse trap: trap | mouth: lips | music record: record, vinyl | nest with
eggs: nest | nesting dolls: doll | nut and bolt: screw | office building: skyscraper | ogre: monster | oyster: pearl |
phone: smartphone | piano with lid: piano | pig: hog | pistol: gun | potion: elixir | princess: queen | purse: wallet
| puzzle piece: puzzle | rabbit: hare | raised hand: hand | rocket: spaceship, starship | running shoe: sneakers |
sailboat: schooner | samurai helmet: samurai | sandwich: hoagie | saucepan: pan | sewing needle: needle | sheep: lamb
| shop: market | slime: blob, ooze | smiling face: face | snake: boa | snowflake: snow | socks: sock | spell book:
tome, grimoire | spider web: web | steaming bowl: noodle, noodles | stone bridge: bridge | stone wall: wall |
submarine: sub | tangerine: orange | teacup without handle: teacup | teapot: kettle | teddy bear: toy | television:
television set, tv | tennis: racket | treasure chest: chest | treasure map: map | tree log: log | tree stump with axe:
stump | trident: spear | werewolf: beast | whale tail: tail | wine glass: wine | witch: sorceress | wizard: sorcerer |
wolf: hyena | woman: geisha
"""
"""Name: nouns that WordNet takes for something else, or for nothing that is drawn."""


def other_names(names: dict[str, str], wordnet: WordNet) -> dict[str, str]:
    """Return {noun: label} of nouns that are no names of things, given {name: label} of those that are."""
    nearest: dict[int, tuple[int, str]] = {}
    vague = {name.strip() for name in VAGUE.replace("\n", " ").split(",")}
    for name, label in names.items():
        if name in vague or label in SHAPES:
            continue
        reached, level = set(wordnet.visible(name)[:1]), 0
        while reached and level <= (0 if name in ANYBODY else STEPS):
            for offset in reached:
                nearest[offset] = min(nearest.get(offset, (STEPS + 1, "")), (level, label))
            reached = {kind for offset in reached for kind in wordnet.synsets[offset].narrower}
            level += 1
    found: dict[str, str] = {}
    for lemma in wordnet.senses:
        noun = lemma.replace("_", " ")
        if (
            noun in names
            or noun in RUDE
            or len(noun.split()) > WORDS
            or not noun.replace(" ", "").isalpha()
            or len(noun) < 3
        ):
            continue
        meaning = next(iter(wordnet.visible(lemma)), None)
        if meaning in nearest and noun in wordnet.synsets[meaning].words:
            found[noun] = nearest[meaning][1]
    for name, nouns in (one.split(":") for one in MORE.replace("\n", " ").split("|")):
        found |= {noun.strip(): names[name.strip()] for noun in nouns.split(",")}
    return dict(sorted(found.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=BUILT_IN / "thesaurus.json")
    args = parser.parse_args()
    found = other_names(School(args.work, 32, 1).called, WordNet(args.work))
    args.out.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")
    print(f"{args.out}: {len(found)} names")


if __name__ == "__main__":
    main()
