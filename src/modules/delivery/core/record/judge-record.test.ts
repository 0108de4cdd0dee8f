import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Dice, diceOf, roll } from '../../../../kernel/dice.ts'
import type { Result } from '../../../../kernel/result.ts'
import { leafHash, rootOf } from '../../../../platform/sealing/merkle-tree.ts'
import { OPENING, PACKAGE, SITTING, theRules } from '../../fixtures.ts'
import { type ResponseEvent, eventText } from '../events.ts'
import { type RecordTrust, SIGNERS, type Statement, judgeRecord, statementText } from './judge-record.ts'
import { AttemptLine, type EventRecord, type SittingRecord, derivedResponses, recordLines, stateText } from './record.ts'

const digestOf = (text: string) => hash('sha256', text, 'base64url')
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

function anEvent(epoch: number, seq: number, itemId: string, choice: string): EventRecord {
  const event: ResponseEvent = { seq, itemId, clientMs: seq * 1000, kind: 'respond', value: { choice } }
  return {
    ...event,
    epoch,
    value: event.value,
    digest: digestOf(eventText(event)),
    receivedAt: OPENING + epoch * 100_000 + seq,
    fenced: false,
    late: false,
    taken: false,
  }
}

function anAttempt(n: number): AttemptLine {
  const events = [
    anEvent(1, 1, 'item-1', 'a'),
    anEvent(1, 2, 'item-2', 'b'),
    anEvent(2, 1, 'item-1', `c${n}`),
    anEvent(2, 2, 'item-3', 'd'),
  ]
  return AttemptLine.parse({
    line: 'attempt',
    attempt: {
      id: uuid(n),
      candidateRef: `candidate-${n}`,
      paper: 'theory',
      packageId: PACKAGE,
      ticketNumber: `9999${n}`,
      maskedName: '陈*',
      roomLabel: '第一考场',
      seatLabel: String(n),
      rules: theRules(),
      allottedMinutes: 90,
      allowanceMinutes: 0,
      creditMinutes: 5,
      state: 'handed-in',
      epoch: 2,
      startRef: null,
      startedAt: OPENING,
      endsAt: OPENING + 1,
      acceptsUntil: OPENING + 2,
      endedAt: OPENING + 3,
      endedBy: 'candidate',
      receiptCode: `7K3M-Q0ZT-${n}`,
    },
    epochs: [1, 2].map(epoch => ({ epoch, openedAt: OPENING, storedThrough: 2, sealedAt: OPENING + 3 })),
    events,
    responses: derivedResponses(events),
    credits: [{ id: uuid(900 + n), minutes: 5, reason: '换机', grantedBy: 'system:test', grantedAt: OPENING }],
    files: [],
    audit: [],
  })
}

const aRecord = (changes: Partial<SittingRecord> = {}): SittingRecord => ({
  head: { line: 'head', version: 1, siteCode: '1101-03', sittingId: SITTING, attempts: 3, engine: '0.1.0' },
  attempts: [1, 2, 3].map(anAttempt),
  incidents: {
    line: 'incidents',
    hall: null,
    incidents: [
      {
        id: uuid(800),
        attemptId: uuid(2),
        kind: 'machine',
        note: '死机',
        facts: { minutes: 5 },
        recordedBy: 'system:test',
        recordedAt: OPENING,
      },
    ],
  },
  ...changes,
})

const signed = (key: string, text: string) => hash('sha256', `${key}${text}`, 'hex')
const trust: RecordTrust = {
  siteCode: '1101-03',
  keys: { 'server-1': 'k1', 'server-2': 'k2', 'site-manager': 'k3' },
  isSignedBy: (key, text, signature) => signed(key, text) === signature,
  rootOf: lines => rootOf(lines.map(leafHash)).toString('hex'),
  digestOf,
  stateDigestOf: record => hash('sha256', stateText(record), 'hex'),
}

function aStatement(record: SittingRecord, lines = recordLines(record)): Statement {
  return {
    format: 'zhiheng-result',
    version: 1,
    siteCode: record.head.siteCode,
    sittingId: record.head.sittingId,
    lines: lines.length,
    root: trust.rootOf(lines),
    stateDigest: trust.stateDigestOf(record),
    signedAt: OPENING + 10,
    servers: 'both',
  }
}

