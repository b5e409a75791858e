import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AssembleContext } from "../../../src/assemble/context.ts";
import { readDocument } from "../../../src/assemble/document-kind.ts";
import { meaningOfLabel } from "../../../src/assemble/labels/meaning.ts";
import { languageOf } from "../../../src/assemble/language.ts";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { splitTimeHead } from "../../../src/assemble/written/time-head.ts";
import { MILESTONES } from "../../../src/core/postmortem.ts";
import { chooseLanguages } from "../../../src/project/languages.ts";
import { CONTEXT } from "../../support/context.ts";
import { WITHOUT_VOCABULARY } from "../../support/language-without-vocabulary.ts";
import { ROOT } from "../../support/root.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

const REGISTRY = {
  path: "data/languages.yaml",
  text: readFileSync(join(ROOT, "data/languages.yaml"), "utf8"),
};
const languages = chooseLanguages(REGISTRY, CONTEXT.vocabulary, null, (one) => one);
const context: AssembleContext = { ...CONTEXT, languages };

function read(text: string) {
  return parsePostmortem({ path: "a.md", text }, context);
}

/** What a document tells, in a form that a test can name. */
function told(text: string) {
  const document = read(text);
  const times = MILESTONES.flatMap((name) => {
    const fact = document.milestones[name];
    if (!fact) return [];
    const at = new Date(fact.value).toISOString().slice(0, 16);
    return [`${name} ${at}${fact.source.confidence === "low" ? " ?" : ""}`];
  });
  return {
    language: document.language?.id ?? "en",
    severity: document.severity?.value ?? null,
    times,
    factors: document.factors.map(({ value }) => value),
    actions: document.actions.map(({ title, owner, due, status }) =>
      [title, owner, due, status].map((fact) => fact?.value ?? "–").join(" | "),
    ),
    kinds: document.sections.flatMap(({ kind, level }) => (level > 1 ? [kind] : [])),
  };
}

test.each<[name: string, text: string]>([
  ["a letter in every row", "| Node | Zone |\n|---|---|\n" + "| a | s |\n| v | z |\n".repeat(5)],
  ["parts of ids", "queues.a_s db-de-la.el /srv/de/la/el un_una los@las ".repeat(3)],
  ["one foreign word again and again", "Voir Voir est est est est est est"],
  [
    "a list of names in another writing",
    "Attendees: Αλεξάνδρα Παπαδοπούλου, Александра Ивановна, נועה לוי. The queue was full and nobody " +
      "had noticed it until the platform team looked at the dashboards of the message broker.",
  ],
])("%s does not make another language", (_, text) => {
  expect(languageOf(text, languages).id).toBe("en");
});

test("as much of another language as of English makes it that one", () => {
  const text = "The queue was full and not seen. Die Queue lief voll und wurde nicht beachtet.";
  expect(languageOf(text, languages).id).toBe("de");
  expect(languageOf(`${text} It had been so for hours.`, languages).id).toBe("en");
});

test("what is hit, who took part and who takes it on, in German without a noun", () => {
  const text =
    "# Ausfall der Kassen\n\nDatum: 14.03.2026\nBetroffen: checkout, ledger\nBeteiligt: Payments, Platform\n\n## Ablauf (UTC)\n\n" +
    "- 09:10 Kassen fallen aus\n- 09:12 Alarm bei Platform\n- 09:14 Platform übernimmt\n- 09:20 Ersatzserver übernimmt\n- 10:05 Störung behoben\n";
  const { services, teams, milestones } = parsePostmortem(
    { path: "a.md", text },
    { ...context, taxonomy: TAXONOMY },
  );
  expect([services, teams].map((facts) => facts.map(({ value }) => value))).toEqual([
    ["checkout", "ledger"],
    ["payments", "platform"],
  ]);
  expect(milestones.acknowledged?.value).toBe(Date.parse("2026-03-14T09:14Z"));
});

