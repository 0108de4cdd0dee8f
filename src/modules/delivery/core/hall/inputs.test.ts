import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { z } from 'zod'
import { OPENING, SITTING } from '../../fixtures.ts'
import { BeatInput } from './beat.ts'
import { hallRefusals } from './hall-refusals.ts'
import * as inputs from './inputs.ts'
import { INCIDENT_REASONS, IncidentReason, MALPRACTICE_REASONS, MalpracticeReason } from './reasons.ts'

const ACT = '0b7f7a52-4a3e-4b0e-9f6d-2f5f0f6d1a11'
const WITNESS = { staffId: 'manager', passPhrase: '雪落长亭' }
/** A request that is in order, for each act of the hall. */
const IN_ORDER: readonly (readonly [string, z.ZodType, Record<string, unknown>])[] = [
  ['check-in', inputs.CheckInInput, { actId: ACT, ticketNumber: '20261129110100012' }],
  ['entry code', inputs.EntryCodeInput, { actId: ACT, candidateRef: 'c1', reason: 'machine-hung' }],
  ['absence', inputs.AbsenceInput, { actId: ACT, candidateRef: 'c1' }],
  ['swap', inputs.SwapInput, { actId: ACT, candidateRef: 'c1', roomLabel: '一', seatLabel: '备1', reason: 'machine-broken' }],
  ['credit', inputs.CreditInput, { actId: ACT, scope: 'person', candidateRef: 'c1', minutes: 5, reason: 'power' }],
  ['decision', inputs.DecisionInput, { actId: ACT, grant: true, witness: WITNESS }],
  ['halt', inputs.HaltInput, { actId: ACT, roomLabel: null, kind: 'pause', reason: 'network' }],
  ['resumption', inputs.ResumeInput, { actId: ACT }],
  ['stop', inputs.StopInput, { actId: ACT, roomLabel: '一', reason: 'power', witness: WITNESS }],
  ['incident', inputs.IncidentInput, { actId: ACT, kind: 'machine', reason: 'other' }],
  ['malpractice', inputs.MalpracticeInput, { actId: ACT, candidateRef: 'c1', reason: 'whispering', stop: false, witness: WITNESS }],
  ['hand-in', inputs.HandInInput, { actId: ACT, candidateRef: 'c1' }],
  ['closing', inputs.ActInput, { actId: ACT }],
]
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

