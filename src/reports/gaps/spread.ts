import { incidentsOf } from "../shared/mentions.ts";
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
  if (incidentsOf(mentions).length === mentions.length) return mentions.map(lackingOf);
  const byIncident = new Map<GapMention["incident"], readonly string[]>();
  for (const { incident, lacking } of mentions) {
    const known = byIncident.get(incident);
    byIncident.set(incident, known ? [...new Set([...known, ...lacking])] : lacking);
  }
  return [...byIncident.values()];
}

const lackingOf = ({ lacking }: GapMention) => lacking;

/** Contexts, and how many incidents name just these. */
interface Alike {
  readonly contexts: readonly string[];
  readonly incidents: number;
}

function alike(incidents: readonly (readonly string[])[]): readonly Alike[] {
  const found = new Map<string, { readonly contexts: readonly string[]; incidents: number }>();
  for (const contexts of incidents) {
    const [only = ""] = contexts;
    const key = contexts.length === 1 ? ` ${only}` : JSON.stringify(contexts);
    const known = found.get(key);
    if (known) known.incidents += 1;
    else found.set(key, { contexts, incidents: 1 });
  }
  return [...found.values()];
}

function sum(some: readonly Alike[]): number {
  return some.reduce((whole, { incidents }) => whole + incidents, 0);
}

/**
 * How many contexts can each be given an incident of their own: a maximum matching, found by
 * augmenting paths (H. W. Kuhn, "The Hungarian Method for the Assignment Problem", 1955).
 * @internal For tests.
 */
export function distinctContexts(all: readonly (readonly string[])[]): number {
  return placed(alike(all));
}

function placed(all: readonly Alike[]): number {
  // Of the incidents with the same contexts, no more than these contexts can be given to.
  const incidents = all.flatMap(({ contexts, incidents: count }) =>
    Array.from({ length: Math.min(count, contexts.length) }, () => contexts),
  );
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

function mostShared(some: readonly Alike[]): number {
  const counts = new Map<string, number>();
  for (const { contexts, incidents } of some) {
    for (const context of contexts) counts.set(context, (counts.get(context) ?? 0) + incidents);
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
  const all = alike(contextsByIncident(mentions));
  const located = all.filter(({ contexts }) => contexts.length > 0);
  const ofHidden = located.filter(({ contexts }) => !contexts.some(isShown));
  const shown = all.map((one) => ({ ...one, contexts: one.contexts.filter(isShown) }));
  return {
    incidents: sum(all),
    of,
    contexts: placed(all),
    mostInOne: mostShared(all),
    located: sum(located),
    hidden: sum(ofHidden),
    mostInOneHidden: mostShared(ofHidden),
    isMostHidden: mostShared(all) > mostShared(shown),
  };
}
