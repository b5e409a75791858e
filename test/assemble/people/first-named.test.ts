import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

function fullNames(line: string): readonly string[] {
  const text = `# The queue stalled\n\n## Summary\n\nIt was full. ${line}\n`;
  return read(text).listedNames.full;
}

describe("who is called by a first name and a last one is named, wherever that stands", () => {
  test.each([
    ["Her colleague Piotr Holm looked at the logs.", "Piotr Holm"],
    ["Łukasz Brzęk’s first guess was wrong.", "Łukasz Brzęk"],
    ["Lars-Erik Holm called the vendor.", "Lars-Erik Holm"],
    ["We asked Anna Maria van der Holm and Max.", "Anna Maria van der Holm"],
    ["Then Piotr Holm and Farah Lind met.", "Farah Lind"],
    ["![Graph by Piotr Holm](graph.png)", "Piotr Holm"],
  ])("%s", (line, name) => {
    expect(fullNames(line)).toContain(name);
  });

  test.each([
    "Maria DB was restarted.",
    "The Victor Holm cluster was full.",
    "Julia Server was restarted.",
    "The Piotr Holm team met.",
    "Monday Morning was quiet.",
    "Hugo Pipeline failed.",
    "Peter and Paul Team met.",
    "We read docs.example.com/Anna/Holm first.",
  ])("nobody: %s", (line) => {
    expect(fullNames(line)).toEqual([]);
  });
});

describe("who is given for what a text says is named", () => {
  test.each([
    ["“It was green,” said Marigold Atherley.", "Marigold Atherley"],
    ["According to Marigold Atherley the limit was new.", "Marigold Atherley"],
  ])("%s", (line, name) => {
    expect(fullNames(line)).toContain(name);
  });

  test.each([
    "“Increase your limits,” said Amazon Web Services.",
    "According to Cloudflare Support nothing had changed.",
    "According to Apache Kafka all is well.",
    "According to Marigold Atherley Platform all is well.",
  ])("nobody: %s", (line) => {
    expect(fullNames(line)).toEqual([]);
  });
});
