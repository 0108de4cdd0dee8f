import { type Result, ok } from '../../../kernel/result.ts'
import {
  type AttemptStateView,
  type AttemptView,
  type EventSet,
  type PaperView,
  type PlacedEvent,
  type ReceiptView,
  type SaveView,
  EMPTY_SET,
  append,
  fold,
  storedThrough,
} from '../../../modules/delivery/contract.ts'
import type { Told } from '../../../ui/client.ts'
import type { ExamServer } from '../ports/exam-server.ts'
import type { Time } from '../ports/time.ts'

export const MINUTE = 60_000
const choice = (n: number) => ({
  itemId: `item-${n}`,
  type: 'single-choice' as const,
  marks: 100,
  stimulusId: null,
  content: {
    version: 2,
    stem: [{ kind: 'paragraph', text: `第${n}题` }],
    options: ['a', 'b', 'c'].map(id => ({ id, text: id, pinned: false })),
  },
})
/** Four items with the options a, b and c. */
export const fakePaper: PaperView = {
  packageId: 'package-1',
  title: '理论知识',
  sections: [{ sectionId: 's', title: '一、单项选择题', instructions: '', items: [1, 2, 3, 4].map(choice) }],
  media: [],
  stimuli: [],
}
const PREPARED: AttemptView = {
  attemptId: 'attempt-1',
  state: 'ready',
  maskedName: '陈*',
  ticketNumber: '2026',
  roomLabel: '1',
  seatLabel: '1',
  paper: 'theory',
  title: '理论知识',
  itemCount: 4,
  minutes: 90,
  opensAt: 0,
  startUntil: 25 * MINUTE,
  clock: 'sitting',
  earliestHandInMinutes: 30,
  startedAt: null,
  endsAt: null,
  handInFrom: null,
  epoch: 0,
}
const LOST: Told = { code: 'network-lost', status: 0, facts: {}, zh: '断网', en: 'lost' }

/** What the server behind the port knows, and how it behaves just now. */
export type FakeHall = {
  /** Nothing arrives. */
  down: boolean
  /** Saves arrive, their replies are lost. */
  deaf: boolean
  /** Everything but reading is refused with this code. */
  refusal: string | null
  attempt: AttemptView
  events: EventSet
  receipt: ReceiptView | null
  saves: number
  /** Where the attempt stands with Safe Exam Browser, and what a page must show. */
  seb: AttemptStateView['seb']
  readonly sebPages: Map<string, 'fresh' | 'used'>
  sebKey: string | null
  /** Events that came when there was a receipt already. */
  late: number
  readonly time: Time
}
type Reply<T> = Promise<Result<T, Told>>

export function fakeHall(time: Time): FakeHall {
  return {
    down: false,
    deaf: false,
    refusal: null,
    attempt: PREPARED,
    events: EMPTY_SET,
    receipt: null,
    saves: 0,
    late: 0,
    seb: 'off',
    sebPages: new Map(),
    sebKey: null,
    time,
  }
}

/** The exam server over the same pure rules as the real one. */
export function fakeServer(hall: FakeHall): ExamServer {
  return {
    enter: async () => {
      if (hall.down) return { ok: false, refusal: LOST }
      if (hall.refusal) return refusal(hall.refusal)
      const token = newEntry(hall)
      return ok({ token, state: stateView(hall, token) })
    },
    state: token => reach(hall, token, () => ok(stateView(hall, token))),
    start: token => reach(hall, token, () => start(hall)),
    addFile: (token, _itemId, file) =>
      reach(hall, token, () => ok({ name: file.name, mediaType: 'application/pdf', bytes: file.size, sha256: '0'.repeat(64) })),
    paper: token => reach(hall, token, () => (epochOf(token) < hall.attempt.epoch ? refusal('fenced') : ok(fakePaper))),
    save: (token, save) => reach(hall, token, () => takeSave(hall, token, save)),
    mintNonce: token => reach(hall, token, () => mint(hall)),
    verifyPage: (token, nonce, hashes) => reach(hall, token, () => verify(hall, nonce, hashes.configKey)),
    bring: () => undefined,
    handIn: (token, how) => reach(hall, token, () => handIn(hall, token, how)),
  }
}

/** Opens the next epoch, as an entry at any machine does. */
export function newEntry(hall: FakeHall): string {
  hall.attempt = { ...hall.attempt, epoch: hall.attempt.epoch + 1 }
  return `s.attempt-1.${hall.attempt.epoch}.x`
}

