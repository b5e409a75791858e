import { SECTION_KINDS, type SectionKind } from "../../src/core/document/body-parts.ts";
import type { Range } from "../../src/core/position.ts";
import {
  type Action,
  type Escalation,
  type Fact,
  type Gap,
  type Milestone,
  MILESTONES,
  type Phase,
  PHASES,
  type Postmortem,
  type Review,
  type SectionFact,
  type Source,
  type Status,
} from "../../src/core/postmortem.ts";
import { read } from "./context.ts";

type Times = Readonly<Partial<Record<Milestone, string>>>;

/** What a test says of a gap; `line` is where it stands in the file. */
export interface GapShorthand {
  readonly competency: string;
  readonly kind?: string;
  readonly team?: string;
  readonly phase?: string;
  readonly evidence?: string;
  /** Default: true. */
  readonly confirmed?: boolean;
  readonly line?: number;
}

/** What a test says of an escalation; `at` is an ISO instant. */
export interface EscalationShorthand {
  readonly at?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly competency?: string;
  /** Default: true. */
  readonly confirmed?: boolean;
}

/** What a test says of an action. */
export interface ActionShorthand {
  readonly title?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly status?: string;
  readonly done?: string;
  readonly competency?: string;
}

/** What a test says of the follow-up review. */
export interface ReviewShorthand {
  readonly due?: string;
  readonly done?: string;
  readonly criteria?: string;
}

/** What a test says of a postmortem: plain values; times are ISO instants, durations minutes. */
export interface PostmortemShorthand {
  readonly id?: string;
  readonly path?: string;
  readonly title?: string;
  readonly status?: Status;
  readonly severity?: string;
  readonly services?: readonly string[];
  readonly teams?: readonly string[];
  readonly detectedBy?: string;
  readonly trigger?: string;
  readonly causes?: readonly string[];
  /** Milestones as stated in the frontmatter. */
  readonly times?: Times;
  /** Milestones as read from the timeline alone. */
  readonly inferredTimes?: Times;
  readonly statedMinutes?: Readonly<Partial<Record<Phase, number>>>;
  /** A competency alone, or a gap in full. */
  readonly gaps?: readonly (string | GapShorthand)[];
  readonly escalations?: readonly EscalationShorthand[];
  readonly actions?: readonly ActionShorthand[];
  readonly review?: ReviewShorthand;
  readonly factors?: readonly string[];
  /** Words of the body's sections, by kind. */
  readonly words?: Readonly<Partial<Record<SectionKind, number>>>;
  /** Fields in full, over all that the shorthand gives. */
  readonly rest?: Partial<Postmortem>;
}

/** The range of the first character of a line. */
function lineRange(line: number): Range {
  const start = { line, column: 1, offset: (line - 1) * 80 };
  return { start, end: start };
}

/** A fact that the frontmatter states, on line 1 unless told. */
function stated<T>(value: T, line = 1): Fact<T> {
  return { value, source: sourceAt(line, "stated") };
}

function sourceAt(line: number, how: Source["how"]): Source {
  const origin = how === "inferred" ? "body" : "frontmatter";
  return { origin, how, range: lineRange(line) };
}

function optional<T>(value: T | undefined): Fact<T> | null {
  return value === undefined ? null : stated(value);
}

function instant(text: string, how: Source["how"]): Fact<number> {
  return { value: Date.parse(text), source: sourceAt(1, how) };
}

function milestonesOf(times: Times, inferred: Times): Postmortem["milestones"] {
  const fact = (milestone: Milestone) => {
    const [written, read] = [times[milestone], inferred[milestone]];
    if (written !== undefined) return instant(written, "stated");
    return read === undefined ? null : instant(read, "inferred");
  };
  return {
    started: fact("started"),
    detected: fact("detected"),
    acknowledged: fact("acknowledged"),
    diagnosed: fact("diagnosed"),
    mitigated: fact("mitigated"),
    resolved: fact("resolved"),
  };
}

function buildGap(shorthand: string | GapShorthand): Gap {
  const gap = typeof shorthand === "string" ? { competency: shorthand } : shorthand;
  return {
    competency: stated(gap.competency),
    kind: optional(gap.kind),
    team: optional(gap.team),
    phase: optional(gap.phase),
    evidence: optional(gap.evidence),
    confirmed: gap.confirmed ?? true,
    source: sourceAt(gap.line ?? 1, "stated"),
  };
}

function buildEscalation(escalation: EscalationShorthand): Escalation {
  return {
    at: escalation.at === undefined ? null : instant(escalation.at, "stated"),
    from: optional(escalation.from),
    to: optional(escalation.to),
    reason: optional(escalation.reason),
    competency: optional(escalation.competency),
    evidence: null,
    confirmed: escalation.confirmed ?? true,
    source: sourceAt(1, "stated"),
  };
}

function buildAction(action: ActionShorthand): Action {
  return {
    title: stated(action.title ?? "Game day"),
    owner: optional(action.owner),
    due: optional(action.due),
    status: optional(action.status),
    done: optional(action.done),
    competency: optional(action.competency),
    source: sourceAt(1, "stated"),
  };
}

function buildReview(review: ReviewShorthand | undefined): Review | null {
  if (review === undefined) return null;
  return {
    due: optional(review.due),
    done: optional(review.done),
    criteria: optional(review.criteria),
    source: sourceAt(1, "stated"),
  };
}

function buildSection(kind: SectionKind, words: number): SectionFact {
  return { kind, heading: kind, level: 2, words, range: lineRange(1) };
}

/** What is not told in a test is as in an empty document. */
const EMPTY = read("");

/** A full postmortem from a shorthand; what is not told is missing, as in an empty document. */
export function buildPostmortem(shorthand: PostmortemShorthand = {}): Postmortem {
  const id = shorthand.id ?? "incident";
  const inferred = shorthand.inferredTimes ?? {};
  const readFromTimeline = MILESTONES.flatMap((milestone) => {
    const text = inferred[milestone];
    return text === undefined ? [] : [[milestone, instant(text, "inferred")] as const];
  });
  const statedDurations = PHASES.flatMap((phase) => {
    const minutes = shorthand.statedMinutes?.[phase];
    return minutes === undefined ? [] : [[phase, stated(minutes)] as const];
  });
  return {
    ...EMPTY,
    path: shorthand.path ?? `${id}.md`,
    hasFrontmatter: true,
    id: stated(id),
    title: optional(shorthand.title),
    status: optional(shorthand.status),
    severity: optional(shorthand.severity),
    services: (shorthand.services ?? []).map((service) => stated(service)),
    teams: (shorthand.teams ?? []).map((team) => stated(team)),
    detectedBy: optional(shorthand.detectedBy),
    trigger: optional(shorthand.trigger),
    causes: (shorthand.causes ?? []).map((cause) => stated(cause)),
    milestones: milestonesOf(shorthand.times ?? {}, inferred),
    timelineMilestones: Object.fromEntries(readFromTimeline),
    statedDurations: Object.fromEntries(statedDurations),
    gaps: (shorthand.gaps ?? []).map(buildGap),
    escalations: (shorthand.escalations ?? []).map(buildEscalation),
    actions: (shorthand.actions ?? []).map(buildAction),
    review: buildReview(shorthand.review),
    factors: (shorthand.factors ?? []).map((factor) => stated(factor)),
    sections: SECTION_KINDS.flatMap((kind) => {
      const words = shorthand.words?.[kind];
      return words === undefined ? [] : [buildSection(kind, words)];
    }),
    bodyRead: true,
    ...shorthand.rest,
  };
}
