-- name: open-upload
insert into result_upload (upload_id, site_code, sitting_id, claim, opened_at) values (:uploadId, :siteCode, :sittingId, :claim::jsonb, :now)
on conflict (upload_id) do nothing

-- name: find-upload
select claim, done_at from result_upload where upload_id = :uploadId

-- name: lock-upload
select claim, done_at from result_upload where upload_id = :uploadId for update

-- name: put-part
insert into result_upload_part (upload_id, part, sha256, byte_length) values (:uploadId, :part, :sha256, :byteLength) on conflict (upload_id, part) do nothing

-- name: parts-of-upload
select part, sha256 from result_upload_part where upload_id = :uploadId order by part

-- name: drop-parts
delete from result_upload_part where upload_id = :uploadId

-- name: end-upload
update result_upload set done_at = :now where upload_id = :uploadId
