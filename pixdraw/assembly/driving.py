"""Running a session to its end, with every event handed to its sinks."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator, Sequence
from typing import Any

from pixdraw.engine.animation import Animation
from pixdraw.engine.memory import memory_advice_outside_steps
from pixdraw.engine.session import Session
from pixdraw.errors import FileError, OutOfMemory, PixdrawError, brief, is_out_of_memory
from pixdraw.events import Event, Finished
from pixdraw.interrupts import shielded

Sink = Callable[[Event, Any], None]
"""Listens to a session or an animation."""


def drive(session: Session | Animation, sinks: Sequence[Sink]) -> Generator[Event, None, None]:
    """Run the session and hand every event to all sinks; however it ends, they still save what is drawn."""
    try:
        for event in session.run():
            for sink in sinks:
                sink(event, session)
            yield event
    except BaseException as error:
        early = isinstance(error, KeyboardInterrupt | GeneratorExit)
        with shielded():
            others = _end(session, sinks, "interrupted" if early else "failed")
        if early and others:  # nobody is to believe that all is saved
            raise others[0] from error
        for other in others:  # the first error is the one to raise
            if str(other) not in (str(error), brief(error)):
                warnings.warn(str(other), stacklevel=2)
        if isinstance(error, PixdrawError) or not is_out_of_memory(error):
            raise
        raise OutOfMemory(memory_advice_outside_steps(session.settings, "while pictures were saved")) from error


def _end(session: Session | Animation, sinks: Sequence[Sink], reason: str) -> list[PixdrawError]:
    """Tell every sink that the run ended, whatever becomes of the others; return what went wrong."""
    errors: list[PixdrawError] = []
    for sink in sinks:
        try:
            sink(Finished(session.step, session.total, reason), session)
        except PixdrawError as error:
            errors.append(error)
        except Exception as error:
            if is_out_of_memory(error):
                errors.append(OutOfMemory(memory_advice_outside_steps(session.settings, "while pictures were saved")))
            else:
                errors.append(FileError(brief(error)))
    return errors
