-- name: insert-run
insert into assembly_run (run_id, blueprint_version_id, edition_id, level, state, forms, seed, seen_items, started_by, started_by_id,
  ordered_at, beat_at)
values (:runId, :blueprintVersionId, :editionId, :level, 'queued', :forms, :seed, :seenItems::jsonb, :startedBy, :startedById, :now, :now);

-- name: begin-run
update assembly_run set state = 'running', begun_at = :now, beat_at = :now where run_id = :runId and state = 'queued';

-- name: beat-run
update assembly_run set beat_at = :now, progress = :progress::jsonb where run_id = :runId and state = 'running'
returning cancel_asked;

-- name: end-run
update assembly_run set state = :state, ended_at = :now, progress = :progress::jsonb, failure = :failure::jsonb,
  certificate = :certificate::jsonb, conflict = :conflict::jsonb, findings = :findings::jsonb
where run_id = :runId and state in ('queued', 'running');

-- name: ask-cancel
update assembly_run set cancel_asked = true where run_id = :runId and state in ('queued', 'running')
returning state;

-- name: fail-stale-runs
update assembly_run set state = 'failed', ended_at = :now, failure = :failure::jsonb where state = 'running' and beat_at < :before
returning run_id;

-- name: find-run
select r.run_id, r.blueprint_version_id, v.blueprint_id, v.number as blueprint_number, v.body, r.state, r.forms, r.seed, r.seen_items,
  r.started_by, r.started_by_id, r.ordered_at, r.begun_at, r.ended_at, r.beat_at, r.cancel_asked, r.progress, r.failure
from assembly_run r
join blueprint_version v on v.blueprint_version_id = r.blueprint_version_id
where r.run_id = :runId;

-- name: list-runs
select r.run_id, r.blueprint_version_id, v.blueprint_id, v.number as blueprint_number, v.body, r.state, r.forms, r.seed, r.seen_items,
  r.started_by, r.started_by_id, r.ordered_at, r.begun_at, r.ended_at, r.beat_at, r.cancel_asked, r.progress, r.failure
from assembly_run r
join blueprint_version v on v.blueprint_version_id = r.blueprint_version_id
where (:editionId = '' or r.edition_id = :editionId) and (:level = '' or r.level = :level)
  and (:blueprintId = '' or v.blueprint_id::text = :blueprintId)
order by r.ordered_at desc, r.run_id
limit :most;

-- name: find-outcome
select certificate, conflict, findings from assembly_run where run_id = :runId;
