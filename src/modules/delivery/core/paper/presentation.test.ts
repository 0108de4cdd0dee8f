import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { aPackage, aPackageWithMaterial, theRules } from '../../fixtures.ts'
import { PaperView } from '../views.ts'
import { presentForm, presentPaper } from './presentation.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const papers = [aPackage(sha256, { single: 12, multiple: 4, trueFalse: 5 }), aPackageWithMaterial(sha256)]
const rules = [true, false].flatMap(shuffleItems => [true, false].map(shuffleOptions => ({ shuffleItems, shuffleOptions })))
/** What a browser reads out of an opened form: the same paper after a journey as JSON, without what stays at the server. */
const formOf = (paper: (typeof papers)[number]) => PaperView.parse(JSON.parse(JSON.stringify(paper)))

test('a form that was opened shows the order in which the server shows the paper, for every attempt and every rule', () => {
  for (const paper of papers)
    for (const presentation of rules)
      for (let n = 0; n < 40; n++) {
        const attemptId = `attempt-${n}`
        const served = presentPaper(paper, theRules(presentation), attemptId)
        assert.deepEqual(presentForm(formOf(paper), presentation, attemptId).sections, served)
      }
})

test('two attempts see two orders, one attempt always the same', () => {
  const [paper] = papers
  if (!paper) assert.fail()
  const form = formOf(paper)
  const orders = Array.from({ length: 30 }, (_, n) =>
    JSON.stringify(presentForm(form, { shuffleItems: true, shuffleOptions: true }, `${n}`)),
  )
  assert.ok(new Set(orders).size > 25)
  assert.equal(JSON.stringify(presentForm(form, { shuffleItems: true, shuffleOptions: true }, '7')), orders[7])
  assert.deepEqual(presentForm(form, { shuffleItems: false, shuffleOptions: false }, '7'), form, 'without shuffling it stays as it is')
})
