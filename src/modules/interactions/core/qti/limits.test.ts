import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { XmlElement } from '../../../../kernel/xml.ts'
import { aResponse, aScope, anOutcome, el, float, int, multiple, point, text, valueOf, variable } from '../../fixtures.ts'
import { runTest } from './assessment/run-assessment.ts'
import { runItem } from './items/run-item.ts'
import { QTI_LIMITS, newWork, spend } from './limits.ts'

/** Evaluates an expression a hundred thousand times, as far as the work lasts. */
const often = (expression: XmlElement): XmlElement => {
  const round = el('repeat', { numberRepeats: 10_000 }, el('null'), expression)
  return el('and', ...Array.from({ length: 10 }, () => el('isNull', round)))
}
const long = (n: number): XmlElement => text('a'.repeat(n))

test('work is counted down to nothing and not further', () => {
  const work = newWork(3)
  assert.deepEqual([spend(work, 2), spend(work, 1), spend(work, 1), spend(work, 1)], [true, true, false, false])
})

test('long texts, attributes and shapes cost more than short ones', () => {
  assert.equal(valueOf(el('substring', { caseSensitive: true }, text('b'), text('abc'))), 'true')
  assert.equal(valueOf(el('substring', { caseSensitive: true }, long(50_000), long(100_000))), 'fault too-much-work')
  assert.equal(valueOf(often(el('stringMatch', { caseSensitive: false }, long(5_000), text('a')))), 'fault too-much-work')
  assert.equal(
    valueOf(often(el('equal', { toleranceMode: 'absolute', tolerance: '1'.padStart(50_000) }, int(1), int(1)))),
    'fault too-much-work',
  )
  const corners = Array.from({ length: 10_000 }, (_, n) => `${n},${n % 7}`).join(',')
  const inside = el('inside', { shape: 'poly', coords: corners }, multiple(...Array.from({ length: 300 }, (_, n) => point(n, 3))))
  assert.equal(valueOf(inside), 'fault too-much-work')
})

test('large mappings, areas and tables cost what has to be walked through', () => {
  const entries = Array.from({ length: 5_000 }, (_, n) => el('mapEntry', { mapKey: `k${n}`, mappedValue: 1 }))
  const areas = Array.from({ length: 5_000 }, () => el('areaMapEntry', { shape: 'circle', coords: '0,0,1', mappedValue: 1 }))
  const declarations = [
    aResponse('R', 'multiple', 'string', el('mapping', ...entries)),
    aResponse('P', 'multiple', 'point', el('areaMapping', ...areas)),
    anOutcome('SCORE', 'float', 0),
  ]
  const responses = { R: ['k1', 'K2', 'x'], P: Array.from({ length: 2_000 }, (_, n) => `${n} 0`) }
  assert.equal(valueOf(el('mapResponse', { identifier: 'R' }), aScope({ declarations, responses })), 'float 2')
  assert.equal(valueOf(often(el('mapResponse', { identifier: 'R' })), aScope({ declarations, responses })), 'fault too-much-work')
  assert.equal(valueOf(el('mapResponsePoint', { identifier: 'P' }), aScope({ declarations, responses })), 'fault too-much-work')
})

test('of two entries for one text the first counts, whether case matters to it or not', () => {
  const mapped = (entries: readonly (readonly [string, number, boolean])[], given: string) => {
    const mapping = el(
      'mapping',
      ...entries.map(([mapKey, mappedValue, caseSensitive]) => el('mapEntry', { mapKey, mappedValue, caseSensitive })),
    )
    const scope = aScope({ declarations: [aResponse('R', 'single', 'string', mapping)], responses: { R: given } })
    return valueOf(el('mapResponse', { identifier: 'R' }), scope)
  }
  const folded = ['york', 1, false] as const
  const exact = ['York', 2, true] as const
  assert.equal(mapped([folded, exact], 'York'), 'float 1')
  assert.equal(mapped([exact, folded], 'York'), 'float 2')
  assert.equal(mapped([exact, folded], 'YORK'), 'float 1')
  assert.equal(mapped([exact], 'YORK'), 'float 0')
})

test('containers are compared within the work, and their values counted', () => {
  const list = multiple(...Array.from({ length: 5_000 }, (_, n) => int(n)))
  assert.equal(valueOf(el('contains', list, list)), 'fault too-much-work')
  assert.equal(valueOf(el('match', list, list)), 'true')
  assert.equal(
    valueOf(often(el('containerSize', variable('LIST'))), aScope({ declarations: [anOutcome('LIST', 'integer', ...Array(500).fill(7))] })),
    'fault too-much-work',
  )
})

test('an item that burns all its work is a fault', () => {
  const burn = el(
    'setOutcomeValue',
    { identifier: 'SCORE' },
    el('sum', float(0), el('containerSize', el('repeat', { numberRepeats: 9_999 }, ...Array.from({ length: 300 }, () => el('null'))))),
  )
  const item = el('assessmentItem', anOutcome('SCORE', 'float', 0), el('responseProcessing', burn))
  const outcome = runItem({ item, responses: {}, seed: 's' })
  assert.equal(!outcome.ok && outcome.refusal.code, 'too-much-work')
})

test('the items of an assessment share its work, and their size counts', () => {
  const filler = el('itemBody', ...Array.from({ length: 20_000 }, () => el('p')))
  const items = new Map([['q.xml', el('assessmentItem', filler)]])
  const references = (n: number) => Array.from({ length: n }, (_, i) => el('assessmentItemRef', { identifier: `Q${i}`, href: 'q.xml' }))
  const assessment = (n: number) =>
    el('assessmentTest', el('testPart', { identifier: 'P' }, el('assessmentSection', { identifier: 'S' }, ...references(n))))
  const few = runTest({ assessment: assessment(10), items, responses: {}, seed: 's' })
  assert.ok(few.ok && few.value.items.length === 10)
  const many = runTest({ assessment: assessment(1 + QTI_LIMITS.assessmentSteps / 20_000), items, responses: {}, seed: 's' })
  assert.equal(!many.ok && many.refusal.code, 'too-much-work')
})
