-- name: insert-person
insert into person (person_id, name, id_kind, id_sealed, id_masked, sex, birth_date, mobile_sealed, mobile_masked, created_at, version)
values (:personId, :name, :idKind, :idSealed, :idMasked, :sex, :birthDate, :mobileSealed, :mobileMasked, :createdAt, 1);

-- name: reserve-key
insert into person_key (id_index, person_id) values (:idIndex, :personId) on conflict (id_index) do nothing;

-- name: find-key
select person_id from person_key where id_index = :idIndex;

-- name: find-person
select person_id, name, id_kind, id_masked, sex, birth_date, mobile_masked, created_at from person where person_id = :personId;

-- name: find-people
select person_id, name, id_kind, id_masked, sex, birth_date, mobile_masked, created_at from person where person_id = any(:personIds);

-- name: find-sealed
select id_sealed, mobile_sealed from person where person_id = :personId;

-- name: search-people
select person_id, name, id_kind, id_masked, sex, birth_date, mobile_masked, created_at
from person p where strpos(name, :name) > 0 and (:everywhere or exists (
  select 1 from role_grant g where g.person_id = p.person_id and g.scope_kind in ('province', 'institution', 'site') and left(g.scope_code, 2) = any(:provinces)))
order by created_at desc, person_id limit :most;

-- name: enter-reach
insert into person_reach (person_id, province) values (:personId, :province) on conflict (person_id, province) do nothing;

-- name: list-reach
select province from person_reach where person_id = :personId;

-- name: reserve-name
insert into account_name (sign_in_name, person_id, account_id) values (:signInName, :personId, :accountId) on conflict (sign_in_name) do nothing;

-- name: insert-account
insert into account (person_id, account_id, sign_in_name, password_hash, totp_sealed, totp_confirmed_at, failed_tries, locked_until, persona, persona_note, created_at)
values (:personId, :accountId, :signInName, :passwordHash, null, null, 0, null, :persona, null, :createdAt);

-- name: find-account-by-name
select a.person_id, a.account_id, a.sign_in_name, a.password_hash, a.totp_sealed, a.totp_confirmed_at, a.failed_tries, a.locked_until
from account_name n join account a on a.person_id = n.person_id and a.account_id = n.account_id where n.sign_in_name = :signInName;

-- name: lock-account
select person_id, account_id, sign_in_name, password_hash, totp_sealed, totp_confirmed_at, failed_tries, locked_until
from account where person_id = :personId and account_id = :accountId for update;

-- name: count-tries
update account set failed_tries = :failedTries, locked_until = :lockedUntil where person_id = :personId and account_id = :accountId;

-- name: set-totp
update account set totp_sealed = :sealed, totp_confirmed_at = :confirmedAt where person_id = :personId and account_id = :accountId;

-- name: list-personas
select a.persona, a.persona_note, a.person_id, p.name from account a join person p on p.person_id = a.person_id where a.persona is not null order by a.persona;

-- name: set-persona
update account set persona = :persona, persona_note = :note where person_id = :personId and account_id = :accountId;

-- name: find-persona
select person_id, account_id from account where persona = :persona order by created_at, account_id limit 1;

-- name: insert-grant
insert into role_grant (person_id, grant_id, role, scope_kind, scope_code, from_day, until_day, granted_by, granted_at)
values (:personId, :grantId, :role, :scopeKind, :scopeCode, :fromDay, :untilDay, :grantedBy, :grantedAt);

-- name: list-grants
select person_id, role, scope_kind, scope_code, from_day, until_day from role_grant where person_id = any(:personIds) order by person_id, granted_at, grant_id;

-- name: insert-sign-in
insert into sign_in_session (token_hash, person_id, account_id, second_factor, created_at, expires_at, ended_at)
values (:tokenHash, :personId, :accountId, :secondFactor, :createdAt, :expiresAt, null);

-- name: find-sign-in
select token_hash, person_id, account_id, second_factor, expires_at from sign_in_session
where token_hash = :tokenHash and ended_at is null and expires_at > :now;

-- name: complete-sign-in
update sign_in_session set second_factor = 'done' where token_hash = :tokenHash;

-- name: end-sign-in
update sign_in_session set ended_at = :now where token_hash = :tokenHash and ended_at is null;

-- name: insert-unmasking
insert into unmasking (person_id, unmasking_id, by_actor, reason, at) values (:personId, :unmaskingId, :byActor, :reason, :at);

-- name: sweep-sign-ins
-- across shards: housekeeping, once a day by a job, of rows that mean nothing any more
delete from sign_in_session where expires_at < :before;

-- name: grants-at-site
-- across shards: who keeps the halls of a site, asked when its packages are sealed
select person_id, role, scope_kind, scope_code, from_day, until_day from role_grant where scope_kind = 'site' and scope_code = :siteCode order by person_id, granted_at, grant_id;
