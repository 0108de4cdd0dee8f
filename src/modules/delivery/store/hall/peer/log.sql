-- name: log-reaches
select disk_id, chain, through from peer_log_reach

-- name: put-log-reaches
insert into peer_log_reach (disk_id, chain, through)
select r.disk_id, r.chain, r.through from jsonb_to_recordset(:rows::jsonb) as r (disk_id uuid, chain text, through bigint)
on conflict (disk_id, chain) do update set through = excluded.through

-- name: forget-log-reaches
delete from peer_log_reach where disk_id = :diskId

-- name: kept-chains
select disk_id, chain, max(seq) as through from peer_log_entry group by disk_id, chain order by disk_id, chain

-- name: kept-head
select seq, hash from peer_log_entry where disk_id = :diskId and chain = :chain order by seq desc limit 1

-- name: kept-after
select chain, seq, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash from peer_log_entry
where disk_id = :diskId and chain = :chain and seq > :after order by seq limit :most

-- name: keep-entries
insert into peer_log_entry (disk_id, chain, seq, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash)
select :diskId::uuid, r.chain, r.seq, r.at, r.actor, r.type, r.subject_kind, r.subject_id, r.facts, r.previous_hash, r.hash
from jsonb_to_recordset(:rows::jsonb) as r (chain text, seq bigint, at bigint, actor text, type text, subject_kind text, subject_id text, facts jsonb,
  previous_hash text, hash text)
on conflict (disk_id, chain, seq) do nothing

-- name: kept-of-subject
select disk_id, chain, seq, at, actor, type, subject_kind, subject_id, facts, previous_hash, hash from peer_log_entry
where subject_kind = :kind and subject_id = :id order by disk_id, chain, seq

-- name: certificates-with-news
select id, content, signature, public_key, peer_news from readiness_certificate
where site_code = :siteCode and peer_news > 0 order by issued_at, id limit 10

-- name: told-certificate
update readiness_certificate set peer_news = 0 where site_code = :siteCode and id = :id and peer_news = :news

-- name: take-certificate
insert into readiness_certificate (site_code, id, content, signature, public_key, issued_at, peer_news)
values (:siteCode, :id, :content::jsonb, :signature, :publicKey, :issuedAt, 0)
on conflict (site_code, id) do nothing

-- name: evidence-with-news
select kind, passed, valid_until, note, recorded_at, peer_news from arming_evidence
where site_package_id = :sitePackageId and peer_news > 0 and kind <> 'peer' order by kind

-- name: told-evidence
update arming_evidence set peer_news = 0 where site_package_id = :sitePackageId and kind = :kind and peer_news = :news

-- name: take-evidence
-- What was found out later counts.
insert into arming_evidence as e (site_package_id, kind, passed, valid_until, note, recorded_at, peer_news)
values (:sitePackageId, :kind, :passed, :validUntil, :note, :recordedAt, 0)
on conflict (site_package_id, kind) do update
set passed = excluded.passed, valid_until = excluded.valid_until, note = excluded.note, recorded_at = excluded.recorded_at, peer_news = 0
where e.recorded_at < excluded.recorded_at

-- name: forget-certificates
update readiness_certificate set peer_news = 1 where site_code = :siteCode and peer_news = 0

-- name: forget-evidence
update arming_evidence set peer_news = 1 where site_package_id = :sitePackageId and peer_news = 0
