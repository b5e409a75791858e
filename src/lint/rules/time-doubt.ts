import { counted } from "../../core/counted.ts";
import { isExact } from "../../core/document/fact.ts";
import { instantOrDay } from "../../core/document/provenance.ts";
import { MILESTONES, type Postmortem } from "../../core/postmortem.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { contradictedMilestones } from "../milestone-contradictions.ts";

/** A document may be named after the month in which it was written; half a year later it is a slip. */
const FAR_DAYS = 183;
const YEAR_AND_MONTH = /(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])(?!\d{3})/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** "14 March 2026", "March 14th, 2026". */
const NAMED_MONTH =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?\s+((?:19|20)\d{2})(?!\d)/i;

/** The year and the month, from 1 on, that a name tells; null where it tells none. */
function monthIn(text: string): { readonly year: number; readonly month: number } | null {
  const [, year, month] = YEAR_AND_MONTH.exec(text) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month) };
  const [, name = "", named] = NAMED_MONTH.exec(text) ?? [];
  if (named === undefined) return null;
  return { year: Number(named), month: MONTHS.indexOf(name.toLowerCase()) + 1 };
}

/** Whether both times of a draft are read from its body, the start from no more than its first row. */
function isUnstated({ status, milestones: { started, resolved } }: Postmortem): boolean {
  const isInferred = started?.source.how === "inferred" && resolved?.source.origin === "body";
  return status?.value === "draft" && isInferred;
}

/** What start and end say together that can hardly be. */
function* lengthDoubts(postmortem: Postmortem, mostDays: number): Iterable<RuleFinding> {
  const { started, resolved } = postmortem.milestones;
  if (!isExact(started) || !isExact(resolved) || isUnstated(postmortem)) return;
  const contradicted = contradictedMilestones(postmortem);
  if (contradicted.has("started") || contradicted.has("resolved")) return;
  const { range } = resolved.source;
  if (started.value === resolved.value) {
    const hint = "Correct one of the two, or write `resolved: unknown`. No report counts it.";
    yield { range, message: "Unexpected end at the same time as the start", hint };
  }
  const days = Math.floor((resolved.value - started.value) / MS_PER_DAY);
  if (days > mostDays) {
    const message = `Unexpected duration of ${counted(days, "day")}`;
    yield { range, message, hint: "Correct the month or the year of start or end." };
  }
}

/** Milestones of which only the bounds are known. */
function* rangeDoubts({ milestones }: Postmortem): Iterable<RuleFinding> {
  for (const name of MILESTONES) {
    const fact = milestones[name];
    if (fact?.source.until === undefined) continue;
    const [earliest, latest] = [fact.value, fact.source.until].map((value) =>
      instantOrDay({ value, source: fact.source }, "UTC"),
    );
    yield {
      range: fact.source.range,
      message: `Unexpected range for \`${name}\`, ${earliest} to ${latest}`,
      hint: "No report counts a phase that begins or ends with it: write the likeliest time if there is one.",
    };
  }
}

/** A start in another year than the one that the document's name or title begins with. */
function* yearDoubts({ path, title, milestones }: Postmortem): Iterable<RuleFinding> {
  const { started } = milestones;
  if (!started || started.source.origin === "file") return;
  const named = [
    { what: "the file's name", text: path.split("/").at(-1) ?? "" },
    { what: "the title", text: title?.value ?? "" },
  ];
  for (const { what, text } of named) {
    const named = monthIn(text);
    if (!named) continue;
    const { year, month } = named;
    const apart = Math.abs(started.value - Date.UTC(year, month - 1, 15));
    const own = new Date(started.value).getUTCFullYear();
    if (own === year || apart < FAR_DAYS * MS_PER_DAY) continue;
    const message = `Unexpected start in ${own}, where ${what} says ${year}`;
    yield { range: started.source.range, message, hint: "Correct the year of one of the two." };
    return;
  }
}

export const timeDoubt = defineRule({
  id: "time-doubt",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Start and end are at most a month apart, and in the year that the document's name states.`,
  why: `A mistyped year makes an incident last 365 days, and two equal times make it last no time at all: either distorts every median. Each time is valid by itself, so only a comparison finds the slip.`,
  helps: `\`pm ttd\` counts true durations, and \`pm trends\` puts the incident into the right month.`,
  bad: `---
title: Checkout stalled
status: draft
times:
  started: 2025-03-14T02:15:00Z
  resolved: 2026-03-14T03:10:00Z
---
`,
  good: `---
title: Checkout stalled
status: draft
times:
  started: 2026-03-14T02:15:00Z
  resolved: 2026-03-14T03:10:00Z
---
`,
  options: {
    most_days: { default: 30, description: "The longest incident that is not doubted, in days." },
  },
  *check(postmortem, { options }): Iterable<RuleFinding> {
    yield* rangeDoubts(postmortem);
    yield* lengthDoubts(postmortem, options.most_days);
    yield* yearDoubts(postmortem);
  },
});