test("who reports is a person, and a machine that reports errors fails", () => {
  const text = (first: string, second: string) =>
    `# Ausfall der Kassen\n\nDatum: 14.03.2026\n\n## Zeitlicher Ablauf (UTC)\n\n- 09:10 Uhr: ${first}\n` +
    `- 09:14 Uhr: ${second}\n- 09:40 Uhr: Grund erkannt: Datenbank voll\n- 10:05 Uhr: Störung behoben\n`;
  expect(told(text("Kassen melden Fehler", "Bereitschaft wird alarmiert")).times).toEqual([
    "started 2026-03-14T09:10",
    "detected 2026-03-14T09:14",
    "diagnosed 2026-03-14T09:40",
    "resolved 2026-03-14T10:05",
  ]);
  expect(told(text("Kassen fallen aus", "Einlasspersonal meldet lange Schlangen")).times[1]).toBe(
    "detected 2026-03-14T09:14",
  );
});

test.each([
  [
    "ja",
    "# 障害報告書: 決済遅延\n\n| 項目 | 内容 |\n|---|---|\n| 発生日 | 2026年3月14日 |\n| 重大度 | P2 |\n\n## 時系列\n\n" +
      "- 15:00 決済の応答が遅延\n- 15:20 担当者が原因を特定\n- 16:10 復旧完了\n\n## 再発防止策\n\n- 監視アラートの追加\n",
  ],
  [
    "zh",
    "# 事故报告: 支付延迟\n\n时间线: 十五点支付响应变慢, 十六点恢复正常. 根本原因是数据库连接池耗尽, 联系了任天堂 (ニンテンドー). " +
      "后续改进措施包括增加监控告警、扩大连接池容量、完善应急预案、定期演练, 由平台团队负责跟进并在下个月底之前完成全部工作.\n",
  ],
])("the writing of %s is told apart where two languages share signs", (id, text) => {
  expect(languageOf(text, languages).id).toBe(id);
});

test("labels that nobody knows tell nothing in a language without words for those of others", () => {
  const text = `# Ausfall der Suche

- Frühere Störung: SEV1
- Nicht betroffen: payments

## Zusammenfassung

Die Suche war für eine Stunde nicht erreichbar und die Kunden konnten nichts finden.
`;
  const { language, severity, services, teams } = parsePostmortem(
    { path: "a.md", text },
    { ...context, taxonomy: TAXONOMY },
  );
  expect([language?.id, severity, services, teams]).toEqual(["de", null, [], []]);
});

test("the day of rows is not that on which a page says in German to have been changed", () => {
  const text =
    "# Ausfall der Anmeldung\n\nZuletzt geändert am 20. März 2026 · Vorfall vom 14. März 2026\n\n" +
    "## Zeitlicher Ablauf (UTC)\n\n- 21:10 Beginn der Störung\n- 21:14 Alarm der Überwachung\n- 22:03 Störung behoben\n";
  const { milestones } = parsePostmortem({ path: "a.md", text }, context);
  expect(milestones.started?.value).toBe(Date.parse("2026-03-14T21:10Z"));
});

test.each([
  [
    "de",
    "Die Suche war für eine Stunde nicht erreichbar, Priorität 2, und die Kunden konnten nichts finden.",
  ],
  [
    "fr",
    "La recherche était indisponible pendant une heure, gravité 2, et les clients ne pouvaient rien trouver.",
  ],
])("a level that a sentence sets apart is one in the words of its language: %s", (id, text) => {
  const { language, severity } = parsePostmortem(
    { path: "a.md", text: `# Q\n\n${text}\n` },
    { ...context, taxonomy: TAXONOMY },
  );
  expect([language?.id, severity?.value]).toEqual([id, "P2"]);
});

