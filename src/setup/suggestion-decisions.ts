import { placesIn, type TermFields } from "../assemble/terms/data-term-places.ts";
import type { TermPlace } from "../core/document/term-place.ts";
import { no, ok, type Result } from "../core/result.ts";
import {
  compareDecisions,
  type SuggestionDecision,
} from "../core/settings/suggestion-decisions.ts";
import type { SourceFile } from "../core/source-file.ts";
import { type Checked, decode } from "../schema/check.ts";
import {
  escalationDecisionSchema,
  gapDecisionSchema,
  suggestionDecisionsSchema,
} from "../schema/suggestion-decisions.ts";
import { linesText, readLinesFile } from "./lines-file.ts";
import type { SetupProblem } from "./setup-problem.ts";

const HEADER = `# What was decided on the gaps and escalations that pm suggest proposed, one a line, so that nobody is
# asked twice. Written by pm suggest --interactive; take a line out to be asked again. Merge by keeping both sides.
`;

const DECIDED_FIELDS: TermFields = [
  [["*", "competency"], "competencies"],
  [["*", "kind"], "kinds"],
  [["*", "team"], "teams"],
  [["*", "from"], "teams"],
  [["*", "to"], "teams"],
];

/** A decision as written, before it is checked by its type. */
type WrittenDecision = Readonly<Record<string, unknown>>;

/** Decisions of a file from before escalations were asked for have no type. */
function checkDecision(written: WrittenDecision): Checked<SuggestionDecision> {
  if (written["type"] === "escalation") {
    const checked = decode(escalationDecisionSchema, written);
    return "issues" in checked ? checked : { data: { ...checked.data, type: "escalation" } };
  }
  const checked = decode(gapDecisionSchema, written);
  return "issues" in checked ? checked : { data: { ...checked.data, type: "gap" } };
}

function checkDecisions(data: unknown): Checked<readonly SuggestionDecision[]> {
  const list = decode(suggestionDecisionsSchema, data);
  if ("issues" in list) return list;
  const checked = list.data.map(checkDecision);
  const issues = checked.flatMap((one, index) =>
    "issues" in one ? one.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })) : [],
  );
  if (issues.length > 0) return { issues };
  return { data: checked.flatMap((one) => ("data" in one ? [one.data] : [])) };
}

function readDecisionsFile(file: SourceFile) {
  return readLinesFile(file, checkDecisions);
}

/** Reads a file of decisions; at least one problem where it cannot be used. */
export function parseDecisions(
  file: SourceFile,
): Result<readonly SuggestionDecision[], readonly SetupProblem[]> {
  const { data, problems } = readDecisionsFile(file);
  return data === undefined ? no(problems) : ok(data);
}

/** The places of a file of decisions that name something of the taxonomy. */
export function decidedPlaces(file: SourceFile): readonly TermPlace[] {
  return placesIn(readDecisionsFile(file).yaml, DECIDED_FIELDS);
}

/** A decision as the file has it: that on a gap without its type, and without a team where there is none. */
function written(decision: SuggestionDecision): object {
  const { path, fingerprint, type, decision: verdict, competency } = decision;
  return decision.type === "gap"
    ? {
        path,
        fingerprint,
        decision: verdict,
        competency,
        kind: decision.kind,
        ...(decision.team === null ? {} : { team: decision.team }),
      }
    : {
        path,
        fingerprint,
        type,
        decision: verdict,
        to: decision.to,
        from: decision.from,
        reason: decision.reason,
        competency,
      };
}

/** A file with these decisions, sorted. */
export function decisionsText(decisions: readonly SuggestionDecision[]): string {
  return linesText(HEADER, decisions.toSorted(compareDecisions).map(written));
}
