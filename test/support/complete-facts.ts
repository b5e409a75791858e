/**
 * Lines of a frontmatter that state, beside a title, all that a report of times asks for: a body is then
 * read for the people whom it lists alone.
 */
export const COMPLETE_FACTS = `status: final
severity: P2
services: [checkout]
teams: [payments]
detected_by: alert
trigger: deploy
times:
  started: 2026-02-01T02:00:00Z
  detected: 2026-02-01T02:10:00Z
  diagnosed: 2026-02-01T04:40:00Z
  mitigated: 2026-02-01T05:00:00Z
  resolved: 2026-02-01T06:00:00Z`;
