-- name: insert-file
insert into attempt_file (sitting_id, attempt_id, item_id, sha256, name, media_type, bytes, added_at)
values (:sittingId, :attemptId, :itemId, :sha256, :name, :mediaType, :bytes, :addedAt)
on conflict (sitting_id, attempt_id, item_id, sha256) do update set name = excluded.name, media_type = excluded.media_type

-- name: files-of-attempt
select item_id, sha256, name, media_type, bytes, added_at from attempt_file
where sitting_id = :sittingId and attempt_id = :attemptId order by added_at, sha256
