import { resolve } from "node:path";
import type { Command } from "commander";
import type { Project } from "../project/project.ts";
import type { AnyReport } from "../reports/define.ts";
import { severalOption } from "./options.ts";

/** Adds the option that names exports of deployments. */
export function addDeploysOption(command: Command): void {
  const description = "exports of deployments (GitHub, GitLab, Datadog or CSV)";
  const option = severalOption("--deploys <file>", description);
  command.addOption(option.default([], "deploys in pm.yaml"));
}

/** Deploys, with what is to be said of their files; nothing where nobody asks, or names a file. */
export async function deploysFor(
  report: AnyReport,
  options: Readonly<Record<string, unknown>>,
  project: Project,
  serviceLabel: (service: string) => string,
) {
  const { cwd, config } = project;
  const { deploys } = options;
  const given = (Array.isArray(deploys) ? deploys.map(String) : []).map((path) =>
    resolve(cwd, path),
  );
  const paths = given.length > 0 ? given : config.deployPaths;
  if (!report.readsDeploys || paths.length === 0) return { found: {}, notes: [] };
  const { readDeploys } = await import("../jobs/deploys.ts");
  const read = await readDeploys(paths, project, serviceLabel);
  return { found: { deploys: read.deploys }, notes: read.notes };
}
