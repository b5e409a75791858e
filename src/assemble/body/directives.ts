import { didYouMean } from "../../core/did-you-mean.ts";
import type { Range } from "../../core/position.ts";
import type { Directive, Problem } from "../../core/postmortem.ts";

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

const FORM = "pm-disable-next-line rule-id: reason";

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

/** What is wrong with a directive's form; null for a good one. */
function formProblem({ written, name, ruleIds, reason }: Read): Omit<Problem, "range"> | null {
  const problem = (message: string, hint: string | null) => {
    return { ruleId: "directive-syntax" as const, message, hint };
  };
  if (name === null) {
    const near = didYouMean(written, NAMES);
    const hint = near === null ? `Known: ${NAMES.join(", ")}.` : `Did you mean \`${near}\`?`;
    return problem(`Unknown directive \`${written}\``, hint);
  }
  if (name === "pm-enable") return null;
  if (ruleIds.length === 0) {
    return problem(
      `Missing rule in \`${name}\`, which silences nothing`,
      `Write it as \`${FORM}\`.`,
    );
  }
  if (reason === "") {
    const hint = `Say why after a colon: \`${name} ${ruleIds.join(", ")}: reason\`.`;
    return problem(`Missing reason in \`${name}\`, which silences nothing`, hint);
  }
  return null;
}

/** The line after a comment that holds something: what `pm-disable-next-line` is about. */
function nextLine(lines: readonly string[], after: number): number {
  const index = lines.findIndex((line, at) => at >= after && line.trim() !== "");
  return index === -1 ? after + 1 : index + 1;
}

/** The lines for which a directive holds, if no `pm-enable` ends it before. */
function linesOf(name: DirectiveName, range: Range, lines: readonly string[]) {
  if (name === "pm-disable-file") return { firstLine: 1, lastLine: lines.length };
  if (name === "pm-disable") return { firstLine: range.start.line, lastLine: lines.length };
  const line = nextLine(lines, range.end.line);
  return { firstLine: line, lastLine: line };
}

/** Whether a `pm-enable` ends a directive: it names the rule, or no rule and so all. */
function ends(enable: Read, ruleId: string): boolean {
  return enable.ruleIds.length === 0 || enable.ruleIds.includes(ruleId);
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
  const problems: Problem[] = [];
  const directives: Directive[] = [];
  for (const [index, one] of read.entries()) {
    const { name, range } = one;
    const problem = formProblem(one);
    if (problem) problems.push({ ...problem, range });
    if (problem || name === null || name === "pm-enable") continue;
    for (const ruleId of one.ruleIds) {
      const lasting = linesOf(name, range, lines);
      const end = read
        .slice(index + 1)
        .find((later) => later.name === "pm-enable" && ends(later, ruleId));
      const lastLine = name === "pm-disable" && end ? end.range.end.line : lasting.lastLine;
      directives.push({ ruleId, firstLine: lasting.firstLine, lastLine, range });
    }
  }
  return { directives, problems };
}
