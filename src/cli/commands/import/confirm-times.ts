import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import { NO_TIME, type TimeChoice } from "../../../core/imported.ts";
import { type Milestone, MILESTONES } from "../../../core/postmortem.ts";
import {
  type ConfirmedTimes,
  type TimesQuestion,
  timesQuestions,
  withConfirmedTimes,
} from "../../../jobs/confirm-times.ts";
import type { ImportRead } from "../../../jobs/import.ts";
import { writeEach } from "../../../jobs/write-files.ts";
import type { Project } from "../../../project/project.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Ask, Choice, Io } from "../../io.ts";
import { sayWritten } from "./say-written.ts";

const QUESTIONS: Readonly<Record<Milestone, string>> = {
  started: "When did it start?",
  detected: "When was it detected?",
  acknowledged: "When was it acknowledged?",
  diagnosed: "When was the cause known?",
  mitigated: "When did its effects end?",
  resolved: "When was it resolved?",
};

const CHOICES: readonly Choice[] = [
  { value: "yes", name: "Yes, write them", short: "Yes" },
  { value: "change", name: "Change a time", short: "Change" },
  { value: "skip", name: "Skip, ask again next time", short: "Skip" },
  { value: "stop", name: "Quit, keep what is written", short: "Quit" },
];

const NONE: readonly Choice[] = [
  { value: NO_TIME.unknown, name: "Nobody knows (unknown)", short: "Nobody knows" },
  { value: NO_TIME.didNotHappen, name: "It did not happen (n/a)", short: "It did not happen" },
];

