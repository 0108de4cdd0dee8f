import {
  type Outbox,
  hasHole,
  keepingFailed,
  kept,
  lastSeq,
  mayGoOn,
  openOutbox,
} from '../../../src/modules/delivery/core/protocol/client/outbox.ts'
import {
  type NextSave,
  backOffMs,
  handInStep,
  heard,
  isFinal,
  lost,
  statusOf,
  stored,
} from '../../../src/modules/delivery/core/protocol/client/sending.ts'
import { type Step, effectsBetween, pump } from '../../../src/modules/delivery/core/protocol/client/steps.ts'
import type { Answer, StateAnswer } from '../server/requests.ts'
import { OPENS_AT, type World, between, has, later } from '../world.ts'
import { call, written } from './calls.ts'
import { type Machine, type Tab, clockOf, closeTab, keepOnDisk, newTab } from './machine.ts'

const LOOK_MS = [4_000, 9_000] as const
const ENTRY_PAUSE_MS = [300, 2_500] as const

/** Which server is asked, and how often somebody has asked before. */
type Try = { readonly place: number; readonly tries: number }

/** Opens a page: it takes up what the tab remembers, or waits for the invigilator's code. */
export function openPage(world: World, machine: Machine): void {
  const tab = newTab()
  machine.tab = tab
  takeUp(world, machine, tab, { place: machine.home, tries: 0 })
}

function takeUp(world: World, machine: Machine, tab: Tab, { place, tries }: Try): void {
  if (tab.gone || tab.outbox) return
  const again = () =>
    later(world, backOffMs(tries + 1, world.dice), () => takeUp(world, machine, tab, { place: 1 - place, tries: tries + 1 }))
  const { tokenEpoch } = machine.memory
  if (tokenEpoch === null) return enter(world, machine, tab, { place, tries, from: null })
  if (tries >= 2 && goesOn(world, machine, tokenEpoch, null)) return open(world, machine, tab, null)
  call(world, { from: machine.name, place }, { ask: 'state', attempt: machine.attempt, tokenEpoch }, answer => {
    if (tab.gone || tab.outbox) return
    if (answer && 'ok' in answer && answer.ok === 'state') {
      const reach = answer.state.reach.find(one => one.epoch === tokenEpoch)?.through ?? 0
      if (answer.state.closed || goesOn(world, machine, tokenEpoch, reach)) return open(world, machine, tab, { state: answer.state, place })
      return enter(world, machine, tab, { place, tries, from: tokenEpoch })
    }
    if (answer && 'code' in answer && answer.code === 'token-refused' && ++tab.refusedInARow > 2) machine.memory.tokenEpoch = null
    again()
  })
}

function goesOn(world: World, machine: Machine, epoch: number, through: number | null): boolean {
  const rows = [...machine.rows.values()]
  if (has(world, 'epoch-goes-on')) return through !== null
  const { newest, full, memory } = machine
  return mayGoOn({ epoch, newest, keeps: machine.log === 'durable' && !full, vouched: memory.vouched, kept: rows, through })
}

type Door = Try & { readonly from: number | null }

function enter(world: World, machine: Machine, tab: Tab, { place, tries, from }: Door): void {
  if (tab.gone || tab.outbox) return
  const { attempt } = machine
  const request = from === null ? ({ ask: 'enter', attempt } as const) : ({ ask: 'reenter', attempt, tokenEpoch: from } as const)
  call(world, { from: machine.name, place }, request, answer => {
    if (tab.gone || tab.outbox) return
    if (answer && 'ok' in answer && answer.ok === 'enter') {
      machine.memory = { ...machine.memory, tokenEpoch: answer.epoch, vouched: true }
      machine.newest = Math.max(machine.newest, answer.epoch)
      return later(world, 1, () => readEntry(world, machine, tab, { place, tries: 0 }))
    }
    if (answer && 'code' in answer && answer.code === 'fenced') return void (tab.standing = 'fenced')
    if (answer && 'code' in answer && answer.code === 'attempt-over') return openOver(world, machine, tab, from)
    later(world, between(world, ...ENTRY_PAUSE_MS), () => enter(world, machine, tab, { place: 1 - place, tries: tries + 1, from }))
  })
}

/** The paper is over: a page with a token still brings what its machine holds; without one the stick does. */
function openOver(world: World, machine: Machine, tab: Tab, from: number | null): void {
  if (from !== null) open(world, machine, tab, null)
  tab.standing = 'done'
}

