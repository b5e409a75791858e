import type {
  Action,
  Conditions,
  Escalation,
  Fact,
  Gap,
  Milestone,
  Postmortem,
  Problem,
  Review,
} from "../core/postmortem.ts";
import { MILESTONES, UNKNOWN } from "../core/postmortem.ts";
import type { LocatedYaml } from "../parse/yaml.ts";
import { checkSchema, withoutEmpty } from "../schema/check.ts";
import type { Frontmatter } from "../schema/frontmatter.ts";
import { frontmatterSchema } from "../schema/frontmatter.ts";
import type { AssembleContext } from "./context.ts";
import type { FrontmatterReader } from "./frontmatter-reader.ts";
import { createFrontmatterReader } from "./frontmatter-reader.ts";
import type { LocalTime } from "./local-times.ts";

/** What the frontmatter states; lists are null where it does not have their key. */
export interface FrontmatterFacts extends Pick<
  Postmortem,
  | "title"
  | "status"
  | "published"
  | "severity"
  | "services"
  | "teams"
  | "detectedBy"
  | "trigger"
  | "causes"
> {
  readonly id: Fact<string> | null;
  readonly milestones: Readonly<Record<Milestone, Fact<number> | null>>;
  readonly unknownMilestones: readonly Milestone[];
  readonly gaps: readonly Gap[];
  readonly escalations: readonly Escalation[] | null;
  readonly actions: readonly Action[] | null;
  readonly review: Review | null;
  readonly conditions: Conditions | null;
  readonly problems: readonly Problem[];
  /** Times that state no offset. */
  readonly localTimes: readonly LocalTime[];
}

const strictSchema = frontmatterSchema("strict");
const lenientSchema = frontmatterSchema("lenient");

function schemaProblems(yaml: LocatedYaml, data: unknown): readonly Problem[] {
  return checkSchema(strictSchema, data).map(({ kind, path, message, hint, replacement }) => {
    const edit = replacement === null ? null : yaml.replaceText(path, replacement);
    return {
      ruleId: kind === "unknown-key" ? "unknown-key" : "frontmatter-schema",
      message,
      hint,
      range: kind === "unknown-key" ? yaml.keyRange(path) : yaml.valueRange(path),
      ...(edit ? { fix: [edit] } : {}),
    };
  });
}

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
        competency: reader.text(action.competency, [...path, "competency"], taxonomy.competencies),
        source: reader.source(path),
      },
    ];
  });
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

function readMilestones(data: Frontmatter, reader: FrontmatterReader) {
  const times = data.times ?? {};
  const unknown = MILESTONES.filter((name) => times[name] === UNKNOWN);
  const read = (name: Milestone) =>
    unknown.includes(name) ? null : reader.instant(times[name], ["times", name]);
  return {
    unknown,
    milestones: Object.fromEntries(MILESTONES.map((name) => [name, read(name)])) as Record<
      Milestone,
      Fact<number> | null
    >,
  };
}

/** The facts that a parsed frontmatter states. What does not fit its schema is a problem and left out. */
export function frontmatterFacts(yaml: LocatedYaml, context: AssembleContext): FrontmatterFacts {
  const written = withoutEmpty(yaml.data ?? {});
  const data = lenientSchema.parse(written);
  const reader = createFrontmatterReader(yaml, context);
  const { taxonomy } = context;
  const { unknown, milestones } = readMilestones(data, reader);
  const facts = {
    id: reader.text(data.id, ["id"]),
    title: reader.text(data.title, ["title"]),
    status: reader.any(data.status, ["status"]),
    published: reader.day(data.published, ["published"]),
    severity: reader.text(data.severity, ["severity"], taxonomy.severities),
    services: reader.list(data.services, ["services"], taxonomy.services),
    teams: reader.list(data.teams, ["teams"], taxonomy.teams),
    detectedBy: reader.text(data.detected_by, ["detected_by"], taxonomy.detectionSources),
    trigger: reader.text(data.trigger, ["trigger"], taxonomy.triggers),
    causes: reader.list(data.causes, ["causes"], taxonomy.causes),
    milestones,
    unknownMilestones: unknown,
    gaps: readGaps(data, reader, context),
    escalations: data.escalations ? readEscalations(data, reader, context) : null,
    actions: data.actions ? readActions(data, reader, context) : null,
    review: readReview(data, reader),
    conditions: readConditions(data, reader),
  };
  return {
    ...facts,
    problems: [...schemaProblems(yaml, written), ...reader.problems()],
    localTimes: reader.localTimes(),
  };
}
