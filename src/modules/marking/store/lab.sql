-- name: insert-evidence
insert into item_evidence (sitting_id, attempt_id, item_id, task, got, most, taken, last_seq, head, checks)
values (:sittingId, :attemptId, :itemId, :task, :got, :most, :taken, :lastSeq, :head, :checks)
on conflict (sitting_id, attempt_id, item_id) do nothing;

-- name: evidence-of-attempt
select e.item_id, e.task, e.got, e.most, e.taken, e.last_seq, e.head, e.checks
from item_evidence e where e.sitting_id = :sittingId and e.attempt_id = :attemptId;

-- name: insert-check-mark
insert into check_mark (sitting_id, script_id, item_id, check_id, assessor_id, got, comment, marked_at)
values (:sittingId, :scriptId, :itemId, :checkId, :assessorId, :got, :comment, :at)
on conflict (sitting_id, script_id, item_id, check_id) do nothing;

-- name: check-marks-of-sittings
select c.sitting_id, c.script_id, c.item_id, c.check_id, c.assessor_id, c.got, c.comment, c.marked_at
from check_mark c where c.sitting_id = any (:sittingIds) order by c.marked_at;

-- name: check-marks-of-attempt
select c.sitting_id, c.script_id, c.item_id, c.check_id, c.assessor_id, c.got, c.comment, c.marked_at
from check_mark c join script s on s.sitting_id = c.sitting_id and s.script_id = c.script_id
where s.sitting_id = :sittingId and s.attempt_id = :attemptId;
