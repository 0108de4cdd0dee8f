import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../../../kernel/instant.ts'
import { daysBetween, spansOf } from './spans.ts'
import { type KeptStatistic, type StatisticSource, best } from './statistic.ts'

function figures(source: StatisticSource, at: number, n = 10): KeptStatistic {
  const unknown = { difficultyB: null, discrimination: null, meanSeconds: null }
  return { itemVersionId: 'v', source, difficultyP: 500, ...unknown, n, person: '甲', at: instant(at) }
}

describe('the figures to rely on', () => {
  test('a session counts before a trial, a trial before an estimate', () => {
    const all = [figures('writer-estimate', 9), figures('trial', 5), figures('session', 1)]
    assert.equal(best(all)?.source, 'session')
    assert.equal(best(all.slice(0, 2))?.source, 'trial')
    assert.equal(best(all.slice(0, 1))?.source, 'writer-estimate')
    assert.equal(best([]), undefined)
  })

  test('of one source the newest counts, whatever the order they are told in', () => {
    const sessions = [figures('session', 1), figures('session', 3), figures('session', 2)]
    assert.equal(best(sessions)?.at, 3)
    assert.equal(best(sessions.toReversed())?.at, 3)
  })
})

describe('spans', () => {
  test('limits belong to the span they end, and the last is without end', () => {
    assert.deepEqual(spansOf([0, 1, 1, 2, 5, 9], [0, 1, 5]), [
      { upTo: 0, items: 1 },
      { upTo: 1, items: 2 },
      { upTo: 5, items: 2 },
      { upTo: null, items: 1 },
    ])
  })

  test('every value falls into exactly one', () => {
    const limits = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 6 }).map(list => list.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 })), limits, (values, ends) => {
        const total = spansOf(values, ends).reduce((sum, span) => sum + span.items, 0)
        assert.equal(total, values.length)
      }),
    )
  })

  test('days are whole days gone by', () => {
    const day = 86_400_000
    assert.deepEqual([daysBetween(0, day - 1), daysBetween(0, day), daysBetween(0, 3 * day + 5)], [0, 1, 3])
  })
})
