-- name: insert-package
insert into paper_package (id, digest, content, installed_at) values (:packageId, :digest, :content::jsonb, :now) on conflict (id) do nothing

-- name: find-package
select digest, content from paper_package where id = :packageId
