"use strict";
// The reader: a marked passage brings its counterparts to the same height. No markup is made from text: the panel shows
// a copy of the row that the server wrote.
(() => {
  const page = document.documentElement;
  const reader = document.querySelector(".reader");
  if (!reader) return;
  page.classList.add("js");
  const columns = [...reader.querySelectorAll(".column")];
  const grid = reader.querySelector(".columns");
  const panel = reader.querySelector(".panel-body");
  const narrow = window.matchMedia("(max-width: 47.99rem)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const strength = ["contradicts", "rewords", "agrees", "uncertain", "only"];
  const textOf = (column) => column.querySelector(".column-text");
  const columnOf = (siglum) => columns.find((column) => column.dataset.siglum === siglum);
  const passages = (unit, within = reader) => [...within.querySelectorAll(`[data-u~="${CSS.escape(unit)}"]`)];
  let chosen = null;

  function showColumn(column) {
    if (column.hidden) {
      column.hidden = false;
      const box = reader.querySelector(`[data-column="${CSS.escape(column.dataset.siglum)}"]`);
      if (box) box.checked = true;
    }
    for (const other of columns) other.classList.toggle("current", other === column);
    const pick = reader.querySelector("[data-pick]");
    if (pick) pick.value = column.dataset.siglum;
    for (const tab of reader.querySelectorAll("[data-tab]"))
      tab.setAttribute("aria-pressed", String(tab.dataset.tab === column.dataset.siglum));
  }

  // Scroll one column so that the top of `passage` stands `height` px below the top of the text window; where the text
  // does not reach that far, the spacers before and after it make room.
  function bringTo(passage, height, behavior) {
    const text = textOf(passage.closest(".column"));
    const [before, after] = text.querySelectorAll(".spacer");
    const top = () => passage.getClientRects()[0].top - text.getBoundingClientRect().top + text.scrollTop;
    const old = text.scrollTop - before.offsetHeight;
    before.style.height = after.style.height = "0px";
    let want = top() - height;
    let lead = Math.max(0, -want);
    if (lead) before.style.height = `${lead}px`;
    want += lead;
    const room = () => text.scrollHeight - text.clientHeight;
    // Twice, since a text shorter than its window takes up some of the room without scrolling.
    for (let turn = 0; turn < 2 && want > room(); turn += 1)
      after.style.height = `${after.offsetHeight + want - room()}px`;
    if (behavior === "smooth") text.scrollTop = Math.max(0, old + lead);
    text.scrollTo({ top: want, behavior });
  }

  function heightOf(passage) {
    const text = textOf(passage.closest(".column"));
    return passage.getClientRects()[0].top - text.getBoundingClientRect().top;
  }

  function clear() {
    for (const old of reader.querySelectorAll(".chosen, .hit")) old.classList.remove("chosen", "hit");
  }

  // What the panel shows of a row: a copy of it, unfolded, without the ids that only the row may have.
  function copyOf(unit) {
    const row = document.getElementById(unit);
    const whole = row && (row.closest(".block") || row);
    if (!whole) return null;
    const copy = document.createElement("div");
    copy.className = "panel-row";
    copy.append(...[...whole.cloneNode(true).childNodes]);
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    for (const element of copy.querySelectorAll("[tabindex]")) element.removeAttribute("tabindex");
    for (const fold of copy.querySelectorAll("details")) {
      const head = fold.querySelector(":scope > summary");
      const parts = [...fold.childNodes].filter((part) => part !== head);
      if (fold.matches(".conflict") && head) {
        const line = document.createElement("p");
        line.className = "panel-head";
        line.append(...head.querySelector("h4").childNodes);
        parts.unshift(line);
      }
      fold.replaceWith(...parts);
    }
    return copy;
  }

  const relationOf = (unit) => document.getElementById(unit)?.closest("[data-rel]")?.dataset.rel;

  function head(unit) {
    const line = document.createElement("p");
    const key = reader.querySelector(`.hint-keys [data-key="${relationOf(unit)}"]`);
    if (key) line.append(key.cloneNode(true), " ");
    const link = document.createElement("a");
    link.href = `#${unit}`;
    link.textContent = "Go to its row";
    line.append(link);
    return line;
  }

  function fill(unit, others) {
    const copy = copyOf(unit);
    if (!copy) return;
    const parts = [head(unit), copy];
    if (others.length) {
      const more = document.createElement("p");
      more.className = "others";
      more.append("Also here:");
      for (const other of others.slice(0, 5)) {
        const words = copyOf(other);
        if (!words) continue;
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.other = other;
        const first = words.querySelector("h4, .panel-head, .words") || words;
        button.textContent = `${relationOf(other)}: ${first.textContent.replace(/\s+/g, " ").trim().slice(0, 60)}`;
        more.append(button);
      }
      parts.push(more);
    }
    panel.replaceChildren(...parts);
    panel.parentElement.scrollTop = 0;
  }

  // Choose a unit: mark all its passages, say why, and bring the counterparts to the height of `origin`.
  function choose(unit, origin, { jump = false } = {}) {
    const home = origin.closest(".column");
    clear();
    for (const passage of passages(unit)) passage.classList.add("chosen");
    const others = (origin.dataset.u || "").split(" ").filter((other) => other && other !== unit);
    fill(unit, others);
    showColumn(home);
    chosen = { unit, siglum: home.dataset.siglum };
    if (narrow.matches) {
      if (jump) origin.scrollIntoView({ block: "center", behavior: "auto" });
      return;
    }
    const motion = calm.matches || jump ? "auto" : "smooth";
    if (jump) {
      revealReader();
      bringTo(origin, Math.round(textOf(home).clientHeight / 3), "auto");
    }
    const height = heightOf(origin);
    for (const column of columns) {
      if (column === home || column.hidden) continue;
      const counterpart = passages(unit, column)[0];
      if (counterpart) bringTo(counterpart, height, motion);
    }
  }

  function revealReader() {
    reader.scrollIntoView({ block: "start", behavior: "auto" });
  }

  function shownUnits(passage) {
    if (passage.classList.contains("off")) return [];
    return (passage.dataset.u || "").split(" ").filter((unit) => {
      const relation = relationOf(unit);
      return strength.includes(relation) && grid.classList.contains(`show-${relation}`);
    });
  }

  function press(passage) {
    const units = shownUnits(passage);
    const unit = units[0] || (passage.dataset.u || "").split(" ")[0];
    if (unit) choose(unit, passage);
  }

  // Go to `A-120-180`: highlight exactly these words; with a unit, bring its counterparts along.
  function go(id, unit) {
    const match = /^(.+)-(\d+)-(\d+)$/.exec(id);
    const column = match && columnOf(match[1]);
    if (!column) return false;
    const [start, end] = [Number(match[2]), Number(match[3])];
    const words = [...column.querySelectorAll("[data-s]")].filter(
      (piece) => Number(piece.dataset.s) >= start && Number(piece.dataset.e) <= end && piece.dataset.s !== piece.dataset.e);
    if (!words.length) return false;
    showColumn(column);
    const first = words[0];
    if (!unit) {
      clear();
      if (narrow.matches) first.scrollIntoView({ block: "center", behavior: "auto" });
      else {
        revealReader();
        bringTo(first, Math.round(textOf(column).clientHeight / 3), "auto");
      }
      const note = document.createElement("p");
      note.textContent = `Shown in ${match[1]}: ${words.map((piece) => piece.textContent).join("").slice(0, 300)}`;
      panel.replaceChildren(note);
    } else choose(unit, first, { jump: true });
    for (const piece of words) piece.classList.add("hit");
    if (!first.hasAttribute("tabindex")) first.tabIndex = -1;
    first.focus({ preventScroll: true });
    back();
    return true;
  }

  // A way back to where the reader came from, besides the browser's own.
  function back() {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.back = "";
    button.textContent = "Back to where you were";
    const line = document.createElement("p");
    line.append(button);
    panel.append(line);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      follow(event, link);
      return;
    }
    const button = event.target.closest("button");
    if (button && reader.contains(button)) pushed(button);
    else {
      const passage = event.target.closest(".columns [data-u]");
      if (passage && !String(window.getSelection())) press(passage);
    }
  });

  function follow(event, link) {
    let id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (link.dataset.all) {
      // Every press leads to the next place that says so.
      const all = link.dataset.all.split(" ");
      const turn = Number(link.dataset.turn || 0) % all.length;
      id = all[turn].slice(1);
      link.dataset.turn = String(turn + 1);
    }
    if (/-\d+-\d+$/.test(id) && document.getElementById(id)) {
      event.preventDefault();
      const unit = link.dataset.unit || null;
      history.pushState({ unit }, "", `#${id}`);
      go(id, unit);
    } else if (id === decodeURIComponent(location.hash.slice(1))) window.dispatchEvent(new HashChangeEvent("hashchange"));
  }

  function pushed(button) {
    if (button.dataset.tab) turnTo(columnOf(button.dataset.tab));
    else if (button.dataset.step) step(Number(button.dataset.step));
    else if (button.dataset.other) {
      const home = columnOf(chosen.siglum);
      choose(button.dataset.other, passages(button.dataset.other, home)[0]);
    } else if ("back" in button.dataset) history.back();
  }

  // One report of a narrow page, at what was chosen in another.
  function turnTo(column) {
    showColumn(column);
    const passage = chosen && passages(chosen.unit, column)[0];
    if (passage) passage.scrollIntoView({ block: "center", behavior: "auto" });
  }

  // Walk through the passages that are shown, in the column that was used last.
  function step(by) {
    const home = (chosen && columnOf(chosen.siglum)) || columns[0];
    const all = [...home.querySelectorAll('[role="button"]')].filter((passage) => shownUnits(passage).length);
    if (!all.length) return;
    const now = all.findIndex((passage) => passage.classList.contains("here"));
    const next = all[(now + by + all.length) % all.length] || all[0];
    for (const passage of reader.querySelectorAll(".here")) passage.classList.remove("here");
    next.classList.add("here");
    choose(shownUnits(next)[0], next, { jump: !narrow.matches });
    if (narrow.matches) next.scrollIntoView({ block: "center", behavior: "auto" });
  }

  document.addEventListener("keydown", (event) => {
    const passage = event.target.closest && event.target.closest('.columns [role="button"]');
    if (passage && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      press(passage);
    }
    if (event.key === "Escape" && reader.contains(event.target)) clear();
  });

  reader.addEventListener("change", (event) => {
    const { filter, column } = event.target.dataset;
    if (filter) {
      grid.classList.toggle(`show-${filter}`, event.target.checked);
      focusable();
    }
    if (column) columnOf(column).hidden = !event.target.checked;
    if (event.target.matches("[data-pick]")) turnTo(columnOf(event.target.value));
  });

  // Only passages that are shown take the focus.
  function focusable() {
    for (const passage of grid.querySelectorAll(".m[data-o]")) {
      const on = !passage.classList.contains("off") && strength.some((name) => passage.classList.contains(`m-${name}`) && grid.classList.contains(`show-${name}`));
      if (on) {
        passage.tabIndex = 0;
        passage.setAttribute("role", "button");
        passage.setAttribute("aria-describedby", `key-${passage.dataset.o}`);
      } else {
        passage.removeAttribute("tabindex");
        passage.removeAttribute("role");
        passage.removeAttribute("aria-describedby");
      }
    }
  }

  window.addEventListener("popstate", (event) => {
    if (!location.hash) return;
    go(decodeURIComponent(location.hash.slice(1)), event.state && event.state.unit);
  });

  // A place that the search found: shown and focused in its column.
  document.addEventListener("read-at", (event) => {
    const { piece } = event.detail;
    const column = piece.closest(".column");
    showColumn(column);
    clear();
    piece.classList.add("hit");
    if (narrow.matches) piece.scrollIntoView({ block: "center", behavior: "auto" });
    else {
      revealReader();
      bringTo(piece, Math.round(textOf(column).clientHeight / 3), "auto");
    }
    if (!piece.hasAttribute("tabindex")) piece.tabIndex = -1;
    piece.focus({ preventScroll: true });
  });
  document.addEventListener("rows-filtered", focusable);

  showColumn(columns[0]);
  focusable();
  if (location.hash) {
    go(decodeURIComponent(location.hash.slice(1)), null);
  }

  // Which section is on screen, for the navigation.
  const links = new Map([...document.querySelectorAll(".sections a")].map((link) => [link.getAttribute("href").slice(1), link]));
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const link = links.get(entry.target.id);
      if (!link) continue;
      if (entry.isIntersecting) {
        for (const other of links.values()) other.removeAttribute("aria-current");
        link.setAttribute("aria-current", "true");
      }
    }
  }, { rootMargin: "-15% 0px -75% 0px" });
  for (const section of document.querySelectorAll("main > section")) watch.observe(section);
})();
