-- name: hold-snapshot
set transaction isolation level repeatable read, read only;

-- name: start-chain
insert into audit_head (chain, seq, hash, mac) values (:chain, 0, :genesis, :mac) on conflict (chain) do nothing;

-- name: lock-head
select chain, seq, hash, mac from audit_head where chain = :chain for update;

-- name: insert-entry
insert into audit_entry (chain, seq, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash)
values (:chain, :seq, :at, :actor, :type, :subjectKind, :subjectId, :facts, :previousHash, :hash);

-- name: move-head
update audit_head set seq = :seq, hash = :hash, mac = :mac where chain = :chain;

-- name: list-heads
select chain, seq, hash, mac from audit_head order by chain;

-- name: list-chains
select distinct chain from audit_entry order by chain;

-- name: list-entries
select chain, seq, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash
from audit_entry where chain = :chain and seq > :after order by seq limit :most;

-- name: list-of-subject
select chain, seq, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash
from audit_entry where chain = :chain and subject_kind = :kind and subject_id = :id order by seq;

-- name: list-recent
select chain, seq, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash
from audit_entry where at < :before and (:type = '' or type = :type) order by at desc, chain, seq desc limit :most;
