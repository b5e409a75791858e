// Made-up folders with an intervention of which the effect is known, and how often `pm impact` says that
// it worked. The report and the random numbers are handed in, so that the build and the sources can both
// be simulated.
import { incident, queryOf, taxonomyOf } from "./verdicts.mjs";

const DAY = 86_400_000;
const MINUTE = 60_000;
const FIRST = Date.parse("2025-01-01T00:00Z");
const DATE = "2025-07-01";
/** Days before and after the intervention in which incidents start. */
const DAYS = 180;
const SKILL = "domain0.skill0";
const OTHER = "domain0.skill1";
const SERVICES = [{ id: "payments-service", owner: "payments" }];
/** Minutes to diagnose, at the median. */
const MEDIAN = 60;

/** What is simulated, and what shall hold; rates are shares of runs. */
export const SETTINGS = {
  seed: 20260701,
  runs: 2000,
  // Standard deviations of the logarithms of times to diagnose: as in the examples, and wider.
  spreads: [0.5, 0.8],
  unchanged: {
    most: 0.05,
    // Incidents with the gap before and after, and all others before and after. Trend: what happens to
    // all incidents alike: nothing, or half as many that take half as long. Interventions in one file,
    // each about a skill of its own.
    folders: [
      { before: 5, after: 5, othersBefore: 10, othersAfter: 10, trend: 1, interventions: 1 },
      { before: 5, after: 5, othersBefore: 10, othersAfter: 10, trend: 0.5, interventions: 1 },
      { before: 8, after: 3, othersBefore: 20, othersAfter: 8, trend: 1, interventions: 1 },
      { before: 8, after: 3, othersBefore: 20, othersAfter: 8, trend: 1, interventions: 4 },
      { before: 15, after: 15, othersBefore: 30, othersAfter: 30, trend: 1, interventions: 1 },
      { before: 15, after: 15, othersBefore: 30, othersAfter: 30, trend: 0.5, interventions: 1 },
      { before: 15, after: 15, othersBefore: 30, othersAfter: 30, trend: 1, interventions: 4 },
      { before: 40, after: 40, othersBefore: 60, othersAfter: 60, trend: 1, interventions: 1 },
    ],
  },
  halved: { before: 15, after: 15, othersBefore: 30, othersAfter: 30 },
};

function gaussian(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function poisson(random, mean) {
  const bound = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > bound; product *= random()) count += 1;
  return count;
}

/** Incidents that lack some skill, before or after, with lognormal times to diagnose. */
function incidents(random, { count, skill, isAfter, median, spread }) {
  const start = Date.parse(DATE) + (isAfter ? DAY : -DAYS * DAY);
  return Array.from({ length: count }, (_, index) => {
    const started = start + Math.floor(random() * (DAYS - 1) * DAY);
    const minutes = median * Math.exp(spread * gaussian(random));
    const made = incident(`${skill}-${isAfter}-${index}`, started, {
      team: "payments",
      service: SERVICES[0].id,
      gaps: [skill],
    });
    const { source } = made.id;
    const milestones = {
      ...made.milestones,
      detected: { value: started, source },
      diagnosed: { value: started + minutes * MINUTE, source },
    };
    return { ...made, milestones };
  });
}

/** The verdicts on interventions, each about a skill of its own, of which the effect is `effect`. */
function verdictsOf({ random, report }, setting) {
  const { before, after, othersBefore, othersAfter, trend, spread, effect, interventions } =
    setting;
  const skills = Array.from({ length: interventions }, (_, at) => `domain0.skill${at + 2}`);
  const own = interventions === 1 ? [SKILL] : skills;
  const some = (skill, mean, isAfter, factor) =>
    incidents(random, {
      count: poisson(random, mean),
      skill,
      isAfter,
      median: MEDIAN * (isAfter ? trend * factor.duration : 1),
      spread,
    });
  const none = { frequency: 1, duration: 1 };
  const postmortems = [
    ...own.flatMap((skill) => [
      ...some(skill, before, false, none),
      ...some(skill, after * trend * effect.frequency, true, effect),
    ]),
    ...some(OTHER, othersBefore, false, none),
    ...some(OTHER, othersAfter * trend, true, none),
  ];
  const query = {
    ...queryOf(postmortems, taxonomyOf([OTHER, ...own], SERVICES)),
    window: { since: null, until: FIRST + 730 * DAY, prior: null },
    interventions: own.map((competency) => ({
      ...{ id: competency, date: DATE, competency, teams: [] },
      ...{ kind: "course", hours: null, note: null },
    })),
  };
  const options = { "include-suggested": false, "include-drafts": false };
  const { columns, rows } = report.build(query, options).sections[0];
  const at = columns.findIndex(({ key }) => key === "verdict");
  return rows.map((row) => row[at]);
}

/** Every simulation as a function of the number of runs; those without a bound print a power. */
export function simulations(report, seededRandom) {
  const { unchanged, halved, spreads, seed } = SETTINGS;
  const list = [];
  const add = (name, bound, setting) => {
    const world = () => ({
      random: seededRandom(seed + list.findIndex((one) => one.name === name)),
      report,
    });
    const rate = (runs) => {
      const simulated = world();
      const found = Array.from({ length: runs }, () => verdictsOf(simulated, setting));
      return found.filter((verdicts) => verdicts.includes("worked")).length / runs;
    };
    list.push({ name, ...bound, rate });
  };
  const none = { frequency: 1, duration: 1 };
  for (const folder of unchanged.folders) {
    const { before, after, othersBefore, othersAfter, trend, interventions } = folder;
    const what = `${before} before and ${after} after, beside ${othersBefore} and ${othersAfter} others`;
    const all = trend === 1 ? "" : ", all incidents half as many and half as long since";
    const many = interventions === 1 ? "" : `, ${interventions} interventions`;
    const setting = { ...folder, spread: 0.8, effect: none };
    add(`no effect: ${what}${all}${many}: worked`, { most: unchanged.most }, setting);
  }
  for (const one of spreads) {
    const setting = { ...halved, trend: 1, interventions: 1, spread: one };
    add(
      `time to diagnose halved, 15 before and 15 after, spread ${one}: worked`,
      {},
      { ...setting, effect: { frequency: 1, duration: 0.5 } },
    );
    add(
      `half as often and half as long, 15 before and 15 after in twice the time, spread ${one}: worked`,
      {},
      { ...setting, after: 30, othersAfter: 60, effect: { frequency: 0.5, duration: 0.5 } },
    );
  }
  return list;
}
