-- name: insert-institution
insert into institution (institution_id, name, province, kind, address, entered_at, version)
values (:code, :name, :province, :kind, :address, :enteredAt, 1)
on conflict (institution_id) do nothing;

-- name: find-institution
select institution_id, name, province, kind, address from institution where institution_id = :code;

-- name: list-institutions
-- The list of institutions is small (hundreds) and is asked for by people, not on a hot path.
select institution_id, name, province, kind, address from institution where :province = '' or province = :province order by institution_id;

-- name: insert-authorisation
insert into authorisation (institution_id, authorisation_id, scopes, levels, from_day, until_day, state, reason, version)
values (:institution, :id, :scopes, :levels, :from, :until, :state, :reason, 1);

-- name: authorisations-of
select institution_id, authorisation_id, scopes, levels, from_day, until_day, state, reason from authorisation
where institution_id = any(:institutions) order by institution_id, from_day, authorisation_id;

-- name: change-authorisation
update authorisation set state = :state, reason = :reason, version = version + 1
where institution_id = :institution and authorisation_id = :id and state = :before;

-- name: insert-room
insert into room (institution_id, room_id, number, name, uses, grid_rows, grid_columns, gaps, numbering, spare_seats, certified_until, version)
values (:institution, :id, :number, :name, :uses, :rows, :columns, :gaps, :numbering, :spareSeats, :certifiedUntil, 1)
on conflict (institution_id, number) do nothing;

-- name: rooms-of
select institution_id, room_id, number, name, uses, grid_rows, grid_columns, gaps, numbering, spare_seats, certified_until from room
where institution_id = any(:institutions) order by institution_id, number;

-- name: insert-appointment
insert into appointment (institution_id, appointment_id, person_id, duty, levels, from_day, until_day, entered_at)
values (:institution, :appointmentId, :personId, :duty, :levels, :from, :until, :enteredAt);

-- name: appointments-of
select institution_id, appointment_id, person_id, duty, levels, from_day, until_day from appointment
where institution_id = :institution order by from_day, appointment_id;
