import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../../kernel/local-date.ts'
import { marks } from '../../../kernel/marks.ts'
import { certificateDocument } from './certificate-document.ts'
import { enter, type IssueOrder, seriesOf } from './issue-order.ts'
import { publicEntry } from './look-up/public-entry.ts'
import { parseCertificateNumber } from './number/certificate-number.ts'

const order: IssueOrder = {
  personId: 'p-secret',
  name: '阿依古丽·买买提',
  idMasked: '650101********0428',
  level: 'L4',
  levelName: '电子商务员',
  editionId: 'ec-2005',
  scheme: 'demonstration',
  institution: '10012003',
  institutionName: '第一示范鉴定站',
  issuedOn: localDate('2026-12-28'),
  theory: marks(95),
  practical: marks(79),
  sessionCode: '2026-12',
}
const codeOf = (change: Partial<IssueOrder>) => {
  const series = seriesOf({ ...order, ...change })
  return series.ok ? 'ok' : series.refusal.code
}
const entered = (change: Partial<IssueOrder> = {}) => {
  const outcome = enter({ ...order, ...change }, { id: 'c', serial: 7 })
  assert.ok(outcome.ok)
  return { ...outcome.value, signature: 'x'.repeat(86) }
}

test('the number carries year, institution, grade of the edition and serial; the first sheet is 01', () => {
  const entry = entered()
  assert.deepEqual([entry.number, entry.sheet, entry.state.kind], ['2610012003400007', '2610012003400007-01', 'valid'])
})

test('every serial gives a number whose parts lead back to the order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('L4', 'L3', 'L2', 'L1'), (serial, level) => {
      const outcome = enter({ ...order, level }, { id: 'c', serial })
      assert.ok(outcome.ok)
      const read = parseCertificateNumber(outcome.value.number)
      assert.ok(read.ok)
      assert.deepEqual([read.value.parts.serial, read.value.parts.level, read.value.parts.issueYear], [serial, Number(level[1]), 2026])
    }),
  )
})

test('a used-up series, a malformed institution, an unknown level and another number format are refused', () => {
  const full = enter(order, { id: 'c', serial: 100_000 })
  assert.equal(full.ok ? '' : full.refusal.code, 'certificate-number-part')
  assert.equal(codeOf({ institution: '1001200' }), 'issue-institution-malformed')
  assert.equal(codeOf({ institution: '10015003' }), 'issue-institution-malformed')
  assert.equal(codeOf({ level: 'S' }), 'issue-level-unknown')
  assert.equal(codeOf({ scheme: 'level-recognition' }), 'number-format-not-kept')
  assert.equal(codeOf({ scheme: 'nobody' }), 'number-format-not-kept')
})

test('the public reads bands, grade and edition, and no person, no mark, no whole document number', () => {
  const answer = publicEntry(entered())
  assert.deepEqual([answer.grade, answer.bands, answer.idTail], [4, { theory: 'excellent', practical: 'pass' }, '0428'])
  assert.doesNotMatch(JSON.stringify(answer), /p-secret|650101|9500|7900|signature/)
})

test('an older certificate without marks says so by their absence', () => {
  assert.deepEqual(publicEntry(entered({ theory: null, practical: null })).bands, { theory: null, practical: null })
  assert.equal(certificateDocument(entered({ theory: null, practical: null }), 'x').facts.length, 4)
})

test('the printed certificate says what was assessed, by which standard, and carries its code', () => {
  const document = certificateDocument(entered(), 'ZH1.x')
  assert.match(document.text, /^阿依古丽·买买提经职业技能鉴定.*电子商务师国家职业标准.*电子商务员（四级）/)
  assert.deepEqual(
    document.facts.map(f => f.value),
    ['阿依古丽·买买提', '650101********0428', '电子商务师', '电子商务员（四级）', '优秀', '合格'],
  )
  assert.deepEqual([document.issuedOn, document.code, document.issuer], ['2026年12月28日', 'ZH1.x', '第一示范鉴定站'])
})