/** A fresh entry: only its own server surely knows it. */
function readEntry(world: World, machine: Machine, tab: Tab, { place, tries }: Try): void {
  const { tokenEpoch } = machine.memory
  if (tab.gone || tab.outbox || tokenEpoch === null) return
  call(world, { from: machine.name, place }, { ask: 'state', attempt: machine.attempt, tokenEpoch }, answer => {
    if (tab.gone || tab.outbox) return
    if (answer && 'ok' in answer && answer.ok === 'state') return open(world, machine, tab, { state: answer.state, place })
    if (tries >= 6) {
      machine.memory.tokenEpoch = null
      return takeUp(world, machine, tab, { place: 1 - place, tries: 0 })
    }
    later(world, backOffMs(tries + 1, world.dice), () =>
      readEntry(world, machine, tab, { place: tries % 2 === 0 ? 1 - place : place, tries: tries + 1 }),
    )
  })
}

type Known = { readonly state: StateAnswer; readonly place: number } | null

function open(world: World, machine: Machine, tab: Tab, known: Known): void {
  const epoch = machine.memory.tokenEpoch
  if (epoch === null) return
  const keeps = machine.log === 'durable' && !machine.full
  const server = known?.place ?? machine.home
  tab.outbox = openOutbox({ epoch, stored: known?.state.reach ?? [], kept: [...machine.rows.values()], keeps, server, servers: 2 })
  if (!tab.outbox.vouched) machine.memory.vouched = false
  tab.standing = 'working'
  // without a server, only a paper that was going on can be gone on with
  tab.started = known === null || known.state.started
  if (known) takeState(machine, tab, known.state, clockOf(world, machine))
  if (!tab.started && tab.standing === 'working') startPaper(world, machine, tab, server)
  work(world, machine, tab)
  look(world, machine, tab)
}

function takeState(machine: Machine, tab: Tab, state: StateAnswer, clock: number): void {
  tab.endsAt = state.endsAt
  tab.clockAhead = state.siteTime - clock
  if (state.started) tab.started = true
  if (state.closed) tab.standing = 'done'
  else if (tab.standing !== 'done' && state.current > (machine.memory.tokenEpoch ?? 0)) tab.standing = 'fenced'
}

export function startPaper(world: World, machine: Machine, tab: Tab, place: number): void {
  const { tokenEpoch, startRef } = machine.memory
  if (tab.gone || tokenEpoch === null || tab.standing !== 'working') return
  call(world, { from: machine.name, place }, { ask: 'start', attempt: machine.attempt, tokenEpoch, startRef }, answer => {
    if (tab.gone) return
    if (answer && ('ok' in answer || answer.code === 'already-started')) return void (tab.started = true)
    later(world, between(world, ...ENTRY_PAUSE_MS), () => !tab.started && startPaper(world, machine, tab, 1 - place))
  })
}

/** Carries out what the outbox asks for, and comes back when the next thing is due. */
export function work(world: World, machine: Machine, tab: Tab, leaving = false): void {
  if (tab.gone || !tab.outbox) return
  if (hasHole(tab.outbox) && tab.standing === 'working' && !tab.outbox.inFlight) return startOver(world, machine)
  const clock = clockOf(world, machine)
  carryOut(world, machine, tab, pump(tab.outbox, clock, leaving))
  show(world, machine, tab)
}

/** Numbers are missing that the machine does not hold: a new entry, which brings what there is as that of an older one. */
function startOver(world: World, machine: Machine): void {
  machine.memory.vouched = false
  closeTab(world, machine)
  openPage(world, machine)
}

function carryOut(world: World, machine: Machine, tab: Tab, step: Step): void {
  tab.outbox = step.outbox
  if (!step.outbox.vouched) machine.memory.vouched = false
  for (const effect of step.effects) {
    if (effect.do === 'keep') keep(world, machine, tab, effect.events)
    else if (effect.do === 'forget') for (const event of effect.events) machine.rows.delete(`${event.epoch}.${event.seq}`)
    else if (effect.do === 'send') send(world, machine, tab, effect.save)
    else wakeAt(world, machine, tab, effect.at)
  }
}

function keep(world: World, machine: Machine, tab: Tab, events: Outbox['held']): void {
  keepOnDisk(world, machine, events, isKept => {
    if (tab.gone || !tab.outbox) return
    if (isKept) {
      tab.outbox = kept(tab.outbox, events)
      world.entries.push({ kind: 'kept', at: world.now, by: machine.name, attempt: machine.attempt, events: events.map(written) })
    } else tab.outbox = keepingFailed(tab.outbox)
    work(world, machine, tab)
  })
}

function wakeAt(world: World, machine: Machine, tab: Tab, at: number): void {
  const number = ++tab.wake
  later(world, Math.max(1, Math.ceil(at - clockOf(world, machine)) + 1), () => tab.wake === number && work(world, machine, tab))
}

