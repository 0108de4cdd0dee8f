import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../../kernel/local-date.ts'
import type { WorkPredicate } from '../../../standard/contract.ts'
import { type Person, person } from '../border-cases/person.ts'
import { judgePredicate } from '../judge-predicate.ts'
import { readDossier } from './reading.ts'

const YEAR: WorkPredicate = { p: 'work', minYears: 1, continuous: true, scope: 'occupation', since: null, mode: 'regular' }

function judge(asked: Partial<WorkPredicate>, p: Person, on: string) {
  return judgePredicate(
    { ...YEAR, ...asked },
    readDossier(p.dossier(), [], () => null),
    localDate(on),
  ).finding
}
function first(asked: Partial<WorkPredicate>, p: Person, on = '2010-01-01'): string | null {
  const finding = judge(asked, p, on)
  return finding.verdict === 'not-met' ? finding.becomesTrueOn : on
}
const cumulative = { continuous: false } as const

describe('continuous work', () => {
  test('is full on the same date after the years, counted from the first day of the stretch', () => {
    assert.equal(first({ minYears: 3 }, person().works('2017-04-09')), '2020-04-09')
  })
  test('that ended the day before is full on that date too, one day earlier never', () => {
    assert.equal(first({}, person().worked('2018-04-09', '2019-04-08')), '2019-04-09')
    assert.equal(first({}, person().worked('2018-04-09', '2019-04-07')), null)
  })
  test('starts anew after a gap of one day', () => {
    assert.equal(first({}, person().worked('2018-01-01', '2018-06-30').works('2018-07-02')), '2019-07-02')
    assert.equal(first({}, person().worked('2018-01-01', '2018-06-30').works('2018-07-01')), '2019-01-01')
  })
  test('of a short job within a long one is no break and no gain', () => {
    assert.equal(first({}, person().works('2018-01-01').worked('2018-03-01', '2018-03-31')), '2019-01-01')
  })
  test('from 29 February is full on 28 February of a common year and on 29 February of a leap year', () => {
    assert.equal(first({}, person().works('2016-02-29')), '2017-02-28')
    assert.equal(first({ minYears: 4 }, person().works('2016-02-29')), '2020-02-29')
  })
})

describe('cumulative work', () => {
  test('of one stretch is full on the same day as continuous work', () => {
    for (const from of ['2015-12-31', '2016-02-28', '2016-02-29', '2016-03-01', '2018-07-01']) {
      for (const minYears of [1, 2, 3, 4, 5])
        assert.equal(first({ ...cumulative, minYears }, person().works(from)), first({ minYears }, person().works(from)))
    }
  })
  test('is put off by exactly the days of the gap', () => {
    assert.equal(first(cumulative, person().worked('2018-01-01', '2018-06-30').works('2018-07-11')), '2019-01-11')
  })
  test('counts a day once, however many jobs it was worked in', () => {
    assert.equal(first(cumulative, person().worked('2018-01-01', '2018-12-30').worked('2018-06-01', '2018-12-30')), null)
    assert.equal(first(cumulative, person().worked('2018-01-01', '2018-12-31').worked('2018-06-01', '2018-12-30')), '2019-01-01')
  })
  test('asks for 366 days where a 29 February lies within the year from the first day', () => {
    assert.equal(first(cumulative, person().worked('2020-01-01', '2020-11-30').worked('2021-02-01', '2021-03-02')), null)
    assert.equal(first(cumulative, person().worked('2020-01-01', '2020-11-30').worked('2021-02-01', '2021-03-03')), '2021-03-04')
  })
})

describe('which work counts', () => {
  test('own occupation only, or a related one too', () => {
    const related = person().didWork('2018-01-01', null, { occupation: 'related' })
    assert.equal(first({}, related), null)
    assert.equal(first({ scope: 'related' }, related), '2019-01-01')
    assert.equal(first({ scope: 'related' }, person().didWork('2018-01-01', null, { occupation: 'other' })), null)
  })
  test('regular work satisfies probation, probation never regular work', () => {
    const probation = person().didWork('2018-01-01', null, { mode: 'probation' })
    assert.equal(first({ mode: 'probation' }, probation), '2019-01-01')
    assert.equal(first({ mode: 'probation' }, person().works('2018-01-01')), '2019-01-01')
    assert.equal(first({}, probation), null)
  })
  test('no years at all: to be or have been at work from the first day on', () => {
    assert.equal(first({ ...cumulative, minYears: 0 }, person().worked('2018-01-01', '2018-01-01')), '2018-01-01')
    assert.equal(first({ ...cumulative, minYears: 0 }, person()), null)
  })
})

