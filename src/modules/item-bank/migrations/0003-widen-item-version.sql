-- Facts of the item repeated at its versions, so that a search reads one narrow table.
alter table item_version add column code text not null default '';

alter table item_version add column edition_id text not null default '';

alter table item_version add column level text not null default '';

alter table item_version add column area_path text not null default '';

alter table item_version add column points jsonb not null default '[]';

alter table item_version add column seconds integer;

alter table item_version add column source text;

alter table item_version add column writer_id text;

alter table item_version add column reviewer text not null default '';

alter table item_version add column reviewer_id text;

alter table item_version add column approver text not null default '';

alter table item_version add column approver_id text;

alter table item_version add column guard integer not null default 1;

alter table item_version add column state_at bigint not null default 0;

alter table item_version add column made_from text;

alter table item_version add column stimulus_version_id text;

-- A short number of the version for the index of grams; null until its words are indexed.
alter table item_version add column text_no bigint;

update item_version v set code = i.code, edition_id = i.edition_id, level = i.level, state_at = v.entered_at,
  area_path = (select string_agg(a.part, '/') || '/' from jsonb_array_elements_text(v.area) as a (part)),
  reviewer = coalesce((select min(r.reviewer) from item_review r where r.item_version_id = v.item_version_id and r.verdict = 'passed'), '')
from item i where i.item_id = v.item_id;

create index item_version_code on item_version (code, number);

create index item_version_place on item_version (level, type, importance, state, edition_id);

create unique index item_version_text on item_version (text_no);

create index item_version_state on item_version (state, state_at);

-- reference
-- What was decided about a version, by whom, on which checklist.
create table item_verdict (
  item_version_id text not null references item_version (item_version_id),
  verdict_id text not null,
  duty text not null,
  verdict text not null,
  person text not null,
  person_id text,
  checklist jsonb not null default '[]',
  note text not null default '',
  at bigint not null,
  primary key (item_version_id, verdict_id)
);

insert into item_verdict (item_version_id, verdict_id, duty, verdict, person, at)
select r.item_version_id, 'by-file:' || r.reviewer, 'item-reviewer', 'passed', r.reviewer, r.at from item_review r;

drop table item_review;

-- reference
-- Remarks on a version in threads; a reply names the remark it belongs to.
create table item_comment (
  item_version_id text not null references item_version (item_version_id),
  comment_id text not null,
  reply_to text,
  place text not null,
  text text not null,
  person text not null,
  person_id text not null,
  at bigint not null,
  resolved_at bigint,
  resolved_by text,
  primary key (item_version_id, comment_id)
);

-- reference
-- How a version behaved, by source. Difficulty p in thousandths; b and discrimination in thousandths, signed.
create table item_statistic (
  item_version_id text not null references item_version (item_version_id),
  statistic_id text not null,
  source text not null,
  difficulty_p integer,
  difficulty_b integer,
  discrimination integer,
  mean_seconds integer,
  n integer not null,
  person text not null,
  at bigint not null,
  primary key (item_version_id, statistic_id)
);

-- reference
-- Items that must not stand in one form: a pair stands in both directions. By code, because a file may name an item of a later file.
create table item_enemy (
  code text not null,
  enemy_code text not null,
  primary key (code, enemy_code)
);

-- What the item was used for: a form, a module quiz or a trial.
alter table exposure add column kind text not null default 'form';

create index exposure_at on exposure (at);