describe('acts as consoles send them', () => {
  for (const [name, schema, request] of IN_ORDER)
    test(`${name}: in order it is taken; without any needed part, with a foreign one, or with another act id it is not`, () => {
      assert.ok(accepts(schema, request), JSON.stringify(schema.safeParse(request).error?.issues))
      assert.equal(accepts(schema, { ...request, surprise: 1 }), false, 'a foreign part')
      assert.equal(accepts(schema, { ...request, actId: 'first' }), false, 'an act id that is none')
      for (const part of Object.keys(request)) {
        const { [part]: _left, ...rest } = request
        const isOptional = part === 'witness' || (name === 'credit' && (part === 'minutes' || part === 'candidateRef'))
        assert.equal(accepts(schema, rest), isOptional, part)
      }
    })

  test('what is left out of a credit is nobody and nothing, not a default person', () => {
    const { scope, ...given } = inputs.CreditInput.parse({ actId: ACT, scope: 'site', reason: 'power' })
    assert.equal(scope, 'site')
    assert.deepEqual(given, {
      actId: ACT,
      witness: null,
      roomLabel: null,
      candidateRef: null,
      minutes: null,
      fromAt: null,
      toAt: null,
      reason: 'power',
      note: '',
    })
  })

  const bad: readonly (readonly [string, z.ZodType, Record<string, unknown>])[] = [
    ['no minutes at all', inputs.CreditInput, { actId: ACT, scope: 'site', minutes: 0, reason: 'power' }],
    ['more minutes than four hours', inputs.CreditInput, { actId: ACT, scope: 'site', minutes: 241, reason: 'power' }],
    ['half a minute', inputs.CreditInput, { actId: ACT, scope: 'site', minutes: 0.5, reason: 'power' }],
    ['an instant that is no integer', inputs.CreditInput, { actId: ACT, scope: 'site', fromAt: OPENING + 0.5, reason: 'power' }],
    ['a scope nobody knows', inputs.CreditInput, { actId: ACT, scope: 'province', minutes: 5, reason: 'power' }],
    ['a reason nobody knows', inputs.HaltInput, { actId: ACT, roomLabel: null, kind: 'pause', reason: 'tea' }],
    ['a kind of halt nobody knows', inputs.HaltInput, { actId: ACT, roomLabel: null, kind: 'break', reason: 'power' }],
    ['a room without a name', inputs.HaltInput, { actId: ACT, roomLabel: ' ', kind: 'pause', reason: 'power' }],
    ['a breach that is an incident', inputs.MalpracticeInput, { actId: ACT, candidateRef: 'c', reason: 'power', stop: true }],
    ['a note as long as a letter', inputs.HandInInput, { actId: ACT, candidateRef: 'c', note: '长'.repeat(501) }],
    ['a pass phrase that is empty', inputs.Credentials, { staffId: 'k', passPhrase: '' }],
    ['a pass phrase as long as a book', inputs.Credentials, { staffId: 'k', passPhrase: 'x'.repeat(201) }],
  ]
  for (const [name, schema, request] of bad) test(`${name} is not taken`, () => assert.equal(accepts(schema, request), false))

  test('notes lose their outer spaces, pass phrases do not', () => {
    assert.equal(inputs.HandInInput.parse({ actId: ACT, candidateRef: 'c', note: '  断电 ' }).note, '断电')
    assert.equal(inputs.Credentials.parse({ staffId: 'k', passPhrase: ' x ' }).passPhrase, ' x ')
  })

  test('a sitting is named by its id only', () => {
    assert.ok(accepts(inputs.SittingParams, { sittingId: SITTING }))
    for (const sittingId of ['', '1', `${SITTING}x`, "'; drop table attempt"])
      assert.equal(accepts(inputs.SittingParams, { sittingId }), false)
  })
})

describe('a sign of life', () => {
  test('needs its epoch; what the machine cannot tell is null or nought', () => {
    assert.deepEqual(BeatInput.parse({ epoch: 1 }), {
      epoch: 1,
      rttMs: null,
      batteryPercent: null,
      charging: null,
      focusLost: 0,
      unsent: 0,
      keepsLog: true,
    })
    for (const beat of [{}, { epoch: 0 }, { epoch: 1, batteryPercent: 101 }, { epoch: 1, rttMs: -1 }, { epoch: 1, unsent: 0.5 }])
      assert.equal(accepts(BeatInput, beat), false, JSON.stringify(beat))
  })
})

describe('reasons', () => {
  test('the lists and what is taken are the same, each said in both languages, none said twice', () => {
    for (const [list, schema] of [
      [INCIDENT_REASONS, IncidentReason],
      [MALPRACTICE_REASONS, MalpracticeReason],
    ] as const) {
      assert.deepEqual(schema.options.toSorted(), Object.keys(list).toSorted())
      const texts = Object.values(list).flatMap(one => [one.zh, one.en])
      assert.equal(new Set(texts).size, texts.length)
      for (const one of Object.values(list)) assert.match(one.zh, /^\p{Script=Han}[\p{Script=Han}、]+$/u)
    }
  })
})

describe('what staff are told', () => {
  test('a refusal of an act that can be mended says what to do next', () => {
    for (const code of [
      'site-empty',
      'papers-not-open',
      'second-person-needed',
      'seat-taken',
      'still-working',
      'not-checked-in',
      'halted-already',
    ])
      assert.match(hallRefusals[code]?.zh ?? '', /。.+。$|，.*(请|由).+。$/, code)
  })

  test('only a sign-in that failed is 401, a person without the duty 403, a locked one 423', () => {
    const withStatus = (status: number) => Object.keys(hallRefusals).filter(code => hallRefusals[code]?.status === status)
    assert.deepEqual(withStatus(401), ['staff-refused'])
    assert.deepEqual(withStatus(423), ['staff-locked'])
    assert.deepEqual(withStatus(403).toSorted(), ['second-person-lacks-duty', 'second-person-refused'])
  })
})
