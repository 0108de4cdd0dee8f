-- name: insert-drill
insert into drill (site_package_id, id, started_at, started_by) values (:sitePackageId, :drillId, :now, :by)

-- name: newest-drill
select id, started_at, started_by from drill where site_package_id = :sitePackageId order by started_at desc, id desc limit 1

-- name: put-step
insert into drill_step (site_package_id, drill_id, step_id, state, began_at, measured, note, done_by, witness, done_at)
values (:sitePackageId, :drillId, :stepId, :state, :beganAt, :measured::jsonb, :note, :doneBy, :witness, :doneAt)
on conflict (site_package_id, drill_id, step_id) do update
set state = excluded.state, began_at = excluded.began_at, measured = excluded.measured, note = excluded.note, done_by = excluded.done_by,
  witness = excluded.witness, done_at = excluded.done_at

-- name: steps-of-drill
select step_id, state, began_at, measured, note, done_by, witness, done_at from drill_step
where site_package_id = :sitePackageId and drill_id = :drillId order by step_id

-- name: insert-certificate
insert into readiness_certificate (site_code, id, content, signature, public_key, issued_at)
values (:siteCode, :id, :content::jsonb, :signature, :publicKey, :now)

-- name: newest-certificate
select content, signature, public_key from readiness_certificate where site_code = :siteCode order by issued_at desc, id desc limit 1

-- name: count-stored
select attempt_id, count(*)::int as events from response_event where sitting_id = :sittingId group by attempt_id
