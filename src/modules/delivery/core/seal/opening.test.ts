import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import type { Result } from '../../../../kernel/result.ts'
import { OPENING, theRules } from '../../fixtures.ts'
import type { Duty } from '../site/site-package.ts'
import type { SealManifest } from './manifest.ts'
import { judgeKey, judgeOpeners, mayOpenAt, mayReleaseForms, openingTimes } from './opening.ts'

const manifest = {
  rehearsal: false,
  openingKeySha256: 'a'.repeat(64),
  title: '11月考次',
  validFrom: plusMinutes(OPENING, -5_000),
  validUntil: plusMinutes(OPENING, 1_000),
} as SealManifest
const sitting = (minutes: number) => ({
  rules: theRules({ opensAt: plusMinutes(OPENING, minutes) }),
  fault: { mostMinutes: 50, secondPersonOverMinutes: 10 },
})
const day = [sitting(120), sitting(0)]
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)

test('a site opens from half an hour before the first sitting until a fault at the last is too long', () => {
  assert.deepEqual(openingTimes(manifest, day), { from: plusMinutes(OPENING, -30), until: plusMinutes(OPENING, 170) })
  const at = (minutes: number, ms = 0) => codeOf(mayOpenAt(manifest, day, (plusMinutes(OPENING, minutes) + ms) as Instant))
  assert.equal(at(-30, -1), 'opening-too-early')
  assert.equal(at(-30), 'ok')
  assert.equal(at(40), 'ok')
  assert.equal(at(170), 'ok')
  assert.equal(at(170, 1), 'opening-too-late')
})

test('never before the package is valid, never after', () => {
  const late = { ...manifest, validFrom: plusMinutes(OPENING, -10), validUntil: plusMinutes(OPENING, 100) }
  assert.deepEqual(openingTimes(late, day), { from: late.validFrom, until: late.validUntil })
  assert.equal(codeOf(mayOpenAt(late, day, plusMinutes(OPENING, -11))), 'package-not-yet-valid')
  assert.equal(codeOf(mayOpenAt(late, day, plusMinutes(OPENING, -10))), 'ok')
  assert.equal(codeOf(mayOpenAt(late, day, plusMinutes(OPENING, 101))), 'package-expired')
})

test('the refusal names the moment in Beijing time', () => {
  const early = mayOpenAt(manifest, day, plusMinutes(OPENING, -60))
  assert.deepEqual(!early.ok && early.refusal.facts, { from: '2026-11-29 08:00' })
})

test('a rehearsal is played at any time of its validity', () => {
  const rehearsal = { ...manifest, rehearsal: true }
  assert.equal(codeOf(mayOpenAt(rehearsal, day, plusMinutes(OPENING, -4_000))), 'ok')
  assert.equal(codeOf(mayOpenAt(rehearsal, day, plusMinutes(OPENING, -5_001))), 'package-not-yet-valid')
  assert.equal(codeOf(mayReleaseForms(rehearsal, sitting(0), plusMinutes(OPENING, -4_000))), 'ok')
})

test('the machines get their form key at the start, not a millisecond before', () => {
  assert.equal(codeOf(mayReleaseForms(manifest, sitting(0), (OPENING - 1) as Instant)), 'form-key-too-early')
  assert.equal(codeOf(mayReleaseForms(manifest, sitting(0), OPENING)), 'ok')
})

test('two persons open: site manager and site engineer', () => {
  const person = (staffId: string, ...duties: Duty[]) => ({ staffId, name: staffId, duties, passVerifier: '' })
  const staff = [
    person('manager', 'site-manager'),
    person('engineer', 'site-engineer'),
    person('invigilator', 'invigilator'),
    person('both', 'site-manager', 'site-engineer'),
  ]
  const open = (first: string, second: string) => codeOf(judgeOpeners(staff, [first, second]))
  assert.equal(open('manager', 'engineer'), 'ok')
  assert.equal(open('engineer', 'manager'), 'ok')
  assert.equal(open('both', 'engineer'), 'ok')
  assert.equal(open('manager', 'both'), 'ok')
  assert.equal(open('both', 'both'), 'opening-one-person')
  assert.equal(open('manager', 'manager'), 'opening-one-person')
  assert.equal(open('manager', 'invigilator'), 'opening-duties')
  assert.equal(open('invigilator', 'engineer'), 'opening-duties')
  assert.equal(open('manager', 'stranger'), 'opener-unknown')
})

test('a wrong key is known by its hash, and a key of the other kind by its name', () => {
  const others = [
    { openingKeySha256: 'b'.repeat(64), rehearsal: true, title: '考前演练' },
    { openingKeySha256: 'c'.repeat(64), rehearsal: false, title: '10月考次' },
  ]
  const key = (digit: string, of = manifest) => judgeKey(of, digit.repeat(64), others)
  assert.equal(codeOf(key('a')), 'ok')
  assert.equal(codeOf(key('f')), 'key-wrong')
  assert.deepEqual(key('b'), { ok: false, refusal: { code: 'rehearsal-key', facts: { title: '考前演练' } } })
  assert.equal(codeOf(key('c')), 'key-wrong')
  assert.equal(codeOf(key('c', { ...manifest, rehearsal: true })), 'real-key')
  assert.equal(codeOf(judgeKey(manifest, 'b'.repeat(64))), 'key-wrong')
})
