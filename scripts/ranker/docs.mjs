// Tables of docs/suggest.md that scripts make, between marks of their names.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("../../docs/suggest.md", import.meta.url));

function asMarkdown([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Puts a table, its head first, between `<!-- NAME -->` and `<!-- /NAME -->` of the page. */
export function writeBlock(name, table) {
  const text = readFileSync(PAGE, "utf8");
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start === -1 || end < start) throw new Error(`No place for ${name} in docs/suggest.md`);
  const inside = `${open}\n\n${asMarkdown(table)}\n\n`;
  writeFileSync(PAGE, text.slice(0, start) + inside + text.slice(end));
}
