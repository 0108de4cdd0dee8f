-- name: put-document
insert into lab_document (hash, content, kept_at) values (:hash, :content, :now) on conflict (hash) do nothing;

-- name: document
select content from lab_document where hash = :hash;

-- name: insert-world
insert into lab_world (owner_id, world_id, institution, task, task_hash, mode, setup, pins, opened_at, touched_at, last_seq, lap, entries, head)
values (:ownerId, :worldId, :institution, :task, :taskHash, :mode, :setup, :pins, :now, :now, 0, 1, 0, '');

-- name: world
select owner_id, world_id, institution, task, task_hash, mode, opened_at, touched_at, last_seq, lap, entries, head
from lab_world where owner_id = :ownerId and world_id = :worldId;

-- name: ground
select setup, pins from lab_world where owner_id = :ownerId and world_id = :worldId;

-- name: whole-ground
-- Everything a world is taken up from, in one question: its head, what it starts from, and the last state that was written down.
select w.owner_id, w.world_id, w.institution, w.task, w.task_hash, w.mode, w.opened_at, w.touched_at, w.last_seq, w.lap, w.entries, w.head,
  w.setup, w.pins, s.seq as snapshot_seq, s.state as snapshot_state
from lab_world w
left join lab_snapshot s on s.owner_id = w.owner_id and s.world_id = w.world_id
where w.owner_id = :ownerId and w.world_id = :worldId;

-- name: worlds-of
select w.owner_id, w.world_id, w.institution, w.task, w.task_hash, w.mode, w.opened_at, w.touched_at, w.last_seq, w.lap, w.entries, w.head
from lab_world w where w.owner_id = :ownerId order by w.opened_at desc, w.world_id limit 200;
