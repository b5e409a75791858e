import { describe, expect, test } from "vitest";
import { told } from "./collected.ts";

const AT = "2026-03-14T02:00:00Z";

function jiraIssue(parts: object, fields: object = {}) {
  return { key: "INC-1", ...parts, fields: { summary: "Down", created: AT, ...fields } };
}

/** A text in Atlassian's format. */
function document(...content: readonly object[]) {
  return { type: "doc", content: [{ type: "paragraph", content }] };
}

function dataDog(parts: object) {
  const attributes = { title: "Down", created: AT, ...parts };
  return { id: "d", type: "incidents", attributes };
}

const user = (name: string) => ({ data: { id: "u", type: "users", attributes: { name } } });

function jiraComment(parts: object) {
  return jiraIssue({}, { comment: { comments: [{ author: null, created: AT, ...parts }] } });
}

const PAGED = { id: "P1", type: "incident", title: "Down", created_at: AT, status: "triggered" };
const HYDRANT = { name: "Down", milestones: [], current_milestone: "started", created_at: AT };
const QUILL = { name: "Quill Testington", email: "qt@example.com" };
const rootly = (parts: object) => ({
  data: { id: "r", type: "incidents", attributes: { title: "Down", created_at: AT, ...parts } },
});

const pull = { number: 5, title: "Pool", mergedAt: AT, url: "https://github.com/o/r/pull/5" };
const restPull = { number: 6, title: "Pool", html_url: "https://github.com/o/r/pull/6" };

// A text may name them, though they did nothing themselves.
describe("people whom an entry shows beside those who act", () => {
  test.each([
    [
      "Jira: who is mentioned",
      jiraComment({
        body: document({ type: "mention", attrs: { id: "5b", text: "@Quill Testington" } }),
      }),
      ["Quill Testington", "5b"],
    ],
    [
      "Jira: who changed a comment",
      jiraComment({ body: "Done", updateAuthor: { displayName: "Quill Testington" } }),
      ["Quill Testington"],
    ],
    [
      "Jira: who was asked before, and who after",
      jiraIssue({
        changelog: {
          histories: [
            {
              created: AT,
              items: [
                {
                  field: "assignee",
                  from: "qt",
                  fromString: "Quill Testington",
                  to: "wf",
                  toString: "Wrenna Fixturely",
                },
              ],
            },
          ],
        },
      }),
      ["Wrenna Fixturely", "wf", "Quill Testington", "qt"],
    ],
    [
      "Jira: who is in a field of one's own",
      jiraIssue(
        {},
        { customfield_10050: [{ displayName: "Quill Testington", accountId: "5b10" }] },
      ),
      ["Quill Testington", "5b10"],
    ],
    [
      "Jira: no program, and no state",
      jiraIssue({
        changelog: {
          histories: [
            {
              author: { displayName: "Opsbot", accountType: "app" },
              created: AT,
              items: [{ field: "status" }],
            },
          ],
        },
      }),
      [],
    ],
    [
      "Datadog: who leads an incident, and who declared it",
      dataDog({ commander: user("Quill Testington"), created_by: user("Wrenna Fixturely") }),
      ["Wrenna Fixturely", "u", "Quill Testington", "u"],
    ],
    [
      "Datadog: who is included beside one incident",
      { data: dataDog({}), included: [user("Quill Testington").data] },
      ["Quill Testington", "u"],
    ],
    [
      "GitLab: who is on an incident, in an answer of GraphQL",
      {
        ...{ id: "gid://gitlab/1", occurredAt: AT, note: "Full", author: null },
        promotedFromNote: { author: { username: "qtest", name: "Quill Testington" } },
        incident: { assignees: { nodes: [{ username: "wrenf", name: "Wrenna Fixturely" }] } },
      },
      ["qtest", "Quill Testington", "wrenf", "Wrenna Fixturely"],
    ],
    [
      "gh: who is assigned",
      [{ ...pull, assignees: [{ login: "qtest", name: "Quill Testington" }] }],
      ["qtest", "Quill Testington"],
    ],
    [
      "gh: who reviewed",
      [{ ...pull, reviews: [{ author: { login: "qtest" } }], latestReviews: [{ author: null }] }],
      ["qtest"],
    ],
    [
      "gh: who is asked to review, but no team",
      [{ ...pull, reviewRequests: [{ login: "qtest" }, { name: null, slug: "storage" }] }],
      ["qtest"],
    ],
    [
      "gh: who wrote commits",
      [
        {
          ...pull,
          commits: [
            { authors: [{ login: "qtest", name: "Quill Testington", email: "quill@example.com" }] },
          ],
        },
      ],
      ["qtest", "Quill Testington", "quill@example.com"],
    ],
    [
      "GitHub: who is assigned to a pull request, or asked to review it",
      [
        {
          ...restPull,
          merged_at: null,
          assignees: [{ login: "qtest" }],
          requested_reviewers: [{ login: "wfix" }],
        },
      ],
      ["qtest", "wfix"],
    ],
    [
      "PagerDuty: who is asked to respond, but no team",
      [
        {
          ...PAGED,
          responder_requests: [
            {
              responder_request_targets: [
                {
                  responder_request_target: {
                    id: "PUSER01",
                    type: "user",
                    summary: "Quill Testington",
                  },
                },
                {
                  responder_request_target: {
                    id: "PT",
                    type: "team_reference",
                    summary: "Payments",
                  },
                },
              ],
            },
          ],
        },
      ],
      ["PUSER01", "Quill Testington"],
    ],
    [
      "FireHydrant: who is in a team, but not the team",
      [
        {
          ...HYDRANT,
          team_assignments: [{ team: { name: "Payments", memberships: [{ user: QUILL }] } }],
        },
      ],
      ["Quill Testington", "qt@example.com"],
    ],
    [
      "incident.io: who is in a field of one's own",
      [
        {
          name: "Down",
          incident_status: {},
          reference: "INC-1",
          created_at: AT,
          custom_field_entries: [{ values: [{ value_user: QUILL }] }],
        },
      ],
      ["Quill Testington", "qt@example.com"],
    ],
    [
      "Rootly: who has a role, by the full name too",
      rootly({
        roles: {
          data: [
            {
              attributes: {
                user: {
                  data: { attributes: { ...QUILL, name: "quillt", full_name: "Quill Testington" } },
                },
              },
            },
          ],
        },
      }),
      ["Quill Testington", "qt@example.com", "quillt", "qt@example.com"],
    ],
  ])("%s", async (_who, entry, people) => {
    expect((await told(entry)).people).toEqual(people);
  });
});

test("a text in Atlassian's format is read however deep it is nested", async () => {
  const deep = 3000;
  const body = `${'{"content":['.repeat(deep)}{"text":"Queue is full"}${"]}".repeat(deep)}`;
  const issue = JSON.stringify(jiraComment({ body: "BODY" })).replace('"BODY"', body);
  const { events } = await told(issue);
  expect(events.at(-1)).toBe("02:00:00 | message | – | Queue is full | – | –");
});
