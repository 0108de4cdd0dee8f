-- name: insert-site-package
insert into site_package (id, site_code, site_name, title, rehearsal, pair_key_sealed, digest, installed_at)
values (:sitePackageId, :siteCode, :siteName, :title, :rehearsal, :pairKeySealed, :digest, :now) on conflict (id) do nothing

-- name: current-package
select * from site_package order by installed_at desc, id desc limit 1

-- name: find-site-package
select * from site_package where id = :sitePackageId

-- name: play-package
update site_package set installed_at = :now where id = :sitePackageId

-- name: lock-package
select * from site_package where id = :sitePackageId for update

-- name: mark-papers-opened
update site_package set papers_opened_at = :now where id = :sitePackageId

-- name: mark-armed
update site_package set armed_at = :now where id = :sitePackageId

-- name: insert-staff
insert into hall_staff (site_package_id, staff_id, name, duties, pass_verifier)
select :sitePackageId::uuid, s.staff_id, s.name, s.duties, s.pass_verifier
from jsonb_to_recordset(:rows::jsonb) as s (staff_id text, name text, duties jsonb, pass_verifier text)

-- name: staff-of-package
select * from hall_staff where site_package_id = :sitePackageId order by staff_id

-- name: find-staff
select * from hall_staff where site_package_id = :sitePackageId and staff_id = :staffId

-- name: lock-staff
select * from hall_staff where site_package_id = :sitePackageId and staff_id = :staffId for update

-- name: count-staff-tries
update hall_staff set failed_tries = :failedTries, locked_until = :lockedUntil where site_package_id = :sitePackageId and staff_id = :staffId

-- name: insert-hall-sign-in
insert into hall_sign_in (token_hash, site_package_id, staff_id, created_at, expires_at) values (:tokenHash, :sitePackageId, :staffId, :now, :expiresAt)

-- name: find-hall-sign-in
select site_package_id, staff_id from hall_sign_in where token_hash = :tokenHash and ended_at is null and expires_at > :now

-- name: end-hall-sign-in
update hall_sign_in set ended_at = :now where token_hash = :tokenHash

-- name: put-evidence
insert into arming_evidence as e (site_package_id, kind, passed, valid_until, note, recorded_at)
values (:sitePackageId, :kind, :passed, :validUntil, :note, :now)
on conflict (site_package_id, kind) do update
set passed = excluded.passed, valid_until = excluded.valid_until, note = excluded.note, recorded_at = excluded.recorded_at,
  peer_news = e.peer_news + 1

-- name: drop-evidence
delete from arming_evidence where site_package_id = :sitePackageId and kind = :kind

-- name: evidence-of-package
select kind, passed, valid_until, note from arming_evidence where site_package_id = :sitePackageId order by kind

-- name: last-beat
select beat_at from server_beat where server_name = :serverName

-- name: put-beat
insert into server_beat (server_name, started_at, beat_at) values (:serverName, :startedAt, :now)
on conflict (server_name) do update set started_at = excluded.started_at, beat_at = excluded.beat_at
