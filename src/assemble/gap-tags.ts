import type { Fact, Gap, Problem, Source } from "../core/postmortem.ts";
import { PHASES } from "../core/postmortem.ts";
import type { Range } from "../core/position.ts";
import type { Term } from "../core/taxonomy.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { Text } from "../parse/body.ts";
import type { AssembleContext, Locate } from "./context.ts";

/** Where a body may hold a tag at all, so that it is worth parsing. */
export const TAG_START = /\(gap:/i;

const TAG = /\s*\(gap:([^()]*)\)/gi;
const FORM = "(gap: competency, kind, team: …, phase: …)";

interface TaggedText {
  /** The text without its tags. */
  readonly text: string;
  readonly gaps: readonly Gap[];
  readonly problems: readonly Problem[];
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

/** One tag: its gap, or what is wrong with it. */
function readTag(
  tag: RegExpMatchArray,
  evidence: Text,
  context: AssembleContext,
  locate: Locate,
): Gap | Problem {
  const { range } = evidence;
  const parts = readParts(tag[1] ?? "");
  const written = tag[0].trim();
  if (!parts) return problem(`Unexpected gap tag \`${written}\``, locate(range, written));
  const phase = parts.get("phase");
  if (phase !== undefined && !PHASES.some((known) => known === phase)) {
    const message = `Unexpected phase \`${phase}\` in a gap tag, expected one of ${PHASES.join(", ")}`;
    return problem(message, locate(range, phase));
  }
  return gapOf(parts, evidence, context, locate);
}

/** Reads the tags of a contributing factor, `… (gap: messaging.backpressure, knowledge)`. */
export function readGapTags(
  { text, range }: Text,
  context: AssembleContext,
  locate: Locate,
): TaggedText {
  const rest = text.replaceAll(TAG, "").trim();
  const read = [...text.matchAll(TAG)].map((tag) =>
    readTag(tag, { text: rest, range }, context, locate),
  );
  const unclosed = TAG_START.test(rest)
    ? [problem("Unexpected end of gap tag", locate(range, "(gap:"))]
    : [];
  return {
    text: rest,
    gaps: read.flatMap((one) => ("competency" in one ? [one] : [])),
    problems: [...read.flatMap((one) => ("ruleId" in one ? [one] : [])), ...unclosed],
  };
}
