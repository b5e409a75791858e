import type { Field } from "../core/output/data-table.ts";
import type { Table } from "./define.ts";

const HEAD = `# Tables of \`pm export\`

\`pm export --output FOLDER --format parquet|jsonl|csv\` writes these tables, one file each. \`pm sql\` queries
them. A column's name never changes; new ones may come. Anything may be empty (null) where a document does
not say it.

- **Keys**: \`incident_key\` is the source and the id of the postmortem, so it outlives a renamed file; where
  several documents have one id, a hash of the path follows. Keys of parts add the place in the document:
  \`payments:2026-03-14-checkout-backlog/gap-2\`. People are withheld from keys too, which stay unique:
  \`payments:[person]-backlog~6c2cb447\`.
- **Several repositories**: give each its own \`--source\`. Keys then stay unique when files are read together.
- **Names**: as in reports. Teams of few people share one name, as do their services; what the taxonomy does
  not list is \`(unlisted)\`; people are withheld. pm cannot recognise every name in a title.
- **Sentences** are empty unless you add \`--sentences\`. Read them before you share them.
- **Counting as reports do**: \`is_counted\` in incidents, \`is_confirmed\` in gaps and escalations.
- **Instants** are in UTC; dates and months are in the time zone of \`pm.yaml\`. With \`--partition-by month\`, rows
  of incidents lie in \`TABLE/started_month=2026-03/\`, and engines add the column \`started_month\`.
- **CSV**: a text that a spreadsheet would run begins with \`'\`. For a warehouse, prefer Parquet or JSON lines.

| type | Parquet | JSON lines and CSV |
|---|---|---|
| text | string | text |
| integer | 64-bit integer | number |
| number | double | number |
| boolean | boolean | \`true\`, \`false\` |
| date | date | \`2026-03-14\` |
| instant | timestamp, milliseconds, UTC | \`2026-03-14T02:15:00.000Z\` |
`;

function fieldRow({ name, type, unit, description, isSentence }: Field): string {
  const isMarked = isSentence ? " With `--sentences` only." : "";
  return `| \`${name}\` | ${type} | ${unit ?? ""} | ${description}${isMarked} |`;
}

function page({ name, summary, key, fields }: Table): string {
  return [
    `## ${name}`,
    "",
    `${summary} Key: ${key.map((one) => `\`${one}\``).join(", ")}.`,
    "",
    "| column | type | unit | meaning |",
    "|---|---|---|---|",
    ...fields.map(fieldRow),
    "",
  ].join("\n");
}

/** The page that explains tables, as markdown. */
export function describeTables(tables: readonly Table[]): string {
  return [HEAD, ...tables.map(page)].join("\n");
}
