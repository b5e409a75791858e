import { bisectRight } from "d3-array";
import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Action, Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { startDay } from "../shared/days.ts";
import { type Part, partColumns } from "../shared/figures.ts";
import { gapCompetencies } from "../shared/filters.ts";
import { incidentColumns } from "../shared/incident-columns.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { verb } from "../shared/words.ts";
import { type ActionMention, builds, isOfTooFew, placeOfAction } from "./mentions.ts";

interface Effect {
  readonly mention: ActionMention;
  readonly competency: string;
  readonly done: string;
  readonly before: Part;
  readonly since: Part;
  /** The last day on which the gap came back; null where it did not. */
  readonly lastSeen: string | null;
}

function outcome({ since }: Effect): string {
  if (since.of === 0) return "no incident since";
  return since.part > 0 ? "came back" : "not seen since";
}

const COLUMNS: readonly ColumnOf<Effect>[] = [
  competencyColumn("competency", "Competency", "text", 1, ({ competency }) => competency),
  column("action", "Action", "text", 2, ({ mention }) => mention.action.title.value),
  column(
    "done",
    "Done",
    "date",
    1,
    ({ mention, done }) => (isOfTooFew(mention) ? null : done),
    "The day on which the action was done; none where it could be one person's.",
  ),
  column("outcome", "Since then", "text", 1, outcome),
  ...partColumns<Effect>("incidents_since", "Incidents since", 1, ({ since }) => since),
  ...partColumns<Effect>("incidents_before", "Before", 3, ({ before }) => before),
  column("last_seen", "Last seen", "date", 3, ({ lastSeen }) => lastSeen),
  ...incidentColumns<Effect>(({ mention }) => mention.incident, 3),
];

const cameBackFirst = compareBy<Effect>(
  (a, b) => b.since.part - a.since.part,
  (a, b) => (b.since.of ?? 0) - (a.since.of ?? 0),
  (a, b) => compareText(a.competency, b.competency),
  (a, b) => compareText(a.done, b.done),
  (a, b) => compareText(a.mention.incident.path, b.mention.incident.path),
  (a, b) => a.mention.action.source.range.start.offset - b.mention.action.source.range.start.offset,
);

/** Days on which incidents started, in order: of all of them, and of those that lacked a skill. */
interface History {
  readonly days: readonly string[];
  /** Worked out once for a competency, for many actions may build it. */
  readonly missing: (action: Action) => readonly string[];
}

function historyOf(incidents: readonly Postmortem[], query: Query): History {
  const dated = incidents
    .map((incident) => ({ day: startDay(incident, query), names: gapCompetencies(incident) }))
    .toSorted((a, b) => compareText(a.day, b.day));
  const known = new Map<string, readonly string[]>();
  const missing = (action: Action) => {
    const key = action.competency?.value ?? "";
    const days =
      known.get(key) ??
      dated
        .filter(({ names }) => names.some((name) => builds(action, name, query.taxonomy)))
        .map(({ day }) => day);
    known.set(key, days);
    return days;
  };
  return { days: dated.map(({ day }) => day), missing };
}

function effectOf(
  mention: ActionMention,
  { days, missing }: History,
  { taxonomy }: Query,
): readonly Effect[] {
  const { action, done } = mention;
  if (done === null || action.competency === null) return [];
  const lacking = missing(action);
  const before = { part: bisectRight(lacking, done), of: bisectRight(days, done) };
  const since = { part: lacking.length - before.part, of: days.length - before.of };
  return [
    {
      ...{ mention, done, before, since },
      competency: listedLabel(taxonomy.competencies, action.competency.value),
      lastSeen: since.part > 0 ? (lacking.at(-1) ?? null) : null,
    },
  ];
}

/**
 * What became of gaps after an action against them was done.
 * @param history the incidents up to the end of the window, oldest first
 */
export function effectsSection(
  mentions: readonly ActionMention[],
  history: readonly Postmortem[],
  query: Query,
): Section {
  const done = mentions.filter(({ state }) => state === "done");
  const days = historyOf(history, query);
  const dated = done.flatMap((mention) => effectOf(mention, days, query));
  const effects = dated.filter(({ before }) => before.part > 0);
  const again = effects.filter(({ since }) => since.part > 0).length;
  const left = done.length - dated.length;
  const lack = verb(left, "lacks", "lack");
  const them = verb(left, "it", "they");
  const idle = dated.length - effects.length;
  const build = verb(idle, "builds", "build");
  return tabulate({
    key: "effects",
    title: "Did it work? Gaps since an action was done",
    columns: COLUMNS,
    items: effects.toSorted(cameBackFirst),
    finding:
      effects.length > 0
        ? `After ${again} of ${counted(effects.length, "done action")} the gap came back`
        : null,
    chart: {
      ...{ kind: "change", label: "action" },
      called: "Share of incidents with the gap",
      ...{ before: "incidents_before_share", after: "incidents_since_share" },
    },
    places: ({ mention }) => [placeOfAction(mention)],
    whenEmpty: "No action with a date done names a competency that an incident before it lacked.",
    notes: [
      ...(effects.length > 0
        ? [
            "Of the incidents since the action was done, those with the gap. With few incidents the interval is wide, and other things changed at the same time.",
          ]
        : []),
      ...(left > 0
        ? [
            `${counted(left, "done action")} ${lack} a competency or a date done, so ${them} cannot be judged.`,
          ]
        : []),
      ...(idle > 0
        ? [
            `${counted(idle, "done action")} ${build} a skill that no earlier incident lacked; left out.`,
          ]
        : []),
    ],
  });
}
