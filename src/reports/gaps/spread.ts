import type { GapMention } from "./mentions.ts";

/** Where a gap was seen: contexts are the teams and owners that lacked the skill. */
export interface Spread {
  /** Incidents with the gap. */
  readonly incidents: number;
  /** Incidents of the window, with it or without. */
  readonly of: number;
  /** Contexts that can each be given an incident of their own. */
  readonly contexts: number;
  /** The most incidents that one context may account for. */
  readonly mostInOne: number;
  /** Incidents that name a context. */
  readonly located: number;
  /** Incidents that only teams that are not shown may account for. */
  readonly hidden: number;
  /** The most of these that one such team may account for. */
  readonly mostInOneHidden: number;
  /** Whether more incidents lie with one team that is not shown than with any that is. */
  readonly isMostHidden: boolean;
}

/** The contexts of each incident, as written: any of them may be the one that lacked the skill. */
function contextsByIncident(mentions: readonly GapMention[]): readonly (readonly string[])[] {
  const byIncident = new Map<GapMention["incident"], readonly string[]>();
  for (const { incident, lacking } of mentions) {
    const known = byIncident.get(incident);
    byIncident.set(incident, known ? [...new Set([...known, ...lacking])] : lacking);
  }
  return [...byIncident.values()];
}

/** Of the incidents with the same contexts, no more than these contexts can be given to. */
function atMostOneEach(incidents: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const taken = new Map<string, number>();
  return incidents.filter((contexts) => {
    const [only = ""] = contexts;
    const key = contexts.length === 1 ? ` ${only}` : JSON.stringify(contexts);
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count <= contexts.length;
  });
}

/**
 * How many contexts can each be given an incident of their own: a maximum matching, found by
 * augmenting paths (H. W. Kuhn, "The Hungarian Method for the Assignment Problem", 1955).
 * @internal For tests.
 */
export function distinctContexts(all: readonly (readonly string[])[]): number {
  const incidents = atMostOneEach(all);
  const holder = new Map<string, number>();
  const place = (index: number, tried: Set<string>): boolean =>
    (incidents[index] ?? []).some((context) => {
      if (tried.has(context)) return false;
      tried.add(context);
      const before = holder.get(context);
      if (before !== undefined && !place(before, tried)) return false;
      holder.set(context, index);
      return true;
    });
  return incidents.filter((_, index) => place(index, new Set())).length;
}

function mostShared(incidents: readonly (readonly string[])[]): number {
  const counts = new Map<string, number>();
  for (const contexts of incidents) {
    for (const context of contexts) counts.set(context, (counts.get(context) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/**
 * Where the gaps of a group were seen, of the incidents of a window.
 * @param isShown whether a team, as written, is shown under its own name
 */
export function spreadOf(
  mentions: readonly GapMention[],
  of: number,
  isShown: (team: string) => boolean,
): Spread {
  const incidents = contextsByIncident(mentions);
  const ofHidden = incidents.filter((teams) => teams.length > 0 && !teams.some(isShown));
  const shown = incidents.map((teams) => teams.filter(isShown));
  return {
    incidents: incidents.length,
    of,
    contexts: distinctContexts(incidents),
    mostInOne: mostShared(incidents),
    located: incidents.filter((contexts) => contexts.length > 0).length,
    hidden: ofHidden.length,
    mostInOneHidden: mostShared(ofHidden),
    isMostHidden: mostShared(incidents) > mostShared(shown),
  };
}
