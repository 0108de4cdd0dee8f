-- What reports read of attempts: how each ended, and how many responses were acknowledged to its candidate.
-- A practical paper is played outside: who was let in to it has started when the hall ends it.
create view v_delivery_attempt as
select a.sitting_id, a.id as attempt_id, a.paper, a.state, a.ended_at, a.ended_by,
  case when a.started_at is null and a.paper = 'practical' and a.ended_by is not null and a.ended_by <> 'absent' then a.ended_at else a.started_at end as started_at,
  (select count(*) from response_event e where e.sitting_id = a.sitting_id and e.attempt_id = a.id and e.kind = 'respond' and not e.fenced) as acknowledged
from attempt a;
