import type { ViewPart } from "./text-view.ts";

/** Lines that say something to a site generator alone. */
const NOT_SAID =
  /^\s*(?:import\s.+\sfrom\s+["'].*|import\s+["'].*|export\s+(?:const|default|function)\s.*|\{%.*%\}|\{\{[<%].*[%>]\}\}|\{\{\s*\w+\.[\w.]+.*\}\}|\{\/\*.*\*\/\}|%%.*%%|\[\[_TOC_\]\]|\[TOC\]|\[\[toc\]\]|--8<--.*|\*\[[^\]]+\]:.*)\s*$/i;
/** What a wiki or a generator adds within a line. */
const WITHIN =
  /!\[\[[^\]\n]{1,200}\]\]|\[\[(?:[^\]|\n]{1,200}\|)?([^\]|\n]{1,200})\]\]|<!subteam\^\w+\|(@[^>\n]{1,80})>/g;
const HEADING_ATTRIBUTES = /(?<!\s)\s+\{:?\s*[#.][^{}]*\}\s*$/;

/** What a line says to people, in parts with their places; it begins at `at`. */
export function saidParts(line: string, at: number): readonly ViewPart[] {
  const parts: ViewPart[] = [];
  const end = NOT_SAID.test(line) ? 0 : line.length;
  const body = line.slice(0, end);
  const attributes = /^\s*#/.test(body) ? HEADING_ATTRIBUTES.exec(body) : null;
  const said = attributes ? body.slice(0, attributes.index) : body;
  let from = 0;
  for (const found of said.matchAll(WITHIN)) {
    const name = found[1] ?? found[2] ?? "";
    parts.push({ text: said.slice(from, found.index), at: at + from });
    const column = found.index + found[0].lastIndexOf(name);
    if (name !== "") parts.push({ text: name, at: at + column });
    from = found.index + found[0].length;
  }
  parts.push({ text: said.slice(from), at: at + from });
  return parts;
}
