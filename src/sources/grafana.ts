import { z } from "zod";
import { defineSource, form, type FoundEvent } from "./define.ts";
import { hasKeys, instant, known, listOf, maybe, personOf, words } from "./fields.ts";

const annotation = z.object({
  time: instant,
  timeEnd: maybe(instant),
  text: words,
  alertName: words,
  newState: words,
  prevState: words,
  login: words,
  email: words,
  tags: listOf(z.string()),
});

/** What a tag must be for a note to count as a change of the system. */
const CHANGE = /^(?:deploy|deploys|deployment|release|rollout|change|config)$/i;

type Annotation = z.output<typeof annotation>;

function eventOf({ time, text, alertName, newState, login, email, tags }: Annotation): FoundEvent {
  const common = { at: time, link: null };
  const state = newState?.toLowerCase() ?? "";
  const name = alertName ?? "";
  if (/^(?:alerting|firing)/.test(state)) {
    return {
      ...common,
      kind: "alert",
      what: `Alert ${name} fired`.replace("  ", " "),
      said: text,
      actor: null,
    };
  }
  if (state !== "") {
    const kind = /^(?:ok|normal)/.test(state) ? "resolve" : "note";
    const what = `Alert ${name}: ${newState ?? ""}`.replace(" :", ":");
    return { ...common, kind, what, said: text, actor: null };
  }
  const isChange = tags.some((tag) => CHANGE.test(tag));
  const what = isChange ? "Change" : "Annotation";
  return {
    ...common,
    kind: isChange ? "change" : "note",
    what,
    said: text,
    actor: personOf(login, email),
  };
}

/** Grafana: annotations of the HTTP API, which hold changes of state of alerts as well. */
export const grafana = defineSource("grafana", "Grafana", [
  form(
    ({ value }) =>
      hasKeys(value, "time", "text", "tags") &&
      (hasKeys(value, "newState") ||
        hasKeys(value, "dashboardUID") ||
        hasKeys(value, "dashboardId")),
    annotation,
    (one) => ({ events: [eventOf(one)], people: known(personOf(one.login, one.email)) }),
  ),
]);
