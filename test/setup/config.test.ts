import { expect, test } from "vitest";
import { valueOr } from "../../src/core/result.ts";
import { defaultConfig, parseConfig } from "../../src/setup/config.ts";

const RULES = [
  { id: "timeline-order" },
  { id: "gap-evidence" },
  { id: "published-late", options: { hours: { default: 48 } } },
];

function resolve(written: string): string {
  return `/repo/${written}`;
}

function parse(text: string) {
  const read = parseConfig({ path: "pm.yaml", text }, "/repo/pm.yaml", RULES, resolve);
  return { config: valueOr(read, null), problems: read.ok ? [] : read.why };
}

test.each(["", "# nothing yet\n", "folder:\nthresholds:\n"])(
  "%j leaves everything at its default",
  (text) => {
    const { config, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(config).toEqual({ ...defaultConfig(resolve), path: "/repo/pm.yaml" });
  },
);

test("the defaults are those of a team that sets none", () => {
  expect(defaultConfig(resolve)).toMatchObject({
    path: null,
    folder: "/repo/.",
    taxonomyPath: null,
    templatesPath: null,
    importMapPath: null,
    interventionsPath: null,
    timeZone: "UTC",
    workingHours: null,
    dateOrder: null,
    thresholds: {
      systemicIncidents: 3,
      systemicShare: 0.1,
      systemicContexts: 2,
      emergingIncidents: 2,
      extendedDiagnosisMinutes: 60,
      smallCount: 5,
    },
  });
});

test("every key is read, and paths are resolved", () => {
  const { config, problems } = parse(
    [
      "folder: postmortems",
      "include: '*.md'",
      "exclude: [old/**, drafts/**]",
      "taxonomy: words.yaml",
      "templates: own",
      "import_map: words-of-ours.yaml",
      "language: de",
      "vocabulary: our-words.yaml",
      "interventions: done.yaml",
      "members: people/teams.yaml",
      "deploys: [ci/github.json, ci/old.csv]",
      "time_zone: Europe/Oslo",
      "working_hours: { days: [sun, mon], from: '08:30', until: '24:00' }",
      "date_order: day-first",
      "thresholds:",
      "  systemic_incidents: 4",
      "  systemic_share: 0.25",
      "  systemic_contexts: 3",
      "  emerging_incidents: 1",
      "  extended_diagnosis: 1h 30m",
      "  small_count: 8",
      "plan: { weights: { cost: 0, trend: 2.5 } }",
      "privacy: { minimum_people: 4, assume_team_size: 3 }",
      "public: { redact: [Falcon], hosts: [status.example.com] }",
      "llm: { endpoint: 'https://models.example.com/v1', model: small, key_env: PM_LLM_KEY }",
      "lint:",
      "  rules: { timeline-order: off, gap-evidence: error }",
      "  options: { published-late: { hours: 72 } }",
      "  baseline: known.yaml",
      "  roles: [Change Board]",
      "new:",
      "  template_by_severity: { P1: extensive }",
      "",
    ].join("\n"),
  );
  expect(problems).toEqual([]);
  expect(config).toEqual({
    path: "/repo/pm.yaml",
    folder: "/repo/postmortems",
    include: ["*.md"],
    exclude: ["old/**", "drafts/**"],
    baselinePath: "/repo/known.yaml",
    taxonomyPath: "/repo/words.yaml",
    templatesPath: "/repo/own",
    importMapPath: "/repo/words-of-ours.yaml",
    language: "de",
    vocabularyPath: "/repo/our-words.yaml",
    interventionsPath: "/repo/done.yaml",
    membersPath: "/repo/people/teams.yaml",
    deployPaths: ["/repo/ci/github.json", "/repo/ci/old.csv"],
    timeZone: "Europe/Oslo",
    workingHours: { days: [1, 7], from: 510, until: 1440 },
    dateOrder: "day-first",
    thresholds: {
      systemicIncidents: 4,
      systemicShare: 0.25,
      systemicContexts: 3,
      emergingIncidents: 1,
      extendedDiagnosisMinutes: 90,
      smallCount: 8,
    },
    planWeights: { frequency: 3, cost: 0, spread: 2, trend: 2.5, unaddressed: 1 },
    privacy: { minimumPeople: 4, assumeTeamSize: 3 },
    publicEdition: { redact: ["Falcon"], hosts: ["status.example.com"] },
    languageModel: {
      kind: "endpoint",
      url: "https://models.example.com/v1/chat/completions",
      model: "small",
      keyEnv: "PM_LLM_KEY",
    },
    roles: new Set(["change board"]),
    ruleLevels: new Map([
      ["timeline-order", "off"],
      ["gap-evidence", "error"],
    ]),
    ruleOptions: new Map([["published-late", new Map([["hours", 72]])]]),
    templateBySeverity: new Map([["P1", "extensive"]]),
  });
});

test.each([
  ["an unknown key", "foldr: x\n", "1:1 Unknown key `foldr`", "Did you mean `folder`?"],
  [
    "an unknown key further in",
    "thresholds:\n  small_cuont: 3\n",
    "2:3 Unknown key `small_cuont`",
    "Did you mean `small_count`?",
  ],
  [
    "an unknown rule",
    "lint:\n  rules:\n    timeline-ordr: off\n",
    "3:5 Unknown rule `timeline-ordr`",
    "Did you mean `timeline-order`?",
  ],
  [
    "a rule like no other",
    "lint:\n  rules:\n    zzzzzz: off\n",
    "3:5 Unknown rule `zzzzzz`",
    "`pm explain` lists the rules.",
  ],
  [
    "an unknown level",
    "lint:\n  rules:\n    timeline-order: wrning\n",
    "3:21 Unexpected `wrning` for `timeline-order`, expected one of error, warning, off",
    "Did you mean `warning`?",
  ],
  [
    "an option of an unknown rule",
    "lint:\n  options:\n    published-lat: { hours: 72 }\n",
    "3:5 Unknown rule `published-lat`",
    "Did you mean `published-late`?",
  ],
  [
    "an unknown option",
    "lint:\n  options:\n    published-late: { huors: 72 }\n",
    "3:23 Unknown option of published-late `huors`",
    "Did you mean `hours`?",
  ],
  [
    "an option of a rule that has none",
    "lint:\n  options:\n    gap-evidence: { hours: 72 }\n",
    "3:21 Unknown option of gap-evidence `hours`",
    "It has none.",
  ],
  [
    "an option that is no figure",
    "lint:\n  options:\n    published-late: { hours: soon }\n",
    "3:30 Unexpected `soon` for `hours`, expected a number",
    null,
  ],
  [
    "an unknown zone",
    "time_zone: Mars/Base\n",
    "1:12 Unknown time zone `Mars/Base`",
    "Give an IANA name such as Europe/Berlin, or UTC.",
  ],
  [
    "no duration",
    "thresholds:\n  extended_diagnosis: long\n",
    "2:23 Unexpected duration `long`",
    "Write it as `60 minutes` or `1h 30m`.",
  ],
])("%s is a problem at its place", (_name, text, message, hint) => {
  const { config, problems } = parse(text);
  expect(config).toBeNull();
  expect(
    problems.map(({ path, range: { start }, message: said, hint: advice }) => [
      `${path}:${start.line}:${start.column} ${said}`,
      advice,
    ]),
  ).toEqual([[`pm.yaml:${message}`, hint]]);
});

test.each([
  ["a list", "- a\n"],
  ["broken YAML", "folder: [\n"],
  ["an alias", "folder: &a x\ntaxonomy: *a\n"],
  ["a key twice", "folder: a\nfolder: b\n"],
  ["a count of none", "thresholds:\n  small_count: 0\n"],
])("%s makes it unusable", (_name, text) => {
  const { config, problems } = parse(text);
  expect(config).toBeNull();
  expect(problems).toHaveLength(1);
});

test("every unknown word is told at once", () => {
  const { problems } = parse("time_zone: Mars\nlint:\n  rules:\n    a: off\n    b: off\n");
  expect(problems.map(({ range }) => range.start.line)).toEqual([1, 4, 5]);
});

test("working hours are from Monday to Friday unless they say otherwise", () => {
  const { config } = parse("working_hours: { from: '09:00', until: '17:00' }\n");
  expect(config?.workingHours).toEqual({ days: [1, 2, 3, 4, 5], from: 540, until: 1020 });
});

test("working hours end after they begin", () => {
  const { config, problems } = parse("working_hours:\n  from: '22:00'\n  until: '06:00'\n");
  expect(config).toBeNull();
  expect(problems).toMatchObject([
    {
      message: "Unexpected `working_hours`: they end before they begin",
      hint: "Give `from` and `until` of the same day, such as 09:00 and 17:30.",
      range: { start: { line: 3 } },
    },
  ]);
});

test("mistakes of all kinds are told at once, in their order", () => {
  const { problems } = parse(
    "time_zone: Mars/Phobos\ntaxonomi: x\nthresholds:\n  small_count: many\n  extended_diagnosis: long\nlint:\n  rules: { timeline-order: eror, no-such: off }\nworking_hours: 9-17\n",
  );
  expect(problems.map(({ message }) => message)).toEqual([
    "Unknown time zone `Mars/Phobos`",
    "Unknown key `taxonomi`",
    "Unexpected `many` for `small_count`, expected a number",
    "Unexpected duration `long`",
    "Unexpected `eror` for `timeline-order`, expected one of error, warning, off",
    "Unknown rule `no-such`",
    "Unexpected `9-17` for `working_hours`, expected `key: value` lines",
  ]);
});

test("a key without the space behind its colon is no mapping, and the hint says why", () => {
  const { problems } = parse("folder:postmortems\n");
  expect(problems.map(({ message, hint }) => [message, hint])).toEqual([
    [
      "Unexpected `folder:postmortems`, expected `key: value` lines",
      "Put a space after the colon.",
    ],
  ]);
});
