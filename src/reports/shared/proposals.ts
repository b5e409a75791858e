import type { Proposal } from "../../core/document/proposal.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Query } from "../define.ts";
import { startedIn } from "./selection.ts";

/** How many documents are read again for proposals, at most: that takes about 0.1 s each. */
const MOST_READ = 30;

/** What it is called, a rule whose page shows how to write it, and up to which share of incidents it is rare. */
const TYPES = {
  gap: { noun: "gaps", rule: "gap-tag-syntax", rare: 1 / 2 },
  // Most incidents have none.
  escalation: { noun: "escalations", rule: "escalation-reason", rare: 0 },
} as const;

/** Whether so few of some incidents record something that it pays to say what their prose proposes. */
export function isRare(incidents: readonly Postmortem[], type: Proposal["type"]): boolean {
  const { noun, rare } = TYPES[type];
  const recorded = incidents.filter((incident) => incident[noun].length > 0).length;
  return incidents.length > 0 && (recorded === 0 || recorded < incidents.length * rare);
}

/**
 * Whether a report on these postmortems is so empty that proposals are worth their time: they are few,
 * and those in the window record next to nothing of it.
 * @param type "all" for a report about the proposals themselves
 */
export function wantsProposals(
  postmortems: readonly Postmortem[],
  window: Query["window"],
  type: Proposal["type"] | "all",
): boolean {
  if (postmortems.length > MOST_READ) return false;
  if (type === "all") return postmortems.length > 0;
  return isRare(startedIn(postmortems, window), type);
}

/** What `pm suggest` proposes for some incidents, as the end of a sentence; how much where it is known. */
export function proposed(
  { proposals }: Query,
  incidents: readonly Postmortem[],
  type: Proposal["type"],
): string {
  const { noun, rule } = TYPES[type];
  if (proposals === undefined) return `\`pm suggest\` proposes ${noun} from the prose`;
  const paths = new Set(incidents.map(({ path }) => path));
  const count = proposals.filter((one) => one.type === type && paths.has(one.path)).length;
  if (count > 0) return `\`pm suggest\` proposes ${count} from the prose`;
  return `\`pm suggest\` finds none in the prose; \`pm explain ${rule}\` shows how to write them`;
}
