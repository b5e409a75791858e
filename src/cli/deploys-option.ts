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

/** The exports of deployments that a report is to read: those that are asked for, else those of the setup. */
export function deployPathsFor(
  report: AnyReport,
  { deploys }: Readonly<Record<string, unknown>>,
  { cwd, config }: Project,
): readonly string[] {
  if (!report.readsDeploys) return [];
  const given = Array.isArray(deploys) ? deploys.map((path) => resolve(cwd, String(path))) : [];
  return given.length > 0 ? given : config.deployPaths;
}

/** Deploys, with what is to be said of their files; nothing where there is none. */
export async function readDeploysFrom(
  paths: readonly string[],
  project: Project,
  serviceLabel: (service: string) => string,
) {
  if (paths.length === 0) return { found: {}, notes: [] };
  const { readDeploys } = await import("../jobs/deploys.ts");
  const read = await readDeploys(paths, project, serviceLabel);
  return { found: { deploys: read.deploys }, notes: read.notes };
}
