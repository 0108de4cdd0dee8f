import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type LocalDate, localDate } from '../../../../kernel/local-date.ts'
import { EDITION_IDS, editionOf } from '../../../standard/contract.ts'
import { dossierSchema } from '../dossier.ts'
import { type ClauseFinding, judgeEligibility, levelTerms } from '../eligibility.ts'
import { findingText } from '../finding-text/finding-text.ts'
import type { BorderCase } from './border-case.ts'
import { cases2001 } from './edition-2001.cases.test.ts'
import { cases2002 } from './edition-2002.cases.test.ts'
import { cases2005 } from './edition-2005.cases.test.ts'
import { cases2016 } from './edition-2016.cases.test.ts'
import { cases2022 } from './edition-2022.cases.test.ts'
import { cases2025 } from './edition-2025.cases.test.ts'

const CASES: readonly BorderCase[] = [...cases2001, ...cases2002, ...cases2005, ...cases2016, ...cases2022, ...cases2025]

describe('people at the borders', () => {
  for (const border of CASES) {
    test(`${border.edition} ${border.level} ${border.who}: ${border.why}`, () => {
      for (const [day, expected] of Object.entries(border.days)) {
        const on = localDate(day)
        assert.deepEqual(told(findingsOn(border, on)), sorted(expected.split(' ')), `on ${day}`)
      }
    })
  }

  test('at least 120 people, each with a name of their own', () => {
    assert.ok(CASES.length >= 120, `${CASES.length}`)
    assert.equal(new Set(CASES.map(c => c.who)).size, CASES.length)
  })

  test('every clause of every edition is met by somebody and missed by somebody', () => {
    const seen = new Set(
      CASES.flatMap(c =>
        Object.keys(c.days).flatMap(day => findingsOn(c, localDate(day)).map(f => `${c.edition} ${f.clauseId} ${f.verdict}`)),
      ),
    )
    const clauses = EDITION_IDS.flatMap(id => editionOf(id).levels.flatMap(l => l.eligibility.map(c => `${id} ${c.id}`)))
    assert.deepEqual(
      clauses.flatMap(c => [`${c} met`, `${c} not-met`]).filter(s => !seen.has(s)),
      [],
    )
  })

  test('the day before its first day every clause is still unmet, and on the first day it is not', () => {
    for (const border of CASES) {
      for (const day of Object.keys(border.days)) {
        findingsOn(border, localDate(day)).forEach((finding, i) => {
          if (finding.verdict !== 'not-met' || finding.metOn === null) return
          assert.equal(findingsOn(border, finding.metOn)[i]?.verdict, finding.verdictThen)
        })
      }
    }
  })

  test('the dossiers are ones that the forms accept', () => {
    for (const border of CASES) assert.deepEqual(dossierSchema.parse(border.person.dossier()), border.person.dossier())
  })

  test('every finding can be told in both languages', () => {
    const names = (level: string) => ({ zh: `${level}级`, en: level })
    for (const border of CASES) {
      for (const finding of findingsOn(border, localDate(Object.keys(border.days)[0] ?? ''))) {
        const { zh, en } = findingText(finding, names)
        assert.ok(zh.startsWith(`「第${finding.number}款：`) && zh.endsWith('。') && en.endsWith('.'), zh)
        assert.doesNotMatch(zh + en, /undefined|null|NaN|\[object/)
      }
    }
  })
})

function findingsOn(border: BorderCase, on: LocalDate): readonly ClauseFinding[] {
  return judgeEligibility({ ...levelTerms(editionOf(border.edition), border.level), dossier: border.person.dossier(), on }).findings
}

function told(findings: readonly ClauseFinding[]): string[] {
  return sorted(
    findings.map(f => {
      if (f.verdict === 'met') return f.clauseId
      if (f.verdict === 'needs-evidence') return `${f.clauseId}?`
      return f.metOn === null ? '' : `${f.clauseId}:${f.metOn}${f.verdictThen === 'needs-evidence' ? '?' : ''}`
    }),
  )
}

function sorted(words: readonly string[]): string[] {
  return words.filter(w => w !== '').toSorted()
}
