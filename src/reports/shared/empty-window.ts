import { counted } from "../../core/counted.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { resolveBound } from "../../core/time/window.ts";
import type { Query } from "../define.ts";
import type { ActiveFilter } from "./filters.ts";
import { verb } from "./words.ts";

const STEPS = ["3mo", "6mo", "1y", "2y", "5y", "10y"] as const;

interface Emptiness {
  readonly query: Query;
  readonly filters: readonly ActiveFilter[];
  /** Through every filter, in the window or not. */
  readonly matching: readonly Postmortem[];
  /** In the window, through the filters or not. */
  readonly inWindow: readonly Postmortem[];
}

/** When incidents started, of those that tell it. */
export function startsOf(postmortems: readonly Postmortem[]): readonly number[] {
  return postmortems.flatMap(({ milestones }) => milestones.started?.value ?? []);
}

/** The smallest of the usual steps back that reaches an instant, else its date. */
function sinceThatReaches(started: number, query: Query): string {
  const { window, timeZone } = query;
  const context = { asOf: window.asOf ?? window.until, timeZone };
  const step = STEPS.find((text) => (resolveBound(text, context) ?? Infinity) <= started);
  return step ?? isoDate(started, timeZone);
}

/** Where the nearest incident lies outside the window. */
function whereToLook({ query, matching }: Emptiness): string {
  const { window, timeZone } = query;
  const starts = startsOf(matching);
  const before = starts.filter((started) => started < window.until);
  if (before.length > 0) {
    const newest = Math.max(...before);
    return ` Newest: ${isoDate(newest, timeZone)}; try --since ${sinceThatReaches(newest, query)}.`;
  }
  if (starts.length === 0) return "";
  return ` Oldest: ${isoDate(Math.min(...starts), timeZone)}; try a later --until.`;
}

/** What the filters ask for together: more than a team that some of these incidents name. */
function askedFor(filters: readonly ActiveFilter[], among: readonly Postmortem[]): string {
  const [first, ...others] = filters;
  const labels = filters.map(({ label }) => label).join(" and ");
  // A team that an incident names need not have lacked anything in it.
  const isGap = first !== undefined && others.length === 0 && among.some(first.passes);
  return isGap ? `a gap of ${labels}` : labels;
}

/** The filters that let nothing of the window through: those that do so alone, else all together. */
function emptyingFilters({ filters, inWindow }: Emptiness): string {
  const passing = filters.map(({ label, passes }) => {
    return { label, count: inWindow.filter(passes).length };
  });
  const alone = passing.filter(({ count }) => count === 0).map(({ label }) => label);
  if (alone.length > 0) return `${alone.join(", none with ")}.`;
  const together = askedFor(filters, inWindow);
  if (passing.length === 1) return `${together}.`;
  const each = passing.map(({ label, count }) => `${count} with ${label}`).join(", ");
  return `${together} together. Leave one out: ${each}.`;
}

function stretch({ window, timeZone }: Query): string {
  const until = isoDate(window.until, timeZone);
  if (window.since === null) return `before ${until}`;
  return `between ${isoDate(window.since, timeZone)} and ${until}`;
}

/** One or two sentences for a selection without incidents: why, and what would find some. */
export function describeEmptyWindow(emptiness: Emptiness): string {
  const { query, filters, inWindow, matching } = emptiness;
  if (query.postmortems.length === 0) {
    const drafts = query.drafts ?? 0;
    if (drafts === 0) return "There are no postmortems to read.";
    const them = verb(drafts, "it", "them");
    return `Everything here is still a draft (${counted(drafts, "draft")}): --include-drafts counts ${them}, \`status: final\` in the frontmatter ends a draft.`;
  }
  if (startsOf(query.postmortems).length === 0) {
    return `No incident has a readable start (${counted(query.postmortems.length, "postmortem")} read): \`pm lint\` says where to write it.`;
  }
  const where = whereToLook(emptiness);
  const nowhere =
    matching.length === 0
      ? ` None at any other time has ${askedFor(filters, query.postmortems)}: \`pm list\` shows what there is.`
      : "";
  if (inWindow.length > 0) {
    const started = `${counted(inWindow.length, "incident")} started ${stretch(query)}`;
    return `${started}, none with ${emptyingFilters(emptiness)}${where}${nowhere}`;
  }
  return `No incidents started ${stretch(query)}.${where}${nowhere}`;
}
