import { z } from "zod";
import { type Actor, type EventKind, type Form, form } from "../define.ts";
import { instant, keyed, maybe, named, personOf, programOf, says, words } from "../fields.ts";

const author = maybe(z.object({ name: words, type: words }));

const details = z.object({
  ...{ title: words, service: words, status: words, monitor_id: maybe(z.number()), author },
  ...{ monitor: maybe(z.object({ name: words })), evt: maybe(z.object({ category: words })) },
  changed_resource: maybe(z.object({ name: words, type: words })),
});
type Details = z.output<typeof details>;

const event = z.object({
  attributes: z.object({ timestamp: instant, message: words, attributes: maybe(details) }),
});

/** States of alerts of Datadog's two APIs for events: those of monitors have the longer list. */
const FIRES = /^(?:error|failure|warn|warning)$/;
const IS_OVER = /^(?:ok|success)$/;

function kindOf(one: Details | null): EventKind {
  if (one?.changed_resource) return "change";
  // Events of other origin have a status too, which says nothing of an alert.
  const isAlert = one?.monitor || one?.monitor_id || one?.evt?.category === "alert";
  if (one === null || !isAlert) return "note";
  if (FIRES.test(one.status ?? "")) return "alert";
  return IS_OVER.test(one.status ?? "") ? "resolve" : "note";
}

const KIND_WORDS: ReadonlyMap<EventKind, string> = new Map([
  ["alert", "Alert fired"],
  ["resolve", "Alert recovered"],
]);

function changeWords({ changed_resource }: Details): string {
  const { name, type } = changed_resource ?? { name: null, type: null };
  const of = type === "feature_flag" ? "feature flag " : type === "configuration" ? "setting " : "";
  return name === null ? "Change" : `Change of ${of}${named(name)}`;
}

const PROGRAM = /^(?:system|api|automation)$/;

function authorOf(one: Details | null): Actor | null {
  const { name = null, type = null } = one?.author ?? {};
  return PROGRAM.test(type ?? "") ? programOf(name) : personOf(name);
}

function readEvent({
  attributes: { timestamp, message, attributes: one },
}: z.output<typeof event>) {
  const said = one?.title ?? message;
  const kind = kindOf(one);
  if (said === null && kind === "note") return { skipped: "events without text" };
  const what = one && kind === "change" ? changeWords(one) : (KIND_WORDS.get(kind) ?? "Event");
  const found = { at: timestamp, kind, what, said, actor: authorOf(one), link: null };
  return { events: [found] };
}

const deployment = z.object({
  attributes: z.object({
    ...{ started_at: instant, service: words, env: words, version: words },
  }),
});

function readDeployment({ attributes: one }: z.output<typeof deployment>) {
  const { started_at, service, env, version } = one;
  const what = [
    "Deployment",
    ...(service ? [`of ${named(service)}`] : []),
    ...(version ? [`at ${named(version)}`] : []),
    ...(env ? [`to ${named(env)}`] : []),
  ].join(" ");
  const deploy = { environment: env, service, status: null };
  const found = { at: started_at, what, said: null, actor: null, link: null, deploy };
  return { events: [{ ...found, kind: "change" as const }] };
}

const ATTRIBUTES = ["id", "type", "attributes"];
const isOf = (type: RegExp) => keyed(ATTRIBUTES, (value) => says(value, "type", type));

/** Events, those of monitors and changes among them, and deployments of DORA metrics. */
export const EVENT_FORMS: readonly Form[] = [
  form(isOf(/^event$/), event, readEvent),
  form(isOf(/^dora_deployment$/), deployment, readDeployment),
];
