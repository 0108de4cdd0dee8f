-- name: insert-revocation
insert into revocation (certificate_number, revocation_id, reason, proposed_by, proposed_at, state)
values (:number, :revocationId, :reason, :proposedBy, :proposedAt, 'proposed');

-- name: lock-certificate
select version from certificate where certificate_number = :number for update;

-- name: list-revocations
select certificate_number, revocation_id, reason, proposed_by, proposed_at, state, decided_by, decided_at
from revocation where certificate_number = :number order by proposed_at, revocation_id;

-- name: list-open-revocations
-- across shards: what waits for the national centre
select certificate_number, revocation_id, reason, proposed_by, proposed_at, state, decided_by, decided_at
from revocation where state = 'proposed' order by proposed_at, revocation_id limit :most;

-- name: decide-revocation
update revocation set state = :state, decided_by = :decidedBy, decided_at = :decidedAt
where certificate_number = :number and revocation_id = :revocationId and state = 'proposed';
