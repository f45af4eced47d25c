"""The page in a browser: Playwright drives the Chromium of this machine, where there are both.

`pip install playwright` and a `chromium` on the path (Debian's package, for one); then
`python -m pytest -m browser`. PIXDRAW_SHOTS names a folder for screenshots.
"""

import io
import os
import shutil
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.page.small import NEEDS_GRADIO, easel

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [NEEDS_GRADIO, pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path")]

PATIENCE_MS = 300_000
SMALL = "size: [64, 64]\nnum_cuts: 1\ninit: none\npriors: none\n"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    from pixdraw.page.server import serve

    with serve(easel=easel(every_s=0.2)) as running:
        yield running.url


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any, url: str) -> Iterator[Any]:
    page = opened(chromium, url, 1280)
    yield page
    page.close()


def opened(chromium: Any, url: str, width: int) -> Any:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.set_default_timeout(PATIENCE_MS)
    page.others = []
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((url, "data:", "blob:")) else page.others.append(asked.url),
    )
    page.on("pageerror", lambda error: page.others.append(str(error)))
    page.goto(url)
    page.wait_for_selector("#draw")
    assert page.locator("#stop").is_disabled()  # nothing is drawn yet
    return page


def draw(page: Any, prompt: str, iterations: int = 3, cells: str = "8x8") -> None:
    page.get_by_role("tab", name="Draw").click()
    page.get_by_label("Prompts", exact=True).fill(prompt)
    page.get_by_label("Seed", exact=True).fill("1")
    more = page.get_by_role("button", name="Every other setting")
    if not page.locator("#added-settings").is_visible():
        more.click()
    page.get_by_label("Added settings", exact=True).fill(f"{SMALL}pixel_hard_alpha: true\n")
    if not page.locator("#field-iterations").is_visible():
        page.get_by_role("button", name="More settings").click()
    page.get_by_label("Iterations", exact=True).fill(str(iterations))
    page.locator("#field-pixel_size input").fill(cells)
    page.locator("#field-pixel_size input").press("Enter")
    page.locator("#draw").click()


def rest(page: Any) -> None:
    """Wait until the tab can draw again, and there is nothing to stop."""
    page.wait_for_function("document.querySelector('#stop').disabled && !document.querySelector('#draw').disabled")


def fetch(page: Any, kind: str) -> bytes:
    with page.expect_download() as fetched:
        page.locator(f"#get-{kind}").click()
    return Path(fetched.value.path()).read_bytes()


def until(page: Any, words: str) -> None:
    page.locator("#status", has_text=words).wait_for()


def shot(page: Any, name: str) -> None:
    if folder := os.environ.get("PIXDRAW_SHOTS"):
        page.wait_for_timeout(500)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_it_draws_and_shows_crisp_pixels_and_asks_no_other_host(tab: Any) -> None:
    draw(tab, "a red heart")
    until(tab, "Done: 3 of 3 steps")
    picture = tab.locator("#stage img")
    assert picture.get_attribute("alt") == "a red heart, seed 1"
    assert picture.evaluate("one => getComputedStyle(one).imageRendering") == "pixelated"
    signs = {
        "png": b"PNG", "sprite": b"PNG", "svg": b"<svg", "sheet": b"PNG", "aseprite": b"\xe0\xa5", "zip": b"PK"
    }  # fmt: skip
    assert all(sign in fetch(tab, kind)[:200] for kind, sign in signs.items())
    assert Image.open(io.BytesIO(fetch(tab, "sprite"))).size == (8, 8)
    assert tab.locator("#gallery img").count() == 1 and tab.others == []
    shot(tab, "drawn")


def test_it_grows_and_stops(tab: Any) -> None:
    draw(tab, "a green apple", iterations=5000)
    until(tab, "of 5000")
    first = tab.locator("#stage img").get_attribute("src")
    tab.wait_for_function("before => document.querySelector('#stage img').src !== before", arg=first)
    assert tab.locator("#draw").is_disabled() and tab.locator("#vary").is_disabled()
    tab.locator("#stop").click()
    until(tab, "Stopped; this is how far it came")
    rest(tab)
    assert tab.locator("#gallery img").count() == 1


def test_two_tabs_never_mix(tab: Any, chromium: Any, url: str) -> None:
    other = opened(chromium, url, 1280)
    draw(tab, "a red heart", iterations=40)
    draw(other, "a blue star", iterations=4)
    until(other, "Done")
    until(tab, "Done: 40 of 40")
    for page, words in ((tab, "a red heart, seed 1"), (other, "a blue star, seed 1")):
        assert page.locator("#stage img").get_attribute("alt") == words
        assert page.locator("#gallery img").count() == 1 and words in page.locator("#chosen").inner_text()
    other.close()


