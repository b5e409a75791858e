import { expect, test } from "vitest";
import { parseTaxonomy } from "../../src/setup/taxonomy.ts";
import { locateEntries } from "../../src/setup/taxonomy-source.ts";
import { checkTaxonomy } from "../../src/taxonomy/check.ts";
import { checkReport } from "../../src/taxonomy/check-report.ts";
import { SHIPPED_TAXONOMY } from "../support/context.ts";

function doubtsOf(text: string, teamSizeAssumed = true): readonly string[] {
  const file = { path: "taxonomy.yaml", text };
  const read = parseTaxonomy(file, SHIPPED_TAXONOMY);
  if (!read.ok) throw new Error(JSON.stringify(read.why));
  return checkTaxonomy(locateEntries(file), read.value, teamSizeAssumed).map(
    ({ range, about, message }) => {
      return `${range.start.line}:${range.start.column} ${about}: ${message}`;
    },
  );
}

const DOMAIN = "  - { id: net, description: Networks. }\n";

test.each<[name: string, text: string, expected: readonly string[]]>([
  ["a file without entries", "version: 1\n", []],
  [
    "a competency and a domain without description",
    "version: 1\ncompetencies:\n  - id: net\n  - id: net.dns\n",
    [
      "3:9 no-description: Competency `net` has no description",
      "4:9 no-description: Competency `net.dns` has no description",
    ],
  ],
  [
    "a domain without competencies",
    `version: 1\ncompetencies:\n${DOMAIN}`,
    ["3:11 domain-empty: Domain `net` has no competencies"],
  ],
  [
    "a prefix that is not the domain",
    `version: 1\ncompetencies:\n${DOMAIN}  - { id: web.dns, parent: net, description: Names. }\n`,
    ["4:28 domain-prefix: Competency `web.dns` looks like one of `web` but belongs to `net`"],
  ],
  [
    "a domain that the id does not claim is fine",
    `version: 1\ncompetencies:\n${DOMAIN}  - { id: dns, parent: net, description: Names. }\n`,
    [],
  ],
  [
    "a team without a service",
    "version: 1\nteams:\n  - { id: a }\n  - { id: b }\nservices:\n  - { id: s, owner: a }\n",
    ["4:11 team-without-service: Team `b` owns no service"],
  ],
  ["teams where no services are listed", "version: 1\nteams:\n  - { id: a }\n", []],
  [
    "an owner that is a team of one",
    "version: 1\nteams:\n  - { id: a, size: 1 }\nservices:\n  - { id: s, owner: a }\n",
    ["5:21 owner-of-one: Service `s` is owned by a team of one, which reports never show"],
  ],
  [
    "a resource without hours",
    `version: 1
competencies:
${DOMAIN}  - id: net.dns
    description: Names.
    resources:
      - { title: A, url: "https://a.example", hours: 1 }
      - { title: B, url: "https://b.example" }
`,
    ["8:9 resource-without-hours: Resource `B` of `net.dns` has no hours"],
  ],
  [
    "an alias that says the id, the name or another alias again",
    "version: 1\ncauses:\n  - { id: a-b, name: Ab, aliases: [A B, ab, abc, ABC] }\n",
    [
      "3:36 alias-repeated: Alias `A B` of cause `a-b` is a name that it already has",
      "3:41 alias-repeated: Alias `ab` of cause `a-b` is a name that it already has",
      "3:50 alias-repeated: Alias `ABC` of cause `a-b` is a name that it already has",
    ],
  ],
  [
    "names that a slip of the pen turns into one another, once a pair",
    "version: 1\ncauses:\n  - { id: a, aliases: [dead letters] }\n  - { id: b, aliases: [deadletters, dead leters] }\n",
    [
      "4:24 name-near: Alias `deadletters` of cause `b` is almost the same as `dead letters` of `a`",
      "4:37 name-near: Alias `dead leters` of cause `b` is almost the same as `dead letters` of `a`",
    ],
  ],
  [
    "short words and numbers that differ are other names",
    "version: 1\ncauses:\n  - { id: a, aliases: [slo, priority 1] }\n  - { id: b, aliases: [sli, priority 2] }\n",
    [],
  ],
  [
    "names of what is extended are compared too",
    "version: 1\nextends: default\ncauses:\n  - { id: a, aliases: [misconfigurations] }\n",
    [
      "4:24 name-near: Alias `misconfigurations` of cause `a` is almost the same as `misconfiguration` of `configuration`",
    ],
  ],
])("%s", (_name, text, expected) => {
  expect(doubtsOf(text)).toEqual(expected);
});

test("a team without a size, unless the configuration says how large such a team is", () => {
  const text = "version: 1\nteams:\n  - { id: a }\n  - { id: b, size: 7 }\n";
  expect(doubtsOf(text, false)).toEqual([
    "3:11 team-without-size: Team `a` has no size, so reports take it for large enough to be shown",
  ]);
  expect(doubtsOf(text, true)).toEqual([]);
});

test("the taxonomy that ships with pm is without doubt", () => {
  expect(doubtsOf(SHIPPED_TAXONOMY.text)).toEqual([]);
});

test("doubts are a table with their places and hints", () => {
  const file = { path: "t.yaml", text: `version: 1\ncompetencies:\n${DOMAIN}` };
  const read = parseTaxonomy(file, SHIPPED_TAXONOMY);
  if (!read.ok) throw new Error("no taxonomy");
  const source = locateEntries(file);
  const report = checkReport(source, checkTaxonomy(source, read.value, true));
  expect(report.subtitle).toBe("t.yaml · 1 warning");
  expect(report.sections[0]?.rows).toEqual([
    [
      "t.yaml",
      3,
      11,
      "domain-empty",
      "Domain `net` has no competencies",
      "Add one as `net.…`, or give this one a domain.",
    ],
  ]);
});
