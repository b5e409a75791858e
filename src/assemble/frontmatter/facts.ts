import { byMilestone } from "../../core/document/by-milestone.ts";
import type { Conditions, FrontmatterOnly } from "../../core/document/frontmatter-only.ts";
import {
  type Action,
  type Escalation,
  type Fact,
  type Gap,
  type Milestone,
  MILESTONES,
  NOT_APPLICABLE,
  type Review,
  UNKNOWN,
} from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import type { LocatedData } from "../../parse/frontmatter/located-data.ts";
import { decode, withoutEmpty } from "../../schema/check.ts";
import { type Frontmatter, frontmatterSchema } from "../../schema/frontmatter.ts";
import type { AssembleContext } from "../context.ts";
import { fitSeverity } from "../labels/values.ts";
import { isInapplicable as isNone } from "../times/left-open.ts";
import { type KeyedDurations, keyedDurations } from "./keyed-durations.ts";
import type { LocalTime } from "./local-times.ts";
import { otherToolsActions } from "./other-tools-actions.ts";
import { otherToolsContradictions, withRepeated } from "./other-tools-contradictions.ts";
import {
  type KeyedFacts,
  type OtherToolsFacts,
  type ReadOtherToolsKey,
  readOtherToolsKeys,
} from "./other-tools-keys.ts";
import { createFrontmatterReader, type FrontmatterReader } from "./reader.ts";
import { schemaProblems } from "./schema-problems.ts";
import { type TaggedFacts, taggedFacts } from "./tagged-facts.ts";

/** What the frontmatter states; lists are null where it does not have their key. */
export interface FrontmatterFacts extends KeyedFacts {
  readonly id: Fact<string> | null;
  readonly unknownMilestones: readonly Milestone[];
  /** Of these, those of which it says that there was none: "N/A". */
  readonly inapplicable: readonly Milestone[];
  readonly gaps: readonly Gap[];
  readonly escalations: readonly Escalation[] | null;
  readonly actions: readonly Action[] | null;
  readonly review: Review | null;
  readonly only: FrontmatterOnly;
  readonly problems: readonly Problem[];
  /** Times that state no offset. */
  readonly localTimes: readonly LocalTime[];
  /** The day of the incident, as a key of others tells it. */
  readonly day: OtherToolsFacts["day"];
  readonly isPublishing: boolean;
  /** What its tags name. */
  readonly tagged: TaggedFacts;
  /** What its keys say that phases took, in minutes. */
  readonly statedDurations: KeyedDurations["durations"];
  /** Keys that are not ours, and what became of their values. */
  readonly otherToolsKeys: readonly ReadOtherToolsKey[];
}

const lenientSchema = frontmatterSchema("lenient");
const strictSchema = frontmatterSchema("strict");

function readGaps(data: Frontmatter, reader: FrontmatterReader, { taxonomy }: AssembleContext) {
  return (data.gaps ?? []).flatMap((gap, index): Gap[] => {
    const path = ["gaps", index];
    const competency = reader.text(gap?.competency, [...path, "competency"], taxonomy.competencies);
    if (!gap || !competency) return [];
    return [
      {
        competency,
        kind: reader.text(gap.kind, [...path, "kind"], taxonomy.kinds),
        team: reader.text(gap.team, [...path, "team"], taxonomy.teams),
        phase: reader.text(gap.phase, [...path, "phase"]),
        evidence: reader.text(gap.evidence, [...path, "evidence"]),
        confirmed: gap.source !== "suggested",
        source: reader.source(path),
      },
    ];
  });
}