def test_a_dropped_picture_restores_its_settings_and_a_mask_is_painted(tab: Any, tmp_path: Path) -> None:
    draw(tab, "a gold coin", iterations=2)
    until(tab, "Done")
    (tmp_path / "coin.png").write_bytes(fetch(tab, "png"))
    tab.reload()
    tab.wait_for_selector("#draw")
    tab.get_by_role("tab", name="Open").click()
    tab.locator("#open input[type=file]").set_input_files(tmp_path / "coin.png")
    tab.get_by_text("Drawn by pixdraw").wait_for()
    assert tab.locator("#prompts textarea").input_value() == ""  # nothing is used before it is asked for
    shot(tab, "opened")
    tab.locator("#restore").click()
    until(tab, "filled in")
    tab.get_by_role("tab", name="Draw").click()
    assert tab.locator("#prompts textarea").input_value() == "a gold coin"
    tab.get_by_role("tab", name="Change").click()
    frame = tab.locator("#brush .frame")
    before = tab.locator("#stage img").get_attribute("src")
    box = frame.bounding_box()
    tab.mouse.move(box["x"] + 5, box["y"] + 5)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] * 0.45, box["y"] + 5, steps=4)
    tab.mouse.up()
    frame.press("ArrowDown")
    frame.press(" ")
    assert not tab.locator("#brush .told").inner_text().startswith("0 of")
    shot(tab, "brush")
    tab.get_by_label("Prompt of the painted part", exact=True).fill("a crown")
    tab.locator("#redraw").click()
    until(tab, "Done")
    assert tab.locator("#stage img").get_attribute("src") != before and tab.locator("#gallery img").count() == 2
    shot(tab, "redrawn")


def test_variations_and_a_grid(tab: Any) -> None:
    draw(tab, "a red heart", iterations=1)
    until(tab, "Done")
    rest(tab)
    tab.get_by_role("tab", name="Change").click()
    tab.get_by_label("Variations", exact=True).fill("2")
    tab.locator("#vary").click()
    tab.wait_for_function("document.querySelectorAll('#gallery img').length === 3")
    rest(tab)
    tab.get_by_role("tab", name="Grid").click()
    tab.get_by_label("Values of the columns", exact=True).fill("1, 2")
    tab.locator("#rows input").fill("palette")
    tab.locator("#rows input").press("Enter")
    tab.get_by_label("Values of the rows", exact=True).fill("pico-8; game-boy")
    tab.locator("#grid").click()
    until(tab, "Done: 4 pictures")
    assert b"<html" in fetch(tab, "html") and tab.locator("#get-svg").is_hidden()
    shot(tab, "grid")


def test_what_is_no_picture_is_refused_in_one_line(tab: Any, tmp_path: Path) -> None:
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 50000, 50000, 8, 2, 0, 0, 0))
    files = {"text.png": (b"hello", "no readable picture"), "bomb.png": (bomb, "too large")}
    tab.get_by_role("tab", name="Open").click()
    for name, (data, told) in files.items():
        (tmp_path / name).write_bytes(data)
        tab.locator("#open input[type=file]").set_input_files(tmp_path / name)
        until(tab, told)
        assert "init_image" not in tab.locator("#status").inner_text() and tab.locator("#restore").is_disabled()
        tab.locator("#open").get_by_label("Clear").click()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "film.gif", save_all=True, append_images=frames[1:])
    tab.locator("#open input[type=file]").set_input_files(tmp_path / "film.gif")
    tab.get_by_text("It holds no settings of pixdraw").wait_for()
    assert tab.locator("#gallery img").count() == 1


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_people_wait_in_a_line_that_is_bounded(chromium: Any) -> None:
    from pixdraw.page.server import serve

    with serve(easel=easel(every_s=0.2), at_once=1, waiting=1) as running:
        drawing, waiting, refused = (opened(chromium, running.url, 1280) for _ in range(3))
        draw(drawing, "a red heart", iterations=100000)
        until(drawing, "of 100000")
        draw(waiting, "a blue star", iterations=1)
        until(waiting, "Waiting for its turn")
        draw(refused, "a gold coin", iterations=1)
        until(refused, "too many drawings are waiting")
        rest(refused)
        drawing.locator("#stop").click()
        until(waiting, "Done")
        assert waiting.locator("#stage img").get_attribute("alt") == "a blue star, seed 1"
        for page in (drawing, waiting, refused):
            page.close()


def test_the_palette_editor_and_mistakes(tab: Any) -> None:
    tab.get_by_role("tab", name="Palette").click()
    assert tab.locator("#palette-editor input[type=color]").count() == 16
    tab.get_by_role("button", name="Remove colour 1, #000000").click()
    assert tab.locator("#palette-editor input[type=color]").count() == 15
    shot(tab, "palette")
    tab.locator("#use-palette").click()
    tab.get_by_role("tab", name="Draw").click()
    tab.wait_for_function("document.querySelector('#field-palette input').value.startsWith('[#')")
    tab.locator("#draw").click()
    until(tab, "the prompt is empty")
    rest(tab)
    assert tab.locator("#status [role=alert]").count() == 1


def test_a_phone_and_a_keyboard_will_do(chromium: Any, url: str) -> None:
    page = opened(chromium, url, 390)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    draw(page, "a red heart")
    until(page, "Done")
    shot(page, "phone")
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, textarea, select, a')].filter(one => one.offsetParent &&
        !(one.innerText || one.getAttribute('aria-label') || one.labels?.length || one.title || one.closest('label')))
        .map(one => one.outerHTML.slice(0, 200))"""
    )
    assert nameless == []
    page.locator("#prompts textarea").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "draw"
    page.close()
