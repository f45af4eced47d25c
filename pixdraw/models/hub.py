"""Files of the Hugging Face hub: from its library's cache, or fetched if the hub answers at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from pixdraw.errors import ModelError, PixdrawError, brief
from pixdraw.web import AGENT

_LOG = logging.getLogger(__name__)

CONNECT_S = 3.0
"""Seconds that the hub has to answer before a model counts as unreachable."""


class Unreachable(PixdrawError):
    """The hub did not answer, or does not have the file."""


def cache_dir() -> Path:
    """Return the folder where the hub's library keeps what it fetched: HF_HUB_CACHE, or hub in HF_HOME."""
    from huggingface_hub import constants

    return Path(constants.HF_HUB_CACHE)


def cached(repo: str, file: str) -> Path | None:
    """Return the path of a repository's file in the cache, or None; uses no network."""
    from huggingface_hub import try_to_load_from_cache

    path = try_to_load_from_cache(repo, file)
    return Path(path) if isinstance(path, str) else None


def fetch_file(repo: str, names: tuple[str, ...]) -> Path:
    """Download the first of `names` that a repository has; raises Unreachable."""
    from huggingface_hub import hf_hub_download

    name, size = _ask(repo, names)
    if size > 1e6:
        _LOG.warning("fetching %s of %s, %.0f MB, into %s", name, repo, size / 1e6, cache_dir())
    try:
        return Path(hf_hub_download(repo, name, user_agent=AGENT))
    except Exception as error:  # errors of the hub's HTTP library, which has changed between versions
        raise Unreachable(f"fetching {repo} broke off: {brief(error)}") from error


def fetch_folder(repo: str, patterns: Sequence[str], markers: tuple[str, ...]) -> Path:
    """Download a repository's files that match `patterns`, if it has one of the `markers`; raises Unreachable."""
    from huggingface_hub import snapshot_download

    _ask(repo, markers)
    try:
        return Path(snapshot_download(repo, allow_patterns=list(patterns), user_agent=AGENT))
    except Exception as error:  # as above
        raise Unreachable(f"fetching {repo} broke off: {brief(error)}") from error


def fetch_repo(repo: str, patterns: Sequence[str], markers: tuple[str, ...]) -> Path:
    """Return the local copy of a repository's files that match `patterns`, fetched unless a marker is there.

    Raises ModelError if the hub does not answer at once, or has none of the `markers`.
    """
    from huggingface_hub import snapshot_download

    try:
        if not any(cached(repo, name) for name in markers):
            _ask(repo, markers)
            return Path(snapshot_download(repo, allow_patterns=list(patterns), user_agent=AGENT))
        return Path(snapshot_download(repo, allow_patterns=list(patterns), local_files_only=True))
    except Exception as error:  # Unreachable, or an error of the hub's HTTP library
        raise ModelError(
            f"{repo} is neither a folder nor in {cache_dir()}, and {brief(error)}; check the name"
        ) from error


def _ask(repo: str, names: tuple[str, ...]) -> tuple[str, int]:
    """Return the first of `names` that the hub has, and its size; raises Unreachable after CONNECT_S at most.

    Asks in a thread of its own, because the lookup of a host's address has no timeout.
    """
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        raise Unreachable("HF_HUB_OFFLINE is set")
    answers: list[tuple[str, int] | Exception] = []
    asking = threading.Thread(target=lambda: answers.append(_first_of(repo, names)), daemon=True)
    asking.start()
    asking.join(CONNECT_S)
    if not answers:
        raise Unreachable(f"{constants.ENDPOINT} does not answer")
    if isinstance(answers[0], Exception):
        raise Unreachable(f"{constants.ENDPOINT} cannot be asked ({brief(answers[0])})") from answers[0]
    return answers[0]


def _first_of(repo: str, names: tuple[str, ...]) -> tuple[str, int] | Exception:
    from huggingface_hub import get_hf_file_metadata, hf_hub_url
    from huggingface_hub.errors import EntryNotFoundError

    last: Exception = FileNotFoundError(repo)
    for name in names:
        try:
            return name, get_hf_file_metadata(hf_hub_url(repo, name), timeout=CONNECT_S, user_agent=AGENT).size or 0
        except EntryNotFoundError as error:
            last = error
        except Exception as error:  # passed to the waiting thread, which raises it
            return error
    return last
