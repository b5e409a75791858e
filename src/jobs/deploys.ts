import { counted } from "../core/counted.ts";
import { UsageError } from "../core/errors.ts";
import type { Deploy } from "../core/settings/deploy.ts";
import { foldName, type Service } from "../core/taxonomy.ts";
import type { Project } from "../project/project.ts";
import { readExport } from "../read/export-files.ts";
import { shownPath } from "../read/find-files.ts";
import { collector, type FileReport } from "../sources/collect.ts";
import type { DeployFacts } from "../sources/define.ts";
import { isUndone } from "../sources/fields.ts";
import { readWithFolderOrder } from "./folder-times.ts";

/** Deploys of a project, and what is to be said of their files, as sentences. */
export interface ReadDeploys {
  readonly deploys: readonly Deploy[];
  readonly notes: readonly string[];
}

const PRODUCTION = /^prod(?:uction)?(?:$|[^a-z])|[^a-z]prod(?:uction)?$/i;

/** The service of the taxonomy that a name means: its own, or that of a repository or project. */
function serviceNamed(written: string | null, services: readonly Service[]): string | null {
  if (written === null) return null;
  const names = [written, written.split("/").at(-1) ?? written].map(foldName);
  const means = ({ id, name, aliases }: Service) =>
    [id, name, ...aliases].some((one) => names.includes(foldName(one)));
  return services.find(means)?.id ?? null;
}

interface ReadDeploy extends DeployFacts {
  readonly at: number;
}

/** Deploys that took place in production, where environments are known. */
function inProduction(all: readonly ReadDeploy[]): readonly ReadDeploy[] {
  const done = all.filter(({ status }) => !isUndone(status));
  const isLive = ({ environment, isProduction = null }: ReadDeploy) =>
    isProduction === true || PRODUCTION.test(environment ?? "");
  return done.some(isLive) ? done.filter(isLive) : done;
}

function problemsIn({ name, useless, reader, cut, broken: [first], broken }: FileReport) {
  if (useless !== null) throw new UsageError(`${name}: ${useless}`);
  if (reader === null) {
    const hint =
      "It reads deployments of GitHub, GitLab and Datadog as JSON, and a CSV with a time.";
    throw new UsageError(`${name}: no deploys that pm knows`, hint);
  }
  return [
    ...(cut === null ? [] : [`${name}: only the beginning was read: ${cut}`]),
    ...(first
      ? [
          `${name}: ${counted(broken.length, "entry")} cannot be read; entry ${first.index}: ${first.why}`,
        ]
      : []),
  ];
}

function notesOn(
  all: readonly ReadDeploy[],
  kept: readonly ReadDeploy[],
  deploys: readonly Deploy[],
) {
  const left = all.length - kept.length;
  const unknown = deploys.filter(({ service }) => service === null).length;
  return [
    ...(left > 0
      ? [`${counted(left, "deploy")} left out: of other environments, or never put in place.`]
      : []),
    ...(unknown > 0 && unknown < deploys.length
      ? [`${counted(unknown, "deploy")} of services that the taxonomy does not list.`]
      : []),
  ];
}

/**
 * Deploys from exports: deployments of GitHub, GitLab or Datadog, or a CSV. Of environments, production counts,
 * where one is called so.
 * @param paths absolute paths.
 * @param serviceLabel how a service is named in reports.
 * @throws {UsageError} where a file cannot be read, or holds no deploys.
 */
export async function readDeploys(
  paths: readonly string[],
  project: Project,
  serviceLabel: (service: string) => string,
): Promise<ReadDeploys> {
  const { cwd, taxonomy } = project;
  const { events, files } = await readWithFolderOrder(project, null, async (times) => {
    const { open, finish } = collector({ times, areDeploys: true });
    for (const path of paths) {
      const name = shownPath(path, cwd);
      const message = await readExport(path, name, (inner) =>
        open({ input: name, name: inner, forced: null }),
      );
      if (message !== null) throw new UsageError(`${name}: ${message}`);
    }
    return finish();
  });
  const problems = files.flatMap(problemsIn);
  const all = events.flatMap(({ at, deploy }) => (deploy ? [{ at, ...deploy }] : []));
  const names = paths.map((path) => shownPath(path, cwd)).join(", ");
  if (all.length === 0) throw new UsageError(`${names}: no deploy among the entries`);
  const kept = inProduction(all);
  const deploys = kept.map(({ at, service }) => {
    const id = serviceNamed(service, taxonomy.services);
    return { at, service: id && serviceLabel(id) };
  });
  return { deploys, notes: [...problems, ...notesOn(all, kept, deploys)] };
}
