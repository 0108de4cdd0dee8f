-- name: insert-form
insert into form (form_id, edition_id, level, work_type, part, title, minutes, seed, digest, assembled_at, assembled_by, run_id,
  blueprint_version_id)
values (:formId, :editionId, :level, :workType, :part, :title, :minutes, :seed, :digest, :assembledAt, :assembledBy, :runId,
  :blueprintVersionId);

-- name: insert-places
insert into form_item (form_id, place, item_id, item_version_id, area, marks)
select :formId, r.place, r.item_id, r.item_version_id, r.area, r.marks
from jsonb_to_recordset(:rows::jsonb) as r (place integer, item_id text, item_version_id text, area jsonb, marks integer);

-- name: find-form
select form_id, edition_id, level, work_type, part, title, minutes, seed, digest, assembled_at, assembled_by, run_id, blueprint_version_id
from form where form_id = :formId;

-- name: list-places
select place, item_id, item_version_id, area, marks from form_item where form_id = :formId order by place;

-- name: list-forms
select f.form_id, f.edition_id, f.level, f.work_type, f.part, f.title, f.minutes, f.digest, f.assembled_at, f.assembled_by, f.run_id,
  f.blueprint_version_id,
  (select count(*) from form_item i where i.form_id = f.form_id) as items
from form f
where (:editionId = '' or f.edition_id = :editionId) and (:level = '' or f.level = :level)
order by f.assembled_at desc, f.form_id
limit :most;

-- name: count-forms
select count(*) as total from form f where (:editionId = '' or f.edition_id = :editionId) and (:level = '' or f.level = :level);

-- name: list-recent-items
select i.form_id, i.item_id from form_item i
join (
  select f.form_id, f.assembled_at from form f
  where f.edition_id = :editionId and f.level = :level and f.part = :part and f.work_type is not distinct from :workType
    and f.run_id is distinct from :runId
  order by f.assembled_at desc, f.form_id
  limit :most
) r on r.form_id = i.form_id
order by r.assembled_at desc, i.form_id, i.place;
