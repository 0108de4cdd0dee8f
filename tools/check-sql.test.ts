import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSql } from './check-sql.ts'
import { withTree } from './read/temporary-tree.ts'
import type { Tree } from './read/temporary-tree.ts'

const E = 'src/modules/exam'
const sound: Tree = {
  [`${E}/migrations/0001-create-exam.sql`]: `-- reference
create table edition (code text not null, name text not null, primary key (code));

-- shard: sitting_id
-- One sitting; its "seats" are numbered; it's planned.
create table sitting (
  sitting_id text not null,
  seat_id text not null, -- a comment; with a semicolon
  seat_number integer not null,
  edition_code text not null references edition (code),
  opens_at bigint not null,
  day text not null check (day <> 'a;b'),
  facts jsonb not null default '{}',
  primary key (sitting_id, seat_id),
  unique (sitting_id, seat_number)
);

-- shard: sitting_id
create table mark (
  sitting_id text not null,
  seat_id text not null,
  primary key (sitting_id, seat_id),
  foreign key (sitting_id, seat_id) references sitting (sitting_id, seat_id)
);

create index sitting_day on sitting (day);
create unique index sitting_opens on sitting (sitting_id, opens_at);
alter table mark add column marks integer not null default 0;
`,
  [`${E}/store/exam.sql`]: `-- name: save-seat
insert into sitting (sitting_id, seat_id, facts) values (:sittingId, :seatId, :facts::jsonb)
on conflict (sitting_id, seat_number) do update set facts = excluded.facts where sitting.opens_at < excluded.opens_at;

-- name: lock-seats
select s.seat_id, s.facts ->> 'note' as note from sitting s join edition e on e.code = s.edition_code
where s.sitting_id = :sittingId and s.day is distinct from :day order by e.name collate "C", s.seat_id for update of s skip locked;

-- name: close
update sitting set opens_at = :now where sitting_id = :sittingId and opens_at = :version;

-- name: sweep
-- across shards: nobody waits for rows whose day is past
delete from mark where seat_id = :seatId;
`,
  [`${E}/store/exam.ts`]: "export const names = ['save-seat', 'lock-seats', 'close', 'sweep'] // select a from b",
}

const faultsIn = (tree: Tree): string[] => withTree({ ...sound, ...tree }, checkSql)
const said = (tree: Tree): string[] => faultsIn(tree).map(fault => fault.replace(/^[^ ]+: /, ''))
const inMigration = (sql: string): string[] => said({ [`${E}/migrations/0002-add-thing.sql`]: sql })
const inStore = (sql: string): string[] => said({ [`${E}/store/other.sql`]: `-- name: close\n${sql};\n` })
const table = (body: string, note = '-- shard: a'): string => `${note}\ncreate table t (\n  ${body}\n);\n`
const keyed = (body: string, note?: string): string => table(`a text not null,\n  ${body},\n  primary key (a)`, note)

const migrations: readonly (readonly [sql: string, fault: string])[] = [
  [table('a text not null, primary key (a)', ''), 'R2: table t names no shard key (-- shard: column, or -- reference)'],
  [table('a text not null'), 'R1: table t has no primary key'],
  [table('a text not null, b text, primary key (b, a)'), 'R1: the primary key of t begins with its shard key a'],
  [table('b text primary key'), 'R2: table t has no column a to be its shard key'],
  [keyed('b text unique'), 'R1: a unique key of t begins with its shard key a'],
  [keyed('b text, unique (b, a)'), 'R1: a unique key of t begins with its shard key a'],
  ['create unique index i on sitting (seat_number, sitting_id);\n', 'R1: a unique key of sitting begins with its shard key sitting_id'],
  ['alter table sitting add constraint u unique (day);\n', 'R1: a unique key of sitting begins with its shard key sitting_id'],
  [keyed('b text references nowhere'), 'R3: t points to table nowhere, which no migration makes'],
  [keyed('b text references sitting (sitting_id)'), 'R3: t (a) points to sitting of another shard (sitting_id)'],
  [
    table('sitting_id text not null, seat text references mark (seat_id), primary key (sitting_id)', '-- shard: sitting_id'),
    'R3: the foreign key of t to mark carries the shard key sitting_id',
  ],
  [keyed('b text references sitting', '-- reference'), 'R3: reference table t points into the shards of sitting'],
  [keyed('b text references edition on delete cascade'), 'R3: nothing is changed by a cascade'],
  [keyed('b uuid default gen_random_uuid()'), 'R4: ids are made in the application'],
  [keyed('b bigserial'), 'R5: numbers come from allocators, not from sequences'],
  [keyed('b bigint generated always as identity'), 'R5: numbers come from allocators, not from sequences'],
  ['create sequence s;\n', 'R5: numbers come from allocators, not from sequences'],
  [keyed("b bigint default nextval('s')"), 'R5: numbers come from allocators, not from sequences'],
  ['select pg_advisory_lock(1);\n', 'R8: mutual exclusion is a lease row, not an advisory lock'],
  ['create trigger t before insert on sitting execute function f();\n', 'R9: no triggers'],
  ['create or replace function f() returns text as $$ select 1; $$ language sql;\n', 'R9: no functions in the database'],
  ['do $$ begin end $$;\n', 'R9: no PL/pgSQL'],
  ['create rule r as on insert to sitting do nothing;\n', 'R9: no rewrite rules'],
  [keyed('b text references edition deferrable initially deferred'), 'R9: no deferrable constraints'],
  [keyed('exclude using gist (a with =)'), 'R9: no exclusion constraints'],
  ['-- reference\ncreate table t (primary key (code)) inherits (edition);\n', 'R9: no inheritance and no partitions of partitions'],
  ['-- reference\ncreate temp table t (a text primary key);\n', 'R9: no temporary tables'],
  ['lock table sitting;\n', 'R9: no table locks'],
  ['create materialized view m as select 1;\n', 'R9: no materialised views'],
  ['begin;\n', 'R10: transactions belong to the caller'],
  ['create index i on sitting using gin (facts);\n', 'R15: JSONB is payload, it is not indexed'],
  ['drop index sitting_day', 'R18: a statement ends with ; at the end of a line'],
  ['drop index a; drop index b;\n', 'R18: a statement ends with ; at the end of a line'],
  ['alter table mark add column b text not null;\n', 'R18: a new column is nullable or has a default, old rows have no value for it'],
  ['create extension pg_trgm;\n', 'R20: no extensions'],
  [keyed('b timestamptz not null'), 'time: instants are bigint milliseconds, days are text'],
  [keyed('b date'), 'time: instants are bigint milliseconds, days are text'],
  [keyed('b bigint default now()'), 'time: the clock is an argument'],
  [keyed('b double precision'), 'numbers: t.b is double, marks and money are integers'],
]

