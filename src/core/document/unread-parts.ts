import { counted } from "../counted.ts";
import type { Problem } from "../problem.ts";

const PARTS = ["table", "label", "heading"] as const;

/** What of a document was not understood: "2 tables and 1 label were not read, first: line 14". */
export function unreadNote(problems: readonly Problem[]): string | null {
  const unread = problems.flatMap((one) => (one.kind === "unread-part" ? [one] : []));
  const [first] = unread;
  if (!first) return null;
  const counts = PARTS.flatMap((part) => {
    const count = unread.filter((one) => one.part === part).length;
    return count === 0 ? [] : [counted(count, part)];
  });
  const listed =
    counts.length > 1 ? `${counts.slice(0, -1).join(", ")} and ${counts.at(-1) ?? ""}` : counts[0];
  const were = unread.length === 1 ? "was" : "were";
  return `${listed ?? ""} ${were} not read, first: line ${first.range.start.line}.`;
}
