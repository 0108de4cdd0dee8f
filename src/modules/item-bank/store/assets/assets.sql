-- name: insert-media
insert into media (media_id, media_type, bytes, width, height, licence, holder, source, alt, entered_at, entered_by)
values (:mediaId, :mediaType, :bytes, :width, :height, :licence, :holder, :source, :alt, :at, :person)
on conflict (media_id) do nothing;

-- name: find-media
select m.media_id, m.media_type, m.bytes, m.width, m.height, m.licence, m.holder, m.source, m.alt from media m where m.media_id = :mediaId;

-- name: list-media
select m.media_id, m.media_type, m.bytes, m.width, m.height, m.licence, m.holder, m.source, m.alt
from media m where m.media_id = any (:mediaIds) order by m.media_id;

-- name: list-media-of-version
select m.media_id, m.media_type, m.bytes, m.width, m.height, m.licence, m.holder, m.source, m.alt
from item_media s
join media m on m.media_id = s.media_id
where s.item_version_id = any (:itemVersionIds)
group by m.media_id
order by m.media_id;

-- name: insert-stimulus
insert into stimulus (stimulus_id, edition_id, level, caption, created_at) values (:stimulusId, :editionId, :level, :caption, :at);

-- name: insert-stimulus-version
insert into stimulus_version (stimulus_version_id, stimulus_id, number, prose, source, writer, writer_id, entered_at)
select :stimulusVersionId, s.stimulus_id, coalesce((select max(v.number) from stimulus_version v where v.stimulus_id = s.stimulus_id), 0) + 1,
  :prose::jsonb, :source, :writer, :writerId, :at
from stimulus s where s.stimulus_id = :stimulusId;

-- name: lock-stimulus
select (select max(v.number) from stimulus_version v where v.stimulus_id = s.stimulus_id) as newest
from stimulus s where s.stimulus_id = :stimulusId for update;

-- name: list-stimuli
select s.stimulus_id, s.edition_id, s.level, s.caption, v.stimulus_version_id, v.number, v.writer, v.entered_at,
  (select count(*) from item_version i where i.stimulus_version_id = v.stimulus_version_id) as items
from stimulus s
join stimulus_version v on v.stimulus_id = s.stimulus_id
where s.edition_id = :editionId and s.level = :level
order by s.created_at, s.stimulus_id, v.number;

-- name: find-stimulus-version
select v.stimulus_version_id, v.stimulus_id, v.number, v.prose, v.source, v.writer
from stimulus_version v where v.stimulus_version_id = :stimulusVersionId;
