import { UsageError } from "../../../core/errors.ts";
import { findTerm, type Term } from "../../../core/taxonomy.ts";
import { didYouMean } from "../../../core/text/did-you-mean.ts";
import type { Project } from "../../../project/project.ts";
import type { Ask, Choice, Io } from "../../io.ts";
import { readStart, type Start, startNow, startOf } from "./start.ts";

/** What the options say about a new postmortem. */
export interface AnswerOptions {
  readonly title?: string;
  readonly severity?: string;
  readonly service: readonly string[];
}

/** What a new postmortem starts with. */
export interface Answers {
  readonly title: string;
  readonly severity: string;
  readonly services: readonly string[];
  readonly started: Start;
}

function named(kind: string, written: string, terms: readonly Term[]): string {
  const term = findTerm(terms, written);
  if (term || terms.length === 0) return term?.id ?? written;
  const near = didYouMean(
    written,
    terms.map(({ id }) => id),
  );
  const known = `Known: ${terms.map(({ id }) => id).join(", ")}.`;
  throw new UsageError(
    `Unknown ${kind} \`${written}\``,
    near ? `Did you mean \`${near}\`?` : known,
  );
}

function choicesOf(terms: readonly Term[]): readonly Choice[] {
  return terms.map(({ id, name, description }) => ({
    value: id,
    name: name === id ? id : `${id}  ${name}`,
    ...(description === "" ? {} : { description }),
  }));
}

/** Asks for every answer. */
export async function askAll(ask: Ask, project: Project, io: Io): Promise<Answers> {
  const { severities, services } = project.taxonomy;
  const required = (value: string) => value.trim() !== "" || "Enter a title: what broke, for whom?";
  const title = await ask.text("Title (what broke, for whom)", { validate: required });
  const severity = severities.length === 0 ? "" : await ask.one("Severity", choicesOf(severities));
  const affected =
    services.length === 0
      ? (await ask.text("Services (ids, separated by commas)", {}))
          .split(",")
          .map((id) => id.trim())
      : await ask.many("Services that failed", choicesOf(services));
  const { timeZone } = project.config;
  const readable = (value: string) =>
    readStart(value, io.now(), timeZone) !== null ||
    "Enter a time such as 10:15, a date with a time, or an instant with an offset.";
  const now = startNow(io.now()).text;
  const started = await ask.text(`Started at (${timeZone} without an offset)`, {
    default: now,
    validate: readable,
  });
  return {
    title: title.trim(),
    severity,
    services: affected.filter((id) => id !== ""),
    started: startOf(started, io.now(), timeZone),
  };
}

/** Takes every answer from the options, with defaults where they are silent. */
export function fromOptions(
  title: string | undefined,
  options: AnswerOptions & Pick<Answers, "started">,
  project: Project,
): Answers {
  const { severities, services } = project.taxonomy;
  return {
    title: title ?? options.title ?? "Untitled incident",
    severity: options.severity === undefined ? "" : named("severity", options.severity, severities),
    services: options.service.map((service) => named("service", service, services)),
    started: options.started,
  };
}
