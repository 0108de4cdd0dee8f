import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsWith, faultsWithout, house } from './house/skeleton.ts'

const M = 'src/modules'
const take = (from: string) => `import { x } from '${from}'\nexport const y = [x]`
const x = 'export const x = 1'

/** One planted violation for each rule: where it stands, what it says, and the words the checker must find for it. */
const plants: readonly (readonly [rule: string, file: string, text: string, fault: string])[] = [
  ['core does not import its own store', `${M}/exam/core/bad.ts`, take('../store/sitting.ts'), 'core may not import own store'],
  ['core does not read the clock', `${M}/exam/core/bad.ts`, 'export const t = Date.now()', 'a pure room asks the clock or throws dice'],
  [
    'core does not read the clock by a new date',
    `${M}/exam/core/bad.ts`,
    'export const t = new Date()',
    'a pure room asks the clock or throws dice',
  ],
  [
    'core does not take the clock apart',
    `${M}/exam/core/bad.ts`,
    'const { now } = Date\nexport { now }',
    'a pure room asks the clock or throws dice',
  ],
  ['core does not use a Node built-in', `${M}/exam/core/bad.ts`, take('node:fs'), 'a pure room imports package node:fs'],
  ['core does not use a package', `${M}/exam/core/bad.ts`, take('dayjs'), 'a pure room imports package dayjs'],
  [
    "core does not enter a neighbour's server door",
    `${M}/exam/core/bad.ts`,
    take('../../audit/index.ts'),
    'core may enter audit only by contract, not index',
  ],
  [
    "store does not enter a neighbour's inner room",
    `${M}/exam/store/bad.ts`,
    take('../../audit/core/entry.ts'),
    'store may enter audit only by contract, not core',
  ],
  ['a page does not call an action', `${M}/exam/pages/bad.tsx`, take('../actions/open-sitting.ts'), 'pages may not import own actions'],
  ['a page does not use the platform', `${M}/exam/pages/bad.tsx`, take('../../../platform/db/sql.ts'), 'pages may not use platform'],
  ['a route does not reach the store', `${M}/exam/routes/bad.ts`, take('../store/sitting.ts'), 'routes may not import own store'],
  [
    'an arrow against the table is refused, even through a door',
    `${M}/audit/core/bad.ts`,
    take('../../exam/contract.ts'),
    'audit may not know exam',
  ],
  ['an unknown room is refused', `${M}/exam/helpers/bad.ts`, x, "no such room 'helpers'"],
  ['a loose file is an unknown room', `${M}/exam/bad.ts`, x, "no such room 'bad'"],
  ['a test belongs to a room', `${M}/exam/bad.test.ts`, x, "no such room 'bad'"],
  ['a folder without code is an unknown room too', `${M}/exam/shared/a.json`, '{}', "no such room 'shared'"],
  ['an unknown module is refused', `${M}/payment/core/bad.ts`, x, 'module payment is not in the table'],
  ['core does not enter its own door', `${M}/exam/core/bad.ts`, take('../contract.ts'), 'core may not import own contract'],
  [
    'a ring of two type-only imports is a ring',
    `${M}/exam/core/bad.ts`,
    "import type { B } from './worse.ts'\nexport type A = B",
    'ring: src/modules/exam/core/bad.ts > src/modules/exam/core/worse.ts > src/modules/exam/core/bad.ts',
  ],
  [
    'a ring through import types is a ring',
    `${M}/exam/core/bad.ts`,
    "export type A = import('./worse.ts').B",
    'ring: src/modules/exam/core/bad.ts > src/modules/exam/core/worse.ts > src/modules/exam/core/bad.ts',
  ],
  ['platform knows no module', 'src/platform/bad.ts', take('../modules/audit/contract.ts'), 'platform may not know modules'],
  ['ui knows no module', 'src/ui/bad.ts', take('../modules/audit/contract.ts'), 'ui may not know modules'],
  ['kernel does not know the platform', 'src/kernel/bad.ts', take('../platform/db/sql.ts'), 'kernel may not know platform'],
  ['kernel throws no dice', 'src/kernel/bad.ts', 'export const d = Math.random', 'a pure room asks the clock or throws dice'],
  ['an unknown area is refused', 'src/lib/bad.ts', x, "no such area 'lib'"],
  ['nobody imports apps', `${M}/exam/core/bad.ts`, take('../../../apps/centre/main.ts'), 'nobody imports apps'],
  [
    'the server door does not pass on the store',
    `${M}/exam/index.ts`,
    "export { save } from './store/sitting.ts'",
    'index.ts must not re-export store',
  ],
  [
    'the server door does not even import the store',
    `${M}/exam/index.ts`,
    "export { save } from './store/sitting.ts'",
    'index may not import own store',
  ],
  [
    'an action does not smuggle the store out',
    `${M}/exam/actions/bad.ts`,
    "import { save } from '../store/sitting.ts'\nexport const put = save",
    'actions must not re-export store',
  ],
  [
    'a dynamic import counts',
    `${M}/exam/core/bad.ts`,
    "export const later = () => import('../store/sitting.ts')",
    'core may not import own store',
  ],
  [
    'a computed import is refused',
    `${M}/exam/core/bad.ts`,
    'export const later = (p: string) => import(p)',
    'an import must be readable: its path is computed',
  ],
  [
    'a glob of imports is refused',
    `${M}/exam/pages/bad.ts`,
    "export const all = (import.meta as never).glob('./*.tsx')\nexport const more = import.meta.glob('./*.tsx')",
    'an import must be readable: its path is computed',
  ],
  [
    'a path beside import.meta.url counts',
    `${M}/exam/store/bad.ts`,
    "export const u = new URL('../../audit/migrations/0001-create-entry.sql', import.meta.url)",
    'store may enter audit only by contract, not migrations',
  ],
  [
    'the site server does not mount a module of the centre',
    'src/apps/site/bad.ts',
    take('../../modules/exam/contract.ts'),
    'app site may not mount exam',
  ],
  [
    'an app does not enter by a window',
    'src/apps/centre/bad.ts',
    take('../../modules/exam/store/sitting.ts'),
    'app centre enters exam by contract or index or routes or pages, not store',
  ],
  [
    'the command line does not enter by routes',
    'src/apps/cli/main.ts',
    take('../../modules/exam/routes/exams.ts'),
    'app cli enters exam by contract or index, not routes',
  ],
  [
    'the candidate bundle does not enter by the server door',
    'src/apps/candidate/bad.ts',
    take('../../modules/interactions/core/registry.ts'),
    'app candidate enters interactions by contract or pages, not core',
  ],
  [
    'the candidate bundle does not use the platform',
    'src/apps/candidate/bad.ts',
    take('../../platform/db/sql.ts'),
    'app candidate may not use platform',
  ],
  ['apps do not know each other', 'src/apps/centre/bad.ts', take('../site/main.ts'), 'apps do not know each other'],
  ['an app stands in the table', 'src/apps/kiosk/main.ts', take('../../kernel/result.ts'), 'app kiosk is not in the table'],
  ['an import has a target', `${M}/exam/core/bad.ts`, take('./nowhere.ts'), 'cannot find ./nowhere.ts'],
  ['an import names its suffix', `${M}/exam/core/bad.ts`, take('./seat'), 'cannot find ./seat'],
  ['an import does not leave src', `${M}/exam/actions/bad.ts`, take('../../../../tests/journeys/exam.test.ts'), 'an import leaves src'],
  [
    'an import uses no private path',
    `${M}/exam/actions/bad.ts`,
    take('#exam/store'),
    'an import is relative or a package, not #exam/store',
  ],
  ['only tests import tests', `${M}/exam/core/bad.ts`, take('./seat.test.ts'), 'only tests import tests'],
  ['fixtures stay with tests', `${M}/exam/core/bad.ts`, take('../fixtures.ts'), 'core may not import own fixtures'],
  [
    'a plug-in does not know another',
    `${M}/interactions/types/choice/bad.ts`,
    take('../ordering/type.ts'),
    'plug-ins do not know each other (choice, ordering)',
  ],
  ['scoring does not use ui', `${M}/interactions/types/choice/bad.ts`, take('../../../../ui/table.tsx'), 'core may not use ui'],
  ['scoring does not use its own view', `${M}/interactions/types/choice/bad.ts`, take('./pages/view.tsx'), 'core may not import own pages'],
  [
    'scoring throws no dice',
    `${M}/interactions/types/choice/bad.ts`,
    'export const s = () => Math.random()',
    'a pure room asks the clock or throws dice',
  ],
  [
    'a view does not use the platform',
    `${M}/interactions/types/choice/pages/bad.tsx`,
    take('../../../../../platform/db/sql.ts'),
    'pages may not use platform',
  ],
  [
    'the data of an edition read no file',
    `${M}/standard/editions/ec-2005/edition.ts`,
    take('node:fs'),
    'a pure room imports package node:fs',
  ],
  [
    'a pure registry does not know a view',
    `${M}/interactions/core/bad.ts`,
    take('../types/choice/pages/view.tsx'),
    'core may not import own pages',
  ],
  ['a folder with code in a plug-in is a room', `${M}/interactions/types/choice/utils/bad.ts`, x, "no such room 'utils'"],
  [
    'the store of a plug-in does not know its view',
    `${M}/interactions/types/choice/store/bad.ts`,
    take('../pages/view.tsx'),
    'store may not import own pages',
  ],
  ['the shelf of the plug-ins is no room', `${M}/interactions/types/bad.ts`, x, "no such room 'types'"],
  ['a door lists its names', `${M}/exam/contract.ts`, "export * from './core/seat.ts'", 'a door lists its names, it does not export *'],
  ['a module has no barrels inside', `${M}/exam/core/bad.ts`, "export { seat } from './seat.ts'", 'a module has no barrels inside'],
  ['a name plate is short', `${M}/exam/README.md`, 'line\n'.repeat(41), 'the name plate has 41 lines, at most 40'],
]

