-- name: epochs-with-news
-- One probe of the primary key for each entry.
select w.attempt_id, w.epoch from attempt_epoch w
where w.sitting_id = :sittingId and exists (
  select 1 from response_event e where e.sitting_id = w.sitting_id and e.attempt_id = w.attempt_id and e.epoch = w.epoch and e.seq > w.pair_through)
order by w.attempt_id, w.epoch

-- name: events-with-news
select e.attempt_id, e.epoch, e.seq, e.item_id, e.kind, e.value, e.client_ms, e.received_at, e.fenced, w.stored_through, w.pair_through
from jsonb_to_recordset(:rows::jsonb) as r (attempt_id uuid, epoch integer)
join attempt_epoch w on w.sitting_id = :sittingId and w.attempt_id = r.attempt_id and w.epoch = r.epoch
cross join lateral (
  select * from response_event k
  where k.sitting_id = w.sitting_id and k.attempt_id = w.attempt_id and k.epoch = w.epoch and k.seq > w.pair_through order by k.seq limit 200
) e
order by e.attempt_id, e.epoch, e.seq

-- name: confirm-reaches
update attempt_epoch w set pair_through = r.through
from jsonb_to_recordset(:rows::jsonb) as r (attempt_id uuid, epoch integer, through integer)
where w.sitting_id = :sittingId and w.attempt_id = r.attempt_id and w.epoch = r.epoch and w.pair_through < r.through and w.stored_through >= r.through

-- name: attempts-with-news
select a.id as attempt_id, a.peer_news as news, a.entry_code_mac, a.entry_code_until, a.entry_code_at,
  (select jsonb_agg(jsonb_build_object('epoch', w.epoch, 'origin', w.origin, 'from', w.entered_from, 'opened_at', w.opened_at,
    'token_hash', w.token_hash, 'ip', w.ip) order by w.epoch)
    from attempt_epoch w where w.sitting_id = a.sitting_id and w.attempt_id = a.id) as entries,
  (select jsonb_agg(jsonb_build_object('origin', s.origin, 'started_at', s.started_at, 'start_ref', s.start_ref) order by s.origin)
    from attempt_start s where s.sitting_id = a.sitting_id and s.attempt_id = a.id) as starts,
  (select jsonb_agg(jsonb_build_object('origin', c.origin, 'ended_at', c.ended_at, 'how', c.how, 'epoch', c.epoch, 'frontier', c.frontier,
    'receipt_code', c.receipt_code) order by c.origin, c.ended_at)
    from attempt_closing c where c.sitting_id = a.sitting_id and c.attempt_id = a.id) as closings,
  (select jsonb_agg(jsonb_build_object('id', t.id, 'minutes', t.minutes, 'reason', t.reason, 'granted_by', t.granted_by,
    'granted_at', t.granted_at, 'from_at', t.from_at, 'to_at', t.to_at) order by t.granted_at, t.id)
    from time_credit t where t.sitting_id = a.sitting_id and t.attempt_id = a.id) as minutes,
  (select jsonb_agg(jsonb_build_object('epoch', x.epoch, 'seq', x.seq, 'digest', x.digest, 'item_id', x.item_id, 'kind', x.kind, 'value', x.value,
    'client_ms', x.client_ms, 'received_at', x.received_at) order by x.epoch, x.seq, x.digest)
    from event_clash x where x.sitting_id = a.sitting_id and x.attempt_id = a.id) as clashes,
  (select jsonb_agg(jsonb_build_object('nonce_hash', n.nonce_hash, 'epoch', n.epoch, 'ip', n.ip, 'minted_at', n.minted_at,
    'valid_until', n.valid_until, 'used_at', n.used_at, 'via', n.via) order by n.used_at, n.nonce_hash)
    from seb_nonce n where n.sitting_id = a.sitting_id and n.attempt_id = a.id and n.via is not null) as proofs,
  (select jsonb_agg(jsonb_build_object('id', l.id, 'epoch', l.epoch, 'cause', l.cause, 'ip', l.ip, 'locked_at', l.locked_at,
    'unlocked_at', l.unlocked_at, 'unlocked_by', l.unlocked_by, 'second_person', l.second_person, 'reason', l.reason,
    'credit_minutes', l.credit_minutes) order by l.locked_at, l.id)
    from seb_lock l where l.sitting_id = a.sitting_id and l.attempt_id = a.id) as locks
