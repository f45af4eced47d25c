"""The places in files where settings are stored."""

SETTINGS_KEY = "pixdraw"
"""PNG text chunk with the complete resolved settings as JSON; their key in a sheet's JSON, too."""
IMAGE_DESCRIPTION = 0x010E
"""EXIF tag that holds them in WebP."""
