-- reference
-- An item keeps its number over all its versions.
create table item (
  item_id text not null,
  code text not null,
  edition_id text not null,
  level text not null,
  created_at bigint not null,
  primary key (item_id),
  unique (code)
);

create index item_level on item (edition_id, level);

-- reference
-- Immutable content of an item. The key (with the explanation) is sealed; `source_mac` tells whether a file brings anything new.
create table item_version (
  item_version_id text not null,
  item_id text not null references item (item_id),
  number integer not null,
  state text not null,
  type text not null,
  marks integer not null,
  area jsonb not null,
  difficulty integer not null,
  importance text not null,
  writer text not null,
  content jsonb not null,
  key_sealed text not null,
  source_mac text not null,
  entered_at bigint not null,
  primary key (item_version_id),
  unique (item_id, number)
);

-- reference
-- Who passed a version. A writer never passes an item of their own.
create table item_review (
  item_version_id text not null references item_version (item_version_id),
  reviewer text not null,
  verdict text not null,
  at bigint not null,
  primary key (item_version_id, reviewer)
);

-- reference
-- Where an item was used: one row for each form.
create table exposure (
  item_id text not null references item (item_id),
  used_in text not null,
  item_version_id text not null references item_version (item_version_id),
  at bigint not null,
  primary key (item_id, used_in)
);

-- What statistics may read of the bank: no content and no key.
create view v_item_bank_version as
select v.item_version_id, v.item_id, i.code, i.edition_id, i.level, v.number, v.state, v.type, v.marks, v.area, v.difficulty, v.importance
from item_version v
join item i on i.item_id = v.item_id;
