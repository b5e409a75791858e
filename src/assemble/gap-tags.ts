import type { Fact, Gap, Problem, Source } from "../core/postmortem.ts";
import { PHASES } from "../core/postmortem.ts";
import type { Range } from "../core/position.ts";
import type { Term } from "../core/taxonomy.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { Text } from "../parse/body.ts";
import type { AssembleContext, Locate } from "./context.ts";

/** Where a body may hold a tag at all, so that it is worth parsing. */
export const TAG_START = /\(gap:/i;

const TAG = /\s*\(gap:([^()]*)\)/i;
const FORM = "(gap: competency, kind, team: …, phase: …)";

interface TaggedText {
  /** The text without its tag. */
  readonly text: string;
  readonly gap: Gap | null;
  readonly problem: Problem | null;
}

type NamedParts = ReadonlyMap<string, string>;

function bodyFact(value: string, range: Range): Fact<string> {
  return { value, source: { origin: "body", how: "stated", range } };
}

/** Splits `competency, kind, team: x` into its parts; null where it has another form. */
function readParts(inside: string): NamedParts | null {
  const parts = new Map<string, string>();
  for (const [index, part] of inside.split(",").entries()) {
    const named = /^\s*([a-z]+)\s*:\s*(.+?)\s*$/i.exec(part);
    const name = named?.[1]?.toLowerCase() ?? ["competency", "kind"][index];
    const value = named?.[2] ?? part.trim();
    const known = name === "competency" || name === "kind" || name === "team" || name === "phase";
    if (!known || parts.has(name) || value === "") return null;
    parts.set(name, value);
  }
  return parts.has("competency") ? parts : null;
}

function problem(message: string, range: Range): Problem {
  return { ruleId: "gap-tag-syntax", message, hint: `Write it as \`${FORM}\`.`, range };
}

function gapOf(
  parts: NamedParts,
  evidence: Text,
  { taxonomy }: AssembleContext,
  locate: Locate,
): Gap {
  const { range } = evidence;
  const source: Source = { origin: "body", how: "stated", range };
  const canonical = (name: string, terms: readonly Term[]) => {
    const value = parts.get(name);
    if (value === undefined) return null;
    return bodyFact(findTerm(terms, value)?.id ?? value, locate(range, value));
  };
  return {
    competency: canonical("competency", taxonomy.competencies) ?? bodyFact("", range),
    kind: canonical("kind", taxonomy.kinds),
    team: canonical("team", taxonomy.teams),
    phase: canonical("phase", []),
    evidence: evidence.text === "" ? null : bodyFact(evidence.text, range),
    source,
  };
}

/** Reads the tag of a contributing factor, `… (gap: messaging.backpressure, knowledge)`, if it has one. */
export function readGapTag(
  { text, range }: Text,
  context: AssembleContext,
  locate: Locate,
): TaggedText {
  const tag = TAG.exec(text);
  if (!tag) {
    const unclosed = TAG_START.test(text);
    return {
      text,
      gap: null,
      problem: unclosed ? problem("Unexpected end of gap tag", locate(range, "(gap:")) : null,
    };
  }
  const rest = text.replace(TAG, "").trim();
  const parts = readParts(tag[1] ?? "");
  const written = tag[0].trim();
  if (!parts) {
    const found = problem(`Unexpected gap tag \`${written}\``, locate(range, written));
    return { text: rest, gap: null, problem: found };
  }
  const phase = parts.get("phase");
  if (phase !== undefined && !PHASES.some((known) => known === phase)) {
    const message = `Unexpected phase \`${phase}\` in a gap tag, expected one of ${PHASES.join(", ")}`;
    return { text: rest, gap: null, problem: problem(message, locate(range, phase)) };
  }
  return { text: rest, gap: gapOf(parts, { text: rest, range }, context, locate), problem: null };
}