test.each([
  [
    "de",
    `# Ausfall der Zahlungen

- Schweregrad: SEV2
- Betroffene Dienste: payments-api und ledger
- Dauer: 2 Stunden und 15 Minuten

## Zusammenfassung

Die Zahlungen waren nicht erreichbar und die Kunden konnten nichts kaufen.
`,
  ],
  [
    "fr",
    `# Panne des paiements

- Gravité : SEV2
- Services concernés : payments-api et ledger
- Durée : 2 heures et 15 minutes

## Résumé

Les paiements ont été refusés pendant deux heures et les clients ne pouvaient rien acheter.
`,
  ],
  [
    "es",
    `# Caída de los pagos

- Severidad: SEV2
- Servicios afectados: payments-api y ledger
- Duración: 2 horas y 15 minutos

## Resumen

Los pagos no se procesaron durante dos horas y los clientes no podían comprar nada en la tienda.
`,
  ],
  [
    "pt",
    `# Queda dos pagamentos

- Severidade: SEV2
- Serviços afetados: payments-api e ledger
- Duração: 2 horas e 15 minutos

## Resumo

Os pagamentos não foram processados durante duas horas e os clientes não conseguiam comprar nada na loja.
`,
  ],
])("%s: names that a word joins, and an amount of time", (language, text) => {
  const services = ["payments-api", "ledger"].map((id) => ({
    id,
    name: id,
    description: "",
    aliases: [],
    owner: "payments",
  }));
  const taxonomy = { ...TAXONOMY, services };
  const document = parsePostmortem({ path: "a.md", text }, { ...context, taxonomy });
  expect(document.language?.id).toBe(language);
  expect(document.services.map(({ value }) => value)).toEqual(["payments-api", "ledger"]);
  expect(document.statedDurations.resolve?.value).toBe(135);
});

test.each([
  [
    "de",
    `# Ausfall der Zahlungen

**Datum:** 3. März 2026

## Zusammenfassung

Von 08:05 bis 09:20 Uhr waren die Zahlungen nicht erreichbar und die Kunden konnten nichts kaufen.
`,
  ],
  [
    "fr",
    `# Panne des paiements

**Date :** 3 mars 2026

## Résumé

Entre 08:05 et 09:20, les paiements ont été refusés et les clients ne pouvaient rien acheter dans la boutique.
`,
  ],
  [
    "es",
    `# Caída de los pagos

**Fecha:** 3 de marzo de 2026

## Resumen

Desde las 08:05 hasta las 09:20 los pagos no se procesaron y los clientes no podían comprar nada en la tienda.
`,
  ],
  [
    "pt",
    `# Queda dos pagamentos

**Data:** 3 de março de 2026

## Resumo

Das 08:05 até as 09:20 os pagamentos não foram processados e os clientes não conseguiam comprar nada na loja.
`,
  ],
])("%s: times that the first sentence tells", (language, text) => {
  const { language: found, times } = told(text);
  expect(found).toBe(language);
  const at = times.map((one) => one.replace(/ \?$/, ""));
  expect(at).toEqual(["started 2026-03-03T08:05", "resolved 2026-03-03T09:20"]);
});

test.each([
  ["de", "Entdeckt am", "times.detected"],
  ["de", "Beginn der Beeinträchtigung", "times.started"],
  ["de", "Wiederherstellung des Dienstes", "times.resolved"],
  ["de", "Federführendes Team", "teams"],
  ["fr", "Équipes impliquées", "teams"],
  ["fr", "Équipe en charge", "teams"],
  ["fr", "Heure de détection", "times.detected"],
  ["fr", "Rétablissement du service", "times.resolved"],
  ["es", "Aplicaciones implicadas", "services"],
  ["es", "Hora de la detección", "times.detected"],
  ["pt", "Sistemas envolvidos", "services"],
  ["pt", "Resolvido em", "times.resolved"],
  ["pt", "servicos", "services"],
  ["fr", "gravite", "severity"],
  ["de", "Beginn und Ende", null],
  ["de", "Beginn der Wartung", null],
  ["fr", "Fin du support", null],
  ["es", "Servicios no afectados", null],
])("%s: the label %j means %j", (language, label, meaning) => {
  expect(meaningOfLabel(label, languages.vocabularyOf(language))).toBe(meaning);
});

test.each([
  ["09:20 est apparue une erreur", "09:20", "est apparue une erreur"],
  ["09:20 EST, une erreur", "09:20 EST", "une erreur"],
])("French: the time in %j is %j", (text, head, rest) => {
  expect(splitTimeHead(text, languages.vocabularyOf("fr"))).toEqual({ head, rest });
});

