import { counted } from "../core/counted.ts";
import { UsageError } from "../core/errors.ts";
import type { EpochMs } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import type { Framework, Vendor } from "./vendors/define.ts";

/** Which competencies are handed over, and under what name. */
export interface HandOver {
  readonly name: string;
  readonly asOf: EpochMs;
  /** The id of the one domain that is asked for; null for all. */
  readonly domain: string | null;
  /** Ids of competencies, or of domains for all of theirs; null for all. */
  readonly only: readonly string[] | null;
}

/** The competencies that are asked for, with their domains. */
export function frameworkOf(
  { competencies }: Taxonomy,
  { name, asOf, domain, only }: HandOver,
): Framework {
  const isAsked = (id: string) => only === null || only.includes(id);
  const chosen = competencies.filter(
    ({ id, parent }) =>
      parent !== null && (domain === null || parent === domain) && (isAsked(id) || isAsked(parent)),
  );
  const parents = new Set(chosen.map(({ parent }) => parent));
  return {
    ...{ name, asOf, competencies: chosen },
    domains: competencies.filter(({ id, parent }) => parent === null && parents.has(id)),
  };
}

/**
 * What is to be said of a framework in a product's format, in sentences.
 * @throws {UsageError} where nothing is to be handed over, or names are too long for the product.
 */
export function handOverRemarks(
  { domains, competencies }: Framework,
  { name, remarks, longestName, most }: Vendor,
): readonly string[] {
  if (competencies.length === 0) throw new UsageError("No competency to export");
  const long = [...domains, ...competencies].filter(
    (term) => longestName !== undefined && Array.from(term.name).length > longestName,
  );
  if (long.length > 0) {
    throw new UsageError(
      `${name} takes names of at most ${longestName ?? 0} characters; too long: ${long.map(({ id }) => id).join(", ")}`,
      "Shorten the `name` of these in the taxonomy.",
    );
  }
  const isMany = most !== undefined && competencies.length > most;
  return [
    ...remarks,
    ...(isMany
      ? [
          `${counted(competencies.length, "competency")}, and ${name} takes ${most} at once: export them by --domain.`,
        ]
      : []),
  ];
}
