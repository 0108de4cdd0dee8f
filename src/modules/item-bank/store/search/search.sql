-- name: count-found
select count(*) as total from (
  select 1 from item_version v where (:editionId = '' or v.edition_id = :editionId) and (:level = '' or v.level = :level)
  and (:areaPath = '' or starts_with(v.area_path, :areaPath)) and (:type = '' or v.type = :type) and v.state = any (:states)
  and v.difficulty between :easiest and :hardest and (:importance = '' or v.importance = :importance)
  and (:writer = '' or v.writer = :writer) and (:code = '' or starts_with(v.code, :code))
  and (:used = '' or (:used = 'used') = exists (select 1 from exposure e where e.item_id = v.item_id))
  and (v.state not in ('draft', 'withdrawn') or :everybody::boolean or v.writer_id = :personId)
  limit :cap
) as f;

-- name: list-found
with found as (
  select v.item_version_id from item_version v where (:editionId = '' or v.edition_id = :editionId) and (:level = '' or v.level = :level)
  and (:areaPath = '' or starts_with(v.area_path, :areaPath)) and (:type = '' or v.type = :type) and v.state = any (:states)
  and v.difficulty between :easiest and :hardest and (:importance = '' or v.importance = :importance)
  and (:writer = '' or v.writer = :writer) and (:code = '' or starts_with(v.code, :code))
  and (:used = '' or (:used = 'used') = exists (select 1 from exposure e where e.item_id = v.item_id))
  and (v.state not in ('draft', 'withdrawn') or :everybody::boolean or v.writer_id = :personId)
  order by v.code, v.number limit :most offset :from
)
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from found f
join item_version v on v.item_version_id = f.item_version_id
order by v.code, v.number;

-- name: list-found-at-point
with found as (
  select distinct v.item_version_id, v.code, v.number
  from item_point p
  join item_version v on v.item_version_id = p.item_version_id
  where p.code = :point and (:editionId = '' or p.edition_id = :editionId) and (:editionId = '' or v.edition_id = :editionId) and (:level = '' or v.level = :level)
  and (:areaPath = '' or starts_with(v.area_path, :areaPath)) and (:type = '' or v.type = :type) and v.state = any (:states)
  and v.difficulty between :easiest and :hardest and (:importance = '' or v.importance = :importance)
  and (:writer = '' or v.writer = :writer) and (:code = '' or starts_with(v.code, :code))
  and (:used = '' or (:used = 'used') = exists (select 1 from exposure e where e.item_id = v.item_id))
  and (v.state not in ('draft', 'withdrawn') or :everybody::boolean or v.writer_id = :personId)
  limit :cap
), page as (
  select f.item_version_id, (select count(*) from found) as total from found f order by f.code, f.number limit :most offset :from
)
select '' as plain, f.total, v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from page f
join item_version v on v.item_version_id = f.item_version_id
order by v.code, v.number;

-- name: list-found-by-words
with found as (
  select v.item_version_id, v.code, v.number, c.plain
  from item_gram g
  join item_version v on v.text_no = g.text_no
  join item_content c on c.item_version_id = v.item_version_id
  where g.gram = :gram and position(:needle in c.plain) > 0 and (:editionId = '' or v.edition_id = :editionId) and (:level = '' or v.level = :level)
  and (:areaPath = '' or starts_with(v.area_path, :areaPath)) and (:type = '' or v.type = :type) and v.state = any (:states)
  and v.difficulty between :easiest and :hardest and (:importance = '' or v.importance = :importance)
  and (:writer = '' or v.writer = :writer) and (:code = '' or starts_with(v.code, :code))
  and (:used = '' or (:used = 'used') = exists (select 1 from exposure e where e.item_id = v.item_id))
  and (:point = '' or exists (select 1 from item_point p where p.item_version_id = v.item_version_id and p.code = :point))
  and (v.state not in ('draft', 'withdrawn') or :everybody::boolean or v.writer_id = :personId)
  limit :cap
), page as (
  select f.item_version_id, f.plain, (select count(*) from found) as total from found f order by f.code, f.number limit :most offset :from
)
select f.plain, f.total, v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from page f
join item_version v on v.item_version_id = f.item_version_id
order by v.code, v.number;

-- name: list-found-by-character
with found as (
  select v.item_version_id, v.code, v.number, c.plain
  from item_content c
  join item_version v on v.item_version_id = c.item_version_id
  where position(:needle in c.plain) > 0 and (:editionId = '' or v.edition_id = :editionId) and (:level = '' or v.level = :level)
  and (:areaPath = '' or starts_with(v.area_path, :areaPath)) and (:type = '' or v.type = :type) and v.state = any (:states)
  and v.difficulty between :easiest and :hardest and (:importance = '' or v.importance = :importance)
  and (:writer = '' or v.writer = :writer) and (:code = '' or starts_with(v.code, :code))
  and (:used = '' or (:used = 'used') = exists (select 1 from exposure e where e.item_id = v.item_id))
  and (:point = '' or exists (select 1 from item_point p where p.item_version_id = v.item_version_id and p.code = :point))
  and (v.state not in ('draft', 'withdrawn') or :everybody::boolean or v.writer_id = :personId)
  limit :cap
), page as (
  select f.item_version_id, f.plain, (select count(*) from found) as total from found f order by f.code, f.number limit :most offset :from
)
select f.plain, f.total, v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from page f
join item_version v on v.item_version_id = f.item_version_id
order by v.code, v.number;
