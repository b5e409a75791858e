import { cp } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { ROOT, runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();
const FIXTURES = join(ROOT, "test/sources/fixtures");

const run = (...args: readonly string[]) => runCli(["new", ...args], { cwd: path() });

beforeEach(async () => {
  for (const name of ["pagerduty.json", "slack", "deployments.json"]) {
    await cp(join(FIXTURES, name), path(name), { recursive: true });
  }
  await put(
    "taxonomy.yaml",
    "version: 1\nextends: default\nteams: [{ id: checkout, size: 7 }, { id: platform, size: 9 }]\nservices: [{ id: checkout-api, owner: checkout }]\n",
  );
  await put("pm.yaml", "folder: pms\ntaxonomy: taxonomy.yaml\nmembers: members.yaml\n");
  await put(
    "members.yaml",
    "version: 1\nmembers:\n  checkout: [quill.testington@example.com]\n  platform: ['@wrenfix', U0WREN002]\n",
  );
  await put(
    "pms/2026-01-13-backlog.md",
    "---\ntitle: Checkout error rate rose behind a queue\nstatus: final\ntimes: { started: 2026-01-13T10:00:00Z }\ngaps: [{ competency: messaging.backpressure, kind: knowledge }]\n---\n\n## Contributing factors\n\n- The queue grew.\n",
  );
});

test("three exports make one draft, clean and without people, and everything is accounted for", async () => {
  const from = ["--from", "pagerduty.json", "slack", "--from", "deployments.json"];
  const { stdout, stderr, code } = await run(...from);
  expect(stderr).toBe(
    [
      "pagerduty.json: PagerDuty, 6 entries, 5 events; left out: notifications (1)",
      "slack: Slack, 11 entries in 3 files, 4 events; left out: channels (1), notices (1), messages without text (1)",
      "deployments.json: GitHub, 2 entries, 2 events",
      "warning: slack/inc-checkout/2026-03-14.json: entry 7 cannot be read: ts: no time",
      "note: 1 event left out, more than 2 h before or after the incident (2026-03-14 02:21 to 2026-03-14 04:30 UTC)",
      "Timeline: 9 rows, 1 of them from several sources.",
      "Proposed in comments, for you to decide: started, detected, acknowledged, resolved, trigger, detected_by, escalations, services, teams.",
      'Written from the template full. Fill it in, then run:\n  pm lint "pms/2026-03-14-checkout-error-rate-above-5.md"',
      "",
    ].join("\n"),
  );
  expect({ stdout, code }).toEqual({
    stdout: "pms/2026-03-14-checkout-error-rate-above-5.md\n",
    code: 0,
  });
  const draft = await read(stdout.trim());
  await expect(draft).toMatchFileSnapshot(join(FIXTURES, "draft.md"));
  for (const name of ["quill", "wren", "testington", "fixturely", "wfix", "qtest", "U0", "PUSER"]) {
    expect(`${draft}${stderr}`.toLowerCase()).not.toContain(name.toLowerCase());
  }
  const lint = await runCli(["lint", stdout.trim(), "--max-warnings", "0"], { cwd: path() });
  expect(lint.stderr).toBe("0 errors, 0 warnings in 1 file\n");
});

test("what the user states is not proposed, and cuts the timeline", async () => {
  const given = ["--started", "2026-03-14T02:15Z", "--ended", "2026-03-14T02:20Z"];
  const more = [
    "--severity",
    "P1",
    "--service",
    "checkout-api",
    "--template",
    "light",
    "--no-similar",
  ];
  const { stdout, stderr } = await run(
    "Checkout down",
    ...given,
    ...more,
    "--from",
    "pagerduty.json",
  );
  expect(stdout).toBe("pms/2026-03-14-checkout-down.md\n");
  expect(stderr).toContain("1 event left out, more than 2 h before");
  const draft = await read(stdout.trim());
  expect(draft).toContain("severity: P1\nservices: [checkout-api]\n");
  expect(draft).toContain("  started: 2026-03-14T02:15:00Z\n");
  expect(draft).toContain(
    "## Timeline\n\nAll times in UTC.\n\n| Time | Event |\n|---|---|\n| 2026-03-14 02:21:00 |",
  );
});

describe("a time without its day", () => {
  test("is on the day of the exports, which is said; the end follows", async () => {
    const given = ["--started", "02:15", "--ended", "02:20", "--no-similar"];
    const { stdout, stderr } = await run(...given, "--from", "pagerduty.json");
    expect(stdout).toBe("pms/2026-03-14-checkout-error-rate-above-5.md\n");
    expect(stderr).toContain(
      "note: --started 02:15 is taken for 2026-03-14T02:15:00Z, the day of the exports\n",
    );
    expect(stderr).toContain("1 event left out, more than 2 h before");
    expect(await read(stdout.trim())).toContain("  started: 2026-03-14T02:15:00Z\n");
  });

  test("is on the day of what people wrote, where there is no alert", async () => {
    await put("talk.csv", "time,text\n2026-03-14T23:50:00Z,Slow\n2026-03-15T00:30:00Z,Better\n");
    const { stdout, stderr } = await run("x", "--started", "00:05", "--from", "talk.csv");
    expect(stderr).toContain("note: --started 00:05 is taken for 2026-03-15T00:05:00Z");
    expect(stdout).toBe("pms/2026-03-15-x.md\n");
    await put("talk.csv", "time,text\n2026-03-11T23:50:00Z,Slow\n2026-03-15T00:30:00Z,Better\n");
    const { stderr: several } = await run("x", "--started", "00:05", "--from", "talk.csv");
    expect(several).toContain("--started 00:05 could be on several days");
  });

  test("an end alone says nothing of how long the exports are", async () => {
    await put("talk.csv", "time,text\n2026-03-14T23:50:00Z,Slow\n");
    const { stderr } = await run("x", "--ended", "2026-04-14T00:05Z", "--from", "talk.csv");
    expect(stderr).not.toContain("the exports cover");
  });

  test("is today's where the exports tell no day", async () => {
    await put("talk.csv", "time,text\n10:05,Alert fired\n");
    const { stdout } = await run("x", "--started", "10:00", "--from", "talk.csv");
    expect(stdout).toMatch(/^pms\/\d{4}-\d\d-\d\d-x\.md\n$/);
    expect(await read(stdout.trim())).toContain("10:05");
  });

  test("is refused where they tell of several", async () => {
    const alert = (startsAt: string) => {
      const labels = { alertname: "Lag" };
      return { labels, annotations: {}, startsAt, status: "firing", generatorURL: "" };
    };
    const alerts = [alert("2026-03-12T10:00:00Z"), alert("2026-03-14T10:00:00Z")];
    await put("alerts.json", JSON.stringify(alerts));
    expect(await run("--started", "10:00", "--from", "alerts.json")).toEqual({
      stdout: "",
      stderr:
        'pm: --started 10:00 could be on several days: the exports cover 2026-03-12 10:00 to 2026-03-14 10:00 UTC\n    Write the day too: --started "2026-03-12 10:00".\n',
      code: 2,
    });
  });
});

test.each<[name: string, files: object, from: string]>([
  [
    "of clear dates of the folder",
    { "pms/14.md": "# Queue\n\n- 14/03/2026 02:15 Errors rise.\n" },
    "2026-04-03",
  ],
  ["that nothing tells", {}, "could be two days"],
  [
    "that pm.yaml says, whatever the folder has",
    {
      "pm.yaml": "folder: pms\ndate_order: month-first\n",
      "pms/14.md": "# Queue\n\n- 14/03/2026 02:15 Errors rise.\n",
    },
    "2026-03-04",
  ],
])("dates of a CSV have the order %s", async (_, files, expected) => {
  for (const [name, text] of Object.entries(files)) await put(name, String(text));
  await put("rows.csv", "time,text\n03/04/2026 02:15,Errors rise\n");
  const { stdout, stderr } = await run("--from", "rows.csv", "--title", "Queue");
  expect(`${stdout}${stderr}`).toContain(expected);
});

describe("exports that cannot be read", () => {
  test.each<[string, readonly string[], string]>([
    ["a missing file", ["missing.json"], "pm: missing.json: no such file\n"],
    [
      "an unknown tool",
      ["slak:slack"],
      "pm: Unknown tool `slak` in --from slak:slack\n    Did you mean `slack:slack`?\n",
    ],
    [
      "a file of another kind",
      ["pm.yaml"],
      "pm: pm.yaml: not an export that pm recognises: neither JSON nor a CSV with several columns\n",
    ],
    [
      "an export without events",
      ["slack/users.json"],
      "pm: The exports hold no event\n    slack/users.json: Slack, 3 entries\n",
    ],
  ])("%s ends the command", async (_name, files, stderr) => {
    expect(await run("--from", ...files)).toEqual({ stdout: "", stderr, code: 2 });
  });

  test.each([
    [
      "rows.csv",
      "time,text\n2026-13-45 10:00,down\n",
      "The exports hold no event\n    rows.csv: entry 1 cannot be read: time: `2026-13-45 10:00` is no time\n",
    ],
    [
      "rows.csv",
      "When,Severity\n2026-03-14 10:00,high\n",
      "rows.csv: its columns are `When`, `Severity`; pm needs one for the time (time, timestamp, datetime, or date and time) and one for what happened (text, message, event, description or summary)\n",
    ],
    [
      "cut.json",
      '[{"type":"message","ts":"1773454860.0","text":"do',
      "cut.json: not an export that pm recognises (it ends in the middle of a value)\n",
    ],
    [
      "odd.json",
      '{"items": [{"number": 9, "title": "Down", "html_url": "https://x.org/9", "body": 1}]}',
      "odd.json: not an export that pm recognises; its entries have `number`, `title`, `html_url`, `body`\n    GitHub comes closest: its entries with `number`, `title`, `html_url` also have `comments_url`. pm reads incident.io,",
    ],
    [
      "other.json",
      '{"alpha": 1, "beta": [1, 2]}',
      "other.json: not an export that pm recognises; its entries have `alpha`, `beta`\n    pm reads incident.io,",
    ],
    [
      "damaged.zip",
      "PK\u0003\u0004damaged",
      "damaged.zip: not an export that pm recognises (an archive without a file that can be read)\n",
    ],
  ])("%s ends it with the reason", async (name, content, message) => {
    await put(name, content);
    const { stderr, code } = await run("--from", name);
    expect(code).toBe(2);
    expect(stderr).toContain(`pm: ${message}`);
  });

  test("one of several is named, and the others are used", async () => {
    await put(
      "cut.json",
      '[{"type":"message","ts":"1773454860.0","user":"U1","text":"down"},{"type"',
    );
    const { stderr, code } = await run(
      "--from",
      "cut.json",
      "missing.json",
      "pm.yaml",
      "pagerduty.json",
    );
    expect(stderr).toContain(
      [
        "warning: cut.json: only the beginning was read: it ends in the middle of a value",
        "warning: pm.yaml: not an export that pm recognises: neither JSON nor a CSV with several columns",
        "warning: missing.json: no such file",
        "",
      ].join("\n"),
    );
    expect(code).toBe(0);
  });

  test("--ended needs exports, and comes after the start", async () => {
    expect((await run("x", "--ended", "10:00")).stderr).toContain("pm: --ended needs --from\n");
    const times = ["--started", "2026-03-14T03:00Z", "--ended", "2026-03-14T02:00Z"];
    expect((await run(...times, "--from", "pagerduty.json")).stderr).toContain(
      "pm: --ended is before --started\n",
    );
  });
});

test("an archive of talk alone is too long for a timeline", async () => {
  const messages = Array.from({ length: 2001 }, (_, second) => ({
    ...{ type: "message", ts: `${1773454860 + second}.0`, user: "U1", text: `m ${second}` },
  }));
  await put("all.zip", zipSync({ "general/2026-03-14.json": strToU8(JSON.stringify(messages)) }));
  expect(await run("--from", "slack:all.zip")).toEqual({
    stdout: "",
    stderr:
      "pm: 2001 events from 2026-03-14T02:21:00Z to 2026-03-14T02:54:20Z, more than a timeline can have\n    Say when the incident was, with --started and --ended, or add an export of the alert.\n",
    code: 2,
  });
  const { stderr } = await run(
    "--from",
    "all.zip",
    "--started",
    "2026-03-14T04:50Z",
    "--ended",
    "2026-03-14T05:00Z",
  );
  expect(stderr).toContain("Timeline: 261 rows.");
  const times = ["--started", "2026-03-14T02:20Z", "--ended", "2026-03-14T03:00Z"];
  expect((await run("--from", "all.zip", ...times)).stderr).toContain(
    "    Give the channel of the incident alone, or a shorter time.\n",
  );
  const day = ["--started", "2026-03-20T02:20Z", "--ended", "2026-03-20T03:00Z"];
  expect((await run("--from", "all.zip", "pagerduty.json", ...day)).stderr).toContain(
    "pm: The exports hold no event of this time\n    5 events and 1 file are of other times: check --started and --ended, and their offset.\n",
  );
  await put("cut.json", JSON.stringify(messages).slice(0, 60_000));
  expect((await run("--from", "cut.json", ...day)).stderr).toContain(
    "and their offset. Not all was read: cut.json: it ends in the middle of a value\n",
  );
});

test("members of a team that the taxonomy does not list are an error with its place", async () => {
  await put("members.yaml", "version: 1\nmembers:\n  chekout: [a@example.com]\n");
  const { stderr, code } = await run("--from", "pagerduty.json");
  expect({ stderr, code }).toEqual({
    stderr: "pm: members.yaml:3:3 Unknown team `chekout`\n    Did you mean `checkout`?\n",
    code: 2,
  });
});
