-- name: put-hall-pass
insert into hall_pass (person_id, pass_verifier, set_at) values (:personId, :passVerifier, :now)
on conflict (person_id) do update set pass_verifier = excluded.pass_verifier, set_at = excluded.set_at;

-- name: hall-passes
select person_id, pass_verifier, set_at from hall_pass where person_id = any(:personIds);

-- name: insert-sealer-key
insert into sealer_key (sealer_id, person_id, name, public_key, kept, made_at) values (:sealerId, :personId, :name, :publicKey, :kept, :now);

-- name: sealer-keys
select sealer_id, person_id, name, public_key, kept, made_at from sealer_key order by made_at, sealer_id;

-- name: sealer-keys-of
select sealer_id, person_id, name, public_key, kept, made_at from sealer_key where person_id = :personId order by made_at desc, sealer_id;

-- name: put-custodian-key
insert into custodian_key (person_id, name, recipient, kept, made_at) values (:personId, :name, :recipient, :kept, :now)
on conflict (person_id) do update set name = excluded.name, recipient = excluded.recipient, kept = excluded.kept, made_at = excluded.made_at;

-- name: waits-for-share
select count(*) as n from key_custodian c join sealing s on s.sealing_id = c.sealing_id
where c.person_id = :personId and c.taken_at is null and s.state in ('running', 'to-sign', 'finishing', 'sealed');

-- name: custodian-keys
select person_id, name, recipient, kept, made_at from custodian_key order by made_at, person_id;

-- name: custodian-key-of
select person_id, name, recipient, kept, made_at from custodian_key where person_id = :personId;
