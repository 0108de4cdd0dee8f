import { type Result, ok } from '../../../kernel/result.ts'
import {
  type AttemptStateView,
  type AttemptView,
  type CommandPlace,
  type EventSet,
  type PaperView,
  type PlacedEvent,
  type ReceiptView,
  type SaveView,
  EMPTY_SET,
  append,
  type carryOutCommand,
  commandLine,
  fold,
  type openItemWorld,
  storedThrough,
} from '../../../modules/delivery/contract.ts'
import type { AnswerOf, Told } from '../../../ui/client.ts'
import type { Beat, ExamServer } from '../ports/exam-server.ts'
import type { Time } from '../ports/time.ts'
import { FORM_KEY, sealFakeForm } from './fake-form.ts'

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
  /** Forms are handed out sealed, before the start. */
  staged: boolean
  armed: boolean
  /** Since when the hall is paused. */
  pausedSince: number | null
  calculator: boolean
  address: string
  /** The server beside this one, if there is one; `exchange` lets them talk. */
  peer: FakeHall | null
  readonly beats: Beat[]
  calls: number
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
    address: 'https://a.site',
    staged: false,
    armed: true,
    pausedSince: null,
    calculator: false,
    peer: null,
    beats: [],
    calls: 0,
    time,
  }
}

/** Two servers of one site. */
export function fakePair(time: Time): readonly [FakeHall, FakeHall] {
  const [a, b] = [fakeHall(time), fakeHall(time)]
  a.peer = b
  b.address = 'https://b.site'
  b.peer = a
  return [a, b]
}

/** What two servers tell one another: events, entries, the start, the end. */
export function exchange(a: FakeHall, b: FakeHall): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const event of from.events.values()) {
      const next = append(to.events, event)
      if (next.ok) to.events = next.value
    }
    if (from.attempt.epoch > to.attempt.epoch || from.attempt.state !== 'ready') {
      const epoch = Math.max(from.attempt.epoch, to.attempt.epoch)
      to.attempt = { ...from.attempt, epoch }
    }
    to.receipt ??= from.receipt
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
    form: token => reach(hall, token, () => (hall.staged ? ok(sealFakeForm(fakePaper)) : refusal('forms-not-staged'))),
    formKey: token => reach(hall, token, () => keyOf(hall)),
    beat: (token, beat) => reach(hall, token, () => takeBeat(hall, token, beat)),
    callForHelp: token => reach(hall, token, () => ok({ calledAt: (hall.calls += 1) })),
    paper: token => reach(hall, token, () => (epochOf(token) < hall.attempt.epoch ? refusal('fenced') : ok(fakePaper))),
    save: (token, save) => reach(hall, token, () => takeSave(hall, token, save)),
    openWorld: token => reach(hall, token, () => openFakeWorld(hall)),
    carryOut: (token, _itemId, place) => reach(hall, token, () => carryOutFake(hall, place)),
    worldFile: token => reach(hall, token, () => ok(new Blob(['file']))),
    mintNonce: token => reach(hall, token, () => mint(hall)),
    verifyPage: (token, nonce, hashes) => reach(hall, token, () => verify(hall, nonce, hashes.configKey)),
    bring: () => undefined,
    handIn: (token, how) => reach(hall, token, () => handIn(hall, token, how)),
  }
}

const stepsOf = (hall: FakeHall) => [...hall.events.values()].flatMap(event => (event.kind === 'command' ? [event] : []))
const placeOf = (hall: FakeHall) => {
  const { line } = commandLine(stepsOf(hall).map(({ epoch, seq, value }) => ({ epoch, seq, after: value.after })))
  return line[line.length - 1] ?? null
}

/** A world that counts: its last event is the number of steps that were saved. */
function openFakeWorld(hall: FakeHall): Result<OpenedFake, Told> {
  if (hall.refusal) return refusal(hall.refusal)
  const lastSeq = stepsOf(hall).length
  const shown = {
    worldId: 'w',
    task: 'L4-01',
    title: '任务',
    mode: 'final' as const,
    openedAt: 0,
    touchedAt: 0,
    lap: 1,
    brief: '',
    minutes: 30,
  }
  return ok({ world: { ...shown, lastSeq, apps: [], due: [], view: { seq: lastSeq } }, through: placeOf(hall) })
}

function carryOutFake(hall: FakeHall, place: CommandPlace): Result<TurnedFake, Told> {
  if (hall.refusal) return refusal(hall.refusal)
  if (!stepsOf(hall).some(event => event.epoch === place.epoch && event.seq === place.seq)) return refusal('command-not-saved')
  const seq = stepsOf(hall).length
  return ok({ outcome: { ok: true, seq, reply: null, refusal: null, captions: [], due: [], view: { seq } }, through: placeOf(hall) })
}
type OpenedFake = AnswerOf<typeof openItemWorld>
type TurnedFake = AnswerOf<typeof carryOutCommand>

/** Opens the next epoch, as an entry at any machine does. */
export function newEntry(hall: FakeHall): string {
  hall.attempt = { ...hall.attempt, epoch: hall.attempt.epoch + 1 }
  return `s.attempt-1.${hall.attempt.epoch}.x`
}

async function reach<T>(hall: FakeHall, token: string, reply: () => Result<T, Told>): Reply<T> {
  if (hall.down) return { ok: false, refusal: LOST }
  return epochOf(token) > hall.attempt.epoch ? refusal('token-refused') : reply()
}

function keyOf(hall: FakeHall): Result<{ formKey: string; serverTime: number }, Told> {
  if (!hall.staged) return refusal('forms-not-staged')
  if (hall.time.now() < hall.attempt.opensAt) return refusal('too-early-to-start')
  if (!hall.armed) return refusal('site-not-armed')
  return hall.pausedSince === null ? ok({ formKey: FORM_KEY, serverTime: hall.time.now() }) : refusal('hall-paused')
}

function takeBeat(hall: FakeHall, token: string, beat: Beat) {
  hall.beats.push(beat)
  return ok({
    serverTime: hall.time.now(),
    state: hall.receipt ? ('closed' as const) : hall.attempt.state,
    standing: epochOf(token) < hall.attempt.epoch ? ('fenced' as const) : ('current' as const),
    endsAt: hall.attempt.endsAt,
    pausedSince: hall.pausedSince,
    pauseReason: hall.pausedSince === null ? null : 'power',
  })
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
  if (hall.attempt.state === 'ready') return refusal('not-started')
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
    pairThrough: pairOf(hall, epoch),
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
    peerAddress: hall.peer?.address ?? null,
    calculator: hall.calculator,
    presentation: { shuffleItems: false, shuffleOptions: false },
    lastItemId,
    stored: epochs.map(epoch => ({ epoch, through: storedThrough(hall.events, epoch), pair: pairOf(hall, epoch) })),
    responses: [...responses].map(([itemId, f]) => ({ itemId, ...f, value: f.value as Record<string, unknown> | null })),
    marks: [...marks].map(([itemId, f]) => ({ itemId, ...f })),
  }
}

/** How far both hold an epoch, as a server knows it that has told the other. */
function pairOf(hall: FakeHall, epoch: number): number | null {
  return hall.peer ? Math.min(storedThrough(hall.peer.events, epoch), storedThrough(hall.events, epoch)) : null
}

function epochOf(token: string): number {
  return Number(token.split('.')[2])
}

function refusal(code: string): { readonly ok: false; readonly refusal: Told } {
  return { ok: false, refusal: { code, status: 409, facts: {}, zh: code, en: code } }
}
