-- name: insert-round
insert into registration_round (round_id, code, scheme, edition_id, flag, levels, reference_date, opens_at, closes_at, sites, opened_at)
values (:roundId, :code, :scheme, :editionId, :flag, :levels, :referenceDate, :opensAt, :closesAt, :sites, :openedAt)
on conflict (round_id) do nothing;

-- name: find-round
select round_id, code, scheme, edition_id, flag, levels, reference_date, opens_at, closes_at, sites from registration_round where round_id = :roundId;

-- name: list-rounds
select round_id, code, scheme, edition_id, flag, levels, reference_date, opens_at, closes_at, sites
from registration_round where closes_at >= :closesAfter order by closes_at, round_id;

-- name: reserve-place
insert into application_place (person_id, round_id, application_id) values (:personId, :roundId, :applicationId)
on conflict (person_id, round_id) do nothing;

-- name: find-place
select application_id from application_place where person_id = :personId and round_id = :roundId;

-- name: give-back-place
delete from application_place where person_id = :personId and round_id = :roundId and application_id = :applicationId;

-- name: insert-application
insert into application (person_id, application_id, round_id, applicant_name, level, site_code, province, clause_id, state, state_facts,
  submitted_at, version, draft, photo_file_id, photo_bytes, started_at, changed_at)
values (:personId, :applicationId, :roundId, :applicantName, :level, null, null, null, :state, :stateFacts,
  null, 1, :draft, :photoFileId, :photoBytes, :startedAt, :startedAt);

-- name: find-application
select person_id, application_id, round_id, applicant_name, level, site_code, province, clause_id, state_facts, version, draft,
  photo_file_id, photo_bytes, started_at, changed_at
from application where person_id = :personId and application_id = :applicationId;

-- name: lock-application
select person_id, application_id, round_id, applicant_name, level, site_code, province, clause_id, state_facts, version, draft,
  photo_file_id, photo_bytes, started_at, changed_at
from application where person_id = :personId and application_id = :applicationId for update;

-- name: list-own
select person_id, application_id, round_id, applicant_name, level, site_code, province, clause_id, state_facts, version, draft,
  photo_file_id, photo_bytes, started_at, changed_at
from application where person_id = :personId order by started_at desc, application_id;

-- name: save-draft
update application set draft = :draft, level = :level, site_code = :siteCode, province = :province, clause_id = :clauseId,
  version = version + 1, changed_at = :now
where person_id = :personId and application_id = :applicationId and version = :version;

-- name: move-state
update application set state = :state, state_facts = :stateFacts, clause_id = :clauseId, submitted_at = :submittedAt, version = version + 1, changed_at = :now
where person_id = :personId and application_id = :applicationId and version = :version;

-- name: withdraw-application
update application set state = :state, state_facts = :stateFacts, version = version + 1, changed_at = :now
where person_id = :personId and application_id = :applicationId and version = :version;

-- name: set-photo
update application set photo_file_id = :fileId, photo_bytes = :bytes, changed_at = :now
where person_id = :personId and application_id = :applicationId;

-- name: insert-evidence
insert into evidence (person_id, application_id, evidence_id, kind, fact_id, file_name, file_id, media_type, bytes, added_at)
values (:personId, :applicationId, :evidenceId, :kind, :factId, :fileName, :fileId, :mediaType, :bytes, :addedAt);

-- name: list-evidence
select evidence_id, kind, fact_id, file_name, file_id, media_type, bytes, added_at
from evidence where person_id = :personId and application_id = :applicationId order by added_at, evidence_id;

-- name: remove-evidence
delete from evidence where person_id = :personId and application_id = :applicationId and evidence_id = :evidenceId;

-- name: insert-review
insert into eligibility_review (person_id, application_id, version, decided_at, decision, seen_on_site)
values (:personId, :applicationId, :version, :decidedAt, :decision, :seenOnSite);

-- name: list-reviews
select version, decided_at, decision, seen_on_site from eligibility_review
where person_id = :personId and application_id = :applicationId order by version;

-- name: list-for-review
-- across shards: the work table of a reviewer spans all applicants of a place
select person_id, application_id, round_id, applicant_name, level, site_code, province, state, state_facts, submitted_at, count(*) over () as total
from application
where state <> 'draft' and submitted_at is not null
  and (:everything or province = any(:provinces) or site_code = any(:sites))
  and (:state = '' or state = :state) and (:roundId = '' or round_id = :roundId) and (:level = '' or level = :level)
  and (:siteCode = '' or site_code = :siteCode) and (:province = '' or province = :province) and (:name = '' or strpos(applicant_name, :name) > 0)
order by case when state = 'submitted' then 0 else 1 end, submitted_at, application_id
limit :most offset :skip;

-- name: count-waiting
-- across shards: what waits for a reviewer is counted over all applicants of a place
select count(*) as waiting, min(submitted_at) as oldest from application
where state = 'submitted' and (:everything or province = any(:provinces) or site_code = any(:sites));

-- name: list-approved
-- across shards: seats are arranged for a whole round
select person_id, application_id, level, site_code, draft from application
where round_id = :roundId and state = 'approved' order by person_id, application_id;
