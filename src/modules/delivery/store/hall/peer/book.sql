-- name: entries-of-book
select epoch, origin, entered_from as "from", opened_at as "openedAt", stored_through as through from attempt_epoch
where sitting_id = :sittingId and attempt_id = :attemptId order by epoch

-- name: starts-of-book
select origin, started_at as "startedAt", start_ref as "startRef" from attempt_start where sitting_id = :sittingId and attempt_id = :attemptId order by origin

-- name: closings-of-book
select origin, ended_at as "endedAt", how, epoch, frontier, receipt_code as "receiptCode" from attempt_closing
where sitting_id = :sittingId and attempt_id = :attemptId order by ended_at, origin

-- name: minutes-of-book
select id, minutes, granted_at as "grantedAt", from_at as "fromAt", to_at as "toAt" from time_credit
where sitting_id = :sittingId and attempt_id = :attemptId order by granted_at, id

-- name: clashes-of-book
select epoch, seq, digest, item_id, kind, value, client_ms, received_at from event_clash
where sitting_id = :sittingId and attempt_id = :attemptId order by epoch, seq, digest

-- name: events-of-book
select epoch, seq, item_id, kind, value, client_ms, received_at, late from response_event
where sitting_id = :sittingId and attempt_id = :attemptId order by epoch, seq

-- name: beyond-reach
select e.epoch, e.seq from attempt_epoch w
join response_event e on e.sitting_id = w.sitting_id and e.attempt_id = w.attempt_id and e.epoch = w.epoch and e.seq > w.stored_through
where w.sitting_id = :sittingId and w.attempt_id = :attemptId order by e.epoch, e.seq

-- name: add-start
insert into attempt_start (sitting_id, attempt_id, origin, started_at, start_ref) values (:sittingId, :attemptId, :origin, :startedAt, :startRef)
on conflict (sitting_id, attempt_id, origin) do nothing

-- name: add-closing
insert into attempt_closing (sitting_id, attempt_id, origin, ended_at, how, epoch, frontier, receipt_code)
values (:sittingId, :attemptId, :origin, :endedAt, :how, :epoch, :frontier::jsonb, :receiptCode)
on conflict (sitting_id, attempt_id, origin, ended_at) do nothing

-- name: flag-late
update response_event e set late = r.late
from jsonb_to_recordset(:rows::jsonb) as r (epoch integer, seq integer, late boolean)
where e.sitting_id = :sittingId and e.attempt_id = :attemptId and e.epoch = r.epoch and e.seq = r.seq

-- name: clear-responses
delete from response where sitting_id = :sittingId and attempt_id = :attemptId

-- name: put-responses
insert into response (sitting_id, attempt_id, item_id, kind, value, epoch, seq, saved_at)
select :sittingId::uuid, :attemptId::uuid, r.item_id, r.kind, r.value, r.epoch, r.seq, r.saved_at
from jsonb_to_recordset(:rows::jsonb) as r (item_id text, kind text, value jsonb, epoch integer, seq integer, saved_at bigint)
on conflict (sitting_id, attempt_id, item_id, kind) do update
set value = excluded.value, epoch = excluded.epoch, seq = excluded.seq, saved_at = excluded.saved_at

-- name: seal-entries
update attempt_epoch set sealed_at = :endedAt where sitting_id = :sittingId and attempt_id = :attemptId and sealed_at is distinct from :endedAt