from attempt a
where a.sitting_id = :sittingId and a.peer_news > 0
order by a.id
limit :most

-- name: told-attempts
update attempt a set peer_news = 0 from jsonb_to_recordset(:rows::jsonb) as r (id uuid, news integer)
where a.sitting_id = :sittingId and a.id = r.id and a.peer_news = r.news

-- name: acts-with-news
select to_jsonb(t) - 'sitting_id' as row from hall_act t where t.sitting_id = :sittingId and t.peer_news > 0 order by t.done_at, t.id limit :most

-- name: halts-with-news
select to_jsonb(t) - 'sitting_id' as row from hall_halt t where t.sitting_id = :sittingId and t.peer_news > 0 order by t.id limit :most

-- name: credits-with-news
select to_jsonb(t) - 'sitting_id' as row from hall_credit t where t.sitting_id = :sittingId and t.peer_news > 0 order by t.id limit :most

-- name: malpractice-with-news
select to_jsonb(t) - 'sitting_id' as row from malpractice_record t where t.sitting_id = :sittingId and t.peer_news > 0 order by t.id limit :most

-- name: incidents-with-news
select to_jsonb(t) - 'sitting_id' as row from incident t where t.sitting_id = :sittingId and t.peer_news > 0 order by t.id limit :most

-- name: calls-with-news
select to_jsonb(t) - 'sitting_id' as row from help_call t where t.sitting_id = :sittingId and t.peer_news > 0 order by t.id limit :most

-- name: moves-with-news
select to_jsonb(t) - 'sitting_id' as row from seat_move t where t.sitting_id = :sittingId and t.peer_news > 0 order by t.id limit :most

-- name: told-acts
update hall_act t set peer_news = 0 from jsonb_to_recordset(:rows::jsonb) as r (id uuid, peer_news integer)
where t.sitting_id = :sittingId and t.id = r.id and t.peer_news = r.peer_news

-- name: told-halts
update hall_halt t set peer_news = 0 from jsonb_to_recordset(:rows::jsonb) as r (id uuid, peer_news integer)
where t.sitting_id = :sittingId and t.id = r.id and t.peer_news = r.peer_news

-- name: told-credits
update hall_credit t set peer_news = 0 from jsonb_to_recordset(:rows::jsonb) as r (id uuid, peer_news integer)
where t.sitting_id = :sittingId and t.id = r.id and t.peer_news = r.peer_news

-- name: told-malpractice
update malpractice_record t set peer_news = 0 from jsonb_to_recordset(:rows::jsonb) as r (id uuid, peer_news integer)
where t.sitting_id = :sittingId and t.id = r.id and t.peer_news = r.peer_news

-- name: told-incidents
update incident t set peer_news = 0 from jsonb_to_recordset(:rows::jsonb) as r (id uuid, peer_news integer)
where t.sitting_id = :sittingId and t.id = r.id and t.peer_news = r.peer_news

-- name: told-calls
update help_call t set peer_news = 0 from jsonb_to_recordset(:rows::jsonb) as r (id uuid, peer_news integer)
where t.sitting_id = :sittingId and t.id = r.id and t.peer_news = r.peer_news

-- name: told-moves
update seat_move t set peer_news = 0 from jsonb_to_recordset(:rows::jsonb) as r (id uuid, peer_news integer)
where t.sitting_id = :sittingId and t.id = r.id and t.peer_news = r.peer_news

-- name: forget-reaches
update attempt_epoch set pair_through = 0 where sitting_id = :sittingId and pair_through > 0

-- name: forget-attempts
update attempt set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: forget-acts
update hall_act set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: forget-halts
update hall_halt set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: forget-credits
update hall_credit set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: forget-malpractice
update malpractice_record set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: forget-incidents
update incident set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: forget-calls
update help_call set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: forget-moves
update seat_move set peer_news = 1 where sitting_id = :sittingId and peer_news = 0

-- name: beats-since
select attempt_id, epoch, beat_at, rtt_ms, battery_percent, charging, focus_lost, unsent from client_beat
where sitting_id = :sittingId and beat_at > :since order by beat_at, attempt_id limit :most

-- name: seb-with-news
select sealed, made_at, peer_news from seb_sitting where sitting_id = :sittingId and peer_news > 0

-- name: told-seb
update seb_sitting set peer_news = 0 where sitting_id = :sittingId and peer_news = :news

-- name: forget-seb
update seb_sitting set peer_news = 1 where sitting_id = :sittingId and peer_news = 0
