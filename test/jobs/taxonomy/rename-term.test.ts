import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/core/errors.ts";
import { renameTerm, type Renaming } from "../../../src/jobs/taxonomy/rename-term.ts";
import { RULES } from "../../../src/lint/rules/index.ts";
import { openProject } from "../../../src/project/project.ts";
import { readFolder } from "../../../src/project/read-postmortems.ts";
import type { RenameRequest } from "../../../src/taxonomy/rename.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const TAXONOMY = `version: 1
severities: [{ id: P1, aliases: [SEV1] }]
teams:
  - { id: core, size: 8 } # the old name
  - id: ledger
services:
  - { id: ledger, owner: ledger }
competencies:
  - id: queues
    name: Queues
  - id: queues.backpressure # the skill
    aliases: [consumer lag]
  - id: queues.ordering
  - id: reading-lag
    parent: queues
`;

async function renaming(
  from: string,
  to: string,
  more: Partial<RenameRequest> = {},
): Promise<Renaming> {
  const project = await openProject({ cwd: path(), dir: null, configPath: null }, RULES);
  return renameTerm({ from, to, list: null, keepAlias: true, ...more }, project, () =>
    readFolder(project, [], ["everything"]),
  );
}

/** The message and hint of a renaming that cannot be. */
async function refusal(from: string, to: string, taxonomy = TAXONOMY): Promise<readonly string[]> {
  await put("taxonomy.yaml", taxonomy);
  await put("a.md", "---\ntitle: A\n---\n");
  try {
    await renaming(from, to);
  } catch (error) {
    if (error instanceof UsageError) return [error.message, error.hint ?? ""];
  }
  return [];
}

const SHIPPED_HINT =
  "List it in your own taxonomy.yaml: `pm init` writes one with all shipped terms.";

describe("what cannot be renamed says why", () => {
  test.each<[from: string, to: string, message: string, hint: string]>([
    [
      "queues.backpresure",
      "a",
      "Unknown id `queues.backpresure`",
      "Did you mean `queues.backpressure`?",
    ],
    ["Consumer Lag", "a", "Unknown id `Consumer Lag`", "Did you mean `queues.backpressure`?"],
    [
      "ledger",
      "a",
      "`ledger` is the id of a team and of a service",
      "Say which: --kind team or --kind service.",
    ],
    ["core", "core", "`core` already has that id", ""],
    [
      "core",
      "core team",
      "Unexpected new id `core team`",
      "An id consists of letters and digits, separated by single dots, hyphens or underscores.",
    ],
    [
      "core",
      "a.",
      "Unexpected new id `a.`",
      "An id consists of letters and digits, separated by single dots, hyphens or underscores.",
    ],
    [
      "core",
      "unknown",
      "`unknown` cannot be renamed and cannot be a new id",
      "It stands for a value that nobody knows, and is left out of every share.",
    ],
    [
      "core",
      "ledger",
      "`ledger` is the id of another team",
      "To merge two ids, make one an alias of the other in the taxonomy by hand.",
    ],
    [
      "queues.ordering",
      "Consumer-Lag",
      "`Consumer-Lag` is a name of `queues.backpressure`",
      "To merge two ids, make one an alias of the other in the taxonomy by hand.",
    ],
    [
      "queues.ordering",
      "ordering",
      "Unexpected new id `ordering`, expected its domain before a dot",
      "Write `queues.ordering`.",
    ],
    [
      "queues",
      "all.queues",
      "Unexpected new id `all.queues` of a domain, expected no dot in it",
      "Remove the dot.",
    ],
    [
      "queues.ordering",
      "other.ordering",
      "The taxonomy would no longer be valid:\ntaxonomy.yaml:13:9 Unknown parent `other` of competency `other.ordering`\n    Add a domain with `id: other`.",
      "",
    ],
  ])("%s → %s", async (from, to, message, hint) => {
    expect(await refusal(from, to)).toEqual([message, hint]);
  });

  test("what ships with pm", async () => {
    const extending =
      "version: 1\nextends: default\ncompetencies: [{ id: caching, name: Caches }]\n";
    expect(await refusal("messaging", "queues", extending)).toEqual([
      "`messaging` ships with pm and is not in taxonomy.yaml, so it cannot be renamed",
      SHIPPED_HINT,
    ]);
    expect(await refusal("caching", "caches", extending)).toEqual([
      "`caching` replaces a term that ships with pm, which would come back",
      "Remove `extends: default`, or give the new id to another entry.",
    ]);
  });

  test("a project without a taxonomy of its own", async () => {
    await put("a.md", "---\ntitle: A\n---\n");
    await expect(renaming("messaging", "queues")).rejects.toThrow(
      "`messaging` ships with pm, so it cannot be renamed",
    );
  });

  test("a list of aliases that cannot take another", async () => {
    const block = TAXONOMY.replace("aliases: [consumer lag]", "aliases:");
    expect(await refusal("queues.backpressure", "queues.flow", block)).toEqual([
      "taxonomy.yaml:11:9 cannot be changed: adds the alias queues.backpressure",
      "Put the value on one line, replace it by a list, or rename with --no-alias.",
    ]);
  });
});

/** The taxonomy and a document after a renaming, with the places that are left. */
async function renamed(
  document: string,
  from: string,
  to: string,
  more: Partial<RenameRequest> = {},
) {
  await put("taxonomy.yaml", TAXONOMY);
  await put("a.md", document);
  const { files, left, mentions } = await renaming(from, to, more);
  const after = (name: string) => files.find((file) => file.path === name)?.after ?? null;
  const places = left.map(({ range, message }) => {
    return `${range.start.line}:${range.start.column} ${message}`;
  });
  return { taxonomy: after("taxonomy.yaml"), document: after("a.md"), left: places, mentions };
}

describe("a renaming", () => {
  test("of a team, wherever an action names its owner", async () => {
    const actions = (owner: string) => `## Action items

