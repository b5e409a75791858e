import type { z } from "zod";
import type { EpochMs } from "../core/postmortem.ts";
import type { ReadOrder } from "../core/time/calendar.ts";

/**
 * What an event is to the incident. `message`, `note` and `change` happen at any time; the others
 * tell when the incident was.
 */
export type EventKind =
  | "start"
  | "alert"
  | "detect"
  | "acknowledge"
  | "escalate"
  | "diagnose"
  | "mitigate"
  | "resolve"
  | "close"
  | "change"
  | "message"
  | "note";

/** Somebody or something as an export refers to them; never printed as it is. */
export interface Actor {
  /** Ids, handles, addresses and names, in the export's own spelling. */
  readonly names: readonly string[];
  /** Whether it is a program, which has no name to protect. */
  readonly isProgram: boolean;
}

/** What an export says of a deploy beside its time, in its own words; null for what it does not say. */
export interface DeployFacts {
  readonly environment: string | null;
  /** A service, a repository or a project. */
  readonly service: string | null;
  readonly status: string | null;
  /** Whether its environment is called production by the tool itself; null where it does not say. */
  readonly isProduction?: boolean | null;
}

/** One thing that happened, as a reader found it. */
export interface FoundEvent {
  readonly at: EpochMs;
  readonly kind: EventKind;
  /** What happened, in words of pm: `Acknowledged`. Empty for a message. */
  readonly what: string;
  /** Free text of the export; it may name people. */
  readonly said: string | null;
  readonly actor: Actor | null;
  /** Whom it was handed to. */
  readonly to?: readonly Actor[];
  readonly link: string | null;
  /** What was deployed; absent where nothing was. */
  readonly deploy?: DeployFacts;
  /** The alert that it tells of, where the tool tells alerts apart. */
  readonly alert?: string;
  /** Whether its alert still fired when the export was made. */
  readonly isFiring?: boolean;
  /** Whether it comes from a summary, and so yields to the entry that tells the same. */
  readonly isSummary?: boolean;
}

/** An event with the reader that found it. */
export interface SourceEvent extends FoundEvent {
  readonly source: string;
}

/** What an export says of the incident as a whole. */
export interface Facts {
  readonly title?: string | null;
  readonly severity?: string | null;
  readonly services?: readonly string[];
  readonly teams?: readonly string[];
}

/** What became of one entry of an export. */
export interface Reading {
  readonly events?: readonly FoundEvent[];
  /** People that it names beside those who act in its events; withheld in every text. */
  readonly people?: readonly Actor[];
  readonly facts?: Facts;
  /** Why it is left out, in the plural: `notifications`. */
  readonly skipped?: string;
  /** Why it cannot be read. */
  readonly broken?: string;
  /** Whether it is the frame of a list, such as the number of its page, and no entry at all. */
  readonly isFrame?: boolean;
  /** Whether the entry, as it stands, has no form that the tool's entries have. */
  readonly isUnknown?: boolean;
}

/** One entry of an export: an object on its own, of a list, or of a list under a key. */
export interface Entry {
  /** The key of its list; null for an object that stands alone or in a bare list. */
  readonly list: string | null;
  readonly value: unknown;
  /** Whether its lists were read as entries before, so that only their frame may be left. */
  readonly isFrame?: boolean;
}

/** The list of an entry that is a row of a CSV. */
export const CSV_LIST = "(csv)";

/** What is known of a written time beside itself. */
export interface TimeHint {
  /** The zone that stands over its column. */
  readonly zone: string | null;
  /** How day and month follow each other around it. */
  readonly order: ReadOrder | null;
}

/** Reads times as people write them. */
export interface TimeReading {
  /** How day and month follow each other in a text, as far as that shows it. */
  readonly orderIn: (text: string) => ReadOrder | null;
  /** When it was; else why not, in words that go on from the time, and no word where it is no time. */
  readonly read: (written: string, hint: TimeHint) => { readonly at: EpochMs } | string;
}

/** What a reader knows beside the entry. */
export interface ReadContext {
  readonly times: TimeReading;
  /** Whether each row of a CSV is a deploy. */
  readonly areDeploys?: boolean;
}

/** A reader of one tool's exports. */
export interface SourceReader {
  /** As in `--from NAME:FILE` and in the rows of the timeline. */
  readonly name: string;
  readonly title: string;
  /** The keys of each form that is recognised by its keys. */
  readonly shapes: readonly (readonly string[])[];
  /** Whether an entry is this tool's and no other's. */
  readonly recognises: (entry: Entry) => boolean;
  readonly read: (entry: Entry, context: ReadContext) => Reading;
}

/** What is wrong with an entry, by the first field that does not fit. */
function reasonOf({ issues: [issue] }: z.ZodError): string {
  const path = issue?.path.join(".") ?? "";
  const message = issue?.message ?? "unexpected form";
  return path === "" ? message : `${path}: ${message}`;
}

/** Whether an entry has a form, as far as its keys tell. */
export interface Fits {
  (entry: Entry): boolean;
  /** The keys that it has to have; absent where other things decide. */
  readonly keys?: readonly string[];
}

/** One form that an entry can have, with how it is recognised and read. */
export interface Form {
  readonly fits: Fits;
  readonly read: (entry: Entry, context: ReadContext) => Reading;
}

/**
 * A form by its schema, which asks only for the fields that are needed.
 * @param fits whether an entry has this form, as far as its keys tell.
 */
export function form<Schema extends z.ZodType>(
  fits: Fits,
  schema: Schema,
  read: (data: z.output<Schema>, context: ReadContext) => Reading,
): Form {
  return {
    fits,
    read: ({ value }, context) => {
      const parsed = schema.safeParse(value);
      return parsed.success ? read(parsed.data, context) : { broken: reasonOf(parsed.error) };
    },
  };
}

/**
 * The one way to make a reader: it takes each entry for the first form that it has.
 * @param shown everybody whom an entry shows, wherever in it; what its form reads counts besides.
 */
export function defineSource(
  name: string,
  title: string,
  forms: readonly Form[],
  shown: (value: unknown) => readonly Actor[] = () => [],
): SourceReader {
  const formOf = (entry: Entry) => forms.find(({ fits }) => fits(entry));
  return {
    name,
    title,
    shapes: forms.flatMap(({ fits }) => (fits.keys ? [fits.keys] : [])),
    recognises: (entry) => formOf(entry) !== undefined,
    read: (entry, context) => {
      const known = formOf(entry);
      if (known) {
        const reading = known.read(entry, context);
        return { ...reading, people: [...(reading.people ?? []), ...shown(entry.value)] };
      }
      return entry.isFrame === true
        ? { isUnknown: true, isFrame: true }
        : { isUnknown: true, broken: `not an entry that ${title} exports` };
    },
  };
}
