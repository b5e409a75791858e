import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Postmortem } from "../../../src/core/postmortem.ts";
import type { Deploy } from "../../../src/core/settings/deploy.ts";
import { conditions } from "../../../src/reports/conditions/conditions.ts";
import { deployRates, tellsOf } from "../../../src/reports/conditions/deploy-rates.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery, cells, HALF_YEAR, sectionOf } from "../../support/build-query.ts";

const at = (written: string) => Date.parse(`2026-${written}Z`);
const deploy = (written: string, service: string | null = null): Deploy => {
  return { at: at(written), service };
};

function incident(written: string, ...services: readonly string[]): Postmortem {
  const times = { started: written.includes("T") ? `2026-${written}Z` : `2026-${written}` };
  return buildPostmortem({ id: written, path: `${written}.md`, services, times, gaps: ["queues"] });
}

function sectionWith(deploys: readonly Deploy[], postmortems: readonly Postmortem[]) {
  const query = buildQuery({ postmortems, deploys });
  const report = conditions.build(query, { by: "domain", all: true });
  return { report, section: sectionOf(report, "deploys") };
}

/** A deploy each day at noon, from 1 to 30 March. */
const DAILY = Array.from({ length: 30 }, (_one, day) =>
  deploy(`03-${String(day + 1).padStart(2, "0")}T12:00:00`),
);

describe("how often an incident follows a deploy", () => {
  const incidents = [
    incident("03-02T12:30:00"),
    incident("03-05T12:59:59"),
    incident("03-09T13:00:00"),
    incident("03-20T11:59:00"),
    // Before all deploys, after all deploys, and of which only the day is known.
    incident("02-10T12:30:00"),
    incident("05-10T12:30:00"),
  ];

  test("counts deploys with and without, incidents and hours", () => {
    const { section } = sectionWith(DAILY, incidents);
    const keys = [
      ...["service", "within_minutes", "deploys_with_incident", "deploys_with_incident_n"],
      ...["deploys_without_incident", "incidents_after_deploy", "incidents_after_deploy_n"],
      "answer",
    ];
    expect(cells(section, keys)).toEqual([
      ["all services", 60, 2, 30, 28, 2, 4, "more often"],
      ["all services", 240, 3, 30, 27, 3, 4, "more often"],
      // All time is after a deploy.
      ["all services", 1440, 4, 30, 26, 4, 4, "cannot tell"],
    ]);
    expect(cells(section, ["rule"])[0]).toEqual([
      "2 incidents in 30 h after deploys, 2 in 667 h of other time, p 1.8 %",
    ]);
    expect(section.members?.[0]).toEqual(["03-02T12:30:00.md", "03-05T12:59:59.md"]);
    expect(section.finding).toBe(
      "2 of 30 deploys of all services had an incident within 1 h: more often than at other times",
    );
  });

  test("gives the share of false alarms its interval, and the rate its own", () => {
    const { section } = sectionWith(DAILY, incidents);
    const keys = ["deploys_without_incident_share", "deploys_without_incident_share_low"];
    const [share, low] = cells(section, keys)[0] ?? [];
    expect(share).toBeCloseTo(28 / 30, 12);
    expect(low).toBeCloseTo(0.7868, 4);
    const [ratio] = cells(section, ["rate_ratio"])[0] ?? [];
    expect(ratio).toBeCloseTo(2 / 30 / (2 / 667), 10);
  });

  test("cannot tell of few, nor where every incident follows a deploy", () => {
    const few = sectionWith(DAILY, incidents.slice(0, 2)).section;
    expect(cells(few, ["rate_ratio", "answer"])).toEqual([
      ...Array.from({ length: 3 }, () => [null, "cannot tell"]),
    ]);
    expect(few.finding).toBe("No deploys that incidents follow by more than chance");
    expect(cells(few, ["rule"])[0]).toEqual([
      "2 incidents in 30 h after deploys, 0 in 667 h of other time: too few",
    ]);
  });

  test("tells where incidents keep away from deploys", () => {
    const away = Array.from({ length: 28 }, (_one, day) =>
      incident(`03-${String(day + 2).padStart(2, "0")}T06:00:00`),
    );
    const { section } = sectionWith(DAILY, away);
    expect(cells(section, ["within_minutes", "answer", "rate_ratio"])[1]).toEqual([
      ...[240, "less often", 0],
    ]);
    expect(section.finding).toBe("No deploys that incidents follow by more than chance");
  });

  test("a deploy of which the end of the window hides what followed is not counted", () => {
    const last = [...DAILY, deploy("06-30T23:30:00")];
    const [row] = cells(sectionWith(last, incidents).section, ["deploys_with_incident_n"]);
    expect(row).toEqual([30]);
  });

  test("services with enough of both have rows of their own", () => {
    const deploys = DAILY.map((one, day) => ({
      ...one,
      service: day % 2 === 0 ? "checkout" : "kafka",
    }));
    const postmortems = [
      ...["03-01T12:10:00", "03-03T12:10:00", "03-05T12:10:00"].map((one) =>
        incident(one, "checkout"),
      ),
      incident("03-02T12:10:00", "kafka"),
    ];
    const { section } = sectionWith(deploys, postmortems);
    expect(cells(section, ["service", "deploys_with_incident", "deploys_with_incident_n"])).toEqual(
      [
        ...[4, 4, 4].map((count) => ["all services", count, 30]),
        ...[3, 3, 3].map((count) => ["checkout", count, 15]),
      ],
    );
  });

  test("without deploys there is no such section, and the notes say how to add them", () => {
    const report = conditions.build(buildQuery({ postmortems: incidents }), {
      by: "domain",
      all: true,
    });
    expect(report.sections.map(({ key }) => key)).toEqual(["conditions"]);
    expect(report.notes.join("\n")).toContain("--deploys FILE adds deploys without incident.");
    expect(sectionWith([], incidents).section.rows).toEqual([]);
  });
});

