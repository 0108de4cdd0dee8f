-- name: attempts-standing
select a.id from jsonb_to_recordset(:rows::jsonb) as r (id uuid) join attempt a on a.sitting_id = :sittingId and a.id = r.id

-- name: lock-entries
-- Epoch rows are locked in one order, as every save locks them.
select w.attempt_id, w.epoch, a.epoch as current_epoch, a.state, a.accepts_until, w.sealed_at
from jsonb_to_recordset(:rows::jsonb) as r (attempt_id uuid, epoch integer)
join attempt a on a.sitting_id = :sittingId and a.id = r.attempt_id
join attempt_epoch w on w.sitting_id = :sittingId and w.attempt_id = r.attempt_id and w.epoch = r.epoch
order by w.attempt_id, w.epoch
for no key update of w

-- name: take-events
-- New events only; what derives from them is written with them.
with stored as (
  insert into response_event (sitting_id, attempt_id, epoch, seq, item_id, kind, value, digest, client_ms, received_at, fenced, late)
  select :sittingId::uuid, e.attempt_id, e.epoch, e.seq, e.item_id, e.kind, e.value, e.digest, e.client_ms, e.received_at, e.fenced, e.late
  from jsonb_to_recordset(:rows::jsonb) as e (attempt_id uuid, epoch integer, seq integer, item_id text, kind text, value jsonb, digest text,
    client_ms bigint, received_at bigint, fenced boolean, late boolean)
  on conflict (sitting_id, attempt_id, epoch, seq) do nothing
  returning sitting_id, attempt_id, epoch, seq, item_id, kind, value, received_at, late
),
derived as (
  insert into response as r (sitting_id, attempt_id, item_id, kind, value, epoch, seq, saved_at)
  select distinct on (sitting_id, attempt_id, item_id, kind) sitting_id, attempt_id, item_id, kind, value, epoch, seq, received_at
  from stored where not late order by sitting_id, attempt_id, item_id, kind, epoch desc, seq desc
  on conflict (sitting_id, attempt_id, item_id, kind) do update
  set value = excluded.value, epoch = excluded.epoch, seq = excluded.seq, saved_at = excluded.saved_at
  where (r.epoch, r.seq) < (excluded.epoch, excluded.seq)
)
select attempt_id, epoch, seq from stored

-- name: held-events
select e.attempt_id, e.epoch, e.seq, e.item_id, e.kind, e.value, e.client_ms, e.received_at, e.fenced, e.digest
from jsonb_to_recordset(:rows::jsonb) as r (attempt_id uuid, epoch integer, seq integer)
join response_event e on e.sitting_id = :sittingId and e.attempt_id = r.attempt_id and e.epoch = r.epoch and e.seq = r.seq

-- name: put-event
-- The same event with an earlier receipt, or the content that stays of two.
update response_event set item_id = :itemId, kind = :kind, value = :value::jsonb, digest = :digest, client_ms = :clientMs, received_at = :receivedAt,
  fenced = :fenced
where sitting_id = :sittingId and attempt_id = :attemptId and epoch = :epoch and seq = :seq

-- name: add-clash
insert into event_clash as c (sitting_id, attempt_id, epoch, seq, digest, item_id, kind, value, client_ms, received_at)
values (:sittingId, :attemptId, :epoch, :seq, :digest, :itemId, :kind, :value::jsonb, :clientMs, :receivedAt)
on conflict (sitting_id, attempt_id, epoch, seq, digest) do update set received_at = least(c.received_at, excluded.received_at)

-- name: advance-entries
update attempt_epoch w set stored_through = h.through
from (
  select b.attempt_id, b.epoch, max(b.seq) as through
  from (
    select k.attempt_id, k.epoch, k.seq, g.stored_through + row_number() over (partition by k.attempt_id, k.epoch order by k.seq) as place
    from jsonb_to_recordset(:rows::jsonb) as r (attempt_id uuid, epoch integer)
    join attempt_epoch g on g.sitting_id = :sittingId and g.attempt_id = r.attempt_id and g.epoch = r.epoch
    join response_event k on k.sitting_id = g.sitting_id and k.attempt_id = g.attempt_id and k.epoch = g.epoch and k.seq > g.stored_through
  ) b
  where b.seq = b.place
  group by b.attempt_id, b.epoch
) h
where w.sitting_id = :sittingId and w.attempt_id = h.attempt_id and w.epoch = h.epoch and w.stored_through < h.through

