-- name: readings-of-person
select lesson_id, place, furthest, begun_at, read_at, finished_at from lesson_reading where person_id = :personId order by lesson_id

-- name: reading-of-lesson
select lesson_id, place, furthest, begun_at, read_at, finished_at from lesson_reading where person_id = :personId and lesson_id = :lessonId

-- name: keep-place
insert into lesson_reading as r (person_id, lesson_id, place, furthest, begun_at, read_at)
values (:personId, :lessonId, :place, :place, :now, :now)
on conflict (person_id, lesson_id) do update set place = excluded.place, furthest = greatest(r.furthest, excluded.furthest), read_at = excluded.read_at

-- name: lock-reading
select lesson_id, place, furthest, begun_at, read_at, finished_at from lesson_reading
where person_id = :personId and lesson_id = :lessonId for update

-- name: finish-reading
update lesson_reading set finished_at = :now where person_id = :personId and lesson_id = :lessonId and finished_at is null

-- name: responses-of-lesson
select item_id, number, response, earned, most, given_at from lesson_response
where person_id = :personId and lesson_id = :lessonId order by item_id, number

-- name: insert-response
insert into lesson_response (person_id, lesson_id, item_id, number, response, earned, most, given_at)
values (:personId, :lessonId, :itemId, :number, :response, :earned, :most, :now)

-- name: responded-counts
select lesson_id, count(distinct item_id)::int as answered from lesson_response where person_id = :personId group by lesson_id
