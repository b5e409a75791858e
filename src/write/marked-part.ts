import { UsageError } from "../core/errors.ts";

/** The lines of a page between which pm keeps a report; all else in it is people's. */
export const MARKS = ["<!-- pm: begin -->", "<!-- pm: end -->"] as const;

/**
 * A page with another part between its two marks, all else as it is; null where it has no marks.
 * @param path of the page, in the message.
 * @throws {UsageError} unless each mark stands in one line of its own, in their order.
 */
export function withMarkedPart(page: string, part: string, path: string): string | null {
  const lines = page.split("\n");
  const places = MARKS.map((mark) =>
    lines.flatMap((line, at) => (line.trim() === mark ? [at] : [])),
  );
  const [[begin, ...begins] = [], [end, ...ends] = []] = places;
  if (begin === undefined && end === undefined) return null;
  const isPair = begins.length === 0 && ends.length === 0;
  if (begin === undefined || end === undefined || !isPair || end < begin) {
    const [first, last] = MARKS;
    throw new UsageError(
      `${path}: expected one line \`${first}\`, and one \`${last}\` below it; nothing was written`,
    );
  }
  const newline = page.includes("\r\n") ? "\r\n" : "\n";
  const own = part.trimEnd().replaceAll("\n", newline);
  const before = lines.slice(0, begin + 1).join("\n");
  const after = lines.slice(end).join("\n");
  return `${before.replace(/\r$/, "")}${newline}${newline}${own}${newline}${newline}${after}`;
}