test.each([
  [
    "de",
    "Ausfall",
    "Typ | Bezeichnung",
    "Dienst",
    "Die Suche war für eine Stunde nicht erreichbar.",
  ],
  [
    "es",
    "Caída",
    "Tipo | Nombre",
    "Servicio",
    "La búsqueda no estuvo disponible durante una hora.",
  ],
  [
    "pt",
    "Queda",
    "Tipo | Nome",
    "Serviço",
    "A fila estava cheia e ninguém percebeu que não era esvaziada até o fim.",
  ],
])("%s: a table of what was hit tells the kind of each row", (id, title, head, kind, text) => {
  const table = `| ${head} |\n|---|---|\n| ${kind} | checkout |`;
  const { language, services } = parsePostmortem(
    { path: "a.md", text: `# ${title}\n\n${text}\n\n## ${title}: 1\n\n${table}\n` },
    { ...context, taxonomy: TAXONOMY },
  );
  expect([language?.id, services.map(({ value }) => value)]).toEqual([id, ["checkout"]]);
});

test.each([
  [
    "de",
    "Die Suche war für eine Stunde nicht erreichbar und die Kunden konnten nichts finden.",
    "Nachprüfung",
    "Fällig am",
    "Erfolgskriterien",
  ],
  [
    "es",
    "La búsqueda no estuvo disponible durante una hora y los clientes no la encontraron.",
    "Revisión",
    "Fecha",
    "Criterios de éxito",
  ],
  [
    "fr",
    "La recherche était indisponible pendant une heure et les clients ne pouvaient rien trouver.",
    "Revue de suivi",
    "Échéance",
    "Critères",
  ],
])("%s: the labels of the follow-up review", (id, text, heading, due, criteria) => {
  const items = `- ${due}: 2026-06-01\n- ${criteria}: P95 < 1 s`;
  const { language, review } = read(`# Q\n\n${text} ${text}\n\n## ${heading}\n\n${items}\n`);
  expect([language?.id, review?.due?.value, review?.criteria?.value]).toEqual([
    id,
    "2026-06-01",
    "P95 < 1 s",
  ]);
});

test("German: a level in its own words that no taxonomy lists", () => {
  const text =
    "# Störung\n\n**Schweregrad:** Stufe 7\n\nDie Bestellungen wurden nicht verarbeitet und die Kunden haben es gemerkt.\n";
  expect(told(text)).toMatchObject({ language: "de", severity: "Stufe 7" });
});

