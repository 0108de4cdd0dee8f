-- name: insert-enrolment
insert into site_enrolment (site_code, fingerprint, recipient, signing_key, received_at)
values (:siteCode, :fingerprint, :recipient, :signingKey, :now)
on conflict (site_code, fingerprint) do nothing;

-- name: unconfirmed-of-site
select count(*) as n from site_enrolment where site_code = :siteCode and confirmed_at is null;

-- name: enrolments-of-site
select * from site_enrolment where site_code = :siteCode order by received_at, fingerprint;

-- name: list-enrolments
select * from site_enrolment order by site_code, received_at, fingerprint;

-- name: confirm-enrolment
update site_enrolment set confirmed_at = :now, confirmed_by = :confirmedBy where site_code = :siteCode and fingerprint = :fingerprint;

-- name: find-report
select report, clock_ahead_ms, heard_at from site_report where site_code = :siteCode and server = :server for update;

-- name: put-report
insert into site_report (site_code, server, number, report, clock_ahead_ms, heard_at)
values (:siteCode, :server, :number, :report::jsonb, :clockAheadMs, :now)
on conflict (site_code, server) do update set number = excluded.number, report = excluded.report, clock_ahead_ms = excluded.clock_ahead_ms,
  heard_at = excluded.heard_at where site_report.number < excluded.number;

-- name: reports-of-sites
select report, clock_ahead_ms, heard_at from site_report where site_code = any(:siteCodes) order by site_code, server;

-- name: receipts-of-sittings
select sitting_id, site_code, root, statement, receipt, signature from result_receipt where sitting_id = any(:sittingIds);

-- name: attempts-played
select count(*) as n from attempt where sitting_id = :sittingId and (state <> 'ready' or epoch > 0);

-- name: delete-unplayed
delete from attempt where sitting_id = :sittingId and state = 'ready' and epoch = 0;

-- name: last-drill
select valid_until, recorded_at from arming_evidence where kind = 'drill' and passed order by recorded_at desc limit 1;

-- name: peer-evidence
select passed from arming_evidence where site_package_id = :sitePackageId and kind = 'peer';

-- name: ledger-attempts
select a.id, a.candidate_ref, a.ticket_number, a.masked_name, a.state, a.epoch, a.started_at is not null as started, a.ended_by,
  not exists (
    select 1 from attempt_epoch e where e.sitting_id = a.sitting_id and e.attempt_id = a.id and e.stored_through > (
      select count(*) from response_event r
      where r.sitting_id = e.sitting_id and r.attempt_id = e.attempt_id and r.epoch = e.epoch and r.seq <= e.stored_through)) as whole
from attempt a where a.sitting_id = :sittingId order by a.ticket_number, a.id;
