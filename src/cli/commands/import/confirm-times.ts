import { counted } from "../../../core/counted.ts";
import { hasOffset, NO_TIME, type TimeChoice } from "../../../core/document/imported.ts";
import { UsageError } from "../../../core/errors.ts";
import { type Milestone, MILESTONES } from "../../../core/postmortem.ts";
import {
  type ConfirmedTimes,
  disorderIn,
  type TimesDisorder,
  type TimesQuestion,
  timesQuestions,
  withConfirmedTimes,
} from "../../../jobs/import/confirm-times.ts";
import type { ImportRead } from "../../../jobs/import/import.ts";
import { writeEach } from "../../../jobs/write-files.ts";
import type { Project } from "../../../project/project.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Ask, Choice, Io } from "../../io.ts";
import { endAfter, readStart, startNear } from "../new/start.ts";
import { choiceText, dayOf, named, sayTimes } from "./say-times.ts";
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

const ANOTHER: Choice = { value: "another", name: "Another time …", short: "Another time" };
const NONE: readonly Choice[] = [
  { value: NO_TIME.unknown, name: "Nobody knows (unknown)", short: "Nobody knows" },
  { value: NO_TIME.didNotHappen, name: "It did not happen (n/a)", short: "It did not happen" },
];

const ZONE_CHOICES: readonly Choice[] = [
  { value: "yes", name: "Yes, write their offsets", short: "Yes" },
  { value: "open", name: "Not sure, write the times without an offset", short: "Not sure" },
  { value: "stop", name: "No, stop here", short: "No" },
];

/** Somebody to ask, and the zone of times that state none. */
interface Asking {
  readonly io: Io;
  readonly ask: Ask;
  readonly timeZone: string;
}

/** The questions, once a person has said whether times without a zone are in that of the project; null to end. */
async function zonedQuestions(
  read: ImportRead,
  project: Project,
  { io, ask, timeZone }: Asking,
): Promise<readonly TimesQuestion[] | null> {
  const questions = timesQuestions(read, project, null);
  const isOpen = ({ found }: TimesQuestion) => found.some(({ text }) => !hasOffset(text));
  const without = questions.filter(isOpen).length;
  if (without === 0) return questions;
  const what = `${counted(without, "document")} ${without === 1 ? "states" : "state"} no time zone`;
  await io.say(`${what}, so pm reads ${without === 1 ? "its" : "their"} times in ${timeZone}`);
  const answer = await ask.one("Is that the right zone?", ZONE_CHOICES);
  if (answer === "open") return questions;
  if (answer === "yes") return timesQuestions(read, project, timeZone);
  await io.say("Nothing was written: set time_zone in pm.yaml, and run the command again.");
  return null;
}

/** The milestones of a document as they would be written. */
function foundIn({ found }: TimesQuestion): ConfirmedTimes {
  return new Map(found.map((one) => [one.name, one] as const));
}

/** The latest time of the milestones that come before one; null where there is none. */
function timeBefore(name: Milestone, { known }: TimesQuestion, times: ConfirmedTimes) {
  const before = MILESTONES.slice(0, MILESTONES.indexOf(name)).flatMap((one) => {
    const said = times.get(one);
    const time = typeof said === "object" ? said : known.find((other) => other.name === one);
    return time ? [time.at] : [];
  });
  return before.length === 0 ? null : Math.max(...before);
}

/** Asks for a time that stands in no row; one without its day follows the milestones before it. */
async function askTime(
  name: Milestone,
  question: TimesQuestion,
  times: ConfirmedTimes,
  { timeZone, ask }: Asking,
): Promise<TimeChoice> {
  const before = timeBefore(name, question, times);
  const near = before ?? question.found[0]?.at ?? 0;
  const validate = (written: string) =>
    readStart(written, near, timeZone) !== null ||
    `Enter a time such as 02:15 or 2026-03-14 02:15; without an offset it is in ${timeZone}.`;
  const written = await ask.text(QUESTIONS[name], { validate });
  const typed =
    before === null ? startNear(written, near, timeZone) : endAfter(written, before, timeZone);
  return { ...typed, line: null, says: "" };
}

/** Asks which milestone is another, and what it is. */
async function changed(
  question: TimesQuestion,
  times: ConfirmedTimes,
  asking: Asking,
): Promise<ConfirmedTimes> {
  const { ask } = asking;
  const { open, rows } = question;
  const usualDay = dayOf(question);
  const names = open.map((name): Choice => {
    const time = times.get(name) ?? "not stated";
    const said = typeof time === "string" ? time : choiceText(time, usualDay, named(name).length);
    return { value: name, name: `${named(name)}${said}`, short: name };
  });
  const chosen = await ask.one("Which one?", names);
  const name = open.find((one) => one === chosen);
  if (name === undefined) return times;
  const ofRows = rows.map((row, at): Choice => {
    return { value: String(at), name: choiceText(row, usualDay, 0) };
  });
  // An incident that did not start is none.
  const none = NONE.filter(({ value }) => name !== "started" || value !== NO_TIME.didNotHappen);
  const answer = await ask.one(QUESTIONS[name], [...ofRows, ANOTHER, ...none]);
  const said =
    answer === ANOTHER.value
      ? await askTime(name, question, times, asking)
      : (rows[Number(answer)] ?? answer);
  return new Map([...times, [name, said]]);
}

/** Says which of two times cannot be right. */
async function sayDisorder({ early, before }: TimesDisorder, io: Io): Promise<void> {
  await io.say(`\`${early}\` is before \`${before}\`: change one of them, or skip the document.`);
}

/** What a person says of one document; null to leave it as it is, "stop" to end. */
async function askAbout(
  question: TimesQuestion,
  asking: Asking,
): Promise<ConfirmedTimes | "stop" | null> {
  const { io, ask } = asking;
  let times = foundIn(question);
  for (;;) {
    await sayTimes(question, times, io);
    const answer = await ask.one("Are these times right? (? is in doubt)", CHOICES);
    if (answer === "stop") return "stop";
    if (answer === "skip") return null;
    if (answer === "change") {
      times = await changed(question, times, asking);
      continue;
    }
    const disorder = disorderIn(question, times);
    if (disorder === null) return times;
    await sayDisorder(disorder, io);
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
  const asking = { io, ask, timeZone: project.config.timeZone };
  const questions = await zonedQuestions(read, project, asking);
  if (questions === null) return EXIT.ok;
  if (questions.length === 0) await io.say("No times are in doubt");
  let written = 0;
  let code: ExitCode = EXIT.ok;
  for (const [index, question] of questions.entries()) {
    const { path } = question.document;
    await io.say("");
    await io.say(`${index + 1} of ${questions.length}: ${path}`);
    const about = [question.title, dayOf(question)].filter((one) => one !== null);
    if (about.length > 0) await io.sayIndented(about.join(" · "));
    const times = await askAbout(question, asking);
    if (times === "stop") break;
    if (times === null) continue;
    const made = await withConfirmedTimes(question, times, project);
    const { written: files, failures } = await writeEach(made.ok ? [made.value] : [], project);
    if (!made.ok) {
      await io.warn(`${path} is unchanged: ${made.why}`);
      if (code === EXIT.ok) code = EXIT.findings;
    }
    for (const failure of failures) {
      await io.fail(failure);
      code = EXIT.usage;
    }
    await sayWritten(files, io);
    written += files.length;
  }
  if (questions.length > 0) await io.say(`Wrote times into ${counted(written, "file")}`);
  return code;
}