test('a clean skeleton passes', () => {
  assert.deepEqual(faultsWith({}), [])
})

for (const [rule, file, text, fault] of plants) {
  test(rule, () => {
    const beside = { [`${M}/exam/core/worse.ts`]: "import type { A } from './bad.ts'\nexport type B = A", [`${M}/exam/fixtures.ts`]: x }
    const plant = { ...(text.includes('worse') || text.includes('fixtures') ? beside : {}), [file]: text }
    const said = faultsWith(plant).map(line => (line.startsWith('ring: ') ? line : line.replace(/^[^:]+: /, '')))
    assert.ok(said.includes(fault), `expected «${fault}», found:\n${said.join('\n')}`)
  })
}

test('the table itself has no ring', () => {
  const said = faultsWith({}, { modules: { ...house.modules, audit: ['identity'] } })
  assert.ok(said.includes('house.json: ring audit > identity > audit'), said.join('\n'))
})

test('the table names only modules it holds', () => {
  const said = faultsWith({}, { modules: { ...house.modules, audit: ['payment'] } })
  assert.ok(said.includes('house.json: audit knows payment, which is not in the table'), said.join('\n'))
})

test('a module has a name plate', () => {
  assert.ok(faultsWithout(`${M}/exam/README.md`).includes(`${M}/exam: the name plate README.md is missing`))
})

test('a test may look through windows and read the clock', () => {
  const plant = { [`${M}/exam/core/look.test.ts`]: "import { record } from '../../audit/actions/record-entry.ts'\nrecord()\nDate.now()" }
  assert.deepEqual(faultsWith(plant), [])
})
