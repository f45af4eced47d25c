"""The painted places: what they look like and which texts mean them."""

import numpy as np
import pytest

from pixdraw.models.cache import shared_cache
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.places import ALSO, CALLED, SETTINGS, Atlas, View, setting_called, view_of


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(shared_cache().get("tiny", torch.device("cpu")))


@pytest.mark.parametrize("place", SETTINGS)
def test_pictures_to_train_with_are_in_range_and_follow_the_seed(place: str) -> None:
    first, again, other = (SETTINGS[place].painter(np.random.default_rng(seed), 32) for seed in (1, 1, 2))
    assert first.shape == (32, 32, 3) and first.min() >= 0 and first.max() <= 1.001
    assert np.array_equal(first, again) and not np.array_equal(first, other)
@pytest.mark.parametrize("side", [32, 64])
def test_pictures_are_in_range_and_follow_the_seed(place: str, side: int) -> None:
    first, again, other = (View(place).picture(seed, side) for seed in (1, 1, 2))
    assert first.shape == (3, side, side) and first.amin() >= 0 and first.amax() <= 1
    assert torch.equal(first, again) and not torch.equal(first, other)
    assert first.std() > 0.01


@pytest.mark.parametrize("sky", SKIES)
@pytest.mark.parametrize("place", [name for name, one in SETTINGS.items() if one.under_sky])
def test_a_sky_is_over_the_place_and_lights_it(place: str, sky: str) -> None:
    picture = paint(np.random.default_rng(3), 64, place, sky)
    alone = sky_over(np.random.default_rng(3), 64, sky)
    assert picture.shape == (64, 64, 3) and picture.min() >= 0 and picture.max() <= 1
    assert np.allclose(picture[0, ::16], alone[0, ::16]) or place == "forest"
    assert not np.allclose(picture[-8:], alone[-8:])


@pytest.mark.parametrize(
    ("place", "sky"), [("meadow", "night"), ("desert", "sunset"), ("snow", "rain"), ("city", "night")]
)
def test_land_takes_the_tint_of_its_sky_unless_lamps_burn(place: str, sky: str) -> None:
    rng = np.random.default_rng(3)
    above = sky_over(rng, 64, sky)
    land = SETTINGS[place].painter(rng, 64, above.copy())
    picture, is_land = paint(np.random.default_rng(3), 64, place, sky), (land != above).any(-1)
    tint = np.array((1, 1, 1) if place == "city" else SETTINGS[sky].tint, np.float32)
    assert is_land.mean() > 0.1 and np.allclose(picture[is_land], land[is_land] * tint)
    assert np.array_equal(picture[~is_land], above[~is_land])


def test_a_low_sun_stands_higher_over_land_which_would_hide_it() -> None:
    for sky, row in (("sunset", round(0.22 * 64)), ("night", 0)):
        plain = SETTINGS[sky].painter(np.random.default_rng(3), 64)
        assert np.array_equal(sky_over(np.random.default_rng(3), 64, sky)[: 64 - row], plain[row:])


def test_night_darkens_and_blues_the_land_and_sunset_reddens_it() -> None:
    night, sunset, rain = (np.array(SETTINGS[sky].tint) for sky in ("night", "sunset", "rain"))
    assert night.mean() < rain.mean() < 1 and night.argmax() == 2 and rain.argmax() == 2 and sunset.argmax() == 0


def test_lamps_burn_in_a_city_by_night_alone() -> None:
    lamp = np.array((1, 0.9, 0.5), np.float32)
    burning = [(paint(np.random.default_rng(3), 64, "city", sky) == lamp).all(-1).any() for sky in ("night", "sky")]
    assert burning == [True, False]


def test_what_also_means_a_place_is_of_a_place() -> None:
    assert set(ALSO) == set(SETTINGS)


@pytest.mark.parametrize(
    ("texts", "view"),
    [
        (["in a forest"], View("forest")),
        (["Manhattan skyline", "at sunset"], View("city", "sunset")),
        (["in the forest", "at night"], View("forest", "night")),
        (["at night", "in the forest"], View("forest", "night")),
        (["at night"], View("night")),
        (["under the sea", "at night"], View("underwater")),
        (["on the moon"], View("space")),
        (["in the kitchen"], View("room")),
        (["in a dungeon"], View("dungeon")),
        (["in a tavern"], View("tavern")),
        (["in a dark cave"], View("cave")),
        (["on a mat"], None),
        (["in a hat"], None),
        (["on a red background"], None),
        (["a dog"], None),
    ],
)
def test_texts_mean_places(atlas: Atlas, texts: list[str], view: View | None) -> None:
    assert view_of(atlas, texts) == view


@pytest.mark.parametrize("text", ["by the river", "by the frozen river", "a river", "near rivers"])
def test_a_noun_decides_which_place_it_is(text: str) -> None:
    assert setting_called(text) == "river"


@pytest.mark.parametrize("text", ["in a vase", "river stone", "", "night owl"])
def test_other_nouns_name_no_place(text: str) -> None:
    assert setting_called(text) is None


def test_every_noun_that_names_a_place_is_one_to_the_lexicon() -> None:
    words = lexicon.load()
    nouns = [noun.strip() for nouns in CALLED.values() for noun in nouns.split(",")]
    assert set(CALLED) == set(SETTINGS) and len(nouns) == len(set(nouns))
    unknown = [
        noun for noun in nouns if not (words.noun(noun) or words.noun(noun.split()[-1]) or words.has("here", noun))
    ]
    assert unknown == []
