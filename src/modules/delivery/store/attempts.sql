-- name: insert-attempt
insert into attempt (sitting_id, id, candidate_ref, paper, package_id, ticket_number, masked_name, room_label, seat_label, rules, allotted_minutes, allowance_minutes, paired)
values (:sittingId, :attemptId, :candidateRef, :paper, :packageId, :ticketNumber, :maskedName, :roomLabel, :seatLabel, :rules::jsonb, :allottedMinutes, :allowanceMinutes,
  exists (select 1 from server_self p where p.paired))
on conflict (sitting_id, candidate_ref, paper) do nothing

-- name: find-attempt
select * from attempt where sitting_id = :sittingId and id = :attemptId

-- name: lock-attempt
select * from attempt where sitting_id = :sittingId and id = :attemptId for update

-- name: find-borne-attempt
select a.* from attempt a join attempt_epoch w on w.sitting_id = a.sitting_id and w.attempt_id = a.id
where a.sitting_id = :sittingId and a.id = :attemptId and w.epoch = :epoch and w.token_hash = :tokenHash

-- name: lock-borne-attempt
select a.* from attempt a join attempt_epoch w on w.sitting_id = a.sitting_id and w.attempt_id = a.id
where a.sitting_id = :sittingId and a.id = :attemptId and w.epoch = :epoch and w.token_hash = :tokenHash for update of a

-- name: attempts-of-sitting
select * from attempt where sitting_id = :sittingId order by id

-- name: attempt-of-candidate
select * from attempt where sitting_id = :sittingId and candidate_ref = :candidateRef and paper = :paper

-- name: packages-begun-by
-- Asks every shard: what persons have met in all their sittings. Rare, for it reads all attempts.
select distinct candidate_ref, package_id from attempt
where candidate_ref = any(:candidateRefs) and started_at is not null
order by candidate_ref, package_id

-- name: any-running
-- Asks every shard: only when a server starts.
select exists (select 1 from attempt where state = 'running') as running

-- name: places-with-open-door
-- Asks every shard: a ticket number is all a candidate has at the door.
select sitting_id, id from attempt where ticket_number = :ticketNumber and entry_code_mac is not null and entry_code_until >= :now order by sitting_id, id

-- name: overdue-attempts
-- The clock does not close an attempt that stands still for its browser: its time is given back when it goes on.
select * from attempt a where a.sitting_id = :sittingId and a.state = 'running' and a.accepts_until < :now
  and not exists (select 1 from seb_lock l where l.sitting_id = a.sitting_id and l.attempt_id = a.id and l.unlocked_at is null)

-- name: save-progress
update attempt set
  state = :state, epoch = :epoch, start_ref = :startRef, started_at = :startedAt, ends_at = :endsAt, accepts_until = :acceptsUntil,
  ended_at = :endedAt, ended_by = :endedBy, receipt_code = :receiptCode, credit_minutes = :creditMinutes, paused_since = :pausedSince,
  peer_news = peer_news + 1
where sitting_id = :sittingId and id = :attemptId

-- name: settle-progress
update attempt set
  state = :state, epoch = :epoch, start_ref = :startRef, started_at = :startedAt, ends_at = :endsAt, accepts_until = :acceptsUntil,
  ended_at = :endedAt, ended_by = :endedBy, receipt_code = :receiptCode, credit_minutes = :creditMinutes, paused_since = :pausedSince
where sitting_id = :sittingId and id = :attemptId

-- name: set-entry-code
update attempt set entry_code_mac = :mac, entry_code_until = :until, entry_tries = 0, entry_code_at = :now, peer_news = peer_news + 1
where sitting_id = :sittingId and id = :attemptId

-- name: count-wrong-entry
update attempt set entry_tries = entry_tries + 1, entry_code_mac = case when entry_tries + 1 >= :most then null else entry_code_mac end
where sitting_id = :sittingId and id = :attemptId

-- name: insert-credit
insert into time_credit (sitting_id, id, attempt_id, minutes, reason, granted_by, granted_at, from_at, to_at)
values (:sittingId, :id, :attemptId, :minutes, :reason, :grantedBy, :grantedAt, :fromAt, :toAt)

-- name: credited-intervals
select from_at, to_at from time_credit
where sitting_id = :sittingId and attempt_id = :attemptId and from_at is not null order by from_at, to_at

-- name: move-attempt
update attempt set room_label = :roomLabel, seat_label = :seatLabel where sitting_id = :sittingId and id = :attemptId
