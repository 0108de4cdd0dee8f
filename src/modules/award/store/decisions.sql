-- name: save-decision
insert into award_decision (person_id, session_id, level, application_id, scheme, edition_id, session_code, ticket_number, site_code, province, state,
  theory_kind, theory_mark, practical_kind, practical_mark, reasons, carries, areas, skills, decided_at)
values (:personId, :sessionId, :level, :applicationId, :scheme, :editionId, :sessionCode, :ticketNumber, :siteCode, :province, :state,
  :theoryKind, :theoryMark, :practicalKind, :practicalMark, :reasons, :carries, :areas, :skills, :decidedAt)
on conflict (person_id, session_id, level) do update set application_id = excluded.application_id, ticket_number = excluded.ticket_number,
  site_code = excluded.site_code, province = excluded.province, state = excluded.state, theory_kind = excluded.theory_kind,
  theory_mark = excluded.theory_mark, practical_kind = excluded.practical_kind, practical_mark = excluded.practical_mark,
  reasons = excluded.reasons, carries = excluded.carries, areas = excluded.areas, skills = excluded.skills, decided_at = excluded.decided_at;

-- name: list-of-person
select person_id, session_id, level, application_id, scheme, edition_id, session_code, ticket_number, site_code, province, state,
  theory_kind, theory_mark, practical_kind, practical_mark, reasons, carries, areas, skills, decided_at, certificate_number
from award_decision where person_id = :personId order by decided_at, session_id, level;

-- name: list-of-people
select person_id, session_id, level, application_id, scheme, edition_id, session_code, ticket_number, site_code, province, state,
  theory_kind, theory_mark, practical_kind, practical_mark, reasons, carries, areas, skills, decided_at, certificate_number
from award_decision where person_id = any(:personIds) and session_id <> :sessionId order by decided_at, session_id, level;

-- name: list-of-session
-- across shards: a session's results for the national centre or a province
select person_id, session_id, level, application_id, scheme, edition_id, session_code, ticket_number, site_code, province, state,
  theory_kind, theory_mark, practical_kind, practical_mark, reasons, carries, areas, skills, decided_at, certificate_number
from award_decision
where session_id = :sessionId and (:everywhere or province = any(:provinces)) and (:level = '' or level = :level)
  and (:state = '' or state = :state) and (:search = '' or ticket_number = :search)
order by ticket_number, person_id limit :most offset :skip;

-- name: list-uncertified
-- across shards: who passed and has no certificate yet
select person_id, session_id, level, application_id, scheme, edition_id, session_code, ticket_number, site_code, province, state,
  theory_kind, theory_mark, practical_kind, practical_mark, reasons, carries, areas, skills, decided_at, certificate_number
from award_decision where session_id = :sessionId and state = 'passed' and certificate_number is null
order by site_code, ticket_number, person_id limit :most;

-- name: list-marks
-- across shards: states and marks of a session, for counting
select level, state, theory_kind, theory_mark, practical_kind, practical_mark, certificate_number is not null as certified
from award_decision where session_id = :sessionId and (:everywhere or province = any(:provinces)) and (:level = '' or level = :level);

-- name: name-certificate
update award_decision set certificate_number = :number
where person_id = :personId and session_id = :sessionId and level = :level and certificate_number is null;
