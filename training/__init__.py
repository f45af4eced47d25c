"""How the built-in weights are made and measured: one command each.

    python -m training.perceptor     fetch, render, compose, train both towers, export to pixdraw/weights/tiny
    python -m training.cells         cut pixel art and icons to cells of palette entries
    python -m training.sprite_autoencoder, then training.sprite_generator      export to pixdraw/weights/sprites
    python -m training.thesaurus     write other names of what the generator knows
    python -m training.lexicon       write the words that prompts are read with, to pixdraw/weights/language
    python -m training.vqgan         train the VQGAN, export to pixdraw/weights/vqgan
    python -m training.judge         train the judge, on other icon styles; used by `evaluate` only, never shipped
    python -m training.evaluate      draw prompts with pixdraw's default settings and let the judge rank the labels
    python -m training.preview       contact sheets of the data

Everything fetched or computed lives under `--work` (default: build/training), nothing in the package but the export.
`training/requirements.txt` lists what these need beyond pixdraw; RESULTS.md holds the figures of the shipped weights.
"""
