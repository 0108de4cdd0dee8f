-- name: next-number
select coalesce(max(number), 0) + 1 as number from sealing where session_id = :sessionId;

-- name: insert-sealing
insert into sealing (sealing_id, session_id, number, rehearsal, sites, needed, state, run_id, done, total, valid_from, valid_until, ordered_by, ordered_at, touched_at)
values (:sealingId, :sessionId, :number, :rehearsal, :sites::jsonb, :needed, 'running', :runId, 0, :total, :validFrom, :validUntil, :orderedBy, :now, :now)
on conflict (session_id, number) do nothing;

-- name: sealings-of-session
select * from sealing where session_id = :sessionId order by number desc;

-- name: find-sealing
select * from sealing where sealing_id = :sealingId;

-- name: lock-sealing
select * from sealing where sealing_id = :sealingId for update;

-- name: take-run
update sealing set run_id = :runId, done = 0, touched_at = :now where sealing_id = :sealingId and state = :state;

-- name: move-sealing
-- Only the run that holds the sealing moves it: one that was cancelled or replaced changes no row and stops.
update sealing set done = :done, touched_at = :now where sealing_id = :sealingId and run_id = :runId and state = :state;

-- name: end-making
update sealing set state = 'to-sign', opening_key_sha256 = :openingKeySha256, made_at = :now, touched_at = :now
where sealing_id = :sealingId and run_id = :runId and state = 'running';

-- name: begin-finishing
update sealing set state = 'finishing', done = 0, touched_at = :now where sealing_id = :sealingId and state = 'to-sign';

-- name: end-sealing
update sealing set state = 'sealed', sealed_at = :now, touched_at = :now where sealing_id = :sealingId and state = 'finishing';

-- name: stop-sealing
update sealing set state = :state, refusal = :refusal::jsonb, touched_at = :now where sealing_id = :sealingId and state in ('running', 'to-sign');

-- name: hand-out
update sealing set handed_out_at = :now, handed_out_by = :by, key_sealed = :keySealed where sealing_id = :sealingId and handed_out_at is null;

-- name: find-key
select key_sealed from sealing where sealing_id = :sealingId;

-- name: insert-custodians
insert into key_custodian (sealing_id, place, person_id, name)
select :sealingId, place, person_id, name from jsonb_to_recordset(:rows::jsonb) as r (place integer, person_id text, name text);

-- name: put-share
update key_custodian set share_sealed = :shareSealed, share_sha256 = :shareSha256, taken_at = null where sealing_id = :sealingId and place = :place;

-- name: custodians-of
select place, person_id, name, share_sealed, share_sha256, taken_at from key_custodian where sealing_id = :sealingId order by place;

-- name: lock-custodian
select place, person_id, name, share_sealed, share_sha256, taken_at from key_custodian
where sealing_id = :sealingId and person_id = :personId for update;

-- name: take-share
update key_custodian set share_sealed = null, taken_at = :now where sealing_id = :sealingId and person_id = :personId and share_sealed is not null;

-- name: shares-of-person
select c.sealing_id, c.place, c.taken_at, c.share_sealed is not null as waiting, s.session_id, s.number, s.rehearsal, s.needed, s.state, s.handed_out_at,
  (select count(*) from key_custodian o where o.sealing_id = c.sealing_id) as custodians
from key_custodian c join sealing s on s.sealing_id = c.sealing_id where c.person_id = :personId order by s.ordered_at desc;

-- name: insert-package-sealer
insert into package_sealer (sealing_id, person_id, sealer_id, sealed_at) values (:sealingId, :personId, :sealerId, :now)
on conflict (sealing_id, person_id) do nothing;

-- name: package-sealers
select person_id, sealer_id, sealed_at from package_sealer where sealing_id = :sealingId order by sealed_at, person_id;
