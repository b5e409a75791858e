/**
 * What a page does beyond being read: tables are sorted and filtered, and open for the printer.
 * Nothing is lost without it, and it adds no text that was not there.
 */
export const SCRIPT = `
"use strict";
const valueOf = (cell) => {
  const text = cell.textContent.trim();
  const value = cell.dataset.v ?? (text !== "" && Number.isFinite(Number(text)) ? text : null);
  return { text, value: value === null ? null : Number(value), none: cell.dataset.none !== undefined };
};
const compare = (a, b, sign) => {
  if (a.none || b.none) return Number(a.none) - Number(b.none);
  if (a.value !== null && b.value !== null) return sign * (a.value - b.value);
  return sign * (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
};
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  for (const [at, head] of heads.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
      const keyed = rows.map((row) => ({ row, key: valueOf(row.cells[at]) }));
      keyed.sort((a, b) => compare(a.key, b.key, sign));
      body.append(...keyed.map(({ row }) => row));
    });
  }
  if (rows.length > 10) {
    const bar = document.createElement("div");
    bar.className = "filter";
    const input = document.createElement("input");
    input.type = "search";
    input.placeholder = "Filter rows";
    input.setAttribute("aria-label", "Filter rows of " + table.caption.textContent);
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    bar.append(input, status);
    table.parentElement.before(bar);
    input.addEventListener("input", () => {
      const wanted = input.value.toLowerCase();
      let shown = 0;
      for (const row of rows) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
        if (!row.hidden) shown += 1;
      }
      status.textContent = wanted === "" ? "" : shown + " of " + rows.length + " rows";
    });
  }
}
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details.table:not([open]), details.more:not([open])")];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
});
`;
