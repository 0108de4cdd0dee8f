import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsWith } from './skeleton.ts'

const M = 'src/modules'

/** Planted violations of law 6: a module writes and reads only its own tables. */
const plants: readonly (readonly [rule: string, file: string, text: string, fault: string])[] = [
  [
    'a module writes its own tables only',
    `${M}/exam/store/bad.sql`,
    '-- name: a\nupdate entry set at = 1 where true;\n',
    'exam writes table entry of audit',
  ],
  [
    'a module inserts into its own tables only',
    `${M}/exam/store/bad.sql`,
    '-- name: a\nINSERT INTO entry (at) values (1) on conflict (at) do update set at = 2;\n',
    'exam writes table entry of audit',
  ],
  [
    'a module alters its own tables only',
    `${M}/exam/migrations/0002-alter-entry.sql`,
    'alter table entry add column x text;\n',
    'exam writes table entry of audit',
  ],
  [
    'a module reads its own tables only',
    `${M}/exam/store/bad.sql`,
    '-- name: a\nselect 1 from sitting s left join entry e on true;\n',
    'exam reads table entry of audit',
  ],
  [
    'published views are for statistics only',
    `${M}/exam/store/bad.sql`,
    '-- name: a\nselect 1 from sitting, v_audit_entries v;\n',
    'exam reads table v_audit_entries of audit',
  ],
  [
    'statistics reads views, not tables',
    `${M}/statistics/reports/entries/store/bad.sql`,
    '-- name: a\nselect 1 from entry;\n',
    'statistics reads table entry of audit',
  ],
  [
    'a view carries the name of its module',
    `${M}/exam/migrations/0002-create-view.sql`,
    'create view v_results as select 1;\n',
    'a view of exam is called v_exam_*, not v_results',
  ],
  [
    'a table has one owner',
    `${M}/exam/migrations/0002-create-entry.sql`,
    'create table if not exists entry (a text);\n',
    'table entry already belongs to audit',
  ],
  [
    'a foreign key follows the arrows',
    `${M}/audit/migrations/0002-point.sql`,
    'create table a (s uuid references sitting);\n',
    'audit points to table sitting, but may not know exam',
  ],
]

for (const [rule, file, text, fault] of plants) {
  test(rule, () => {
    const said = faultsWith({ [file]: text })
    assert.ok(said.includes(`${file}: ${fault}`), `expected «${fault}», found:\n${said.join('\n')}`)
  })
}

test('a view over its own tables, functions, and columns after from are no foreign tables', () => {
  const sql = `-- name: a
with entry_of as (select 1) select extract(epoch from s.note), s.note is distinct from entry, trim(both from entry)
from sitting s, lateral unnest(s.notes) as note join entry_of on true where note = 'from entry';
`
  assert.deepEqual(faultsWith({ [`${M}/exam/store/bad.sql`]: sql }), [])
})
