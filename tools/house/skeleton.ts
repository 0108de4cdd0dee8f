import { fileURLToPath } from 'node:url'
import { checkHouse } from '../check-house.ts'
import { withTree } from '../read/temporary-tree.ts'
import type { Tree } from '../read/temporary-tree.ts'
import { readHouse } from './house.ts'
import type { House } from './house.ts'

const house = readHouse(fileURLToPath(new URL('../..', import.meta.url)))
const M = 'src/modules'

/** A small house in order: every room, a plug-in of two kinds, an app of each kind, tests that look through windows. */
const skeleton: Tree = {
  'src/kernel/result.ts': 'export type Result = { ok: boolean }',
  'src/platform/db/sql.ts': "import type { Result } from '../../kernel/result.ts'\nexport type Tx = Result",
  'src/ui/table.tsx': "import type { Result } from '../kernel/result.ts'\nexport type Row = Result",
  'src/apps/centre/main.ts': `import { examRoutes } from '../../modules/exam/routes/exams.ts'\nimport type { Tx } from '../../platform/db/sql.ts'\nimport seed from '../../../data/seed.json' with { type: 'json' }\nexport const mounted = [examRoutes, seed] as unknown as Tx[]`,
  'src/apps/site/main.ts': "import { choice } from '../../modules/interactions/contract.ts'\nexport const mounted = [choice]",
  'src/apps/candidate/main.tsx': "export { choiceView } from '../../modules/interactions/pages/registry.ts'",
  'data/seed.json': '{}',
  [`${M}/audit/README.md`]: '# audit',
  [`${M}/audit/contract.ts`]: "export type { Entry } from './core/entry.ts'",
  [`${M}/audit/index.ts`]: "export { record } from './actions/record-entry.ts'",
  [`${M}/audit/core/entry.ts`]: 'export type Entry = { at: number }',
  [`${M}/audit/actions/record-entry.ts`]: 'export function record(): void {}',
  [`${M}/audit/migrations/0001-create-entry.sql`]:
    'create table entry (entry_id uuid primary key);\ncreate view v_audit_entries as select entry_id from entry;\n',
  [`${M}/standard/README.md`]: '# standard',
  [`${M}/standard/contract.ts`]: "export type { Clause } from './core/clause.ts'",
  [`${M}/standard/core/clause.ts`]:
    "import { z } from 'zod'\nexport const Clause = z.string()\nexport type Clause = z.infer<typeof Clause>\nexport const on = (ms: number) => new Date(ms)",
  [`${M}/interactions/README.md`]: '# interactions',
  [`${M}/interactions/contract.ts`]: "export { choice } from './core/registry.ts'",
  [`${M}/interactions/core/registry.ts`]:
    "import { type as choice } from '../types/choice/type.ts'\nexport { choice }\nexport const all = [choice]",
  [`${M}/interactions/pages/registry.ts`]: "export { choiceView } from '../types/choice/pages/view.tsx'\nexport const n = 1",
  [`${M}/interactions/types/choice/type.ts`]: "import easy from './examples/easy.json' with { type: 'json' }\nexport const type = easy",
  [`${M}/interactions/types/choice/examples/easy.json`]: '{}',
  [`${M}/interactions/types/choice/pages/view.tsx`]:
    "import type { Row } from '../../../../../ui/table.tsx'\nimport { type } from '../type.ts'\nexport const choiceView = [type] as Row[]",
  [`${M}/interactions/types/ordering/type.ts`]: 'export const type = 2',
  [`${M}/exam/README.md`]: '# exam',
  [`${M}/exam/contract.ts`]: "export { seat } from './core/seat.ts'",
  [`${M}/exam/index.ts`]: "export { openSitting } from './actions/open-sitting.ts'",
  [`${M}/exam/core/seat.ts`]: "import type { Clause } from '../../standard/contract.ts'\nexport const seat = (c: Clause) => c",
  [`${M}/exam/core/seat.test.ts`]: "import { save } from '../store/sitting.ts'\nsave(Date.now())",
  [`${M}/exam/store/sitting.ts`]:
    "import type { Tx } from '../../../platform/db/sql.ts'\nimport { seat } from '../contract.ts'\nexport const save = (n: number, tx?: Tx) => [seat, tx, n, new URL('./sitting.sql', import.meta.url)]",
  [`${M}/exam/store/sitting.sql`]:
    '-- name: find-sitting\nselect s.sitting_id, extract(epoch from s.note) from sitting s join jsonb_to_recordset(:rows) r on true where s.note is distinct from :entry for update;\n',
  [`${M}/exam/actions/open-sitting.ts`]:
    "import { record } from '../../audit/index.ts'\nimport { save } from '../store/sitting.ts'\nexport function openSitting(now: number): void { save(now); record() }",
  [`${M}/exam/routes/exams.ts`]:
    "import { openSitting } from '../actions/open-sitting.ts'\nimport { seat } from '../contract.ts'\nexport const examRoutes = [openSitting, seat]",
  [`${M}/exam/pages/sittings.tsx`]: "import { seat } from '../contract.ts'\nexport const Sittings = () => seat",
  [`${M}/exam/migrations/0001-create-sitting.sql`]:
    'create table sitting (sitting_id uuid primary key, entry_id uuid references entry, note text);\n',
  [`${M}/statistics/README.md`]: '# statistics',
  [`${M}/statistics/reports/entries/store/entries.sql`]: '-- name: entries\nselect count(*) from v_audit_entries;\n',
  'tests/journeys/exam.test.ts': "import { save } from '../../src/modules/exam/store/sitting.ts'\nsave(1)",
}

/** Faults of the skeleton with some files laid over it, and perhaps another table. */
export function faultsWith(plant: Tree, table: Partial<House> = {}): string[] {
  return withTree({ ...skeleton, ...plant }, root => checkHouse({ root, house: { ...house, ...table } }))
}

/** The skeleton without one of its files. */
export function faultsWithout(path: string): string[] {
  const { [path]: _removed, ...rest } = skeleton
  return withTree(rest, root => checkHouse({ root, house }))
}

export { house }
