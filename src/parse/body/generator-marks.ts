import type { ViewPart } from "./text-view.ts";

/** Lines that say something to a site generator alone. */
const NOT_SAID =
  /^\s*(?:import\s.+\sfrom\s+["'].*|import\s+["'].*|export\s+(?:const|default|function)\s.*|\{%.*%\}|(?:\{\{[<%](?![^{}]{0,200}\b(?:time|at|when|date|datetime|timestamp)="\d)[^{}]*\}\}\s*)+|\{\{\s*\w+\.[\w.]+.*\}\}|\{\/\*.*\*\/\}|%%.*%%|\[\[_TOC_\]\]|\[TOC\]|\[\[toc\]\]|--8<--.*|\*\[[^\]]+\]:.*|\{:?\s?[.#][^{}]*\})\s*$/i;
/** What a wiki or a generator adds within a line, and the marks of footnotes: "SEV2[^1]", "10:05 UTC²". */
const WITHIN =
  /!\[\[[^\]\n]{1,200}\]\]|\[\[(?:[^\]|\n]{1,200}\|)?([^\]|\n]{1,200})\]\]|<!subteam\^\w+\|(@[^>\n]{1,80})>|\{\{[<%]\s*[\w/-]{1,40}\s+(?:\w+=)?"([^"\n]{1,80})"[^{}\n]{0,200}\}\}|\{\{[<%]\s*\/[\w/-]{1,40}\s*[%>]\}\}|\{[a-z][a-z\d:+-]{1,30}\}(?=`[^`\n]{1,120}`)|(?<![=\S])==([^\s=][^=\n]{0,80})==(?![=\S])|(?<=[^\s[])\[\^[\w-]{1,30}\](?![:(])|(?<=\p{L}{3}|[)\]]|:\d{2}|\p{Lu}-?\d|-\d{2})(?:<sup>\[?[a-z\d*†]{1,2}\]?<\/sup>|[¹²³⁰⁴-⁹]{1,2}(?![\p{L}\d]))/gu;
/** A bullet that is no mark of a list in markdown, as chats and word processors write it. */
const BULLET = /^([ \t]*)(?:[•◦▪‣●○](?=[ \t\u00a0])|\.(?= \p{L}))/u;
/** A task that stands in a line of its own, without the mark of a list. */
const BARE_TASK = /^[ \t]*(?=\[[ xX]\][ \t]+\S)/;
/** The same with a box that is a sign: "☐ Raise the limit". Several in a line are a choice. */
const DRAWN_TASK = /^([ \t]*)([☐☑☒])\u{FE0F}?[ \t\u00a0]+(?=[^☐☑☒\n]+$)/u;
/** How an outliner marks a task: `{{[[TODO]]}}`, `{{DONE}}`. */
const OUTLINED_TASK = /^([ \t]*[-*][ \t]+)(\{\{(?:\[\[)?(TODO|DONE)(?:\]\])?\}\})(?=[ \t])/;
const HEADING_ATTRIBUTES = /(?<!\s)\s+\{:?\s*[#.][^{}]*\}\s*$/;

/** What a line says to people, in parts with their places; it begins at `at`. */
export function saidParts(line: string, at: number): readonly ViewPart[] {
  const parts: ViewPart[] = [];
  const bullet = BULLET.exec(line);
  if (bullet) {
    const start = bullet[1]?.length ?? 0;
    const mark = { text: "-", at: at + start, isPutIn: true };
    return [
      { text: line.slice(0, start), at },
      mark,
      ...saidParts(line.slice(start + 1), at + start + 1),
    ];
  }
  const bare = BARE_TASK.exec(line);
  if (bare) {
    const start = bare[0].length;
    return [
      { text: line.slice(0, start), at },
      { text: "- ", at: at + start, isPutIn: true },
      { text: line.slice(start), at: at + start },
    ];
  }
  const drawn = DRAWN_TASK.exec(line);
  if (drawn) {
    const box = drawn[2] === "☐" ? "- [ ] " : "- [x] ";
    const start = drawn[0].length;
    return [
      { text: drawn[1] ?? "", at },
      { text: box, at: at + start, isPutIn: true },
      ...saidParts(line.slice(start), at + start),
    ];
  }
  const [outlined, before = "", mark = "", state] = OUTLINED_TASK.exec(line) ?? [];
  if (outlined !== undefined) {
    const start = before.length + mark.length;
    return [
      { text: before, at },
      { text: state === "DONE" ? "[x]" : "[ ]", at: at + before.length, isPutIn: true },
      ...saidParts(line.slice(start), at + start),
    ];
  }
  const end = NOT_SAID.test(line) ? 0 : line.length;
  const body = line.slice(0, end);
  const attributes = /^\s*#/.test(body) ? HEADING_ATTRIBUTES.exec(body) : null;
  const said = attributes ? body.slice(0, attributes.index) : body;
  let from = 0;
  for (const found of said.matchAll(WITHIN)) {
    const name = found[1] ?? found[2] ?? found[3] ?? found[4] ?? "";
    parts.push({ text: said.slice(from, found.index), at: at + from });
    const column = found.index + found[0].lastIndexOf(name);
    if (name !== "") parts.push({ text: name, at: at + column });
    from = found.index + found[0].length;
    // What a shortcode says of itself stands before what it holds: `{{< event time="12:04" >}}Down`.
    const isBefore = found[3] !== undefined && /^[^\s{]/.test(said.slice(from, from + 1));
    if (isBefore) parts.push({ text: " ", at: at + from, isPutIn: true });
  }
  parts.push({ text: said.slice(from), at: at + from });
  return parts;
}
