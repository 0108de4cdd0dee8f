import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPENING } from '../fixtures.ts'
import { AttemptStateView, AttemptView, PaperView, ReceiptView, SaveView } from './views.ts'

const attempt = {
  attemptId: 'a',
  state: 'running',
  maskedName: '陈*',
  ticketNumber: '1',
  roomLabel: '1',
  seatLabel: '1',
  paper: 'theory',
  title: '理论知识',
  itemCount: 1,
  minutes: 90,
  opensAt: OPENING,
  startUntil: OPENING,
  clock: 'sitting',
  earliestHandInMinutes: 30,
  startedAt: OPENING,
  endsAt: OPENING,
  handInFrom: OPENING,
  epoch: 1,
}
const SECRET = { candidateRef: 'application-1', entryCodeMac: 'mac', rules: {}, receiptCode: 'early' }

test('an attempt leaves the server without reference, rules and code', () => {
  const shown = AttemptView.parse({ ...attempt, ...SECRET })
  for (const name of Object.keys(SECRET)) assert.ok(!(name in shown), name)
})

test('a paper leaves the server without versions, areas, keys and digests', () => {
  const item = { itemId: 'i', type: 'true-false', marks: 50, content: { version: 2 } }
  const shown = PaperView.parse({
    packageId: 'p',
    title: 't',
    digest: 'd',
    sections: [
      { sectionId: 's', title: 't', instructions: '', items: [{ ...item, itemVersionId: 'v', area: 'A1', key: { verdict: 'true' } }] },
    ],
  })
  assert.deepEqual(shown.sections[0]?.items, [{ ...item, stimulusId: null }])
  assert.ok(!('digest' in shown))
})

test('the state of an attempt lists what was given and nothing about how it was stored', () => {
  const shown = AttemptStateView.parse({
    attempt: { ...attempt, ...SECRET },
    epoch: 1,
    serverTime: OPENING,
    logKey: '00',
    stored: [{ epoch: 1, through: 2, tokenHash: 'h' }],
    responses: [{ itemId: 'i', value: { version: 1 }, epoch: 1, seq: 1, digest: 'x' }],
    marks: [],
    lastItemId: null,
    receipt: null,
  })
  assert.doesNotMatch(JSON.stringify(shown), /tokenHash|digest|candidateRef|entryCodeMac/)
})

test('a receipt and a save reply carry no responses', () => {
  const receipt = { receiptCode: 'AAAA-BBBB-CCCC', endedAt: OPENING, how: 'clock', answeredCount: 1, itemCount: 2 }
  assert.deepEqual(ReceiptView.parse({ ...receipt, responses: ['x'] }), receipt)
  const save = { epoch: 1, storedThrough: 1, pairThrough: null, standing: 'current', serverTime: OPENING, endsAt: OPENING, receipt: 'm' }
  assert.deepEqual(SaveView.parse({ ...save, responses: ['x'] }), save)
})
