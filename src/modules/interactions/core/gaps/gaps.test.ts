import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { answeredGaps, gapScore, isRightText, scoreGaps, writtenKeyFault, writtenKeyResponse } from './fill.ts'
import { GapRubric, gapFault, gapTexts, gapsIn, piecesOf } from './gaps.ts'
import { WrittenGap, WrittenKey, WrittenResponse } from './written-gaps.ts'

describe('gaps in a text', () => {
  test('cut it into pieces that make it up again', () => {
    assert.deepEqual(piecesOf('实付{{paid}}元。'), [{ text: '实付' }, { gapId: 'paid' }, { text: '元。' }])
    assert.deepEqual(piecesOf('{{a}}{{b}}'), [{ gapId: 'a' }, { gapId: 'b' }])
    assert.deepEqual(piecesOf(''), [])
    const part = fc.oneof(
      fc.stringMatching(/^[^{}]{1,8}$/),
      fc.stringMatching(/^[A-Za-z0-9_-]{1,5}$/).map(id => `{{${id}}}`),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), parts => {
        const text = parts.join('')
        assert.equal(
          piecesOf(text)
            .map(piece => ('gapId' in piece ? `{{${piece.gapId}}}` : piece.text))
            .join(''),
          text,
        )
      }),
    )
  })

  test('are marked by two brackets around an id, and nothing else is a gap', () => {
    for (const text of ['{a}', '{{a', '{{ a }}', '{{a b}}', '{{}}', `{{${'x'.repeat(37)}}}`, '{{题}}'])
      assert.deepEqual(gapsIn([text]), [], text)
    assert.deepEqual(gapsIn(['{{{a}}}', 'x{{b}}']), ['a', 'b'])
  })

  test('stand in paragraphs and cells, not in code', () => {
    assert.deepEqual(gapTexts({ kind: 'paragraph', text: '{{a}}' }), ['{{a}}'])
    assert.deepEqual(gapTexts({ kind: 'code', text: '{{a}}' }), [])
    assert.deepEqual(gapTexts({ kind: 'table', head: ['h'], rows: [['{{a}}'], ['x']] }), ['h', '{{a}}', 'x'])
  })

  test('are each described once and stand once', () => {
    assert.equal(gapFault(['a', 'b'], ['{{a}}', '{{b}}']), undefined)
    assert.match(gapFault(['a'], ['{{a}}{{b}}']) ?? '', /b that is not described/)
    assert.match(gapFault(['a', 'b'], ['{{a}}']) ?? '', /b must stand exactly once/)
    assert.match(gapFault(['a'], ['{{a}}{{a}}']) ?? '', /a must stand exactly once/)
    assert.match(gapFault(['a', 'a'], ['{{a}}']) ?? '', /repeat/)
  })
})

const gaps = [
  { id: 'n', kind: 'number', unit: '元' },
  { id: 't', kind: 'text' },
].map(gap => WrittenGap.parse(gap))
const key = WrittenKey.parse({
  version: 1,
  gaps: [
    { id: 'n', kind: 'number', value: '12.50', tolerance: '0.05', units: ['万元'] },
    { id: 't', kind: 'text', accept: ['提单', 'Bill of Lading'], ignoreCase: true, ignoreSpace: false },
  ],
})
const [number, text] = key.gaps
const written = (n: string, t: string) =>
  WrittenResponse.parse({
    version: 1,
    gaps: [
      { id: 'n', text: n },
      { id: 't', text: t },
    ],
  })

