import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { chooseLanguages } from "../../../src/project/languages.ts";
import { CONTEXT } from "../../support/context.ts";
import { ROOT } from "../../support/root.ts";

const REGISTRY = {
  path: "data/languages.yaml",
  text: readFileSync(join(ROOT, "data/languages.yaml"), "utf8"),
};

function namesIn(language: string, text: string): readonly string[] {
  const languages = chooseLanguages(REGISTRY, CONTEXT.vocabulary, language, (one) => one);
  const file = { path: "a.md", text: `# Kafka\n\n${text}\n` };
  const { full, single } = parsePostmortem(file, { ...CONTEXT, languages }).listedNames;
  return [...full, ...single].toSorted();
}

const ADA = ["Ada", "Ada Okafor", "Moritz", "Okafor"];

describe("who signs, is thanked or has a title is named in each language", () => {
  test.each([
    ["de", "Vielen Dank an Ada Okafor und Moritz für die schnelle Hilfe.", ADA],
    ["de", "Viele Grüße\nMoritz\n\n- 07:50 Uhr Moritz startet den Broker neu", ["Moritz"]],
    ["de", "Frau Okafor kannte den Broker, Herr Lind vom Betrieb nicht.", ["Lind", "Okafor"]],
    [
      "de",
      "[07:32] lene: ich schaue\n[07:35] arne: danke lene\n[07:40] lene: ich starte neu",
      ["arne", "lene"],
    ],
    ["de", "Entschuldigt: Moritz, Ada Okafor", ADA],
    ["es", "Moderadora: Ada Okafor\n\nAsistentes: Moritz", ADA],
    ["de", "Teilnehmer: Ada Okafor und Moritz", ADA],
    ["fr", "Participants : Ada Okafor et Moritz", ADA],
    ["es", "Asistentes: Ada Okafor y Moritz", ADA],
    ["pt", "Participantes: Ada Okafor e Moritz", ADA],
    ["de", "## Maßnahmen\n\n- Alarm prüfen — Philippa und Ewa", ["Ewa", "Philippa"]],
    ["es", "## Acciones\n\n- Revisar la alarma (Philippa y Ewa)", ["Ewa", "Philippa"]],
    ["fr", "Merci à Moritz et Ada Okafor pour leur aide.", ADA],
    ["fr", "Cordialement,\nMoritz", ["Moritz"]],
    ["fr", "Mme Okafor et M. Lind ont appelé.", ["Lind", "Okafor"]],
    ["es", "Gracias a Ada Okafor y Moritz por la ayuda.", ADA],
    ["es", "Saludos,\nMoritz", ["Moritz"]],
    ["es", "La Sra. Okafor llama.", ["Okafor"]],
    ["pt", "Obrigado a Ada Okafor e Moritz pela ajuda.", ADA],
    ["pt", "Atenciosamente,\nMoritz", ["Moritz"]],
    ["pt", "O Sr. Okafor liga.", ["Okafor"]],
    ["ja", "田中さんが再起動し、佐藤様と鈴木氏に連絡した。", ["佐藤", "田中", "鈴木"]],
  ])("%s: %j", (language, text, names) => {
    expect(namesIn(language, text)).toEqual(names);
  });

  test.each([
    ["de", "Dank an Kafka: ein Alarm. Herr der Lage war niemand. Vielen Dank an Kafka und Redis."],
    ["ja", "| 内容 | 担当 |\n|---|---|\n| 監視 | 基盤チーム |\n| 手順 | 決済開発部 |"],
    ["fr", "Merci à Kafka et Redis, rien n'a été perdu."],
    ["es", "Gracias a Kafka y Redis no se perdió nada."],
    ["pt", "Graças ao Kafka e Redis nada se perdeu."],
    [
      "ja",
      "お客様と利用者様、皆さんと担当者様。製品仕様は多種多様、同様の氏名。ユーザー様、たくさん。",
    ],
  ])("%s, nobody: %j", (language, text) => {
    expect(namesIn(language, text)).toEqual([]);
  });
});
