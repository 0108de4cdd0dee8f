-- name: put-gates
insert into task_gates (ground, task, task_version, seeds, steps, foreign_percent, fault_count, faults, kept_at)
values (:ground, :task, :version, :seeds, :steps, :foreign, :faultCount, :faults, :now)
on conflict (ground) do update set seeds = excluded.seeds, steps = excluded.steps, foreign_percent = excluded.foreign_percent,
  fault_count = excluded.fault_count, faults = excluded.faults, kept_at = excluded.kept_at;

-- name: gates-of-ground
select g.ground, g.task, g.task_version, g.seeds, g.steps, g.foreign_percent, g.fault_count, g.faults
from task_gates g where g.ground = :ground;

-- name: link-gates
insert into item_gates (item_version_id, ground, task, document, released_at) values (:itemVersionId, :ground, :task, :document, :now)
on conflict (item_version_id) do nothing;

-- name: releases-of-versions
select i.item_version_id, i.task, i.document, g.ground, g.seeds, g.steps, g.foreign_percent
from item_gates i join task_gates g on g.ground = i.ground
where i.item_version_id = any (:itemVersionIds);
