import { z } from "zod";
import { CSV_LIST, defineSource, form, type FoundEvent } from "../define.ts";
import { hasKeys, instant, known, listOf, maybe, named, personOf, words } from "../fields.ts";

const annotation = z.object({
  time: instant,
  timeEnd: maybe(instant),
  text: words,
  alertName: words,
  newState: words,
  prevState: words,
  login: words,
  email: words,
  userName: words,
  tags: listOf(z.string()),
});

/** What a tag must be for a note to count as a change of the system. */
const CHANGE = /^(?:deploy|deploys|deployment|release|rollout|change|config)$/i;

type Annotation = z.output<typeof annotation>;

function authorOf({ login, email, userName }: Annotation) {
  return personOf(login, email, userName);
}

function eventOf(one: Annotation): FoundEvent {
  const { time, text, alertName, newState, tags } = one;
  const common = { at: time, link: null };
  const state = newState?.toLowerCase() ?? "";
  const name = alertName === null ? "" : named(alertName);
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
    const what = `Alert ${name}: ${named(newState ?? "")}`.replace(" :", ":");
    return { ...common, kind, what, said: text, actor: null };
  }
  const isChange = tags.some((tag) => CHANGE.test(tag));
  const what = isChange ? "Change" : "Annotation";
  return {
    ...common,
    kind: isChange ? "change" : "note",
    what,
    said: text,
    actor: authorOf(one),
  };
}

/** What only an annotation has beside its time and text. Fields that are empty are left out. */
const OWN = ["dashboardUID", "dashboardId", "alertName", "avatarUrl", "userUID", "prevState"];

function isAnnotation(value: unknown): boolean {
  if (!hasKeys(value, "time")) return false;
  if (hasKeys(value, "newState")) return true;
  const isDescribed = hasKeys(value, "text") || hasKeys(value, "tags");
  return isDescribed && (hasKeys(value, "id", "userId") || OWN.some((key) => hasKeys(value, key)));
}

/** Grafana: annotations of the HTTP API, which hold changes of state of alerts as well. */
export const grafana = defineSource("grafana", "Grafana", [
  form(
    ({ value, list }) => list !== CSV_LIST && isAnnotation(value),
    annotation,
    (one) => ({ events: [eventOf(one)], people: known(authorOf(one)) }),
  ),
]);
