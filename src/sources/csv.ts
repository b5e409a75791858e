import { z } from "zod";
import { CSV_LIST, defineSource, form } from "./define.ts";
import { hasKeys, known, localInstantOf, noTime, personOf, words } from "./fields.ts";

const row = z.object({
  time: z.string({ error: "no time" }),
  text: words,
  who: words,
  link: words,
});

/** A CSV with the columns `time` and `text`, and, if wanted, `who` and `link`. */
export const csv = defineSource("csv", "CSV", [
  form(
    ({ list, value }) => list === CSV_LIST && hasKeys(value, "time", "text"),
    row,
    ({ time, text, who, link }, { timeZone }) => {
      const actor = personOf(who);
      const people = known(actor);
      const instant = localInstantOf(time, timeZone);
      if (instant === null) return { people, broken: `time: ${noTime(time)}` };
      if (text === null) return { people, skipped: "rows without text" };
      return {
        events: [{ at: instant, kind: "message", what: "", said: text, actor, link }],
      };
    },
  ),
]);
