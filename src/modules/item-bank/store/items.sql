-- name: list-items
select i.item_id, i.code, i.edition_id, i.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance, v.writer,
  (select min(r.reviewer) from item_review r where r.item_version_id = v.item_version_id and r.verdict = 'passed') as reviewer,
  (select count(*) from exposure e where e.item_id = i.item_id) as exposure
from item i
join item_version v on v.item_id = i.item_id
where i.edition_id = :editionId and i.level = any (:levels) and v.state = 'operational'
order by i.code;

-- name: list-versions
select i.item_id, i.code, i.edition_id, i.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance, v.writer,
  (select min(r.reviewer) from item_review r where r.item_version_id = v.item_version_id and r.verdict = 'passed') as reviewer,
  (select count(*) from exposure e where e.item_id = i.item_id) as exposure
from item_version v
join item i on i.item_id = v.item_id
where v.item_version_id = any (:itemVersionIds)
order by i.code;

-- name: list-secrets
select v.item_version_id, v.content, v.key_sealed from item_version v where v.item_version_id = any (:itemVersionIds);

-- name: find-current-version
select v.item_version_id from item_version v where v.item_id = :itemId and v.state = 'operational';

-- name: list-sources
select i.item_id, i.code, v.item_version_id, v.number, v.source_mac, v.state
from item i
join item_version v on v.item_id = i.item_id
where i.code = any (:codes)
order by i.code, v.number;

-- name: insert-items
insert into item (item_id, code, edition_id, level, created_at)
select r.item_id, r.code, r.edition_id, r.level, :at
from jsonb_to_recordset(:rows::jsonb) as r (item_id text, code text, edition_id text, level text);

-- name: insert-versions
insert into item_version (item_version_id, item_id, number, state, type, marks, area, difficulty, importance, writer, content, key_sealed, source_mac, entered_at)
select r.item_version_id, r.item_id, r.number, 'operational', r.type, r.marks, r.area, r.difficulty, r.importance, r.writer, r.content, r.key_sealed, r.source_mac, :at
from jsonb_to_recordset(:rows::jsonb) as r (
  item_version_id text, item_id text, number integer, type text, marks integer, area jsonb, difficulty integer, importance text, writer text,
  content jsonb, key_sealed text, source_mac text
);

-- name: insert-reviews
insert into item_review (item_version_id, reviewer, verdict, at)
select r.item_version_id, r.reviewer, 'passed', :at
from unnest(:itemVersionIds::text[], :reviewers::text[]) as r (item_version_id, reviewer);

-- name: retire-versions
update item_version set state = 'retired' where item_version_id = any (:itemVersionIds) and state = 'operational';

-- name: insert-exposures
insert into exposure (item_id, used_in, item_version_id, at)
select v.item_id, :usedIn, v.item_version_id, :at from item_version v where v.item_version_id = any (:itemVersionIds)
on conflict (item_id, used_in) do nothing;
