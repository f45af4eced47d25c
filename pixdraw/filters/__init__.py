"""What a picture is shown through, one plug-in a file: `Config` and `build(config, context) -> Filter`."""
