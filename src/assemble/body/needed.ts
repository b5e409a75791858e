import { type FactName, MILESTONES } from "../../core/postmortem.ts";
import { PHASE_BOUNDS } from "../../core/time/durations.ts";
import type { AssembleContext } from "../context.ts";
import type { FrontmatterFacts } from "../frontmatter/facts.ts";
import { labelStart } from "../labels/labels.ts";
import { byLineStart } from "../people/by-lines.ts";
import { mayNameInProse, namesInProse } from "../people/first-named.ts";
import { hasInitialsIn, initialsIn } from "../people/initials.ts";
import { listingWords } from "../people/listed-people.ts";
import { listingStart } from "../people/listing-texts.ts";
import { mayHaveLogins } from "../people/logins.ts";
import { mayListNameIn } from "../people/may-list.ts";
import { nameTestOf } from "../people/name-test.ts";
import { mayChat } from "../people/nicks.ts";
import { mayNameLogins } from "../people/role-logins.ts";
import { maySign } from "../people/signed.ts";
import { CHAT_LINE } from "../people/speakers.ts";
import { mayTranscribe } from "../people/transcripts.ts";
import { mayHaveEscalations } from "../sections/cells.ts";
import { mayHaveGapTable } from "./gap-tables.ts";
import { TAG_START } from "./gap-tags.ts";

const BOUNDS = Object.values(PHASE_BOUNDS);

/** Whether the frontmatter states when a phase began and ended, so that no other duration of it counts. */
function statesPhase({ milestones }: FrontmatterFacts, [from, to]: (typeof BOUNDS)[number]) {
  const [start, end] = [milestones[from], milestones[to]];
  const isExact = [start, end].every(
    (fact) => fact?.source.how === "stated" && fact.source.precision !== "day",
  );
  return isExact && start !== null && end !== null && start.value <= end.value;
}

/**
 * Whether the frontmatter tells its incident from all others by title, services and start, and states
 * how long each phase took: nothing else that the body says of these would count.
 */
function isStated(facts: FrontmatterFacts): boolean {
  const { title, services, milestones } = facts;
  const isInstant = milestones.started?.value === milestones.resolved?.value;
  const isNamed = title !== null && services.length > 0;
  return isNamed && !isInstant && BOUNDS.every((bounds) => statesPhase(facts, bounds));
}

/** Whether the frontmatter leaves open what a label of the body may state, and what is asked. */
function lacksLabelled(facts: FrontmatterFacts, needs: readonly FactName[]): boolean {
  const { status, severity, services, teams, detectedBy, trigger, causes } = facts;
  const areCausesAsked = needs.includes("causes") || !isStated(facts);
  return (
    [status, severity, detectedBy, trigger].includes(null) ||
    [services, teams].some(({ length }) => length === 0) ||
    (areCausesAsked && causes.length === 0)
  );
}

/** Whether facts of a frontmatter are such as only an incident has. */
export function isOfIncident({
  milestones,
  severity,
  services,
}: Pick<FrontmatterFacts, "milestones" | "severity" | "services">): boolean {
  return [severity, ...services, ...Object.values(milestones)].some(
    (fact) => fact?.source.origin === "frontmatter" && fact.source.precision !== "day",
  );
}

/** Whether the frontmatter leaves a milestone open. */
function lacksMilestone(facts: FrontmatterFacts): boolean {
  return MILESTONES.some(
    (name) =>
      name !== "acknowledged" &&
      facts.milestones[name] === null &&
      !facts.unknownMilestones.includes(name),
  );
}

/** What of a body takes long to read, and need not be read for every question. */
export interface BodyParts {
  /** The day of the incident, its timeline and its milestones. */
  readonly times: boolean;
  /** Its timeline without its milestones. */
  readonly timeline: boolean;
  /** The day alone, by which dates beside what is to be done are read. */
  readonly day: boolean;
  readonly actions: boolean;
  /** Its title, where the frontmatter has none. */
  readonly title: boolean;
  /** What stands under labels. */
  readonly labels: boolean;
  /** What it says that phases took. */
  readonly durations: boolean;
  /** Its sections and factors, which also tell what kind of document it is. */
  readonly sections: boolean;
  /** Whom the document lists, owners of actions among them. */
  readonly people: boolean;
  readonly prose: boolean;
  /** All that only `pm lint` and `pm show` tell of, such as what a writer may have got wrong. */
  readonly slips: boolean;
}