describe('what is written into a gap', () => {
  test('is a right number within the tolerance, with a unit that is printed or accepted', () => {
    assert.ok(number)
    for (const right of ['12.5', '12.45', '12.55元', '十二点五', '12.5万元', '￥12.5', '１２．５０'])
      assert.ok(isRightText(number, gaps[0], right), right)
    for (const wrong of ['12.44', '12.551', '12.5美元', '12.5%', '-12.5', '12.5元5', '', '十二点', '约'])
      assert.ok(!isRightText(number, gaps[0], wrong), wrong)
  })

  test('is a right text in one of the accepted forms', () => {
    assert.ok(text)
    for (const right of ['提单', '“提单”', 'BILL OF LADING', 'bill  of lading.']) assert.ok(isRightText(text, gaps[1], right), right)
    for (const wrong of ['提货单', 'billoflading', '', '提']) assert.ok(!isRightText(text, gaps[1], wrong), wrong)
  })

  test('is blank while there are only blanks, and none of the item where the gap is another', () => {
    assert.equal(answeredGaps({ gaps }, written(' ', '\u3000')).state, 'blank')
    assert.equal(answeredGaps({ gaps }, written('0', '')).state, 'answered')
    assert.equal(answeredGaps({ gaps }, WrittenResponse.parse({ version: 1, gaps: [{ id: 'z', text: '1' }] })).state, 'invalid')
  })

  test('is scored gap by gap, what is right, wrong and missing being told', () => {
    const facts = { content: { gaps }, key, rubric: GapRubric.parse({}), max: hundredths(201), evidence: null }
    const score = scoreGaps({ ...facts, response: written('12.5', '') })
    assert.deepEqual([score.earned, score.outcome], [100, 'partial'])
    assert.deepEqual(score.reasons, [
      { code: 'right', optionIds: ['n'] },
      { code: 'missed', optionIds: ['t'] },
    ])
    assert.equal(scoreGaps({ ...facts, response: writtenKeyResponse(key) }).outcome, 'full')
    assert.deepEqual(scoreGaps({ ...facts, response: written('1', '单') }).reasons, [{ code: 'wrong', optionIds: ['n', 't'] }])
  })
})

test('a key has every gap as the kind it is', () => {
  const fault = (list: unknown[]) => writtenKeyFault({ gaps }, WrittenKey.parse({ version: 1, gaps: list }))
  assert.equal(writtenKeyFault({ gaps }, key), undefined)
  assert.match(fault([number]) ?? '', /has no key/)
  assert.match(fault([number, { ...text, id: 'z' }]) ?? '', /no gap z/)
  assert.match(
    fault([
      { ...number, id: 't' },
      { ...text, id: 'n' },
    ]) ?? '',
    /another kind/,
  )
  for (const bad of [
    { ...number, value: '1e5' },
    { ...number, tolerance: '-1' },
    { ...number, value: '1,000' },
    { ...text, accept: [] },
    { ...text, accept: [' '] },
  ])
    assert.equal(WrittenKey.safeParse({ version: 1, gaps: [bad] }).success, false, JSON.stringify(bad))
})

describe('shares of gaps', () => {
  const verdicts = { right: ['a', 'b'], wrong: ['c'], missed: ['d'] }
  const earned = (rubric: object, max = 1200) => gapScore({ rubric: GapRubric.parse(rubric), max: hundredths(max) }, verdicts).earned

  test('are equal unless told otherwise', () => {
    assert.equal(earned({}), 600)
    assert.equal(earned({ shares: [{ id: 'a', share: 3 }] }), 800)
    assert.equal(earned({ shares: [{ id: 'd', share: 9 }] }), 200)
    assert.equal(earned({ credit: 'all-or-nothing' }), 0)
  })

  test('bring everything when everything is right, and never more', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(shares, fc.nat(10_000), fc.constantFrom('per-gap', 'all-or-nothing'), (list, max, credit) => {
        const ids = list.map((_share, at) => `g${at}`)
        const rubric = GapRubric.parse({ credit, shares: list.map((share, at) => ({ id: `g${at}`, share })) })
        const score = (right: string[]) =>
          gapScore({ rubric, max: hundredths(max) }, { right, wrong: ids.filter(id => !right.includes(id)), missed: [] }).earned
        assert.equal(score(ids), max)
        assert.equal(score([]), 0)
        const parts = ids.reduce((sum, id) => sum + score([id]), 0)
        assert.ok(parts <= max || ids.length === 1)
      }),
    )
  })
})
