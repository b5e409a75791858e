import type { Cell, Report, Section } from "../../core/table.ts";
import { isoDate, isoMonth, stepBack } from "../../core/time/calendar.ts";
import { actions } from "../actions/actions.ts";
import { defineReport, type Query } from "../define.ts";
import { escalations } from "../escalations/escalations.ts";
import { impact } from "../impact/impact.ts";
import { allTime } from "../shared/all-time.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { extendedSection } from "../ttd/extended-diagnoses.ts";
import { decisionsSection } from "./decisions.ts";
import { onlyRows } from "./filtered-section.ts";
import { gapStates, gapStatesSection } from "./gap-states.ts";
import { happenedSection } from "./happened.ts";
import { questionsSection } from "./questions.ts";
import { thinSection } from "./thin.ts";
import { waitingSection } from "./waiting.ts";

/** What of the actions is talked about: where they stand, what is open, what came back, what is due. */
const OF_ACTIONS = ["states", "open", "effects", "reviews"];

/** A month ahead: until the next review. */
const SOON = { count: -31, unit: "days" } as const;

function sectionsOf({ sections }: Report, keys: readonly string[]): readonly Section[] {
  return sections.filter(({ key }) => keys.includes(key));
}

/** What of the actions is for this meeting: what is overdue or due soon, and what came back. */
function forTheMeeting(section: Section, query: Query): Section {
  const { key } = section;
  const { window, timeZone } = query;
  const soon = isoDate(stepBack(window.asOf ?? window.until, SOON, timeZone), timeZone);
  if (key === "effects") {
    const isBack = (cellOf: (column: string) => Cell) => cellOf("outcome") === "came back";
    return onlyRows(section, isBack, "pm actions", "No gap came back after its action was done.");
  }
  if (key !== "open" && key !== "reviews") return section;
  const isDue = (due: Cell) => typeof due === "string" && due <= soon;
  const none = `None of ${section.rows.length} is overdue, or due by ${soon}.`;
  return onlyRows(section, (cellOf) => isDue(cellOf("due")), "pm actions", none);
}

function buildReview(query: Query): Report {
  const selection = selectIncidents(query);
  const { incidents, prior } = selection;
  const whenEmpty = selection.whenEmpty ?? "";
  // Actions and training outlast the month in which they were decided.
  const always = allTime(query);
  const gaps = gapStates(query);
  const figures = [
    happenedSection(incidents, prior, query, whenEmpty),
    gapStatesSection(gaps),
    extendedSection(incidents, query),
    ...sectionsOf(escalations.build(query, {}), ["edges"]),
    ...sectionsOf(impact.build(always, {}), ["impact"]),
    ...sectionsOf(actions.build(always, { owner: [] }), OF_ACTIONS).map((section) =>
      forTheMeeting(section, query),
    ),
    thinSection(incidents),
    waitingSection(query),
  ];
  const month = isoMonth(query.window.until - 1, query.timeZone);
  const extendedMinutes = query.thresholds.extendedDiagnosisMinutes;
  return {
    name: "review",
    title: "Review of what incidents teach",
    subtitle: subtitle(query, selection),
    sections: [
      ...figures,
      questionsSection({ gaps, taxonomy: query.taxonomy, sections: figures, extendedMinutes }),
      decisionsSection(query, month),
    ],
    notes: [
      windowNote(query, selection),
      ...undatedNotes(selection),
      "Actions, training, follow-up reviews and suggestions come from all incidents up to the end of the window.",
      ...smallCountNotes(incidents.length, query),
    ],
  };
}

/** The packet for the monthly meeting of leads with learning and development. */
export const review = defineReport({
  name: "review",
  summary:
    "The packet for the monthly review: what happened, which gaps, which actions, what to decide",
  details: [
    "Without --since: the last calendar month before --as-of.",
    "In the order of the conversation: what happened; gaps that are new, continuing or gone; long diagnoses; who had to be " +
      "asked; what training did; actions; follow-up reviews; documents that teach little; suggestions awaiting review; questions; " +
      "decisions.",
    "Decisions are kept in reviews/YYYY-MM.yaml beside pm.yaml, each with decision, owner, due, competency and status " +
      "(open, done or dropped). The next review carries them over. Use --output review.html or review.pptx for the meeting.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations", "actions", "sections", "texts"],
  countsProposals: "all",
  readsInterventions: true,
  readsDecisions: true,
  defaultWindow: "last month",
  options: { [INCLUDE_DRAFTS]: DRAFTS_OPTION },
  build: (query) => buildReview(query),
});
