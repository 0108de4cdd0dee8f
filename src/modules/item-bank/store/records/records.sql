-- name: insert-verdicts
insert into item_verdict (item_version_id, verdict_id, duty, verdict, person, person_id, checklist, note, at)
select r.item_version_id, r.verdict_id, r.duty, r.verdict, r.person, r.person_id, r.checklist, r.note, :at
from jsonb_to_recordset(:rows::jsonb) as r (
  item_version_id text, verdict_id text, duty text, verdict text, person text, person_id text, checklist jsonb, note text
);

-- name: list-verdicts
select d.item_version_id, d.duty, d.verdict, d.person, d.checklist, d.note, d.at
from item_verdict d
join item_version v on v.item_version_id = d.item_version_id
where v.item_id = :itemId
order by d.at, d.verdict_id;

-- name: insert-comment
insert into item_comment (item_version_id, comment_id, reply_to, place, text, person, person_id, at)
values (:itemVersionId, :commentId, :replyTo, :place, :text, :person, :personId, :at);

-- name: resolve-comment
update item_comment set resolved_at = :at, resolved_by = :person
where item_version_id = :itemVersionId and comment_id = :commentId and reply_to is null and resolved_at is null;

-- name: list-comments
select c.item_version_id, c.comment_id, c.reply_to, c.place, c.text, c.person, c.at, c.resolved_at, c.resolved_by
from item_comment c
join item_version v on v.item_version_id = c.item_version_id
where v.item_id = :itemId
order by c.at, c.comment_id;

-- name: count-open-comments
select count(*) as open from item_comment c where c.item_version_id = :itemVersionId and c.reply_to is null and c.resolved_at is null;

-- name: find-comment
select c.comment_id from item_comment c where c.item_version_id = :itemVersionId and c.comment_id = :commentId;

-- name: insert-statistics
insert into item_statistic (item_version_id, statistic_id, source, difficulty_p, difficulty_b, discrimination, mean_seconds, n, person, at)
select r.item_version_id, r.statistic_id, r.source, r.difficulty_p, r.difficulty_b, r.discrimination, r.mean_seconds, r.n, :person, :at
from jsonb_to_recordset(:rows::jsonb) as r (
  item_version_id text, statistic_id text, source text, difficulty_p integer, difficulty_b integer, discrimination integer,
  mean_seconds integer, n integer
)
on conflict (item_version_id, statistic_id) do update set difficulty_p = excluded.difficulty_p, difficulty_b = excluded.difficulty_b,
  discrimination = excluded.discrimination, mean_seconds = excluded.mean_seconds, n = excluded.n, at = excluded.at, person = excluded.person;

-- name: list-statistics
select s.item_version_id, s.source, s.difficulty_p, s.difficulty_b, s.discrimination, s.mean_seconds, s.n, s.person, s.at
from item_statistic s
where s.item_version_id = any (:itemVersionIds)
order by s.at, s.statistic_id;
