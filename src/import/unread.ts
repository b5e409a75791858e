import type { ReadOtherToolsKey } from "../assemble/frontmatter/other-tools-keys.ts";
import { isOwnWord } from "../assemble/labels/values.ts";
import { counted } from "../core/counted.ts";
import type { Unread } from "../core/document/imported.ts";
import type { ReadableKey } from "../core/document/readable-keys.ts";
import { whyUnclear } from "../core/document/unclear-day.ts";
import type { Finding } from "../core/finding.ts";
import { MILESTONES } from "../core/postmortem.ts";
import type { LocatedData } from "../parse/frontmatter/located-data.ts";
import { seenLabels, unknownUnder } from "./seen-labels.ts";
import { type ReadDocument, zoneOfTime } from "./times.ts";

/** What a rule says of the frontmatter at a place. */
type FrontmatterReport = Pick<Finding, "range" | "message">;

function unreadKeys(keys: readonly ReadOtherToolsKey[], located: LocatedData): readonly Unread[] {
  return keys.flatMap(({ path, name, meaning, whyInvalid }): readonly Unread[] => {
    const { line } = located.keyRange(path).start;
    if (meaning === null) return [{ line, what: name, why: "not a key that pm knows" }];
    return whyInvalid === null
      ? []
      : [{ line, what: name, why: `not read as ${meaning}: ${whyInvalid}` }];
  });
}

function unreadRows({ document }: ReadDocument): readonly Unread[] {
  const rows = document.timeline?.rows ?? [];
  const lost = rows.filter(({ at, day }) => at === null && day === null);
  const [first] = lost;
  if (!first) return [];
  const { line } = first.range.start;
  const why = `no usable time in ${lost.length} of ${counted(rows.length, "row")}`;
  return [{ line, what: "timeline", why }];
}

function missingZone(read: ReadDocument): readonly Unread[] {
  const facts = MILESTONES.flatMap((name) => read.document.milestones[name] ?? []);
  const timed = facts.filter(({ source }) => source.precision !== "day");
  const local = timed.find((fact) => zoneOfTime(fact, read) === null);
  if (!local) return [];
  const why = `not stated; times are read as ${read.context.timeZone} and written without an offset`;
  return [{ line: local.source.range.start.line, what: "time zone", why }];
}

function missingDay({ document }: ReadDocument): readonly Unread[] {
  const isDated = MILESTONES.some((name) => document.milestones[name] !== null);
  if (isDated || document.unknownMilestones.includes("started")) return [];
  const { unclearDay: unclear } = document;
  if (unclear) {
    const why = `${whyUnclear(unclear.value)}; set date_order in pm.yaml to day-first or month-first`;
    return [{ line: unclear.source.range.start.line, what: "date", why }];
  }
  return [{ line: 1, what: "date", why: "none in the document or its file's name" }];
}

/** Labels whose value no term of the taxonomy is called, where nothing else tells the fact. */
function unreadLabels(read: ReadDocument): readonly Unread[] {
  const { context } = read;
  const { severity, services, teams, detectedBy, trigger, causes } = read.document;
  const known: Partial<Record<ReadableKey, unknown>> = {
    severity: severity && isOwnWord(severity, context) ? null : severity,
    ...{ detected_by: detectedBy, trigger },
    ...{ services: services[0], teams: teams[0], causes: causes[0] },
  };
  return seenLabels(read.document, context).flatMap((seen): readonly Unread[] => {
    const unknown = unknownUnder(seen, context);
    if (unknown === null || (known[unknown.key] ?? null) !== null) return [];
    const what = `${seen.label}: ${unknown.names.join(", ")}`;
    const why = `not read as ${unknown.key}: not in the taxonomy`;
    return [{ line: seen.line, what, why }];
  });
}

/** Tables, labels and headings of the body that nobody knows. */
function unreadParts({ document: { problems } }: ReadDocument): readonly Unread[] {
  return problems.flatMap((problem): readonly Unread[] => {
    if (problem.kind !== "unread-part") return [];
    const { part, written, range } = problem;
    const what = `${part} \`${written}\``;
    return [{ line: range.start.line, what, why: "pm does not know it" }];
  });
}

/**
 * What a document has and `pm` could not read, in the order of its lines.
 * @param reports what is wrong with the values of its frontmatter.
 */
export function unreadOf(
  read: ReadDocument,
  reports: readonly FrontmatterReport[],
  keys: readonly ReadOtherToolsKey[],
  located: LocatedData | null,
): readonly Unread[] {
  const broken = reports.map(({ range, message }) => {
    return { line: range.start.line, what: "frontmatter", why: message };
  });
  return [
    ...missingDay(read),
    ...broken,
    ...(located ? unreadKeys(keys, located) : []),
    ...unreadLabels(read),
    ...missingZone(read),
    ...unreadRows(read),
    ...unreadParts(read),
  ].toSorted((a, b) => a.line - b.line);
}
