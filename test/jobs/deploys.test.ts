import { beforeEach, describe, expect, test } from "vitest";
import { openFor } from "../../src/cli/open.ts";
import { readDeploys } from "../../src/jobs/deploys.ts";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

beforeEach(async () => {
  await put(
    "taxonomy.yaml",
    "version: 1\nextends: default\nteams: [{ id: payments, size: 8 }]\nservices: [{ id: checkout-api, owner: payments, aliases: [Checkout] }]\n",
  );
  await put("pm.yaml", "folder: .\ndeploys: deploys.csv\n");
});

/** Deploys as "time service", and the notes. */
async function read(...names: readonly string[]) {
  const project = await openFor({}, { cwd: path() });
  const { deploys, notes } = await readDeploys(
    names.map((name) => path(name)),
    project,
    (service) => service.toUpperCase(),
  );
  return {
    deploys: deploys.map(({ at, service }) => {
      return `${new Date(at).toISOString().slice(0, 16)} ${service ?? "–"}`;
    }),
    notes,
  };
}

const github = (created_at: string, environment: string, repo: string) => ({
  ...{ id: 1, sha: "a".repeat(40), ref: "main", task: "deploy", environment, description: null },
  ...{ created_at, updated_at: created_at, creator: { login: "bot", type: "Bot" } },
  statuses_url: "https://api.github.com/repos/org/x/deployments/1/statuses",
  repository_url: `https://api.github.com/repos/org/${repo}`,
});
const gitlab = (finished_at: string, name: string, status: string) => ({
  ...{ id: 41, iid: 2, ref: "main", sha: "b".repeat(40), status, created_at: finished_at },
  environment: { id: 1, name },
  deployable: {
    finished_at,
    web_url: "https://gitlab.example.com/org/checkout/-/jobs/1",
  },
});

describe("deploys", () => {
  test("of GitHub and GitLab: production, by repository or project", async () => {
    await put(
      "github.json",
      JSON.stringify([
        github("2026-03-01T10:00:00Z", "production", "checkout-api"),
        github("2026-03-01T09:00:00Z", "staging", "checkout-api"),
        github("2026-03-02T10:00:00Z", "production-eu", "website"),
        { ...github("2026-03-02T11:00:00Z", "live", "website"), production_environment: true },
      ]),
    );
    await put(
      "gitlab.json",
      JSON.stringify([
        gitlab("2026-03-03T10:00:00Z", "prod", "success"),
        gitlab("2026-03-03T11:00:00Z", "prod", "failed"),
        gitlab("2026-03-03T12:00:00Z", "prod", "canceled"),
      ]),
    );
    expect(await read("github.json", "gitlab.json")).toEqual({
      deploys: [
        ...["2026-03-01T10:00 CHECKOUT-API", "2026-03-02T10:00 –"],
        "2026-03-02T11:00 –",
        ...["2026-03-03T10:00 CHECKOUT-API", "2026-03-03T11:00 CHECKOUT-API"],
      ],
      notes: [
        "2 deploys left out: of other environments, or never put in place.",
        "2 deploys of services that the taxonomy does not list.",
      ],
    });
  });

  test("of a CSV, which needs a time alone", async () => {
    await put("deploys.csv", "Deployed at\n2026-03-01 10:00\nsoon\n");
    expect(await read("deploys.csv")).toEqual({
      deploys: ["2026-03-01T10:00 –"],
      notes: ["deploys.csv: 1 entry cannot be read; entry 2: time: no time"],
    });
    await put(
      "more.csv",
      "service;env;finished_at;status\ncheckout;qa;2026-03-01T10:00Z;success\ncheckout;live;2026-03-02T10:00Z;skipped\n",
    );
    expect(await read("more.csv")).toEqual({
      deploys: ["2026-03-01T10:00 CHECKOUT-API"],
      notes: ["1 deploy left out: of other environments, or never put in place."],
    });
  });

  test("of a file that is cut off: what stands before the place", async () => {
    const [whole] = [github("2026-03-01T10:00:00Z", "production", "checkout-api")];
    await put("cut.json", `[${JSON.stringify(whole)},{"id":2`);
    expect(await read("cut.json")).toEqual({
      deploys: ["2026-03-01T10:00 CHECKOUT-API"],
      notes: ["cut.json: only the beginning was read: it ends in the middle of a value"],
    });
  });

  test.each([
    [
      "columns without a time",
      "service,env\na,b\n",
      "its columns are `service`, `env`; pm needs one for the time (time, timestamp, datetime, or date and time)",
    ],
    ["another JSON", '[{"a":1}]', "no deploys that pm knows"],
    [
      "an export without deploys",
      '[{"id":"U0QUILL01","name":"q","profile":{}}]',
      "no deploy among the entries",
    ],
  ])("refuses %s", async (_what, content, message) => {
    await put("file", content);
    await expect(read("file")).rejects.toThrow(`file: ${message}`);
  });

  test("of the configuration, and of an option that wins over it", async () => {
    await put("deploys.csv", "time\n2026-03-01 10:00\n2026-03-02 10:00\n");
    await put("other.csv", "when,env\n2026-03-01 10:00,prod\n2026-03-02 10:00,qa\n");
    await put(
      "one.md",
      "---\ntitle: One\nstatus: final\ntimes: { started: 2026-03-01T10:30Z }\n---\n",
    );
    const run = async (...args: readonly string[]) => {
      const period = ["--since", "2026-01-01", "--until", "2026-06-01", "--format", "json"];
      const { stdout } = await runCli(["conditions", ...period, ...args], { cwd: path() });
      return stdout.replace(/\s+/g, " ");
    };
    expect(await run()).toContain('"deploys_with_incident": 1, "deploys_with_incident_n": 2');
    const other = await run("--deploys", "other.csv");
    expect(other).toContain('"deploys_with_incident": 1, "deploys_with_incident_n": 1');
    expect(other).toContain("1 deploy left out: of other environments, or never put in place.");
  });

  test("refuses a file that is not there", async () => {
    await expect(read("none.csv")).rejects.toThrow("none.csv: no such file");
  });
});