test("how long ago the last deploy was is a condition, where it is known", () => {
  const deploys = [deploy("03-01T12:00:00", "kafka"), deploy("03-02T12:00:00", "checkout")];
  const postmortems = [
    incident("03-02T12:59:00", "checkout"),
    incident("03-02T13:00:00"),
    incident("03-02T16:00:00", "checkout"),
    // Of kafka, so that the deploy of checkout counts for nothing.
    incident("03-02T12:59:00", "kafka"),
    // Before the first deploy, long after the last, and of which only the day is known.
    incident("02-20T12:00:00"),
    incident("04-20T12:00:00"),
    incident("03-02", "checkout"),
  ];
  const others = ["03-02T12:30:00", "03-02T13:30:00", "03-02T14:30:00"].map((one) =>
    buildPostmortem({ id: `other-${one}`, times: { started: `2026-${one}Z` } }),
  );
  const query = buildQuery({ postmortems: [...postmortems, ...others], deploys });
  const section = sectionOf(conditions.build(query, { by: "domain", all: true }), "conditions");
  const keys = [
    "condition",
    "value",
    "incidents",
    "incidents_n",
    "other_incidents",
    "other_incidents_n",
  ];
  expect(cells(section, keys).filter(([condition]) => condition === "since deploy")).toEqual([
    ["since deploy", "under 1 h", 1, 4, 1, 3],
    ["since deploy", "1–4 h", 1, 4, 2, 3],
  ]);
});

test("rows are consistent: parts of wholes, and hours that add up", () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
  const start = at("02-01T00:00:00");
  fc.assert(
    fc.property(
      fc.array(minute, { maxLength: 40 }),
      fc.array(minute, { maxLength: 20 }),
      (ds, is) => {
        const rows = deployRates({
          deploys: ds.map((one) => ({ at: start + one * 60_000, service: null })),
          incidents: is.map((one, index) =>
            buildPostmortem({
              id: `i${index}`,
              times: { started: new Date(start + one * 60_000).toISOString() },
            }),
          ),
          window: HALF_YEAR,
          fewest: 3,
        });
        expect(rows).toHaveLength(ds.length === 0 ? 0 : 3);
        for (const { followed, deploys, after, other, hours, p, comparison } of rows) {
          expect(followed).toBeLessThanOrEqual(deploys);
          const span = (Math.max(...ds) - Math.min(...ds)) / 60 + hours;
          expect(after.exposure + other.exposure).toBeCloseTo(span, 6);
          expect(after.exposure).toBeLessThanOrEqual(ds.length * hours + 1e-6);
          expect(after.count + other.count).toBeLessThanOrEqual(is.length);
          expect(p === null).toBe(comparison === null);
        }
      },
    ),
  );
});

test("where deploys and incidents have nothing to do with each other, hardly a report tells", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const times = (count: number) =>
    Array.from({ length: count }, () => at("01-05T00:00:00") + random() * 150 * 86_400_000);
  let told = 0;
  for (let run = 0; run < 200; run += 1) {
    const rows = deployRates({
      deploys: times(60).map((one) => ({ at: one, service: null })),
      incidents: times(20).map((one, index) =>
        buildPostmortem({ id: `i${index}`, times: { started: new Date(one).toISOString() } }),
      ),
      window: HALF_YEAR,
      fewest: 3,
    });
    if (rows.some((row) => tellsOf(row) !== null)) told += 1;
  }
  expect(told).toBeLessThanOrEqual(16);
});
