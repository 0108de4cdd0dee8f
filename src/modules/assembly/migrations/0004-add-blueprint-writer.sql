-- Who wrote a version last, by the person: approval is by somebody else. Null in versions of before, of which the name alone is kept.
alter table blueprint_version add column edited_by_id text;
