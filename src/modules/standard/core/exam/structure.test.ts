import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must, refusalOf } from '../../fixtures.ts'
import { allEditions, editionOf } from '../registry.ts'
import { calendarRule, examStructure, registrationDeadlines, staffRatios, trainingModules } from './structure.ts'

const MODULES = ['基础知识', '网络使用', '网络营销', '电子交易']

test('the trial examines modules one by one and lets only those who passed all into the final', () => {
  const structure = examStructure(editionOf('ec-2002-trial'))
  assert.ok(structure.kind === 'quizzes-and-final')
  assert.deepEqual(
    structure.trainingModules.map(module => module.name),
    MODULES,
  )
  assert.deepEqual(structure.quizParts, ['theory', 'skill'])
  assert.deepEqual(structure.gate, { value: '所有模块合格者方可参加全国综合考试', provenance: 'seed' })
  assert.deepEqual(structure.quizSkillItems, ['实验题', '设计题'])
  assert.deepEqual(structure.finalSkillItems, ['商业实务题', '综合操作题'])
})

test('2005 and 2022 examine the parts alone, with a review at the two highest levels', () => {
  for (const id of ['ec-2005', 'ec-2022'] as const)
    assert.deepEqual(examStructure(editionOf(id)), { kind: 'parts', parts: ['theory', 'skill'], reviewLevels: ['L2', 'L1'] })
  assert.deepEqual(examStructure(editionOf('cbec-ability-fujian-2020')), { kind: 'parts', parts: ['skill'], reviewLevels: [] })
})

test('training modules stand also where no gate makes them part of the exam', () => {
  for (const id of ['ec-2002-trial', 'ec-2005', 'ec-2016-local-liaoning'] as const)
    assert.deepEqual(
      trainingModules(editionOf(id)).map(module => [module.code, module.name]),
      MODULES.map((name, i) => [`M${i + 1}`, name]),
    )
  assert.deepEqual(trainingModules(editionOf('ec-2022')), [])
})

test('registration closes 7 days before a module quiz and 14 before the final', () => {
  const { moduleQuiz, final } = must(registrationDeadlines(editionOf('ec-2002-trial')))
  assert.deepEqual([moduleQuiz.value, final.value], [7, 14])
  assert.deepEqual(refusalOf(registrationDeadlines(editionOf('ec-2005'))), { code: 'deadlines-not-stated', facts: { edition: 'ec-2005' } })
})

test('the trial has a calendar rule, 2005 has windows, 2022 leaves dates to others', () => {
  assert.deepEqual(must(calendarRule(editionOf('ec-2002-trial'))), {
    kind: 'rule',
    months: [2, 4, 6, 8, 10, 12],
    day: 'lastSunday',
    onPublicHoliday: 'shiftOneWeekLater',
  })
  assert.deepEqual(must(calendarRule(editionOf('ec-2005'))), {
    kind: 'windows',
    windows: [{ months: [5, 6] }, { months: [10, 11] }],
    perYear: '1-2',
  })
  assert.deepEqual(refusalOf(calendarRule(editionOf('ec-2022'))), { code: 'calendar-not-stated', facts: { edition: 'ec-2022' } })
})

test('ratios are people per candidates, with a note where the figures come from a sibling standard', () => {
  const ratios = must(staffRatios(editionOf('ec-2022')))
  assert.deepEqual(ratios.theory, { candidatesPerInvigilator: 15, leastPerRoom: 2 })
  assert.deepEqual(ratios.skill, { candidatesPerAssessor: 5, least: 3, odd: true })
  assert.deepEqual(ratios.review, { least: 3, odd: true })
  assert.match(ratios.note ?? '', /sibling/)
  assert.deepEqual(must(staffRatios(editionOf('ec-2025-eligibility'))), ratios)
  assert.equal(refusalOf(staffRatios(editionOf('ec-2005'))).code, 'ratios-not-stated')
})

test('odd panels have an odd least size', () => {
  for (const edition of allEditions()) {
    const ratios = staffRatios(edition)
    if (!ratios.ok) continue
    for (const { least, odd } of [ratios.value.skill, ratios.value.review]) assert.ok(!odd || least % 2 === 1, edition.id)
  }
})

test('a ratio that does not start with one person is an error of the edition', () => {
  const base = editionOf('ec-2022')
  const stated = base.exam?.ratios
  assert.ok(base.exam && stated)
  const exam = { ...base.exam, ratios: { ...stated, value: { ...stated.value, skillAssessorsPerCandidates: '2:5' as const } } }
  assert.throws(() => staffRatios({ ...base, exam }), /not a ratio of one to many: 2:5/)
})
