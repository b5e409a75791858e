import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { phaseDuration } from "../../../src/core/time/durations.ts";
import { CONTEXT, read } from "../../support/context.ts";
import { LANGUAGES } from "../../support/languages.ts";

const context = { ...CONTEXT, languages: LANGUAGES };

const stated = (text: string) =>
  Object.entries(parsePostmortem({ path: "a.md", text }, context).statedDurations).map(
    ([phase, { value, source }]) => {
      return `${phase} ${value}${source.confidence === "low" ? "?" : ""}`;
    },
  );

describe("a length as a clock shows it", () => {
  test.each([
    ["**Outage duration:** 01:35", ["resolve 95?"]],
    ["**Duration:** ~1:35", ["resolve 95?"]],
    ["**Duration (hh:mm):** 01:35", ["resolve 95"]],
    ["**Duration:** 01:35 (hh:mm)", ["resolve 95"]],
    ["**Total downtime:** 25:35 (h:mm)", ["resolve 1535"]],
    ["**Downtime:** 1:35h", ["resolve 95"]],
    ["**Time to detect (mm:ss):** 04:30", ["detect 5"]],
    ["| Field | Value |\n|---|---|\n| Duration (hh:mm) | 01:35 |", ["resolve 95"]],
    ["**Resolution time:** 11:37", []],
    ["**Duration:** 10:02 to 11:37 UTC", []],
  ])("is read from %j", (line, expected) => {
    expect(stated(`# Q\n\n**Date:** 2026-03-14\n\n${line}\n`)).toEqual(expected);
  });

  test("is in doubt under a key", () => {
    expect(stated('---\ndate: 2026-03-14\nduration: "01:35"\n---\n# Q\n')).toEqual(["resolve 95?"]);
  });

  test.each([
    [
      "Datum: 14.03.2026\nAusfalldauer (Std:Min): 1:35\n\nDie Warteschlange war voll und der Dienst antwortete nicht mehr.",
    ],
    [
      "Date : 14/03/2026\nDurée de la coupure (hh:mm) : 01:35\n\nLa file était pleine et le service ne répondait plus.",
    ],
    [
      "Fecha: 14/03/2026\nDuración total (hh:mm): 1:35\n\nLa cola estaba llena y el servicio no respondía.",
    ],
    [
      "Data: 14/03/2026\nDuração da queda (hh:mm): 01:35\n\nA fila estava cheia e o serviço não respondia mais aos clientes durante a manhã.",
    ],
  ])("is read in %j", (text) => {
    expect(stated(`# Q\n\n${text}\n`)).toEqual(["resolve 95"]);
  });

  test("before both ends does not hide them", () => {
    const { milestones } = read(
      "# Q\n\n**Date:** 2026-03-14\n**Duration:** 01:35 (10:02 – 11:37 UTC)\n",
    );
    const at = [milestones.started, milestones.resolved].map((fact) => new Date(fact?.value ?? 0));
    expect(at.map((one) => one.toISOString().slice(11, 16))).toEqual(["10:02", "11:37"]);
  });

  test("is not counted while it is in doubt", () => {
    const document = read("# Q\n\n**Date:** 2026-03-14\n\n**Duration:** 01:35\n");
    expect(phaseDuration(document, "resolve")).toBeNull();
  });
});