/** Longest text beside a time. */
const MOST_SHOWN = 40;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The day of all times that a document tells; null where there are several. */
function dayOf({ told, stated }: TimesQuestion): string | null {
  const days = new Set([...told, ...stated].map(({ text }) => DAY.exec(text)?.[0] ?? ""));
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

function choiceText(choice: TimeChoice, usualDay: string | null): string {
  const { says } = choice;
  const short = says.length <= MOST_SHOWN ? says : `${says.slice(0, MOST_SHOWN).trimEnd()}…`;
  return `${timeText(choice, usualDay)}  ${short}`;
}

function saidText(said: TimeChoice | string, usualDay: string | null): string {
  return typeof said === "string" ? said : choiceText(said, usualDay);
}

/** Whether a time says in which zone it is. */
const WITH_ZONE = /(?:Z|[+-]\d{2}:\d{2})$/;

const ZONE_CHOICES: readonly Choice[] = [
  { value: "yes", name: "Yes, write their offsets", short: "Yes" },
  { value: "open", name: "Not sure, write the times without an offset", short: "Not sure" },
  { value: "stop", name: "No, stop here", short: "No" },
];

/** The questions, once a person has said whether times without a zone are in that of the project; null to end. */
async function zonedQuestions(
  read: ImportRead,
  project: Project,
  io: Io & { readonly ask: Ask },
): Promise<readonly TimesQuestion[] | null> {
  const questions = timesQuestions(read, project, null);
  const isOpen = ({ told }: TimesQuestion) => told.some(({ text }) => !WITH_ZONE.test(text));
  const without = questions.filter(isOpen).length;
  if (without === 0) return questions;
  const { timeZone } = project.config;
  const what = `${counted(without, "document")} ${without === 1 ? "states" : "state"} no time zone`;
  await io.say(`${what}, so pm reads ${without === 1 ? "its" : "their"} times in ${timeZone}`);
  const answer = await io.ask.one("Is that the right zone?", ZONE_CHOICES);
  if (answer === "open") return questions;
  if (answer === "yes") return timesQuestions(read, project, timeZone);
  await io.say("Nothing was written: set time_zone in pm.yaml, and run the command again.");
  return null;
}

/** The milestones of a document as they would be written. */
function toldIn({ told }: TimesQuestion): ConfirmedTimes {
  return new Map(told.map((one) => [one.name, one] as const));
}

/** The width of the names of milestones. */
const NAMES = Math.max(...MILESTONES.map(({ length }) => length));

async function sayTimes(question: TimesQuestion, times: ConfirmedTimes, io: Io): Promise<void> {
  const { told, stated, open } = question;
  const usualDay = dayOf(question);
  const doubted = new Set<TimeChoice | string>(told.filter(({ isDoubted }) => isDoubted));
  for (const name of MILESTONES) {
    const fixed = stated.find((one) => one.name === name);
    const said = times.get(name);
    if (fixed)
      await io.sayIndented(`  ${name.padEnd(NAMES)}  ${timeText(fixed, usualDay)}  stated`);
    if (said === undefined) continue;
    const place = typeof said === "string" ? "" : ` (line ${said.line})`;
    const mark = doubted.has(said) ? "?" : " ";
    await io.sayIndented(`${mark} ${name.padEnd(NAMES)}  ${saidText(said, usualDay)}${place}`);
  }
  const untold = open.filter((name) => !times.has(name));
  if (untold.length > 0) await io.sayIndented(`  not told: ${untold.join(", ")}`);
}

/** Asks which milestone is another, and what it is. */
async function changed(
  question: TimesQuestion,
  times: ConfirmedTimes,
  ask: Ask,
): Promise<ConfirmedTimes> {
  const { open, rows } = question;
  const usualDay = dayOf(question);
  const names = open.map((name): Choice => {
    const said = saidText(times.get(name) ?? "not told", usualDay);
    return { value: name, name: `${name.padEnd(NAMES)}  ${said}`, short: name };
  });
  const chosen = await ask.one("Which one?", names);
  const name = open.find((one) => one === chosen);
  if (name === undefined) return times;
  const ofRows = rows.map((row, at): Choice => {
    return { value: String(at), name: choiceText(row, usualDay) };
  });
  const answer = await ask.one(QUESTIONS[name], [...ofRows, ...NONE]);
  return new Map([...times, [name, rows[Number(answer)] ?? answer]]);
}

/** What a person says of one document; null to leave it as it is, "stop" to end. */
async function askAbout(
  question: TimesQuestion,
  io: Io & { readonly ask: Ask },
): Promise<ConfirmedTimes | "stop" | null> {
  let times = toldIn(question);
  for (;;) {
    await sayTimes(question, times, io);
    const answer = await io.ask.one("Are these times right? (? is in doubt)", CHOICES);
    if (answer === "stop") return "stop";
    if (answer === "skip") return null;
    if (answer === "yes") return times;
    times = await changed(question, times, io.ask);
  }
}

/**
 * Asks a person about the documents whose milestones are in doubt, one by one, and writes each as it
 * is answered, so that no answer is lost.
 * @throws {UsageError} without a terminal.
 */
export async function confirmTimes(read: ImportRead, project: Project, io: Io): Promise<ExitCode> {
  const { ask } = io;
  if (ask === null) {
    const hint = "Without one, write the right times into the frontmatter by hand.";
    throw new UsageError("--interactive needs a terminal", hint);
  }
  const asking = { ...io, ask };
  const questions = await zonedQuestions(read, project, asking);
  if (questions === null) return EXIT.ok;
  if (questions.length === 0) await io.say("No times are in doubt");
  let [written, isWhole] = [0, true];
  for (const [index, question] of questions.entries()) {
    const { path } = question.document;
    await io.say("");
    await io.say(`${index + 1} of ${questions.length}: ${path}`);
    const about = [question.title, dayOf(question)].filter((one) => one !== null);
    if (about.length > 0) await io.sayIndented(about.join(" · "));
    const times = await askAbout(question, asking);
    if (times === "stop") break;
    if (times === null) continue;
    const made = await withConfirmedTimes(question, times, read, project);
    const { written: files, failures } = await writeEach(made.ok ? [made.value] : [], project);
    if (!made.ok) await io.warn(`${path} is unchanged: ${made.why}`);
    for (const failure of failures) await io.fail(failure);
    await sayWritten(files, io);
    isWhole = isWhole && files.length > 0;
    written += files.length;
  }
  if (questions.length > 0) await io.say(`Wrote times into ${counted(written, "file")}`);
  return isWhole ? EXIT.ok : EXIT.findings;
}
