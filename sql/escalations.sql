-- Which teams escalate to which, for what: as the first table of `pm escalations`.
-- Reads incidents and escalations. Columns are those of `pm escalations --format csv`, but for from_team
-- (from) and to_team (to).
with
found as (
  select
    e.incident_key,
    coalesce(e.from_team, '(not stated)') as source_team,
    coalesce(e.to_team, '(not stated)') as target_team,
    coalesce(e.competency, '(not stated)') as sought,
    coalesce(e.reason, '(not stated)') as why,
    e.detection_to_escalation_minutes as minutes
  from escalations e
  join incidents i on i.incident_key = e.incident_key
  where i.is_counted and e.is_confirmed
    and i.started_epoch_ms >= {{since}} and i.started_epoch_ms < {{until}}
),
-- The first of each incident counts; how long it took is not shown where a name stands for several teams.
once as (
  select
    source_team, target_team, sought, why, incident_key,
    count(*) as escalations,
    min(case when source_team = '(small teams)' or target_team = '(small teams)' then null
      else minutes end) as first_minutes
  from found
  group by source_team, target_team, sought, why, incident_key
),
counts as (
  select
    source_team, target_team, sought, why,
    count(*) as incidents,
    sum(escalations) as escalations,
    count(first_minutes) as timed
  from once
  group by source_team, target_team, sought, why
),
ranked as (
  select
    source_team, target_team, sought, why, first_minutes,
    row_number() over (partition by source_team, target_team, sought, why order by first_minutes) as place,
    count(*) over (partition by source_team, target_team, sought, why) as timed
  from once
  where first_minutes is not null
),
medians as (
  select
    source_team, target_team, sought, why,
    sum(first_minutes * greatest(0e0, 1e0 - abs(place - 1 - (timed - 1) * 5e-1))) as median_minutes
  from ranked
  group by source_team, target_team, sought, why
)
select
  c.source_team as from_team,
  c.target_team as to_team,
  c.sought as competency,
  c.why as reason,
  c.incidents as incidents,
  c.escalations as escalations,
  m.median_minutes as detection_to_escalation_median_minutes,
  c.timed as incidents_with_time
from counts c
left join medians m
  on m.source_team = c.source_team and m.target_team = c.target_team
  and m.sought = c.sought and m.why = c.why
order by
  c.incidents desc, c.escalations desc, c.source_team, c.target_team, c.sought, c.why
