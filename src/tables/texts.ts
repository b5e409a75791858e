import type { Fact, TimelineRow } from "../core/postmortem.ts";
import { defineTable, field, sentence } from "./define.ts";
import { incidentKey, incidentOf, type Part, partKey, partsOf } from "./of-incident.ts";

function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}

/** One row for each contributing factor. */
export const factors = defineTable<Part<Fact<string>>>({
  name: "factors",
  summary: "One row for each contributing factor in the body of a postmortem.",
  key: ["factor_key"],
  fields: [
    partKey("factor"),
    incidentKey(),
    field("position", "integer", "Its place in the document, from 1.", ({ position }) => position),
    field("words", "integer", "Its length.", ({ part }) => wordCount(part.value), "words"),
    sentence("factor", "The factor as written.", ({ part }) => part.value),
  ],
  items: (context) => partsOf(context, ({ incident }) => incident.factors),
  incidentOf,
});

/** One row for each row of a timeline. */
export const timelineRows = defineTable<Part<TimelineRow>>({
  name: "timeline_rows",
  summary: "One row for each row of a timeline.",
  key: ["timeline_row_key"],
  fields: [
    partKey("timeline_row"),
    incidentKey(),
    field("position", "integer", "Its place in the document, from 1.", ({ position }) => position),
    field(
      "at",
      "instant",
      "When it happened; empty if the time could not be read, or if only small teams, or one person, worked on the incident.",
      ({ of, part }) => (of.incident.areTimesWithheld ? null : part.at),
    ),
    field("words", "integer", "Its length.", ({ part }) => wordCount(part.text), "words"),
    sentence("entry", "What happened, as written.", ({ part }) => part.text),
  ],
  items: (context) => partsOf(context, ({ incident }) => incident.timeline?.rows ?? []),
  incidentOf,
});