const signaturesOf = (statement: Statement) =>
  SIGNERS.map(signer => ({ signer, signature: signed(trust.keys[signer], statementText(statement)) }))
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)

/** Signed as it is by all three, however false: what then is found is found by the record itself. */
function judged(record: SittingRecord, lines = recordLines(record)): string {
  const statement = aStatement(record, lines)
  return codeOf(judgeRecord({ statement, signatures: signaturesOf(statement), lines }, trust))
}

const good = aRecord()
const goodLines = recordLines(good)
const goodStatement = aStatement(good)
const goodSignatures = signaturesOf(goodStatement)

test('a record that is whole comes back as it was', () => {
  const result = judgeRecord({ statement: goodStatement, signatures: goodSignatures, lines: goodLines }, trust)
  assert.deepEqual(result, { ok: true, value: { statement: goodStatement, record: good } })
})

test('all three sign, once each, and this statement', () => {
  const judge = (signatures: unknown, statement: unknown = goodStatement) =>
    codeOf(judgeRecord({ statement, signatures, lines: goodLines }, trust))
  for (const signer of SIGNERS) assert.equal(judge(goodSignatures.filter(one => one.signer !== signer)), 'result-unsigned')
  const [first, second, third] = goodSignatures
  assert.equal(judge([first, second, { ...third, signature: second?.signature }]), 'result-unsigned')
  assert.equal(judge([first, first, third]), 'result-unsigned')
  assert.equal(judge([first, second, third, third]), 'result-statement')
  assert.equal(judge(goodSignatures, { ...goodStatement, signedAt: 1 }), 'result-unsigned')
  assert.equal(judge(goodSignatures, { ...goodStatement, more: 1 }), 'result-statement')
  assert.equal(judge(goodSignatures, null), 'result-statement')
})

test('what a statement says of the servers is what signed: no word is taken away or added', () => {
  const lenient: RecordTrust = { ...trust, mayLack: ['server-1', 'server-2'] }
  const judge = (servers: Statement['servers'], without: readonly string[]) => {
    const statement = { ...goodStatement, servers }
    const signatures = signaturesOf(statement).filter(one => !without.includes(one.signer))
    return codeOf(judgeRecord({ statement, signatures, lines: goodLines }, lenient))
  }
  assert.equal(judge('both', []), 'ok')
  for (const signer of ['server-1', 'server-2']) assert.equal(judge('both', [signer]), 'result-servers')
  for (const servers of ['one', 'peer-away', 'peer-differs'] as const) {
    assert.equal(judge(servers, ['server-2']), 'ok')
    assert.equal(judge(servers, ['server-1']), 'ok')
    assert.equal(judge(servers, []), 'result-servers')
    assert.equal(judge(servers, ['server-1', 'server-2']), 'result-unsigned')
  }
})

test('the result of another site is refused by name', () => {
  assert.equal(judged(aRecord({ head: { ...good.head, siteCode: '3101-01' } })), 'result-of-another-site')
})

/** One mutation of the lines: flip, drop, insert, double, exchange, truncate, or a line of another sitting. */
function mutated(dice: Dice): readonly string[] {
  const lines = [...goodLines]
  const at = roll(dice, lines.length)
  const line = lines[at] ?? ''
  switch (roll(dice, 8)) {
    case 0: {
      const letter = roll(dice, line.length)
      const other = String.fromCharCode((line.charCodeAt(letter) % 90) + 33)
      return lines.with(at, line.slice(0, letter) + other + line.slice(letter + 1))
    }
    case 1:
      return lines.toSpliced(at, 1)
    case 2:
      return lines.toSpliced(at, 0, line)
    case 3: {
      const to = roll(dice, lines.length)
      return lines.with(at, lines[to] ?? '').with(to, line)
    }
    case 4:
      return lines.slice(0, at)
    case 5:
      return lines.with(at, line.slice(0, roll(dice, line.length)))
    case 6:
      return lines.with(at, canonicalJson(anAttempt(4 + roll(dice, 50))))
    default: {
      const letter = roll(dice, line.length)
      return lines.with(at, line.slice(0, letter) + line.slice(letter + 1))
    }
  }
}

