-- name: put-form
insert into sealed_form (package_id, site_package_id, form_file, byte_length, form_key_sealed)
values (:packageId, :sitePackageId, :formFile, :byteLength, :formKeySealed) on conflict (package_id) do nothing

-- name: find-form
select * from sealed_form where package_id = :packageId

-- name: forms-of-package
select f.package_id, f.form_file, p.content_file from sealed_form f join paper_package p on p.id = f.package_id where f.site_package_id = :sitePackageId

-- name: drop-form
delete from sealed_form where package_id = :packageId

-- name: drop-paper
update paper_package set content_file = null where id = :packageId and content is null

-- name: put-staged
insert into staged_package (id, manifest, manifest_digest, sittings, not_before, not_after, centre, imported_at)
values (:sitePackageId, :manifest::jsonb, :manifestDigest, :sittings::jsonb, :notBefore, :notAfter, :centre::jsonb, :now) on conflict (id) do nothing

-- name: staged-packages
select s.*, p.papers_opened_at from staged_package s join site_package p on p.id = s.id order by p.installed_at desc, s.id desc