-- name: peer-holds
update attempt_epoch w set pair_through = least(w.stored_through, r.through)
from jsonb_to_recordset(:rows::jsonb) as r (attempt_id uuid, epoch integer, through integer)
where w.sitting_id = :sittingId and w.attempt_id = r.attempt_id and w.epoch = r.epoch and w.pair_through < least(w.stored_through, r.through)

-- name: take-entries
insert into attempt_epoch as w (sitting_id, attempt_id, epoch, token_hash, ip, opened_at, origin, entered_from, sealed_at)
select :sittingId::uuid, :attemptId::uuid, r.epoch, r.token_hash, r.ip, r.opened_at, r.origin, r."from", a.ended_at
from jsonb_to_recordset(:rows::jsonb) as r (epoch integer, origin integer, "from" integer, opened_at bigint, token_hash text, ip text)
join attempt a on a.sitting_id = :sittingId and a.id = :attemptId
where not exists (
  select 1 from attempt_epoch k where k.sitting_id = a.sitting_id and k.attempt_id = a.id and k.epoch = r.epoch and k.token_hash <> '')
order by r.epoch
on conflict (sitting_id, attempt_id, epoch) do update
set token_hash = excluded.token_hash, ip = excluded.ip, opened_at = excluded.opened_at, origin = excluded.origin, entered_from = excluded.entered_from
where w.token_hash = '' and excluded.token_hash <> ''

-- name: take-starts
insert into attempt_start as s (sitting_id, attempt_id, origin, started_at, start_ref)
select :sittingId::uuid, :attemptId::uuid, r.origin, r.started_at, r.start_ref
from jsonb_to_recordset(:rows::jsonb) as r (origin integer, started_at bigint, start_ref text)
on conflict (sitting_id, attempt_id, origin) do update set started_at = excluded.started_at, start_ref = excluded.start_ref
where s.started_at < excluded.started_at

-- name: take-closings
insert into attempt_closing (sitting_id, attempt_id, origin, ended_at, how, epoch, frontier, receipt_code)
select :sittingId::uuid, :attemptId::uuid, r.origin, r.ended_at, r.how, r.epoch, r.frontier, r.receipt_code
from jsonb_to_recordset(:rows::jsonb) as r (origin integer, ended_at bigint, how text, epoch integer, frontier jsonb, receipt_code text)
on conflict (sitting_id, attempt_id, origin, ended_at) do nothing

-- name: take-minutes
insert into time_credit (sitting_id, id, attempt_id, minutes, reason, granted_by, granted_at, from_at, to_at)
select :sittingId::uuid, r.id, :attemptId::uuid, r.minutes, r.reason, r.granted_by, r.granted_at, r.from_at, r.to_at
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, minutes integer, reason text, granted_by text, granted_at bigint, from_at bigint, to_at bigint)
on conflict (sitting_id, id) do nothing

-- name: take-clashes
insert into event_clash as c (sitting_id, attempt_id, epoch, seq, digest, item_id, kind, value, client_ms, received_at)
select :sittingId::uuid, :attemptId::uuid, r.epoch, r.seq, r.digest, r.item_id, r.kind, r.value, r.client_ms, r.received_at
from jsonb_to_recordset(:rows::jsonb) as r (epoch integer, seq integer, digest text, item_id text, kind text, value jsonb, client_ms bigint, received_at bigint)
on conflict (sitting_id, attempt_id, epoch, seq, digest) do update set received_at = least(c.received_at, excluded.received_at)

-- name: take-entry-code
update attempt set entry_code_mac = :mac, entry_code_until = :until, entry_code_at = :at, entry_tries = 0
where sitting_id = :sittingId and id = :attemptId
  and (entry_code_at is null or entry_code_at < :at or (entry_code_at = :at and :mac::text is null))

-- name: take-acts
insert into hall_act (sitting_id, id, origin, kind, facts, done_by, witness, done_at, peer_news)
select :sittingId::uuid, r.id, r.origin, r.kind, r.facts, r.done_by, r.witness, r.done_at, 0
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, origin text, kind text, facts jsonb, done_by text, witness text, done_at bigint)
on conflict (sitting_id, id) do nothing

-- name: take-halts
insert into hall_halt as h (sitting_id, id, kind, room_label, reason, note, from_at, from_by, to_at, outcome, peer_news)
select :sittingId::uuid, r.id, r.kind, r.room_label, r.reason, r.note, r.from_at, r.from_by, r.to_at, r.outcome, 0
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, kind text, room_label text, reason text, note text, from_at bigint, from_by text, to_at bigint, outcome text)
on conflict (sitting_id, id) do update set to_at = excluded.to_at, outcome = excluded.outcome
where excluded.to_at is not null and (h.to_at is null or h.to_at < excluded.to_at)

