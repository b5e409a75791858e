import type { SourceReader } from "./define.ts";
import { alertmanager } from "./tools/alertmanager.ts";
import { csv } from "./tools/csv.ts";
import { datadog } from "./tools/datadog.ts";
import { firehydrant } from "./tools/firehydrant.ts";
import { github } from "./tools/github.ts";
import { gitlab } from "./tools/gitlab.ts";
import { grafana } from "./tools/grafana.ts";
import { incidentIo } from "./tools/incident-io.ts";
import { jira } from "./tools/jira.ts";
import { opsgenie } from "./tools/opsgenie.ts";
import { pagerduty } from "./tools/pagerduty.ts";
import { rootly } from "./tools/rootly.ts";
import { slack } from "./tools/slack.ts";
import { statuspage } from "./tools/statuspage.ts";

/**
 * The readers. Where two tell a fact, such as the title, the earlier one is believed: tools that
 * run incidents come first, then those that page, then the rest.
 */
export const SOURCES: readonly SourceReader[] = [
  incidentIo,
  firehydrant,
  rootly,
  datadog,
  pagerduty,
  opsgenie,
  alertmanager,
  grafana,
  statuspage,
  jira,
  gitlab,
  github,
  slack,
  csv,
];
