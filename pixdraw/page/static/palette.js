// The palette editor: value is a list of #rrggbb.
const now = () => [...(props.value || [])];
function keep(codes) {
  props.value = codes;
  trigger("change");
}
element.addEventListener("change", (event) => {
  if (event.target.dataset.at === undefined) return;
  const codes = now();
  codes[Number(event.target.dataset.at)] = event.target.value;
  keep(codes);
});
element.addEventListener("click", (event) => {
  const { remove, add } = event.target.dataset;
  if (remove !== undefined) keep(now().filter((_, at) => at !== Number(remove)));
  if (add !== undefined) keep([...now(), now().at(-1) || "#808080"]);
});
