import fc, { type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClockFormName } from "../../../src/assemble/written/clock-times.ts";
import type { DateFormName, WrittenDate } from "../../../src/assemble/written/date-forms.ts";
import type { NUMBER_FORMS } from "../../../src/assemble/written/numbers-date.ts";
import { splitTimeHead } from "../../../src/assemble/written/time-head.ts";
import { readWrittenTime } from "../../../src/assemble/written/times.ts";
import { CONTEXT } from "../../support/context.ts";

const { vocabulary } = CONTEXT;
const REST = "errors rise";

/** A text, and what the reader must make of it. */
interface Written<Value> {
  readonly text: string;
  readonly value: Value;
}

function padded(number: number): string {
  return String(number).padStart(2, "0");
}

function oneOf<T>(...values: readonly T[]): Arbitrary<T> {
  return fc.constantFrom(...values);
}

const year = fc.integer({ min: 2001, max: 2039 });
const month = fc.integer({ min: 1, max: 12 });
/** Above 12, so that it is no month. */
const day = fc.integer({ min: 13, max: 28 });
const parts = fc.record({ year, month, day, isPadded: fc.boolean() });

function monthName(number: number): Arbitrary<string> {
  const spellings = vocabulary.months[number - 1] ?? [];
  return oneOf(
    ...spellings.flatMap((name) => [name, `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`]),
  );
}

const ordinal = oneOf("", "th");

/** Dates in every form that the reader has: one without a generator does not compile. */
const DATES: Readonly<
  Record<DateFormName | keyof typeof NUMBER_FORMS, Arbitrary<Written<WrittenDate>>>
> = {
  iso: fc.tuple(parts, oneOf("-", "/", ".")).map(([{ isPadded, ...value }, sign]) => {
    const numbers = [value.month, value.day].map((one) => (isPadded ? padded(one) : String(one)));
    return { text: [value.year, ...numbers].join(sign), value };
  }),
  kanji: fc.tuple(year, month, day, fc.boolean()).map(([own, number, one, hasYear]) => {
    const value = { year: hasYear ? own : null, month: number, day: one };
    return { text: `${hasYear ? `${own}年` : ""}${number}月${one}日`, value };
  }),
  yearFirst: parts.chain(({ year: own, month: number, day: one }) =>
    fc.tuple(monthName(number), oneOf("-", "/", " ")).map(([name, sign]) => ({
      text: [own, name, one].join(sign),
      value: { year: own, month: number, day: one },
    })),
  ),
  monthFirst: parts.chain(({ year: own, month: number, day: one }) =>
    fc
      .tuple(
        monthName(number),
        ordinal,
        oneOf("", ".", "-29", "–29th"),
        oneOf(" ", ", "),
        fc.boolean(),
      )
      .map(([name, suffix, last, comma, hasYear]) => {
        const to = last === "." ? "" : last;
        const dot = last === "." && suffix === "" && hasYear ? "." : "";
        const end = hasYear ? `${dot === "" ? comma : " "}${own}` : "";
        const value = { year: hasYear ? own : null, month: number, day: one };
        return { text: `${name} ${one}${suffix}${dot}${to}${end}`, value };
      }),
  ),
  dayFirst: parts.chain(({ year: own, month: number, day: one }) =>
    fc
      .tuple(
        monthName(number),
        oneOf("", "th", "."),
        oneOf("", "-29", " – 29th"),
        oneOf(" ", "/", "-", " of ", " de "),
        fc.boolean(),
      )
      .map(([name, suffix, last, between, hasYear]) => {
        const sign = between === " of " ? " " : between;
        const value = { year: hasYear ? own : null, month: number, day: one };
        return {
          text: `${one}${suffix}${last}${between}${name}${hasYear ? `${sign}${own}` : ""}`,
          value,
        };
      }),
  ),
  withYear: fc
    .tuple(parts, oneOf("/", ".", "-"), fc.boolean())
    .map(([{ isPadded, ...value }, sign, isDayFirst]) => {
      const numbers = isDayFirst ? [value.day, value.month] : [value.month, value.day];
      const written = numbers.map((one) => (isPadded ? padded(one) : String(one)));
      return { text: [...written, value.year].join(sign), value };
    }),
  withoutYear: fc.tuple(parts, oneOf("/", "-"), fc.boolean()).map(([one, sign, isDayFirst]) => {
    const numbers = isDayFirst ? [one.day, one.month] : [one.month, one.day];
    return {
      text: numbers.map(padded).join(sign),
      value: { year: null, month: one.month, day: one.day },
    };
  }),
  dotted: fc.tuple(parts, oneOf("", ".")).map(([one, dot]) => ({
    text: `${padded(one.day)}.${padded(one.month)}${dot}`,
    value: { year: null, month: one.month, day: one.day },
  })),
};

