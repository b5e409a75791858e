import { relative, resolve, sep } from "node:path";
import { confirmedOnly } from "../core/document/confirmed.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Window } from "../core/time/window.ts";
import { readInterventions } from "../project/interventions.ts";
import type { Project } from "../project/project.ts";
import type { ReadFolder } from "../project/read-postmortems.ts";
import type { Filters } from "../reports/define.ts";
import { countable } from "../reports/shared/counted-once.ts";
import { laterNotes } from "../reports/shared/notes.ts";
import { selectIncidents } from "../reports/shared/selection.ts";
import type { TableContext } from "../tables/define.ts";
import { incidentKeys } from "../tables/incident-keys.ts";
import { anonymisedFolder } from "./anonymised.ts";
import { shownInterventions } from "./interventions.ts";

/** What is to be exported. */
export interface ExportRequest {
  readonly window: Window;
  readonly filters: Filters;
  readonly source: string;
  readonly withSentences: boolean;
}

/** What tables are made of, and what stands in them under another name, as sentences. */
export interface Exportable {
  readonly context: TableContext;
  readonly notes: readonly string[];
}

/** Keys by path: they rest on the whole folder, so that no window changes them. */
function keysOf(
  { postmortems, redact }: ReadFolder,
  source: string,
  { cwd, config }: Project,
): ReadonlyMap<string, string> {
  const pathOf = ({ path }: Postmortem) =>
    relative(config.folder, resolve(cwd, path)).split(sep).join("/");
  const keys = incidentKeys(postmortems, { source, pathOf, redact });
  return new Map(postmortems.map(({ path }, at) => [path, keys[at] ?? path]));
}

/**
 * The folder as tables may know it: as reports do, with small teams under one name.
 * @throws {UsageError} where a filter names a team or service that is not shown on its own, or a file
 *   of interventions has a problem.
 */
export async function exportable(
  read: ReadFolder,
  project: Project,
  { window, filters, source, withSentences }: ExportRequest,
): Promise<Exportable> {
  const { config } = project;
  const { teams, responders, services } = filters;
  const named = { teams: [...teams, ...responders], services };
  const folder = anonymisedFolder(read.postmortems, project, named);
  const { postmortems, taxonomy } = folder;
  const { thresholds, timeZone } = config;
  const selection = selectIncidents({
    ...{ postmortems, window, filters, taxonomy, thresholds, timeZone },
  });
  const undated = window.since === null ? selection.undated : [];
  const keys = keysOf(read, source, project);
  const counted = new Set(countable(postmortems, false).postmortems.map(({ path }) => path));
  const incidents = [...selection.incidents, ...undated].map((incident) => ({
    key: keys.get(incident.path) ?? incident.path,
    incident,
    confirmed: confirmedOnly(incident),
    isCounted: counted.has(incident.path),
  }));
  const interventions = shownInterventions(await readInterventions(project), folder.teamLabel);
  const context = { source, incidents, taxonomy, interventions, timeZone, withSentences };
  const { notes, unlistedNotes } = folder;
  return { context, notes: [...laterNotes(selection.later), ...notes, ...unlistedNotes] };
}
