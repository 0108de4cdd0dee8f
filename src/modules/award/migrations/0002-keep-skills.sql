-- What each skill of the edition contributed to the practical paper, for the result by skill.
alter table award_decision add column skills jsonb not null default '[]';
