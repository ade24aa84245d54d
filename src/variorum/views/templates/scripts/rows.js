"use strict";
// Rows: filters that hide what is not asked for, and links that lead to one row.
(() => {
  const items = [...document.querySelectorAll(".item[data-ids]")];
  const choices = [...document.querySelectorAll("select[data-by]")];
  const count = document.getElementById("filter-count");
  const clear = document.getElementById("clear");
  const marks = [...document.querySelectorAll(".columns .m[data-u]")];
  const words = (text) => (text || "").split(" ").filter(Boolean);

  // A row stays where every choice is among what it has.
  const fits = (item) => choices.every(({ value, dataset }) => !value || words(item.dataset[dataset.by]).includes(value));

  function filter() {
    const active = choices.some((choice) => choice.value);
    const shown = new Set();
    let rows = 0;
    for (const item of items) {
      const on = !active || fits(item);
      item.classList.toggle("filtered-out", !on);
      if (on) for (const id of words(item.dataset.ids)) shown.add(id);
      rows += on ? words(item.dataset.ids).length : 0;
    }
    for (const mark of marks) mark.classList.toggle("off", active && !words(mark.dataset.u).some((id) => shown.has(id)));
    for (const section of document.querySelectorAll("main > section")) {
      const own = [...section.querySelectorAll(".item[data-ids]")];
      section.classList.toggle("no-rows", own.length > 0 && own.every((item) => item.classList.contains("filtered-out")));
      for (const list of section.querySelectorAll("details.fold, .alone-report"))
        if (active && list.querySelector(".item:not(.filtered-out)")) list.open = true;
    }
    // What a heading stands over, and nothing of it fits, goes with it.
    for (const group of document.querySelectorAll("ol.cards, ul.plain, ul.rows")) {
      const own = [...group.children].filter((child) => child.matches(".item"));
      const empty = own.length > 0 && own.every((item) => item.classList.contains("filtered-out"));
      const heading = group.previousElementSibling;
      if (heading && heading.matches("h3.speaker, h4")) heading.classList.toggle("filtered-out", empty);
    }
    count.textContent = active ? `${rows} of ${total} rows fit.` : `All ${total} rows are shown.`;
    clear.hidden = !active;
    document.dispatchEvent(new CustomEvent("rows-filtered"));
  }

  const total = items.reduce((sum, item) => sum + words(item.dataset.ids).length, 0);

  function reset() {
    for (const choice of choices) choice.value = "";
    filter();
  }

  for (const choice of choices) choice.addEventListener("change", filter);
  if (clear) clear.addEventListener("click", reset);

  // Open whatever a row is folded in, show it where a filter hides it, and put the focus on it.
  function reveal(id) {
    const target = id && document.getElementById(id);
    if (!target || !target.matches(".item, .spot, .line, tr, main > section")) return false;
    if (target.closest(".filtered-out")) reset();
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    const own = target.querySelector(":scope > details");
    if (own && target.matches(".item")) own.open = true;
    if (target.matches(".line-alone")) target.closest(".account").querySelector(".with-alone").checked = true;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.scrollIntoView({ block: target.matches("section") ? "start" : "center", behavior: "auto" });
    target.focus({ preventScroll: true });
    return true;
  }

  const fragment = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };
  window.addEventListener("hashchange", () => reveal(fragment()));
  if (location.hash) reveal(fragment());

  // On a narrow page the tools are folded until they are asked for, on a phone what is said of the reports too.
  for (const [part, width] of [["tools", "67.99rem"], ["about-reports", "40rem"]]) {
    const folded = document.querySelector(`details.${part}`);
    if (folded && window.matchMedia(`(max-width: ${width})`).matches) folded.open = false;
  }
})();
