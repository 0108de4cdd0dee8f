import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diceOf } from '../../../../kernel/dice.ts'
import { markSheet, totalOf } from '../../../../modules/marking/contract.ts'
import { markSheetFor, totalOfDraft } from './practical-marks.ts'

test('every sheet is one that marking accepts, and its total is the sum of the criteria', () => {
  for (let seed = 0; seed < 300; seed++) {
    const draft = markSheetFor((seed % 13) - 6, diceOf(String(seed)))
    const checked = markSheet(draft)
    assert.ok(checked.ok, JSON.stringify(draft))
    assert.equal(totalOfDraft(draft), totalOf(checked.value))
  }
})

test('more ability earns more marks on the average', () => {
  const mean = (ability: number) =>
    Array.from({ length: 100 }, (_, s) => totalOfDraft(markSheetFor(ability, diceOf(String(s))))).reduce((a, b) => a + b, 0) / 100
  for (let ability = -3; ability < 3; ability++) assert.ok(mean(ability) < mean(ability + 1))
  assert.ok(mean(0) > 6000 && mean(-2) < 6000)
})
