-- name: count-try
insert into look_up_count (address_hash, span, starts_at, tries, misses) values (:addressHash, :span, :startsAt, 1, 0)
on conflict (address_hash, span, starts_at) do update set tries = look_up_count.tries + 1 returning tries, misses;

-- name: count-miss
update look_up_count set misses = misses + 1 where address_hash = :addressHash and span = :span and starts_at = :startsAt;

-- name: forget-counts
-- across shards: counts of past days serve nobody
delete from look_up_count where starts_at < :before;