const queries: readonly (readonly [sql: string, fault: string])[] = [
  ['insert into sitting (a) values (1) on conflict do nothing', 'R12: on conflict names the columns of a whole key'],
  ['insert into sitting (a) values (1) on conflict on constraint k do nothing', 'R12: on conflict names the columns of a whole key'],
  ['insert into sitting (a) values (1) on conflict (sitting_id) do nothing', 'R12: (sitting_id) is not a whole key of sitting'],
  [
    'insert into sitting (a) values (1) on conflict (sitting_id, seat_id) where day is null do nothing',
    'R12: on conflict has no partial target (where)',
  ],
  ['select e.name from edition e order by e.name desc limit 5', 'R13: order by e.name needs a collation, or is sorted in the application'],
  ["select 1 from sitting where sitting_id = :id and facts ->> 'a' = :a", 'R15: JSONB is payload, nothing is joined or filtered by it'],
  ['select 1 from sitting where sitting_id = :id and facts @> :a', 'R15: JSONB is payload, nothing is joined or filtered by it'],
  ['update sitting set day = :day where seat_id = :seatId', 'R1: sitting is changed without its shard key sitting_id'],
  ['with x as (select 1) delete from mark where seat_id = :seatId', 'R1: mark is changed without its shard key sitting_id'],
  ['select 1 from sitting where seat_id = :id for update', 'R7: sitting is locked without its shard key sitting_id'],
  ['select 1 from sitting where day < current_date::text', 'time: the clock is an argument'],
  ['select 1 from edition order by random()', 'dice: dice are an argument'],
  ['select 1 from edition where code = $1', 'parameters have names (:camelCase), not numbers'],
  ['create table t (a text)', 'R18: tables are made and changed by migrations'],
  ['-- across shards:\ndelete from mark where seat_id = :seatId', 'R1: -- across shards: says why'],
]

test('sound SQL passes', () => assert.deepEqual(faultsIn({}), []))

for (const [sql, fault] of migrations) {
  test(`${fault} (migration: ${sql.replace(/\s+/g, ' ').slice(0, 60)})`, () =>
    assert.ok(inMigration(sql).includes(fault), inMigration(sql).join('\n')))
}

for (const [sql, fault] of queries) {
  test(`${fault} (query: ${sql.slice(0, 60)})`, () => assert.ok(inStore(sql).includes(fault), inStore(sql).join('\n')))
}

const files: readonly (readonly [rule: string, tree: Tree, fault: string])[] = [
  [
    'a migration is named by number, verb and noun',
    { [`${E}/migrations/2-exam.sql`]: '' },
    `${E}/migrations/2-exam.sql: R18: a migration is called NNNN-verb-noun.sql`,
  ],
  [
    'two migrations of a module do not share a number',
    { [`${E}/migrations/0001-drop-day.sql`]: '' },
    `${E}/migrations/0001-drop-day.sql: R18: number 0001 is taken by 0001-create-exam.sql`,
  ],
  ['a block has a name', { [`${E}/store/b.sql`]: 'select 1;\n' }, `${E}/store/b.sql:1: a block is headed -- name: verb-noun, not ''`],
  [
    'a block stands once',
    { [`${E}/store/b.sql`]: '-- name: close\nselect 1;\n\n-- name: close\nselect 2;\n' },
    `${E}/store/b.sql:4: block close stands twice`,
  ],
  [
    'a block holds one statement',
    { [`${E}/store/b.sql`]: '-- name: close\nselect 1;\nselect 2;\n' },
    `${E}/store/b.sql:1: block close holds 2 statements, not one`,
  ],
  [
    'a block is used',
    { [`${E}/store/b.sql`]: '-- name: find-none\nselect 1;\n' },
    `${E}/store/b.sql:1: block find-none is used by no code beside it`,
  ],
  [
    'a report is read too',
    {
      'src/modules/statistics/reports/rate/store/r.sql': '-- name: rate\nselect now();\n',
      'src/modules/statistics/reports/rate/store/r.ts': "'rate'",
    },
    'src/modules/statistics/reports/rate/store/r.sql:2: time: the clock is an argument',
  ],
  [
    'SQL does not hide in code',
    { [`${E}/store/b.ts`]: 'export const q = `select a\nfrom b where c`' },
    `${E}/store/b.ts: SQL lives in .sql files`,
  ],
]

for (const [rule, tree, fault] of files) {
  test(rule, () => assert.ok(faultsIn(tree).includes(fault), faultsIn(tree).join('\n')))
}

test('what stands in comments and strings is no SQL', () => {
  assert.deepEqual(
    inMigration("-- create trigger now()\n/* lock table x */\nalter table mark add column note text default 'on delete cascade; now()';\n"),
    [],
  )
})
