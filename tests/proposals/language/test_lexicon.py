"""Words and their forms."""

from pixdraw.proposals.language import lexicon
from pixdraw.text.plurals import plural, singular, stems

WORDS = lexicon.load()
HARD = """
knives knife, wolves wolf, geese goose, mice mouse, oxen ox, dwarves dwarf, dwarfs dwarf, elves elf, cacti cactus,
cactuses cactus, octopuses octopus, octopi octopus, potatoes potato, tomatoes tomato, sheep sheep, deer deer, dice die,
foxes fox, boxes box, heroes hero, volcanoes volcano, children child, teeth tooth, feet foot, leaves leaf,
shelves shelf, loaves loaf, thieves thief, scarves scarf, hooves hoof, calves calf, wives wife, lives life,
gloves glove, doves dove, olives olive, waves wave, caves cave, stoves stove, cookies cookie, zombies zombie, pies pie,
movies movie, genies genie, fairies fairy, cherries cherry, berries berry, ponies pony, monkeys monkey, keys key,
shoes shoe, toes toe, canoes canoe, axes axe, buses bus, lenses lens, dresses dress, witches witch, torches torch,
churches church, stomachs stomach, brushes brush, horses horse, houses house, roses rose, vases vase, noses nose,
people person, men man, women woman, snowmen snowman, humans human, fungi fungus, crises crisis, oases oasis,
larvae larva, hippopotami hippopotamus, rhinoceroses rhinoceros, phoenixes phoenix, sphinxes sphinx, quizzes quiz,
giraffes giraffe, cliffs cliff, roofs roof, staffs staff, passersby passerby, crosses cross, kisses kiss, gases gas,
flying saucers flying saucer, cups of tea cup of tea, pirate ships pirate ship,
dragonflies dragonfly, wolfmen wolfman, orcs orc, kobolds kobold, ninjas ninja, pianos piano, zeros zero, photos photo
"""
"""A plural and its singular each."""
SINGLE = """
glasses scissors bus cactus chess moss lens octopus trousers pants goggles stairs chassis news series species dress
cross witch princess fortress compass mattress iris atlas canvas gas genius walrus platypus phoenix lotus tennis grass
glass boss pegasus cyclops christmas mars venus crisis axis oasis virus species headphones binoculars
"""


def test_singulars() -> None:
    for pair in (pair.split() for pair in HARD.replace("\n", " ").split(",")):
        half = len(pair) // 2
        assert WORDS.singular(" ".join(pair[:half])) == " ".join(pair[half:])


def test_what_only_looks_like_a_plural_stays() -> None:
    for word in SINGLE.split():
        assert WORDS.singular(word) == word and WORDS.noun(word) == word


def test_the_plural_of_every_noun_leads_back_to_it() -> None:
    nouns = [noun for noun in sorted(WORDS.nouns)[::7] if noun.isalpha() and noun not in WORDS.invariant]
    lost = [noun for noun in nouns if WORDS.singular(plural(noun)) != noun and plural(noun) not in WORDS.nouns]
    assert len(lost) < len(nouns) / 100, lost[:20]


def test_spelling_decides_where_no_list_does() -> None:
    assert [singular(word, (), {}, ()) for word in ("blorps", "zorgies", "fnoxes", "moss", "as", "blorp")] == [
        *("blorp", "zorgy", "fnox", "moss", "as", "blorp"),
    ]
    assert stems("zombies") == ("zombie", "zomby")


def test_the_lexicon_has_the_classes_that_the_grammar_asks_for_and_is_small() -> None:
    assert WORDS.has("colour", "turquoise") and WORDS.has("placing", "in front of") and WORDS.numbers["a dozen"] == 12
    assert "h" in WORDS.nouns["wizard hat"] and "t" in WORDS.nouns["sword"] and "a" in WORDS.nouns["orc"]
    assert not set(WORDS.classes["colour"]) & set(WORDS.nouns) - {
        *("orange", "rose", "ruby", "emerald", "amber", "coral", "peach", "plum", "olive", "lime", "lavender"),
        *("violet", "mint", "cream", "salmon", "gold", "silver", "copper", "rainbow"),
    }
    assert lexicon.FILE.stat().st_size < 500_000
