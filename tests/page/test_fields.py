"""The settings that the page shows."""

from pixdraw.fields import bounds_of
from pixdraw.hosting.allowed import ALLOWED, INPUTS, REFUSED
from pixdraw.page.fields import belongs, may_be_set, other_settings, shown_fields, told
from pixdraw.settings.catalog import every_setting


def test_every_setting_that_a_request_may_set_is_on_the_page_once_and_no_other() -> None:
    shown = [field.name for field in shown_fields()]
    assert len(shown) == len(set(shown)) and not set(shown) & set(other_settings())
    assert {*shown, *other_settings(), "init_image"} == {*ALLOWED, *INPUTS}
    assert not any(may_be_set(name) for name in REFUSED)


def test_labels_help_choices_and_bounds_are_those_of_the_declaration() -> None:
    known = {one.name: one for one in every_setting() if one.is_built_in}
    for field in shown_fields():
        assert field.help == known[field.name].field.description
        assert field.label.lower().replace(" ", "_") == field.name
    fields = {field.name: field for field in shown_fields()}
    assert fields["aspect"].choices == ("square", "widescreen", "portrait", "retain")
    assert fields["transparent"].choices == ("yes", "no") and fields["seed"].kind is int
    assert fields["iterations"].bounds == (1, 100_000)  # a request's, where a run's are from 0
    assert bounds_of(known["iterations"].field)["ge"] == 0
    assert "pico-8" in fields["palette"].choices and fields["palette"].free
    assert "orphans" in fields["losses"].choices and fields["losses"].several
    assert fields["quality"].choices[0] == "tiny" and "sunset" in fields["base"].choices


def test_fields_of_a_drawer_are_shown_with_it_alone() -> None:
    fields = {field.name: field for field in shown_fields()}
    assert belongs(fields["pixel_size"], "pixel") and belongs(fields["pixel_size"], "fast_pixel")
    assert not belongs(fields["pixel_size"], "clipdraw") and belongs(fields["seed"], "clipdraw")


def test_what_is_said_of_a_setting_is_escaped_and_whole() -> None:
    known = other_settings()["zoom_every"]
    assert str(known.field.description) in told(known) and "zoom or zoom_angle_deg" in told(known)
    for one in other_settings().values():
        assert "<script" not in told(one) and told(one).startswith("<p>")
