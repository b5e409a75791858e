import type { Range } from "../../core/position.ts";
import type { Directive } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";

/** A comment of the document, in the frontmatter or in the body, without what marks it as one. */
export interface Comment {
  readonly text: string;
  readonly range: Range;
}

interface DirectiveComments {
  readonly directives: readonly Directive[];
  readonly problems: readonly Problem[];
}

const NAMES = ["pm-disable-next-line", "pm-disable", "pm-enable", "pm-disable-file"] as const;
type DirectiveName = (typeof NAMES)[number];

/** What a comment says that looks like a directive; null for any other comment. */
function readDirective({ text }: Comment) {
  const found = /^\s*(pm-[a-z-]+)\b([^:]*)(?::([\s\S]*))?$/.exec(text);
  if (!found) return null;
  const written = found[1] ?? "";
  const ruleIds = (found[2] ?? "").split(/[\s,]+/).filter((id) => id !== "");
  const name = NAMES.find((known) => known === written) ?? null;
  return { written, name, ruleIds, reason: (found[3] ?? "").trim() };
}

type Read = NonNullable<ReturnType<typeof readDirective>>;
type PlacedRead = Read & { readonly range: Range };

/** What is wrong with a directive's form; null for a good one. */
function formProblem({ written, name, ruleIds, reason, range }: PlacedRead): Problem | null {
  if (name === null) return { kind: "directive-name", written, known: NAMES, range };
  if (name === "pm-enable") return null;
  if (ruleIds.length === 0) return { kind: "directive-bare", name, range };
  return reason === "" ? { kind: "directive-unreasoned", name, ruleIds, range } : null;
}

/** The line after a comment that holds something: what `pm-disable-next-line` is about. */
function nextLine(lines: readonly string[], after: number): number {
  for (let at = after; at < lines.length; at += 1) if (lines[at]?.trim() !== "") return at + 1;
  return after + 1;
}

/** The lines for which a directive holds, if no `pm-enable` ends it before. */
function linesOf(name: DirectiveName, range: Range, lines: readonly string[]) {
  if (name === "pm-disable-file") return { firstLine: 1, lastLine: lines.length };
  if (name === "pm-disable") return { firstLine: range.start.line, lastLine: lines.length };
  const line = nextLine(lines, range.end.line);
  return { firstLine: line, lastLine: line };
}

/** The first of sorted indexes after one; undefined where there is none. */
function firstAfter(sorted: readonly number[], index: number): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return sorted[low];
}

/** Finds the first `pm-enable` after a directive that ends it: it names the rule, or no rule and so all. */
function enableFinder(read: readonly PlacedRead[]) {
  const all: number[] = [];
  const byRule = new Map<string, number[]>();
  for (const [index, { name, ruleIds }] of read.entries()) {
    if (name !== "pm-enable") continue;
    if (ruleIds.length === 0) all.push(index);
    for (const ruleId of ruleIds) {
      const known = byRule.get(ruleId);
      if (known) known.push(index);
      else byRule.set(ruleId, [index]);
    }
  }
  return (ruleId: string, after: number): PlacedRead | null => {
    const ends = [firstAfter(all, after), firstAfter(byRule.get(ruleId) ?? [], after)];
    const first = Math.min(...ends.map((index) => index ?? Infinity));
    return read[first] ?? null;
  };
}

/**
 * The directives among a document's comments. One without a rule or a reason is a problem and
 * silences nothing; a `pm-disable` holds to its `pm-enable`, or else to the end of the file.
 */
export function readDirectives(comments: readonly Comment[], text: string): DirectiveComments {
  const lines = text.split("\n");
  const read = comments.flatMap((comment) => {
    const directive = readDirective(comment);
    return directive ? [{ ...directive, range: comment.range }] : [];
  });
  const enabled = enableFinder(read);
  const problems: Problem[] = [];
  const directives: Directive[] = [];
  for (const [index, one] of read.entries()) {
    const { name, range } = one;
    const problem = formProblem(one);
    if (problem) problems.push(problem);
    if (problem || name === null || name === "pm-enable") continue;
    for (const ruleId of one.ruleIds) {
      const lasting = linesOf(name, range, lines);
      const end = name === "pm-disable" ? enabled(ruleId, index) : null;
      const lastLine = end?.range.end.line ?? lasting.lastLine;
      directives.push({ ruleId, firstLine: lasting.firstLine, lastLine, range });
    }
  }
  return { directives, problems };
}