function send(world: World, machine: Machine, tab: Tab, save: NextSave): void {
  const { tokenEpoch } = machine.memory
  if (tokenEpoch === null) return
  const request = { ask: 'save', attempt: machine.attempt, tokenEpoch, epoch: save.epoch, events: save.events, staff: false } as const
  call(world, { from: machine.name, place: save.server }, request, answer => {
    if (tab.gone || !tab.outbox) return
    const at = { now: clockOf(world, machine), dice: world.dice }
    const before = tab.outbox
    tab.outbox =
      answer && 'ok' in answer && answer.ok === 'save' ? stored(before, save, reachTold(world, answer.reach), at) : lost(before, at)
    if (answer) mind(world, machine, tab, { answer, place: save.server })
    carryOut(world, machine, tab, { outbox: tab.outbox, effects: effectsBetween(before, tab.outbox) })
    work(world, machine, tab)
  })
}

/** `prune-on-local`: what one server tells is taken for the pair. */
function reachTold(world: World, reach: StateAnswer['reach'][number]): StateAnswer['reach'][number] {
  return has(world, 'prune-on-local') ? { ...reach, pair: reach.through } : reach
}

function mind(world: World, machine: Machine, tab: Tab, { answer, place }: { readonly answer: Answer; readonly place: number }): void {
  if ('code' in answer) {
    if (answer.code === 'not-started') startPaper(world, machine, tab, place)
    tab.refusedInARow = answer.code === 'token-refused' ? tab.refusedInARow + 1 : 0
    if (tab.refusedInARow > 3 && (tab.standing === 'working' || tab.standing === 'handing-in')) {
      machine.memory.tokenEpoch = null
      closeTab(world, machine)
      openPage(world, machine)
    }
    return
  }
  tab.refusedInARow = 0
  if (answer.ok !== 'save') return
  tab.endsAt = answer.endsAt
  tab.clockAhead = answer.siteTime - clockOf(world, machine)
  if (answer.late) tab.standing = 'done'
  else if (tab.standing === 'working' && answer.current > (machine.memory.tokenEpoch ?? 0)) tab.standing = 'fenced'
}

/** Every few seconds: credits, the end, what the peer has confirmed meanwhile. Rests once all is over and final. */
function look(world: World, machine: Machine, tab: Tab): void {
  later(world, between(world, ...LOOK_MS), () => {
    const { tokenEpoch } = machine.memory
    if (tab.gone || !tab.outbox || tokenEpoch === null) return
    if (world.healing && (tab.standing === 'done' || tab.standing === 'fenced') && isFinal(tab.outbox)) return
    const place = tab.outbox.server
    call(world, { from: machine.name, place }, { ask: 'state', attempt: machine.attempt, tokenEpoch }, answer => {
      if (tab.gone || !tab.outbox) return
      if (answer && 'ok' in answer && answer.ok === 'state' && place === tab.outbox.server && !tab.outbox.inFlight) {
        const before = tab.outbox
        takeState(machine, tab, answer.state, clockOf(world, machine))
        if (machine.handedIn && handInStep(before, { receipt: true, closedHere: answer.state.closed }) === 'ask')
          handInAgain(world, machine, tab)
        const after = heard(
          before,
          answer.state.reach.map(one => reachTold(world, one)),
        )
        carryOut(world, machine, tab, { outbox: after, effects: effectsBetween(before, after) })
        work(world, machine, tab)
      } else if (!answer && !tab.outbox.inFlight) tab.outbox = { ...tab.outbox, server: 1 - tab.outbox.server }
    })
    look(world, machine, tab)
  })
}

/** The server that gave the receipt is gone, and the other has not heard of it. */
function handInAgain(world: World, machine: Machine, tab: Tab): void {
  const { tokenEpoch } = machine.memory
  if (!tab.outbox || tokenEpoch === null) return
  const request = { ask: 'hand-in', attempt: machine.attempt, tokenEpoch, lastSeq: lastSeq(tab.outbox), by: 'candidate' } as const
  call(world, { from: machine.name, place: tab.outbox.server }, request, () => undefined)
}

/** The words beside the paper go into the history: they must be true. */
function show(world: World, machine: Machine, tab: Tab): void {
  if (!tab.outbox) return
  const { kind } = statusOf(tab.outbox)
  // what this defect believes to be with both servers is not shown as such: it shall be found by its loss
  if (has(world, 'prune-on-local') && kind === 'saved-twice') return
  const level = has(world, 'shown-on-send') && tab.outbox.inFlight ? 'saved' : kind
  if (level !== 'saved' && level !== 'saved-twice') return
  const { epoch } = tab.outbox
  const last = lastSeq(tab.outbox)
  const said = `${level} ${epoch}.${last}`
  if (last === 0 || said === tab.said) return
  tab.said = said
  world.entries.push({ kind: 'shown', at: world.now, by: machine.name, attempt: machine.attempt, level, epoch, lastSeq: last })
}

/** Site time as the page shows it. */
export function shownTime(world: World, machine: Machine, tab: Tab): number {
  return tab.clockAhead === 0 ? OPENS_AT - 20_000 + world.now : clockOf(world, machine) + tab.clockAhead
}
