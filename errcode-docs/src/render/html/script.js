"use strict";
(() => {
  for (const box of document.querySelectorAll(".example")) {
    const button = document.createElement("button");
    const text = box.querySelector("code");
    const say = (word) => { button.textContent = word; };
    button.type = "button";
    say("Copy");
    button.setAttribute("aria-label", "Copy: " + text.parentElement.getAttribute("aria-label"));
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        say("Copied");
      } catch {
        getSelection().selectAllChildren(text);
        say("Selected");
      }
      setTimeout(say, 2000, "Copy");
    });
    box.append(button);
  }
  const form = document.querySelector("form");
  if (!form) return;
  form.hidden = false;
  const { query, status, group } = form.elements;
  const count = document.querySelector(".count");
  const rest = document.querySelectorAll(".rest");
  const rows = new Map();
  for (const row of document.querySelectorAll("tr[data-of]")) rows.set(row.dataset.of, row);
  const sections = Array.from(document.querySelectorAll("section[data-group]"), (section) => ({
    section,
    errors: Array.from(section.querySelectorAll("article"), (article) => ({
      shown: [article, rows.get(article.id)],
      statuses: article.dataset.status.split(" "),
      text: article.textContent.toLowerCase(),
    })),
  }));
  const show = (element, on) => { if (element.hidden === on) element.hidden = !on; };
  const filter = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isOff = !words.length && !status.value && !group?.value;
    let found = 0;
    let all = 0;
    for (const { section, errors } of sections) {
      const inGroup = !group?.value || group.value === section.dataset.group;
      const on = errors.map((error) => inGroup && error.statuses.some((one) => one.startsWith(status.value))
        && words.every((word) => error.text.includes(word)));
      const inSection = on.filter(Boolean).length;
      all += errors.length;
      found += inSection;
      show(section, inSection > 0);
      // What is in a hidden section is as it was before.
      if (inSection) errors.forEach((error, at) => error.shown.forEach((element) => show(element, on[at])));
    }
    // From now on only the sections on the screen are laid out: before, links need to know where all are.
    if (!isOff) document.body.classList.add("searched");
    // It stays laid out, which is much where there are many errors.
    for (const element of rest) element.classList.toggle("off", !isOff);
    const errors = all === 1 ? "error" : "errors";
    if (isOff) count.textContent = `${all} ${errors}`;
    else if (found) count.textContent = `${found} of ${all} ${errors}`;
    else count.textContent = `None of ${all} ${errors} matches. Try fewer words, or Reset.`;
  };
  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(filter); };
  const reset = () => { form.reset(); filter(); };
  form.addEventListener("input", soon);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
    document.querySelector("section:not([hidden]) > article:not([hidden]) h3 a")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !target.closest("input, select, textarea")) {
      event.preventDefault();
      query.focus();
    } else if (key === "Escape" && form.contains(target)) {
      reset();
    }
  });
  addEventListener("hashchange", () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* It is one that was not made here. */ }
    const target = document.getElementById(id);
    if (!target || !document.body.classList.contains("searched")) return;
    if (target.closest("[hidden]")) reset();
    // What comes on the screen takes its real place then.
    const go = () => target.scrollIntoView();
    go();
    requestAnimationFrame(() => { go(); requestAnimationFrame(go); });
  });
  filter();
})();
