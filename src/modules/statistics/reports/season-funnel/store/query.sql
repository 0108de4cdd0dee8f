-- name: count-applications
-- across shards: a report reads views
select level, state, coalesce(clause_id, '') as clause, count(*) as count
from v_registration_application
where round_id = :sessionId and submitted and (:everywhere or province = any(:provinces))
group by level, state, coalesce(clause_id, '') order by level, state, clause;

-- name: count-papers
-- across shards: a report reads views
select seat.level, seat.paper, count(*) as seats,
  sum(case when a.attempt_id is null then 1 else 0 end) as without_attempt,
  sum(case when a.state = 'ready' then 1 else 0 end) as not_started,
  sum(case when a.state = 'closed' and a.started_at is null then 1 else 0 end) as absent,
  sum(case when a.state = 'running' then 1 else 0 end) as running,
  sum(case when a.state = 'handed-in' then 1 else 0 end) as handed_in,
  sum(case when a.state = 'closed' and a.started_at is not null then 1 else 0 end) as closed,
  sum(case when a.started_at is not null then 1 else 0 end) as started,
  sum(case when a.acknowledged > 0 then 1 else 0 end) as with_responses,
  sum(coalesce(a.acknowledged, 0)) as responses,
  sum(case when s.attempt_id is not null and (a.state = 'handed-in' or (a.state = 'closed' and a.started_at is not null)) then 1 else 0 end) as scored,
  sum(case when s.attempt_id is not null and (a.state is null or a.state in ('ready', 'running') or (a.state = 'closed' and a.started_at is null)) then 1 else 0 end) as scored_open
from v_exam_seat seat
left join v_delivery_attempt a on cast(a.sitting_id as text) = cast(seat.sitting_id as text) and cast(a.attempt_id as text) = seat.attempt_id
left join v_marking_score s on s.sitting_id = a.sitting_id and s.attempt_id = a.attempt_id
where seat.session_id = :sessionId and (:everywhere or left(seat.site_code, 2) = any(:provinces))
group by seat.level, seat.paper order by seat.level, seat.paper;

-- name: count-people
-- across shards: a report reads views
select seat.level, count(*) as seated, count(d.person_id) as decided
from (
  select distinct session_id, level, person_id from v_exam_seat
  where session_id = :sessionId and (:everywhere or left(site_code, 2) = any(:provinces))
) seat
left join v_award_decision d on d.session_id = seat.session_id and d.person_id = seat.person_id and d.level = seat.level
group by seat.level order by seat.level;

-- name: count-decisions
-- across shards: a report reads views
select d.level, d.state, count(*) as count,
  sum(case when seat.person_id is null then 1 else 0 end) as without_seat,
  sum(case when c.certificate_number is null then 0 else 1 end) as certified
from v_award_decision d
left join (select distinct session_id, level, person_id from v_exam_seat) seat
  on seat.session_id = d.session_id and seat.person_id = d.person_id and seat.level = d.level
left join v_certificate_certificate c on c.session_id = d.session_id and c.person_id = d.person_id and c.level = d.level
where d.session_id = :sessionId and (:everywhere or d.province = any(:provinces))
group by d.level, d.state order by d.level, d.state;

-- name: count-certificates
-- across shards: a report reads views
select c.level, c.state, count(*) as count, sum(case when d.state = 'passed' then 0 else 1 end) as without_pass
from v_certificate_certificate c
left join v_award_decision d on d.session_id = c.session_id and d.person_id = c.person_id and d.level = c.level
where c.session_id = :sessionId and (:everywhere or c.province = any(:provinces))
group by c.level, c.state order by c.level, c.state;
