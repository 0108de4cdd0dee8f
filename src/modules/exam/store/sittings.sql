-- name: insert-sitting
insert into sitting (sitting_id, session_id, site_code, site_name, level, paper, starts_at, ends_at, minutes, rooms)
values (:sittingId, :sessionId, :siteCode, :siteName, :level, :paper, :startsAt, :endsAt, :minutes, :rooms::jsonb)
on conflict (session_id, site_code, level, paper) do nothing;

-- name: find-sitting
select sitting.* from sitting join exam_session on exam_session.session_id = sitting.session_id and exam_session.arranged_at is not null
where sitting.sitting_id = :sittingId;

-- name: sittings-of-session
select * from sitting where session_id = :sessionId order by starts_at, site_code, level, sitting_id;

-- name: visible-sittings
select sitting.* from sitting join exam_session on exam_session.session_id = sitting.session_id and exam_session.arranged_at is not null
where sitting.starts_at >= :from and sitting.starts_at < :until order by sitting.starts_at, sitting.site_code, sitting.level, sitting.sitting_id;

-- name: close-sitting
update sitting set closed_at = :closedAt, closed_by = :closedBy where sitting_id = :sittingId and closed_at is null;

-- name: delete-sittings
delete from sitting where session_id = :sessionId;

-- name: insert-form
insert into session_form (session_id, level, form, form_id, package_id) values (:sessionId, :level, :form, :formId, :packageId)
on conflict (session_id, level, form) do nothing;

-- name: forms-of-session
select level, form, form_id, package_id from session_form where session_id = :sessionId order by level, form;

-- name: insert-site-number
insert into ticket_number_block (session_id, province, site_number, site_code, spare_given)
values (:sessionId, :province, :siteNumber, :siteCode, :spareGiven)
on conflict (session_id, site_code) do update set spare_given = excluded.spare_given;

-- name: site-numbers
select province, site_number, site_code from ticket_number_block where session_id = :sessionId order by province, site_number;

-- name: start-arrangement
insert into arrangement (session_id, run_id, fingerprint, state, phase, done, total, refusal, started_at, touched_at)
values (:sessionId, :runId, :fingerprint, 'running', 'plan', 0, :total, null, :now, :now)
on conflict (session_id) do update set run_id = excluded.run_id, fingerprint = excluded.fingerprint, state = 'running', phase = 'plan',
  done = 0, total = excluded.total, refusal = null, started_at = excluded.started_at, touched_at = excluded.touched_at;

-- name: find-arrangement
select * from arrangement where session_id = :sessionId;

-- name: move-arrangement
-- Only the run that holds the arrangement moves it: one that was cancelled or replaced changes no row and stops.
update arrangement set phase = :phase, done = :done, touched_at = :now where session_id = :sessionId and run_id = :runId and state = 'running';

-- name: end-arrangement
update arrangement set state = :state, refusal = :refusal::jsonb, touched_at = :now where session_id = :sessionId and run_id = :runId and state = 'running';

-- name: cancel-arrangement
update arrangement set state = 'cancelled', touched_at = :now where session_id = :sessionId and state = 'running';