- Cap the heap - Owner: ${owner} - Due: 2026-04-01
- Page on swap
  - Owner: ${owner}

## Implementation

| Action | Assignee |
|---|---|
| Ask around | ${owner} |
`;
    const result = await renamed(actions("core"), "core", "search");
    expect(result.document).toBe(actions("search"));
    expect(result.left).toEqual([]);
  });

  test("of a competency, wherever a document names it by its id", async () => {
    const result = await renamed(
      `---
gaps:
  - {competency:   'queues.backpressure', kind: knowledge} # one
  - competency: "Queues.Backpressure"
  - competency: consumer lag
escalations: [{ to: core, competency: queues.backpressure }]
actions:
  - title: queues.backpressure
    competency: queues.backpressure
---

## Contributing factors

- *Lag* was misread (gap: queues.backpressure, knowledge),
  and again (gap:
  queues.backpressure).

## Escalations

| To | Competency |
|---|---|
| core | **queues.backpressure** |

## Actions

- [ ] Practise (owner: core, competency: queues.backpressure)

\`\`\`
(gap: queues.backpressure)
\`\`\`
`,
      "queues.backpressure",
      "queues.flow",
    );
    expect(result.taxonomy).toBe(
      TAXONOMY.replace("id: queues.backpressure", "id: queues.flow").replace(
        "[consumer lag]",
        "[consumer lag, queues.backpressure]",
      ),
    );
    expect(result.document).toBe(`---
gaps:
  - {competency:   'queues.flow', kind: knowledge} # one
  - competency: "queues.flow"
  - competency: consumer lag
escalations: [{ to: core, competency: queues.flow }]
actions:
  - title: queues.backpressure
    competency: queues.flow
---

## Contributing factors

- *Lag* was misread (gap: queues.flow, knowledge),
  and again (gap:
  queues.flow).

## Escalations

| To | Competency |
|---|---|
| core | **queues.flow** |

## Actions

- [ ] Practise (owner: core, competency: queues.flow)

\`\`\`
(gap: queues.backpressure)
\`\`\`
`);
    expect(result.left).toEqual([]);
    expect(result.mentions).toEqual(["a.md:8:12", "a.md:29:7"]);
  });

  test("of a domain takes its competencies along, in their own lines too", async () => {
    const result = await renamed(
      "---\ngaps:\n  - competency: queues.ordering\n  - competency: queues\n  - competency: reading-lag\n---\n",
      "queues",
      "flow",
      { keepAlias: false },
    );
    expect(result.taxonomy).toBe(
      TAXONOMY.replaceAll("id: queues", "id: flow").replace("parent: queues", "parent: flow"),
    );
    expect(result.document).toBe(
      "---\ngaps:\n  - competency: flow.ordering\n  - competency: flow\n  - competency: reading-lag\n---\n",
    );
  });

  test("of a team, not of the service of that id; its services follow", async () => {
    const result = await renamed(
      "---\nservices: ledger\nteams: [ledger, core]\n---\n\n## Actions\n\n| Action | Owner |\n|---|---|\n| A | ledger |\n",
      "ledger",
      "books",
      { list: "teams" },
    );
    expect(result.taxonomy).toBe(
      TAXONOMY.replace("  - id: ledger\n", "  - id: books\n    aliases: [ledger]\n").replace(
        "owner: ledger",
        "owner: books",
      ),
    );
    expect(result.document).toBe(
      "---\nservices: ledger\nteams: [books, core]\n---\n\n## Actions\n\n| Action | Owner |\n|---|---|\n| A | books |\n",
    );
  });

  test("to one of its own aliases changes the two about", async () => {
    const { taxonomy, document } = await renamed("---\nseverity: P1\n---\n", "P1", "SEV1");
    expect(taxonomy).toContain("severities: [{ id: SEV1, aliases: [P1] }]");
    expect(document).toBe("---\nseverity: SEV1\n---\n");
  });

  test("leaves what is not one word on one line, and says so", async () => {
    const result = await renamed(
      "---\nseverity: |\n  P1\n---\n\n## Contributing factors\n\n- A (gap: queues.**ordering**)\n",
      "P1",
      "S1",
    );
    expect(result.document).toBeNull();
    expect(result.left).toEqual(["2:11 P1 → S1: it is not written there as one word"]);
    const tag = await renamed(
      "## Contributing factors\n\n- A (gap: queues.**ordering**)\n",
      "queues.ordering",
      "queues.order",
    );
    expect(tag.left).toEqual([
      "3:3 queues.ordering → queues.order: it is not written there as one word",
    ]);
  });

  test("leaves a document whose frontmatter nobody can read", async () => {
    const { left, document } = await renamed("---\nseverity: [P1\n---\n", "P1", "S1");
    expect(document).toBeNull();
    expect(left).toEqual([expect.stringMatching(/its frontmatter cannot be read$/)]);
  });

  test("says where pm.yaml has the id", async () => {
    await put("pm.yaml", "new:\n  template_by_severity:\n    P1: full\n");
    const { left } = await renamed("---\nseverity: P1\n---\n", "P1", "S1");
    expect(left).toEqual(["1:1 new.template_by_severity still says P1: change it to S1"]);
  });

  test("keeps the encoding and the line ends", async () => {
    await put("taxonomy.yaml", TAXONOMY.replaceAll("\n", "\r\n"));
    await put("a.md", Buffer.from("\uFEFF---\r\nteams: [core]\r\n---\r\n", "utf16le"));
    const { files } = await renaming("core", "base");
    expect(files[0]?.after).toBe(
      TAXONOMY.replace("id: core, size: 8", "id: base, size: 8, aliases: [core]").replaceAll(
        "\n",
        "\r\n",
      ),
    );
    expect(files[1]?.bytes).toEqual(
      Buffer.from("\uFEFF---\r\nteams: [base]\r\n---\r\n", "utf16le"),
    );
    expect(files[1]?.bytesBefore).toEqual(await readFile(path("a.md")));
  });
});

