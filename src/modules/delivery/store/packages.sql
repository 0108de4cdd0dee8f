-- name: insert-package
insert into paper_package (id, digest, content, content_file, installed_at)
values (:packageId, :digest, :content::jsonb, :contentFile, :now) on conflict (id) do nothing

-- name: find-package
select digest, content, content_file from paper_package where id = :packageId