function readEscalations(data: Frontmatter, reader: FrontmatterReader, context: AssembleContext) {
  const { teams, competencies } = context.taxonomy;
  return (data.escalations ?? []).flatMap((escalation, index): Escalation[] => {
    if (!escalation) return [];
    const path = ["escalations", index];
    return [
      {
        at: reader.instant(escalation.at, [...path, "at"]),
        from: reader.text(escalation.from, [...path, "from"], teams),
        to: reader.text(escalation.to, [...path, "to"], teams),
        reason: reader.text(escalation.reason, [...path, "reason"]),
        competency: reader.text(escalation.competency, [...path, "competency"], competencies),
        evidence: reader.text(escalation.evidence, [...path, "evidence"]),
        confirmed: escalation.source !== "suggested",
        source: reader.source(path),
      },
    ];
  });
}

function readActions(data: Frontmatter, reader: FrontmatterReader, { taxonomy }: AssembleContext) {
  return (data.actions ?? []).flatMap((action, index): Action[] => {
    const path = ["actions", index];
    const title = reader.text(action?.title, [...path, "title"]);
    if (!action || !title) return [];
    return [
      {
        title,
        owner: reader.text(action.owner, [...path, "owner"], taxonomy.teams),
        due: reader.text(action.due, [...path, "due"]),
        status: reader.text(action.status, [...path, "status"]),
        done: reader.text(action.done, [...path, "done"]),
        competency: reader.text(action.competency, [...path, "competency"], taxonomy.competencies),
        source: reader.source(path),
      },
    ];
  });
}

/** The actions that the frontmatter lists; null where it lists none. */
function actionsOf(
  located: LocatedData,
  data: Frontmatter,
  written: unknown,
  reader: FrontmatterReader,
  context: AssembleContext,
): readonly Action[] | null {
  const own = data.actions ? readActions(data, reader, context) : null;
  if (own && own.length > 0) return own;
  return otherToolsActions(located, written, context) ?? own;
}

function readReview(data: Frontmatter, reader: FrontmatterReader): Review | null {
  if (!data.review) return null;
  return {
    due: reader.text(data.review.due, ["review", "due"]),
    done: reader.text(data.review.done, ["review", "done"]),
    criteria: reader.text(data.review.criteria, ["review", "criteria"]),
    source: reader.source(["review"]),
  };
}

function readConditions(data: Frontmatter, reader: FrontmatterReader): Conditions | null {
  const { conditions } = data;
  if (!conditions) return null;
  return {
    responders: reader.any(conditions.responders, ["conditions", "responders"]),
    familiarity: reader.any(conditions.familiarity, ["conditions", "familiarity"]),
    staffing: reader.any(conditions.staffing, ["conditions", "staffing"]),
    fatigue: reader.any(conditions.fatigue, ["conditions", "fatigue"]),
  };
}

/** A milestone as it is stated, or as `pm import` read it from wording and nobody checked it since. */
function readMilestone(
  name: Milestone,
  times: NonNullable<Frontmatter["times"]>,
  reader: FrontmatterReader,
): Fact<number> | null {
  const fact = reader.instant(times[name], ["times", name]);
  if (!fact || !times.inferred?.includes(name)) return fact;
  return { ...fact, source: { ...fact.source, how: "inferred" } };
}

/** The severity under our key; a level in digits alone is that of the taxonomy: `severity: 2`. */
function severityOf(
  { severity }: Frontmatter,
  reader: FrontmatterReader,
  context: AssembleContext,
): Fact<string> | null {
  const own = reader.text(severity, ["severity"], context.taxonomy.severities);
  const fit = own && /^\d$/.test(own.value) ? fitSeverity(own.value, context) : null;
  return own && fit?.ok === true ? { ...own, value: fit.value.id, written: own.value } : own;
}

/** Whether a time says that there is none. */
function isInapplicable(written: string | undefined): boolean {
  return NOT_APPLICABLE.includes(written?.trim().toLowerCase() ?? "");
}

/** Whether a key of others says that there was no such milestone. */
function saysNone(
  keys: readonly ReadOtherToolsKey[],
  name: Milestone,
  { vocabulary }: AssembleContext,
): boolean {
  return keys.some(
    ({ meaning, value }) =>
      meaning === `times.${name}` && typeof value === "string" && isNone(value, vocabulary),
  );
}

