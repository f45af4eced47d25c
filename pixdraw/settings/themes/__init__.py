"""Common settings by theme, one file each; `settings.Settings` joins them."""
