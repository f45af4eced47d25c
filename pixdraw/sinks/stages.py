"""Finished pictures in the style of others, and larger."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor

from pixdraw.assembly.devices import pick_device
from pixdraw.events import Event, Finished
from pixdraw.imaging.files import save_png, to_uint8
from pixdraw.models.cache import shared_cache
from pixdraw.settings.model import Settings
from pixdraw.sinks.base import SessionView, note
from pixdraw.sinks.metadata import describe
from pixdraw.sinks.paths import OutputPaths
from pixdraw.stages import stylise, upscale


class StagesSink:
    """Writes what `stylise` and `upscale` make of every item at the end; a run that was broken off leaves both out.

    Raises SettingsError or FileError, before anything is drawn, for what cannot be made.
    """

    def __init__(self, paths: OutputPaths, settings: Settings) -> None:
        self.written: list[Path] = []
        self._paths, self._settings = paths, settings
        self._styles = stylise.styles_of(settings.stylise, "stylise") if settings.stylise else None
        self._grows = bool(settings.upscale or settings.upscale_model)
        if self._grows:
            width, height = settings.size
            upscale.check((height, width), settings.upscale, settings.upscale_method, settings.upscale_model)

    def __call__(self, event: Event, session: SessionView, /) -> None:
        if not isinstance(event, Finished) or event.reason in ("interrupted", "failed"):
            return
        for item, picture in enumerate(session.images()):
            made = to_uint8(picture.cpu())[None].float() / 255  # as it is saved
            if self._styles is not None:
                made = self._styled(made)
                self._save(made, item, "styled", session)
            if self._grows:
                self._save(self._enlarged(made), item, "larger", session)

    def _styled(self, picture: Tensor) -> Tensor:
        assert self._styles is not None
        settings, device, cache = self._settings, pick_device(self._settings.device), shared_cache()
        extractors = stylise.extractors_of("auto", [cache.get(one, device) for one in settings.perceptors], device)
        options = stylise.StyleOptions(settings.stylise_form, settings.stylise_content, settings.stylise_steps)
        styles, weights = self._styles
        return stylise.stylise(picture.to(device), styles, extractors, options, weights).cpu()

    def _enlarged(self, picture: Tensor) -> Tensor:
        settings = self._settings
        if settings.upscale_method in upscale.OF_CELLS and not settings.upscale_model:
            picture = upscale.native(picture)
        device = pick_device(settings.device)
        return upscale.upscale(
            picture, settings.upscale, settings.upscale_method, model=settings.upscale_model, device=device
        )

    def _save(self, picture: Tensor, item: int, kind: str, session: SessionView) -> None:
        path = self._paths.item(item, kind)
        save_png(picture, path, describe(session, item))
        note(self.written, path)
