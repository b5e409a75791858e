/** A line of signs below a title, as reStructuredText has them beside those of markdown. */
const UNDERLINE = /^([~^"+])\1{3,}[ \t]*$/;
/** The lines around the columns of a table there: "=====  =====". */
const TABLE_RULE = /^ {0,4}={2,}(?: +={2,})+[ \t]*$/;
const TITLE = /^[\p{L}\d`*"'(\p{So}]/u;
/** The signs are as many as the characters of the title, or nearly so. */
const MOST_APART = 2;
/** What stands in such a text at all. */
const ANY = /^(?:[~^"+]{4,}[ \t]*$| {0,4}={2,} +={2,})/m;

function isUnderline(index: number, lines: readonly string[]): boolean {
  const [above = "", title = "", line = ""] = [lines[index - 2], lines[index - 1], lines[index]];
  const isApart = above.trim() === "" || index === 1;
  const difference = Math.abs(line.trimEnd().length - title.trimEnd().length);
  return isApart && UNDERLINE.test(line) && TITLE.test(title) && difference <= MOST_APART;
}

/**
 * A text with hyphens for the lines of signs below titles and around tables in reStructuredText, which
 * markdown has no name for. Each line stays as long as it was, so that all places are the same.
 */
export function plainUnderlines(text: string): string {
  if (!ANY.test(text)) return text;
  const lines = text.split("\n");
  const tildes = lines.flatMap((line, index) => (/^\s*~{3,}/.test(line) ? [index] : []));
  // A line of tildes may begin code as well.
  const areTitles = tildes.length > 1 && tildes.every((index) => isUnderline(index, lines));
  return lines
    .map((line, index) => {
      if (TABLE_RULE.test(line)) return line.replaceAll("=", "-");
      const isTitle = isUnderline(index, lines) && (areTitles || !line.startsWith("~"));
      return isTitle ? line.replace(/[~^"+]/g, "-") : line;
    })
    .join("\n");
}
