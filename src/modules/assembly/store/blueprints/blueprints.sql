-- name: insert-blueprint
insert into blueprint (blueprint_id, edition_id, level, work_type, part, created_at, created_by)
values (:blueprintId, :editionId, :level, :workType, :part, :now, :person);

-- name: insert-version
insert into blueprint_version (blueprint_version_id, blueprint_id, number, state, guard, body, edited_at, edited_by, edited_by_id)
values (:blueprintVersionId, :blueprintId, :number, 'draft', 1, :body::jsonb, :now, :person, :personId);

-- name: save-draft
update blueprint_version set body = :body::jsonb, guard = guard + 1, edited_at = :now, edited_by = :person, edited_by_id = :personId
where blueprint_version_id = :blueprintVersionId and state = 'draft' and guard = :guard;

-- name: approve-draft
update blueprint_version set state = 'approved', guard = guard + 1, approved_at = :now, approved_by = :person
where blueprint_version_id = :blueprintVersionId and state = 'draft' and guard = :guard;

-- name: find-version
select blueprint_version_id, blueprint_id, number, state, guard, body, edited_at, edited_by, edited_by_id, approved_at, approved_by
from blueprint_version where blueprint_version_id = :blueprintVersionId;

-- name: list-versions-of
select blueprint_version_id, blueprint_id, number, state, guard, body, edited_at, edited_by, edited_by_id, approved_at, approved_by
from blueprint_version where blueprint_id = :blueprintId order by number desc;

-- name: lock-blueprint
select blueprint_id from blueprint where blueprint_id = :blueprintId for update;

-- name: list-blueprints
select v.blueprint_version_id, v.blueprint_id, v.number, v.state, v.guard, v.body, v.edited_at, v.edited_by, v.edited_by_id,
  v.approved_at, v.approved_by
from blueprint b
join blueprint_version v on v.blueprint_id = b.blueprint_id
where (:editionId = '' or b.edition_id = :editionId) and (:level = '' or b.level = :level)
order by v.blueprint_id, v.number desc
limit 2000;
