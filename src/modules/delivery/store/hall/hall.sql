-- name: insert-hall-sitting
insert into hall_sitting (sitting_id, site_package_id, title, paper, level, rules, fault, opens_at, entry_minutes_before, absent_minutes_after)
values (:sittingId, :sitePackageId, :title, :paper, :level, :rules::jsonb, :fault::jsonb, :opensAt, :entryMinutesBefore, :absentMinutesAfter)

-- name: drop-seats
delete from hall_seat where sitting_id = :sittingId

-- name: drop-candidates
delete from hall_candidate where sitting_id = :sittingId

-- name: drop-sitting
delete from hall_sitting where sitting_id = :sittingId

-- name: insert-seats
insert into hall_seat (sitting_id, room_label, seat_label, place, spare)
select :sittingId::uuid, s.room_label, s.seat_label, s.place, s.spare
from jsonb_to_recordset(:rows::jsonb) as s (room_label text, seat_label text, place integer, spare boolean)

-- name: insert-candidates
insert into hall_candidate (sitting_id, candidate_ref, package_id, ticket_number, masked_name, masked_id_number, face_sealed, room_label, seat_label, allowance_minutes)
select :sittingId::uuid, c.candidate_ref, c.package_id, c.ticket_number, c.masked_name, c.masked_id_number, c.face_sealed, c.room_label, c.seat_label, c.allowance_minutes
from jsonb_to_recordset(:rows::jsonb) as c (candidate_ref text, package_id uuid, ticket_number text, masked_name text, masked_id_number text,
  face_sealed text, room_label text, seat_label text, allowance_minutes integer)

-- name: sittings-of-package
select * from hall_sitting where site_package_id = :sitePackageId order by opens_at, sitting_id

-- name: find-hall-sitting
select * from hall_sitting where sitting_id = :sittingId

-- name: find-gate
-- All that a start asks of its hall, in one statement: a whole hall starts within seconds.
select s.closed_at, p.armed_at, coalesce(h.halts, '[]'::jsonb) as halts
from hall_sitting s
join site_package p on p.id = s.site_package_id
left join lateral (
  select jsonb_agg(jsonb_build_object('kind', k.kind, 'roomLabel', k.room_label)) as halts
  from hall_halt k where k.sitting_id = s.sitting_id and k.to_at is null
) h on true
where s.sitting_id = :sittingId

-- name: lock-hall-sitting
select * from hall_sitting where sitting_id = :sittingId for update

-- name: close-hall-sitting
update hall_sitting set closed_at = :now where sitting_id = :sittingId

-- name: candidates-of-sitting
select * from hall_candidate where sitting_id = :sittingId order by candidate_ref

-- name: candidate-by-ticket
select * from hall_candidate where sitting_id = :sittingId and ticket_number = :ticketNumber

-- name: lock-candidate
select * from hall_candidate where sitting_id = :sittingId and candidate_ref = :candidateRef for update

-- name: save-candidate
update hall_candidate set room_label = :roomLabel, seat_label = :seatLabel, attempt_id = :attemptId, checked_in_at = :checkedInAt, absent_at = :absentAt
where sitting_id = :sittingId and candidate_ref = :candidateRef

-- name: find-seat
select s.spare, s.out_of_order_since, c.candidate_ref from hall_seat s
left join hall_candidate c on c.sitting_id = s.sitting_id and c.room_label = s.room_label and c.seat_label = s.seat_label
where s.sitting_id = :sittingId and s.room_label = :roomLabel and s.seat_label = :seatLabel

-- name: mark-out-of-order
update hall_seat set out_of_order_since = :now where sitting_id = :sittingId and room_label = :roomLabel and seat_label = :seatLabel

-- name: count-spare-seats
select count(*)::int as spare from hall_seat where sitting_id = :sittingId and spare

-- name: seats-of-sitting
-- The newest event of an attempt is found by walking the primary key backwards.
select s.room_label, s.seat_label, s.place, s.spare, s.out_of_order_since, c.candidate_ref, c.masked_name, c.ticket_number, c.checked_in_at, c.absent_at,
  a.id as attempt_id, a.state, a.ended_by, a.epoch, a.ends_at, a.paused_since, e.received_at as saved_at,
  a.paired and w.pair_through >= w.stored_through as pair_saved,
  b.beat_at, b.rtt_ms, b.battery_percent, b.charging, b.focus_lost, b.unsent, h.called_at, l.cause as lock_cause, l.locked_at
from hall_seat s
left join hall_candidate c on c.sitting_id = s.sitting_id and c.room_label = s.room_label and c.seat_label = s.seat_label
left join attempt a on a.sitting_id = c.sitting_id and a.id = c.attempt_id
left join attempt_epoch w on w.sitting_id = a.sitting_id and w.attempt_id = a.id and w.epoch = a.epoch
left join client_beat b on b.sitting_id = a.sitting_id and b.attempt_id = a.id
left join lateral (
  select received_at from response_event k where k.sitting_id = a.sitting_id and k.attempt_id = a.id order by k.epoch desc, k.seq desc limit 1
) e on true
left join lateral (
  select min(called_at) as called_at from help_call q where q.sitting_id = a.sitting_id and q.attempt_id = a.id and q.answered_at is null
) h on true
left join lateral (
  select k.cause, k.locked_at from seb_lock k where k.sitting_id = a.sitting_id and k.attempt_id = a.id and k.unlocked_at is null
  order by k.locked_at, k.id limit 1
) l on true
where s.sitting_id = :sittingId
order by s.place

-- name: answered-counts
select attempt_id, count(*)::int as answered from response
where sitting_id = :sittingId and kind = 'respond' and value is not null and value <> 'null'::jsonb group by attempt_id

-- name: put-client-beats
insert into client_beat as k (sitting_id, attempt_id, epoch, beat_at, rtt_ms, battery_percent, charging, focus_lost, unsent)
select b.sitting_id, b.attempt_id, b.epoch, b.beat_at, b.rtt_ms, b.battery_percent, b.charging, b.focus_lost, b.unsent
from jsonb_to_recordset(:rows::jsonb) as b (sitting_id uuid, attempt_id uuid, epoch integer, token_hash text, beat_at bigint, rtt_ms integer,
  battery_percent integer, charging boolean, focus_lost integer, unsent integer)
join attempt_epoch w on w.sitting_id = b.sitting_id and w.attempt_id = b.attempt_id and w.epoch = b.epoch and w.token_hash = b.token_hash
on conflict (sitting_id, attempt_id) do update
set epoch = excluded.epoch, beat_at = excluded.beat_at, rtt_ms = excluded.rtt_ms, battery_percent = excluded.battery_percent,
  charging = excluded.charging, focus_lost = excluded.focus_lost, unsent = excluded.unsent
where k.epoch <= excluded.epoch

-- name: standing-of-attempts
select a.id as attempt_id, a.epoch, a.state, a.ends_at, a.paused_since, w.token_hash,
  (select h.reason from hall_halt h where h.sitting_id = a.sitting_id and h.kind = 'pause' and h.to_at is null
    and (h.room_label is null or h.room_label = a.room_label) order by h.from_at limit 1) as pause_reason
from jsonb_to_recordset(:rows::jsonb) as b (sitting_id uuid, attempt_id uuid, epoch integer)
join attempt a on a.sitting_id = b.sitting_id and a.id = b.attempt_id
join attempt_epoch w on w.sitting_id = b.sitting_id and w.attempt_id = b.attempt_id and w.epoch = b.epoch
