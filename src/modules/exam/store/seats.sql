-- name: insert-seat
insert into seat_allocation (sitting_id, application_id, person_id, session_id, level, paper, ticket_number, room_id, room_number, seat_no,
  grid_row, grid_column, form, attempt_id, state, changed_at)
values (:sittingId, :applicationId, :personId, :sessionId, :level, :paper, :ticketNumber, :roomId, :roomNumber, :seatNo,
  :gridRow, :gridColumn, :form, :attemptId, 'expected', :now)
on conflict (sitting_id, application_id) do nothing;

-- name: set-attempt
update seat_allocation set attempt_id = :attemptId where sitting_id = :sittingId and application_id = :applicationId;

-- name: seats-of-sitting
select * from seat_allocation where sitting_id = :sittingId order by room_number, seat_no;

-- name: seats-of-session
-- A season's list for awards and counts; never asked for on the day of the exam.
select * from seat_allocation where session_id = :sessionId order by sitting_id, room_number, seat_no;

-- name: seat-counts
select sitting_id, state, count(*) as seats from seat_allocation where sitting_id = any(:sittingIds) group by sitting_id, state;

-- name: lock-seat
select * from seat_allocation where sitting_id = :sittingId and application_id = :applicationId for update;

-- name: find-seat
select * from seat_allocation where sitting_id = :sittingId and application_id = :applicationId;

-- name: save-seat-state
update seat_allocation set state = :state, changed_at = :now where sitting_id = :sittingId and application_id = :applicationId and state = :before;

-- name: delete-seats
delete from seat_allocation where sitting_id = :sittingId;

-- name: insert-check-in
insert into check_in (sitting_id, check_in_id, application_id, kind, document, minutes_late, note, by_actor, at)
values (:sittingId, :checkInId, :applicationId, :kind, :document, :minutesLate, :note, :byActor, :at);

-- name: check-ins-of-sitting
select application_id, kind, minutes_late, at from check_in where sitting_id = :sittingId order by at, check_in_id;

-- name: insert-handover
insert into room_handover (sitting_id, room_id, seated, present, late, absent, note, by_actor, at)
values (:sittingId, :roomId, :seated, :present, :late, :absent, :note, :byActor, :at)
on conflict (sitting_id, room_id) do nothing;

-- name: handovers-of-sitting
select room_id, seated, present, late, absent, note, at from room_handover where sitting_id = :sittingId order by room_id;
