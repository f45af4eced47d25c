"""Where the program begins. Signals are taken before anything large is imported."""

from __future__ import annotations

import sys

from pixdraw.interrupts import EXIT_CODE, Interrupts


def main() -> None:
    """Run the command line as a program of its own."""
    with Interrupts() as interrupts:
        try:
            from pixdraw.cli import main as run

            run(interrupts)
        except KeyboardInterrupt:
            sys.exit(EXIT_CODE)
        except Exception:
            if not interrupts.asked:
                raise
            sys.exit(EXIT_CODE)  # an import that was broken off


if __name__ == "__main__":
    main()
