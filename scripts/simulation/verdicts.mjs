// Made-up folders of which the truth is known, and how often `pm gaps` gives a verdict on them that it
// should, or should not. The report and the random numbers are handed in, so that the build and the
// sources can both be simulated.

const DAY = 86_400_000;
const SINCE = Date.parse("2026-01-01T00:00Z");
const WINDOW_DAYS = 180;
const TEAMS = ["payments", "ledger", "search", "mobile", "platform", "data"];
/** Gaps of an incident, on average, where many competencies can be missing. */
const GAPS_PER_INCIDENT = 2;

/** What is simulated, and what shall hold; rates are shares of runs. */
export const SETTINGS = {
  seed: 20260101,
  runs: 1000,
  unchanged: {
    most: 0.05,
    windows: [
      { now: 11, before: 6 },
      { now: 11, before: 11 },
      { now: 40, before: 40 },
      { now: 40, before: 4 },
      { now: 100, before: 100 },
    ],
    competencies: [20, 61],
    // All equally frequent, or a few frequent and many rare ones (Zipf's law).
    frequencies: ["even", "skewed"],
  },
  oneTeam: { most: 0.05, incidents: 40, share: 0.5, helped: 0.5, services: [1, 2, 3, 5] },
  allTeams: { least: 0.8, incidents: 40, share: 0.2 },
  risen: { least: 0.8, now: 40, before: 40, competencies: 20, share: 0.4, shareBefore: 0.05 },
  rare: { most: 0.05, share: 0.05, incidents: [20, 40, 100, 400] },
};

const SOURCE = {
  origin: "frontmatter",
  how: "stated",
  range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
};
const fact = (value) => ({ value, source: SOURCE });
const term = (id) => ({ id, name: id, description: "", aliases: [] });
const NO_MILESTONES = {
  detected: null,
  acknowledged: null,
  diagnosed: null,
  mitigated: null,
  resolved: null,
};

/** An incident of a team, with these gaps and the teams that helped, by whether it is written down. */
export function incident(index, started, { team, service, gaps, helper = null, isAsked = false }) {
  const helpers = helper === null ? [] : [helper];
  const escalation = {
    at: null,
    from: fact(team),
    to: fact(helper),
    reason: fact("expertise"),
    competency: fact(gaps[0] ?? "unknown"),
    evidence: null,
    confirmed: true,
    source: SOURCE,
  };
  return {
    path: `${index}.md`,
    hasFrontmatter: true,
    id: fact(`${index}`),
    title: fact(`Incident ${index}`),
    status: fact("final"),
    published: null,
    severity: null,
    services: [fact(service)],
    teams: [team, ...helpers].map(fact),
    detectedBy: null,
    trigger: null,
    causes: [],
    milestones: { ...NO_MILESTONES, started: fact(started) },
    unknownMilestones: [],
    timelineMilestones: {},
    statedDurations: {},
    gaps: gaps.map((competency) => ({
      competency: fact(competency),
      kind: fact("knowledge"),
      team: null,
      phase: null,
      evidence: null,
      confirmed: true,
      source: SOURCE,
    })),
    escalations: isAsked ? [escalation] : [],
    actions: [],
    review: null,
    conditions: null,
    timeline: null,
    unclearDay: null,
    factors: [],
    sections: [],
    prompts: [],
    sentences: [],
    namedPeople: [],
    directives: [],
    problems: [],
    bodyRead: true,
  };
}

