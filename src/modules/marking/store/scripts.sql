-- name: insert-script
insert into script (sitting_id, script_id, attempt_id, number, candidate_ref, site, level, institution, room_label, seat_label, asks, opened_at)
values (:sittingId, :scriptId, :attemptId, :number, :candidateRef, :site, :level, :institution, :roomLabel, :seatLabel, :asks, :openedAt);

-- name: list-scripts
select s.sitting_id, s.script_id, s.attempt_id, s.number, s.candidate_ref, s.site, s.level, s.institution, s.room_label, s.seat_label, s.asks, s.opened_at
from script s where s.sitting_id = :sittingId order by s.number;

-- name: find-script
select s.sitting_id, s.script_id, s.attempt_id, s.number, s.candidate_ref, s.site, s.level, s.institution, s.room_label, s.seat_label, s.asks, s.opened_at
from script s where s.sitting_id = :sittingId and s.script_id = :scriptId;

-- name: lock-script
select s.sitting_id, s.script_id, s.attempt_id, s.number, s.candidate_ref, s.site, s.level, s.institution, s.room_label, s.seat_label, s.asks, s.opened_at
from script s where s.sitting_id = :sittingId and s.script_id = :scriptId for update;

-- name: list-recent-scripts
-- Over all sittings: few rows, asked by people and not by machines.
select s.sitting_id, s.script_id, s.attempt_id, s.number, s.candidate_ref, s.site, s.level, s.institution, s.room_label, s.seat_label, s.asks, s.opened_at
from script s where s.opened_at >= :since order by s.opened_at, s.number limit :most;

-- name: list-tasks
select t.sitting_id, t.task_id, t.script_id, t.assessor_id, t.round, t.assigned_at, t.marked_at, t.sheet
from marking_task t where t.sitting_id = any (:sittingIds) order by t.marked_at;

-- name: insert-task
insert into marking_task (sitting_id, task_id, script_id, assessor_id, round, assigned_at, marked_at, sheet, total)
values (:sittingId, :taskId, :scriptId, :assessorId, :round, :assignedAt, :markedAt, :sheet, :total)
on conflict (sitting_id, script_id, round) do nothing;
