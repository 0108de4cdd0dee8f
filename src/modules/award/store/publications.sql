-- name: open-slot
insert into award_publication_slot (session_id, publication_id) values (:sessionId, null) on conflict (session_id) do nothing;

-- name: take-slot
update award_publication_slot set publication_id = :publicationId where session_id = :sessionId and publication_id is null;

-- name: free-slot
update award_publication_slot set publication_id = null where session_id = :sessionId and publication_id = :publicationId;

-- name: insert-publication
insert into award_publication (session_id, publication_id, digest, candidates, proposed_by, proposed_at, state)
values (:sessionId, :publicationId, :digest, :candidates, :proposedBy, :proposedAt, 'proposed');

-- name: decide-publication
update award_publication set state = :state, decided_by = :decidedBy, decided_at = :decidedAt, visible_from = :visibleFrom, reason = :reason
where session_id = :sessionId and publication_id = :publicationId and state = 'proposed';

-- name: list-publications
select session_id, publication_id, digest, candidates, proposed_by, proposed_at, state, decided_by, decided_at, visible_from, reason
from award_publication where session_id = any(:sessionIds) order by proposed_at, publication_id;

-- name: lock-publication
select publication_id from award_publication where session_id = :sessionId and publication_id = :publicationId for update;
