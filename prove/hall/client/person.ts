import { effectsBetween } from '../../../src/modules/delivery/core/protocol/client/steps.ts'
import { isFinal } from '../../../src/modules/delivery/core/protocol/client/sending.ts'
import { lastSeq, record, sealDraft } from '../../../src/modules/delivery/core/protocol/client/outbox.ts'
import type { Outbox } from '../../../src/modules/delivery/core/protocol/client/outbox.ts'
import { callHandIn } from './calls.ts'
import { type Machine, type Page, between, chance, clockOf, epochOf, later } from './machine.ts'
import { closePage, keep, openPage, work } from './page.ts'

const ITEMS = 60
const HAND_IN_AGAIN_MS = 1_000
let values = 0

/** Works on the paper until `until` (true time): a change after each pause, `pauseMs` of true time on average. */
export function workOn(machine: Machine, pauseMs: number, until: () => boolean): void {
  if (machine.retired || until()) return
  if (machine.page?.standing === 'working') change(machine)
  setTimeout(() => workOn(machine, pauseMs, until), pauseMs * (0.5 + machine.room.dice()))
}

/** One more thing the candidate does; its value is like no other, so that a loss or a mix-up cannot hide. */
export function change(machine: Machine): void {
  const { page } = machine
  if (!page?.outbox) return
  values += 1
  const itemId = `item-s${1 + between(machine, 0, ITEMS - 1)}`
  const made = chance(machine, 0.1)
    ? ({ kind: 'mark', itemId, value: chance(machine, 0.5) } as const)
    : ({ kind: 'respond', itemId, value: { version: 1, optionId: `${machine.name}-${values}` } } as const)
  take(machine, page, record(page.outbox, made, clockOf(machine)))
}

/** What was sealed on the way is written down like anything else. */
function take(machine: Machine, page: Page, next: Outbox): void {
  const before = page.outbox
  if (!before) return
  page.outbox = next
  for (const effect of effectsBetween(before, next)) if (effect.do === 'keep') keep(machine, page, effect.events)
  work(machine, page)
}

/** Nobody works any more: what is half done is done. */
export function settle(machine: Machine): void {
  const { page } = machine
  if (page?.outbox) take(machine, page, sealDraft(page.outbox, clockOf(machine)))
}

/** Everything is with the server, for good. */
export function isDrained({ page }: Machine): boolean {
  return page?.outbox ? isFinal(page.outbox) : page?.standing === 'done'
}

/** The page goes away, sending what it can on its way out, and comes again. */
export function reload(machine: Machine): void {
  const { page } = machine
  if (page?.outbox) work(machine, page, true)
  closePage(machine)
  openPage(machine)
}

/** The browser threw its store away. */
export function wipe(machine: Machine): void {
  machine.rows.clear()
  machine.room.recorder.note({ kind: 'destroyed', what: 'machine', name: machine.name })
}

/** First everything reaches the server, then the paper is handed in, again and again until it is decided. */
export async function handIn(machine: Machine, by: 'candidate' | 'clock' = 'candidate'): Promise<void> {
  for (;;) {
    const { page } = machine
    settle(machine)
    if (machine.retired || page?.standing === 'done' || page?.standing === 'fenced') return
    const epoch = epochOf(machine)
    if (page?.outbox && epoch !== null && isDrained(machine)) {
      page.standing = 'handing-in'
      const answer = await callHandIn(machine, { lastSeq: lastSeq(page.outbox), by, epoch })
      if (answer && 'value' in answer) return void (page.standing = 'done')
      if (answer?.code === 'fenced') return void (page.standing = 'fenced')
    }
    await new Promise<void>(done => void later(machine, HAND_IN_AGAIN_MS, done))
  }
}

/** Is over, off, and lets go of its connections. */
export function retire(machine: Machine): void {
  machine.retired = true
  closePage(machine)
  machine.wire.close()
}
