import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zh } from '../words.zh.ts'
import { type Judged, judgeOption, verdictWord } from './judge-option.ts'

const said = (isChosen: boolean, isRight: boolean | null, isWhole: boolean) => {
  const judged: Judged = judgeOption(isChosen, isRight)
  return judged === 'plain' ? '' : zh[verdictWord(judged, isWhole)]
}

test('of several right options one can be left out, of a single one it is the right answer', () => {
  assert.deepEqual([said(false, true, false), said(false, true, true)], ['漏选', '正确答案'])
  assert.deepEqual([said(true, false, false), said(true, false, true)], ['错选', '选错'])
})

test('what was rightly chosen is told alike, and what was rightly left says nothing', () => {
  for (const isWhole of [true, false]) assert.deepEqual([said(true, true, isWhole), said(false, false, isWhole)], ['选对', ''])
})

test('while the key may not be shown only the choice is told', () =>
  assert.deepEqual([said(true, null, true), said(false, null, true)], ['您的选择', '']))
