"""What a batch has drawn, as a table for programs and a page for people."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from pixdraw.claims import alone
from pixdraw.imaging.files import write_atomic
from pixdraw.imaging.folders import is_picture
from pixdraw.tools.many.folder import Done, Folder
from pixdraw.tools.many.rows import Row

CSV, HTML = "report.csv", "report.html"
COLUMNS = ("list", "line", "state", "prompts", "seed", "files", "seconds", "steps", "ended", "key", "error")
DRAWN, FAILED, WAITING = "drawn", "failed", "waiting"
THUMBNAIL = 128
_STYLE = (
    "body{font-family:sans-serif;margin:1.5rem}table{border-collapse:collapse}"
    "td,th{padding:4px 10px;text-align:left;vertical-align:top;border-top:1px solid #ccc}"
    f"img{{width:{THUMBNAIL}px;image-rendering:pixelated;background:#eee;margin-right:4px}}"
    ".failed{color:#a00}.waiting{color:#666}code{font-size:.85em}"
)


def write_report(rows: Sequence[Row], folder: Folder) -> tuple[Path, Path]:
    """Write both files, of what any program has drawn of these rows so far, and return them.

    The one that writes last tells of all; a report that is there is replaced. Raises FileError.
    """
    with alone(folder.path):
        told = [_told(row, folder) for row in rows]
        table, page = folder.path / CSV, folder.path / HTML
        write_atomic(table, _table(told).encode())
        write_atomic(page, _page(told).encode())
    return page, table


def _told(row: Row, folder: Folder) -> dict[str, str]:
    done = folder.done(row.key)
    error = "" if done else folder.failure(row.key)
    return {
        "list": row.file,
        "line": str(row.line),
        "state": DRAWN if done else FAILED if error else WAITING,
        "prompts": " / ".join(row.settings.prompts),
        "seed": ",".join(map(str, row.settings.seed)),
        **_drawn(done),
        "key": row.key,
        "error": error,
    }


def _drawn(done: Done | None) -> dict[str, str]:
    if done is None:
        return dict.fromkeys(("files", "seconds", "steps", "ended"), "")
    return {
        "files": "\n".join(done.files),
        "seconds": f"{done.seconds:g}",
        "steps": str(done.steps),
        "ended": done.reason,
    }


def _table(told: Sequence[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _unread(value) for name, value in row.items()} for row in told)
    return out.getvalue()


def _unread(value: str) -> str:
    """Return a cell that a spreadsheet shows, and does not take for a formula."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value


def _page(told: Sequence[dict[str, str]]) -> str:
    counts = {state: sum(row["state"] == state for row in told) for state in (DRAWN, FAILED, WAITING)}
    seconds = sum(float(row["seconds"] or 0) for row in {row["key"]: row for row in told}.values())
    summary = ", ".join(f"{count} {state}" for state, count in counts.items() if count or state == DRAWN)
    head = "".join(f"<th>{name}</th>" for name in ("row", "pictures", "prompt", "seed", "s", "state"))
    body = "".join(map(_row, told))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>pixdraw batch</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f"<h1>{len(told)} rows: {summary}</h1><p>{seconds:.0f} s of drawing; "
        f'<a href="{CSV}">the same as a table</a></p><table><tr>{head}</tr>{body}</table></html>\n'
    )


def _row(row: dict[str, str]) -> str:
    names = row["files"].split("\n") if row["files"] else []
    pictures = [name for name in names if is_picture(name) or name.endswith(".svg")]
    others = [name for name in names if name not in pictures]
    shown = "".join(
        f'<a href="{quote(name)}"><img loading="lazy" alt="{html.escape(row["prompts"])}" src="{quote(name)}"></a>'
        for name in pictures
    )
    linked = " ".join(f'<a href="{quote(name)}">{html.escape(name)}</a>' for name in others)
    state = html.escape(row["state"] + (f": {row['error']}" if row["error"] else ""))
    return (
        f"<tr><td>{html.escape(Path(row['list']).name)} {row['line']}</td><td>{shown}{linked}</td>"
        f"<td>{html.escape(row['prompts'])}</td><td>{row['seed']}</td><td>{row['seconds']}</td>"
        f'<td class="{row["state"]}">{state}<br><code>{row["key"]}</code></td></tr>'
    )