test('ten thousand mutations of a signed record: every one is found', () => {
  const dice = diceOf('tamper')
  let tried = 0
  while (tried < 10_000) {
    const lines = mutated(dice)
    if (lines.join('\n') === goodLines.join('\n')) continue
    tried += 1
    const result = judgeRecord({ statement: goodStatement, signatures: goodSignatures, lines }, trust)
    assert.equal(codeOf(result), 'result-altered', lines.join('\n'))
  }
})

test('a record that contradicts itself is refused even when all three signed it', () => {
  const withAttempt = (change: (one: AttemptLine) => AttemptLine) =>
    judged(aRecord({ attempts: good.attempts.map((one, n) => (n === 1 ? change(one) : one)) }))
  const [event] = good.attempts[1]?.events ?? []
  assert.ok(event)
  const falsehoods: Readonly<Record<string, (one: AttemptLine) => AttemptLine>> = {
    'an event with another value': one => ({ ...one, events: one.events.with(0, { ...event, value: { choice: 'z' } }) }),
    'an event left out': one => ({ ...one, events: one.events.slice(1) }),
    'an event added': one => ({ ...one, events: [...one.events, anEvent(2, 3, 'item-9', 'z')] }),
    'an event twice': one => ({ ...one, events: [event, ...one.events] }),
    'a response that no event gave': one => ({ ...one, responses: one.responses.map(given => ({ ...given, value: { choice: 'z' } })) }),
    'a response left out': one => ({ ...one, responses: one.responses.slice(1) }),
    'an epoch said to reach further': one => ({ ...one, epochs: one.epochs.map(epoch => ({ ...epoch, storedThrough: 3 })) }),
    'an epoch left out': one => ({ ...one, epochs: one.epochs.slice(1) }),
    'credits that do not sum': one => ({ ...one, credits: [] }),
  }
  for (const [name, change] of Object.entries(falsehoods)) assert.equal(withAttempt(change), 'result-line', name)
  assert.equal(judged(aRecord({ attempts: good.attempts.toReversed() })), 'result-line')
  assert.equal(judged(aRecord({ attempts: good.attempts.slice(1) })), 'result-line')
  assert.equal(judged(aRecord({ attempts: [good.attempts[0], ...good.attempts].flatMap(one => one ?? []) })), 'result-line')
})

test('a line has one text only', () => {
  for (const lines of [
    goodLines.with(1, `${goodLines[1] ?? ''} `),
    goodLines.with(0, JSON.stringify(good.head, null, 1)),
    goodLines.with(4, '{}'),
  ])
    assert.equal(judged(good, lines), 'result-line')
})

test('a state digest that is not of these rows is refused', () => {
  const statement = { ...goodStatement, stateDigest: 'a'.repeat(64) }
  assert.equal(codeOf(judgeRecord({ statement, signatures: signaturesOf(statement), lines: goodLines }, trust)), 'result-altered')
})

test('the state does not depend on what the site wrote in its audit log, the root does', () => {
  const entry = {
    chain: '0',
    seq: 1,
    at: 1,
    actor: 'a',
    type: 't',
    subject: { kind: 'attempt', id: uuid(1) },
    facts: {},
    previousHash: '',
    hash: 'h',
  }
  const other = aRecord({ attempts: good.attempts.map(one => ({ ...one, audit: [entry] })) })
  assert.equal(stateText(other), stateText(good))
  assert.notEqual(trust.rootOf(recordLines(other)), goodStatement.root)
  assert.equal(judged(other), 'ok')
})

test('later epochs and events win, whatever the order of arrival', () => {
  const events = [anEvent(2, 1, 'x', 'new'), anEvent(1, 9, 'x', 'old'), anEvent(1, 1, 'a', 'only')]
  for (const order of [events, events.toReversed()])
    assert.deepEqual(
      derivedResponses(order).map(one => [one.itemId, one.value]),
      [
        ['a', { choice: 'only' }],
        ['x', { choice: 'new' }],
      ],
    )
})
