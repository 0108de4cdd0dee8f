-- name: next-serial
insert into completion_number_block (institution_id, year, last_serial) values (:institution, :year, 1)
on conflict (institution_id, year) do update set last_serial = completion_number_block.last_serial + 1 returning last_serial;

-- name: insert-completion
insert into completion_proof (person_id, completion_id, number, edition_id, level, institution, hours, completed_on, quizzes_passed, issued_by, issued_at)
values (:personId, :completionId, :number, :editionId, :level, :institution, :hours, :completedOn, :quizzesPassed, :issuedBy, :issuedAt);

-- name: list-completions
select person_id, completion_id, number, edition_id, level, institution, hours, completed_on, quizzes_passed, issued_at
from completion_proof where person_id = :personId order by completed_on, completion_id;
