import type { Gap, Postmortem } from "../../core/postmortem.ts";
import type { Place } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { passesGap } from "../shared/filters.ts";
import { lackingTeams } from "../shared/lacking.ts";
import type { Selection } from "../shared/selection.ts";

/** One gap of one incident. */
export interface GapMention {
  readonly incident: Postmortem;
  readonly gap: Gap;
  /** The teams that lacked it, as written. */
  readonly lacking: readonly string[];
}

/** All that the gaps report counts, read once. */
export interface GapData {
  readonly query: Query;
  readonly selection: Selection;
  readonly mentions: readonly GapMention[];
  /** Those of the window that it is compared with; null where there is none. */
  readonly priorMentions: readonly GapMention[] | null;
}

/** The gaps of incidents, as far as the filters let them through. */
function mentionsIn(incidents: readonly Postmortem[], query: Query): readonly GapMention[] {
  return incidents.flatMap((incident) =>
    incident.gaps
      .filter((gap) => passesGap(query, incident, gap))
      .map((gap) => ({ incident, gap, lacking: lackingTeams(query.taxonomy, incident, gap) })),
  );
}

/** The gaps of a selection and of the window that it is compared with. */
export function gapData(query: Query, selection: Selection): GapData {
  return {
    query,
    selection,
    mentions: mentionsIn(selection.incidents, query),
    priorMentions: selection.prior && mentionsIn(selection.prior, query),
  };
}

/** Where a gap is written. */
export function placeOfGap({ incident, gap }: Pick<GapMention, "incident" | "gap">): Place {
  return { path: incident.path, line: gap.source.range.start.line };
}
