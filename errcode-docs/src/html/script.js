"use strict";
(() => {
  for (const box of document.querySelectorAll(".example")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy the response");
    button.addEventListener("click", async () => {
      const text = box.querySelector("code").textContent;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(box.querySelector("code"));
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    box.append(button);
  }
  const form = document.getElementById("filter");
  if (!form) return;
  form.hidden = false;
  const [query, status, group] = ["query", "status", "group"].map((name) => form.elements[name]);
  const count = document.getElementById("count");
  const rows = new Map();
  for (const row of document.querySelectorAll("tr[data-of]")) rows.set(row.dataset.of, row);
  const sections = Array.from(document.querySelectorAll("section[data-group]"), (section) => ({
    section,
    group: section.dataset.group,
    errors: Array.from(section.querySelectorAll("article"), (article) => ({
      article,
      row: rows.get(article.id),
      status: article.dataset.status,
      text: (article.dataset.status + " " + article.textContent).toLowerCase(),
    })),
  }));
  const show = (element, on) => { if (element && element.hidden === on) element.hidden = !on; };
  const filter = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    let all = 0;
    for (const { section, group: own, errors } of sections) {
      let any = false;
      for (const error of errors) {
        const on = (!group.value || group.value === own)
          && (!status.value || error.status.startsWith(status.value))
          && words.every((word) => error.text.includes(word));
        all += 1;
        if (on) { found += 1; any = true; }
        show(error.article, on);
        show(error.row, on);
      }
      show(section, any);
    }
    const none = !words.length && !status.value && !group.value;
    count.textContent = none ? "" : `${found} of ${all} errors`;
  };
  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(filter); };
  form.addEventListener("input", soon);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select, textarea")) { event.preventDefault(); query.focus(); }
  });
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) { form.reset(); filter(); target.scrollIntoView(); }
  });
  filter();
})();
