-- name: insert-ticket-key
insert into ticket_key (ticket_number, session_id, application_id) values (:ticketNumber, :sessionId, :applicationId)
on conflict (ticket_number, session_id) do nothing;

-- name: find-ticket-key
select application_id from ticket_key where ticket_number = :ticketNumber and session_id = :sessionId;

-- name: insert-ticket
insert into admission_ticket (person_id, session_id, application_id, level, ticket_number, site_code, sittings, issued_at)
values (:personId, :sessionId, :applicationId, :level, :ticketNumber, :siteCode, :sittings, :issuedAt)
on conflict (person_id, session_id) do nothing;

-- name: tickets-of-person
select ticket.session_id, ticket.application_id, ticket.level, ticket.ticket_number, ticket.site_code, ticket.sittings, ticket.person_id
from admission_ticket ticket join exam_session on exam_session.session_id = ticket.session_id and exam_session.arranged_at is not null
where ticket.person_id = :personId order by exam_session.day desc, ticket.session_id;

-- name: delete-tickets
-- across shards: takes back the tickets of an arrangement that was never visible
delete from admission_ticket where session_id = :sessionId;

-- name: delete-ticket-keys
-- across shards: takes back the numbers of an arrangement that was never visible
delete from ticket_key where session_id = :sessionId;
