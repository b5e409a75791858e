// Generates postmortems that differ from each other, the same ones for a seed: mean 5 KB, words by
// Zipf's law, twelve topics. Nothing in them is about anything that happened.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where a document states its facts. */
export const VARIANTS = ["frontmatter", "mixed", "tags"];

const TOPICS = [
  [
    "messaging.backpressure",
    "queue consumer lag broker partition offset backlog producer topic rebalance",
  ],
  [
    "networking.tls-certificates",
    "certificate handshake chain root trust issuer expiry renewal proxy hostname",
  ],
  [
    "databases.query-performance",
    "index query plan scan lock vacuum statistics join table replica",
  ],
  ["caching.stampede", "cache key eviction expiry miss stampede warm shard memory hit"],
  ["capacity.load-testing", "load peak headroom scaling traffic forecast limit burst quota node"],
  [
    "delivery.feature-flags",
    "flag rollout cohort toggle release canary deploy variant switch rollback",
  ],
  [
    "observability.alerting",
    "alert threshold page dashboard metric noise silence burn window signal",
  ],
  [
    "kubernetes.scheduling",
    "pod eviction scheduler taint request limit drain namespace replica image",
  ],
  [
    "storage.disk-pressure",
    "disk volume inode snapshot mount retention log rotation filesystem bytes",
  ],
  [
    "identity.access-control",
    "token role scope session login permission policy expiry audience claim",
  ],
  ["data.pipelines", "pipeline batch schema partition late watermark job replay export row"],
  [
    "dependencies.timeouts",
    "timeout retry upstream circuit breaker latency deadline client pool fallback",
  ],
].map(([competency, words]) => ({ competency, words: words.split(" ") }));
const TEAMS = ["payments", "platform", "checkout", "ledger", "data", "identity", "edge", "search"];
const SERVICES = TEAMS.flatMap((team) =>
  ["api", "worker", "gateway"].map((part) => `${team}-${part}`),
);
const KINDS = ["knowledge", "coverage", "instrumentation", "access", "documentation"];
const COMMON = (
  "the of and to a in was that for it on we with at by this is be as not from after when before had " +
  "which until because more no one all were then there so an only time first two also later"
).split(" ");
const SYLLABLES =
  "ba co de fi gra hel in jo ka lo mi ne or pa qui re sto ta un ve wor xi yo zen".split(" ");

