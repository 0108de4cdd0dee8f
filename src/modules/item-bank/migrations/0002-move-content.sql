-- reference
-- What a version says, apart from what is known of it: lists and figures never touch this table. `plain` are its words for search,
-- without key and explanation.
create table item_content (
  item_version_id text not null references item_version (item_version_id),
  content jsonb not null,
  rubric jsonb,
  key_sealed text not null,
  plain text not null default '',
  primary key (item_version_id)
);

insert into item_content (item_version_id, content, key_sealed) select v.item_version_id, v.content, v.key_sealed from item_version v;

alter table item_version drop column content;

alter table item_version drop column key_sealed;

-- reference
-- Where two characters stand side by side: the character codes in one number, and the version by its `text_no`.
create table item_gram (
  gram integer not null,
  text_no bigint not null,
  primary key (gram, text_no)
);

-- reference
-- In how many versions a gram stands, so that a look-up begins with the rarest.
create table gram_count (
  gram integer not null,
  versions integer not null,
  primary key (gram)
);
