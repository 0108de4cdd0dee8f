import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diceOf, pick, roll } from '../../../../kernel/dice.ts'
import { storedThrough } from '../../../../modules/delivery/contract.ts'
import { choose, kindOf, onServer, shown } from '../../rehearsal/at-work.ts'
import { type FakeMachine, fakeMachine } from '../../rehearsal/fake-machine.ts'
import { type FakeHall, exchange, fakePair } from '../../rehearsal/fake-server.ts'
import { fakeTime } from '../../rehearsal/fake-time.ts'
import type { Exam } from '../exam.ts'

const SCENARIOS = 80
const STEPS = 60

/** One thing that was said beside the paper, and what the servers held of everything done at that moment. */
type Said = { readonly kind: string; readonly done: number; readonly one: number; readonly both: number }

type World = {
  readonly a: FakeHall
  readonly b: FakeHall
  readonly machine: FakeMachine
  exam: Exam
  /** The last option that was chosen for each item, on any page of this machine. */
  readonly wanted: Map<string, string>
  readonly said: Said[]
  logFails: boolean
}

/** Writes down every state the page shows against what the servers hold just then. */
function watch(world: World): void {
  const { exam, a, b } = world
  const look = () => {
    const { save, phase } = exam.state()
    if (phase.kind !== 'paper' || exam !== world.exam) return
    const done = phase.sheet.responses
    const held = [...done].map(([item, r]) => [a, b].filter(hall => onServer(hall)[item] === r['optionId']).length)
    world.said.push({ kind: save.kind, done: done.size, one: held.filter(n => n > 0).length, both: held.filter(n => n > 1).length })
  }
  exam.subscribe(look)
}

/** What the servers held by the time of looking never grows less, so a claim is checked against the same instant. */
function check(world: World, seed: number): void {
  for (const { kind, done, one, both } of world.said) {
    if (kind === 'saved') assert.equal(one, done, `seed ${seed}: “saved” with ${one} of ${done} at a server`)
    if (kind === 'saved-twice') assert.equal(both, done, `seed ${seed}: “saved twice” with ${both} of ${done} at both`)
  }
}

const ITEMS = [1, 2, 3, 4]

async function oneStep(world: World, dice: () => number): Promise<void> {
  const { a, b, machine } = world
  const faults: (() => unknown)[] = [
    () => (a.down = !a.down),
    () => (b.down = !b.down),
    () => (a.deaf = !a.deaf),
    () => (b.deaf = !b.deaf),
    () => exchange(a, b),
    () => (world.logFails = !world.logFails),
    async () => {
      // a reload: the page says goodbye, another one takes up
      world.exam.flush(true)
      machine.close()
      const opening = machine.open()
      await (a.time as ReturnType<typeof fakeTime>).advance(12_000)
      world.exam = await opening
      watch(world)
    },
  ]
  if (dice() < 0.6) {
    const [item, option] = [pick(ITEMS, dice), pick(['a', 'b', 'c'], dice)]
    if (world.exam.state().standing !== 'writing' || kindOf(world.exam) !== 'paper') return
    choose(world.exam, item, option)
    world.wanted.set(`item-${item}`, option)
  } else await pick(faults, dice)()
}

async function play(seed: number): Promise<World> {
  const dice = diceOf(`honest-${seed}`)
  const time = fakeTime()
  const [a, b] = fakePair(time)
  const machine = fakeMachine(a)
  const world: World = { a, b, machine, exam: await machine.open(), wanted: new Map(), said: [], logFails: false }
  const { keep } = machine.log
  // a log that fails once keeps nothing more on that page; the next page tries anew
  machine.log.keep = async events => {
    if (world.logFails) throw new Error('quota')
    await keep(events)
  }
  await world.exam.signIn('2026', '123456')
  await world.exam.startPaper()
  exchange(a, b)
  watch(world)
  for (let step = 0; step < STEPS; step++) {
    await oneStep(world, dice)
    await time.advance(pick([0, 50, 300, 2_000, 9_000], dice) + roll(dice, 40))
  }
  Object.assign(a, { down: false, deaf: false })
  Object.assign(b, { down: false, deaf: false })
  world.logFails = false
  for (let again = 0; again < 8; again++) {
    await time.advance(9_000)
    exchange(a, b)
  }
  return world
}

test(`in ${SCENARIOS} random runs of faults the page never says “saved” of what no server has, and in the end everything is there`, async () => {
  const kinds = new Set<string>()
  for (let seed = 1; seed <= SCENARIOS; seed++) {
    const world = await play(seed)
    check(world, seed)
    for (const { kind } of world.said) kinds.add(kind)
    assert.equal(kindOf(world.exam), 'paper', `seed ${seed}`)
    assert.deepEqual(shown(world.exam), Object.fromEntries(world.wanted), `seed ${seed}: what was chosen stands on the paper`)
    assert.deepEqual(onServer(world.a), Object.fromEntries(world.wanted), `seed ${seed}: and at the server`)
    assert.equal(storedThrough(world.a.events, 1), storedThrough(world.b.events, 1))
  }
  assert.deepEqual([...kinds].toSorted(), ['in-memory', 'kept', 'saved', 'saved-twice', 'saving'], 'every word was said at some time')
})
