import type { PlantedName } from "./names.ts";

/** What a place is: a list of people, a text that names one, a handle or address, or a term. */
export type PlaceKind = "listing" | "mention" | "signed" | "term";

/** A place of a document in which a name is planted, `{}` for each of them. */
interface Place {
  readonly kind: PlaceKind;
  readonly part: "frontmatter" | "body";
  readonly template: string;
}

function places(
  kind: PlaceKind,
  part: Place["part"],
  templates: readonly string[],
): readonly Place[] {
  return templates.map((template) => ({ kind, part, template }));
}

const GAP = "competency: messaging.backpressure, kind: knowledge, team: payments";

/** Keys under which the frontmatter lists people; each stands once. */
const LISTED_IN_FRONTMATTER = places("listing", "frontmatter", [
  "authors: [{}]",
  "author: {}",
  "assignee: {}",
  "assignees: [{}]",
  "owner: {}",
  "reviewers:\n  - {}",
  "contributors:\n  - { name: {}, team: payments }",
  "incident_commander: {}",
  "scribe: {}",
  "roles: { communications_lead: {} }",
  "attendees: [{}]",
  "participants: {}",
  "responders:\n  - name: {}",
  "approvers: [{}]",
  "prepared_by: {}",
  "metadata: { tech_lead: {}, written_by: nobody }",
  "reporter: {}",
  "dri: {}",
]);

const LISTED_IN_BODY = places("listing", "body", [
  "**Incident Commander:** {}",
  "**Authors**: {}",
  "**Owner:** {}",
  "Scribe: {}",
  "Written by: {}",
  "Participants:\n\n- {}",
  "On the call: {}",
  "## Attendees\n\n- {}",
  "### Responders\n\n{}",
  "## Incident roles\n\n* Commander: {}\n* Deputy: the payments team",
  "## People involved\n\n1. {} (payments)",
  "| Role | Person |\n|---|---|\n| IC | {} |",
  "| Responders | At |\n|---|---|\n| {} | 02:15 |",
  "| Name of person | Team |\n|---|---|\n| {} | payments |",
  "| Comms lead | {} |\n|---|---|\n| Severity | P2 |",
  "## Reviewed by\n\n- {}, payments",
  "## Authors\n\n{} | platform",
  "## Participants\n\n> {}",
]);

const MENTIONED_IN_FRONTMATTER = places("mention", "frontmatter", [
  "title: {} broke the checkout by a deploy",
  "id: incident-of-{}",
  "summary: {} saw the queue grow",
  "impact: Customers called {} for an hour",
  "resolution: {} rolled the release back",
  "root_cause: {} had changed the timeout",
  "lessons: [Nobody but {} knew the queue]",
  "tags: [queue, {}]",
  "note: ask {} first",
  "links: [{ title: notes of {}, url: https://example.com/notes }]",
  `gaps:\n  - { ${GAP}, evidence: {} read lag as a dip }\n  - { ${GAP}, phase: diagnose, evidence: Only {} knew lag }\n  - { ${GAP}, evidence: We waited for {}'s answer }\n  - { ${GAP}, evidence: "deploy by {}, unreviewed" }`,
  "escalations:\n  - { at: 2026-03-02T02:40:00Z, from: payments, to: platform, reason: expertise, competency: messaging.backpressure, evidence: {} paged platform }\n  - { from: platform, to: payments, reason: access, evidence: access was with {} }",
  "actions:\n  - { title: Pair with {}, owner: platform, due: 2026-09-01, status: open }\n  - { title: Write down what {} knows, owner: payments, status: done, done: asked {} }\n  - { title: Replace the tool of {}, status: waits for {}, due: when {} is back }",
  "review: { due: 2026-06-01, criteria: {} is not needed for a diagnosis }",
  "conditions: { responders: 6, familiarity: low }\nstaffing_note: {} was on leave",
]);

const MENTIONED_IN_BODY = places("mention", "body", [
  "# What {} did that night",
  "## Summary\n\n{} deployed the checkout. Then {} saw errors. The queue of {} grew, and **{}** called for help.",
  "## Impact\n\nCustomers wrote to {}. Orders that {} had approved were lost.",
  "## Detection\n\nAn alert woke {}.",
  "### The night of {}\n\nIt was quiet until then.",
  "## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n| 02:00 | {} deploys the checkout |\n| 02:10 | Alert wakes {} |\n| 02:40 | Platform paged by {} |\n| 03:10 | {} finds the cause |\n| 03:40 | Resolved by {} |",
  "## Contributing factors\n\n- {} was unfamiliar with consumer lag. (gap: messaging.backpressure, knowledge)\n- Nobody but {} knew how to read a trace.\n- Only {} has access to the node. (gap: deployment.rollback, access)\n- The runbook of {} was out of date.\n- We did not know that {} had changed the limit.",
  "## Root cause\n\nThe timeout that {} had set was too short. {} did not know about the retry storm.",
  "## Escalations\n\n| From | To | Reason |\n|---|---|---|\n| payments | platform | {} did not know the broker |",
  "## What went well\n\n- {} answered at once.\n- The dashboard of {} helped.",
  "## What we learned\n\n- We depend on {}.\n- {} should not be the only one who can read lag.",
  "## Open questions\n\n- Why did {} have no access?",
  "## Actions\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Pair with {} | platform | 2026-08-01 | open |\n| Document what {} did | payments | 2026-05-01 | done |\n| Ask {} for the dashboard | platform | when {} is back | waits for {} |\n\n- [ ] Move the scripts of {} (owner: platform)\n- [x] Rotate the key of {}",
  "## Follow-up review\n\nDue: 2026-06-01\n\nCriteria: a queue incident is diagnosed without {}",
  "## Notes of {}\n\nSee the recording.",
  "**Note of {}:** the graph was wrong",
  "1. First, {} restarted the consumer.\n2. Then {} waited.",
  "<details><summary>Log of {}</summary>\n\nIt was {} who ran it.\n\n</details>",
  "> {} said that it was a dip.",
  "![Graph by {}](graph.png) and [notes by {}](notes.md)",
  "`restart --by {}` was run.",
  "## Where we got lucky\n\n- {} happened to be awake.\n- {}'s laptop was at hand, said {}.",
  "## Narrative\n\nAt first {} thought of the network. *{}* asked {} to look at the broker; nobody told {}.",
  "## Follow-up of {}\n\n- Talk to {}\n  - and to {}\n    - or {}",
  "| Time | Who | What |\n|---|---|---|\n| 03:50 | on call | called {} and {} |",
  "Severity: P2, as {} had said; {} disagreed.",
]);

