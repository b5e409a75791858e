import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import type { Milestone } from "../../../src/core/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { LANGUAGES } from "../../support/languages.ts";

/** How a document of each language begins, and its rows of a change, a report, the cause and the end. */
const WORDS = {
  es: {
    head: "Fecha: 14/03/2026\n\n## Resumen\n\nEl servicio no estuvo disponible para una parte de los clientes.\n\n## Cronología (UTC)\n",
    change: "Despliegue de la v13",
    report: "Alerta: el sitio no responde",
    cause: "Causa identificada: la cola está llena",
    end: "El servicio queda restablecido",
  },
  pt: {
    head: "Data: 14/03/2026\n\n## Resumo\n\nO serviço não esteve disponível para uma parte dos clientes.\n\n## Linha do tempo (UTC)\n",
    change: "Deploy da v13",
    report: "Alerta: o site não responde",
    cause: "Causa identificada: a fila está cheia",
    end: "O serviço foi restabelecido",
  },
  de: {
    head: "Datum: 14.03.2026\n\n## Zusammenfassung\n\nDer Dienst war für einen Teil der Kunden nicht verfügbar.\n\n## Zeitverlauf (UTC)\n",
    change: "Auslieferung der v13",
    report: "Alarm: die Seite antwortet nicht",
    cause: "Ursache gefunden: die Warteschlange ist voll",
    end: "Der Dienst ist wiederhergestellt",
  },
  fr: {
    head: "Date : 14/03/2026\n\n## Résumé\n\nLe service n'était pas disponible pour une partie des clients.\n\n## Chronologie (UTC)\n",
    change: "Déploiement de la v13",
    report: "Alerte : le site ne répond plus",
    cause: "Cause identifiée : la file est pleine",
    end: "Le service est rétabli",
  },
  ja: {
    head: "日付: 2026-03-14\n\n## 概要\n\nサービスが一部の利用者に対して利用できなくなった。\n\n## タイムライン (UTC)\n",
    change: "v13 をデプロイ",
    report: "アラート: サイトが応答しない",
    cause: "原因判明: キューが満杯",
    end: "サービスが復旧",
  },
} as const;

type Language = keyof typeof WORDS;

/** When a milestone is in rows that are ten minutes apart, with a question mark where it is in doubt. */
function timeOf(language: Language, rows: readonly string[], milestone: Milestone): string | null {
  const lines = rows.map((row, index) => `- 10:${index}0 ${row}`).join("\n");
  const text = `# 2026-03-14\n\n${WORDS[language].head}\n${lines}\n`;
  const found = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, languages: LANGUAGES });
  const fact = found.milestones[milestone];
  if (!fact || fact.source.precision === "day") return null;
  const doubt = fact.source.confidence === "low" ? "?" : "";
  return `${new Date(fact.value).toISOString().slice(11, 16)}${doubt}`;
}

test.each<[Language, string]>([
  ["es", "QA captura el error: el carrito devuelve 500"],
  ["es", "Soporte confirma: ningún cliente puede entrar"],
  ["es", "HighErrorRate [critical] se dispara"],
  ["es", "Contabilidad reporta facturas duplicadas"],
  ["pt", "HighErrorRate [warning] dispara"],
  ["pt", "SLOAvailabilityFastBurn [critical] entra em firing"],
  ["pt", "Suporte confirma: nenhum cliente consegue entrar"],
  ["de", "HighErrorRate feuert"],
  ["de", "Support bestätigt: kein Kunde kommt ins Portal"],
  ["de", "Grafana schlägt an, Lag steigt"],
  ["fr", "HighErrorRate [critical] se déclenche"],
  ["fr", "Le support confirme : aucun client ne se connecte"],
  ["fr", "La comptabilité remonte des factures en double"],
  ["ja", "検知。 画面が開かないとの連絡"],
  ["ja", "倉庫からラベルが印刷されないと連絡あり"],
  ["de", "Crashlytics zeigt Absturzspitze"],
  ["ja", "HighErrorRate [critical] 発火"],
  ["ja", "Slack で「サイトが開かない」との報告"],
  ["ja", "オンコールに通知。TLS エラー多発"],
])("a row of the detection in %s: %s", (language, row) => {
  const { change, cause, end } = WORDS[language];
  expect(timeOf(language, [change, row, cause, end], "detected")).toBe("10:10");
});

test.each<[Language, string]>([
  ["es", "El técnico intenta abrir la orden — toast permission-denied"],
])("somebody who meets the error may be the detection in %s: %s", (language, row) => {
  const { change, cause, end } = WORDS[language];
  expect(timeOf(language, [change, row, cause, end], "detected")).toBe("10:10?");
});