/** Whether a time says that nobody knows it, or that there is none. */
function isUnknownTime(written: string | undefined): boolean {
  return written?.trim().toLowerCase() === UNKNOWN || isInapplicable(written);
}

/** The facts that a parsed frontmatter states. What does not fit its schema is a problem and left out. */
export function frontmatterFacts(located: LocatedData, context: AssembleContext): FrontmatterFacts {
  const written = withoutEmpty(located.data ?? {});
  // What fits the strict form is the same in the lenient one.
  const checked = decode(strictSchema, written);
  const fits = "data" in checked;
  const data = fits ? checked.data : lenientSchema.parse(written);
  const reader = createFrontmatterReader(located, context);
  const { taxonomy } = context;
  const times = data.times ?? {};
  const open = MILESTONES.filter((name) => isUnknownTime(times[name]));
  const own = byMilestone((name) =>
    open.includes(name) ? null : readMilestone(name, times, reader),
  );
  const otherTools = readOtherToolsKeys(located, written, context);
  const openElsewhere = otherTools.leftOpen.filter((name) => own[name] === null);
  const unknown = MILESTONES.filter((name) => open.includes(name) || openElsewhere.includes(name));
  const services = reader.list(data.services, ["services"], taxonomy.services);
  const teams = reader.list(data.teams, ["teams"], taxonomy.teams);
  const causes = reader.list(data.causes, ["causes"], taxonomy.causes);
  const detectedBy = reader.text(data.detected_by, ["detected_by"], taxonomy.detectionSources);
  const facts = {
    id: reader.text(data.id, ["id"]),
    title: reader.text(data.title, ["title"]) ?? otherTools.title,
    status: reader.any(data.status, ["status"]) ?? otherTools.status,
    published: reader.day(data.published, ["published"]) ?? otherTools.published,
    severity: severityOf(data, reader, context) ?? otherTools.severity,
    services: services.length > 0 ? services : otherTools.services,
    teams: teams.length > 0 ? teams : otherTools.teams,
    detectedBy: detectedBy ?? otherTools.detectedBy,
    trigger: reader.text(data.trigger, ["trigger"], taxonomy.triggers) ?? otherTools.trigger,
    causes: causes.length > 0 ? causes : otherTools.causes,
    milestones: byMilestone((name) => own[name] ?? otherTools.milestones[name]),
    unknownMilestones: unknown,
    inapplicable: unknown.filter((name) =>
      open.includes(name) ? isInapplicable(times[name]) : saysNone(otherTools.keys, name, context),
    ),
    gaps: readGaps(data, reader, context),
    escalations: data.escalations ? readEscalations(data, reader, context) : null,
    actions: actionsOf(located, data, written, reader, context),
    review: readReview(data, reader),
    only: { conditions: readConditions(data, reader) },
    ...{ day: otherTools.day, isPublishing: otherTools.isPublishing },
    tagged: taggedFacts(otherTools.keys, located, context),
  };
  const { durations, keys } = keyedDurations(located, otherTools.keys, context);
  const otherToolsKeys = withRepeated(keys, otherTools.competing, facts, context);
  const invalid = fits
    ? []
    : schemaProblems(located, { data: written, ...checked }, otherToolsKeys, context);
  return {
    ...facts,
    statedDurations: durations,
    otherToolsKeys,
    problems: [
      ...invalid,
      ...reader.problems(),
      ...otherToolsContradictions(otherTools.competing, facts, context),
    ],
    localTimes: reader.localTimes(),
  };
}

/** The keys of a frontmatter that are not ours, with what became of their values. */
export function otherToolsKeysOf(
  located: LocatedData,
  context: AssembleContext,
): readonly ReadOtherToolsKey[] {
  return readOtherToolsKeys(located, withoutEmpty(located.data ?? {}), context).keys;
}
