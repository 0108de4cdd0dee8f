-- reference
-- A national exam date (考次). `nominal` names it, `day` is when it is held; `arranged_at` makes its seats visible.
create table exam_session (
  session_id text not null,
  scheme text not null,
  code text not null,
  nominal text not null,
  edition_id text not null,
  flag text not null check (flag in ('national', 'trial')),
  levels jsonb not null,
  day text not null,
  expected_day text,
  override_reason text,
  state text not null check (state in ('draft', 'published', 'closed', 'held', 'finished')),
  opens_on text,
  closes_on text,
  window_reason text,
  arranged_at bigint,
  drafted_at bigint not null,
  version integer not null,
  primary key (session_id),
  unique (scheme, code)
);

-- reference
-- Edits of the holiday tables by the national centre, applied in their order.
create table holiday_override (
  override_id text not null,
  year integer not null,
  place integer not null,
  edit jsonb not null,
  entered_by text not null,
  entered_at bigint not null,
  primary key (override_id),
  unique (year, place)
);

-- reference
-- A paper of a level at a site in a time slot (场次). `rooms` is the snapshot of the grids it is held in.
create table sitting (
  sitting_id uuid not null,
  session_id text not null references exam_session (session_id),
  site_code text not null,
  site_name text not null,
  level text not null,
  paper text not null check (paper in ('theory', 'skill')),
  starts_at bigint not null,
  ends_at bigint not null,
  minutes integer not null,
  rooms jsonb not null,
  closed_at bigint,
  closed_by text,
  primary key (sitting_id),
  unique (session_id, site_code, level, paper)
);

create index sitting_by_time on sitting (starts_at);

-- reference
-- What is played: the parallel theory forms A and B of each level and P, the practical paper of the hall, with their packages.
create table session_form (
  session_id text not null references exam_session (session_id),
  level text not null,
  form text not null check (form in ('A', 'B', 'P')),
  form_id text not null,
  package_id text not null,
  primary key (session_id, level, form)
);

-- reference
-- The order to allocate seats and how far it is. One for each session; a new run replaces the one before.
create table arrangement (
  session_id text not null references exam_session (session_id),
  run_id text not null,
  fingerprint text not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  phase text not null check (phase in ('plan', 'forms', 'seats', 'tickets')),
  done integer not null,
  total integer not null,
  refusal jsonb,
  started_at bigint not null,
  touched_at bigint not null,
  primary key (session_id)
);

-- shard: sitting_id
-- A candidate's seat (编场). One person one seat, one seat one person.
create table seat_allocation (
  sitting_id uuid not null references sitting (sitting_id),
  application_id text not null,
  person_id text not null,
  session_id text not null,
  level text not null,
  paper text not null,
  ticket_number text not null,
  room_id text not null,
  room_number integer not null,
  seat_no integer not null,
  grid_row integer not null,
  grid_column integer not null,
  form text,
  attempt_id text not null,
  state text not null check (state in ('expected', 'checked-in', 'absent', 'finished')),
  changed_at bigint not null,
  primary key (sitting_id, application_id),
  unique (sitting_id, person_id),
  unique (sitting_id, room_id, seat_no)
);

-- shard: sitting_id
-- Each time the door let a candidate in: the first with the document shown, later ones after a machine failed.
create table check_in (
  sitting_id uuid not null,
  check_in_id text not null,
  application_id text not null,
  kind text not null check (kind in ('first', 'again')),
  document text not null,
  minutes_late integer not null,
  note text not null,
  by_actor text not null,
  at bigint not null,
  primary key (sitting_id, check_in_id),
  foreign key (sitting_id, application_id) references seat_allocation (sitting_id, application_id)
);

-- shard: sitting_id
-- What the invigilator hands over when the sitting is closed, room by room.
create table room_handover (
  sitting_id uuid not null,
  room_id text not null,
  seated integer not null,
  present integer not null,
  late integer not null,
  absent integer not null,
  note text not null,
  by_actor text not null,
  at bigint not null,
  primary key (sitting_id, room_id)
);

-- reference
-- Block allocator of ticket numbers: each site of a session has a number within its province; `spare_given` counts the
-- numbers given to candidates without a theory seat.
create table ticket_number_block (
  session_id text not null references exam_session (session_id),
  province text not null,
  site_number integer not null check (site_number between 1 and 999),
  site_code text not null,
  spare_given integer not null,
  primary key (session_id, province, site_number),
  unique (session_id, site_code)
);

-- shard: ticket_number
-- One ticket number, one application, within a session.
create table ticket_key (
  ticket_number text not null,
  session_id text not null,
  application_id text not null,
  primary key (ticket_number, session_id)
);

-- shard: person_id
-- A person's admission ticket; `seats` names the sittings of its papers.
create table admission_ticket (
  person_id text not null,
  session_id text not null references exam_session (session_id),
  application_id text not null,
  level text not null,
  ticket_number text not null,
  site_code text not null,
  sittings jsonb not null,
  issued_at bigint not null,
  primary key (person_id, session_id)
);

-- What the season's funnel reads: only seats that are visible.
create view v_exam_seat as
select seat.session_id, seat.sitting_id, seat.attempt_id, seat.application_id, seat.person_id, seat.level, seat.paper, seat.state, sitting.site_code
from seat_allocation seat
join sitting on sitting.sitting_id = seat.sitting_id
join exam_session on exam_session.session_id = seat.session_id and exam_session.arranged_at is not null;
