-- name: take-code
insert into lab_workshop_code (code, institution, workshop_id) values (:code, :institution, :workshopId) on conflict (code) do nothing returning code;

-- name: give-code-back
delete from lab_workshop_code where code = :code;

-- name: by-code
select institution, workshop_id from lab_workshop_code where code = :code;

-- name: insert-workshop
insert into lab_workshop (institution, workshop_id, name, task, mode, code, opened_by, opened_at)
values (:institution, :workshopId, :name, :task, :mode, :code, :openedBy, :now);

-- name: workshop
select institution, workshop_id, name, task, mode, code, opened_at, closed_at
from lab_workshop where institution = :institution and workshop_id = :workshopId;

-- name: workshops
select w.institution, w.workshop_id, w.name, w.task, w.mode, w.code, w.opened_at, w.closed_at, count(s.owner_id)::integer as seats
from lab_workshop w
left join lab_workshop_seat s on s.institution = w.institution and s.workshop_id = w.workshop_id
where w.institution = any(:institutions::text[])
group by w.institution, w.workshop_id
order by w.opened_at desc, w.workshop_id limit 100;

-- name: close-workshop
update lab_workshop set closed_at = :now where institution = :institution and workshop_id = :workshopId and closed_at is null;

-- name: insert-seat
insert into lab_workshop_seat (institution, workshop_id, owner_id, world_id, name, joined_at)
values (:institution, :workshopId, :ownerId, :worldId, :name, :now);

-- name: seats
select owner_id, world_id, name, joined_at
from lab_workshop_seat where institution = :institution and workshop_id = :workshopId order by joined_at, owner_id limit 300;

-- name: seat
select owner_id, world_id, name, joined_at
from lab_workshop_seat where institution = :institution and workshop_id = :workshopId and owner_id = :ownerId;

-- name: heads
-- The heads of many worlds in one question, each by its whole key.
select w.owner_id, w.world_id, w.institution, w.task, w.task_hash, w.mode, w.opened_at, w.touched_at, w.last_seq, w.lap, w.entries, w.head
from unnest(:ownerIds::text[], :worldIds::text[]) as asked (owner_id, world_id)
join lab_world w on w.owner_id = asked.owner_id and w.world_id = asked.world_id;

-- name: insert-card
insert into lab_hint_card (owner_id, world_id, card_id, text, sent_by, sent_at) values (:ownerId, :worldId, :cardId, :text, :sentBy, :now);

-- name: cards
select card_id, text, sent_at, read_at from lab_hint_card where owner_id = :ownerId and world_id = :worldId order by sent_at, card_id limit 100;

-- name: read-card
update lab_hint_card set read_at = :now where owner_id = :ownerId and world_id = :worldId and card_id = :cardId and read_at is null;

-- name: count-cards
select c.owner_id, count(*)::integer as sent, count(c.read_at)::integer as read
from unnest(:ownerIds::text[], :worldIds::text[]) as asked (owner_id, world_id)
join lab_hint_card c on c.owner_id = asked.owner_id and c.world_id = asked.world_id
group by c.owner_id;
