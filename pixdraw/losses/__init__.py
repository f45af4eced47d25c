"""What is wanted of a picture beside the prompts, one plug-in a file: `Config` and `build(config, context) -> Loss`."""
