-- name: put-exam-document
insert into lab_exam_document (sha256, task, sealed, kept_at) values (:sha256, :task, :sealed, :now) on conflict (sha256) do nothing;

-- name: exam-document
select sealed from lab_exam_document where sha256 = :sha256;

-- name: known-exam-documents
select sha256 from lab_exam_document where sha256 = any(:sha256s::text[]) order by sha256;

-- name: drop-exam-documents
delete from lab_exam_document where sha256 = any(:sha256s::text[]);
