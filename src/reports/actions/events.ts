import type { Postmortem } from "../../core/postmortem.ts";
import type { CalendarEvent } from "../../core/time/calendar-event.ts";
import type { Query } from "../define.ts";
import { type ActionMention, ownerLabel } from "./mentions.ts";
import type { PlannedReview } from "./reviews.ts";

function incidentName({ title, id }: Postmortem): string {
  return title === null ? id.value : `${title.value} (${id.value})`;
}

/** Events by their keys, of which those that repeat get a number. */
function numbered(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const name = JSON.stringify(event.key);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? event : { ...event, key: [...event.key, String(count)] };
  });
}

/** The days on which open actions and reviews are due, in the order of the documents. */
export function dueEvents(
  open: readonly ActionMention[],
  reviews: readonly PlannedReview[],
  { taxonomy }: Query,
): readonly CalendarEvent[] {
  const actions = open.flatMap(({ action, incident, due }): readonly CalendarEvent[] => {
    if (due === null) return [];
    const owner = ownerLabel(action, taxonomy);
    return [
      {
        key: ["action", incident.id.value, action.title.value],
        date: due,
        summary: `Action due: ${action.title.value}`,
        description: [`Owner: ${owner}`, `Incident: ${incidentName(incident)}`],
      },
    ];
  });
  const held = reviews.flatMap(({ incident, due }): readonly CalendarEvent[] => {
    if (due === null) return [];
    const criteria = incident.review?.criteria?.value;
    return [
      {
        key: ["review", incident.id.value],
        date: due,
        summary: `Review due: ${incident.title?.value ?? incident.id.value}`,
        description: [
          ...(criteria === undefined ? [] : [`Criteria: ${criteria}`]),
          `Incident: ${incidentName(incident)}`,
        ],
      },
    ];
  });
  return numbered([...actions, ...held]);
}
