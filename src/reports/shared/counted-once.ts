import { group } from "d3-array";
import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { firstOf } from "../../core/first-of.ts";
import { memo } from "../../core/memo.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { isInWindow, type Window } from "../../core/time/window.ts";
import { uniqueTexts } from "./grouping.ts";
import { verb } from "./words.ts";

/** The option of a report that counts drafts too. */
export const INCLUDE_DRAFTS = "include-drafts";

/** How that option is declared. */
export const DRAFTS_OPTION = { kind: "flag", description: "count drafts too" } as const;

/** A postmortem of an incident that another file tells already. */
export interface Copy {
  readonly path: string;
  /** The file that counts. */
  readonly of: string;
}

/** What a report counts of a folder, and what it leaves out. */
export interface Countable {
  readonly postmortems: readonly Postmortem[];
  readonly drafts: readonly Postmortem[];
  readonly copies: readonly Copy[];
}

/** Everything that was read of a file, but for what its own name says. */
function contentOf(postmortem: Postmortem): string {
  const { id } = postmortem;
  return JSON.stringify({
    ...postmortem,
    path: "",
    id: id.source.origin === "file" ? "" : id.value,
  });
}

/**
 * What tells an incident from all others: start, title and services; where one of them is missing, or
 * the start is only a day, everything that its text says.
 */
function incidentKey(postmortem: Postmortem): string {
  const { title, services, milestones } = postmortem;
  const { started } = milestones;
  if (!started || started.source.precision === "day" || !title || services.length === 0) {
    return contentOf(postmortem);
  }
  const names = uniqueTexts(services.map(({ value }) => value));
  return JSON.stringify([started.value, title.value.trim().toLowerCase(), names]);
}

/** The shortest name is the likeliest to be the first: `a.md` before `a (copy).md`. */
const originalFirst = compareBy<Postmortem>(
  (a, b) => Number(a.status?.value === "draft") - Number(b.status?.value === "draft"),
  (a, b) => a.path.length - b.path.length,
  (a, b) => compareText(a.path, b.path),
);

/** The copies in a folder, in order. Several reports of one folder ask for them. */
export const copiesIn = memo((postmortems: readonly Postmortem[]): readonly Copy[] =>
  [...group(postmortems, incidentKey).values()]
    .flatMap((members): readonly Copy[] => {
      if (members.length === 1) return [];
      const [first, ...others] = members.toSorted(originalFirst);
      return first ? others.map(({ path }) => ({ path, of: first.path })) : [];
    })
    .toSorted((a, b) => compareText(a.path, b.path)),
);

/**
 * The postmortems that count: each incident once, and drafts only where they are asked for.
 * @param copies those of the folder, where they were found before.
 */
export function countable(
  postmortems: readonly Postmortem[],
  withDrafts: boolean,
  copies: readonly Copy[] = copiesIn(postmortems),
): Countable {
  const copied = new Set(copies.map(({ path }) => path));
  const single =
    copied.size === 0 ? postmortems : postmortems.filter(({ path }) => !copied.has(path));
  const isDraft = ({ status }: Postmortem) => status?.value === "draft";
  return {
    postmortems: withDrafts ? single : single.filter((postmortem) => !isDraft(postmortem)),
    drafts: withDrafts ? [] : single.filter(isDraft),
    copies,
  };
}

/** Whether an incident may be one of a window: without a readable start it may. */
function mayBeIn({ milestones: { started } }: Postmortem, window: Window): boolean {
  return started === null || isInWindow(started.value, window);
}

/** Says how many drafts of the window are left out, and which files tell an incident again. */
export function countableNotes({ drafts, copies }: Countable, window: Window): readonly string[] {
  const left = drafts.filter((draft) => mayBeIn(draft, window)).length;
  const notes: string[] = [];
  if (left > 0) {
    const is = verb(
      left,
      "is left out; --include-drafts counts it",
      "are left out; --include-drafts counts them",
    );
    notes.push(`${counted(left, "draft")} ${is}.`);
  }
  if (copies.length > 0) {
    const named = firstOf(copies.map(({ path, of }) => `${path} (of ${of})`));
    const is = verb(
      copies.length,
      "file is a copy of another and is",
      "files are copies of others and are",
    );
    notes.push(`${copies.length} ${is} not counted: ${named}.`);
  }
  return notes;
}
