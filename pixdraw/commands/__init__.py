"""Commands of the command line beside drawing: one a module, light to import, each a few lines over what it calls."""