const hour = fc.integer({ min: 0, max: 23 });
const minute = fc.integer({ min: 0, max: 59 });
const half = oneOf("am", "pm", " AM", " PM", " a.m.", " p.m.");

function clockText(hours: number, minutes: number, seconds = 0): string {
  return [hours, minutes, seconds].map(padded).join(":");
}

function ofHalf(number: number, written: string): number {
  return (number % 12) + (/p/i.test(written) ? 12 : 0);
}

/** Times of day in every form that the reader has, with the time as the reader tells it. */
const CLOCKS: Readonly<Record<ClockFormName, Arbitrary<Written<string>>>> = {
  inFour: fc.tuple(hour, minute, oneOf(" hrs", "h", " hours")).map(([hours, minutes, behind]) => {
    const text = `${padded(hours)}${padded(minutes)}${behind}`;
    return { text, value: clockText(hours, minutes) };
  }),
  toMinute: fc.oneof(
    fc.tuple(hour, minute, oneOf(":", ".", "h")).map(([hours, minutes, sign]) => {
      return {
        text: `${padded(hours)}${sign}${padded(minutes)}`,
        value: clockText(hours, minutes),
      };
    }),
    fc.tuple(hour, minute, minute).map(([hours, minutes, seconds]) => {
      const value = clockText(hours, minutes, seconds);
      return { text: value, value };
    }),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), minute, half, oneOf(":", "."))
      .map(([number, minutes, own, sign]) => {
        const value = clockText(ofHalf(number, own), minutes);
        return { text: `${number}${sign}${padded(minutes)}${own}`, value };
      }),
    fc
      .tuple(hour, minute, oneOf("-", " - ", " – ", " to ", " until ", " till ", " and "))
      .map(([hours, minutes, to]) => {
        const text = `${padded(hours)}:${padded(minutes)}${to}23:59`;
        return { text, value: clockText(hours, minutes) };
      }),
  ),
  hour: fc.tuple(fc.integer({ min: 1, max: 12 }), half).map(([number, own]) => {
    return { text: `${number}${own}`, value: clockText(ofHalf(number, own), 0) };
  }),
  inKanji: fc
    .tuple(fc.integer({ min: 1, max: 11 }), minute, oneOf("", "午前", "午後"))
    .map(([hours, minutes, own]) => {
      const value = clockText(hours + (own === "午後" ? 12 : 0), minutes);
      return { text: `${own}${hours}時${minutes}分`, value };
    }),
};

const single = Object.keys(vocabulary.zones).filter((name) => !name.includes(" "));
const ZONES: Arbitrary<Written<string | null>> = oneOf<Written<string | null>>(
  { text: "", value: null },
  { text: " UTC+2", value: "UTC+2" },
  { text: " (UTC)", value: "UTC" },
  { text: " Europe/Oslo", value: "Europe/Oslo" },
  { text: " America/New_York", value: "America/New_York" },
  ...single.map((name) => ({ text: ` ${name}`, value: name })),
);

/** Also by their numbers alone, which are read behind another number. */
const OFFSETS: Arbitrary<Written<string | null>> = oneOf(
  { text: " +02:00", value: "+02:00" },
  { text: "+02:00", value: "+02:00" },
  { text: " -0530", value: "-05:30" },
);

/** Counts from the start, in minutes. */
const COUNTS: Arbitrary<Written<number>> = oneOf(
  { text: "T+25m", value: 25 },
  { text: "T+1:50", value: 110 },
  { text: "T+1h05", value: 65 },
  { text: "T-10 min", value: -10 },
  { text: "T0", value: 0 },
  { text: "+1h 5m", value: 65 },
  { text: "+ 90 seconds", value: 1.5 },
  { text: "T+5m to T+10m", value: 5 },
  { text: "T+2 days", value: 2880 },
);

