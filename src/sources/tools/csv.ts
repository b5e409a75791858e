import { z } from "zod";
import { CSV_LIST, defineSource, form } from "../define.ts";
import { known, noTime, personOf, words } from "../fields.ts";

const ORDERS = ["day-first", "month-first", "slashed-month-first"] as const;
const row = z.object({
  time: z.string(),
  date: words,
  texts: z.array(z.string()),
  people: z.array(z.string()),
  link: words,
  ...{ zone: words, service: words, environment: words, status: words },
  order: z.enum(ORDERS).nullable(),
});

const HAS_DATE = /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;
/** What spreadsheets add to a day. */
const MIDNIGHT = /[T ]0?0:00(?::00(?:\.0+)?)?Z?$/;

/** The date and the time of day of a row in one text. */
function momentOf({ time, date }: Pick<z.output<typeof row>, "time" | "date">): string {
  if (date === null || HAS_DATE.test(time)) return time;
  return `${date.replace(MIDNIGHT, "")} ${time}`.trim();
}

/** A CSV with a column of times, one or more of texts, and, if wanted, of people and links. */
export const csv = defineSource("csv", "CSV", [
  form(
    ({ list }) => list === CSV_LIST,
    row,
    ({ texts, people, link, zone, order, ...rest }, { times, areDeploys = false }) => {
      const named = known(...people.map((name) => personOf(name)));
      const written = momentOf(rest);
      if (written === "" && texts.length === 0) return { skipped: "empty rows" };
      if (written === "") return { people: named, broken: "no time" };
      const read = times.read(written, { zone, order });
      if (typeof read === "string") {
        const why = read === "" ? noTime(written) : `\`${written}\` ${read}`;
        return { people: named, broken: `time: ${why}` };
      }
      if (areDeploys) {
        const { service, environment, status } = rest;
        const change = { at: read.at, kind: "change", what: "Deployment", said: null } as const;
        const deploy = { service, environment, status };
        return { events: [{ ...change, actor: null, link, deploy }], people: named };
      }
      if (texts.length === 0) return { people: named, skipped: "rows without text" };
      const said = [...new Set(texts)].join(": ");
      const [actor = null] = named;
      return {
        events: [{ at: read.at, kind: "message", what: "", said, actor, link }],
        people: named,
      };
    },
  ),
]);
