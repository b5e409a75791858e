import type { Postmortem } from "../core/postmortem.ts";

const FENCES = /^(?<fence>---|\+\+\+)[ \t]*\n[\s\S]*?\n\k<fence>[ \t]*(?:\n|$)/u;

/** A comment of HTML, which nobody sees where markdown is shown. */
export const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu;

/** The text of a document below its frontmatter. */
export function bodyOf(text: string): string {
  return text.replace(FENCES, "");
}

/** The title of a postmortem, or its id where it has none. */
export function titleOf({ title, id }: Postmortem): string {
  return title?.value ?? id.value;
}

/** A plain text as one line of markdown, in which nothing is taken for markup. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_<|]/gu, "\\$&")
    .replace(/&(?=[#\w]{1,32};)/gu, "\\&")
    .replace(/\](?=[(:[])/gu, "\\]")
    .replace(/^(?=[#>+-])/u, "\\")
    .replace(/^(\d+)(?=[.)] )/u, "$1\\");
}

/** A heading with paragraphs or lists of markdown below it. */
export interface Chapter {
  /** As plain text. */
  readonly heading: string;
  readonly parts: readonly string[];
}

/** A document of chapters, whose first is its title; a chapter without a word is left out. */
export function document([title, ...chapters]: readonly [Chapter, ...Chapter[]]): string {
  const blocks = (level: string, { heading, parts }: Chapter) => [
    `${level} ${plainText(heading)}`,
    ...parts.filter((part) => part !== ""),
  ];
  const filled = chapters.filter(({ parts }) => parts.some((part) => part !== ""));
  return `${[...blocks("#", title), ...filled.flatMap((one) => blocks("##", one))].join("\n\n")}\n`;
}