describe("a document of any form", () => {
  const OLD = "queues.backpressure";
  const quoted = (id: string) => fc.constantFrom(id, `'${id}'`, `"${id}"`);
  const other = fc.constantFrom("queues.ordering", "consumer lag", "nothing", "queues");
  const parts = fc.record({
    value: quoted("@"),
    flow: fc.boolean(),
    other,
    tag: fc.constantFrom("(gap: @)", "(gap: @, knowledge)", "(gap:@,team: core)", "(gap: )", "@"),
    cell: fc.constantFrom("@", "`@`", "", "**@**", "x"),
    prose: fc.constantFrom("Lag.", "queues.backpressures", "~~queues~~", "Lag <!-- (gap: x) -->"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
  });
  const ids = fc
    .stringMatching(/^[a-z0-9]{1,4}([_-][a-z0-9]{1,3}){0,2}$/)
    .map((name) => `queues.${name}`);
  type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

  function documentOf(one: Parts, id: string): string {
    // A bare id in prose is no value, so that it is not renamed.
    const tag = one.tag === "@" ? OLD : one.tag.replace("@", id);
    const value = one.value.replace("@", id);
    const gap = one.flow ? `  - { competency:  ${value} } # why` : `  - competency: ${value} # why`;
    return [
      "---",
      "gaps:",
      gap,
      `  - competency: ${one.other}`,
      "---",
      "## Contributing factors",
      "",
      `- ${one.prose} ${tag}`,
      "",
      "## Actions",
      "",
      "| Action | Competency |",
      "|---|---|",
      `| ${one.prose} | ${one.cell.replace("@", id)} |`,
      "",
    ].join(one.lineEnd);
  }

  test("changes in the renamed places alone, and back again to what it was", async () => {
    await fc.assert(
      fc.asyncProperty(parts, ids, async (one, id) => {
        fc.pre(id !== OLD && id !== "queues.ordering");
        const before = documentOf(one, OLD);
        const there = await renamed(before, OLD, id, { keepAlias: false });
        expect(there.document).toBe(documentOf(one, id));
        await put("taxonomy.yaml", there.taxonomy ?? "");
        await put("a.md", there.document ?? "");
        const { files } = await renaming(id, OLD, { keepAlias: false });
        expect(files.map(({ after }) => after)).toEqual([TAXONOMY, before]);
      }),
      { numRuns: 40 },
    );
  });

  test("never throws, whatever stands in the document", async () => {
    const piece = fc.constantFrom(
      ...["---\n", "gaps:\n", "  - competency: ", "P1", OLD, "(gap: ", ")", "|", "\n", "- "],
      ...[
        "severity: ",
        ">-\n  ",
        "## Actions\n",
        "| Action | Owner |\n|---|---|\n",
        "`",
        "*",
        "\r",
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const { taxonomy } = await renamed(pieces.join(""), OLD, "queues.flow");
        expect(taxonomy).toContain("id: queues.flow");
      }),
      { numRuns: 40 },
    );
  });
});
