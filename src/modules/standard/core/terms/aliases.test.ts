import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EDITIONS, EDITION_IDS } from '../registry.ts'
import { headingCorrection, leastYearsIn, partNamed, trainingModuleName, wordsFor } from './aliases.ts'

test('four words mean skill, and the house writes the first', () => {
  for (const word of ['技能操作', '操作技能', '专业能力', '技术能力']) assert.equal(partNamed(word), 'skill', word)
  assert.equal(wordsFor('skill')[0], '操作技能')
  assert.equal(partNamed('理论知识'), 'theory')
  assert.equal(wordsFor('theory')[0], '理论知识')
})

test('a word for something else names no part', () => {
  for (const word of ['', '综合评审', '操作', '能力']) assert.equal(partNamed(word), null)
})

test('every word of a part names that part and no other', () => {
  for (const part of ['theory', 'skill'] as const) for (const word of wordsFor(part)) assert.equal(partNamed(word), part)
})

test('other names of training modules lead to the names of the editions', () => {
  assert.equal(trainingModuleName('电子支付'), '电子交易')
  assert.equal(trainingModuleName('计算机及网络基础知识'), '基础知识')
  assert.equal(trainingModuleName('网络营销'), '网络营销')
  for (const id of EDITION_IDS)
    for (const { name } of EDITIONS[id].exam?.process?.modules.value ?? []) assert.equal(trainingModuleName(name), name)
})

test('misprinted headings are corrected and keep what was written', () => {
  assert.deepEqual(headingCorrection('电子文件基础知识'), {
    written: '电子文件基础知识',
    means: '电子支付基础知识',
    kind: 'misprint',
    provenance: 'seed',
  })
  assert.equal(headingCorrection('电子支付基础知识'), null)
})

test('no edition carries a misprinted heading uncorrected', () => {
  for (const id of EDITION_IDS)
    for (const { area } of EDITIONS[id].basics.knowledgeAreas) assert.equal(headingCorrection(area), null, `${id} ${area}`)
})

test('full years and years or more are the same demand', () => {
  assert.equal(leastYearsIn('连续从事满6年'), 6)
  assert.equal(leastYearsIn('连续工作6年以上'), 6)
  assert.equal(leastYearsIn('连续工作满13年以上'), 13)
  for (const text of ['', '2005年版', '取得证书', '以上']) assert.equal(leastYearsIn(text), null, text)
})

test('any number of years is read from both wordings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), years => {
      assert.equal(leastYearsIn(`从事本职业满${years}年`), leastYearsIn(`从事本职业${years}年以上`))
      assert.equal(leastYearsIn(`累计工作满${years}年`), years)
    }),
  )
})

test('the first years a clause words are the years one of its predicates demands', () => {
  for (const id of EDITION_IDS)
    for (const level of EDITIONS[id].levels)
      for (const { text, all } of level.eligibility) {
        const worded = leastYearsIn(text)
        const demanded = all.flatMap(predicate => (predicate.p === 'work' && predicate.minYears > 0 ? [predicate.minYears] : []))
        if (demanded.length > 0) assert.ok(worded !== null && demanded.includes(worded), `${id} ${text}`)
        else assert.equal(worded, null, `${id} ${text}`)
      }
})
