-- name: append
-- One command: the fence moves, its events and its entries are written, or nothing is. No row back: somebody else was first.
with moved as (
  update lab_world set last_seq = :lastSeq, lap = :lap, entries = :entries, head = :head, touched_at = :now
  where owner_id = :ownerId and world_id = :worldId and last_seq = :fromSeq and entries = :fromEntries
  returning owner_id, world_id
),
written as (
  insert into lab_event (owner_id, world_id, seq, at, type, by_ref, cause, data, counters, hash)
  select m.owner_id, m.world_id, e.seq, e.at, e.type, e.by_ref, e.cause, e.data, e.counters, e.hash
  from moved m
  cross join unnest(:seqs::integer[], :ats::bigint[], :types::text[], :bys::text[], :causes::integer[], :datas::text[], :counters::text[], :hashes::text[])
    as e (seq, at, type, by_ref, cause, data, counters, hash)
)
insert into lab_entry (owner_id, world_id, entry, command_id, by_ref, type, from_seq, at, reply, alarm, received_at)
select m.owner_id, m.world_id, t.entry, t.command_id, t.by_ref, t.type, t.from_seq, t.at, t.reply, t.alarm, :now
from moved m
cross join unnest(:entryNumbers::integer[], :commandIds::text[], :entryBys::text[], :entryTypes::text[], :fromSeqs::integer[], :entryAts::bigint[], :replies::text[], :alarms::text[])
  as t (entry, command_id, by_ref, type, from_seq, at, reply, alarm)
returning entry;

-- name: opening
with moved as (
  update lab_world set last_seq = :lastSeq, entries = :entries, head = :head
  where owner_id = :ownerId and world_id = :worldId and last_seq = 0
  returning owner_id, world_id
)
insert into lab_event (owner_id, world_id, seq, at, type, by_ref, cause, data, counters, hash)
select m.owner_id, m.world_id, e.seq, e.at, e.type, e.by_ref, e.cause, e.data, e.counters, e.hash
from moved m
cross join unnest(:seqs::integer[], :ats::bigint[], :types::text[], :bys::text[], :causes::integer[], :datas::text[], :counters::text[], :hashes::text[])
  as e (seq, at, type, by_ref, cause, data, counters, hash);

-- name: take-entries
with moved as (
  update lab_world set entries = :entries where owner_id = :ownerId and world_id = :worldId and entries = 0
  returning owner_id, world_id
)
insert into lab_entry (owner_id, world_id, entry, command_id, by_ref, type, from_seq, at, reply, alarm, received_at)
select m.owner_id, m.world_id, t.entry, t.command_id, t.by_ref, t.type, t.from_seq, t.at, t.reply, t.alarm, :now
from moved m
cross join unnest(:entryNumbers::integer[], :commandIds::text[], :entryBys::text[], :entryTypes::text[], :fromSeqs::integer[], :entryAts::bigint[], :replies::text[], :alarms::text[])
  as t (entry, command_id, by_ref, type, from_seq, at, reply, alarm);

-- name: events-after
select seq, at, type, by_ref, cause, data, counters, hash
from lab_event where owner_id = :ownerId and world_id = :worldId and seq > :seq order by seq;

-- name: entries-from
select entry, command_id, by_ref, type, from_seq, at, reply, alarm, received_at
from lab_entry where owner_id = :ownerId and world_id = :worldId and entry >= :entry order by entry limit :most;

-- name: entry-of-command
select entry, command_id, by_ref, type, from_seq, at, reply, alarm, received_at
from lab_entry where owner_id = :ownerId and world_id = :worldId and command_id = :commandId;

-- name: put-snapshot
insert into lab_snapshot (owner_id, world_id, seq, state) values (:ownerId, :worldId, :seq, :state)
on conflict (owner_id, world_id) do update set seq = excluded.seq, state = excluded.state where lab_snapshot.seq < excluded.seq;
