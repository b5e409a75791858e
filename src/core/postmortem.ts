import type { SectionKind } from "./document/body-parts.ts";
import type { Fact, Source } from "./document/fact.ts";
import type { FrontmatterOnly } from "./document/frontmatter-only.ts";
import type { ListedNames } from "./document/listed-names.ts";
import type { Point, Range } from "./position.ts";
import type { Problem } from "./problem.ts";

export type { Fact, Source };

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

export const STATUSES = ["draft", "review", "final"] as const;
export type Status = (typeof STATUSES)[number];

/** In the order in which they happen; `acknowledged` is no bound of a phase. */
export const MILESTONES = [
  "started",
  "detected",
  "acknowledged",
  "diagnosed",
  "mitigated",
  "resolved",
] as const;
export type Milestone = (typeof MILESTONES)[number];

export const PHASES = ["detect", "diagnose", "mitigate", "resolve"] as const;
export type Phase = (typeof PHASES)[number];

export const REASONS = ["expertise", "access", "authority", "capacity", "policy"] as const;

/** Where a gap or an escalation of the frontmatter comes from: what `pm suggest` wrote is `suggested` until confirmed. */
export const ENTRY_SOURCES = ["suggested", "confirmed"] as const;
export type EntrySource = (typeof ENTRY_SOURCES)[number];

export const ACTION_STATUSES = ["open", "in-progress", "done", "dropped", "proposed"] as const;

/** The value a writer gives where nobody knows; it is counted and stays out of denominators. */
export const UNKNOWN = "unknown";

/** The values that are known: neither missing nor `unknown`. */
export function knownValues(facts: readonly (Fact<string> | null)[]): readonly string[] {
  return facts.flatMap((fact) => (fact && fact.value !== UNKNOWN ? [fact.value] : []));
}

/** Values of a milestone that did not happen, as in a near miss: it asks for nothing either. */
export const NOT_APPLICABLE: readonly string[] = ["n/a", "na", "not applicable"];

/** The language that a document is written in. */
export interface DocumentLanguage {
  /** As ISO 639 has it: `de`. */
  readonly id: string;
  readonly name: string;
  /** Whether there is a vocabulary for it, so that the body can be read. */
  readonly isKnown: boolean;
}

/** A competency that was missing when it was needed. */
export interface Gap {
  readonly competency: Fact<string>;
  readonly kind: Fact<string> | null;
  readonly team: Fact<string> | null;
  readonly phase: Fact<string> | null;
  readonly evidence: Fact<string> | null;
  /** False for one that `pm suggest` proposed and nobody has confirmed since. */
  readonly confirmed: boolean;
  readonly source: Source;
}

/** A hand-over from one team to another, or to a higher tier of the same one. */
export interface Escalation {
  readonly at: Fact<EpochMs> | null;
  readonly from: Fact<string> | null;
  readonly to: Fact<string> | null;
  readonly reason: Fact<string> | null;
  readonly competency: Fact<string> | null;
  /** A sentence that describes it. */
  readonly evidence: Fact<string> | null;
  /** False for one that `pm suggest` proposed and nobody has confirmed since. */
  readonly confirmed: boolean;
  readonly source: Source;
}

export interface Action {
  readonly title: Fact<string>;
  /** A team or a role; null where none is given. */
  readonly owner: Fact<string> | null;
  /** An ISO calendar date, or whatever else was written. */
  readonly due: Fact<string> | null;
  readonly status: Fact<string> | null;
  /** The date on which it was done: ISO, or whatever else was written. */
  readonly done: Fact<string> | null;
  readonly competency: Fact<string> | null;
  readonly source: Source;
}

/** The follow-up review of an incident's learning. */
export interface Review {
  readonly due: Fact<string> | null;
  readonly done: Fact<string> | null;
  readonly criteria: Fact<string> | null;
  readonly source: Source;
}

export interface TimelineRow {
  /** Null where the time could not be read, or only a day is stated. */
  readonly at: EpochMs | null;
  /** The beginning of its day, where the row tells a day alone. */
  readonly day: EpochMs | null;
  /** The time as it was written. */
  readonly written: string;
  readonly text: string;
  /** Range of the written time. */
  readonly range: Range;
  /** Whether the row itself writes its whole date, so that its place among the others says nothing. */
  readonly isDated?: boolean;
  /** Where the half of the day is not written, and was read from the rows around it. */
  readonly confidence?: "low";
  /** Where the document leaves open on which day, or in which zone, its rows lie. */
  readonly unsure?: "day" | "zone";
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** The zone that the document states, as written; null where it states none. */
  readonly zone: string | null;
  /** The IANA zone of the clocks that are meant, where `zone` is its label of the other half-year. */
  readonly clocks?: string;
  readonly range: Range;
}

/** A section of the body, by what it is for, e.g. "timeline"; null for a heading nobody knows. */
export interface SectionFact {
  readonly kind: SectionKind | null;
  readonly heading: string;
  readonly level: number;
  /** Words in the section's own text, comments left out. */
  readonly words: number;
  readonly range: Range;
}

/** What a body has under a label where it speaks of itself: "Severity: SEV2". */
export interface LabelFact {
  readonly label: string;
  readonly value: string;
  /** Range of the value. */
  readonly range: Range;
}

/** A template's prompt to the writer, still standing in the document. */
export interface PromptFact {
  readonly text: string;
  readonly range: Range;
}

