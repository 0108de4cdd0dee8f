-- name: find-specification
select s.specification_id, s.edition_id, s.level, s.part, s.number, s.provenance, s.note, s.textbook, s.digest, s.entered_at
from specification s
where s.edition_id = :editionId and s.level = :level and s.part = :part and s.is_current
for update;

-- name: read-specification
select s.specification_id, s.edition_id, s.level, s.part, s.number, s.provenance, s.note, s.textbook, s.digest, s.entered_at
from specification s
where s.edition_id = :editionId and s.level = :level and s.part = :part and s.is_current;

-- name: replace-specification
update specification set is_current = false where specification_id = :specificationId;

-- name: insert-specification
insert into specification (
  specification_id, edition_id, level, part, number, provenance, note, textbook, digest, is_current, entered_at, entered_by
)
values (:specificationId, :editionId, :level, :part, :number, :provenance, :note, :textbook, :digest, true, :at, :person);

-- name: insert-assessment-points
insert into assessment_point (specification_id, code, place, point_name, importance, page, ranges, area, area_path)
select :specificationId, r.code, r.place, r.point_name, r.importance, r.page, r.ranges, r.area, r.area_path
from jsonb_to_recordset(:rows::jsonb) as r (
  code text, place integer, point_name text, importance text, page integer, ranges jsonb, area jsonb, area_path text
);

-- name: list-assessment-points
select p.code, p.point_name, p.importance, p.page, p.ranges, p.area, p.area_path
from assessment_point p where p.specification_id = :specificationId order by p.place;

-- name: count-placed
select p.code, v.state, count(*) as items
from item_point p
join item_version v on v.item_version_id = p.item_version_id
where p.edition_id = :editionId and p.level = :level and v.state = any (:states)
group by p.code, v.state;

-- name: list-placed-codes
select distinct p.code from item_point p where p.edition_id = :editionId and p.level = :level order by p.code;

-- name: list-specifications
select s.edition_id, s.level, s.part, s.number, s.entered_at, s.entered_by,
  (select count(*) from assessment_point p where p.specification_id = s.specification_id) as points
from specification s where s.is_current
order by s.edition_id, s.level, s.part;