/** Numbers in [0, 1) from a seed: mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function madeUpWords(count) {
  const random = randomFrom(1);
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 2 + Math.floor(random() * 2) },
      () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
    ).join(""),
  );
}

const WORDS = [...COMMON, ...madeUpWords(6000)];
const LOG_WORDS = Math.log(WORDS.length);

function writer(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const word = (topic) =>
    random() < 0.15 ? pick(topic.words) : WORDS[Math.floor(Math.exp(random() * LOG_WORDS)) - 1];
  const words = (topic, count) => Array.from({ length: count }, () => word(topic)).join(" ");
  const sentence = (topic) => {
    const text = words(topic, 8 + Math.floor(random() * 14));
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (topic) =>
    Array.from({ length: 3 + Math.floor(random() * 4) }, () => sentence(topic)).join(" ");
  return { pick, words, sentence, paragraph };
}

const iso = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const MINUTE = 60_000;

function factsOf(random, index, { pick, sentence }) {
  const started = Date.UTC(2021, 0, 1) + Math.floor(random() * 5 * 365 * 24 * 60) * MINUTE;
  const after = (base, most) => base + (1 + Math.floor(random() * most)) * MINUTE;
  const detected = after(started, 30);
  const diagnosed = after(detected, 120);
  const mitigated = after(diagnosed, 60);
  const resolved = after(mitigated, 120);
  const topic = pick(TOPICS);
  const [team, other] = [pick(TEAMS), pick(TEAMS)];
  return {
    index,
    topic,
    team,
    other,
    service: `${team}-${pick(["api", "worker", "gateway"])}`,
    severity: pick(["P1", "P2", "P2", "P3", "P3"]),
    kind: pick(KINDS),
    times: { started, detected, diagnosed, mitigated, resolved },
    evidence: sentence(topic),
  };
}

function frontmatterOf(
  { topic, team, other, service, severity, kind, times, evidence },
  variant,
  title,
) {
  const hasTimes = variant !== "mixed";
  return [
    "---",
    `title: ${title}`,
    "status: final",
    `severity: ${severity}`,
    `services: [${service}]`,
    `teams: [${[...new Set([team, other])].join(", ")}]`,
    "detected_by: alert",
    "trigger: deploy",
    ...(hasTimes
      ? ["times:", ...Object.entries(times).map(([name, at]) => `  ${name}: ${iso(at)}`)]
      : []),
    ...(variant === "tags"
      ? []
      : [
          "gaps:",
          `  - competency: ${topic.competency}`,
          `    kind: ${kind}`,
          `    team: ${team}`,
          "    phase: diagnose",
          `    evidence: ${evidence}`,
        ]),
    ...(team === other
      ? []
      : [
          "escalations:",
          `  - at: ${iso(times.detected + MINUTE)}`,
          `    from: ${team}`,
          `    to: ${other}`,
          "    reason: expertise",
          `    competency: ${topic.competency}`,
        ]),
    "---",
  ];
}

function bodyOf(facts, variant, title, { paragraph, sentence, words }) {
  const { topic, team, times, kind, evidence } = facts;
  const rows = Object.entries(times).map(
    ([name, at]) =>
      `| ${iso(at).slice(0, 16).replace("T", " ")} | ${name[0].toUpperCase()}${name.slice(1)}: ${words(topic, 9)} |`,
  );
  const tag = variant === "tags" ? ` (gap: ${topic.competency}, ${kind})` : "";
  return [
    `# ${title}`,
    "",
    "## Summary",
    "",
    paragraph(topic),
    "",
    paragraph(topic),
    "",
    "## Impact",
    "",
    paragraph(topic),
    "",
    "## Timeline",
    "",
    "All times in UTC.",
    "",
    "| Time | Event |",
    "| --- | --- |",
    ...rows,
    "",
    "## Contributing factors",
    "",
    `- ${evidence}${tag}`,
    `- ${sentence(topic)}`,
    `- ${sentence(topic)}`,
    "",
    paragraph(topic),
    "",
    paragraph(topic),
    "",
    "## What went well",
    "",
    paragraph(topic),
    "",
    "## Actions",
    "",
    "| Action | Owner | Due | Status |",
    "| --- | --- | --- | --- |",
    `| ${words(topic, 6)} | ${team} | ${iso(times.resolved + 30 * 24 * 60 * MINUTE).slice(0, 10)} | done |`,
    `| ${words(topic, 6)} | ${team} | ${iso(times.resolved + 60 * 24 * 60 * MINUTE).slice(0, 10)} | open |`,
    "",
    "## What we learned",
    "",
    paragraph(topic),
    "",
    paragraph(topic),
    "",
  ];
}

/** The text of a document; `variant` may state the times in the body of a third ("mixed"). */
export function documentOf(seed, index, variant) {
  const random = randomFrom(seed * 1_000_003 + index);
  const write = writer(random);
  const facts = factsOf(random, index, write);
  const own = variant === "mixed" && index % 3 !== 0 ? "frontmatter" : variant;
  const title = `Incident ${index} ${write.words(facts.topic, 5)}`;
  return `${[...frontmatterOf(facts, own, title), "", ...bodyOf(facts, own, title, write)].join("\n")}`;
}

function taxonomyText() {
  const domains = [...new Set(TOPICS.map(({ competency }) => competency.split(".")[0]))];
  return [
    "version: 1",
    "competencies:",
    ...domains.map((id) => `  - { id: ${id}, name: ${id} }`),
    ...TOPICS.map(
      ({ competency }) => `  - { id: ${competency}, name: ${competency.split(".")[1]} }`,
    ),
    "teams:",
    ...TEAMS.map((id) => `  - { id: ${id}, name: ${id}, size: 8 }`),
    "services:",
    ...SERVICES.map((id) => `  - { id: ${id}, owner: ${id.split("-")[0]} }`),
    "",
  ].join("\n");
}

/** Writes a project of so many documents into a folder. */
export function writeProject(folder, { seed, count, variant }) {
  const documents = join(folder, "postmortems");
  mkdirSync(documents, { recursive: true });
  writeFileSync(
    join(folder, "pm.yaml"),
    "folder: postmortems\ntaxonomy: taxonomy.yaml\ntime_zone: UTC\n",
  );
  writeFileSync(join(folder, "taxonomy.yaml"), taxonomyText());
  for (let index = 0; index < count; index += 1) {
    writeFileSync(join(documents, `incident-${index}.md`), documentOf(seed, index, variant));
  }
}

/** Writes the facts that `pm gaps` counts as JSON lines, one a document, for programs that read those. */
export function writeFacts(folder, { seed, count }) {
  const lines = Array.from({ length: count }, (_, index) => {
    const random = randomFrom(seed * 1_000_003 + index);
    const facts = factsOf(random, index, writer(random));
    const { topic, team, kind, service, severity, evidence, times } = facts;
    const { competency } = topic;
    const [started, resolved] = [iso(times.started), iso(times.resolved)];
    const own = { competency, team, kind, service, severity, evidence, started, resolved };
    return `${JSON.stringify({ id: `incident-${index}`, ...own })}\n`;
  });
  writeFileSync(join(folder, "facts.jsonl"), lines.join(""));
}
