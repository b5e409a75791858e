import { z } from "zod";
import { compareText } from "../../core/compare.ts";
import { defineSource, form, type FoundEvent } from "../define.ts";
import { at, hasKeys, instant, keyed, listOf, maybe, named, words } from "../fields.ts";

const texts = maybe(z.record(z.string(), z.unknown())).transform((record) => {
  const entries = Object.entries(record ?? {});
  return new Map(
    entries.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
});

const alert = z.object({
  labels: texts,
  annotations: texts,
  startsAt: instant,
  endsAt: maybe(instant),
  generatorURL: words,
  status: words,
  fingerprint: words,
});
type Alert = z.output<typeof alert>;

/** Whether an alert is over, as a webhook says; the API lists only those that fire, with an end to come. */
function isOver({ status }: Alert): boolean {
  return status === "resolved";
}

/** What distinguishes alerts: all of their labels. */
function identityOf({ fingerprint, labels }: Alert): string {
  return fingerprint ?? JSON.stringify([...labels].toSorted(([a], [b]) => compareText(a, b)));
}

function nameOf({ labels }: Alert): string {
  return named(labels.get("alertname") ?? "without a name");
}

function eventsOf(one: Alert): readonly FoundEvent[] {
  const { annotations, startsAt, endsAt, generatorURL } = one;
  const said = annotations.get("summary") ?? annotations.get("description") ?? null;
  const hasEnded = endsAt !== null && isOver(one);
  const common = { actor: null, link: generatorURL, alert: identityOf(one) };
  const fired: FoundEvent = {
    ...common,
    ...{ at: startsAt, kind: "alert", what: `Alert ${nameOf(one)} fired`, said },
    isFiring: !hasEnded,
  };
  if (!hasEnded) return [fired];
  return [
    fired,
    { ...common, at: endsAt, kind: "resolve", what: `Alert ${nameOf(one)} resolved`, said: null },
  ];
}

function readAlerts(alerts: readonly Alert[]) {
  const labels = (key: string) => [...new Set(alerts.flatMap((one) => one.labels.get(key) ?? []))];
  return {
    events: alerts.flatMap(eventsOf),
    facts: {
      title: alerts[0]?.annotations.get("summary") ?? null,
      severity: labels("severity")[0] ?? null,
      services: labels("service"),
      teams: labels("team"),
    },
  };
}

const ALERT = ["labels", "annotations", "startsAt"];

function firstOf(value: unknown): unknown {
  const alerts: unknown = at(value, "alerts");
  return Array.isArray(alerts) ? alerts[0] : undefined;
}

/** Prometheus Alertmanager: alerts and groups of the API v2, and the body of its webhooks. */
export const alertmanager = defineSource("alertmanager", "Alertmanager", [
  form(keyed(ALERT), alert, (one) => readAlerts([one])),
  form(
    ({ value }) => hasKeys(firstOf(value), ...ALERT),
    z.object({ alerts: listOf(alert) }),
    ({ alerts }) => readAlerts(alerts),
  ),
  form(keyed(["receiver", "groupLabels", "commonLabels"]), z.object({}), () => ({
    skipped: "heads of webhooks",
  })),
]);