/** The competencies of a folder, four to a domain, and how often each is missing. */
function competenciesOf(count, frequency) {
  const ids = Array.from({ length: count }, (_, at) => `domain${Math.floor(at / 4)}.skill${at}`);
  const weights = ids.map((_, at) => (frequency === "even" ? 1 : 1 / (at + 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.min(0.6, (weight / total) * GAPS_PER_INCIDENT));
  return { ids, shares };
}

export function taxonomyOf(ids, services) {
  const domains = [...new Set(ids.map((id) => id.split(".")[0]))];
  return {
    severities: [],
    teams: TEAMS.map((id) => ({ ...term(id), size: 8 })),
    services: services.map(({ id, owner }) => ({ ...term(id), owner })),
    kinds: [{ ...term("knowledge"), remedy: "teaching" }],
    triggers: [],
    causes: [],
    detectionSources: [],
    competencies: [
      ...domains.map((id) => ({ ...term(id), parent: null, signals: [], resources: [] })),
      ...ids.map((id) => ({ ...term(id), parent: id.split(".")[0], signals: [], resources: [] })),
    ],
  };
}

export function queryOf(postmortems, taxonomy) {
  const until = SINCE + WINDOW_DAYS * DAY;
  return {
    postmortems,
    window: {
      since: SINCE,
      until,
      prior: { since: SINCE - WINDOW_DAYS * DAY, until: SINCE },
    },
    filters: {
      services: [],
      teams: [],
      responders: [],
      severities: [],
      competencies: [],
      kinds: [],
    },
    taxonomy,
    thresholds: {
      systemicIncidents: 3,
      systemicShare: 0.1,
      systemicContexts: 2,
      emergingIncidents: 2,
      extendedDiagnosisMinutes: 60,
      smallCount: 5,
    },
    timeZone: "UTC",
  };
}

const OPTIONS = {
  by: "competency",
  evidence: false,
  "include-suggested": false,
  "include-drafts": false,
};

/** The cells of some columns of the report's first table, as objects; missing columns are null. */
function rowsOf(report, query) {
  const { columns, rows } = report.build(query, OPTIONS).sections[0];
  const keys = columns.map(({ key }) => key);
  return rows.map((row) => Object.fromEntries(keys.map((key, at) => [key, row[at]])));
}

const SERVICES = TEAMS.map((owner) => ({ id: `${owner}-service`, owner }));
const pick = (random, values) => values[Math.floor(random() * values.length)];
const startOf = (random, isNow) =>
  SINCE + Math.floor((random() - (isNow ? 0 : 1)) * WINDOW_DAYS * DAY);

/**
 * A report on a folder in which nothing changed: each gap is as likely in both windows, but for the
 * first where `risen` has its shares now and before.
 */
function unchangedReport(world, { now, before, ids, shares, risen = null }) {
  const { random, report } = world;
  const one = (index) => {
    const team = pick(random, TEAMS);
    return incident(index, startOf(random, index < now), {
      team,
      service: `${team}-service`,
      gaps: ids.filter((_, at) =>
        at === 0 && risen ? random() < risen[index < now ? 0 : 1] : random() < shares[at],
      ),
    });
  };
  const postmortems = Array.from({ length: now + before }, (_, index) => one(index));
  return rowsOf(report, queryOf(postmortems, taxonomyOf(ids, SERVICES)));
}

/** The verdict on a gap that one team has, in half of its incidents; others help, and not all is written. */
function oneTeamVerdict({ random, report }, services) {
  const { incidents, share, helped } = SETTINGS.oneTeam;
  const own = Array.from({ length: services }, (_, at) => ({ id: `own${at}`, owner: TEAMS[0] }));
  const all = [...own, ...SERVICES.filter(({ owner }) => owner !== TEAMS[0])];
  const postmortems = Array.from({ length: incidents }, (_, index) => {
    const team = pick(random, TEAMS);
    const service = pick(
      random,
      all.filter(({ owner }) => owner === team),
    ).id;
    const has = team === TEAMS[0] && random() < share;
    const isHelped = random() < helped;
    return incident(index, startOf(random, true), {
      team,
      service,
      gaps: has ? ["messaging.backpressure"] : [],
      helper: isHelped ? pick(random, TEAMS.slice(1)) : null,
      isAsked: isHelped && random() < 0.5,
    });
  });
  return verdictOf(report, postmortems, all);
}

/** The verdict on a gap that stands in a share of the incidents of every team. */
function everywhereVerdict({ random, report }, { incidents, share }) {
  const postmortems = Array.from({ length: incidents }, (_, index) => {
    const team = pick(random, TEAMS);
    return incident(index, startOf(random, true), {
      team,
      service: `${team}-service`,
      gaps: random() < share ? ["messaging.backpressure"] : [],
    });
  });
  return verdictOf(report, postmortems, SERVICES);
}

function verdictOf(report, postmortems, services) {
  const query = queryOf(postmortems, taxonomyOf(["messaging.backpressure"], services));
  const rows = rowsOf(report, query);
  return rows.find(({ group }) => group === "messaging.backpressure")?.verdict ?? null;
}

/** The share of runs in which something holds. */
function rateOf(runs, holds) {
  return Array.from({ length: runs }, holds).filter(Boolean).length / runs;
}

/** Every simulation as a function of the number of runs. */
export function simulations(report, seededRandom) {
  const { unchanged, oneTeam, allTeams, risen, rare, seed } = SETTINGS;
  const world = (offset) => ({ random: seededRandom(seed + offset), report });
  const list = [];
  const add = (name, bound, run) => {
    const offset = list.length;
    list.push({ name, ...bound, rate: (runs) => rateOf(runs, run(world(offset))) });
  };
  for (const { now, before } of unchanged.windows) {
    for (const count of unchanged.competencies) {
      for (const frequency of unchanged.frequencies) {
        const setting = { now, before, ...competenciesOf(count, frequency) };
        const name = `nothing changed, ${now} incidents after ${before}, ${count} competencies (${frequency}): a report with an emerging gap`;
        add(
          name,
          { most: unchanged.most },
          (simulated) => () =>
            unchangedReport(simulated, setting).some(
              ({ verdict, change }) => verdict === "emerging" || change === "rising",
            ),
        );
      }
    }
  }
  for (const services of oneTeam.services) {
    const name = `a gap of one team with ${services} service${services === 1 ? "" : "s"}: systemic`;
    add(
      name,
      { most: oneTeam.most },
      (simulated) => () => oneTeamVerdict(simulated, services) === "systemic",
    );
  }
  add(
    `a gap in ${allTeams.share * 100} % of the incidents of all 6 teams, ${allTeams.incidents} incidents: systemic`,
    { least: allTeams.least },
    (simulated) => () => everywhereVerdict(simulated, allTeams) === "systemic",
  );
  const rising = {
    ...risen,
    ...competenciesOf(risen.competencies, "even"),
    risen: [risen.share, risen.shareBefore],
  };
  add(
    `a gap that rises from ${risen.shareBefore * 100} to ${risen.share * 100} %, ${risen.now} incidents after ${risen.before}, beside ${risen.competencies - 1} others: emerging or rising`,
    { least: risen.least },
    (simulated) => () =>
      unchangedReport(simulated, rising).some(
        ({ group, verdict, change }) =>
          group === rising.ids[0] && (verdict === "emerging" || change === "rising"),
      ),
  );
  for (const incidents of rare.incidents) {
    add(
      `a gap in ${rare.share * 100} % of the incidents of all 6 teams, ${incidents} incidents: systemic`,
      { most: rare.most },
      (simulated) => () =>
        everywhereVerdict(simulated, { incidents, share: rare.share }) === "systemic",
    );
  }
  return list;
}
