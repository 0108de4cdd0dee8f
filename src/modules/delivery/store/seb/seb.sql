-- name: put-seb-sitting
insert into seb_sitting (sitting_id, sealed, made_at) values (:sittingId, :sealed, :now)
on conflict (sitting_id) do nothing

-- name: find-seb-sitting
select sealed from seb_sitting where sitting_id = :sittingId

-- name: rules-of-attempt
select rules from attempt where sitting_id = :sittingId and id = :attemptId

-- name: insert-seb-nonce
insert into seb_nonce (sitting_id, attempt_id, nonce_hash, epoch, ip, minted_at, valid_until)
values (:sittingId, :attemptId, :nonceHash, :epoch, :ip, :now, :validUntil)

-- name: find-seb-nonce
select epoch, ip, valid_until, used_at, via from seb_nonce where sitting_id = :sittingId and attempt_id = :attemptId and nonce_hash = :nonceHash

-- name: spend-seb-nonce
update seb_nonce set used_at = :now, via = :via, ip = :ip
where sitting_id = :sittingId and attempt_id = :attemptId and nonce_hash = :nonceHash and used_at is null

-- name: insert-seb-lock
insert into seb_lock (sitting_id, id, attempt_id, epoch, cause, ip, locked_at) values (:sittingId, :id, :attemptId, :epoch, :cause, :ip, :now)

-- name: open-seb-locks
select id, attempt_id, epoch, cause, locked_at from seb_lock where sitting_id = :sittingId and unlocked_at is null order by locked_at, id

-- name: open-seb-lock-of-attempt
-- Two servers that were cut apart may each have locked it; the first lock counts.
select id, attempt_id, epoch, cause, locked_at from seb_lock where sitting_id = :sittingId and attempt_id = :attemptId and unlocked_at is null
order by locked_at, id limit 1

-- name: close-seb-lock
update seb_lock set unlocked_at = :now, unlocked_by = :unlockedBy, second_person = :secondPerson, reason = :reason, credit_minutes = :creditMinutes
where sitting_id = :sittingId and attempt_id = :attemptId and unlocked_at is null

-- name: note-attempt-news
update attempt set peer_news = peer_news + 1 where sitting_id = :sittingId and id = :attemptId
