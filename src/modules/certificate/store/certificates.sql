-- name: claim-issue
insert into person_certificate (person_id, scheme, session_code, level, certificate_number)
values (:personId, :scheme, :sessionCode, :level, null) on conflict (person_id, scheme, session_code, level) do nothing;

-- name: find-issue
select certificate_number from person_certificate
where person_id = :personId and scheme = :scheme and session_code = :sessionCode and level = :level;

-- name: name-issue
update person_certificate set certificate_number = :number
where person_id = :personId and scheme = :scheme and session_code = :sessionCode and level = :level and certificate_number is null;

-- name: list-numbers-of-person
select certificate_number from person_certificate where person_id = :personId and certificate_number is not null;

-- name: next-serial
insert into certificate_number_block (institution_id, year, grade, last_serial) values (:institution, :year, :grade, 1)
on conflict (institution_id, year, grade) do update set last_serial = certificate_number_block.last_serial + 1 returning last_serial;

-- name: insert-certificate
insert into certificate (certificate_number, person_id, holder_name, name_index, id_masked, scheme, edition_id, level, title, occupation, institution, province,
  issuer, session_id, session_code, theory_mark, practical_mark, issued_on, issued_by, issued_at, current_sheet, version)
values (:number, :personId, :holderName, :nameIndex, :idMasked, :scheme, :editionId, :level, :title, :occupation, :institution, :province,
  :issuer, :sessionId, :sessionCode, :theory, :practical, :issuedOn, :issuedBy, :issuedAt, :sheet, :version);

-- name: reserve-sheet
insert into certificate_sheet_use (sheet_number, certificate_number) values (:sheet, :number) on conflict (sheet_number) do nothing;

-- name: insert-sheet
insert into certificate_sheet (certificate_number, sheet_number, certificate_id, remarks, signature, state, made_at)
values (:number, :sheet, :id, :remarks, :signature, 'valid', :madeAt);

-- name: end-sheet
update certificate_sheet set state = :state, state_by = :by, state_at = :at, state_reason = :reason, new_sheet = :newSheet
where certificate_number = :number and sheet_number = :sheet and state = 'valid';

-- name: move-certificate
update certificate set current_sheet = :sheet, version = version + 1 where certificate_number = :number and version = :version;

-- name: list-entries
select c.certificate_number, c.person_id, c.holder_name, c.id_masked, c.scheme, c.edition_id, c.level, c.title, c.occupation, c.institution, c.issuer,
  c.session_id, c.session_code, c.theory_mark, c.practical_mark, c.issued_on, c.version,
  s.sheet_number, s.certificate_id, s.remarks, s.signature, s.state, s.state_by, s.state_at, s.state_reason, s.new_sheet
from certificate c join certificate_sheet s on s.certificate_number = c.certificate_number
where c.certificate_number = any(:numbers) order by c.certificate_number, s.made_at, s.sheet_number;

-- name: list-named
select c.certificate_number, c.person_id, c.holder_name, c.id_masked, c.scheme, c.edition_id, c.level, c.title, c.occupation, c.institution, c.issuer,
  c.session_id, c.session_code, c.theory_mark, c.practical_mark, c.issued_on, c.version,
  s.sheet_number, s.certificate_id, s.remarks, s.signature, s.state, s.state_by, s.state_at, s.state_reason, s.new_sheet
from certificate c join certificate_sheet s on s.certificate_number = c.certificate_number
where c.certificate_number = :number and c.name_index = :nameIndex order by s.made_at, s.sheet_number;

-- name: list-register
-- across shards: the register of a province or of the nation, newest first
select c.certificate_number, c.person_id, c.holder_name, c.id_masked, c.scheme, c.edition_id, c.level, c.title, c.occupation, c.institution, c.issuer,
  c.session_id, c.session_code, c.theory_mark, c.practical_mark, c.issued_on, c.version,
  s.sheet_number, s.certificate_id, s.remarks, s.signature, s.state, s.state_by, s.state_at, s.state_reason, s.new_sheet
from certificate c join certificate_sheet s on s.certificate_number = c.certificate_number and s.sheet_number = c.current_sheet
where (:everywhere or c.province = any(:provinces)) and (:level = '' or c.level = :level) and (:state = '' or s.state = :state)
  and (:wanted = '' or c.certificate_number = :wanted or c.holder_name = :wanted)
order by c.issued_at desc, c.certificate_number desc limit :most offset :skip;

-- name: count-register
-- across shards: the register of a province or of the nation
select count(*) as total
from certificate c join certificate_sheet s on s.certificate_number = c.certificate_number and s.sheet_number = c.current_sheet
where (:everywhere or c.province = any(:provinces)) and (:level = '' or c.level = :level) and (:state = '' or s.state = :state)
  and (:wanted = '' or c.certificate_number = :wanted or c.holder_name = :wanted);
