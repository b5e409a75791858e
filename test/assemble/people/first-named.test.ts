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
    ["Then Laurent DUPONT and Julie DUPONT met.", "Laurent DUPONT"],
    ["We asked Anna Maria van der Holm and Max.", "Anna Maria van der Holm"],
    ["Then Piotr Holm and Farah Lind met.", "Farah Lind"],
    ["![Graph by Piotr Holm](graph.png)", "Piotr Holm"],
    ["Peter Taylor looked at the logs.", "Peter Taylor"],
    ["We had a call with John Martin’s laptop.", "John Martin"],
    ["Then Emma Grace-Taylor called.", "Emma Grace-Taylor"],
    ["Nkechinyere Holm looked at the logs.", "Nkechinyere Holm"],
    ["Zhang Xiaoming noticed the alert.", "Zhang Xiaoming"],
    ["Then Nguyen Thi Holm updated the record.", "Nguyen Thi Holm"],
    ["Hoshino Daiki confirmed it.", "Hoshino Daiki"],
    ["Then Tran Van Minh updated the record.", "Tran Van Minh"],
    ["It was full (Zephyra Wojciechowska).", "Zephyra Wojciechowska"],
    ["We asked Zephyra El-Sayed for access.", "Zephyra El-Sayed"],
    ["Dragomir Petrović's script helped.", "Dragomir Petrović"],
    ["At 10:00 Taylor Smith noticed slow logins.", "Taylor Smith"],
    ["“It was green,” said Taylor Smith.", "Taylor Smith"],
  ])("%s", (line, name) => {
    expect(fullNames(line)).toContain(name);
  });

  test.each([
    "Maria DB was restarted.",
    "The Felix VTEP was stale, and the VTEP stayed so.",
    "The Victor Holm cluster was full.",
    "Julia Server was restarted.",
    "The Piotr Holm team met.",
    "Monday Morning was quiet.",
    "Since Anna June was quiet.",
    "Peter Jenkins was restarted by the Julia Ruby upgrade.",
    "Hugo Pipeline failed.",
    "Peter and Paul Team met.",
    "We read docs.example.com/Anna/Holm first.",
    "The graph of Arena Petrović was blank.",
    "The Zhang Xiaoming cluster was full.",
    "The Phoenix Gateway asked for a token, and Grace Period ended.",
    "Ines APIs failed.",
    "Mission Control asked for a token.",
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

function singleNames(text: string): readonly string[] {
  return read(`# The queue stalled\n\n${text}\n`).listedNames.single;
}

describe("a first name alone names somebody where it acts, is acted on or stands as an owner", () => {
  test.each([
    ["## Timeline\n\n- 2026-05-02 10:00 UTC asked Farah to look", "Farah"],
    ["## Summary\n\nThen Piotr noticed the lag.", "Piotr"],
    ["## Summary\n\nAccording to Farah, the limit was new.", "Farah"],
    ["## Actions\n\n- [ ] Write the runbook (Ewa)", "Ewa"],
    ["## Actions\n\n- [ ] Write the runbook — Ewa, by 3 May", "Ewa"],
    ["## Actions\n\n- Add a person to the list (Leila/Tomasz)", "Tomasz"],
    ["## Actions\n\n- Test failover, assigned to Philippa", "Philippa"],
    ["## Actions\n\n- Philippa and Ewa to update the dashboard", "Ewa"],
    ["## Actions\n\n- Philippa: update the dashboard", "Philippa"],
  ])("%s", (text, name) => {
    expect(singleNames(text)).toContain(name);
  });

  test.each([
    "## Summary\n\nThe Felix service noticed the lag. We asked Hermes for more. Hugo builds the site.",
    "## Actions\n\n- Write the runbook (Hermes)\n- Falcon: update the dashboard\n- Patch it — Compute",
    "## Summary\n\nAccording to Grafana, the limit was new. According to Hermes, too.",
    "## Actions\n\n- Felix: update it\n- Restart the Felix service",
  ])("nobody: %s", (text) => {
    expect(singleNames(text)).toEqual([]);
  });
});
