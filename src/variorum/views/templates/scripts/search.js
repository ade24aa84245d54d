"use strict";
// Search in the texts: a list of places, each leading into the reader; the words are marked without touching the text.
(() => {
  const box = document.getElementById("search");
  const list = document.getElementById("found");
  const count = document.getElementById("search-count");
  if (!box || !list) return;
  const SHOWN = 40;
  const AROUND = 40;
  // Case, accents and kinds of apostrophe make no difference; one letter stays one letter, so that places stay true.
  const folded = (text) =>
    [...text].map((letter) => {
      const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("’", "'");
      return plain.length === letter.length ? plain : letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter;
    }).join("");
  const paragraphs = [];
  for (const column of document.querySelectorAll(".column"))
    for (const paragraph of column.querySelectorAll(".column-text > p"))
      paragraphs.push({ siglum: column.dataset.siglum, paragraph, text: null, plain: null });

  function places(wanted) {
    const found = [];
    for (const entry of paragraphs) {
      entry.text ??= entry.paragraph.textContent;
      entry.plain ??= folded(entry.text);
      for (let at = entry.plain.indexOf(wanted); at >= 0; at = entry.plain.indexOf(wanted, at + wanted.length))
        found.push({ entry, at, end: at + wanted.length });
    }
    return found;
  }

  // The range of a place: from the text nodes that hold its first and last letter.
  function rangeOf({ entry, at, end }) {
    const walker = document.createTreeWalker(entry.paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let done = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const next = done + node.length;
      if (!begun && at < next) {
        range.setStart(node, at - done);
        begun = true;
      }
      if (begun && end <= next) {
        range.setEnd(node, end - done);
        return range;
      }
      done = next;
    }
    return null;
  }

  function button(place) {
    const { entry, at, end } = place;
    const made = document.createElement("button");
    made.type = "button";
    const sign = document.createElement("span");
    sign.className = "sig";
    sign.textContent = entry.siglum;
    const hit = document.createElement("mark");
    hit.textContent = entry.text.slice(at, end);
    const before = entry.text.slice(Math.max(0, at - AROUND), at);
    made.append(sign, ` ${at > AROUND ? "…" : ""}${before}`, hit, `${entry.text.slice(end, end + AROUND)}…`);
    made.addEventListener("click", () => {
      const range = rangeOf(place);
      const piece = range && range.startContainer.parentElement.closest("[data-s]");
      if (piece) document.dispatchEvent(new CustomEvent("read-at", { detail: { piece } }));
    });
    const item = document.createElement("li");
    item.append(made);
    return item;
  }

  function search() {
    const wanted = folded(box.value.trim());
    const found = wanted.length > 1 ? places(wanted) : [];
    list.replaceChildren(...found.slice(0, SHOWN).map(button));
    const texts = new Set(found.map(({ entry }) => entry.siglum)).size;
    if (wanted.length < 2) count.textContent = "";
    else if (!found.length) count.textContent = "In none of the texts.";
    else count.textContent = `${found.length} place${found.length > 1 ? "s" : ""} in ${texts} report${texts > 1 ? "s" : ""}${found.length > SHOWN ? `, the first ${SHOWN} listed` : ""}.`;
    if (!CSS.highlights) return;
    CSS.highlights.delete("search");
    const ranges = found.slice(0, 2000).map(rangeOf).filter(Boolean);
    if (ranges.length) CSS.highlights.set("search", new Highlight(...ranges));
  }

  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      // Without this the same press would press the first place as well.
      event.preventDefault();
      clearTimeout(waiting);
      search();
      const first = list.querySelector("button");
      if (first) first.focus();
    }
  });
})();
