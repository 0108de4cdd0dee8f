import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../../kernel/local-date.ts'
import { fillText } from '../../../kernel/refusal-catalogue.ts'
import type { Result } from '../../../kernel/result.ts'
import { refusalOf } from '../fixtures.ts'
import { examTimes } from './exam/exam-times.ts'
import { passRule } from './exam/pass-rule.ts'
import { calendarRule, registrationDeadlines, staffRatios } from './exam/structure.ts'
import { trainingHours } from './level/hours.ts'
import { levelOf, requirementsOf } from './level/levels.ts'
import { weightTable } from './level/weights.ts'
import { type StandardRefusalCode, standardRefusals } from './refusals.ts'
import { editionOf, findEdition } from './registry.ts'
import { findScheme, isLevelOpen, numberFormatOn, usableEdition } from './scheme/scheme-rules.ts'
import { SCHEMES } from './scheme/schemes.ts'

const special = editionOf('cbec-ability-fujian-2020')
const e2005 = editionOf('ec-2005')
const e2022 = editionOf('ec-2022')
const { demonstration } = SCHEMES

/** One way to meet every refusal. */
const MET: { readonly [Code in StandardRefusalCode]: Result<unknown> } = {
  'edition-unknown': findEdition('ec-1999'),
  'edition-not-allowed': usableEdition(demonstration, 'ec-2022'),
  'level-unknown': levelOf(e2005, 'L5'),
  'scheme-unknown': findScheme('other'),
  'scheme-not-in-force': isLevelOpen(SCHEMES['national-qualification'], 2019, 'L4'),
  'scheme-recorded-only': isLevelOpen(SCHEMES['industry-certificate'], 2010, 'L4'),
  'year-not-planned': isLevelOpen(demonstration, 2030, 'L4'),
  'level-closed': isLevelOpen(demonstration, 2026, 'L2'),
  'number-format-unknown': numberFormatOn(SCHEMES['industry-certificate'], localDate('2010-01-01')),
  'weights-not-stated': weightTable(special, 'S', null, 'theory'),
  'work-type-needed': requirementsOf(e2022, 'L4', null),
  'work-type-unknown': requirementsOf(e2022, 'L4', '店长'),
  'hours-not-stated': trainingHours(special, 'S'),
  'exam-times-not-stated': examTimes(editionOf('ec-2002-trial'), 'L1'),
  'pass-rule-not-stated': passRule(special, 'S'),
  'calendar-not-stated': calendarRule(e2022),
  'deadlines-not-stated': registrationDeadlines(e2005),
  'ratios-not-stated': staffRatios(e2005),
}

for (const code of Object.keys(standardRefusals) as StandardRefusalCode[]) {
  test(`${code} can be met, and its texts in both languages are filled from its facts`, () => {
    const refusal = refusalOf(MET[code])
    assert.equal(refusal.code, code)
    for (const language of ['zh', 'en'] as const) {
      const text = fillText(standardRefusals[code][language], refusal.facts)
      assert.doesNotMatch(text, /[{}]/, text)
    }
  })

  test(`${code} says why and what to do next, in official Chinese`, () => {
    const { zh, en } = standardRefusals[code]
    assert.ok(zh.split('。').filter(Boolean).length >= 2, zh)
    assert.match(zh, /请/)
    assert.doesNotMatch(zh, /[,;:?!]|[\u4e00-\u9fff] | [\u4e00-\u9fff]/, 'full-width punctuation, no spaces')
    assert.ok(en.split('. ').length >= 2, en)
  })
}
