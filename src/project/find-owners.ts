import { join } from "node:path";
import { compareText } from "../core/compare.ts";
import { indexLines } from "../core/places/line-index.ts";
import { parseYaml } from "../parse/frontmatter/yaml.ts";
import { readSourceFile } from "../read/read-file.ts";

/** A team or service that a repository's other files name. */
export interface FoundName {
  readonly id: string;
  /** The team that runs a service; null where the file names none. */
  readonly owner: string | null;
  /** The file, relative to the repository. */
  readonly path: string;
}

/** Teams and services that other files of a repository name, sorted by id, each once. */
export interface FoundNames {
  readonly teams: readonly FoundName[];
  readonly services: readonly FoundName[];
}

const CODEOWNERS = ["CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS"];
const CATALOG = ["catalog-info.yaml", "catalog-info.yml"];
/** `@org/team`; a handle without a slash is a person. */
const TEAM_HANDLE = /(?<=\s)@[\w.-]+\/([\w.-]+)(?=\s|$)/g;

async function textOf(root: string, path: string): Promise<string | null> {
  const read = await readSourceFile(join(root, path), path);
  return read.ok ? read.value.text : null;
}

function teamsOfCodeOwners(text: string, path: string): readonly FoundName[] {
  const lines = text.split("\n").map((line) => line.split("#", 1)[0] ?? "");
  return lines.flatMap((line) =>
    [...line.matchAll(TEAM_HANDLE)].map(([, id = ""]) => ({ id, owner: null, path })),
  );
}

interface Entity {
  readonly kind: string;
  readonly name: string;
  readonly owner: string | null;
}

function textAt(data: unknown, ...path: readonly string[]): string | null {
  const value = path.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | null | undefined)?.[key],
    data,
  );
  return typeof value === "string" && value !== "" ? value : null;
}

/** `group:default/payments` is `payments`; a user is a person. */
function ownerOf(written: string | null): string | null {
  if (written === null || written.startsWith("user:")) return null;
  return written.split("/").at(-1)?.split(":").at(-1) ?? null;
}

function entitiesOf(text: string): readonly Entity[] {
  return text.split(/^---[ \t]*$/m).flatMap((part): readonly Entity[] => {
    const { data } = parseYaml(part, 0, indexLines(part));
    const kind = textAt(data, "kind");
    const name = textAt(data, "metadata", "name");
    if (kind === null || name === null) return [];
    return [{ kind, name, owner: ownerOf(textAt(data, "spec", "owner")) }];
  });
}

function sortedOnce(names: readonly FoundName[]): readonly FoundName[] {
  const first = new Map<string, FoundName>();
  for (const name of names) {
    if (!first.has(name.id)) first.set(name.id, name);
  }
  return [...first.values()].toSorted((a, b) => compareText(a.id, b.id));
}

/**
 * Teams and services that CODEOWNERS (https://docs.github.com/en/repositories) and a Backstage
 * catalog (https://backstage.io/docs/features/software-catalog/descriptor-format) name. Files that
 * are not there, or cannot be read, name none.
 */
export async function findOwners(root: string): Promise<FoundNames> {
  const teams: FoundName[] = [];
  const services: FoundName[] = [];
  for (const path of CODEOWNERS) {
    teams.push(...teamsOfCodeOwners((await textOf(root, path)) ?? "", path));
  }
  for (const path of CATALOG) {
    for (const { kind, name, owner } of entitiesOf((await textOf(root, path)) ?? "")) {
      if (kind === "Component") services.push({ id: name, owner, path });
      if (kind === "Group") teams.push({ id: name, owner: null, path });
      if (owner !== null) teams.push({ id: owner, owner: null, path });
    }
  }
  return { teams: sortedOnce(teams), services: sortedOnce(services) };
}
