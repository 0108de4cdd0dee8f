import { pick, roll } from '../../../src/kernel/dice.ts'
import { keepingFailed, kept, record, sealDraft } from '../../../src/modules/delivery/core/protocol/client/outbox.ts'
import { handInStep } from '../../../src/modules/delivery/core/protocol/client/sending.ts'
import { effectsBetween } from '../../../src/modules/delivery/core/protocol/client/steps.ts'
import { ITEMS, OPENS_AT, type World, between, chance, later } from '../world.ts'
import { call, written } from './calls.ts'
import { type Machine, type Tab, clockOf, keepOnDisk } from './machine.ts'
import { shownTime, work } from './page.ts'

const BUSY_MS = [120, 900] as const
const CALM_MS = [900, 9_000] as const

/** A person at a machine: works on the paper in bursts, and hands in when they want to or when time is up. */
export function sit(world: World, machine: Machine, handsInAt: number): void {
  const { tab } = machine
  const busy = chance(world, 0.4)
  const [least, most] = busy ? BUSY_MS : CALM_MS
  later(world, between(world, least, most), () => sit(world, machine, handsInAt))
  if (machine.retired || world.healing || !tab || tab.gone || !tab.outbox || tab.standing !== 'working' || !tab.started) return
  const time = shownTime(world, machine, tab)
  const isUp = tab.endsAt !== null && time >= tab.endsAt
  if (isUp || time >= OPENS_AT + handsInAt) return handIn(world, machine, tab, isUp ? 'clock' : 'candidate')
  if (tab.endsAt !== null || time > OPENS_AT) change(world, machine, tab)
}

function change(world: World, machine: Machine, tab: Tab): void {
  if (!tab.outbox) return
  const before = tab.outbox
  const itemId = `i${roll(world.dice, ITEMS)}`
  const marks = chance(world, 0.1)
  const made = marks
    ? ({ kind: 'mark', itemId, value: chance(world, 0.5) } as const)
    : ({ kind: 'respond', itemId, value: chance(world, 0.05) ? null : { version: 1, optionId: `v${world.counter++}` } } as const)
  tab.outbox = record(before, made, clockOf(world, machine), pick(['choice', 'choice', 'text'] as const, world.dice))
  keepNew(world, machine, tab, before)
  work(world, machine, tab)
}

/** A change that seals the one before it has to be written down like any other. */
function keepNew(world: World, machine: Machine, tab: Tab, before: Tab['outbox']): void {
  if (!before || !tab.outbox) return
  for (const effect of effectsBetween(before, tab.outbox))
    if (effect.do === 'keep')
      keepOnDisk(world, machine, effect.events, isKept => {
        if (tab.gone || !tab.outbox) return
        if (isKept) {
          tab.outbox = kept(tab.outbox, effect.events)
          world.entries.push({
            kind: 'kept',
            at: world.now,
            by: machine.name,
            attempt: machine.attempt,
            events: effect.events.map(written),
          })
        } else tab.outbox = keepingFailed(tab.outbox)
        work(world, machine, tab)
      })
}

/** First everything reaches the server, then the paper is handed in, again and again until it is decided. */
function handIn(world: World, machine: Machine, tab: Tab, by: 'candidate' | 'clock'): void {
  tab.standing = 'handing-in'
  // at the end of a long day a page may well speak to the other server than before
  if (tab.outbox && !tab.outbox.inFlight && chance(world, 0.25)) tab.outbox = { ...tab.outbox, server: 1 - tab.outbox.server }
  tryHandIn(world, machine, tab, by)
}

function tryHandIn(world: World, machine: Machine, tab: Tab, by: 'candidate' | 'clock'): void {
  const { tokenEpoch } = machine.memory
  if (tab.gone || !tab.outbox || tokenEpoch === null || tab.standing !== 'handing-in') return
  const before = tab.outbox
  tab.outbox = sealDraft(before, clockOf(world, machine))
  keepNew(world, machine, tab, before)
  work(world, machine, tab)
  const again = (ms: number) => later(world, ms, () => tryHandIn(world, machine, tab, by))
  if (handInStep(tab.outbox, { receipt: false, closedHere: null }) === 'bring') return again(1_000)
  const request = { ask: 'hand-in', attempt: machine.attempt, tokenEpoch, lastSeq: tab.outbox.nextSeq - 1, by } as const
  const place = tab.outbox.server
  call(world, { from: machine.name, place }, request, answer => {
    if (tab.gone || !tab.outbox || tab.standing !== 'handing-in') return
    if (answer && 'ok' in answer) {
      tab.standing = 'done'
      machine.handedIn = true
      return
    }
    if (answer?.code === 'fenced') tab.standing = 'fenced'
    else if (answer?.code === 'events-missing') refill(world, machine, tab, place)
    else if (answer?.code === 'too-early-to-hand-in') tab.standing = 'working'
    else if (!answer) tab.outbox = { ...tab.outbox, server: 1 - place }
    again(1_000)
  })
}

/** The server has less than was thought: it gets everything that is still held once more. */
function refill(world: World, machine: Machine, tab: Tab, place: number): void {
  if (!tab.outbox) return
  const reached = new Map([...tab.outbox.reached].filter(([key]) => !key.startsWith(`${place}/`)))
  tab.outbox = { ...tab.outbox, reached }
  work(world, machine, tab)
}
