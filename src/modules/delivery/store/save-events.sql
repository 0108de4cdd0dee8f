-- name: save-events
-- One statement for a group of saves: gate (fence, state, deadline; locks the epoch rows), insert, derive, advance. Its decision is
-- modelled by core/protocol/server/save.ts and compared with it. What comes after the end is stored as late and derives nothing.
-- `input` has one row per event; an attempt comes with one save at most. A save that finds no gate row comes from an unknown token and gets no row back.
with input as (
  select * from jsonb_to_recordset(:rows::jsonb) as e (
    sitting_id uuid, attempt_id uuid, token_epoch integer, token_hash text, epoch integer, seq integer, item_id text, kind text, value jsonb, digest text,
    client_ms bigint, received_at bigint)
),
saves as (
  select distinct sitting_id, attempt_id, token_epoch, token_hash, epoch, received_at from input
),
gate as (
  select s.sitting_id, s.attempt_id, s.epoch, s.token_epoch, s.received_at, a.state, a.epoch as current_epoch, a.ends_at, w.stored_through,
    case when a.paired then w.pair_through end as pair_through, a.started_at is not null as takes,
    not (a.state = 'running' and w.sealed_at is null and s.received_at <= a.accepts_until) as late
  from saves s
  join attempt_epoch t on t.sitting_id = s.sitting_id and t.attempt_id = s.attempt_id and t.epoch = s.token_epoch and t.token_hash = s.token_hash
  join attempt a on a.sitting_id = s.sitting_id and a.id = s.attempt_id
  join attempt_epoch w on w.sitting_id = s.sitting_id and w.attempt_id = s.attempt_id and w.epoch = s.epoch
  where s.epoch <= s.token_epoch
  order by w.attempt_id, w.epoch -- whoever locks several entries locks them in this order
  for no key update of w
),
admitted as (
  select i.*, g.late, i.epoch < g.current_epoch as fenced,
    (select k.digest from response_event k
      where k.sitting_id = i.sitting_id and k.attempt_id = i.attempt_id and k.epoch = i.epoch and k.seq = i.seq) as known_digest
  from gate g
  join input i on i.sitting_id = g.sitting_id and i.attempt_id = g.attempt_id and i.epoch = g.epoch
  where g.takes
),
stored as (
  insert into response_event (sitting_id, attempt_id, epoch, seq, item_id, kind, value, digest, client_ms, received_at, fenced, late)
  select sitting_id, attempt_id, epoch, seq, item_id, kind, value, digest, client_ms, received_at, fenced, late from admitted where known_digest is null
  on conflict (sitting_id, attempt_id, epoch, seq) do nothing
  returning sitting_id, attempt_id, epoch, seq, item_id, kind, value, digest, received_at, late
),
derived as (
  insert into response as r (sitting_id, attempt_id, item_id, kind, value, epoch, seq, saved_at)
  select distinct on (sitting_id, attempt_id, item_id, kind) sitting_id, attempt_id, item_id, kind, value, epoch, seq, received_at
  from stored where not late order by sitting_id, attempt_id, item_id, kind, epoch desc, seq desc
  on conflict (sitting_id, attempt_id, item_id, kind) do update
  set value = excluded.value, epoch = excluded.epoch, seq = excluded.seq, saved_at = excluded.saved_at
  where (r.epoch, r.seq) < (excluded.epoch, excluded.seq)
),
beyond as (
  select sitting_id, attempt_id, epoch, seq from stored
  union
  select k.sitting_id, k.attempt_id, k.epoch, k.seq
  from gate g
  cross join lateral (
    select sitting_id, attempt_id, epoch, seq from response_event e
    where e.sitting_id = g.sitting_id and e.attempt_id = g.attempt_id and e.epoch = g.epoch and e.seq > g.stored_through
    order by seq limit 1000
  ) k
  where g.takes
),
reach as (
  select g.sitting_id, g.attempt_id, g.epoch, max(b.seq) as through
  from gate g
  join (
    select sitting_id, attempt_id, epoch, seq, row_number() over (partition by sitting_id, attempt_id, epoch order by seq) as place
    from beyond
  ) b on b.sitting_id = g.sitting_id and b.attempt_id = g.attempt_id and b.epoch = g.epoch and b.seq = g.stored_through + b.place
  group by g.sitting_id, g.attempt_id, g.epoch
),
advanced as (
  update attempt_epoch w set stored_through = h.through
  from reach h
  where w.sitting_id = h.sitting_id and w.attempt_id = h.attempt_id and w.epoch = h.epoch and w.stored_through < h.through
)
-- one attempt stands once in a group; parts are added up, because joins of freshly made sets are planned as if they were tiny
select attempt_id, max(state) as state, bool_or(takes) as takes, bool_or(late) as late, max(current_epoch) as current_epoch, max(ends_at) as ends_at,
  max(through) as stored_through, max(pair_through) as pair_through, sum(clash)::int as clashes, sum(fresh)::int as unseen
from (
  select attempt_id, state, takes, late, current_epoch, ends_at, stored_through as through, pair_through, 0 as clash, 0 as fresh from gate
  union all
  select attempt_id, null, null, null, null, null, through, null, 0, 0 from reach
  union all
  select attempt_id, null, null, null, null, null, null, null, (known_digest <> digest)::int, (known_digest is null)::int from admitted
  union all
  select attempt_id, null, null, null, null, null, null, null, 0, -1 from stored
) parts
group by attempt_id

-- name: adopt-epoch
-- An entry that another server opened and this one never heard of; the holder of a newer token brings its events. Nobody has its token.
insert into attempt_epoch (sitting_id, attempt_id, epoch, token_hash, ip, opened_at, sealed_at)
select t.sitting_id, t.attempt_id, :epoch, '', '', :receivedAt, a.ended_at
from attempt_epoch t join attempt a on a.sitting_id = t.sitting_id and a.id = t.attempt_id
where t.sitting_id = :sittingId and t.attempt_id = :attemptId and t.epoch = :tokenEpoch and t.token_hash = :tokenHash
on conflict (sitting_id, attempt_id, epoch) do nothing
