-- name: open-epoch
insert into attempt_epoch (sitting_id, attempt_id, epoch, token_hash, ip, opened_at, origin, entered_from)
values (:sittingId, :attemptId, :epoch, :tokenHash, :ip, :now, :origin, :from)

-- name: epochs-of-attempt
select w.epoch, w.stored_through, case when a.paired then w.pair_through end as pair_through
from attempt_epoch w join attempt a on a.sitting_id = w.sitting_id and a.id = w.attempt_id
where w.sitting_id = :sittingId and w.attempt_id = :attemptId order by w.epoch

-- name: pair-sitting
update attempt set paired = true where sitting_id = :sittingId

-- name: confirm-pair
update attempt_epoch set pair_through = :through
where sitting_id = :sittingId and attempt_id = :attemptId and epoch = :epoch and pair_through < :through and stored_through >= :through

-- name: count-late
select count(*)::int as late from response_event where sitting_id = :sittingId and attempt_id = :attemptId and late

-- name: seal-epochs
update attempt_epoch set sealed_at = :now where sitting_id = :sittingId and attempt_id = :attemptId and sealed_at is null

-- name: responses-of-attempt
select item_id, kind, value, epoch, seq from response where sitting_id = :sittingId and attempt_id = :attemptId order by item_id, kind

-- name: last-saves
select attempt_id, max(saved_at) as saved_at from response where sitting_id = :sittingId group by attempt_id

-- name: events-of-attempt
select epoch, seq, item_id, kind, value, client_ms, received_at, fenced, late from response_event where sitting_id = :sittingId and attempt_id = :attemptId order by epoch, seq
