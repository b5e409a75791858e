import type { TimeChoice } from "../../../core/document/imported.ts";
import { type Milestone, MILESTONES } from "../../../core/postmortem.ts";
import type { ConfirmedTimes, TimesQuestion } from "../../../jobs/import/confirm-times.ts";
import type { Io } from "../../io.ts";

/** So wide a line of a time stays in one line of any terminal, as `sayIndented` indents it. */
const WIDTH = 76;
/** What stands beside a time is cut to no less. */
const LEAST_SHOWN = 20;
const NAMES = Math.max(...MILESTONES.map(({ length }) => length));
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The name of a milestone, as wide as all of them. */
export function named(name: Milestone): string {
  return `${name.padEnd(NAMES)}  `;
}

/** The day of all times that a document tells; null where there are several. */
export function dayOf({ found, known }: TimesQuestion): string | null {
  const days = new Set([...found, ...known].map(({ text }) => DAY.exec(text)?.[0] ?? ""));
  const [day = "", ...others] = days;
  return others.length === 0 && day !== "" ? day : null;
}

/** A time as people write it: "2026-03-14 02:15", with the offset where there is one, and without the usual day. */
function timeText({ text }: TimeChoice, usualDay: string | null): string {
  const written = text
    .replace("T", " ")
    .replace(/(?<=:\d{2}):00(?=$|[+Z-])/, "")
    .replace(/Z$/, " UTC");
  return usualDay === null ? written : written.replace(`${usualDay} `, "");
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** A time with what stands beside it, shortened so that it fits with `around` more characters. */
export function choiceText(choice: TimeChoice, usualDay: string | null, around: number): string {
  const time = timeText(choice, usualDay);
  const most = Math.max(WIDTH - around - time.length - 2, LEAST_SHOWN);
  return choice.says === "" ? time : `${time}  ${shortened(choice.says, most)}`;
}

/** Says the times of a document, those in doubt with a question mark. */
export async function sayTimes(
  question: TimesQuestion,
  times: ConfirmedTimes,
  io: Io,
): Promise<void> {
  const { found, known, open } = question;
  const usualDay = dayOf(question);
  const doubted = new Set<TimeChoice | string>(found.filter(({ isDoubted }) => isDoubted));
  const textOf = (name: Milestone): string | null => {
    const had = known.find((one) => one.name === name);
    if (had) return `  ${named(name)}${timeText(had, usualDay)}  in the frontmatter, ${had.how}`;
    const said = times.get(name);
    if (said === undefined) return null;
    const head = `${doubted.has(said) ? "?" : " "} ${named(name)}`;
    if (typeof said === "string") return head + said;
    const place = said.line === null ? "" : ` (line ${said.line})`;
    return `${head}${choiceText(said, usualDay, head.length + place.length)}${place}`;
  };
  for (const name of MILESTONES) {
    const text = textOf(name);
    if (text !== null) await io.sayIndented(text);
  }
  const missing = open.filter((name) => !times.has(name));
  if (missing.length > 0) await io.sayIndented(`  not stated: ${missing.join(", ")}`);
}