-- name: take-credits
-- What is decided goes before what is proposed, granted before declined, the earlier decision before the later.
insert into hall_credit as c (sitting_id, id, scope, room_label, candidate_ref, cause, from_at, to_at, note, state, proposed_by, proposed_at,
  decided_by, witness, decided_at, peer_news)
select :sittingId::uuid, r.id, r.scope, r.room_label, r.candidate_ref, r.cause, r.from_at, r.to_at, r.note, r.state, r.proposed_by, r.proposed_at,
  r.decided_by, r.witness, r.decided_at, 0
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, scope text, room_label text, candidate_ref text, cause text, from_at bigint, to_at bigint, note text,
  state text, proposed_by text, proposed_at bigint, decided_by text, witness text, decided_at bigint)
on conflict (sitting_id, id) do update
set state = excluded.state, decided_by = excluded.decided_by, witness = excluded.witness, decided_at = excluded.decided_at
where (c.state = 'proposed' and excluded.state <> 'proposed') or (c.state = 'declined' and excluded.state = 'granted')
  or (c.state = excluded.state and excluded.decided_at < c.decided_at)

-- name: take-malpractice
insert into malpractice_record (sitting_id, id, candidate_ref, reason, note, stopped, recorded_by, witness, recorded_at, peer_news)
select :sittingId::uuid, r.id, r.candidate_ref, r.reason, r.note, r.stopped, r.recorded_by, r.witness, r.recorded_at, 0
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, candidate_ref text, reason text, note text, stopped boolean, recorded_by text, witness text, recorded_at bigint)
on conflict (sitting_id, id) do nothing

-- name: take-incidents
insert into incident (sitting_id, id, attempt_id, kind, note, facts, recorded_by, recorded_at, peer_news)
select :sittingId::uuid, r.id, r.attempt_id, r.kind, r.note, r.facts, r.recorded_by, r.recorded_at, 0
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, attempt_id uuid, kind text, note text, facts jsonb, recorded_by text, recorded_at bigint)
on conflict (sitting_id, id) do nothing

-- name: take-calls
insert into help_call as h (sitting_id, id, attempt_id, called_at, answered_at, answered_by, peer_news)
select :sittingId::uuid, r.id, r.attempt_id, r.called_at, r.answered_at, r.answered_by, 0
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, attempt_id uuid, called_at bigint, answered_at bigint, answered_by text)
join attempt a on a.sitting_id = :sittingId and a.id = r.attempt_id
on conflict (sitting_id, id) do update set answered_at = excluded.answered_at, answered_by = excluded.answered_by
where excluded.answered_at is not null and (h.answered_at is null or excluded.answered_at < h.answered_at)

-- name: take-moves
insert into seat_move (sitting_id, id, candidate_ref, from_room, from_seat, to_room, to_seat, from_broken, moved_at, peer_news)
select :sittingId::uuid, r.id, r.candidate_ref, r.from_room, r.from_seat, r.to_room, r.to_seat, r.from_broken, r.moved_at, 0
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, candidate_ref text, from_room text, from_seat text, to_room text, to_seat text, from_broken boolean, moved_at bigint)
on conflict (sitting_id, id) do nothing

-- name: note-arrivals
update hall_candidate c set checked_in_at = least(coalesce(c.checked_in_at, r.at), r.at)
from jsonb_to_recordset(:rows::jsonb) as r (candidate_ref text, at bigint)
where c.sitting_id = :sittingId and c.candidate_ref = r.candidate_ref

-- name: note-absences
update hall_candidate c set absent_at = least(coalesce(c.absent_at, r.at), r.at)
from jsonb_to_recordset(:rows::jsonb) as r (candidate_ref text, at bigint)
where c.sitting_id = :sittingId and c.candidate_ref = r.candidate_ref

-- name: close-sitting
update hall_sitting set closed_at = least(coalesce(closed_at, :closedAt), :closedAt) where sitting_id = :sittingId

-- name: arm-package
update site_package set armed_at = least(coalesce(armed_at, :armedAt), :armedAt) where id = :sitePackageId and papers_opened_at is not null

-- name: moves-of-sitting
select id, candidate_ref, from_room, from_seat, to_room, to_seat, moved_at from seat_move where sitting_id = :sittingId order by moved_at, id

