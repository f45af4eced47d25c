// Fields are named by their label alone, and described by their help: screen readers would read both as the name.
() => {
  let asked = false;
  const name = () => {
    asked = false;
    for (const label of document.querySelectorAll("[data-testid=block-info]")) {
      const block = label.closest(".block");
      const help = label.parentElement.querySelector(".info-text");
      if (help && !help.id) help.id = `help-${block?.id || Math.random().toString(36).slice(2)}`;
      for (const field of block?.querySelectorAll("input:not([type=checkbox]), textarea, select") || []) {
        const amount = field.type === "number" && block.querySelector("[type=range]");
        field.setAttribute("aria-label", label.innerText.trim() + (amount ? " as a number" : ""));
        if (help) field.setAttribute("aria-describedby", help.id);
      }
    }
  };
  new MutationObserver(() => {
    if (!asked) requestAnimationFrame(name);
    asked = true;
  }).observe(document.body, { childList: true, subtree: true });
  name();
}
