-- name: insert-incident
insert into incident (sitting_id, id, attempt_id, kind, note, facts, recorded_by, recorded_at)
values (:sittingId, :id, :attemptId, :kind, :note, :facts::jsonb, :recordedBy, :recordedAt)

-- name: incidents-of-sitting
select id, attempt_id, kind, note, facts, recorded_by, recorded_at from incident where sitting_id = :sittingId order by recorded_at, id
