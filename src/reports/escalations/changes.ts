import type { Taxonomy } from "../../core/taxonomy.ts";
import { groupByEach } from "../shared/grouping.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { type ShareChange, shareChanges } from "../shared/share-change.ts";
import { type EscalationMention } from "./mentions.ts";

/** The escalations of the window that was asked for to compare with. */
export interface ComparedEscalations {
  readonly priorMentions: readonly EscalationMention[];
  /** The incidents of the window, and of the other one, with an escalation or without. */
  readonly of: number;
  readonly priorOf: number;
}

/** All that the tables of the escalations report count, read once. */
export interface EscalationData {
  readonly mentions: readonly EscalationMention[];
  /** Null where no other window was asked for. */
  readonly compared: ComparedEscalations | null;
  readonly taxonomy: Taxonomy;
  /** Whether escalations count that nobody has confirmed. */
  readonly suggested: boolean;
}

/** How the share of incidents of each row of a table changed, by the row's key; empty for no other window. */
export function escalationChanges(
  compared: ComparedEscalations | null,
  mentions: readonly EscalationMention[],
  keysOf: (mention: EscalationMention) => readonly string[],
): ReadonlyMap<string, ShareChange> {
  if (compared === null || compared.of === 0 || compared.priorOf === 0) return new Map();
  const now = groupByEach(mentions, keysOf);
  const before = groupByEach(compared.priorMentions, keysOf);
  const keys = [...new Set([...now.keys(), ...before.keys()])];
  const count = (members: readonly EscalationMention[] | undefined) =>
    incidentsOf(members ?? []).length;
  const changes = shareChanges(
    keys.map((key) => ({
      now: { count: count(now.get(key)), of: compared.of },
      before: { count: count(before.get(key)), of: compared.priorOf },
    })),
  );
  return new Map(
    keys.flatMap((key, index) => {
      const change = changes[index];
      return change ? [[key, change] as const] : [];
    }),
  );
}