/** A word of a sentence, or what stands between its words; blanks are left out. */
export interface Token {
  /** `opaque` is what is not the writer's prose: code, the text of a link. */
  readonly type: "word" | "punctuation" | "opaque";
  readonly text: string;
  /** Stands within quotation marks, so that somebody else may have said it. */
  readonly quoted: boolean;
  /**
   * Where it stands, as offsets in the file with the line and the column of the first: a large document has
   * a million tokens, and nobody asks for the ranges of most. `rangeOfTokens` makes one.
   */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** Where it ends, if that is on another line. */
  readonly until?: Point;
}

/** A sentence of the body's prose; headings, quotes and code blocks are none. */
export interface Sentence {
  readonly tokens: readonly Token[];
  /** Kind of the section that it stands in, e.g. "timeline"; null where nobody knows it. */
  readonly section: SectionKind | null;
  readonly range: Range;
}

/** A place in the prose that names a person. */
export interface NamedPerson extends Range {
  /** Stands where names are expected, or are not the writer's: in a list of people, a quote, code. */
  readonly isListed?: true;
}

/** A comment of the document that silences a rule for some of its lines. */
export interface Directive {
  readonly ruleId: string;
  /** The lines on which a finding is silenced, both included, counted from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Range of the comment. */
  readonly range: Range;
}

/**
 * One postmortem of one incident: plain, serialisable data. Names of the taxonomy are canonical ids
 * where the taxonomy knows them, else as written. Durations are in minutes.
 */
export interface Postmortem extends FrontmatterOnly {
  readonly path: string;
  readonly hasFrontmatter: boolean;
  /** Absent where it is English. */
  readonly language?: DocumentLanguage;
  readonly id: Fact<string>;
  readonly title: Fact<string> | null;
  readonly status: Fact<Status> | null;
  /** When the postmortem was published; a date alone means the beginning of that day. */
  readonly published: Fact<EpochMs> | null;
  readonly severity: Fact<string> | null;
  readonly services: readonly Fact<string>[];
  /** The teams that responded. */
  readonly teams: readonly Fact<string>[];
  readonly detectedBy: Fact<string> | null;
  readonly trigger: Fact<string> | null;
  readonly causes: readonly Fact<string>[];
  readonly milestones: Readonly<Record<Milestone, Fact<EpochMs> | null>>;
  /** Milestones that the frontmatter says nobody knows, or that there were none. */
  readonly unknownMilestones: readonly Milestone[];
  /** Of these, those of which it says that there were none: "N/A". Absent where there are none. */
  readonly inapplicableMilestones?: readonly Milestone[];
  /** Milestones as the timeline's rows tell them, also where the frontmatter has its own. */
  readonly timelineMilestones: Readonly<Partial<Record<Milestone, Fact<EpochMs>>>>;
  /** What the document itself says its phases took, in minutes. */
  readonly statedDurations: Readonly<Partial<Record<Phase, Fact<number>>>>;
  readonly gaps: readonly Gap[];
  readonly escalations: readonly Escalation[];
  readonly actions: readonly Action[];
  readonly review: Review | null;
  readonly timeline: Timeline | null;
  /** The date that the document tells as its own, as written, where it could be one of two days. */
  readonly unclearDay: Fact<string> | null;
  /** Contributing factors in the body, tag left out. */
  readonly factors: readonly Fact<string>[];
  readonly sections: readonly SectionFact[];
  /** Labels of the body as written, also those that nobody knows. */
  readonly labels: readonly LabelFact[];
  readonly prompts: readonly PromptFact[];
  /** The body's prose; empty unless it was asked for. */
  readonly sentences: readonly Sentence[];
  /** Places in the prose that name a person; who that is is nobody's business. */
  readonly namedPeople: readonly NamedPerson[];
  /** Tells its text from all others, where that is compared and only facts are kept. */
  readonly digest?: string;
  /** Left out by reports: who worked on it, as all teams together are too few people. */
  readonly isWithheld?: true;
  /** Left out of every figure: how long it took, as too few people worked on it. */
  readonly areTimesWithheld?: true;
  /** Names that the document lists as those of people; reports get a postmortem without them. */
  readonly listedNames: ListedNames;
  readonly directives: readonly Directive[];
  readonly problems: readonly Problem[];
  /** Whether the body was read; if not, what only a body can state is missing here. */
  readonly bodyRead: boolean;
}

/**
 * What is asked of each document, so that a body is only parsed where it can answer. `prose` costs
 * as much as all the rest, and `everything` does not include it. `texts` is asked by what prints
 * sentences, and `names` by what prints a title but no sentence: people whom the body lists are to be
 * withheld there. `sections` are the parts of the body with their words, and its factors. `timeline` is
 * asked by what asks neither for milestones nor for everything. `causes` are asked apart: few frontmatters have them, and few reports print them.
 */
export type FactName =
  | "title"
  | "causes"
  | "milestones"
  | "gaps"
  | "escalations"
  | "actions"
  | "sections"
  | "timeline"
  | "names"
  | "texts"
  | "everything"
  | "prose";

/** What of each document rules across files compare: many are held at once. */
export type ComparedPostmortem = Pick<Postmortem, "path" | "id" | "milestones">;

/** What is kept of a document that was judged by itself. */
export type JudgedPostmortem = ComparedPostmortem &
  Pick<Postmortem, "status" | "directives" | "listedNames">;