-- name: stand-up
-- Who moves stands up first, so that two may change places.
update hall_candidate c set seat_label = '~' || c.candidate_ref
from jsonb_to_recordset(:rows::jsonb) as r (candidate_ref text)
where c.sitting_id = :sittingId and c.candidate_ref = r.candidate_ref

-- name: sit-down
update hall_candidate c set room_label = r.room_label, seat_label = r.seat_label
from jsonb_to_recordset(:rows::jsonb) as r (candidate_ref text, room_label text, seat_label text)
where c.sitting_id = :sittingId and c.candidate_ref = r.candidate_ref

-- name: sit-attempts
update attempt a set room_label = c.room_label, seat_label = c.seat_label
from hall_candidate c
where a.sitting_id = :sittingId and c.sitting_id = :sittingId and c.attempt_id = a.id and (a.room_label <> c.room_label or a.seat_label <> c.seat_label)

-- name: break-seats
update hall_seat s set out_of_order_since = least(coalesce(s.out_of_order_since, r.moved_at), r.moved_at)
from jsonb_to_recordset(:rows::jsonb) as r (from_room text, from_seat text, moved_at bigint)
where s.sitting_id = :sittingId and s.room_label = r.from_room and s.seat_label = r.from_seat

-- name: add-move
insert into seat_move (sitting_id, id, candidate_ref, from_room, from_seat, to_room, to_seat, from_broken, moved_at)
values (:sittingId, :id, :candidateRef, :fromRoom, :fromSeat, :toRoom, :toSeat, :fromBroken, :movedAt)

-- name: take-beats
insert into client_beat as k (sitting_id, attempt_id, epoch, beat_at, rtt_ms, battery_percent, charging, focus_lost, unsent)
select :sittingId::uuid, b.attempt_id, b.epoch, b.beat_at, b.rtt_ms, b.battery_percent, b.charging, b.focus_lost, b.unsent
from jsonb_to_recordset(:rows::jsonb) as b (attempt_id uuid, epoch integer, beat_at bigint, rtt_ms integer, battery_percent integer, charging boolean,
  focus_lost integer, unsent integer)
join attempt a on a.sitting_id = :sittingId and a.id = b.attempt_id
on conflict (sitting_id, attempt_id) do update
set epoch = excluded.epoch, beat_at = excluded.beat_at, rtt_ms = excluded.rtt_ms, battery_percent = excluded.battery_percent,
  charging = excluded.charging, focus_lost = excluded.focus_lost, unsent = excluded.unsent
where k.epoch <= excluded.epoch and k.beat_at < excluded.beat_at

-- name: take-proofs
insert into seb_nonce as n (sitting_id, attempt_id, nonce_hash, epoch, ip, minted_at, valid_until, used_at, via)
select :sittingId::uuid, :attemptId::uuid, r.nonce_hash, r.epoch, r.ip, r.minted_at, r.valid_until, r.used_at, r.via
from jsonb_to_recordset(:rows::jsonb) as r (nonce_hash text, epoch integer, ip text, minted_at bigint, valid_until bigint, used_at bigint, via text)
on conflict (sitting_id, attempt_id, nonce_hash) do nothing

-- name: take-locks
-- Of two who unlocked the earlier stays.
insert into seb_lock as l (sitting_id, attempt_id, id, epoch, cause, ip, locked_at, unlocked_at, unlocked_by, second_person, reason, credit_minutes)
select :sittingId::uuid, :attemptId::uuid, r.id, r.epoch, r.cause, r.ip, r.locked_at, r.unlocked_at, r.unlocked_by, r.second_person, r.reason,
  r.credit_minutes
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, epoch integer, cause text, ip text, locked_at bigint, unlocked_at bigint, unlocked_by text,
  second_person text, reason text, credit_minutes integer)
on conflict (sitting_id, id) do update
set unlocked_at = excluded.unlocked_at, unlocked_by = excluded.unlocked_by, second_person = excluded.second_person, reason = excluded.reason,
  credit_minutes = excluded.credit_minutes
where excluded.unlocked_at is not null and (l.unlocked_at is null or excluded.unlocked_at < l.unlocked_at)

-- name: take-seb
-- Of two configurations the one that was made first stays.
insert into seb_sitting as s (sitting_id, sealed, made_at, peer_news) values (:sittingId, :sealed, :madeAt, 0)
on conflict (sitting_id) do update set sealed = excluded.sealed, made_at = excluded.made_at, peer_news = 0
where s.made_at > excluded.made_at
