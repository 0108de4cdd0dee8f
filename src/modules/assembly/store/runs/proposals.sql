-- name: insert-proposal
insert into proposed_form (run_id, number, state, guard, swaps) values (:runId, :number, 'proposed', 1, 0);

-- name: insert-proposed-items
insert into proposed_item (run_id, number, place, item_id, item_version_id, area, marks)
select :runId, :number, r.place, r.item_id, r.item_version_id, r.area, r.marks
from jsonb_to_recordset(:rows::jsonb) as r (place integer, item_id text, item_version_id text, area jsonb, marks integer);

-- name: list-proposals
select p.run_id, p.number, p.state, p.guard, p.swaps, p.form_id, p.decided_at, p.decided_by
from proposed_form p where p.run_id = :runId order by p.number;

-- name: list-proposed-items
select number, place, item_id, item_version_id, area, marks from proposed_item where run_id = :runId order by number, place;

-- name: swap-proposed-item
update proposed_item set item_id = :itemId, item_version_id = :itemVersionId, area = :area::jsonb, marks = :marks
where run_id = :runId and number = :number and place = :place;

-- name: count-swap
update proposed_form set guard = guard + 1, swaps = swaps + 1
where run_id = :runId and number = :number and state = 'proposed' and guard = :guard;

-- name: decide-proposal
update proposed_form set state = :state, guard = guard + 1, form_id = :formId, decided_at = :now, decided_by = :person, reason = :reason
where run_id = :runId and number = :number and state = 'proposed' and guard = :guard;
