-- How long diagnosis took, by service: as `pm ttd`.
-- Reads incidents and incident_services. Columns are those of `pm ttd --format csv`, but for group_name
-- (group).
with
base as (
  select incident_key, time_to_diagnose_minutes as minutes, time_to_resolve_minutes as resolving
  from incidents
  where is_counted and started_epoch_ms >= {{since}} and started_epoch_ms < {{until}}
),
members as (
  select '(all)' as group_name, 0 as place_of_group, incident_key, minutes, resolving
  from base
  union all
  select
    coalesce(s.service, '(not stated)') as group_name,
    case when s.service is null then 2 else 1 end as place_of_group,
    b.incident_key,
    -- A name that stands for several services has no times of its own.
    case when s.service = '(services of small teams)' then null else b.minutes end as minutes,
    case when s.service = '(services of small teams)' then null else b.resolving end as resolving
  from base b
  left join incident_services s on s.incident_key = b.incident_key
),
counts as (
  select
    group_name, place_of_group,
    count(*) as incidents,
    count(minutes) as timed,
    max(minutes) as longest
  from members
  group by group_name, place_of_group
),
ranked as (
  select
    group_name, minutes,
    row_number() over (partition by group_name order by minutes) as place,
    count(*) over (partition by group_name) as timed
  from members
  where minutes is not null
),
-- Quantiles of type 7: the values beside their place, each by its nearness.
quantiles as (
  select
    group_name,
    sum(minutes * greatest(0e0, 1e0 - abs(place - 1 - (timed - 1) * 5e-1))) as median_minutes,
    sum(minutes * greatest(0e0, 1e0 - abs(place - 1 - (timed - 1) * 9e-1))) as p90_minutes
  from ranked
  group by group_name
),
parts as (
  select group_name, minutes / resolving as part
  from members
  where minutes is not null and resolving > 0
),
ranked_parts as (
  select
    group_name, part,
    row_number() over (partition by group_name order by part) as place,
    count(*) over (partition by group_name) as known
  from parts
),
shares as (
  select
    group_name,
    max(known) as known_parts,
    sum(part * greatest(0e0, 1e0 - abs(place - 1 - (known - 1) * 5e-1))) as median_share
  from ranked_parts
  group by group_name
)
select
  c.group_name as group_name,
  q.median_minutes as time_to_diagnose_median_minutes,
  c.timed as incidents_with_time,
  c.incidents - c.timed as incidents_without_time,
  case when c.timed >= 5 then q.p90_minutes else null end as time_to_diagnose_p90_minutes,
  c.longest as time_to_diagnose_max_minutes,
  s.median_share as share_of_time_to_resolve_median,
  coalesce(s.known_parts, 0) as share_of_time_to_resolve_n
from counts c
left join quantiles q on q.group_name = c.group_name
left join shares s on s.group_name = c.group_name
order by c.place_of_group, coalesce(q.median_minutes, -1e0) desc, c.group_name
