import { printable } from "../core/text/printable.ts";
import type { Actor, SourceEvent } from "./define.ts";
import { named } from "./fields.ts";
import { withoutHtml } from "./html.ts";
import type { MergedEvent } from "./merge.ts";
import type { Naming } from "./people.ts";

/** One row of the timeline, as plain text that is still to be escaped. */
export interface TimelineRow {
  /** In UTC: `2026-03-14 02:15:04`. */
  readonly time: string;
  readonly sources: readonly SourceLink[];
  readonly text: string;
}

/** A source of a row, with the address of the entry in the tool. */
export interface SourceLink {
  readonly source: string;
  readonly url: string | null;
}

/** Longer texts are cut: the link leads to the whole. */
const LONGEST_SAID = 300;

/** What begins a gap tag, or looks as if it did: what somebody said in a channel tags nothing. */
const TAG = /(?:[([{（]\s{0,9})?(\bgaps?)\s{0,9}[:：=–—-]\s{0,9}/giu;

/** A text without HTML on one line. */
function plainLine(text: string): string {
  const line = printable(text)
    .replace(/\\u\{[0-9a-f]+\}/g, "")
    .replace(/\s+/g, " ")
    .replace(TAG, "$1, ")
    .replace(/[“”„«»]/g, '"')
    .trim();
  if (line.length <= LONGEST_SAID) return line;
  return `${line
    .slice(0, LONGEST_SAID)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()} …`;
}

/** What is said on one line, without what would be read as markup of pm, cut where it is long. */
export function oneLine(text: string): string {
  return plainLine(withoutHtml(text));
}

/** The same of what an export says, without people: once they are withheld, nothing is decoded any more. */
export function lineWithoutPeople(text: string, { withoutPeople }: Naming): string {
  // Tags may be written in entities, too.
  return plainLine(withoutPeople(withoutHtml(withoutHtml(text))));
}

/** A text in quotation marks. An address at its end would swallow the mark that follows. */
function quoted(text: string): string {
  return /(?:https?:|www\.)\S*$/i.test(text) ? `“${text} ”` : `“${text}”`;
}

/** A name that cannot be read as words: `checkout-api`, `PagerDuty`. */
const IDENTIFIER = /^(?=.*[-_.\d]|.[a-z]*[A-Z])[\w.-]{1,60}$/;

/** Who acted: a team or "an engineer", or the name of a program, in quotation marks where it could be words. */
function whoIs(actor: Actor, { label }: Naming): string {
  const name = label(actor);
  return actor.isProgram && !IDENTIFIER.test(name) ? named(name) : name;
}

function handedTo({ to = [] }: SourceEvent, naming: Naming): string {
  const labels = [...new Set(to.map((one) => whoIs(one, naming)))];
  return labels.length === 0 ? "" : ` to ${labels.join(" and ")}`;
}

/** An event in words. What an export says stands in quotation marks: it is no sentence of the writer. */
function textOf(event: SourceEvent, naming: Naming): string {
  const { kind, what, said, actor } = event;
  const who = actor === null ? null : whoIs(actor, naming);
  const quote = said === null ? "" : quoted(lineWithoutPeople(said, naming));
  if (kind === "message") {
    const mark = what === "" ? "" : ` (${what})`;
    return who === null ? `${quote}${mark}` : `${who}${mark}: ${quote}`;
  }
  const by = who === null ? "" : ` by ${who}`;
  const head = `${lineWithoutPeople(what, naming)}${handedTo(event, naming)}${by}`;
  const marked = head.replace(/"([^"]*)"/g, "“$1”");
  return quote === "" ? marked : `${marked}: ${quote}`;
}

/** A link that a browser opens, without credentials; null where it names somebody. */
function urlOf(link: string | null, { withoutPeople }: Naming): string | null {
  if (link === null || !/^https?:\/\//i.test(link)) return null;
  try {
    const url = new URL(link);
    url.username = "";
    url.password = "";
    const { href } = url;
    return withoutPeople(href) === href ? href : null;
  } catch {
    return null;
  }
}

/** The rows of a timeline, without people. */
export function rowsOf(rows: readonly MergedEvent[], naming: Naming): readonly TimelineRow[] {
  return rows.map(({ event, others }) => ({
    time: new Date(event.at).toISOString().slice(0, 19).replace("T", " "),
    sources: [event, ...others].map(({ source, link }) => ({ source, url: urlOf(link, naming) })),
    text: textOf(event, naming),
  }));
}
