import { expect, test } from "vitest";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import type { FactName, Postmortem } from "../../src/core/postmortem.ts";
import { countedFacts, reportedFacts } from "../../src/project/reported-facts.ts";
import type { AnyReport, OptionValue } from "../../src/reports/define.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { copiesIn, countable } from "../../src/reports/shared/counted-once.ts";
import { buildQuery } from "../support/build-query.ts";
import { CONTEXT } from "../support/context.ts";
import { readExamples } from "../support/examples.ts";

const WINDOW = {
  since: Date.parse("2025-10-01T00:00Z"),
  until: Date.parse("2026-07-01T00:00Z"),
  prior: { since: Date.parse("2025-01-01T00:00Z"), until: Date.parse("2025-10-01T00:00Z") },
};

/** The values of a report's options: all defaults, then each other value alone. */
function variants({ options }: AnyReport): readonly Readonly<Record<string, OptionValue>>[] {
  const specs = Object.entries(options);
  const defaults = Object.fromEntries(
    specs.map(([name, spec]): [string, OptionValue] => {
      if (spec.kind === "flag") return [name, false];
      return [name, spec.kind === "teams" ? [] : spec.default];
    }),
  );
  const others = specs.flatMap(([name, spec]) => {
    if (spec.kind === "flag") return [{ ...defaults, [name]: true }];
    return spec.kind === "choice"
      ? spec.choices.map((choice) => ({ ...defaults, [name]: choice }))
      : [];
  });
  return [defaults, ...others];
}

const files = await readExamples();
const whole = files.map((file) => parsePostmortem(file, CONTEXT, ["everything", "texts"]));

/** What a folder's reports of the same needs are built from, read once. */
const read = new Map<string, readonly Postmortem[]>();

function factsOf(needs: readonly FactName[]): readonly Postmortem[] {
  const known = read.get(needs.join());
  if (known) return known;
  const facts = files
    .map((file) => parsePostmortem(file, CONTEXT, needs))
    .map(reportedFacts(needs));
  read.set(needs.join(), facts);
  return facts;
}

const cases = REPORTS.flatMap((report) =>
  variants(report).map((own) => [`${report.name} ${JSON.stringify(own)}`, report, own] as const),
);

test.each(cases)("%s is the same by the facts alone", (_name, report, own) => {
  const query = buildQuery({
    window: WINDOW,
    postmortems: whole,
    interventions: [],
    decisions: [],
  });
  const facts = factsOf(report.needs);
  expect(facts).not.toEqual(whole);
  expect(report.build({ ...query, postmortems: facts }, own)).toEqual(report.build(query, own));
});

const counting = cases.filter(
  ([, { restsOnWindow, quotes }, own]) => restsOnWindow && !(quotes !== undefined && own[quotes]),
);

test.each(counting)("%s is the same by what is counted, in any order", (_name, report, own) => {
  const facts = factsOf(report.needs);
  const copies = copiesIn(facts);
  const counted = facts.map(countedFacts(Number.POSITIVE_INFINITY)).toReversed();
  const build = (postmortems: readonly Postmortem[]) =>
    report.build(buildQuery({ window: WINDOW, postmortems, copies }), own);
  expect(counted).not.toEqual(facts);
  expect(build(counted)).toEqual(build(facts));
});

test.each([
  ["a heading", "## Notes", "## Other notes"],
  ["the end of a value", "- [ ] Write a runbook", "- [ ] **Write a runbook**"],
])("documents that differ in %s alone stay apart", (_name, one, other) => {
  const text = "# Queue full\n\n## Notes\n\nIt grew.\n\n## Action items\n\n- [ ] Write a runbook\n";
  const needs = ["title", "milestones", "actions", "sections"] as const;
  const keep = reportedFacts(needs);
  const facts = [text, text.replace(one, other)].map((written, at) =>
    keep(parsePostmortem({ path: `${at}.md`, text: written }, CONTEXT, needs)),
  );
  expect(countable(facts, true).copies).toEqual([]);
});
