-- name: insert-score
insert into lab_score (owner_id, world_id, seq, kind, lap, got, most, waiting, faults, scored_at)
values (:ownerId, :worldId, :seq, :kind, :lap, :got, :max, :waiting, :faults, :now)
on conflict (owner_id, world_id, seq, kind) do nothing;

-- name: insert-evidence
insert into lab_evidence (owner_id, world_id, seq, kind, place, check_id, got, most, status, expected, actual, witness, counter, say, hint, claim)
select :ownerId, :worldId, :seq, :kind, e.place, e.id, e.got, e.max, e.status, e.expected, e.actual, e.witness, e.counter, e.say, e.hint, e.claim
from jsonb_to_recordset(:checks::jsonb) as e (
  place integer, id text, got integer, max integer, status text, expected text, actual text, witness jsonb, counter jsonb, say text, hint text, claim text)
on conflict (owner_id, world_id, seq, kind, place) do nothing;

-- name: scores-of
select seq, kind, lap, got, most, waiting, faults, scored_at
from lab_score where owner_id = :ownerId and world_id = :worldId order by seq, kind;

-- name: evidence-of
select place, check_id, got, most, status, expected, actual, witness, counter, say, hint, claim
from lab_evidence where owner_id = :ownerId and world_id = :worldId and seq = :seq and kind = :kind order by place;

-- name: count-scores
select count(*)::integer as n from lab_score where owner_id = :ownerId and world_id = :worldId and kind = :kind and lap = :lap;
