-- name: put-result
insert into result_package (sitting_id, id, root, state_digest, statement, signers, attempts, events, byte_length, sha256, built_at)
values (:sittingId, :resultId, :root, :stateDigest, :statement::jsonb, :signers::jsonb, :attempts, :events, :byteLength, :sha256, :builtAt)

-- name: results-of-sitting
select * from result_package where sitting_id = :sittingId order by built_at desc, id

-- name: purged-at
select purged_at from hall_sitting where sitting_id = :sittingId

-- name: mark-purged
update hall_sitting set purged_at = :now where sitting_id = :sittingId

-- name: files-of-sitting
select distinct sha256 from attempt_file where sitting_id = :sittingId

-- name: file-elsewhere
select sitting_id from attempt_file where sha256 = :sha256 limit 1

-- name: purge-seb-nonces
delete from seb_nonce where sitting_id = :sittingId

-- name: purge-seb-locks
delete from seb_lock where sitting_id = :sittingId

-- name: purge-seb-sitting
delete from seb_sitting where sitting_id = :sittingId

-- name: purge-starts
delete from attempt_start where sitting_id = :sittingId

-- name: purge-endings
delete from attempt_closing where sitting_id = :sittingId

-- name: purge-clashes
delete from event_clash where sitting_id = :sittingId

-- name: purge-moves
delete from seat_move where sitting_id = :sittingId

-- name: purge-beats
delete from client_beat where sitting_id = :sittingId

-- name: purge-help-calls
delete from help_call where sitting_id = :sittingId

-- name: purge-malpractice
delete from malpractice_record where sitting_id = :sittingId

-- name: purge-hall-credits
delete from hall_credit where sitting_id = :sittingId

-- name: purge-halts
delete from hall_halt where sitting_id = :sittingId

-- name: purge-acts
delete from hall_act where sitting_id = :sittingId

-- name: purge-candidates
delete from hall_candidate where sitting_id = :sittingId

-- name: purge-incidents
delete from incident where sitting_id = :sittingId

-- name: purge-files
delete from attempt_file where sitting_id = :sittingId

-- name: purge-credits
delete from time_credit where sitting_id = :sittingId

-- name: purge-responses
delete from response where sitting_id = :sittingId

-- name: purge-events
delete from response_event where sitting_id = :sittingId

-- name: purge-epochs
delete from attempt_epoch where sitting_id = :sittingId

-- name: purge-attempts
delete from attempt where sitting_id = :sittingId
