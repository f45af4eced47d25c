// The brush: cells of a picture are painted with mouse, finger or keys; value.painted is a text of 0 and 1 for each.
const state = { erase: false, size: 2, at: [0, 0], cells: null, down: false };
const find = (what) => element.querySelector(what);

function cells() {
  const { columns, rows, painted } = props.value;
  if (!state.cells || state.cells.length !== columns * rows) {
    state.cells = Array.from(painted || "0".repeat(columns * rows), Number);
  }
  return state.cells;
}

function draw() {
  const { columns, rows } = props.value;
  const painted = cells();
  let path = "";
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (painted[row * columns + column]) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  find(".painted")?.setAttribute("d", path);
  find(".cursor")?.setAttribute("x", state.at[0]);
  find(".cursor")?.setAttribute("y", state.at[1]);
  find("[data-act=paint]")?.setAttribute("aria-pressed", String(!state.erase));
  find("[data-act=erase]")?.setAttribute("aria-pressed", String(state.erase));
  const count = painted.reduce((sum, one) => sum + one, 0);
  const told = `${count} of ${painted.length} cells are drawn anew`;
  if (find(".told") && find(".told").textContent !== told) find(".told").textContent = told;
}

function keep() {
  props.value = { ...props.value, painted: cells().join("") };
  trigger("change");
  requestAnimationFrame(draw);
}

function dab(column, row) {
  const { columns, rows } = props.value;
  const before = Math.floor((state.size - 1) / 2);
  for (let y = row - before; y < row - before + state.size; y++) {
    for (let x = column - before; x < column - before + state.size; x++) {
      if (x >= 0 && y >= 0 && x < columns && y < rows) cells()[y * columns + x] = state.erase ? 0 : 1;
    }
  }
  state.at = [column, row];
  draw();
}

function under(event) {
  const box = find(".frame").getBoundingClientRect();
  const { columns, rows } = props.value;
  const part = (value, most) => Math.min(most - 1, Math.max(0, Math.floor(value * most)));
  return [part((event.clientX - box.left) / box.width, columns), part((event.clientY - box.top) / box.height, rows)];
}

function line(from, to) {
  const steps = Math.max(1, Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
  for (let step = 1; step <= steps; step++) {
    dab(...from.map((start, axis) => Math.round(start + ((to[axis] - start) * step) / steps)));
  }
}

element.addEventListener("pointerdown", (event) => {
  if (!event.target.closest(".frame") || event.button > 0) return;
  event.preventDefault();
  find(".frame").focus();
  find(".frame").setPointerCapture(event.pointerId);
  state.down = true;
  dab(...under(event));
});
element.addEventListener("pointermove", (event) => {
  if (state.down) line(state.at, under(event));
});
for (const end of ["pointerup", "pointercancel"]) {
  element.addEventListener(end, () => {
    if (state.down) keep();
    state.down = false;
  });
}
element.addEventListener("keydown", (event) => {
  if (!event.target.closest(".frame")) return;
  const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const most = [props.value.columns - 1, props.value.rows - 1];
  if (move) {
    state.at = state.at.map((value, axis) => Math.min(most[axis], Math.max(0, value + move[axis])));
    draw();
  } else if (event.key === " " || event.key === "Enter") {
    dab(...state.at);
    keep();
  } else {
    return;
  }
  event.preventDefault();
});
element.addEventListener("input", (event) => {
  if (event.target.dataset.act === "size") state.size = Number(event.target.value);
});
element.addEventListener("click", (event) => {
  const act = event.target.dataset.act;
  if (act === "paint" || act === "erase") {
    state.erase = act === "erase";
    draw();
  } else if (act === "clear" || act === "invert") {
    state.cells = cells().map((one) => (act === "clear" ? 0 : 1 - one));
    keep();
  }
});
watch("value", () => {
  if (!props.value.painted) state.cells = null;
  requestAnimationFrame(draw);
});
draw();
