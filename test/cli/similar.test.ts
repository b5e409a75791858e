import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const CORPUS = join(ROOT, "../shared/corpora/dfds");
const HOT_KEY = "examples/postmortems/2026-05-20-fraud-hot-key.md";
const DRAFT = `---
title: Payouts blocked by a lock
status: draft
services: [payouts]
---

## Contributing factors

- A migration waited for a lock. Ask @maria.
`;

interface ReportJson {
  readonly sections: readonly {
    readonly key: string;
    readonly rows: readonly Readonly<Record<string, unknown>>[];
  }[];
}

async function rowsOf(args: readonly string[], key: string, cwd = ROOT) {
  const { stdout } = await runCli([...args, "--format", "json"], { cwd });
  const report = JSON.parse(stdout) as ReportJson;
  return report.sections.find((section) => section.key === key)?.rows ?? [];
}

describe("pm similar", () => {
  test("a file is compared with the others of its project", async () => {
    const csv = await runCli(["similar", HOT_KEY, "--limit", "2", "--format", "csv"]);
    expect(csv).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "note: 2 more rows not shown (--limit 2).
      note: Similarity: the score of the shared words, as a share of the score of the document against itself. It ranks incidents and is not a probability.
      note: Rare words, and words in titles, competencies, factors and services, score more.
      ",
        "stdout": "incident,date,severity,services,terms,competencies,similarity,file
      Fraud profiles expired together and took scoring with them,2026-02-03,P2,fraud-scoring,fraud; cache; Redis; scoring; key; computing,caching.stampede,0.2494,examples/postmortems/2026-02-03-fraud-cache-stampede.md
      Redis primary lost under fraud-scoring,2025-08-21,P3,fraud-scoring,redis; fraud; cache; scoring; stampede; features,caching.stampede,0.2106,examples/postmortems/2025-08-21-redis-failover.md
      ",
      }
    `);
  });

  test("a text, in a table", async () => {
    const args = ["similar", "retries fill the queue", "--dir", "examples", "--limit", "2"];
    const { stdout, stderr, code } = await runCli(args, { env: { COLUMNS: "80" } });
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout).toMatchInlineSnapshot(`
      "Similar incidents
      to "retries fill the queue" · compared with 20 incidents

      Most similar first

      Incident             Shared terms  Similarity  File
      ───────────────────  ────────────  ──────────  ─────────────────────────────────
      Hanging merchant     retry, queue        12 %  examples/postmortems/
      endpoints held up                              2026-02-24-webhook-retry-storm.md
      everybody's
      webhooks
      Card payments timed  queue                9 %  examples/postmortems/
      out behind a slow                              2026-01-13-checkout-backlog.md
      command queue

      4 more columns: --wide shows all, --columns chooses, --format csv has them too.
      10 more rows not shown (--limit 2).

      Similarity: the score of the shared words, as a share of the score of an
      incident with the text in each of its parts. It ranks incidents and is not a
      probability.
      Rare words, and words in titles, competencies, factors and services, score more.
      In no incident: fill.
      "
    `);
  });

  test("markdown for a draft", async () => {
    const args = ["similar", "migration lock", "--dir", "examples", "--format", "markdown"];
    expect((await runCli(args)).stdout).toMatchInlineSnapshot(`
      "## Similar incidents

      to "migration lock" · compared with 20 incidents

      ### Most similar first

      | Incident                                                                          | Date       | Severity | Services        | Shared terms    | Shared competencies          | Similarity | File                                                                                                                   |
      | --------------------------------------------------------------------------------- | ---------- | -------- | --------------- | --------------- | ---------------------------- | ---------: | ---------------------------------------------------------------------------------------------------------------------- |
      | A foreign key waited for a lock, and payouts waited for the foreign key           | 2026-03-17 | P1       | payouts         | lock, migration | datastores.locking-isolation |       42 % | [examples/postmortems/2026-03-17-payouts-migration-lock.md](examples/postmortems/2026-03-17-payouts-migration-lock.md) |
      | Payouts stalled behind a lock queue on payout_items                               | 2025-07-29 | P2       | payouts         | lock, migration | datastores.locking-isolation |       25 % | [examples/postmortems/2025-07-29-payouts-lock-queue.md](examples/postmortems/2025-07-29-payouts-lock-queue.md)         |
      | Card gateway went back in two halves, and the second needed a key that had lapsed | 2026-06-11 | P2       | card-gateway    | migrated        | –                            |        6 % | [examples/postmortems/2026-06-11-card-gateway-rollback.md](examples/postmortems/2026-06-11-card-gateway-rollback.md)   |
      | Router release stopped retrying soft declines, and the rollback undid itself      | 2026-05-06 | P2       | payment-router  | migration       | –                            |        2 % | [examples/postmortems/2026-05-06-router-bad-deploy.md](examples/postmortems/2026-05-06-router-bad-deploy.md)           |
      | Daily ledger close ran for over three hours                                       | 2025-11-04 | P2       | payouts, ledger | locks           | –                            |        2 % | [examples/postmortems/2025-11-04-ledger-slow-close.md](examples/postmortems/2025-11-04-ledger-slow-close.md)           |

      - 1 more row not shown (--limit 5).

      * Similarity: the score of the shared words, as a share of the score of an incident with the text in each of its parts. It ranks incidents and is not a probability.
      * Rare words, and words in titles, competencies, factors and services, score more.
      "
    `);
  });

  test("five at most, unless told", async () => {
    const args = ["similar", "merchants", "--dir", "examples"];
    expect(await rowsOf(args, "similar")).toHaveLength(5);
    expect((await rowsOf([...args, "--limit", "99"], "similar")).length).toBeGreaterThan(5);
  });

  test("a file outside of the project is compared with all of it, and names nobody", async () => {
    await put("draft.md", DRAFT);
    const { stdout, code } = await runCli(["similar", path("draft.md"), "--dir", "examples"]);
    expect(stdout).toContain("compared with 20 incidents");
    expect(stdout).toContain("2026-03-17-payouts-migration-lock.md");
    expect(stdout).not.toContain("maria");
    expect(code).toBe(0);
  });

  test("a file without a project is compared with those beside it", async () => {
    await put("draft.md", DRAFT);
    const alone = await runCli(["similar", path("draft.md")]);
    expect(alone.stdout).toContain("There is no other incident to compare with.");
    await put("old.md", "# Lock on payouts\n\n## Root cause\n\nA migration held a lock.\n");
    const rows = await rowsOf(["similar", "draft.md"], "similar", path());
    expect(rows.map(({ file, terms }) => ({ file, terms }))).toEqual([
      { file: "old.md", terms: ["payouts", "lock", "migration"] },
    ]);
  });

  test("links lead from the file that is written", async () => {
    await put("old (1).md", DRAFT);
    await put("drafts/new.md", DRAFT);
    const args = ["similar", "old (1).md", "--output", "drafts/similar.md"];
    expect((await runCli(args, { cwd: path() })).stderr).toContain("Wrote drafts/similar.md\n");
    const written = await readFile(path("drafts/similar.md"), "utf8");
    expect(written).toContain("| [drafts/new.md](new.md) |");
    const other = await runCli(["similar", "drafts/new.md", "--dir", ".", "--format", "markdown"], {
      cwd: path(),
    });
    expect(other.stdout).toContain("| [old (1).md](old%20\\(1\\).md) ");
  });

  test("unknown words are said to be unknown", async () => {
    const { stdout, code } = await runCli(["similar", "zookeeper quorum", "--dir", "examples"]);
    expect(stdout).toContain("No incident has any of these words: zookeeper, quorum.");
    expect(code).toBe(0);
  });

  test("an empty folder is exit code 2", async () => {
    const { stdout, stderr, code } = await runCli(["similar", "lock"], { cwd: path() });
    expect(stderr).toContain("pm: .: no postmortems in this folder");
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });

  test.each([
    ["nope.md", "pm: nope.md: no such file\n"],
    ["examples", "pm: examples: this is a folder\n    Give one file, or a text in quotes.\n"],
    [" ", "pm: Nothing to search for\n    Give a file or a text.\n"],
  ])("%j is exit code 2 and says what to do", async (written, stderr) => {
    expect(await runCli(["similar", written])).toEqual({ stdout: "", stderr, code: 2 });
  });
});

describe("pm families", () => {
  test("the families of the example", async () => {
    const { stdout, stderr, code } = await runCli(["families", "--dir", "examples"], {
      env: { COLUMNS: "80" },
    });
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout.split("\n\nTheir incidents")[0]).toMatchInlineSnapshot(`
      "Families of incidents
      up to 2026-07-01 · 19 incidents

      Families

      Family                   Incidents  Terms          Competencies    Last
      ───────────────────────  ─────────  ─────────────  ──────────────  ──────────
      cache, redis, fraud              3  cache, redis,  Cache stampede  2026-05-20
                                          fraud +5
      certificate, endpoint,           3  certificate,   TLS and         2026-02-24
      webhooks                            endpoint +6    certificates
      lock, bank, payout               2  lock, bank,    Locking and     2026-03-17
                                          payout +5      isolation
      payments, checkout, lag          2  payments,      Backpressure    2026-06-03
                                          checkout +6    +1
      permission, decline,             2  permission,    Rollback        2026-06-11
      deployers                           decline +6
      statistics, bulk, rows           2  statistics,    Query           2026-04-21
                                          bulk +6        performance +1

      4 more columns: --wide shows all, --columns chooses, --format csv has them too."
    `);
    expect(stdout).toContain("4 other incidents belong to no family.");
  });

  test("every incident of a family is listed with its file and its terms", async () => {
    const rows = await rowsOf(["families", "--dir", "examples"], "members");
    expect(rows.filter(({ family }) => family === "lock, bank, payout")).toMatchObject([
      { file: "examples/postmortems/2025-07-29-payouts-lock-queue.md", date: "2025-07-29" },
      { file: "examples/postmortems/2026-03-17-payouts-migration-lock.md", date: "2026-03-17" },
    ]);
    for (const { terms } of rows) expect(terms).not.toEqual([]);
  });

  test("takes a window and filters, as a report does", async () => {
    const args = ["families", "--dir", "examples", "--service", "payouts"];
    const rows = await rowsOf(args, "families");
    expect(rows.map(({ family }) => family)).toContain("lock, bank, payout");
    const none = await runCli([...args, "--since", "2020-01-01", "--until", "2021-01-01"]);
    expect(none.stdout).toContain("No incidents started between 2020-01-01 and 2021-01-01");
  });

  test("services of small teams stand under one name, and none of them can be asked for", async () => {
    await put("pm.yaml", "folder: .\n");
    await put(
      "taxonomy.yaml",
      `version: 1
extends: default
teams: [{ id: payments, size: 8 }, { id: platform, size: 6 }, { id: dba, size: 1 }]
services: [{ id: checkout, owner: payments }, { id: kafka, owner: platform }, { id: postgres, owner: dba }]
`,
    );
    for (const [id, service] of ["checkout", "postgres", "kafka"].entries()) {
      const factors = "## Contributing factors\n\n- The lock queue grew behind a migration.\n";
      const times = `times: { started: 2026-03-0${id + 1}T10:00:00Z }`;
      const head = `---\ntitle: Lock queue ${id}\nservices: [${service}]\n${times}\n---\n`;
      await put(`${id}.md`, `${head}\n${factors}`);
    }
    const [family] = await rowsOf(["families"], "families", path());
    expect(family?.services).toEqual(["(services of small teams)", "checkout"]);
    const [nearest] = await rowsOf(["similar", "2.md"], "similar", path());
    expect(nearest?.services).toEqual(["checkout"]);
    const refused = await runCli(["families", "--service", "postgres"], { cwd: path() });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("The team of service `postgres` has fewer than 5 people");
  });

  test("incidents without a start are copies only where their texts are the same", async () => {
    const text = (sentence: string) =>
      `---\ntitle: Locks\n---\n\n## Summary\n\n${sentence}\n\n## Contributing factors\n\n- A lock on the ledger.\n`;
    await put("a.md", text("Payouts waited for an hour."));
    await put("b.md", text("Refunds waited for a day."));
    await put("c.md", text("Refunds waited for a day."));
    const rows = await rowsOf(["families"], "families", path());
    expect(rows).toMatchObject([{ files: ["a.md", "b.md"] }]);
  });

  test("a larger size leaves the smaller families out", async () => {
    const rows = await rowsOf(["families", "--dir", "examples", "--min-size", "3"], "families");
    expect(rows.map(({ family, incidents }) => [family, incidents])).toEqual([
      ["cache, redis, fraud", 3],
      ["certificate, endpoint, webhooks", 3],
    ]);
  });

  test("drafts are grouped only where they are asked for", async () => {
    const args = ["families", "--dir", "examples"];
    expect((await runCli(args)).stdout).toContain("1 draft is left out; --include-drafts counts");
    const { stdout } = await runCli([...args, "--include-drafts"]);
    expect(stdout).toContain("· 20 incidents\n");
  });

  test.each([
    [["--closeness", "2"], "Expected a share above 0 up to 1, such as 0.12."],
    [["--min-size", "1"], "Expected a whole number of at least 2."],
  ])("%j is refused", async (options, message) => {
    const { stderr, code } = await runCli(["families", "--dir", "examples", ...options]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe.skipIf(!existsSync(CORPUS))(
  "real postmortems without frontmatter (skipped where they are absent)",
  () => {
    const files = async (name: string) => {
      const rows = await rowsOf(["similar", join(CORPUS, name), "--dir", CORPUS], "similar");
      return rows.map(({ file }) => /PM\d{4}-\d{3}/.exec(String(file))?.[0]);
    };

    test("those that repeat a title find each other", async () => {
      const flux = "Flux version bump causing component downtime.md";
      expect((await files(`PM2021-002 - ${flux}`))[0]).toBe("PM2021-003");
      expect((await files(`PM2021-003 - ${flux}`))[0]).toBe("PM2021-002");
      const down = "All services returning 503 in Kubernetes.md";
      expect(await files(`PM2021-005 - ${down}`)).toEqual(
        expect.arrayContaining(["PM2021-006", "PM2021-007"]),
      );
    });

    test("and are families", async () => {
      const rows = await rowsOf(["families", "--dir", CORPUS], "families");
      const members = rows.map((row) =>
        [row["files"]].flat().map((file) => /PM\d{4}-\d{3}/.exec(String(file))?.[0]),
      );
      expect(members).toContainEqual(["PM2021-002", "PM2021-003"]);
      expect(members).toContainEqual(["PM2021-005", "PM2021-006", "PM2021-007"]);
    });

    test("no initials of those who were there are shown", async () => {
      const rows = await rowsOf(["families", "--dir", CORPUS, "--closeness", "0.02"], "families");
      const terms = rows.flatMap((row) => [row["terms"]].flat());
      const initials = ["RF", "PW", "RR", "AN", "EC", "SD", "WC", "rifis", "wicar"];
      expect(terms.filter((term) => initials.includes(String(term)))).toEqual([]);
    });
  },
);
