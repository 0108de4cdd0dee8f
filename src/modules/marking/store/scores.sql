-- name: insert-score
insert into paper_score (sitting_id, attempt_id, candidate_ref, paper, scored_by, edition_id, level, score, maximum, areas, items, skills, scored_at)
values (:sittingId, :attemptId, :candidateRef, :paper, :by, :editionId, :level, :score, :maximum, :areas, :items, :skills, :scoredAt)
on conflict (sitting_id, attempt_id) do nothing;

-- name: find-score
select sitting_id, attempt_id, candidate_ref, paper, scored_by, edition_id, level, score, maximum, areas, items, skills
from paper_score where sitting_id = :sittingId and attempt_id = :attemptId;

-- name: list-scores
select sitting_id, attempt_id, candidate_ref, paper, scored_by, edition_id, level, score, maximum, areas, items, skills
from paper_score where sitting_id = :sittingId;