describe('work after a certificate or title', () => {
  test('counts from the day of issue, and from the first day of work when that is later', () => {
    assert.equal(first({ since: 'cert:L4' }, person().works('2015-01-01').holds('L4', '2018-05-05')), '2019-05-05')
    assert.equal(first({ since: 'cert:L4' }, person().works('2018-09-01').holds('L4', '2018-05-05')), '2019-09-01')
  })
  test('counts from the earliest certificate that stands on the day', () => {
    const two = person().works('2015-01-01').holds('L4', '2016-01-01', { revoked: '2016-12-01' }).holds('L4', '2017-03-01')
    assert.equal(first({ since: 'cert:L4' }, two), '2018-03-01')
  })
  test('is lost when the certificate lapses before the years are full, and after', () => {
    assert.equal(first({ since: 'cert:L4' }, person().works('2015-01-01').holds('L4', '2018-05-05', { until: '2019-05-04' })), null)
    const lapsing = person().works('2015-01-01').holds('L4', '2018-05-05', { until: '2019-05-05' })
    assert.equal(judge({ since: 'cert:L4' }, lapsing, '2019-05-05').verdict, 'met')
    assert.equal(judge({ since: 'cert:L4' }, lapsing, '2019-05-06').verdict, 'not-met')
  })
  test('counts from a certificate of a related occupation only where related work counts', () => {
    const p = person().works('2015-01-01').holds('L4', '2018-05-05', { related: true })
    assert.equal(first({ since: 'cert:L4' }, p), null)
    assert.equal(first({ since: 'cert:L4', scope: 'related' }, p), '2019-05-05')
  })
  test('counts from a title of at least the rank that corresponds to the occupation', () => {
    assert.equal(first({ since: 'title:junior' }, person().works('2015-01-01').titled('senior', '2018-05-05')), '2019-05-05')
    assert.equal(first({ since: 'title:senior' }, person().works('2015-01-01').titled('junior', '2018-05-05')), null)
    assert.equal(first({ since: 'title:junior' }, person().works('2015-01-01').titled('junior', '2018-05-05', false)), null)
  })
})

describe('what is told of work', () => {
  test('when it is full: the days counted and the evidence of every job within them', () => {
    const p = person().worked('2017-01-01', '2017-03-31').worked('2018-01-01', '2018-06-30').works('2018-07-01').holds('L4', '2018-02-01')
    const finding = judge({ since: 'cert:L4' }, p, '2019-02-11')
    assert.ok(finding.verdict === 'met')
    assert.deepEqual(finding.basis, { p: 'work', countedFrom: '2018-02-01', countedDays: 375 })
    assert.deepEqual(finding.evidenceIds, ['employments-1', 'employments-2', 'certificates-0'])
  })
  test('when it is claimed: which job and which certificate are unproven', () => {
    const p = person().works('2018-01-01').unproven().holds('L4', '2018-02-01').unproven()
    const finding = judge({ since: 'cert:L4' }, p, '2019-02-11')
    assert.ok(finding.verdict === 'needs-evidence')
    assert.deepEqual(finding.unproven, [
      { fact: 'employment', on: '2018-01-01' },
      { fact: 'certificate', on: '2018-02-01' },
    ])
  })
  test('when it is too short: the stretch that goes on, else the longest, and what was not counted', () => {
    const going = person().worked('2017-01-01', '2017-11-30').works('2018-01-01').didWork('2016-01-01', null, { occupation: 'other' })
    const short = judge({}, going, '2018-03-01')
    assert.deepEqual(short.verdict === 'not-met' && short.gap, {
      p: 'work',
      lacks: 'time',
      countedFrom: '2018-01-01',
      countedDays: 59,
      neededDays: 365,
      uncounted: ['other'],
    })
    const ended = judge({}, person().worked('2017-01-01', '2017-11-30').worked('2018-01-01', '2018-02-28'), '2018-03-01')
    assert.deepEqual(ended.verdict === 'not-met' && ended.gap, {
      p: 'work',
      lacks: 'time',
      countedFrom: '2017-01-01',
      countedDays: 334,
      neededDays: 365,
      uncounted: [],
    })
  })
  test('when there is none, or none yet: that it is missing', () => {
    for (const p of [person(), person().works('2019-01-01')]) {
      const none = judge({}, p, '2019-01-01')
      assert.deepEqual(none.verdict === 'not-met' && none.gap, { p: 'work', lacks: 'work', uncounted: [] })
    }
    const since = judge({ since: 'cert:L4' }, person().works('2015-01-01'), '2019-01-01')
    assert.deepEqual(since.verdict === 'not-met' && since.gap, { p: 'work', lacks: 'since', uncounted: [] })
  })
})
