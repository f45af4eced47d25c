"""The page as a Hugging Face Space: `python app.py` serves it on port 7860, for everybody who can reach it."""

import os

# Threads of several drawings wait for each other by spinning: one each is faster on the two cores of a free Space.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from pixdraw.commands.page import page  # noqa: E402

if __name__ == "__main__":
    page(host="0.0.0.0", port=int(os.environ.get("PORT", "7860")), at_once=2, browser=False)
