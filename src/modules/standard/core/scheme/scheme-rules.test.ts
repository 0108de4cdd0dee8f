import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate, yearOf } from '../../../../kernel/local-date.ts'
import { must, refusalOf } from '../../fixtures.ts'
import type { GradedLevel } from '../clause.ts'
import { isProvenanceText } from '../provenance.ts'
import { editionOf } from '../registry.ts'
import type { Scheme } from './scheme.ts'
import {
  examinedHere,
  findScheme,
  isLevelOpen,
  isSchemeId,
  numberFormatOn,
  schemeDeadlines,
  schemeStructure,
  schemeYear,
  usableEdition,
} from './scheme-rules.ts'
import { SCHEMES } from './schemes.ts'

const national = SCHEMES['national-qualification']
const recognition = SCHEMES['level-recognition']
const industry = SCHEMES['industry-certificate']
const demonstration = SCHEMES.demonstration
const all: readonly Scheme[] = Object.values(SCHEMES)
const GRADED: readonly GradedLevel[] = ['L5', 'L4', 'L3', 'L2', 'L1']
const openIn = (scheme: Scheme, year: number) => GRADED.filter(level => isLevelOpen(scheme, year, level).ok).join()

test('four schemes stand beside each other, each under its own id', () => {
  assert.deepEqual(Object.keys(SCHEMES), ['national-qualification', 'level-recognition', 'industry-certificate', 'demonstration'])
  for (const [id, scheme] of Object.entries(SCHEMES)) assert.equal(scheme.id, id)
  assert.equal(must(findScheme('demonstration')).issuer.value.zh, '国家中心（示例）')
  for (const text of ['', 'nation', 'toString']) {
    assert.equal(isSchemeId(text), false)
    assert.deepEqual(refusalOf(findScheme(text)), { code: 'scheme-unknown', facts: { scheme: text } })
  }
})

const OPEN: readonly (readonly [Scheme, number, string])[] = [
  [national, 2002, 'L4,L3'],
  [national, 2004, 'L4,L3'],
  [national, 2005, 'L4,L3,L2'],
  [national, 2018, 'L4,L3,L2'],
  [national, 2001, ''],
  [national, 2019, ''],
  [recognition, 2018, ''],
  [recognition, 2019, 'L4,L3,L2'],
  [recognition, 2022, 'L5,L4,L3,L2,L1'],
  [recognition, 2030, 'L5,L4,L3,L2,L1'],
  [demonstration, 2024, ''],
  [demonstration, 2025, 'L4,L3'],
  [demonstration, 2026, 'L4,L3'],
  [demonstration, 2027, 'L4,L3,L2'],
  [demonstration, 2028, ''],
]
for (const [scheme, year, levels] of OPEN) {
  test(`${scheme.id} ${year} opens ${levels || 'nothing'}`, () => assert.equal(openIn(scheme, year), levels))
}

test('an open level names the plan of its year', () => {
  const open = must(isLevelOpen(demonstration, 2027, 'L2'))
  assert.deepEqual([open.scheme, open.year, open.level, open.plan.edition], ['demonstration', 2027, 'L2', 'ec-2005'])
  assert.equal(open.plan.calendar.kind, 'rule')
})

test('each refusal to open a level says what stands in the way', () => {
  assert.deepEqual(refusalOf(isLevelOpen(demonstration, 2026, 'L2')), {
    code: 'level-closed',
    facts: { scheme: '示范', schemeEn: 'Demonstration', year: 2026, level: 'L2', open: ['L4', 'L3'] },
  })
  assert.equal(refusalOf(isLevelOpen(demonstration, 2026, 'L1')).code, 'level-closed')
  assert.deepEqual(refusalOf(isLevelOpen(demonstration, 2026, 'L5')), {
    code: 'level-unknown',
    facts: { edition: 'ec-2005', level: 'L5', levels: ['L4', 'L3', 'L2', 'L1'] },
  })
  assert.deepEqual(refusalOf(isLevelOpen(demonstration, 2028, 'L4')), {
    code: 'year-not-planned',
    facts: { scheme: '示范', schemeEn: 'Demonstration', year: 2028 },
  })
  assert.deepEqual(refusalOf(isLevelOpen(national, 2019, 'L4')), {
    code: 'scheme-not-in-force',
    facts: { scheme: '国家职业资格证书制度', schemeEn: 'National vocational qualification', year: 2019, from: 2002, until: 2018 },
  })
  assert.equal(refusalOf(isLevelOpen(recognition, 2010, 'L4')).facts['until'], '—')
  assert.equal(refusalOf(isLevelOpen(industry, 2010, 'L4')).code, 'scheme-recorded-only')
})

test('an open level is one of the plan and of its edition, in every scheme and year', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.integer({ min: 1995, max: 2040 }), fc.constantFrom(...GRADED), (scheme, year, level) => {
      const open = isLevelOpen(scheme, year, level)
      if (!open.ok) return
      const plan = must(schemeYear(scheme, year))
      assert.ok(plan.openLevels.includes(level))
      assert.ok(editionOf(plan.edition).levels.some(candidate => candidate.code.value === level))
      assert.ok(plan.from <= year && (plan.until === null || year <= plan.until))
    }),
  )
})

