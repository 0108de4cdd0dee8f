-- name: command-marks
-- Where the commands of one item stand, and on which each rests; what came after the end counts only where two persons said so.
select epoch, seq, value->'after' as after from response_event
where sitting_id = :sittingId and attempt_id = :attemptId and item_id = :itemId and kind = 'command' and (not late or taken) order by epoch, seq

-- name: commands-at
select e.epoch, e.seq, e.value from response_event e
join unnest(:epochs::integer[], :seqs::integer[]) as w (epoch, seq) on w.epoch = e.epoch and w.seq = e.seq
where e.sitting_id = :sittingId and e.attempt_id = :attemptId and e.kind = 'command' order by e.epoch, e.seq

-- name: items-with-commands
select distinct item_id from response_event where sitting_id = :sittingId and attempt_id = :attemptId and kind = 'command' order by item_id

-- name: attempts-with-commands
select distinct attempt_id from response_event where sitting_id = :sittingId and kind = 'command' order by attempt_id