describe("the cause", () => {
  test.each<[Language, string, string]>([
    ["es", "Diagnóstico confirma `x != y`", "10:20"],
    ["es", "Hipótesis confirmada: el pool está agotado", "10:20"],
    ["es", "Backend verifica código: `parse` lee 17 campos. Los 2 campos se pierden", "10:20?"],
    ["pt", "Diagnóstico confirma chaves sem TTL", "10:20"],
    ["pt", "Logs confirmam: `fault_rate=0.5` em dois pods", "10:20?"],
    ["de", "Diagnose bestätigt: Schlüssel ohne TTL", "10:20"],
    ["de", "Codeprüfung: der neue Mapper setzt den Preis auf null", "10:20?"],
    ["fr", "Le diagnostic confirme `prix == null`", "10:20"],
    ["fr", "Vérification du code : le champ n'est plus renseigné", "10:20?"],
    ["es", "El registro A apunta a la IP vieja", "10:20?"],
    ["pt", "A chave nova não foi propagada para o cluster B", "10:20?"],
    ["de", "Die Migration hat die Spalte `tenant_id` entfernt", "10:20?"],
    ["fr", "Le secret n'a pas été propagé au cluster B", "10:20?"],
    ["ja", "ログから `tenant_id` 列が削除されていることを発見", "10:20?"],
  ])("is told in %s: %s", (language, row, at) => {
    const { change, report, end } = WORDS[language];
    expect(timeOf(language, [change, report, row, end], "diagnosed")).toBe(at);
  });

  test.each<[Language, string]>([
    ["es", "Se confirma la reunión de las 12"],
    ["es", "Hipótesis no confirmada"],
    ["es", "Causa: desconocida"],
    ["pt", "Confirmada a reunião com o fornecedor"],
    ["pt", "Hipótese não confirmada"],
    ["de", "Termin mit dem Lieferanten bestätigt"],
    ["de", "Diagnose steht noch aus"],
    ["fr", "Réunion avec le fournisseur confirmée"],
    ["fr", "Hypothèse non confirmée"],
    ["ja", "原因特定開始: コンテナログの調査を開始"],
    ["ja", "定例会議の日程を確認"],
  ])("is not told in %s: %s", (language, row) => {
    const { change, report, end } = WORDS[language];
    expect(timeOf(language, [change, report, row, end], "diagnosed")).toBeNull();
  });
});

test.each<[Language, fix: string, check: string]>([
  ["es", "Fix aplicado (2 líneas en `parse`)", "Validación: la orden se abre correctamente"],
  ["es", "Fix 2: regla con `.get` + deploy", "Todos los servicios en verde"],
  ["pt", "Cleanup automático: fault desabilitado em `a1b2c`", "HighErrorRate volta para inactive"],
  ["pt", "Rollback para a v12", "Validação: pedido concluído com sucesso"],
  ["de", "Fix eingespielt (Regel 17 entfernt)", "59 Apps healthy, Cache funktioniert"],
  ["de", "Konfiguration zurückgenommen", "Validierung erfolgreich, Bestellung geht durch"],
  ["fr", "Correctif appliqué (3 lignes)", "Validation : un paiement passe correctement"],
  ["fr", "Flag désactivé", "Sondes externes au vert"],
  ["ja", "緩和策適用 — 設定を変更", "復旧確認 — 決済テスト成功"],
  ["ja", "ホットフィックスをデプロイ", "エラー率が 0 % に戻ったことを確認"],
])("a fix and what shows that it works in %s: %s", (language, fix, check) => {
  const { change, report, cause } = WORDS[language];
  const rows = [change, report, cause, fix, check];
  expect(timeOf(language, rows, "mitigated")).toMatch(/^10:30\??$/);
  expect(timeOf(language, rows, "resolved")).toBe("10:40");
});

test.each<[Language, string]>([
  ["es", "Clientes confirman que el problema sigue"],
  ["es", "Validación pendiente"],
  ["es", "Fix: pendiente de revisión"],
  ["pt", "Clientes confirmam que o problema continua"],
  ["de", "Kunden bestätigen, dass es nicht geht"],
  ["de", "Checks nicht grün"],
  ["fr", "Les clients confirment que le problème persiste"],
  ["ja", "ログインできないことを確認"],
])("what is no end is none in %s: %s", (language, row) => {
  const { change, report, cause } = WORDS[language];
  expect(timeOf(language, [change, report, cause, row], "resolved") ?? "?").toContain("?");
});

test("a problem with a number in brackets begins where it first occurs", () => {
  const rows = [
    "ワーカー再起動、正常に初期化",
    "**発生（問題4）**: 埋め込みサービスが利用不能に",
    "**発生（問題2）**: 起動の遅延",
    "**検知**: ログに異常",
    "サービスが復旧",
  ];
  expect(timeOf("ja", rows, "started")).toMatch(/^10:10\??$/);
});

test.each<[Language, string]>([
  ["es", "Validación de la corrección definitiva: desplegada con éxito"],
  ["es", "Validación en staging: todo funciona correctamente"],
  ["pt", "Validação da correção definitiva: concluída com sucesso"],
  ["pt", "Validação em homologação: pedido concluído com sucesso"],
  ["de", "Validierung der dauerhaften Korrektur erfolgreich"],
  ["de", "Validierung in der Testumgebung erfolgreich"],
  ["fr", "Validation du correctif définitif : livré avec succès"],
  ["fr", "Validation en préproduction : tout passe correctement"],
  ["ja", "恒久対策の検証完了"],
  ["ja", "ステージング環境でテスト成功"],
])("what is mended for good, or elsewhere, is no later end in %s: %s", (language, row) => {
  const { change, report, cause, end } = WORDS[language];
  const rows = [change, report, cause, end, row];
  expect(timeOf(language, rows, "resolved")).toMatch(/^10:30\??$/);
});
