-- name: insert-session
insert into exam_session (session_id, scheme, code, nominal, edition_id, flag, levels, day, expected_day, override_reason, state, drafted_at, version)
values (:id, :scheme, :code, :nominal, :editionId, :flag, :levels, :day, :expectedDay, :overrideReason, :state, :draftedAt, 1)
on conflict (scheme, code) do nothing;

-- name: find-session
select * from exam_session where session_id = :sessionId;

-- name: lock-session
select * from exam_session where session_id = :sessionId for update;

-- name: list-sessions
select * from exam_session where day >= :fromDay order by day desc, session_id;

-- name: sessions-of-scheme
select * from exam_session where scheme = :scheme and nominal >= :fromMonth and nominal <= :untilMonth order by nominal, session_id;

-- name: advance-session
update exam_session set state = :state, opens_on = :opensOn, closes_on = :closesOn, window_reason = :windowReason, version = version + 1
where session_id = :sessionId and version = :version;

-- name: set-arranged
update exam_session set arranged_at = :arrangedAt, version = version + 1 where session_id = :sessionId;

-- name: insert-override
insert into holiday_override (override_id, year, place, edit, entered_by, entered_at)
select :overrideId, :year, coalesce(max(place), 0) + 1, :edit::jsonb, :enteredBy, :enteredAt from holiday_override where year = :year
on conflict (year, place) do nothing;

-- name: list-overrides
select edit from holiday_override where year >= :fromYear and year <= :untilYear order by year, place;
