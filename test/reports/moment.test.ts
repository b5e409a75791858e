import { describe, expect, it } from "vitest";
import { zoned } from "../../src/core/time/calendar.ts";
import { resolveWindow, type Window, type WrittenWindow } from "../../src/core/time/window.ts";
import type { AnyReport } from "../../src/reports/define.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { sameThrough } from "../../src/reports/moment.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { buildQuery } from "../support/build-query.ts";

const TIME_ZONE = "Europe/Berlin";
const HOUR = 3_600_000;
/** Days of which a month ahead is one of the other half-year, and one in which an incident starts. */
const DAYS = ["2026-05-20", "2026-10-01"];
const WINDOWS: readonly WrittenWindow[] = [
  { since: null, until: null },
  { since: "6mo", until: null },
  { since: "11d", until: null },
  { since: "1d", until: null },
  { since: "2025-01-01", until: "2026-02-01" },
];
/** Hours of a day, at each of which a report may be asked for. */
const HOURS = [0, 0.5, 12.4, 23.6];

/** Incidents from all of a year, at all hours; one starts in the middle of a day that is asked about. */
const POSTMORTEMS = [
  Date.parse("2025-03-05T13:00Z"),
  Date.parse("2025-10-01T11:00Z"),
  Date.parse("2026-05-20T10:00Z"),
  ...Array.from({ length: 12 }, (_, at) => Date.parse("2025-02-20T07:30Z") + at * 31.1 * 24 * HOUR),
].map((started, at) => {
  const after = (hours: number) => new Date(started + hours * HOUR).toISOString();
  const competency = ["messaging.backpressure", "observability.tracing"][at % 2] ?? "";
  return buildPostmortem({
    ...{ id: `i${at}`, services: ["checkout"], teams: ["payments"], severity: "P1" },
    ...{ trigger: "deploy", statedMinutes: { diagnose: 30 + at } },
    times: { started: after(0), detected: after(0.2), diagnosed: after(2), resolved: after(3) },
    gaps: at % 3 === 0 ? [] : [{ competency, team: "payments", kind: "knowledge" }],
    escalations: [{ from: "payments", to: "platform", competency }],
    actions: [{ owner: "payments", due: after(24 * 40).slice(0, 10), competency }],
  });
});

function windowFor(written: WrittenWindow): (now: number) => Window {
  return (asOf) => {
    const window = resolveWindow({ ...written, asOf, timeZone: TIME_ZONE });
    if (!window.ok) throw new Error(window.why);
    return window.value;
  };
}

/** A report, whatever is told of it. */
type Untold = Pick<AnyReport, "options" | "build"> & { readonly restsOnMoment?: true | undefined };

/** What a report says at one moment by default and with some of its choices, but for its calendar, which tells it. */
function saidBy(report: Untold, window: Window, choices: boolean): string {
  const query = { ...buildQuery({ postmortems: POSTMORTEMS, window }), timeZone: TIME_ZONE };
  const chosen = Object.entries(choices ? report.options : {}).flatMap(([name, option]) =>
    option.kind === "choice" ? option.choices.map((choice) => ({ [name]: choice })) : [],
  );
  const built = [{}, ...chosen].map((options) => report.build(query, options));
  return JSON.stringify(built.map((one) => ({ ...one, calendar: null })));
}

/** A few letters from where two texts begin to differ; null for the same. */
function difference(one: string, other: string): string | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `${one.slice(at - 60, at + 20)} | ${other.slice(at, at + 20)}`;
}

/** The differences between what a report says at moments of which it is told that it says the same. */
function differences(report: Untold, written: WrittenWindow, day: string): readonly string[] {
  const windowAt = windowFor(written);
  const midnight = zoned(Date.parse(`${day}T12:00Z`), TIME_ZONE).startOfDay().epochMilliseconds;
  const moments = HOURS.map((hour) => midnight + hour * HOUR);
  const said = moments.map((now) => saidBy(report, windowAt(now), written.since === "6mo"));
  return moments.flatMap((now, at) => {
    const place = { now, timeZone: TIME_ZONE };
    const through = sameThrough(report, windowAt, POSTMORTEMS, place);
    return moments.flatMap((other, to) => {
      if (through === null || other < through.since || other >= through.until) return [];
      return difference(said[at] ?? "", said[to] ?? "") ?? [];
    });
  });
}

describe.each(REPORTS.map((report) => [report.name, report] as const))("pm %s", (_name, report) => {
  it.each(WINDOWS)("says the same for as long as is told, since $since", (written) => {
    for (const day of DAYS) {
      expect({ day, differ: differences(report, written, day) }).toEqual({ day, differ: [] });
    }
  });

  it("is told to rest on the moment only where it does", () => {
    const untold = { ...report, restsOnMoment: undefined };
    const differ = DAYS.flatMap((day) => differences(untold, { since: "6mo", until: null }, day));
    expect(differ.length > 0).toBe(report.restsOnMoment === true);
  });
});

describe("the part of a day in which a report says the same", () => {
  const [report = REPORTS[0]] = REPORTS.filter(({ name }) => name === "gaps");
  const noon = Date.parse("2026-05-20T08:00Z");
  const through = (written: WrittenWindow, now = noon) =>
    report && sameThrough(report, windowFor(written), POSTMORTEMS, { now, timeZone: "UTC" });

  it.each([
    ["begins when it is asked for, and ends with the day", 20, [20, 24]],
    ["ends at the next instant that a document states", 8, [8, 10]],
    ["is none at the first moment of a day", 0, null],
    ["is none at an instant that a document states", 10, null],
  ] as const)("%s", (_what, hour, hours) => {
    const midnight = Date.parse("2026-05-20T00:00Z");
    const [since, until] = (hours ?? []).map((one) => midnight + one * HOUR);
    expect(through({ since: null, until: null }, midnight + hour * HOUR)).toEqual(
      hours && { since, until },
    );
  });

  it("is none for a window that is compared with one which ends at the same time of another day", () => {
    expect(through({ since: "6mo", until: null, compare: "year-ago" })).toBeNull();
  });

  it("is all of the day where no bound rests on the time", () => {
    const fixed = (): Window => ({ since: 0, until: 1, prior: null, asOf: 1 });
    expect(
      report && sameThrough(report, fixed, POSTMORTEMS, { now: noon, timeZone: "UTC" }),
    ).toEqual({ since: Date.parse("2026-05-20"), until: Date.parse("2026-05-21") });
  });
});
