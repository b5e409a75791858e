import fc from "fast-check";
import { expect, test } from "vitest";
import type { EpochMs, Postmortem } from "../../src/core/postmortem.ts";
import { isoInstant } from "../../src/core/time/calendar.ts";
import type { Window } from "../../src/core/time/window.ts";
import { countedFacts } from "../../src/project/reported-facts.ts";
import type { AnyReport, OptionValue, Query } from "../../src/reports/define.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { sameThrough } from "../../src/reports/moment.ts";
import { outlinesOf, restingOn } from "../../src/reports/outlines.ts";
import { copiesIn } from "../../src/reports/shared/counted-once.ts";
import { oldestFirst } from "../../src/reports/shared/selection.ts";
import { buildPostmortem, type PostmortemShorthand } from "../support/build-postmortem.ts";
import { buildQuery, TAXONOMY } from "../support/build-query.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-07-01T12:00Z");
const BEGIN = Date.parse("2024-01-01T00:00Z");
const OF_WINDOW = REPORTS.filter(({ restsOnWindow }) => restsOnWindow);

function at(start: EpochMs, hours: number): string {
  return isoInstant(start + hours * HOUR);
}

const competency = fc.constantFrom(...TAXONOMY.competencies.map(({ id }) => id));
const team = fc.constantFrom("payments", "ledger", "platform", "unknown");
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 4 });

/** A few incidents about one instant; the rare ones are those that matter whatever the window is. */
const incident = fc.record({
  start: some(fc.integer({ min: BEGIN / HOUR, max: NOW / HOUR + 900 })),
  minutes: some(fc.nat(300)),
  services: fc.subarray(["checkout", "payouts", "kafka"], { maxLength: 2 }),
  teams: fc.subarray(["payments", "ledger"], { maxLength: 1 }),
  gaps: fc.array(
    fc.record({
      ...{ competency, team, kind: fc.constantFrom("knowledge", "unheard-of") },
      confirmed: fc.integer({ min: 0, max: 30 }).map((one) => one > 0),
      line: fc.nat(90),
    }),
    { maxLength: 2 },
  ),
  isDraft: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  isWithheld: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  copies: fc.integer({ min: 0, max: 9 }).map((one) => (one === 0 ? 2 : 1)),
});

type Incident = typeof incident extends fc.Arbitrary<infer Value> ? Value : never;

function documentsOf(one: Incident, place: number): readonly Postmortem[] {
  const { start, minutes, services, teams, gaps, isDraft, isWithheld, copies } = one;
  const from = start === undefined ? null : start * HOUR;
  const shorthand: PostmortemShorthand = {
    ...{ title: `Incident ${place}`, services, teams, severity: "P1" },
    status: isDraft ? "draft" : "final",
    ...(from === null
      ? {}
      : { times: { started: at(from, 0), detected: at(from, 1), resolved: at(from, 400) } }),
    ...(minutes === undefined ? {} : { statedMinutes: { diagnose: minutes } }),
    gaps: gaps.map(({ team: by, ...gap }) => (by === "unknown" ? gap : { ...gap, team: by })),
    escalations: [{ from: "payments", to: "platform", competency: "observability.tracing" }],
    rest: isWithheld ? { areTimesWithheld: true } : {},
  };
  return Array.from({ length: copies }, (_, copy) =>
    buildPostmortem({ ...shorthand, path: `${place}-${copy}.md`, id: `${place}-${copy}` }),
  );
}

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 400 }))
  .map(([first, days]) => {
    const since = BEGIN + first * 24 * HOUR;
    return { since, until: Math.min(NOW, since + days * 24 * HOUR) };
  });
const window: fc.Arbitrary<Window> = fc.record({
  since: fc.option(fc.integer({ min: BEGIN / HOUR, max: NOW / HOUR }).map((hour) => hour * HOUR)),
  until: fc.constantFrom(NOW, NOW - 90 * 24 * HOUR, NOW + 90 * 24 * HOUR),
  prior: fc.option(stretch),
});

