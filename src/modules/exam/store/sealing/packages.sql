-- name: delete-packages
delete from sealed_package where sealing_id = :sealingId;

-- name: insert-package
insert into sealed_package (sealing_id, site_code, site_name, site_package_id, manifest, digest, parts, seals, candidates, faces)
values (:sealingId, :siteCode, :siteName, :sitePackageId, :manifest, :digest, :parts::jsonb, '[]'::jsonb, :candidates, :faces);

-- name: packages-of
select * from sealed_package where sealing_id = :sealingId order by site_code;

-- name: find-package
select * from sealed_package where sealing_id = :sealingId and site_code = :siteCode;

-- name: find-by-id
select * from sealed_package where site_package_id = :sitePackageId;

-- name: add-seals
update sealed_package set seals = sealed_package.seals || r.seal
from jsonb_to_recordset(:rows::jsonb) as r (site_code text, seal jsonb)
where sealed_package.sealing_id = :sealingId and sealed_package.site_code = r.site_code;

-- name: put-file
update sealed_package set file_id = :fileId, file_bytes = :fileBytes where sealing_id = :sealingId and site_code = :siteCode;

-- name: mark-fetched
update sealed_package set fetched_at = coalesce(fetched_at, :now) where site_package_id = :sitePackageId;

-- name: mark-key-fetched
update sealed_package set key_fetched_at = coalesce(key_fetched_at, :now) where site_package_id = :sitePackageId;
