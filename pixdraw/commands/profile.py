"""`pixdraw profile`: styles that are kept under a name."""

from __future__ import annotations

from cyclopts import App

from pixdraw import streams

profile = App(name="profile", help="Keep the style of pictures under a name, for --like.", help_format="plaintext")


@profile.command
def save(name: str, *pictures: str, overwrite: bool = False) -> None:
    """Keep the style of 1 to 9 sprites: palette, size, outline, tones and fill.

    For example: pixdraw profile save mygame hero.png slime.png, then pixdraw "a dragon" --like mygame

    Parameters
    ----------
    name
        Name to give the profile.
    pictures
        Sprites of one style on a transparent background, enlarged or not.
    overwrite
        Replace a profile of the same name.
    """
    from pixdraw.settings import profiles

    streams.say(profiles.save(name, pictures, overwrite=overwrite))


@profile.command(name="list")
def list_() -> None:
    """List the saved profiles."""
    from pixdraw.settings import profiles

    for name in profiles.names():
        streams.say(name)


@profile.command
def show(name: str) -> None:
    """Show the settings that a profile stands for.

    Parameters
    ----------
    name
        Name of the profile.
    """
    from pixdraw.settings import profiles

    for setting, value in profiles.load(name).items():
        streams.say(f"{setting}: {value}")


@profile.command
def remove(name: str) -> None:
    """Delete a profile.

    Parameters
    ----------
    name
        Name of the profile.
    """
    from pixdraw.settings import profiles

    streams.say(profiles.remove(name))
