-- name: insert-file
insert into attempt_file as f (sitting_id, attempt_id, item_id, sha256, name, media_type, bytes, added_at)
values (:sittingId, :attemptId, :itemId, :sha256, :name, :mediaType, :bytes, :addedAt)
on conflict (sitting_id, attempt_id, item_id, sha256) do update
set name = excluded.name, media_type = excluded.media_type, added_at = excluded.added_at, peer_news = f.peer_news + 1

-- name: files-of-attempt
select item_id, sha256, name, media_type, bytes, added_at from attempt_file
where sitting_id = :sittingId and attempt_id = :attemptId order by added_at, sha256

-- name: files-with-news
select attempt_id, item_id, sha256, name, media_type, bytes, added_at, peer_news from attempt_file
where sitting_id = :sittingId and peer_news > 0 order by added_at, attempt_id, sha256 limit :most

-- name: told-file
update attempt_file set peer_news = 0
where sitting_id = :sittingId and attempt_id = :attemptId and item_id = :itemId and sha256 = :sha256 and peer_news = :news

-- name: take-file
-- The same file again takes the name that it was given last.
insert into attempt_file as f (sitting_id, attempt_id, item_id, sha256, name, media_type, bytes, added_at, peer_news)
select :sittingId::uuid, a.id, :itemId, :sha256, :name, :mediaType, :bytes, :addedAt, 0
from attempt a where a.sitting_id = :sittingId and a.id = :attemptId
on conflict (sitting_id, attempt_id, item_id, sha256) do update
set name = excluded.name, media_type = excluded.media_type, added_at = excluded.added_at
where (f.added_at, f.name) < (excluded.added_at, excluded.name)

-- name: forget-files
update attempt_file set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: untold-files
select f.attempt_id, f.sha256 from jsonb_to_recordset(:rows::jsonb) as r (attempt_id uuid)
join attempt_file f on f.sitting_id = :sittingId and f.attempt_id = r.attempt_id
where f.peer_news > 0