describe("a document is read by the words of its language", () => {
  test("German: labels, a table with weekday and zone, actions with states", () => {
    const document = `# Störungsbericht: Bestellungen bleiben liegen

**Schweregrad:** SEV2
**Datum:** 3. März 2026

## Was ist passiert

Die Bestellungen wurden nicht verarbeitet.

## Zeitverlauf (MEZ)

- 08:05 Uhr: Beginn der Störung, Bestellungen bleiben liegen
- 08:20 Uhr: Alarm der Überwachung
- 08:24 Uhr: Bereitschaft bestätigt den Alarm
- 08:50 Uhr: Ursache noch nicht gefunden
- 09:10 Uhr: Ursache gefunden: die Warteschlange ist voll
- 09:40 Uhr: Bestellungen laufen wieder

## Was lief schlecht

- Niemand kannte die Grenze der Warteschlange

## Maßnahmen

| Maßnahme | Verantwortlich | Frist | Status |
|---|---|---|---|
| Grenze anzeigen | Plattform | 20.03.2026 | in Arbeit |
| Alarm für volle Warteschlangen | Plattform | 27. März 2026 | erledigt |
`;
    expect(told(document)).toEqual({
      language: "de",
      severity: "P2",
      times: [
        "started 2026-03-03T07:05",
        "detected 2026-03-03T07:20",
        "acknowledged 2026-03-03T07:24",
        "diagnosed 2026-03-03T08:10",
        "resolved 2026-03-03T08:40",
      ],
      factors: ["Niemand kannte die Grenze der Warteschlange"],
      actions: [
        "Grenze anzeigen | Plattform | 2026-03-20 | in-progress",
        "Alarm für volle Warteschlangen | Plattform | 2026-03-27 | done",
      ],
      kinds: ["summary", "timeline", "factors", "actions"],
    });
  });

  test("French: hours with h, a date in words, what is not yet so", () => {
    const document = `# Compte rendu d'incident : paiements refusés

**Date de l'incident :** 4 février 2026
**Gravité :** critique

## Résumé

Les paiements par carte ont été refusés pendant une heure.

## Déroulement (heure de Paris)

- 9h12 : début de l'incident, les paiements échouent
- 9h20 : les clients signalent des refus
- 9h31 : cause pas encore identifiée
- 9h44 : cause identifiée, le certificat est expiré
- 10h15 : retour à la normale

## Facteurs contributifs

- Aucune alerte avant l'expiration

## Actions

- [ ] Alerte trente jours avant l'expiration (responsable : Paiements, échéance : 01/03/2026)
- [x] Renouveler le certificat
`;
    expect(told(document)).toEqual({
      language: "fr",
      severity: "critique",
      times: [
        "started 2026-02-04T08:12",
        "detected 2026-02-04T08:20",
        "diagnosed 2026-02-04T08:44",
        "resolved 2026-02-04T09:15",
      ],
      factors: ["Aucune alerte avant l'expiration"],
      actions: [
        "Alerte trente jours avant l'expiration | Paiements | 2026-03-01 | open",
        "Renouveler le certificat | – | – | done",
      ],
      kinds: ["summary", "timeline", "factors", "actions"],
    });
  });

  test("Spanish: labels with whole dates, a numbered date with the day first", () => {
    const document = `# Incidente: los informes no se generan

**Severidad:** SEV3
**Inicio:** 05/03/2026 14:02 UTC
**Detectado:** 5 de marzo de 2026, 14:20 UTC
**Resuelto:** 05/03/2026 15:45 UTC

## Resumen

Los informes de la noche no se generaron porque el disco estaba lleno.

## Causa raíz

Nadie borraba los informes de hace más de un año.

## Qué salió mal

- El disco no tenía alerta

## Acciones correctivas

| Acción | Responsable | Fecha límite | Estado |
|---|---|---|---|
| Borrar informes antiguos | Plataforma | 20/03/2026 | pendiente |
`;
    expect(told(document)).toEqual({
      language: "es",
      severity: "P3",
      times: ["started 2026-03-05T14:02", "detected 2026-03-05T14:20", "resolved 2026-03-05T15:45"],
      factors: ["El disco no tenía alerta"],
      actions: ["Borrar informes antiguos | Plataforma | 2026-03-20 | open"],
      kinds: ["summary", "cause", "factors", "actions"],
    });
  });

  test("Portuguese: a timeline whose rows tell the milestones in sentences", () => {
    const document = `# Incidente: lojas sem estoque

**Data:** 6 de março de 2026

## Resumo

As lojas não viram o estoque durante uma hora.

## Linha do tempo (horário de Brasília)

| Horário | Evento |
|---|---|
| 10:00 | Começam os erros ao consultar o estoque |
| 10:12 | Clientes relatam que o estoque está vazio |
| 10:30 | Causa identificada: o cache expirou |
| 11:05 | O serviço voltou ao normal |

## O que deu errado

- O cache não tinha alerta

## Próximos passos

- Alerta para o cache — Responsável: Plataforma — Prazo: 20/03/2026
`;
    expect(told(document)).toEqual({
      language: "pt",
      severity: null,
      times: [
        "started 2026-03-06T13:00",
        "detected 2026-03-06T13:12",
        "diagnosed 2026-03-06T13:30",
        "resolved 2026-03-06T14:05",
      ],
      factors: ["O cache não tinha alerta"],
      actions: ["Alerta para o cache | Plataforma | 2026-03-20 | –"],
      kinds: ["summary", "timeline", "factors", "actions"],
    });
  });

  test("Japanese: dates and times in kanji, full-width colons, what is not resolved", () => {
    const document = `# 障害報告書：在庫が表示されない

重大度：SEV2
発生日：2026年3月7日

## 概要

在庫の一覧が表示されませんでした。

## タイムライン（日本時間）

- 13時00分 エラーが発生
- 13時08分 利用者から「在庫が空」と報告
- 13時15分 再起動したが復旧せず
- 13時30分 原因を特定：キャッシュの期限切れ
- 13時50分 復旧を確認

## うまくいかなかったこと

- キャッシュの期限を監視していなかった

## 再発防止策

| 対策 | 担当 | 期限 | 状態 |
|---|---|---|---|
| 期限の監視を追加 | 基盤チーム | 2026年3月20日 | 対応中 |
`;
    expect(told(document)).toEqual({
      language: "ja",
      severity: "P2",
      times: [
        "started 2026-03-07T04:00",
        "detected 2026-03-07T04:08",
        "diagnosed 2026-03-07T04:30",
        "resolved 2026-03-07T04:50",
      ],
      factors: ["キャッシュの期限を監視していなかった"],
      actions: ["期限の監視を追加 | 基盤チーム | 2026-03-20 | in-progress"],
      kinds: ["summary", "timeline", "factors", "actions"],
    });
  });
});