/** Whether the frontmatter has a milestone with its time, by which alone it tells of an incident. */
function hasExactMilestone({ milestones }: FrontmatterFacts): boolean {
  return Object.values(milestones).some((fact) => fact && fact.source.precision !== "day");
}

/** What of a body has to be read to answer what is asked. */
export function neededParts(facts: FrontmatterFacts, needs: readonly FactName[]): BodyParts {
  const everything = needs.includes("everything");
  const prose = needs.includes("prose");
  const isProse = prose || needs.includes("timeline");
  const whole = everything || prose;
  const people = whole || needs.includes("texts") || needs.includes("names");
  const isOpen = lacksMilestone(facts) || !hasExactMilestone(facts);
  const tasks = needs.includes("actions") && facts.actions === null;
  return {
    times: everything || (needs.includes("milestones") && isOpen),
    timeline: needs.includes("timeline"),
    // An owner beside a date without a year is only recognised with the day.
    day: tasks || people,
    actions: whole || tasks,
    title: facts.title === null,
    labels: everything || lacksLabelled(facts, needs),
    durations: everything || (!isProse && !isStated(facts)),
    sections: whole || needs.includes("sections") || !isOfIncident(facts),
    people,
    prose,
    slips: everything,
  };
}

/** The names of the services and teams that the frontmatter states. */
export function groupsOf({ services, teams }: FrontmatterFacts): readonly string[] {
  return [...services, ...teams].map(({ value }) => value);
}

/** What of a frontmatter is printed where no sentence of it is. */
function shortTexts(facts: FrontmatterFacts): readonly string[] {
  const { id, title, severity, services, teams, detectedBy, trigger, causes } = facts;
  const gaps = facts.gaps.flatMap(({ competency, kind, team, phase }) => [
    ...[competency, kind, team, phase],
  ]);
  const escalations = (facts.escalations ?? []).flatMap(({ from, to, reason, competency }) => [
    ...[from, to, reason, competency],
  ]);
  const own = [id, title, severity, ...services, ...teams, detectedBy, trigger, ...causes];
  return [...own, ...gaps, ...escalations].flatMap((fact) =>
    fact === null ? [] : [fact.value, ...(fact.written === undefined ? [] : [fact.written])],
  );
}

/** Whether people may sign, be thanked or speak in a body, wherever a name of theirs then stands. */
function mayNameByTheWay(body: string, { vocabulary }: AssembleContext): boolean {
  return (
    maySign(body, vocabulary) ||
    mayChat(body) ||
    mayHaveLogins(body) ||
    mayTranscribe(body) ||
    mayNameLogins(body, vocabulary)
  );
}

/** Whether a body may list people, seen without parsing it. */
function mayListPeople(body: string, { vocabulary }: AssembleContext): boolean {
  return [listingStart(vocabulary), CHAT_LINE, byLineStart(vocabulary)].some((start) =>
    start.test(body),
  );
}

/** Whether the frontmatter leaves open what is asked, so that the body must be parsed. */
export function bodyIsNeeded(
  facts: FrontmatterFacts,
  { path, body }: { readonly path: string; readonly body: string },
  needs: readonly FactName[],
  context: AssembleContext,
): boolean {
  const isAsked = needs.length > 0 && lacksLabelled(facts, needs);
  if (isAsked && labelStart(context.vocabulary).test(body)) return true;
  return needs.some((need) => {
    switch (need) {
      case "title":
        return facts.title === null;
      case "milestones":
        return lacksMilestone(facts);
      case "gaps":
        return TAG_START.test(body) || mayHaveGapTable(body, context);
      case "escalations":
        return mayHaveEscalations(body, context);
      case "actions":
        return facts.actions === null;
      case "causes":
        // They stand under labels alone.
        return false;
      case "texts":
        // Whom the body lists is withheld wherever else the document names them.
        return (
          mayListPeople(body, context) ||
          mayNameByTheWay(body, context) ||
          namesInProse(nameTestOf(body, context)) ||
          initialsIn(nameTestOf(body, context)).length > 0
        );
      case "names":
        return (
          mayNameByTheWay(body, context) ||
          mayNameInProse([path, ...shortTexts(facts)], nameTestOf(body, context)) ||
          hasInitialsIn([path, ...shortTexts(facts)], nameTestOf(body, context)) ||
          (mayListPeople(body, context) &&
            mayListNameIn(
              [path, ...shortTexts(facts)],
              body,
              listingWords(groupsOf(facts), context),
            ))
        );
      case "sections":
      case "timeline":
      case "everything":
      case "prose":
        return true;
    }
  });
}
