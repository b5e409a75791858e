-- Which competencies were missing, in how many incidents: as `pm gaps`.
-- Reads incidents, gaps, gap_teams and incident_services. Columns are those of `pm gaps --format csv`,
-- but for group_name (group). teams is empty where a name stands for several teams.
with
base as (
  select * from incidents
  where is_counted and started_epoch_ms >= {{since}} and started_epoch_ms < {{until}}
),
-- Confirmed gaps of the window (is_now 1) and of the window before it (is_now 0).
found as (
  select
    g.gap_key, g.incident_key, g.competency, g.domain, i.started_on,
    i.time_to_diagnose_minutes as minutes,
    case when i.started_epoch_ms >= {{since}} then 1 else 0 end as is_now
  from gaps g
  join incidents i on i.incident_key = g.incident_key
  where i.is_counted and g.is_confirmed
    and i.started_epoch_ms >= {{prior_since}} and i.started_epoch_ms < {{until}}
),
parted as (
  select
    found.*,
    max(case when competency <> domain then 1 else 0 end)
      over (partition by domain, is_now) as has_parts
  from found
),
-- Each gap on the line of its domain, and on that of its competency where the domain has several.
on_lines as (
  select domain as line_domain, 0 as depth, domain as group_name,
    competency, gap_key, incident_key, started_on, minutes, is_now
  from parted
  union all
  select domain as line_domain, 1 as depth,
    case when competency = domain then '(no competency)' else competency end as group_name,
    competency, gap_key, incident_key, started_on, minutes, is_now
  from parted
  where has_parts = 1
),
-- Each incident once a line.
once as (
  select distinct line_domain, depth, group_name, incident_key, started_on, minutes, is_now
  from on_lines
),
counts as (
  select
    line_domain, depth, group_name,
    sum(is_now) as incidents,
    sum(1 - is_now) as prior_incidents,
    sum(case when is_now = 1 then minutes end) as total_minutes,
    count(case when is_now = 1 then minutes end) as timed,
    max(case when is_now = 1 then started_on end) as last_seen
  from once
  group by line_domain, depth, group_name
),
ranked as (
  select
    line_domain, depth, group_name, minutes,
    row_number() over (partition by line_domain, depth, group_name order by minutes) as place,
    count(*) over (partition by line_domain, depth, group_name) as timed
  from once
  where is_now = 1 and minutes is not null
),
-- A quantile of type 7: the values beside its place, each by its nearness.
medians as (
  select
    line_domain, depth, group_name,
    sum(minutes * greatest(0e0, 1e0 - abs(place - 1 - (timed - 1) * 5e-1))) as median_minutes
  from ranked
  group by line_domain, depth, group_name
),
skill_teams as (
  select distinct l.line_domain, l.depth, l.group_name, l.competency, t.role, t.team
  from on_lines l
  join gap_teams t on t.gap_key = l.gap_key
  where l.is_now = 1
),
line_teams as (
  select distinct line_domain, depth, group_name, role, team
  from skill_teams
),
-- Who can teach: of each skill, the teams that were asked for it and did not lack it themselves.
teachers as (
  select distinct a.line_domain, a.depth, a.group_name, a.team
  from skill_teams a
  left join skill_teams k
    on k.line_domain = a.line_domain and k.depth = a.depth and k.group_name = a.group_name
    and k.competency = a.competency and k.team = a.team and k.role = 'lacked'
  where a.role = 'asked' and k.team is null
),
lacking as (
  select
    line_domain, depth, group_name,
    case when max(case when team like '(%' then 1 else 0 end) = 1 then null else count(*) end as teams,
    {{list(team)}} as team_names
  from line_teams
  where role = 'lacked'
  group by line_domain, depth, group_name
),
asked as (
  select line_domain, depth, group_name, {{list(team)}} as asked_of
  from teachers
  group by line_domain, depth, group_name
),
line_services as (
  select distinct o.line_domain, o.depth, o.group_name, s.service
  from once o
  join incident_services s on s.incident_key = o.incident_key
  where o.is_now = 1 and s.service <> 'unknown'
),
touched as (
  select line_domain, depth, group_name, count(*) as services, {{list(service)}} as service_names
  from line_services
  group by line_domain, depth, group_name
),
-- Shares are of the incidents of which it is known what was missing.
unknown_only as (
  select incident_key from found
  where is_now = 1
  group by incident_key
  having min(case when domain = 'unknown' then 1 else 0 end) = 1
),
whole as (
  select
    (select count(*) from base) - (select count(*) from unknown_only) as of_incidents
),
shares as (
  select
    c.*,
    case when c.group_name = 'unknown' then null else w.of_incidents end as incidents_n,
    3.8414588206941254e0 as z2,
    max(c.incidents) over (partition by c.line_domain) as domain_incidents
  from counts c
  cross join whole w
  where c.incidents > 0
)
select
  s.group_name as group_name,
  s.line_domain as domain,
  s.depth as depth,
  s.incidents as incidents,
  s.incidents_n as incidents_n,
  1e0 * s.incidents / s.incidents_n as incidents_share,
  -- Wilson's interval at 95 %.
  case when s.incidents_n is null then null when s.incidents = 0 then 0e0 else
    (s.incidents + s.z2 / 2e0 - sqrt(s.z2 * (1e0 * s.incidents * (s.incidents_n - s.incidents) / s.incidents_n
      + s.z2 / 4e0))) / (s.incidents_n + s.z2) end as incidents_share_low,
  case when s.incidents_n is null then null when s.incidents = s.incidents_n then 1e0 else
    (s.incidents + s.z2 / 2e0 + sqrt(s.z2 * (1e0 * s.incidents * (s.incidents_n - s.incidents) / s.incidents_n
      + s.z2 / 4e0))) / (s.incidents_n + s.z2) end as incidents_share_high,
  case when l.team_names is null then 0 else l.teams end as teams,
  coalesce(l.team_names, '') as team_names,
  coalesce(t.services, 0) as services,
  coalesce(t.service_names, '') as service_names,
  case when {{prior_since}} < {{since}} then s.prior_incidents else null end as prior_incidents,
  coalesce(a.asked_of, '') as asked_of,
  s.total_minutes as time_to_diagnose_total_minutes,
  m.median_minutes as time_to_diagnose_median_minutes,
  s.timed as time_to_diagnose_n,
  s.last_seen as last_seen
from shares s
left join lacking l
  on l.line_domain = s.line_domain and l.depth = s.depth and l.group_name = s.group_name
left join asked a
  on a.line_domain = s.line_domain and a.depth = s.depth and a.group_name = s.group_name
left join touched t
  on t.line_domain = s.line_domain and t.depth = s.depth and t.group_name = s.group_name
left join medians m
  on m.line_domain = s.line_domain and m.depth = s.depth and m.group_name = s.group_name
order by
  s.domain_incidents desc, s.line_domain, s.depth, s.incidents desc, s.group_name
