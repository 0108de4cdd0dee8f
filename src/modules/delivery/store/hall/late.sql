-- name: late-decisions
select id, facts, done_by, witness, done_at from hall_act where sitting_id = :sittingId and kind = 'late-events-decided' order by done_at, id

-- name: attempts-with-late
select distinct attempt_id from response_event where sitting_id = :sittingId and late
