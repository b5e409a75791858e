import { expect } from "vitest";
import { writtenTimes } from "../../src/jobs/written-times.ts";
import { type Collected, collector } from "../../src/sources/collect.ts";
import type { SourceEvent } from "../../src/sources/define.ts";
import { jsonEntries } from "../../src/sources/entries/json-entries.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { CONTEXT } from "../support/context.ts";

/** How times without a date or a zone are read; those without a date are of the start. */
export function timesIn(timeZone = "UTC", start: number | null = null) {
  const { vocabulary } = CONTEXT;
  return writtenTimes({ vocabulary, timeZone, dateOrder: null, start, onUnclear: () => undefined });
}

/** What the collector makes of one file, given whole. */
export async function collected(
  text: string | Uint8Array,
  {
    timeZone = "UTC",
    force = null as string | null,
    chunk = 64 * 1024,
    start = null as number | null,
  } = {},
): Promise<Collected> {
  const { open, finish } = collector({ times: timesIn(timeZone, start) });
  const forced = SOURCES.find(({ name }) => name === force) ?? null;
  const file = open({ input: "export", name: "export", forced });
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += chunk) file.write(bytes.subarray(at, at + chunk));
  file.end(null);
  return finish();
}

function actorText(event: SourceEvent): string {
  const names = (all: SourceEvent["to"] = []) =>
    all.map((one) => `${one.isProgram ? "program " : ""}${one.names.join("/")}`).join(" and ");
  const to = event.to && event.to.length > 0 ? ` → ${names(event.to)}` : "";
  return `${names(event.actor ? [event.actor] : [])}${to}`;
}

/** An event on one line: time, kind, words of pm, what is said, who, link. */
export function eventLine(event: SourceEvent): string {
  const time = new Date(event.at).toISOString().replace("2026-03-14T", "").replace(".000Z", "");
  const parts = [time, event.kind, event.what, event.said, actorText(event), event.link];
  return parts.map((part) => (part === null || part === "" ? "–" : part)).join(" | ");
}

/** Fails where two readers take an entry for theirs, so that the order of the registry plays no part. */
function oneReaderAtMost(text: string): void {
  const parser = jsonEntries((entry) => {
    const names = SOURCES.filter(({ recognises }) => recognises(entry)).map(({ name }) => name);
    expect(names.length, names.join(" and ")).toBeLessThan(2);
  });
  parser.write(Buffer.from(text));
}

/** What a test compares: all that one export tells, in the order of its entries. */
export async function told(value: unknown, timeZone = "UTC", start: number | null = null) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  oneReaderAtMost(text);
  const { events, people, facts, files } = await collected(text, { timeZone, start });
  const [file] = files;
  return {
    reader: file?.reader?.name ?? null,
    events: events.map(eventLine),
    people: people.filter(({ isProgram }) => !isProgram).flatMap(({ names }) => names),
    facts: facts.map((one) => one.facts),
    skipped: Object.fromEntries(file?.skipped ?? []),
    broken: (file?.broken ?? []).map(({ index, why }) => `${index}: ${why}`),
    cut: file?.cut ?? null,
    ...(typeof file?.useless === "string" ? { useless: file.useless } : {}),
  };
}
