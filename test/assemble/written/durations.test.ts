import { expect, test } from "vitest";
import { durationAtEnd, parseDurationText } from "../../../src/assemble/written/durations.ts";
import { CONTEXT } from "../../support/context.ts";
import { LANGUAGES } from "../../support/languages.ts";

const WORDS = CONTEXT.vocabulary.duration_words;

test.each([
  ["1h 28m", 88],
  ["19 hours 43 minutes.", 1183],
  ["1h40", 100],
  ["~1h05 (most of it the build)", 65],
  ["2 h 30", 150],
  ["544 minutes", 544],
  ["279 minutes [^3]", 279],
  ["11 Days", 15_840],
  ["~2h", 120],
  ["2d 1h 29m", 2969],
  ["90 seconds", 2],
  ["1 hr. 20 min.", 80],
  ["approx. 40 min", 40],
  ["just over 2 hours", 120],
  ["1 hour and 5 minutes", 65],
  ["2 days, 1 hour", 2940],
  ["1,440 minutes", 1440],
  ["1.5 hours", 90],
  ["PT1H27M", 87],
  ["PT12M", 12],
  ["P1DT2H", 1560],
  ["P2W", 20_160],
  ["PT90.5S", 2],
  ["01:27:00", 87],
  ["1:05 h", 65],
  ["~1:05 hrs", 65],
  ["P1M", null],
  ["P", null],
  ["01:27", null],
  ["1:75:00", null],
  ["1:05 min", null],
  ["N/A", null],
  ["?", null],
  ["YYY", null],
  ["5 apples", null],
  ["about lunch", null],
  ["two hours", null],
  ["more than 2 hours", null],
  ["45", null],
  ["", null],
])("%j is %j minutes", (text, minutes) => {
  expect(parseDurationText(text, WORDS)).toBe(minutes);
});

test.each([
  ["de", "2 Stunden und 15 Minuten", 135],
  ["de", "ca. 1,5 Std.", 90],
  ["de", "3 Tage", 4320],
  ["de", "1h 20m", 80],
  ["fr", "environ 3 heures et 5 minutes", 185],
  ["fr", "2 jours", 2880],
  ["es", "aproximadamente 1 hora y 10 minutos", 70],
  ["pt", "cerca de 2 horas e 30 minutos", 150],
  ["ja", "約2時間15分", 135],
  ["ja", "3日間", 4320],
  ["en", "2 Stunden", null],
  ["de", "2 Kisten", null],
])("in %s, %j is %j minutes", (language, text, minutes) => {
  const { duration_words } = LANGUAGES.vocabularyOf(language);
  expect(parseDurationText(text, duration_words)).toBe(minutes);
});

test.each([
  ["The queue is back up after 2 days, 1 hour, 7 minutes.", 2947],
  ["Back after about 40 min", 40],
  ["Back after lunch", null],
  ["Up for 40 min", null],
  ["It was back after 14h32", null],
])("%j ends in %j minutes", (text, minutes) => {
  expect(durationAtEnd(text, WORDS)).toBe(minutes);
});
