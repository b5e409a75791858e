import type { Column, Report, Section } from "../../../src/core/table.ts";

/** A column with what a test does not care about filled in. */
export function column(part: Partial<Column> & Pick<Column, "key">): Column {
  return { label: part.key, type: "text", priority: 1, ...part };
}

/** A section with what a test does not care about filled in. */
export function section(part: Partial<Section>): Section {
  return {
    key: "main",
    title: "Main",
    columns: [],
    rows: [],
    whenEmpty: "Nothing to show.",
    notes: [],
    ...part,
  };
}

/** A report with what a test does not care about filled in. */
export function report(part: Partial<Report>): Report {
  return { name: "sample", title: "Sample", subtitle: "", sections: [], notes: [], ...part };
}

/** A report of two sections with every type of column, for the goldens. */
export const SMALL_REPORT: Report = report({
  name: "gaps",
  title: "Skill gaps by competency",
  subtitle: "2026-01-01 to 2026-07-01, 11 incidents",
  sections: [
    section({
      key: "competencies",
      title: "Competencies",
      columns: [
        column({ key: "competency", label: "Competency" }),
        column({ key: "incidents", label: "Incidents", type: "count" }),
        column({ key: "incident_share", label: "Share of window", type: "share", priority: 2 }),
        column({ key: "teams", label: "Teams", type: "list", priority: 2 }),
        column({
          key: "time_to_diagnose_median_minutes",
          label: "Median time to diagnose",
          type: "minutes",
        }),
        column({ key: "verdict", label: "Verdict", priority: 1 }),
        column({ key: "last_seen", label: "Last seen", type: "date", priority: 3 }),
        column({ key: "evidence", label: "Evidence", priority: 1 }),
      ],
      rows: [
        [
          "messaging.backpressure",
          4,
          0.363636,
          ["checkout", "ledger", "merchant"],
          83,
          "systemic",
          "2026-06-03",
          "Consumer lag was read as a traffic dip | for 40 minutes, and nobody asked for the queue's age.",
        ],
        ["deployment.rollback", 2, 0.181818, [], null, "emerging", null, "=cmd: *roll* back"],
      ],
      notes: ["systemic: at least 3 incidents and 2 teams or 2 services."],
    }),
    section({
      key: "single_points",
      title: "Asked of one team only",
      columns: [column({ key: "competency", label: "Competency" })],
      whenEmpty: "No competency is asked of one team only.",
    }),
  ],
  notes: ["2 of 11 incidents carry no gap.", "1 file could not be read: see above."],
});
