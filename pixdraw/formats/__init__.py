"""Files for editors and engines: frames with times and names, packed, written and read. No models, no sessions."""
