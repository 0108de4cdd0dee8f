-- reference
-- A concrete selection of items for a theory paper; written once. The seed and the bank of that day give the same form again.
create table form (
  form_id uuid not null,
  edition_id text not null,
  level text not null,
  work_type text,
  title text not null,
  minutes integer not null,
  seed text not null,
  digest text not null,
  assembled_at bigint not null,
  assembled_by text not null,
  primary key (form_id)
);

create index form_level on form (edition_id, level, assembled_at);

-- reference
create table form_item (
  form_id uuid not null references form (form_id),
  place integer not null,
  item_id text not null,
  item_version_id text not null,
  area jsonb not null,
  marks integer not null,
  primary key (form_id, place),
  unique (form_id, item_id)
);

-- What statistics may read of forms: which items stand in which form, no content.
create view v_assembly_form_item as
select f.form_id, f.edition_id, f.level, f.assembled_at, i.place, i.item_id, i.item_version_id, i.area, i.marks
from form f
join form_item i on i.form_id = f.form_id;
