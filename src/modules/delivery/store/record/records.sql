-- name: attempts-of-record
select id, candidate_ref, paper, package_id, ticket_number, masked_name, room_label, seat_label, rules, allotted_minutes, allowance_minutes, credit_minutes,
  state, epoch, start_ref, started_at, ends_at, accepts_until, ended_at, ended_by, receipt_code
from attempt where sitting_id = :sittingId

-- name: epochs-of-record
select epoch, opened_at, stored_through, sealed_at from attempt_epoch where sitting_id = :sittingId and attempt_id = :attemptId order by epoch

-- name: events-of-record
select epoch, seq, item_id, kind, value, digest, client_ms, received_at, fenced, late from response_event
where sitting_id = :sittingId and attempt_id = :attemptId order by epoch, seq

-- name: responses-of-record
select item_id, kind, value, epoch, seq, saved_at from response where sitting_id = :sittingId and attempt_id = :attemptId

-- name: credits-of-record
select id, minutes, reason, granted_by, granted_at, from_at, to_at from time_credit where sitting_id = :sittingId and attempt_id = :attemptId order by granted_at, id

-- name: files-of-record
select item_id, sha256, name, media_type, bytes, added_at from attempt_file where sitting_id = :sittingId and attempt_id = :attemptId order by item_id, sha256

-- name: incidents-of-record
select id, attempt_id, kind, note, facts, recorded_by, recorded_at from incident where sitting_id = :sittingId order by recorded_at, id

-- name: hall-sitting-of-record
select sitting_id from hall_sitting where sitting_id = :sittingId

-- name: hall-candidates-of-record
select candidate_ref, attempt_id, ticket_number, room_label, seat_label, allowance_minutes, checked_in_at, absent_at from hall_candidate
where sitting_id = :sittingId

-- name: hall-acts-of-record
select id, kind, facts, done_by, witness, done_at from hall_act where sitting_id = :sittingId

-- name: hall-halts-of-record
select id, kind, room_label, reason, note, from_at, from_by, to_at, outcome from hall_halt where sitting_id = :sittingId

-- name: hall-credits-of-record
select id, scope, room_label, candidate_ref, cause, from_at, to_at, note, state, proposed_by, proposed_at, decided_by, witness, decided_at from hall_credit
where sitting_id = :sittingId

-- name: malpractice-of-record
select id, candidate_ref, reason, note, stopped, recorded_by, witness, recorded_at from malpractice_record where sitting_id = :sittingId

-- name: help-calls-of-record
select id, attempt_id, called_at, answered_at, answered_by from help_call where sitting_id = :sittingId

-- name: result-hall
select hall from result_hall where sitting_id = :sittingId

-- name: copy-hall
insert into result_hall (sitting_id, hall) values (:sittingId, :hall::jsonb) on conflict (sitting_id) do nothing

-- name: package-stands
select id from paper_package where id = :packageId

-- name: copy-attempt
insert into attempt (sitting_id, id, candidate_ref, paper, package_id, ticket_number, masked_name, room_label, seat_label, rules, allotted_minutes,
  allowance_minutes, credit_minutes, state, epoch, start_ref, started_at, ends_at, accepts_until, ended_at, ended_by, receipt_code)
select :sittingId, id, candidate_ref, paper, package_id, ticket_number, masked_name, room_label, seat_label, rules, allotted_minutes,
  allowance_minutes, credit_minutes, state, epoch, start_ref, started_at, ends_at, accepts_until, ended_at, ended_by, receipt_code
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, candidate_ref text, paper text, package_id uuid, ticket_number text, masked_name text, room_label text,
  seat_label text, rules jsonb, allotted_minutes integer, allowance_minutes integer, credit_minutes integer, state text, epoch integer, start_ref text,
  started_at bigint, ends_at bigint, accepts_until bigint, ended_at bigint, ended_by text, receipt_code text)
on conflict (sitting_id, id) do nothing

-- name: copy-epochs
-- No token goes home: an epoch that was copied admits nobody.
insert into attempt_epoch (sitting_id, attempt_id, epoch, token_hash, ip, opened_at, stored_through, sealed_at)
select :sittingId, :attemptId, epoch, '', '', opened_at, stored_through, sealed_at
from jsonb_to_recordset(:rows::jsonb) as r (epoch integer, opened_at bigint, stored_through integer, sealed_at bigint)
on conflict (sitting_id, attempt_id, epoch) do nothing

-- name: copy-events
insert into response_event (sitting_id, attempt_id, epoch, seq, item_id, kind, value, digest, client_ms, received_at, fenced, late)
select :sittingId, :attemptId, epoch, seq, item_id, kind, value, digest, client_ms, received_at, fenced, late
from jsonb_to_recordset(:rows::jsonb) as r (epoch integer, seq integer, item_id text, kind text, value jsonb, digest text, client_ms bigint, received_at bigint,
  fenced boolean, late boolean)
on conflict (sitting_id, attempt_id, epoch, seq) do nothing

-- name: copy-responses
insert into response (sitting_id, attempt_id, item_id, kind, value, epoch, seq, saved_at)
select :sittingId, :attemptId, item_id, kind, value, epoch, seq, saved_at
from jsonb_to_recordset(:rows::jsonb) as r (item_id text, kind text, value jsonb, epoch integer, seq integer, saved_at bigint)
on conflict (sitting_id, attempt_id, item_id, kind) do nothing

-- name: copy-credits
insert into time_credit (sitting_id, id, attempt_id, minutes, reason, granted_by, granted_at, from_at, to_at)
select :sittingId, id, :attemptId, minutes, reason, granted_by, granted_at, from_at, to_at
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, minutes integer, reason text, granted_by text, granted_at bigint, from_at bigint, to_at bigint)
on conflict (sitting_id, id) do nothing

-- name: copy-files
insert into attempt_file (sitting_id, attempt_id, item_id, sha256, name, media_type, bytes, added_at)
select :sittingId, :attemptId, item_id, sha256, name, media_type, bytes, added_at
from jsonb_to_recordset(:rows::jsonb) as r (item_id text, sha256 text, name text, media_type text, bytes integer, added_at bigint)
on conflict (sitting_id, attempt_id, item_id, sha256) do nothing

-- name: copy-incidents
insert into incident (sitting_id, id, attempt_id, kind, note, facts, recorded_by, recorded_at)
select :sittingId, id, attempt_id, kind, note, facts, recorded_by, recorded_at
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, attempt_id uuid, kind text, note text, facts jsonb, recorded_by text, recorded_at bigint)
on conflict (sitting_id, id) do nothing

-- name: insert-receipt
insert into result_receipt (sitting_id, site_code, root, state_digest, statement, receipt, signature, received_at)
values (:sittingId, :siteCode, :root, :stateDigest, :statement::jsonb, :receipt::jsonb, :signature, :receivedAt)
on conflict (sitting_id) do nothing

-- name: find-receipt
select root, state_digest, receipt, signature from result_receipt where sitting_id = :sittingId
