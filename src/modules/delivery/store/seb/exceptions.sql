-- name: seb-exceptions
select facts, done_by, witness, done_at from hall_act where sitting_id = :sittingId and kind = 'allowed-without-seb' order by done_at, id
