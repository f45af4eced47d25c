"""Where the program begins. Signals are taken before anything else is imported."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run the command line as a program of its own."""
    _end_silently()
    from pixdraw.interrupts import EXIT_CODE, Interrupts
    from pixdraw.uncollected import uncollected

    with Interrupts() as interrupts:
        try:
            with uncollected():
                from pixdraw.cli import main as run
            run(interrupts)
        except KeyboardInterrupt:
            sys.exit(EXIT_CODE)
        except Exception:
            if not interrupts.asked:
                raise
            sys.exit(EXIT_CODE)  # an import that was broken off


def _end_silently() -> None:
    """Exit silently on Ctrl-C during start-up, when there is nothing to save."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda number, frame: os._exit(130))


if __name__ == "__main__":
    main()
