-- name: find-version
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from item_version v
where v.item_version_id = :itemVersionId;

-- name: list-of-item
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from item_version v
where v.item_id = :itemId
order by v.number;

-- name: list-waiting
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from item_version v
where v.state = any (:states)
order by v.state_at, v.code
limit :most;

-- name: lock-item
select i.item_id, i.code from item i where i.item_id = :itemId for update;

-- name: find-item-by-code
select i.item_id, i.code from item i where i.code = :code;

-- name: list-codes
select i.code from item i order by i.code;

-- name: insert-items
insert into item (item_id, code, edition_id, level, created_at)
select r.item_id, r.code, r.edition_id, r.level, :at
from jsonb_to_recordset(:rows::jsonb) as r (item_id text, code text, edition_id text, level text);

-- name: insert-versions
insert into item_version (
  item_version_id, item_id, number, state, type, marks, area, area_path, difficulty, importance, points, seconds, source,
  writer, writer_id, reviewer, stimulus_version_id, made_from, code, edition_id, level, source_mac, text_no, entered_at, state_at
)
select r.item_version_id, r.item_id, r.number, r.state, r.type, r.marks, r.area, r.area_path, r.difficulty, r.importance, r.points, r.seconds, r.source,
  r.writer, r.writer_id, r.reviewer, r.stimulus_version_id, r.made_from, r.code, r.edition_id, r.level, r.source_mac, r.text_no, :at, :at
from jsonb_to_recordset(:rows::jsonb) as r (
  item_version_id text, item_id text, number integer, state text, type text, marks integer, area jsonb, area_path text, difficulty integer,
  importance text, points jsonb, seconds integer, source text, writer text, writer_id text, reviewer text, stimulus_version_id text,
  made_from text, code text, edition_id text, level text, source_mac text, text_no bigint
);

-- name: insert-contents
insert into item_content (item_version_id, content, rubric, key_sealed, plain)
select r.item_version_id, r.content, r.rubric, r.key_sealed, r.plain
from jsonb_to_recordset(:rows::jsonb) as r (item_version_id text, content jsonb, rubric jsonb, key_sealed text, plain text);

-- name: update-draft
update item_version set type = :type, marks = :marks, area = :area::jsonb, area_path = :areaPath, difficulty = :difficulty, importance = :importance,
  points = :points::jsonb, seconds = :seconds, source = :source, stimulus_version_id = :stimulusVersionId, guard = guard + 1
where item_version_id = :itemVersionId and guard = :guard and state = 'draft';

-- name: update-content
update item_content set content = :content::jsonb, rubric = :rubric::jsonb, key_sealed = :keySealed, plain = :plain
where item_version_id = :itemVersionId;

-- name: move-version
update item_version set state = :state, state_at = :at, guard = guard + 1,
  reviewer = coalesce(:reviewer, reviewer), reviewer_id = coalesce(:reviewerId, reviewer_id),
  approver = coalesce(:approver, approver), approver_id = coalesce(:approverId, approver_id)
where item_version_id = :itemVersionId and guard = :guard;

-- name: retire-versions
update item_version set state = 'retired', state_at = :at, guard = guard + 1
where item_version_id = any (:itemVersionIds) and state = 'operational';

-- name: list-sources
select v.item_id, v.code, v.item_version_id, v.number, v.source_mac, v.state
from item_version v
where v.code = any (:codes)
order by v.code, v.number;

-- name: remove-points
delete from item_point where item_version_id = :itemVersionId;

-- name: insert-points
insert into item_point (item_version_id, edition_id, level, code, area_path, importance, is_home)
select r.item_version_id, r.edition_id, r.level, r.code, r.area_path, r.importance, r.is_home
from jsonb_to_recordset(:rows::jsonb) as r (
  item_version_id text, edition_id text, level text, code text, area_path text, importance text, is_home boolean
)
on conflict (item_version_id, edition_id, level, code) do nothing;

-- name: list-points
select p.edition_id, p.level, p.code, p.area_path, p.importance, p.is_home
from item_point p where p.item_version_id = :itemVersionId order by p.is_home desc, p.edition_id, p.level, p.code;

-- name: list-points-of-versions
select p.item_version_id, p.edition_id, p.level, p.code, p.area_path, p.importance, p.is_home
from item_point p where p.item_version_id = any (:itemVersionIds)
order by p.item_version_id, p.is_home desc, p.edition_id, p.level, p.code;

-- name: remove-media
delete from item_media where item_version_id = :itemVersionId;

-- name: insert-media
insert into item_media (media_id, item_version_id)
select m.media_id, r.item_version_id
from unnest(:itemVersionIds::text[], :mediaIds::text[]) as r (item_version_id, media_id)
join media m on m.media_id = r.media_id
on conflict (media_id, item_version_id) do nothing;

-- name: list-own
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from item_version v
where v.writer_id = :personId and v.state = any (:states)
  and not exists (select 1 from item_version n where n.item_id = v.item_id and n.number > v.number)
order by v.state_at desc, v.code
limit :most;

-- name: list-of-stimulus
select v.item_id, v.code, v.edition_id, v.level, v.item_version_id, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance,
  v.points, v.seconds, v.stimulus_version_id, v.writer, v.reviewer,
  (select count(*) from exposure e where e.item_id = v.item_id) as exposure,
  (select max(e.at) from exposure e where e.item_id = v.item_id) as last_used_at,
  v.source, v.writer_id, v.reviewer_id, v.approver, v.approver_id, v.guard, v.entered_at, v.state_at, v.made_from
from item_version v
where v.stimulus_version_id in (select s.stimulus_version_id from stimulus_version s where s.stimulus_id = :stimulusId)
order by v.code, v.number;