for (const scheme of all) {
  if (scheme.run !== 'examined-here') continue
  test(`${scheme.id}: spans of years follow each other without overlap, within its dates`, () => {
    let last: number | null = yearOf(scheme.from.value) - 1
    for (const span of scheme.years) {
      assert.equal(last === null ? null : last + 1, span.from)
      assert.ok(span.until === null || span.until >= span.from)
      assert.ok(isProvenanceText(span.provenance))
      last = span.until
    }
    const end = scheme.until.value
    assert.ok(end === null || (last !== null && last <= yearOf(end)))
  })

  test(`${scheme.id}: plans use only editions the scheme may use, neither draft nor fragment, and never before they exist`, () => {
    for (const id of scheme.editions) assert.ok(!['draft', 'fragment'].includes(editionOf(id).status.value), id)
    for (const span of scheme.years) {
      assert.ok(scheme.editions.includes(span.edition))
      assert.ok(editionOf(span.edition).year.value <= span.from)
      assert.ok(span.openLevels.length > 0)
    }
  })
}

test('a scheme uses its own editions only', () => {
  assert.equal(must(usableEdition(demonstration, 'ec-2005')).id, 'ec-2005')
  assert.deepEqual(refusalOf(usableEdition(demonstration, 'ec-2022')), {
    code: 'edition-not-allowed',
    facts: { scheme: '示范', schemeEn: 'Demonstration', edition: 'ec-2022', allowed: ['ec-2005'] },
  })
  assert.equal(refusalOf(usableEdition(demonstration, 'ec-1999')).code, 'edition-unknown')
  assert.equal(refusalOf(usableEdition(recognition, 'ec-2021-draft')).code, 'edition-not-allowed')
  assert.equal(refusalOf(usableEdition(industry, 'ec-2005')).code, 'scheme-recorded-only')
})

test('the format of certificate numbers depends on scheme and day of issue', () => {
  assert.equal(must(numberFormatOn(national, localDate('2010-06-30'))), 'qualification-16')
  assert.equal(must(numberFormatOn(recognition, localDate('2019-01-01'))), 'level-22')
  assert.equal(must(numberFormatOn(recognition, localDate('2024-12-31'))), 'level-22')
  assert.equal(must(numberFormatOn(recognition, localDate('2025-01-01'))), 'level-20')
  assert.equal(must(numberFormatOn(demonstration, localDate('2026-04-26'))), 'qualification-16')
  assert.equal(refusalOf(numberFormatOn(recognition, localDate('2018-12-31'))).code, 'number-format-unknown')
  assert.deepEqual(refusalOf(numberFormatOn(industry, localDate('2010-06-30'))).facts, {
    scheme: '行业主管部门三级证书',
    schemeEn: 'Three-grade certificate of the industry ministry',
    date: '2010-06-30',
  })
})

test('number formats of a scheme are dated in order', () => {
  for (const scheme of all) {
    const days = scheme.numberFormats.map(entry => entry.from)
    assert.deepEqual(days, [...days].sort(), scheme.id)
  }
})

test('the demonstration takes contents from 2005 and module quizzes, gate and deadlines from the trial', () => {
  const scheme = must(examinedHere(demonstration))
  const structure = schemeStructure(scheme)
  assert.ok(structure.kind === 'quizzes-and-final')
  assert.equal(structure.trainingModules.length, 4)
  const { moduleQuiz, final } = must(schemeDeadlines(scheme))
  assert.deepEqual([moduleQuiz.value, final.value], [7, 14])
  assert.deepEqual(scheme.editions, ['ec-2005'])
})

test('modules of the process rules are the training modules of the contents', () => {
  const scheme = must(examinedHere(demonstration))
  const structure = schemeStructure(scheme)
  assert.deepEqual(structure.kind === 'quizzes-and-final' && structure.trainingModules, editionOf('ec-2005').exam?.process?.modules.value)
})

test('level recognition examines the parts alone and leaves deadlines to each body', () => {
  const scheme = must(examinedHere(recognition))
  assert.equal(schemeStructure(scheme).kind, 'parts')
  assert.equal(refusalOf(schemeDeadlines(scheme)).code, 'deadlines-not-stated')
})

test('module quizzes are a gate only, and a passed part may be carried twelve months', () => {
  for (const scheme of all)
    if (scheme.run === 'examined-here') {
      const { quizScoreShare, partValidityMonths, resits, referenceDate } = scheme.parameters
      assert.deepEqual([quizScoreShare, partValidityMonths, resits, referenceDate], [0, 12, 1, 'registration-deadline'])
    }
})

test('schemes cannot be changed while the program runs', () => {
  assert.throws(() => Object.assign(demonstration.issuer.value, { zh: '别人' }), TypeError)
})
