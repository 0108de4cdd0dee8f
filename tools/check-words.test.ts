import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkWords } from './check-words.ts'
import { readHouse } from './house/house.ts'
import { withTree } from './read/temporary-tree.ts'
import { parseExceptions } from './words/exceptions.ts'
import { avoidedWords, partsOf } from './words/glossary.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const house = readHouse(root)
const glossary = readFileSync(`${root}/GLOSSARY.md`, 'utf8')
const exceptions = parseExceptions(readFileSync(`${root}/tools/words-exceptions.json`, 'utf8'))

function faultsIn(file: string, text: string): string[] {
  return withTree({ [`src/modules/${file}`]: text }, tree => checkWords({ root: tree, house, glossary, exceptions }))
}

const plants: readonly (readonly [rule: string, file: string, text: string, fault: string])[] = [
  ['a type', 'exam/core/a.ts', 'export type Student = 1', "1: 'Student' says 'student', the glossary says 'candidate' or 'trainee'"],
  [
    'a variable in the middle of a function',
    'exam/core/a.ts',
    'function f() {\n  const allUsers = 1\n  return allUsers\n}',
    "2: 'allUsers' says 'user', the glossary says 'candidate'",
  ],
  [
    'a function',
    'item-bank/store/a.ts',
    'export function saveQuestion() {}',
    "1: 'saveQuestion' says 'question', the glossary says 'item'",
  ],
  [
    'a parameter',
    'exam/routes/a.ts',
    'export const f = (proctorId: string) => proctorId',
    "1: 'proctorId' says 'proctor', the glossary says 'invigilator'",
  ],
  [
    'a destructured name',
    'exam/core/a.ts',
    'export const f = ({ seat: venue }: { seat: 1 }) => venue',
    "1: 'venue' says 'venue', the glossary says 'site / room / seat'",
  ],
  [
    'a member of a type',
    'exam/contract.ts',
    'export type A = { readonly examineeName: string }',
    "1: 'examineeName' says 'examinee', the glossary says 'candidate'",
  ],
  [
    'a key of an object',
    'exam/contract.ts',
    "export const a = { 'cut-off': 1 }",
    "1: 'cut-off' says 'cut-off', the glossary says 'pass rule / award decision'",
  ],
  [
    'a word of a union',
    'exam/core/a.ts',
    "export type Kind = 'retake' | 'first'",
    "1: 'retake' says 'retake', the glossary says 'exemption / resit'",
  ],
  [
    'a word of a schema',
    'exam/contract.ts',
    "export const k = z.enum(['admin'])",
    "1: 'admin' says 'admin', the glossary says 'site manager'",
  ],
  ['a file', 'exam/core/proctor-plan.ts', '', "1: 'proctor-plan' says 'proctor', the glossary says 'invigilator'"],
  [
    'a table',
    'exam/migrations/0001-create-a.sql',
    'create table branch (a text);',
    "1: 'branch' says 'branch', the glossary says 'national centre / provincial centre'",
  ],
  [
    'a column',
    'exam/migrations/0001-create-a.sql',
    '-- reference\ncreate table a (\n  school_name text,\n  tenant_id uuid\n);',
    "2: 'tenant_id' says 'tenant', the glossary says 'institution'",
  ],
  [
    'a plural in -ies',
    'assembly/core/a.ts',
    'export const formCopies = 1',
    "1: 'formCopies' says 'copy', the glossary says 'parallel form'",
  ],
  ['a plural in -es', 'marking/core/a.ts', 'export const bonuses = 1', "1: 'bonuses' says 'bonus', the glossary says 'time allowance'"],
  [
    'a word of two parts',
    'item-bank/core/a.ts',
    'export const questionTypeOf = 1',
    "1: 'questionTypeOf' says 'question type', the glossary says 'interaction'",
  ],
  [
    'submit where it means hand-in',
    'delivery/core/a.ts',
    'export function submitAttempt() {}',
    "1: 'submitAttempt' says 'submit', the glossary says 'hand-in'",
  ],
  [
    'a bare module',
    'course/core/a.ts',
    'export const modules = 1',
    "1: 'modules' says 'module', the glossary says 'occupational function / work content'",
  ],
]

for (const [what, file, text, fault] of plants) {
  test(`a wrong word is found in ${what}`, () => {
    const said = faultsIn(file, text)
    assert.ok(said.includes(`src/modules/${file}:${fault}`), said.join('\n'))
  })
}

const allowed: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['an application may be submitted', 'registration/core/a.ts', 'export function submitApplication() {}'],
  ['a training module is a term', 'course/core/a.ts', 'export type TrainingModule = 1\nexport const moduleQuizzes = 1'],
  ['platform, actions and pages are not read', 'exam/actions/a.ts', 'export const student = 1'],
  ['tests are not read', 'exam/core/a.test.ts', 'export const student = 1'],
  ['the worlds of the lab speak their own words', 'lab/apps/storefront/world.ts', 'export type User = 1'],
  [
    'names chosen by others are not read',
    'exam/core/a.ts',
    'export const f = (x: Facts) => { const { user: person } = x; return person.user.admin() }',
  ],
  ['prose is not read', 'exam/core/a.ts', "export const text = 'The student answers the question.'"],
]

for (const [rule, file, text] of allowed) {
  test(rule, () => assert.deepEqual(faultsIn(file, text), []))
}

test('the avoid column is read, remarks in brackets left out', () => {
  const words = avoidedWords(glossary).map(a => a.word)
  assert.ok(words.length > 90, `${words.length} words`)
  for (const word of ['student', 'question author', 'cut-off', 'hq', 'submit', 'log']) assert.ok(words.includes(word), word)
  assert.equal(
    words.some(word => /[(–]/.test(word)),
    false,
  )
})

test('an exception names a word the glossary avoids', () => {
  const idle = { ...exceptions, everywhere: [{ word: 'candidate', reason: 'a reason of more than twenty letters' }] }
  const said = withTree({}, tree => checkWords({ root: tree, house, glossary, exceptions: idle }))
  assert.deepEqual(said, ["tools/words-exceptions.json: the glossary does not avoid 'candidate'"])
})

test('an exception gives a reason', () => {
  assert.throws(() =>
    parseExceptions('{"places":[],"everywhere":[{"word":"job","reason":""}],"avoidedOnlyIn":[],"allowedIn":[],"phrases":[]}'),
  )
})

test('names fall into parts', () => {
  assert.deepEqual(partsOf('trainingModuleID'), ['training', 'module', 'id'])
  assert.deepEqual(partsOf('HTTPRequest_at-home'), ['http', 'request', 'at', 'home'])
})
