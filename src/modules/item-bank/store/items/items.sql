-- name: list-items
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at
from item_version v
where v.edition_id = :editionId and v.level = any (:levels) and v.state = 'operational'
order by v.code;

-- name: list-items-page
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at
from item_version v
where v.edition_id = :editionId and v.level = :level and v.state = 'operational' and (:type = '' or v.type = :type)
  and (:search = '' or position(:search in v.code) > 0 or position(:search in v.writer) > 0 or position(:search in v.reviewer) > 0
    or position(:search in v.area_path) > 0)
  and v.code > :after
order by v.code
limit :most;

-- name: count-items
select count(*) as total from item_version v
where v.edition_id = :editionId and v.level = :level and v.state = 'operational' and (:type = '' or v.type = :type)
  and (:search = '' or position(:search in v.code) > 0 or position(:search in v.writer) > 0 or position(:search in v.reviewer) > 0
    or position(:search in v.area_path) > 0);

-- name: list-versions
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at
from item_version v
where v.item_version_id = any (:itemVersionIds)
order by v.code;

-- name: list-secrets
select c.item_version_id, c.content, c.rubric, c.key_sealed from item_content c where c.item_version_id = any (:itemVersionIds);

-- name: find-current-version
select v.item_version_id from item_version v where v.item_id = :itemId and v.state = 'operational';

-- name: list-stimuli
select v.item_version_id, s.stimulus_version_id, s.prose
from item_version v
join stimulus_version s on s.stimulus_version_id = v.stimulus_version_id
where v.item_version_id = any (:itemVersionIds);

-- name: list-enemies
select e.code, e.enemy_code from item_enemy e where e.code = any (:codes) order by e.code, e.enemy_code;

-- name: insert-enemies
insert into item_enemy (code, enemy_code)
select r.code, r.enemy_code from unnest(:codes::text[], :enemies::text[]) as r (code, enemy_code)
on conflict (code, enemy_code) do nothing;

-- name: remove-enemies
delete from item_enemy where code = :code or enemy_code = :code;

-- name: insert-exposures
insert into exposure (item_id, used_in, item_version_id, kind, at)
select v.item_id, :usedIn, v.item_version_id, :kind, :at from item_version v where v.item_version_id = any (:itemVersionIds)
on conflict (item_id, used_in) do nothing;

-- name: list-exposures
select e.used_in, e.kind, e.item_version_id, e.at from exposure e where e.item_id = :itemId order by e.at desc, e.used_in;