test.each([
  ["de", "**Erkannt durch:** Kunde (Anruf bei der Hotline)", "customer"],
  ["de", "**Erkannt durch:** keine Alarmierung", null],
  ["de", "**Erkannt durch:** Alarm kam nicht", null],
  ["fr", "**Détecté par :** alerte jamais reçue", null],
  ["fr", "## Détection\n\nL'incident a été détecté par une alerte de supervision.", "alert"],
])("who noticed it is told in the words of %s: %s", (language, lines, source) => {
  const bodies: Readonly<Record<string, string>> = {
    de: "## Zeitverlauf\n\n- 08:05 Uhr: Beginn der Störung, die Bestellungen bleiben liegen\n- 08:20 Uhr: Der Alarm der Überwachung\n",
    fr: "## Chronologie\n\n- 08h05 : début de l'incident, les paiements sont refusés\n- 08h20 : alerte de la supervision\n",
  };
  const document = `# 2026-03-03\n\n${lines}\n\n${bodies[language] ?? ""}`;
  const { language: own, detectedBy } = read(document);
  expect(own?.id).toBe(language);
  expect(detectedBy?.value ?? null).toBe(source);
});

describe("which language a document is written in", () => {
  test.each([
    ["The queue was full and nobody had noticed it until the team looked.", "en"],
    ["Die Warteschlange war voll und niemand hatte es bemerkt, bis wir nachsahen.", "de"],
    ["La file était pleine et personne ne l'avait remarqué avant nous.", "fr"],
    ["La cola estaba llena y nadie se dio cuenta de que no se vaciaba.", "es"],
    ["A fila estava cheia e ninguém percebeu que não era esvaziada até o fim.", "pt"],
    ["キューが満杯になり、誰も気付かなかった。", "ja"],
    ["La coda era piena e nessuno si è accorto che non si svuotava più.", "it"],
    ["De wachtrij was vol en niemand had het gezien; wij zijn door een klant gebeld.", "nl"],
    ["Очередь переполнилась, и никто этого не заметил.", "ru"],
    ["队列已满,没有人注意到。", "zh"],
    ["SEV2, 14:30, 0 errors", "en"],
    [
      "The error said: Der Dienst ist nicht erreichbar. That was all we had, and it did not help.",
      "en",
    ],
    ["```\nder die das und nicht mit von zu\n```\n", "en"],
  ])("%s", (text, id) => {
    expect(languageOf(text, languages).id).toBe(id);
  });

  test("a language that the configuration gives wins over the words", () => {
    const german = chooseLanguages(REGISTRY, CONTEXT.vocabulary, "de", (one) => one);
    expect(languageOf("The queue was full and nobody had noticed it.", german).id).toBe("de");
  });

  test("a language without a vocabulary cannot be given", () => {
    const choose = () =>
      chooseLanguages(REGISTRY, CONTEXT.vocabulary, WITHOUT_VOCABULARY.id, (one) => one);
    expect(choose).toThrow(`no vocabulary for the language \`${WITHOUT_VOCABULARY.id}\``);
  });
});

