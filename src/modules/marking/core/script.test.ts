import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor, Role, Scope } from '../../../kernel/actor.ts'
import { instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { MarkingTask } from './marking-task.ts'
import { type Script, isOfOwnInstitution, mayMarkChecks, mayMarkScript, mayReadEvidence, scriptNumber, withinReach } from './script.ts'

const AT = instantOf('2026-11-29T12:00:00+08:00')
const SITE = '35010001'
const script: Script = {
  sittingId: 's',
  scriptId: 'x',
  attemptId: 'a',
  candidateRef: 'p-candidate',
  site: SITE,
  level: 'L4',
  institution: '35010099',
  roomLabel: '第二考场',
  seatLabel: '7',
  number: '0412-7793',
  openedAt: AT,
  asks: null,
}
const actor = (role: Role, ...scopes: readonly Scope[]): Actor => ({
  kind: 'person',
  personId: 'p',
  accountId: 'p',
  name: '甲',
  grants: scopes.map(scope => ({ role, scope, from: localDate('2020-01-01'), until: null })),
})
const site = (code: string): Scope => ({ kind: 'site', site: code })
const codeOf = (r: { ok: true } | { ok: false; refusal: { code: string } }) => (r.ok ? 'ok' : r.refusal.code)
const sheet = Object.fromEntries(['accuracy', 'procedure', 'result', 'conduct'].map(c => [c, { mark: 2000, comment: '' }]))
const marked = { scriptId: 'x', state: { kind: 'marked', at: AT, sheet } } as unknown as MarkingTask

test('an assessor reaches the scripts of their site, institution, province or the nation, and no others', () => {
  const table: readonly (readonly [Actor, boolean])[] = [
    [actor('assessor', site(SITE)), true],
    [actor('assessor', { kind: 'institution', institution: SITE }), true],
    [actor('chief-assessor', { kind: 'province', province: '35' }), true],
    [actor('assessor', { kind: 'nation' }), true],
    [actor('national-officer', { kind: 'nation' }), true],
    [actor('assessor', site('35010002')), false],
    [actor('assessor', { kind: 'province', province: '44' }), false],
    [actor('invigilator', site(SITE)), false],
    [actor('candidate', { kind: 'person', person: 'self' }), false],
    [{ kind: 'public' }, false],
  ]
  for (const [who, reached] of table) assert.equal(withinReach(who, script), reached, JSON.stringify(who))
})

test('whoever assesses for an institution stands aside from its candidates', () => {
  assert.ok(isOfOwnInstitution(actor('assessor', site('35010099')), script))
  assert.ok(isOfOwnInstitution(actor('assessor', { kind: 'institution', institution: '35010099' }), script))
  assert.ok(!isOfOwnInstitution(actor('assessor', site(SITE)), script))
  assert.ok(!isOfOwnInstitution(actor('assessor', site('35010099')), { ...script, institution: null }))
  assert.ok(!isOfOwnInstitution(actor('institution-manager', { kind: 'institution', institution: '35010099' }), script))
})

test("who may mark is told by one refusal, and what lies outside one's reach looks as if it were not there", () => {
  const own = actor('assessor', site(SITE), site('35010099'))
  assert.equal(codeOf(mayMarkScript(actor('assessor', site(SITE)), script, [])), 'ok')
  assert.equal(codeOf(mayMarkScript(actor('assessor', site('35010002')), script, [])), 'script-unknown')
  assert.equal(codeOf(mayMarkScript(actor('national-officer', { kind: 'nation' }), script, [])), 'script-unknown')
  assert.equal(codeOf(mayMarkScript(own, script, [])), 'assessor-of-institution')
  assert.equal(codeOf(mayMarkScript(actor('assessor', site(SITE)), script, [marked])), 'already-marked')
  assert.equal(codeOf(mayMarkScript(actor('assessor', site(SITE)), { ...script, scriptId: 'other' }, [marked])), 'ok')
})

test('of a script that the laboratory marked, a person marks what it asks and nothing else, and its evidence is read within reach', () => {
  const ask = { itemId: 'i', task: 'L4-15', checkId: 'tidy', say: '版面整洁', best: '分区清楚', most: hundredths(100) }
  const asking = { ...script, asks: [ask] }
  const near = actor('assessor', site(SITE))
  assert.equal(codeOf(mayMarkScript(near, asking, [])), 'nothing-asked')
  assert.deepEqual(mayMarkChecks(near, asking, []), { ok: true, value: [ask] })
  assert.equal(codeOf(mayMarkChecks(near, { ...script, asks: [] }, [])), 'nothing-asked')
  assert.equal(codeOf(mayMarkChecks(near, script, [])), 'nothing-asked')
  assert.equal(codeOf(mayMarkChecks(near, asking, [{ scriptId: 'x' }])), 'already-marked')
  assert.equal(codeOf(mayMarkChecks(near, { ...asking, candidateRef: 'p' }, [])), 'assessor-is-candidate')
  assert.equal(codeOf(mayMarkChecks(actor('assessor', site(SITE), site('35010099')), asking, [])), 'assessor-of-institution')
  for (const far of [actor('assessor', site('35010002')), actor('teacher', site(SITE))])
    assert.equal(codeOf(mayReadEvidence(far, asking)), 'script-unknown')
  assert.equal(codeOf(mayReadEvidence(actor('assessor', site(SITE), site('35010099')), asking)), 'assessor-of-institution')
  assert.equal(codeOf(mayReadEvidence(actor('national-officer', { kind: 'nation' }), asking)), 'ok')
})

test('a script number has eight digits, is the same every time, and gives way when it is taken', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), fc.nat(50), (mac, again) => {
      assert.match(scriptNumber(mac, again), /^\d{4}-\d{4}$/)
      assert.equal(scriptNumber(mac, again), scriptNumber(mac, again))
      assert.notEqual(scriptNumber(mac, again), scriptNumber(mac, again + 1))
    }),
  )
})
