import { expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { LANGUAGES } from "../../support/languages.ts";

test.each([
  "**Datum:** 2026-03-14 (UTC)\n\n## Zusammenfassung\n\nDas Deployment (14:02 UTC) hat die Erstattungen lahmgelegt; der erste Alarm (14:09 UTC) erreichte die Bereitschaft; der Rollback (14:31 UTC) hat den Ausfall beendet.",
  "**Date :** 2026-03-14 (UTC)\n\n## Résumé\n\nLe déploiement (14:02 UTC) a cassé les remboursements ; la première alerte (14:09 UTC) est arrivée chez l'astreinte ; le retour arrière (14:31 UTC) y a mis fin.",
  "**Fecha:** 2026-03-14 (UTC)\n\n## Resumen\n\nEl despliegue (14:02 UTC) rompió los reembolsos; la primera alerta (14:09 UTC) llegó a la guardia; la reversión (14:31 UTC) lo arregló.",
  "**日付:** 2026-03-14 (UTC)\n\n## 概要\n\nデプロイ（14:02 UTC）で返金が失敗しました。最初のアラート（14:09 UTC）が当番に届き、ロールバック（14:31 UTC）で復旧しました。",
])("the noun before a time in brackets names it: %s", (body) => {
  const text = `# 2026-03-14\n\n${body}\n`;
  const context = { ...CONTEXT, languages: LANGUAGES };
  const { started, detected, resolved } = parsePostmortem(
    { path: "a.md", text },
    context,
  ).milestones;
  const times = [started, detected, resolved].map(
    (fact) => fact && new Date(fact.value).toISOString().slice(11, 16),
  );
  expect(times).toEqual(["14:02", "14:09", "14:31"]);
});