test("nothing of the body is read by English words in a language that nobody knows", () => {
  const { id, name, text } = WITHOUT_VOCABULARY;
  const document = read(`# 2026-03-14

## Timeline

- 2026-03-14 10:00 errors rise
- 2026-03-14 10:20 detected: latency
- 2026-03-14 11:00 resolved

## Cause

${text}
`);
  expect(document.language).toEqual({ id, name, isKnown: false });
  const found = MILESTONES.filter((name) => document.milestones[name]?.source.precision !== "day");
  expect(found.map((name) => document.milestones[name])).toEqual(found.map(() => null));
  expect(document.sections.map(({ kind }) => kind)).toEqual([null, null, null]);
  expect(document.sentences).toEqual([]);
});

test.each([
  [
    "German",
    "# Störung der Zahlungen\n\n## Maßnahmen\n\n| Maßnahme | Verantwortlich |\n|---|---|\n| Alarm für die Schlange | das Team Ledger |",
  ],
  [
    "French",
    "# Panne des paiements\n\n## Actions correctives\n\n| Action | Responsable |\n|---|---|\n| Une alerte pour la file des paiements | l’équipe Ledger |",
  ],
  [
    "Spanish",
    "# Caída de los pagos\n\n## Acciones\n\n| Acción | Responsable |\n|---|---|\n| Añadir una alerta para la cola | el equipo Ledger |",
  ],
  [
    "Portuguese",
    "# Queda dos pagamentos\n\n## Ações\n\n| Ação | Responsável |\n|---|---|\n| Criar um alerta para a fila | a equipe Ledger |",
  ],
])(
  "the owner in a cell is a team with an article and the word for it, in %s",
  (_language, text) => {
    const document = parsePostmortem({ path: "a.md", text }, { ...context, taxonomy: TAXONOMY });
    expect(document.actions.map(({ owner }) => owner?.value)).toEqual(["ledger"]);
  },
);

test.each([
  [
    "# Störung der Kassen\n\nDie Kassen waren am 18. April 2026 ohne Verbindung.\n\n## Was hat es schlimmer gemacht?\n\n- Kein Betrieb ohne Netz\n\n## Was wir tun\n\n- Anschluss prüfen\n",
  ],
  [
    "# Panne des caisses\n\nLes caisses étaient sans réseau le 18 avril 2026.\n\n## Ce qui a compliqué la reprise\n\n- Pas de mode sans réseau\n\n## Ce que nous changeons\n\n- Vérifier la ligne\n",
  ],
  [
    "# Caída de las cajas\n\nLas cajas estuvieron sin red el 18 de abril de 2026.\n\n## Qué lo dificultó\n\n- No hay modo sin red\n\n## Qué haremos\n\n- Revisar la línea\n",
  ],
])("headings are told by their wording in other languages: %j", (text) => {
  const { factors, actions } = told(text);
  expect([factors.length, actions.length]).toEqual([1, 1]);
});

describe("who does an action is its subject", () => {
  test.each([
    [
      "German",
      "# Störung der Zahlungen\n\n## Maßnahmen\n\n- **Team Ledger** prüft die Grenzen bis 30.04.2026\n- Das Platform-Team schreibt ein Handbuch\n- Ledger ergänzt einen Alarm\n- Die Grenzen prüft niemand\n- Eventuell eine zweite Schlange",
      [
        "Team Ledger prüft die Grenzen: ledger",
        "Das Platform-Team schreibt ein Handbuch: platform",
        "Ledger ergänzt einen Alarm: ledger",
        "Die Grenzen prüft niemand: null",
        "Eventuell eine zweite Schlange: null, proposed",
      ],
    ],
    [
      "French",
      "# Panne des paiements\n\n## Actions\n\n- L'équipe Platform ajoute une alerte pour les files\n- L'équipe de Ledger doit prévenir les ventes\n- Envisager une seconde file",
      [
        "L'équipe Platform ajoute une alerte pour les files: platform",
        "L'équipe de Ledger doit prévenir les ventes: ledger",
        "Envisager une seconde file: null, proposed",
      ],
    ],
    [
      "Spanish",
      "# Caída de los pagos\n\n## Acciones\n\n- El equipo de Platform añade una alerta para las colas\n- Ledger validará los nombres\n- Considerar una segunda cola",
      [
        "El equipo de Platform añade una alerta para las colas: platform",
        "Ledger validará los nombres: ledger",
        "Considerar una segunda cola: null, proposed",
      ],
    ],
  ])("in %s", (_language, text, expected) => {
    const document = parsePostmortem({ path: "a.md", text }, { ...context, taxonomy: TAXONOMY });
    const actions = document.actions.map(({ title, owner, status }) =>
      [`${title.value}: ${String(owner?.value ?? null)}`, ...(status ? [status.value] : [])].join(
        ", ",
      ),
    );
    expect(actions).toEqual(expected);
  });
});

