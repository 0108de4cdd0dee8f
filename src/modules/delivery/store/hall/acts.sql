-- name: insert-act
insert into hall_act (sitting_id, id, origin, kind, facts, done_by, witness, done_at)
values (:sittingId, :actId, :origin, :kind, :facts::jsonb, :doneBy, :witness, :now) on conflict (sitting_id, id) do nothing

-- name: acts-of-sitting
select id, origin, kind, facts, done_by, witness, done_at from hall_act where sitting_id = :sittingId order by done_at, id

-- name: insert-halt
insert into hall_halt (sitting_id, id, kind, room_label, reason, note, from_at, from_by)
values (:sittingId, :haltId, :kind, :roomLabel, :reason, :note, :now, :by)

-- name: halts-of-sitting
select id, kind, room_label, reason, note, from_at, from_by, to_at, outcome from hall_halt where sitting_id = :sittingId order by from_at, id

-- name: end-halt
update hall_halt set to_at = :now, outcome = :outcome, peer_news = peer_news + 1 where sitting_id = :sittingId and id = :haltId and to_at is null

-- name: insert-hall-credit
insert into hall_credit (sitting_id, id, scope, room_label, candidate_ref, cause, from_at, to_at, note, state, proposed_by, proposed_at, decided_by, witness, decided_at)
values (:sittingId, :creditId, :scope, :roomLabel, :candidateRef, :cause, :fromAt, :toAt, :note, :state, :proposedBy, :proposedAt, :decidedBy, :witness, :decidedAt)
on conflict (sitting_id, id) do nothing

-- name: lock-hall-credit
select * from hall_credit where sitting_id = :sittingId and id = :creditId for update

-- name: decide-hall-credit
update hall_credit set state = :state, decided_by = :decidedBy, witness = :witness, decided_at = :now, peer_news = peer_news + 1
where sitting_id = :sittingId and id = :creditId

-- name: credits-of-sitting
select * from hall_credit where sitting_id = :sittingId order by proposed_at, id

-- name: insert-malpractice
insert into malpractice_record (sitting_id, id, candidate_ref, reason, note, stopped, recorded_by, witness, recorded_at)
values (:sittingId, :id, :candidateRef, :reason, :note, :stopped, :by, :witness, :now)

-- name: malpractice-of-sitting
select id, candidate_ref, reason, note, stopped, recorded_by, witness, recorded_at from malpractice_record where sitting_id = :sittingId order by recorded_at, id

-- name: insert-help-call
insert into help_call (sitting_id, id, attempt_id, called_at) values (:sittingId, :id, :attemptId, :now)

-- name: open-help-calls
select id, attempt_id, called_at from help_call where sitting_id = :sittingId and answered_at is null order by called_at, id

-- name: settle-help-call
update help_call set answered_at = :now, answered_by = :by, peer_news = peer_news + 1 where sitting_id = :sittingId and id = :callId and answered_at is null
