"""`pixdraw looks`."""

from __future__ import annotations

from pathlib import Path

from pixdraw import streams


def looks(*, file: Path | None = None, sheet: Path | None = None) -> None:
    """List the named backgrounds (--base) and styles (--manner) with their definitions.

    For example: pixdraw looks --sheet bases.png

    Parameters
    ----------
    file
        YAML file of your own, as for --looks-file; default: the bases and manners that come with pixdraw.
    sheet
        PNG file to write, with a picture of each base; nothing is replaced.
    """
    from pixdraw.settings.looks import built_in, read_looks

    known = read_looks(str(file)) if file else built_in()
    for kind, entries in known.items():
        streams.say(f"{kind}:")
        for name, text in entries.items():
            streams.say(f"  {name}: {text}")
    if sheet is not None:
        from pixdraw.imaging import files
        from pixdraw.tools.looks import sheet_of_bases

        made = sheet_of_bases(known["bases"])
        streams.say(files.write_free(sheet, lambda out: made.save(out, "PNG")))
