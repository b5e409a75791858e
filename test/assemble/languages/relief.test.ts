import { expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import type { Milestone } from "../../../src/core/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { LANGUAGES } from "../../support/languages.ts";

const HEADS = {
  fr: "Date : 14/03/2026\n\n## Chronologie (UTC)\n\n- 10:00 Mise en production de la v13\n- 10:05 Alerte : le site ne répond plus\n- 10:08 L'astreinte acquitte l'alerte\n- 10:40 Cause identifiée : la file d'attente est pleine",
  es: "Fecha: 14/03/2026\n\n## Cronología (UTC)\n\n- 10:00 Despliegue de la v13\n- 10:05 Alerta: el sitio no responde\n- 10:08 La guardia acusa recibo de la alerta\n- 10:40 Causa identificada: la cola está llena",
  pt: "Data: 14/03/2026\n\n## Linha do tempo (UTC)\n\n- 10:00 Deploy da v13\n- 10:05 Alerta: a taxa de erros passa de 5 %\n- 10:40 Causa identificada: a fila está cheia",
  de: "Datum: 14.03.2026\n\n## Zeitverlauf (UTC)\n\n- 10:00 Auslieferung der v13\n- 10:05 Alarm: die Fehlerrate liegt über 5 %\n- 10:40 Ursache gefunden: die Warteschlange ist voll",
} as const;

function timeOf(language: keyof typeof HEADS, rows: string, milestone: Milestone): string | null {
  const text = `# 2026-03-14\n\n${HEADS[language]}\n${rows}\n`;
  const found = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, languages: LANGUAGES });
  const fact = found.milestones[milestone];
  return fact && new Date(fact.value).toISOString().slice(11, 16);
}

test.each([
  ["fr", "Trafic redirigé vers l'autre région", "Le service est rétabli pour tous"],
  ["fr", "Ajout de deux serveurs, la charge redescend", "Le service est rétabli pour tous"],
  ["es", "Tráfico redirigido a la otra región", "El servicio queda restablecido para todos"],
  [
    "es",
    "Paso a modo degradado, el impacto disminuye",
    "El servicio queda restablecido para todos",
  ],
  ["pt", "Dois servidores adicionados, a carga cai", "O serviço foi restabelecido para todos"],
  ["pt", "Solução temporária implantada", "O serviço foi restabelecido para todos"],
  ["de", "Verkehr auf die andere Region umgeleitet", "Der Dienst ist für alle wiederhergestellt"],
  ["de", "Zwei Server hinzugefügt, die Last sinkt", "Der Dienst ist für alle wiederhergestellt"],
] as const)("a row of relief in %s: %s", (language, row, end) => {
  const rows = `- 11:00 ${row}\n- 11:30 ${end}`;
  expect(timeOf(language, rows, "mitigated")).toBe("11:00");
  expect(timeOf(language, rows, "resolved")).toBe("11:30");
});

test.each([
  ["fr", "Plus d'erreurs depuis 10 minutes"],
  ["es", "Vuelta a la normalidad"],
  ["pt", "Sem erros há 10 minutos"],
  ["de", "Keine Fehler seit 10 Minuten"],
] as const)("a row of the end in %s: %s", (language, row) => {
  expect(timeOf(language, `- 11:00 ${row}`, "resolved")).toBe("11:00");
});

test.each(["fr", "es"] as const)("what does not answer acknowledges nothing in %s", (language) => {
  expect(timeOf(language, "- 11:00 OK", "acknowledged")).toBe("10:08");
});
