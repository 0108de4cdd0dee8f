-- What two persons decided to count although it came after the end. It follows from the acts of the hall, and is written so that
-- whoever reads the events alone derives the same.
alter table response_event add column taken boolean not null default false;
