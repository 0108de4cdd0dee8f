-- reference
-- Tasks with their scenarios as they came sealed with the papers of an exam, by the SHA-256 of their text; sealed with the keys of this
-- server, because rubric and solution stand in them.
create table lab_exam_document (
  sha256 text not null,
  task text not null,
  sealed text not null,
  kept_at bigint not null,
  primary key (sha256)
);
