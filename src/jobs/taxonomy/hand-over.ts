import type { Window } from "../../core/time/window.ts";
import { peopleOf } from "../../people/people-of.ts";
import type { Project } from "../../project/project.ts";
import type { ReadFolder } from "../../project/read-postmortems.ts";
import { NO_FILTERS } from "../../reports/define.ts";
import { plan } from "../../reports/plan/plan.ts";
import { frameworkOf, type HandOver, handOverRemarks } from "../../taxonomy/hand-over.ts";
import type { Framework, VendorJson, VendorRows } from "../../taxonomy/vendors/define.ts";
import { type VendorName, VENDORS } from "../../taxonomy/vendors/index.ts";
import { anonymisedFolder } from "../anonymised.ts";

export { type VendorName, VENDORS };

/** What is handed over, and what is to be said of it. */
export interface HandedOver {
  readonly content: VendorRows | VendorJson;
  readonly remarks: readonly string[];
}

/** The competencies of the plan for a window, as `pm plan` lists them. */
export function plannedCompetencies(
  read: ReadFolder,
  project: Project,
  window: Window,
): readonly string[] {
  const { thresholds, planWeights, timeZone } = project.config;
  const folder = anonymisedFolder(read.postmortems, project, { teams: [], services: [] });
  const { postmortems, taxonomy } = folder;
  const query = {
    ...{ postmortems, window, taxonomy, thresholds, planWeights, timeZone, filters: NO_FILTERS },
  };
  const [section] = plan.build(query, {}).sections;
  const at = section?.columns.findIndex(({ key }) => key === "competency") ?? -1;
  return (section?.rows ?? []).flatMap((row) => {
    const id = row[at];
    return typeof id === "string" ? [id] : [];
  });
}

/** Terms whose texts name nobody: the taxonomy is written by hand, too. */
function withheld(framework: Framework, project: Project): Framework {
  const { redact } = peopleOf(project);
  const term = <T extends { readonly name: string; readonly description: string }>(one: T): T => {
    return { ...one, name: redact(one.name), description: redact(one.description) };
  };
  const { domains, competencies } = framework;
  return { ...framework, domains: domains.map(term), competencies: competencies.map(term) };
}

/**
 * The taxonomy's competencies in the format of a product.
 * @throws {UsageError} where there is none, or the product cannot take a name.
 */
export function handOver(project: Project, as: VendorName, asked: HandOver): HandedOver {
  const vendor = VENDORS.find(({ name }) => name === as) ?? VENDORS[0];
  const framework = withheld(frameworkOf(project.taxonomy, asked), project);
  const remarks = handOverRemarks(framework, vendor);
  return { content: vendor.build(framework), remarks };
}
