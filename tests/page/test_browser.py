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
from tests.sprite_generators import build_in

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [NEEDS_GRADIO, pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path")]

PATIENCE_MS = 500_000
SMALL = "size: [64, 64]\nnum_cuts: 1\ninit: none\npriors: none\npixel_hard_alpha: true\n"
NAMELESS = """() => [...document.querySelectorAll('button, input, textarea, select, a, [tabindex="0"]')].filter(
  one => one.offsetParent && !(one.innerText || one.getAttribute('aria-label') || one.labels?.length || one.title)
).map(one => one.outerHTML.slice(0, 200))"""
"""Controls in sight that a screen reader has no name for."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    from pixdraw.page.server import serve

    with pytest.MonkeyPatch.context() as patched:
        build_in(patched)
        with serve(easel=easel(every_s=0.2), at_once=1, waiting=1) as running:
            yield running.url


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def tab(chromium: Any, url: str) -> Any:
    """Shared by the tests: it takes seconds until a page of Gradio is there."""
    return opened(chromium, url, 1280)


@pytest.fixture(scope="module")
def other(chromium: Any, url: str) -> Any:
    return opened(chromium, url, 1280)


@pytest.fixture(scope="module")
def phone(chromium: Any, url: str) -> Any:
    return opened(chromium, url, 390)


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


def draw(page: Any, prompt: str, iterations: int = 1) -> None:
    page.get_by_role("tab", name="Draw").click()
    for name, shown in (("More settings", "#field-iterations"), ("Every other setting", "#added-settings")):
        if not page.locator(shown).is_visible():
            page.get_by_role("button", name=name).click()
    for label, value in (
        ("Prompts", prompt), ("Seed", "1"), ("Iterations", str(iterations)), ("Added settings", SMALL)
    ):  # fmt: skip
        page.get_by_label(label, exact=True).fill(value)
    for label, value in (("Pixel size", "8x8"), ("Palette", "")):
        page.get_by_label(label, exact=True).fill(value)
        page.get_by_label(label, exact=True).press("Enter")
    press(page, "draw")


def press(page: Any, button: str) -> None:
    """Press a button; what the status said before counts no more."""
    page.evaluate("document.querySelector('#status .line')?.classList.add('old')")
    page.locator(f"#{button}").click()


def until(page: Any, words: str) -> None:
    page.locator("#status .line:not(.old)", has_text=words).wait_for()


def rest(page: Any) -> None:
    """Wait until there is nothing to stop."""
    page.wait_for_function("document.querySelector('#stop').disabled")


def fetch(page: Any, kind: str) -> bytes:
    with page.expect_download() as fetched:
        page.locator(f"#get-{kind}").click()
    return Path(fetched.value.path()).read_bytes()


def in_gallery(page: Any) -> int:
    return int(page.locator("#gallery img").count())


def gallery_has(page: Any, count: int) -> None:
    """Wait until the gallery shows so many pictures: it does so a moment after the status says that they are there."""
    page.wait_for_function("count => document.querySelectorAll('#gallery img').length === count", arg=count)


def ended(page: Any, words: str, count: int) -> None:
    """Wait until a drawing ended with such words, and the gallery shows so many pictures."""
    until(page, words)
    rest(page)
    gallery_has(page, count)


def shot(page: Any, name: str) -> None:
    if folder := os.environ.get("PIXDRAW_SHOTS"):
        page.wait_for_timeout(500)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_it_draws_and_shows_crisp_pixels_and_asks_no_other_host(tab: Any) -> None:
    draw(tab, "a red heart", iterations=3)
    until(tab, "Done: 3 of 3 steps")
    rest(tab)
    picture = tab.locator("#stage img")
    assert picture.get_attribute("alt") == "a red heart, seed 1"
    assert picture.evaluate("one => getComputedStyle(one).imageRendering") == "pixelated"
    signs = {
        "png": b"PNG", "sprite": b"PNG", "svg": b"<svg", "sheet": b"PNG", "aseprite": b"\xe0\xa5", "zip": b"PK"
    }  # fmt: skip
    assert all(sign in fetch(tab, kind)[:200] for kind, sign in signs.items())
    assert Image.open(io.BytesIO(fetch(tab, "sprite"))).size == (8, 8)
    gallery_has(tab, 1)
    assert tab.others == []
    shot(tab, "drawn")


def test_variations_and_a_grid(tab: Any) -> None:
    before = in_gallery(tab)
    draw(tab, "a red heart")
    ended(tab, "Done", before + 1)
    tab.get_by_role("tab", name="Change").click()
    tab.get_by_label("Variations", exact=True).fill("2")
    press(tab, "vary")
    ended(tab, "Done", before + 3)
    tab.get_by_role("tab", name="Grid").click()
    tab.get_by_label("Values of the columns", exact=True).fill("1, 2")
    tab.get_by_label("Rows", exact=True).fill("palette")
    tab.get_by_label("Rows", exact=True).press("Enter")
    tab.get_by_label("Values of the rows", exact=True).fill("pico-8; game-boy")
    press(tab, "grid")
    ended(tab, "Done: 4 pictures", before + 4)
    assert fetch(tab, "html").startswith(b"<!doctype html>") and tab.locator("#get-svg").is_hidden()
    shot(tab, "grid")


def test_a_dropped_picture_restores_its_settings_and_a_mask_is_painted(tab: Any, tmp_path: Path) -> None:
    count = in_gallery(tab)
    draw(tab, "a gold coin", iterations=2)
    ended(tab, "Done: 2 of 2", count + 1)
    (tmp_path / "coin.png").write_bytes(fetch(tab, "png"))
    tab.get_by_label("Prompts", exact=True).fill("something else")
    drop(tab, tmp_path / "coin.png")
    tab.get_by_text("Drawn by pixdraw").wait_for()
    tab.get_by_role("tab", name="Draw").click()
    assert tab.get_by_label("Prompts", exact=True).input_value() == "something else"  # used only when asked for
    tab.get_by_role("tab", name="Open").click()
    shot(tab, "opened")
    press(tab, "restore")
    until(tab, "filled in")
    tab.get_by_role("tab", name="Draw").click()
    assert tab.get_by_label("Prompts", exact=True).input_value() == "a gold coin"
    tab.get_by_role("tab", name="Change").click()
    gallery_has(tab, count + 2)
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
    press(tab, "redraw")
    ended(tab, "Done", count + 3)
    assert tab.locator("#stage img").get_attribute("src") != before
    shot(tab, "redrawn")


def test_what_is_no_picture_is_refused_in_one_line(tab: Any, tmp_path: Path) -> None:
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 50000, 50000, 8, 2, 0, 0, 0))
    bomb += chunk(b"IDAT", zlib.compress(bytes(10**6))) + chunk(b"IEND", b"")
    count = in_gallery(tab)
    for name, data, told in (("text.png", b"hello", "not a readable picture"), ("bomb.png", bomb, "too large")):
        (tmp_path / name).write_bytes(data)
        drop(tab, tmp_path / name)
        until(tab, told)
        assert "init_image" not in tab.locator("#status").inner_text() and tab.locator("#restore").is_disabled()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "film.gif", save_all=True, append_images=frames[1:])
    drop(tab, tmp_path / "film.gif")
    tab.get_by_text("It holds no settings of pixdraw").wait_for()
    gallery_has(tab, count + 1)


def drop(page: Any, file: Path) -> None:
    page.get_by_role("tab", name="Open").click()
    if page.locator("#open").get_by_label("Clear").count():
        page.locator("#open").get_by_label("Clear").click()
        page.locator("#open").get_by_text("Click to Upload").wait_for()
    page.locator("#open input[type=file]").set_input_files(file)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_the_palette_editor_and_mistakes(tab: Any) -> None:
    tab.get_by_role("tab", name="Palette").click()
    assert tab.locator("#palette-editor input[type=color]").count() == 16
    tab.get_by_role("button", name="Remove colour 1, #000000").click()
    assert tab.locator("#palette-editor input[type=color]").count() == 15
    shot(tab, "palette")
    tab.locator("#use-palette").click()
    tab.get_by_role("tab", name="Draw").click()
    tab.wait_for_function("document.querySelector('#field-palette input').value.startsWith('[#')")
    tab.get_by_label("Prompts", exact=True).fill("")
    press(tab, "draw")
    until(tab, "the prompt is empty")
    rest(tab)
    assert tab.locator("#status [role=alert]").count() == 1


def test_a_phone_and_a_keyboard_will_do(phone: Any) -> None:
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    draw(phone, "a red heart")
    until(phone, "Done")
    rest(phone)
    shot(phone, "phone")
    for name in ("Change", "Grid", "Palette", "Open", "Draw"):
        phone.get_by_role("tab", name=name).click()
        assert phone.evaluate(NAMELESS) == [], name
    phone.get_by_label("Prompts", exact=True).focus()
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.id") == "draw"
    phone.get_by_label("Prompts", exact=True).fill("")
    press(phone, "draw")
    until(phone, "the prompt is empty")
    assert phone.locator("#status [role=alert]").evaluate("one => one.getBoundingClientRect().bottom <= innerHeight")


def test_it_grows_and_stops_while_another_tab_waits_and_a_third_is_refused(tab: Any, other: Any, phone: Any) -> None:
    counts = [in_gallery(page) for page in (tab, other)]
    draw(tab, "a green apple", iterations=100000)
    until(tab, "of 100000")
    first = tab.locator("#stage img").get_attribute("src")
    tab.wait_for_function("before => document.querySelector('#stage img').src !== before", arg=first)
    assert tab.locator("#stop").is_enabled()
    with other.expect_response(lambda answer: "/queue/join" in answer.url):  # the one place in the queue is taken
        draw(other, "a blue star")
    until(other, "Waiting for its turn")
    draw(phone, "a gold coin")
    until(phone, "the queue is full, so this was not drawn: try again")
    rest(phone)
    assert phone.locator("#status [role=alert]").count() == 1
    tab.locator("#stop").click()
    until(tab, "Stopped; showing the picture so far")
    until(other, "Done")
    for page, words, count in ((tab, "a green apple, seed 1", counts[0]), (other, "a blue star, seed 1", counts[1])):
        rest(page)
        gallery_has(page, count + 1)
        assert page.locator("#stage img").get_attribute("alt") == words
        assert words in page.locator("#chosen").inner_text()
    shot(phone, "full")
