-- name: count-states
select v.state, count(*) as items from item_version v where v.edition_id = :editionId and v.level = :level group by v.state;

-- name: count-writers
select v.writer, v.state, count(*) as items
from item_version v where v.edition_id = :editionId and v.level = :level group by v.writer, v.state;

-- name: count-coverage
select coalesce(p.code, '') as code, v.type, v.difficulty, count(*) as items
from item_version v
left join item_point p on p.item_version_id = v.item_version_id and p.edition_id = :editionId and p.level = :level
where v.edition_id = :editionId and v.level = :level and v.state = 'operational'
group by coalesce(p.code, ''), v.type, v.difficulty;

-- name: list-ages
select v.item_id, v.entered_at, count(e.used_in) as uses, max(e.at) as last_used_at
from item_version v
left join exposure e on e.item_id = v.item_id
where v.edition_id = :editionId and v.level = :level and v.state = 'operational'
group by v.item_id, v.entered_at;