test.each([
  [
    "a maintenance notice",
    "---\ntitle: 'Suche - Wartungsarbeiten am 14.03.2026'\ndate: 2026-03-14 10:00:00\nresolvedWhen: 2026-03-14 12:00:00\naffected: [Suche]\n---\n\nDie Datenbank der Suche wird an diesem Tag auf eine neue Fassung gebracht und ist nicht zu benutzen.\n",
  ],
  [
    null,
    "---\ntitle: 'Suche - Ausfall nach der Wartung'\ndate: 2026-03-14 10:00:00\nresolvedWhen: 2026-03-14 12:00:00\naffected: [Suche]\n---\n\nDie Datenbank der Suche war an diesem Tag nach der Wartung für zwei Stunden nicht zu benutzen.\n",
  ],
  [
    null,
    "---\ntitle: Suche\ndate: 2026-03-14\nlayout: post\n---\n\n# Ausfall der Suche\n\nDie Suche war an diesem Tag für eine Stunde nicht zu erreichen, und wir wissen noch nicht, warum.\n",
  ],
  [
    "a maintenance notice",
    "---\ntitle: 'Busca: manutenção programada'\ndate: 2026-03-14 10:00:00\nresolvedWhen: 2026-03-14 12:00:00\n---\n\nO banco de dados da busca será atualizado neste dia e não poderá ser usado por duas horas.\n",
  ],
] as const)("a page of a status site in another language is %s or an incident", (kind, text) => {
  expect(readDocument({ path: "a.md", text }, context, ["everything"]).otherKind).toBe(kind);
});

test.each([
  ["Portuguese", "**Data:** 2026-06-25\n**Duração:** ~1h40 (build ~1h e redeploy)", 100],
  ["Portuguese", "**Data:** 2026-06-25\n**Duração do impacto:** ~2h (sem acesso)", 120],
  ["French", "**Date :** 2026-06-25\n**Durée :** 1h40", 100],
] as const)("%s: %j states a duration and no time of day", (language, head, minutes) => {
  const text = {
    Portuguese:
      "A busca parou depois do deploy e os usuários não conseguiam encontrar nada no site durante esse tempo.",
    French:
      "La recherche était indisponible après le déploiement et les utilisateurs ne trouvaient plus rien sur le site.",
  }[language];
  const { milestones, statedDurations } = read(`# Deploy\n\n${head}\n\n## Notes\n\n${text}\n`);
  expect(statedDurations.resolve?.value).toBe(minutes);
  expect(milestones.started?.source.precision).toBe("day");
});

test("a range beside the duration of an impact tells both ends", () => {
  const { milestones } = read(
    "# Busca\n\n**Data:** 03/06/2026\n**Duração do impacto:** ~20h (02/06 23:40 → 03/06 19:30)\n\n## Notas\n\nA busca parou depois do deploy e os usuários não conseguiam encontrar nada no site durante esse tempo.\n",
  );
  const [started, resolved] = [milestones.started, milestones.resolved].map(
    (fact) => fact && new Date(fact.value).toISOString(),
  );
  expect([started, resolved]).toEqual(["2026-06-02T23:40:00.000Z", "2026-06-03T19:30:00.000Z"]);
});