async function reach<T>(hall: FakeHall, token: string, reply: () => Result<T, Told>): Reply<T> {
  if (hall.down) return { ok: false, refusal: LOST }
  return epochOf(token) > hall.attempt.epoch ? refusal('token-refused') : reply()
}

function mint(hall: FakeHall): Result<{ path: string; validUntil: number }, Told> {
  const nonce = String(hall.sebPages.size + 1)
  hall.sebPages.set(nonce, 'fresh')
  return ok({ path: `/sit/attempt-1/${nonce}`, validUntil: hall.time.now() + MINUTE })
}

function verify(hall: FakeHall, nonce: string, key: string | null): Result<{ via: 'header' | 'script' }, Told> {
  if (hall.sebPages.get(nonce) !== 'fresh') return refusal('seb-replayed-nonce')
  hall.sebPages.set(nonce, 'used')
  if (key !== hall.sebKey) return refusal('seb-wrong-config')
  hall.seb = 'verified'
  return ok({ via: 'script' })
}

function start(hall: FakeHall): Result<{ attempt: AttemptView; serverTime: number }, Told> {
  if (hall.refusal) return refusal(hall.refusal)
  hall.attempt = { ...hall.attempt, state: 'running', startedAt: hall.time.now(), endsAt: 90 * MINUTE, handInFrom: 30 * MINUTE }
  return ok({ attempt: hall.attempt, serverTime: hall.time.now() })
}

function takeSave(
  hall: FakeHall,
  token: string,
  { epoch, events }: { readonly epoch: number; readonly events: readonly PlacedEvent[] },
): Result<SaveView, Told> {
  hall.saves += 1
  if (hall.refusal) return refusal(hall.refusal)
  if (hall.receipt) hall.late += events.length
  for (const event of events) {
    const next = append(hall.events, { ...event, epoch })
    if (next.ok) hall.events = next.value
  }
  if (hall.deaf) return { ok: false, refusal: LOST }
  const standing = hall.receipt ? 'late' : epochOf(token) < hall.attempt.epoch ? 'fenced' : 'current'
  return ok({
    epoch,
    storedThrough: storedThrough(hall.events, epoch),
    pairThrough: null,
    standing,
    serverTime: hall.time.now(),
    endsAt: hall.attempt.endsAt ?? 0,
    receipt: 'm',
  })
}

function handIn(
  hall: FakeHall,
  token: string,
  { lastSeq, by }: { readonly lastSeq: number; readonly by: 'candidate' | 'clock' },
): Result<ReceiptView, Told> {
  if (hall.refusal) return refusal(hall.refusal)
  if (storedThrough(hall.events, epochOf(token)) < lastSeq) return refusal('events-missing')
  if (by === 'candidate' && hall.time.now() < 30 * MINUTE) return refusal('too-early-to-hand-in')
  const answeredCount = [...fold(hall.events.values()).responses.values()].filter(r => r.value !== null).length
  hall.receipt ??= { receiptCode: 'AAAA-BBBB-CCCC', endedAt: hall.time.now(), how: by, answeredCount, itemCount: 4 }
  hall.attempt = { ...hall.attempt, state: 'handed-in' }
  return ok(hall.receipt)
}

function stateView(hall: FakeHall, token: string): AttemptStateView {
  const { responses, marks, lastItemId } = fold(hall.events.values())
  const epochs = Array.from({ length: hall.attempt.epoch }, (_, i) => i + 1)
  return {
    attempt: hall.attempt,
    epoch: epochOf(token),
    serverTime: hall.time.now(),
    logKey: '00',
    receipt: hall.receipt,
    seb: hall.seb,
    lateCount: hall.late,
    peerAddress: null,
    calculator: false,
    presentation: { shuffleItems: false, shuffleOptions: false },
    lastItemId,
    stored: epochs.map(epoch => ({ epoch, through: storedThrough(hall.events, epoch), pair: null })),
    responses: [...responses].map(([itemId, f]) => ({ itemId, ...f, value: f.value as Record<string, unknown> | null })),
    marks: [...marks].map(([itemId, f]) => ({ itemId, ...f })),
  }
}

function epochOf(token: string): number {
  return Number(token.split('.')[2])
}

function refusal(code: string): { readonly ok: false; readonly refusal: Told } {
  return { ok: false, refusal: { code, status: 409, facts: {}, zh: code, en: code } }
}