/** What a report says with each of its choices alone, and with its flags, but for those that print sentences. */
function saidBy(report: AnyReport, query: Query): readonly string[] {
  const choices = Object.entries(report.options).flatMap(
    ([name, option]): readonly Readonly<Record<string, OptionValue>>[] => {
      if (option.kind === "flag") return name === report.quotes ? [] : [{ [name]: true }];
      return option.kind === "choice" ? option.choices.map((choice) => ({ [name]: choice })) : [];
    },
  );
  return [{}, ...choices].map((own) => JSON.stringify(report.build(query, own)));
}

test.each(OF_WINDOW.map((report) => [report.name, report] as const))(
  "%s says the same of the documents that its window rests on",
  (_name, report) => {
    let [parts, wholes] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(incident, { minLength: 40, maxLength: 90 }),
        window,
        (incidents, asked) => {
          const whole = incidents.flatMap(documentsOf);
          const copies = copiesIn(whole);
          const inOrder = whole.toSorted(oldestFirst);
          const outlines = outlinesOf(inOrder, TAXONOMY, copies);
          const places = restingOn(outlines, asked, NOW);
          if (places === null) {
            wholes += 1;
            return;
          }
          if (places.length < whole.length) parts += 1;
          const counted = inOrder.map(countedFacts(Number.NEGATIVE_INFINITY));
          const part = places.flatMap((place) => counted[place] ?? []);
          const query = { window: asked, taxonomy: TAXONOMY };
          expect(saidBy(report, buildQuery({ ...query, postmortems: part, copies }))).toEqual(
            saidBy(report, buildQuery({ ...query, postmortems: whole })),
          );
          const moment = { now: NOW, timeZone: "UTC" };
          const windowAt = (now: EpochMs) => ({ ...asked, until: now });
          if (asked.until === NOW) {
            expect(sameThrough(report, windowAt, part, moment)).toEqual(
              sameThrough(report, windowAt, whole, moment),
            );
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(parts).toBeGreaterThan(30);
    expect(wholes).toBeGreaterThan(5);
  },
);

test("a report of a window without any incident that counts may rest on all documents", () => {
  const documents = Array.from({ length: 50 }, (_, place) =>
    buildPostmortem({
      ...{ id: `${place}`, teams: ["payments"], status: place < 40 ? "final" : "draft" },
      times: { started: at(BEGIN, 24 * place) },
    }),
  );
  const outlines = outlinesOf(documents, TAXONOMY, []);
  const since = (day: number) => ({ since: BEGIN + day * 24 * HOUR, until: NOW, prior: null });
  expect(restingOn(outlines, since(5), NOW)).toHaveLength(45);
  expect(restingOn(outlines, since(42), NOW)).toBeNull();
  expect(restingOn(outlines, since(60), NOW)).toBeNull();
  expect(restingOn(outlines, { ...since(60), since: null }, NOW)).toHaveLength(50);
});

test("what a document states of later than now is known, whenever it started", () => {
  const resolved = at(NOW, 2);
  const documents = [
    buildPostmortem({
      id: "a",
      teams: ["payments"],
      times: { started: at(NOW, -24 * 60), resolved },
    }),
    buildPostmortem({ id: "b", teams: ["payments"], times: { started: at(NOW, -24) } }),
  ];
  const asked = { since: NOW - 5 * 24 * HOUR, until: NOW, prior: null };
  const places = restingOn(outlinesOf(documents, TAXONOMY, []), asked, NOW) ?? [];
  const part = places.flatMap((place) => documents[place] ?? []);
  const through = (some: readonly Postmortem[]) =>
    sameThrough({}, (now) => ({ ...asked, until: now }), some, { now: NOW, timeZone: "UTC" });
  expect(through(part)).toEqual({ since: NOW, until: Date.parse(resolved) });
  expect(through(part)).toEqual(through(documents));
});
