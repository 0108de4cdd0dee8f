import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { describe, test } from 'node:test'
import { aRoster, thePapers } from '../../fixtures.ts'
import { DUTIES, FaultRule, SitePapers, SiteRoster } from './site-package.ts'

const roster = aRoster('argon2id$x')
const plain = () => JSON.parse(JSON.stringify(roster)) as Record<string, never>
/** The roster with one value put at a path such as `rooms.0.seats`. */
function withValue(path: string, value: unknown): unknown {
  const copy = plain() as Record<string, unknown>
  const parts = path.split('.')
  let at: Record<string, unknown> = copy
  for (const part of parts.slice(0, -1)) at = at[part] as Record<string, unknown>
  at[parts.at(-1) ?? ''] = value
  return copy
}

describe('the roster of a site', () => {
  test('is the same after a journey through JSON', () => assert.deepEqual(SiteRoster.parse(plain()), roster))

  const refused: readonly (readonly [string, string, unknown])[] = [
    ['another version', 'version', 2],
    ['an unknown part', 'province', '110000'],
    ['an unknown part of a candidate, such as a full number', 'candidates.0.idNumber', '110101199001011234'],
    ['no sitting', 'sittings', []],
    ['one single member of staff', 'staff', roster.staff.slice(0, 1)],
    ['staff without a duty', 'staff.0.duties', []],
    ['a duty of the centre', 'staff.0.duties', ['registrar']],
    ['a room without seats', 'rooms.0.seats', []],
    ['a seat without a name', 'rooms.0.seats', [' ']],
    ['a pair key that is too short', 'pairKey', 'ab'.repeat(31)],
    ['a pair key in capitals', 'pairKey', 'AB'.repeat(32)],
    ['a package id that is none', 'sitePackageId', 'package-1'],
    ['a ticket without a number', 'candidates.0.ticketNumber', ''],
    ['minutes below nought', 'candidates.0.allowanceMinutes', -1],
    ['half a minute', 'candidates.0.allowanceMinutes', 7.5],
    ['a face as large as a poster', 'candidates.0.faceJpegBase64', 'A'.repeat(80_001)],
    ['a paper nobody knows', 'sittings.0.paper', 'oral'],
    ['a fault that may last all day', 'sittings.0.fault.mostMinutes', 241],
    ['absence before the beginning', 'sittings.0.absentMinutesAfter', 0],
    ['a title of one blank', 'title', ' '],
  ]
  for (const [name, path, value] of refused)
    test(`with ${name} it is refused`, () => assert.equal(SiteRoster.safeParse(withValue(path, value)).success, false))

  test('what may be left out has the values of the national rules', () => {
    const {
      rules,
      fault: _fault,
      entryMinutesBefore: _entry,
      absentMinutesAfter: _absent,
      ...sitting
    } = roster.sittings[0] ?? assert.fail()
    const parsed = SiteRoster.parse({ ...plain(), sittings: [{ ...sitting, rules, fault: {} }] }).sittings[0]
    assert.deepEqual(parsed?.fault, { mostMinutes: 50, secondPersonOverMinutes: 10 })
    assert.deepEqual([parsed?.entryMinutesBefore, parsed?.absentMinutesAfter], [30, 30])
    const {
      allowanceMinutes: _minutes,
      faceJpegBase64: _face,
      maskedIdNumber: _number,
      ...candidate
    } = roster.candidates[0] ?? assert.fail()
    const seen = SiteRoster.parse({ ...plain(), candidates: [candidate] }).candidates[0]
    assert.deepEqual([seen?.allowanceMinutes, seen?.faceJpegBase64, seen?.maskedIdNumber], [0, null, ''])
  })

  test('labels lose their outer blanks, so that two spellings are not two rooms', () => {
    assert.equal(SiteRoster.parse(withValue('rooms.0.roomLabel', ' 第一考场 ')).rooms[0]?.roomLabel, '第一考场')
  })

  test('a whole site of five thousand fits, one more does not', () => {
    const one = roster.candidates[0]
    const many = (n: number) => Array.from({ length: n }, () => one)
    assert.equal(SiteRoster.safeParse({ ...plain(), candidates: many(5_000) }).success, true)
    assert.equal(SiteRoster.safeParse({ ...plain(), candidates: many(5_001) }).success, false)
  })
})

describe('the rule of faults', () => {
  test('takes the limits of the programmes and nothing absurd', () => {
    for (const mostMinutes of [1, 45, 50, 240]) assert.ok(FaultRule.safeParse({ mostMinutes }).success)
    for (const rule of [{ mostMinutes: 0 }, { mostMinutes: 45.5 }, { secondPersonOverMinutes: -1 }, { most: 45 }])
      assert.equal(FaultRule.safeParse(rule).success, false, JSON.stringify(rule))
  })
})

describe('the papers of a site', () => {
  const papers = thePapers(text => hash('sha256', text))
  test('are read back as they were written, and are refused without any, with a foreign part or of another version', () => {
    assert.deepEqual(SitePapers.parse(JSON.parse(JSON.stringify(papers))), papers)
    for (const change of [{ papers: [] }, { version: 2 }, { key: 'x' }, { sitePackageId: '1' }])
      assert.equal(SitePapers.safeParse({ ...papers, ...change }).success, false)
  })
})

test('the duties at a site are three, and each is a word of its own', () => {
  assert.deepEqual([...DUTIES], ['site-manager', 'site-engineer', 'invigilator'])
})
