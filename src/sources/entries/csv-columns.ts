import { no, ok, type Result } from "../../core/result.ts";
import { shownNames } from "../shown-names.ts";

/** What a column of a CSV holds. */
type Role =
  "moment" | "date" | "time" | "text" | "link" | "person" | "service" | "environment" | "status";

/** What is read of a CSV: the places of columns from 0, or what a row has in them. */
export interface CsvParts<Part> {
  /** Date and time of day, unless another column has the date. */
  readonly time: Part;
  /** Null where the time has it. */
  readonly date: Part | null;
  readonly texts: readonly Part[];
  /** Who is named; the first is who acted. */
  readonly people: readonly Part[];
  readonly link: Part | null;
  readonly service: Part | null;
  readonly environment: Part | null;
  readonly status: Part | null;
  /** What the header of the time says in brackets or at its end: `UTC` of `Time (UTC)`. */
  readonly zone: string | null;
}

/** Usual names of columns, as {@link plainName} writes them. The first of a row is the one to tell. */
const NAMES: readonly (readonly [Role, ReadonlySet<string>])[] = [
  [
    "moment",
    new Set([
      ...["timestamp", "datetime", "date time", "time stamp", "event timestamp", "log timestamp"],
      ...["date and time", "ts", "at", "when", "created", "created at", "created on", "occurred"],
      ...["occurred at", "happened at", "started at", "logged at", "posted at", "sent at"],
      ...["event at", "creation date", "created date", "created time", "deployed at", "deployed"],
      ...["deploy time", "deployment time", "finished at", "completed at", "released at"],
    ]),
  ],
  [
    "time",
    new Set([
      ...["time", "event time", "start time", "local time", "time of day", "clock", "hour"],
      ...["log time"],
    ]),
  ],
  ["date", new Set(["date", "day", "event date", "start date", "log date"])],
  [
    "text",
    new Set([
      ...["text", "message", "event", "description", "summary", "details", "detail", "note"],
      ...["notes", "comment", "comments", "what", "what happened", "entry", "content", "body"],
      ...["msg", "desc", "log", "update", "action", "activity", "title", "subject", "events"],
      ...["message text", "message body", "event description", "log message", "happening"],
      ...["observation", "event text", "event summary", "updates", "occurrence"],
    ]),
  ],
  [
    "service",
    new Set([
      ...["service", "service name", "app", "application", "component", "system"],
      ...["repository", "repo", "project"],
    ]),
  ],
  ["environment", new Set(["environment", "env", "stage", "environment name"])],
  ["status", new Set(["status", "state", "result", "outcome", "conclusion"])],
  ["link", new Set(["link", "links", "url", "permalink", "href"])],
  [
    "person",
    new Set(["name", "full name", "real name", "display name", "first name", "last name", "from"]),
  ],
];
/** Words of a name of a column that holds people. */
const PERSON_WORDS: ReadonlySet<string> = new Set([
  ...["who", "author", "actor", "user", "users", "username", "person", "people", "engineer"],
  ...["responder", "assignee", "owner", "reporter", "sender", "operator", "member", "handle"],
  ...["email", "mail", "by"],
]);

/** What no name of a column holds. */
const DATA = /\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|^\d{9,13}(?:\.\d+)?$/;

const NEEDS_TIME = "pm needs one for the time (time, timestamp, datetime, or date and time)";
const NEEDS = `${NEEDS_TIME} and one for what happened (text, message, event, description or summary)`;

/** A name of a column without its brackets, and the zone that they may hold. */
function plainName(written: string): { readonly name: string; readonly zone: string | null } {
  const [, inBrackets] = /[([]([^()[\]]{1,40})[)\]]/u.exec(written) ?? [];
  const bare = written
    .replace(/[([][^()[\]]{0,40}[)\]]/gu, " ")
    // `createdAt` is `created at`.
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
  const [, atEnd] = /[\s_]((?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?)\s*$/iu.exec(bare) ?? [];
  const name = (atEnd === undefined ? bare : bare.slice(0, bare.lastIndexOf(atEnd)))
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return { name, zone: inBrackets?.trim() ?? atEnd?.toUpperCase() ?? null };
}

function roleOf(name: string): Role | null {
  const usual = NAMES.find(([, names]) => names.has(name));
  if (usual) return usual[0];
  return name.split(" ").some((word) => PERSON_WORDS.has(word)) ? "person" : null;
}

/** Why a header is of no use, in words that go on from the name of the file. */
function refusal(header: readonly string[], needs: string): string {
  const names = header.map((name) => name.trim()).filter((name) => name !== "");
  if (names.some((name) => DATA.test(name))) return `its first line names no columns; ${needs}`;
  if (names.length < 2)
    return "not an export that pm recognises: neither JSON nor a CSV with several columns";
  return `its columns are ${shownNames(names)}; ${needs}`;
}

/**
 * The columns of a CSV, by the cells of its first line; where it lacks one that is needed, which there are
 * and which are needed.
 * @param needsText whether a time alone is of no use.
 */
export function columnsOf(header: readonly string[], needsText: boolean): Result<CsvParts<number>> {
  const named = header.map(plainName);
  const roles = named.map(({ name }) => roleOf(name));
  const placesOf = (role: Role) => roles.flatMap((one, at) => (one === role ? [at] : []));
  const first = (role: Role) => placesOf(role)[0] ?? null;
  const [clock, date] = [first("time"), first("date")];
  const time = first("moment") ?? clock ?? date;
  const texts = placesOf("text");
  if (time === null || (needsText && texts.length === 0)) {
    return no(refusal(header, needsText ? NEEDS : NEEDS_TIME));
  }
  return ok({
    ...{ time, date: time === clock ? date : null, texts, people: placesOf("person") },
    ...{ link: first("link"), service: first("service"), environment: first("environment") },
    status: first("status"),
    zone: named[time]?.zone ?? null,
  });
}
