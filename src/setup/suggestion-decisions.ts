import { placesIn, type TermFields } from "../assemble/terms/term-places.ts";
import { no, ok, type Result } from "../core/result.ts";
import type { SourceFile } from "../core/source-file.ts";
import { compareDecisions, type SuggestionDecision } from "../core/suggestion-decisions.ts";
import type { TermPlace } from "../core/term-place.ts";
import { checkSchema, type SchemaIssue } from "../schema/check.ts";
import {
  escalationDecisionSchema,
  gapDecisionSchema,
  suggestionDecisionsSchema,
} from "../schema/suggestion-decisions.ts";
import { readSetupFile } from "./setup-file.ts";
import type { SetupProblem } from "./setup-problem.ts";

const HEADER = `# What was decided on the gaps and escalations that pm suggest proposed, one a line, so that nobody is
# asked twice. Written by pm suggest --interactive; take a line out to be asked again. Merge by keeping both sides.
`;

const DECIDED_FIELDS: TermFields = [
  [["*", "competency"], "competencies"],
  [["*", "kind"], "kinds"],
  [["*", "from"], "teams"],
  [["*", "to"], "teams"],
];

type Entry = Readonly<Record<string, unknown>>;

/** Entries of a file from before escalations were asked for have no type. */
function schemaOf({ type }: Entry) {
  return type === "escalation" ? escalationDecisionSchema : gapDecisionSchema;
}

function issuesOf(data: unknown): readonly SchemaIssue[] {
  const issues = checkSchema(suggestionDecisionsSchema, data);
  if (issues.length > 0) return issues;
  return suggestionDecisionsSchema.parse(data).flatMap((entry, index) =>
    checkSchema(schemaOf(entry), entry).map((issue) => {
      return { ...issue, path: [index, ...issue.path] };
    }),
  );
}

function decisionOf(entry: Entry): SuggestionDecision {
  return entry["type"] === "escalation"
    ? { ...escalationDecisionSchema.parse(entry), type: "escalation" }
    : { ...gapDecisionSchema.parse(entry), type: "gap" };
}

function readDecisionsFile(file: SourceFile) {
  return readSetupFile(file, (read) => read ?? [], issuesOf);
}

/** Reads a file of decisions; at least one problem where it cannot be used. */
export function parseDecisions(
  file: SourceFile,
): Result<readonly SuggestionDecision[], readonly SetupProblem[]> {
  const { data, problems } = readDecisionsFile(file);
  if (problems.length > 0) return no(problems);
  return ok(suggestionDecisionsSchema.parse(data).map(decisionOf));
}

/** The places of a file of decisions that name something of the taxonomy. */
export function decidedPlaces(file: SourceFile): readonly TermPlace[] {
  return placesIn(readDecisionsFile(file).yaml, DECIDED_FIELDS);
}

/** A decision as the file has it: that on a gap as it always was, without its type. */
function lineOf(decision: SuggestionDecision): string {
  const { path, fingerprint, type, decision: verdict, competency } = decision;
  const written =
    decision.type === "gap"
      ? { path, fingerprint, decision: verdict, competency, kind: decision.kind }
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
  return `- ${JSON.stringify(written)}\n`;
}

/** A file with these decisions: sorted, one a line, so that two branches merge by lines. */
export function decisionsText(decisions: readonly SuggestionDecision[]): string {
  return HEADER + decisions.toSorted(compareDecisions).map(lineOf).join("");
}
