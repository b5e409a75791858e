import type { Gap, Postmortem } from "../../core/postmortem.ts";
import type { Place } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { passesGap } from "../shared/filters.ts";
import { askedFor, lackingTeams } from "../shared/lacking.ts";
import type { Selection } from "../shared/selection.ts";

/** One gap of one incident. */
export interface GapMention {
  readonly incident: Postmortem;
  readonly gap: Gap;
  /** The teams that lacked it, as written. */
  readonly lacking: readonly string[];
  /** The teams that were asked for it, as written. */
  readonly asked: readonly string[];
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
  const { taxonomy } = query;
  const mentions: GapMention[] = [];
  for (const incident of incidents) {
    for (const gap of incident.gaps) {
      if (!passesGap(query, incident, gap)) continue;
      const asked = askedFor(taxonomy, incident, gap.competency.value);
      mentions.push({
        incident,
        gap,
        lacking: lackingTeams(taxonomy, incident, gap, asked),
        asked,
      });
    }
  }
  return mentions;
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
