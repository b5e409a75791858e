import { actions } from "./actions.ts";
import type { Table } from "./define.ts";
import { escalations } from "./escalations.ts";
import { gaps, gapTeams } from "./gaps.ts";
import { incidentCauses, incidentServices, incidentTeams } from "./incident-lists.ts";
import { incidents } from "./incidents.ts";
import { interventions, interventionTeams } from "./interventions.ts";
import { milestones } from "./milestones.ts";
import { aliases, competencies, competencyCodes, services, teams, terms } from "./taxonomy.ts";
import { factors, timelineRows } from "./texts.ts";

/** Every table that `pm export` writes, in the order of `docs/tables.md`. */
export const TABLES: readonly Table[] = [
  incidents,
  incidentServices,
  incidentTeams,
  incidentCauses,
  milestones,
  gaps,
  gapTeams,
  escalations,
  actions,
  factors,
  timelineRows,
  interventions,
  interventionTeams,
  competencies,
  competencyCodes,
  teams,
  services,
  terms,
  aliases,
];
