-- name: find-words
select c.item_version_id, c.plain from item_content c where c.item_version_id = :itemVersionId;

-- name: list-unindexed
select v.item_version_id, c.content
from item_version v
join item_content c on c.item_version_id = v.item_version_id
where v.text_no is null order by v.item_version_id limit :most;

-- name: set-words
update item_content set plain = :plain where item_version_id = :itemVersionId;

-- name: set-text-no
update item_version set text_no = :textNo where item_version_id = :itemVersionId;

-- name: insert-grams
insert into item_gram (gram, text_no)
select r.gram, r.text_no from unnest(:grams::integer[], :textNos::bigint[]) as r (gram, text_no)
on conflict (gram, text_no) do nothing;

-- name: remove-grams
delete from item_gram where gram = any (:grams::integer[]) and text_no = :textNo;

-- name: raise-counts
insert into gram_count (gram, versions)
select r.gram, count(*) from unnest(:grams::integer[]) as r (gram) group by r.gram order by r.gram
on conflict (gram) do update set versions = gram_count.versions + excluded.versions;

-- name: lower-counts
update gram_count set versions = versions - 1 where gram = any (:grams::integer[]);

-- name: count-grams
select c.gram, c.versions from gram_count c where c.gram = any (:grams::integer[]) and c.versions > 0;

-- name: list-sharing
select g.text_no from item_gram g where g.gram = any (:grams::integer[]) group by g.text_no order by count(*) desc, g.text_no limit :most;

-- name: list-alike
select c.plain, v.item_version_id, v.item_id, v.code, v.number, v.state
from item_version v
join item_content c on c.item_version_id = v.item_version_id
where v.text_no = any (:textNos::bigint[]) and v.item_id <> :exceptItemId
  and (v.state not in ('draft', 'withdrawn') or v.writer_id = :personId);
