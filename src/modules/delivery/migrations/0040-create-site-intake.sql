-- A paper of a site lies sealed with the keys of its server in the file store, under this name; `content` is then empty.
alter table paper_package alter column content drop not null;

alter table paper_package add column content_file text;

-- reference
-- A form sealed for the browsers (its bytes are in the file store under `form_file`), and its key, sealed with the keys of this server.
create table sealed_form (
  package_id uuid not null references paper_package (id),
  site_package_id uuid not null,
  form_file text not null,
  byte_length integer not null,
  form_key_sealed text not null,
  primary key (package_id)
);

-- reference
-- A package as it came: its manifest and which sittings its roster names. The file itself lies sealed in the data folder.
create table staged_package (
  id uuid not null,
  manifest jsonb not null,
  manifest_digest text not null,
  sittings jsonb not null,
  not_before bigint not null,
  not_after bigint not null,
  centre jsonb,
  imported_at bigint not null,
  primary key (id)
);
