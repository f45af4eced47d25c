"""The subcommands other than draw: one module each, cheap to import, thin wrappers around `pixdraw.tools`."""
