-- name: own-commands
-- The commands of the person that this world has answered, in their order.
select command_id from lab_entry where owner_id = :ownerId and world_id = :worldId and command_id is not null order by entry;

-- name: worlds-of-owner
select world_id, task, task_hash, last_seq, head from lab_world where owner_id = :ownerId order by world_id;

-- name: count-commands
select count(*)::integer as n from lab_entry where owner_id = :ownerId and world_id = :worldId and command_id is not null;

-- name: forget-evidence
delete from lab_evidence where owner_id = :ownerId and world_id = :worldId;

-- name: forget-scores
delete from lab_score where owner_id = :ownerId and world_id = :worldId;

-- name: forget-snapshot
delete from lab_snapshot where owner_id = :ownerId and world_id = :worldId;

-- name: forget-entries
delete from lab_entry where owner_id = :ownerId and world_id = :worldId;

-- name: forget-events
delete from lab_event where owner_id = :ownerId and world_id = :worldId;

-- name: forget-world
delete from lab_world where owner_id = :ownerId and world_id = :worldId;