const weekday = oneOf(
  "",
  ...vocabulary.weekdays.flat().flatMap((name) => [`${name} `, `${name}, `]),
);
const about = oneOf(
  "",
  "~",
  "≈ ",
  "about ",
  "around ",
  "approx. ",
  "approximately ",
  "circa ",
  "ca. ",
  "c. ",
  "at ",
);
const wrapping = oneOf(["", ""], ["[", "]"], ["(", ")"], ["`", "`"], ["**", "**"]);
/** A dash behind a time with a half of the day would begin a range. */
const behind = oneOf(": ", " – ", " | ", " → ");

interface Row {
  readonly date: WrittenDate | null;
  readonly time: string | null;
  readonly minutes: number | null;
  readonly zone: string | null;
}

const NOTHING: Row = { date: null, time: null, minutes: null, zone: null };

const anyDate = fc.oneof(...Object.values(DATES));
/** One without a year is only read right before a time. */
const lastingDate = fc.oneof(DATES.iso, DATES.monthFirst, DATES.dayFirst, DATES.withYear);
const anyClock = fc
  .tuple(about, fc.oneof(...Object.values(CLOCKS)), ZONES)
  .map(([lead, clock, zone]): Written<Row> => {
    return {
      text: `${lead}${clock.text}${zone.text}`,
      value: { ...NOTHING, time: clock.value, zone: zone.value },
    };
  });

const ROWS: Readonly<Record<string, Arbitrary<Written<Row>>>> = {
  "a time of day": anyClock,
  "a date": fc.tuple(weekday, lastingDate).map(([name, date]) => {
    return { text: `${name}${date.text}`, value: { ...NOTHING, date: date.value } };
  }),
  "a date and a time of day": fc
    .tuple(weekday, lastingDate, oneOf(" ", ", ", " at ", " – ", " @ "), anyClock)
    .map(([name, date, between, clock]) => {
      return {
        text: `${name}${date.text}${between}${clock.text}`,
        value: { ...clock.value, date: date.value },
      };
    }),
  "a date right before its time": fc
    .tuple(anyDate, oneOf(" ", ", "), hour, minute, fc.oneof(ZONES, OFFSETS))
    .map(([date, between, hours, minutes, zone]) => {
      const text = `${date.text}${between}${padded(hours)}:${padded(minutes)}${zone.text}`;
      const time = clockText(hours, minutes);
      return { text, value: { ...NOTHING, date: date.value, time, zone: zone.value } };
    }),
  "an ISO instant": fc
    .tuple(parts, hour, minute, oneOf("Z", "+02:00", ""))
    .map(([one, hours, minutes, zone]) => {
      const date = { year: one.year, month: one.month, day: one.day };
      const days = [one.year, padded(one.month), padded(one.day)].join("-");
      const text = `${days}T${padded(hours)}:${padded(minutes)}${zone}`;
      return {
        text,
        value: { ...NOTHING, date, time: clockText(hours, minutes), zone: zone || null },
      };
    }),
  "a time before its date": fc
    .tuple(fc.tuple(hour, minute), oneOf(" on ", ", "), lastingDate)
    .map(([[hours, minutes], between, date]) => {
      const text = `${padded(hours)}:${padded(minutes)}${between}${date.text}`;
      return { text, value: { ...NOTHING, date: date.value, time: clockText(hours, minutes) } };
    }),
  "a count from the start": COUNTS.map(({ text, value }) => ({
    text,
    value: { ...NOTHING, minutes: value },
  })),
  "a count with its time of day": fc.tuple(hour, minute, ZONES).map(([hours, minutes, zone]) => {
    const text = `T+5m (${padded(hours)}:${padded(minutes)}${zone.text.replace(/[()]/g, "")})`;
    return {
      text,
      value: { ...NOTHING, time: clockText(hours, minutes), minutes: 5, zone: zone.value },
    };
  }),
};

function readRow(text: string): Row {
  const { date, time, counted, zone } = readWrittenTime(text, vocabulary);
  return { date, time: time?.toString() ?? null, minutes: counted?.minutes ?? null, zone };
}

describe("whatever the reader of times reads, the head of a row is recognised by", () => {
  test.each(Object.entries(ROWS))("%s", (_name, rows) => {
    fc.assert(
      fc.property(rows, wrapping, behind, ({ text, value }, [open = "", close = ""], sign) => {
        expect(readRow(text)).toEqual(value);
        const found = splitTimeHead(`${open}${text}${close}${sign}${REST}`, vocabulary);
        expect({ ...found, head: readRow(found?.head ?? "") }).toEqual({ head: value, rest: REST });
      }),
      { numRuns: 300 },
    );
  });
});