const SIGNED = [
  ...places("signed", "frontmatter", [
    "contact_channel: ask @{handle}",
    "notes: [mail to {handle}@example.com]",
    "origin: <@U0{digits}|{full}>",
  ]),
  ...places("signed", "body", [
    "**Team:** @{handle}",
    "**Services:** checkout (@{handle})",
    "**Detected by:** @{handle}",
    "Then @{handle} restarted the consumer.",
    "Mail {handle}@example.com, or {handle} at example dot com.",
    "cc [~{handle}] and hachyderm.io/@{handle}",
    "- [ ] @{handle}: rotate the key\n- [ ] Check the limits @{handle}",
    "| Action | Owner |\n|---|---|\n| Game day | @{handle} |",
  ]),
];

/** Names in the place of terms, which an aggregate prints only where the taxonomy lists them. */
const TERMS = places("term", "frontmatter", [
  "severity: {}",
  "services: [checkout, {}]",
  "teams: [payments, {}]",
  "detected_by: {}",
  "trigger: change by {}",
  "causes: [process, {}]",
]);

/** All places, in the order of a document. */
export const PLACES: readonly Place[] = [
  ...LISTED_IN_FRONTMATTER,
  ...MENTIONED_IN_FRONTMATTER,
  ...TERMS,
  ...SIGNED.filter(({ part }) => part === "frontmatter"),
  ...MENTIONED_IN_BODY.slice(0, 1),
  ...LISTED_IN_BODY,
  ...MENTIONED_IN_BODY.slice(1),
  ...SIGNED.filter(({ part }) => part === "body"),
];

/** How many names stand in a place. */
export function slotsOf({ template }: Place): number {
  return template.match(/\{(?:handle|full)?\}/gu)?.length ?? 0;
}

/** Names that a document takes, by kind of place. */
export const NAMES_OF_A_DOCUMENT = {
  listing: PLACES.filter(({ kind }) => kind === "listing").length,
  signed: PLACES.filter(({ kind }) => kind === "signed").length,
  term: PLACES.filter(({ kind }) => kind === "term").length,
};

/** The forms in which a listed name is mentioned. */
const FORMS: readonly ((name: PlantedName) => string)[] = [
  ({ full }) => full,
  ({ first }) => first,
  ({ last }) => last,
  ({ full }) => full.toUpperCase(),
  ({ full, first, last }) => (full === first ? full : `${last} ${first}`),
];

function handleOf({ full, first, last }: PlantedName): string {
  return full === first ? full : `${first}.${last}`.toLowerCase();
}

/** A document with names planted in all places. */
export function plantedDocument(
  names: {
    readonly listed: readonly PlantedName[];
    readonly signed: readonly PlantedName[];
    readonly terms: readonly PlantedName[];
  },
  seed: number,
): string {
  const taken = { listing: 0, mention: seed, signed: 0, term: 0 };
  const next = (kind: PlaceKind): PlantedName => {
    const from = kind === "signed" ? names.signed : kind === "term" ? names.terms : names.listed;
    const name = from[taken[kind] % from.length];
    taken[kind] += 1;
    if (!name) throw new Error(`No name for ${kind}`);
    return name;
  };
  const filled = ({ kind, template }: Place): string => {
    const signed = kind === "signed" ? next("signed") : null;
    if (signed) {
      return template
        .replaceAll("{handle}", handleOf(signed))
        .replaceAll("{full}", signed.full)
        .replaceAll("{digits}", String(seed));
    }
    return template.replaceAll("{}", () => {
      const name = next(kind);
      const form = kind === "mention" ? FORMS[taken.mention % FORMS.length] : FORMS[0];
      return form?.(name) ?? name.full;
    });
  };
  const texts = (part: Place["part"]) => PLACES.filter((place) => place.part === part).map(filled);
  const times =
    "status: final\ntimes:\n  started: 2026-03-02T02:00:00Z\n  detected: 2026-03-02T02:10:00Z\n  diagnosed: 2026-03-02T03:10:00Z\n  resolved: 2026-03-02T03:40:00Z";
  const month = String(1 + (seed % 6)).padStart(2, "0");
  const day = String(1 + (Math.floor(seed / 6) % 28)).padStart(2, "0");
  // Two incidents that start at once may be taken for copies of one.
  const dated = times.replaceAll("2026-03-02", `2026-${month}-${day}`);
  return `---\n${dated}\n${texts("frontmatter").join("\n")}\n---\n\n${texts("body").join("\n\n")}\n`;
}
