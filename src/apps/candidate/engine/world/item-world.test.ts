import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PlacedEvent } from '../../../../modules/delivery/contract.ts'
import { fakeMachine } from '../../rehearsal/fake-machine.ts'
import { MINUTE, fakeHall } from '../../rehearsal/fake-server.ts'
import { fakeTime } from '../../rehearsal/fake-time.ts'

const ITEM = 'item-1'
const act = (expectedSeq: number, text = '备忘') => ({ type: 'desk.note.save', data: { id: null, text }, expectedSeq })

/** Somebody works on a practical paper. */
async function working() {
  const time = fakeTime()
  const hall = fakeHall(time)
  hall.attempt = { ...hall.attempt, paper: 'practical' }
  const machine = fakeMachine(hall)
  const exam = await machine.open()
  await exam.signIn('2026', '123456')
  await exam.startPaper()
  const steps = () =>
    [...hall.events.values()].filter((event): event is Extract<PlacedEvent, { kind: 'command' }> => event.kind === 'command')
  return { time, hall, machine, exam, steps, world: exam.world(ITEM) }
}
type Working = Awaited<ReturnType<typeof working>>
async function settled<T>({ time }: Working, asked: Promise<T>): Promise<T> {
  let done = false
  void asked.finally(() => (done = true))
  for (let i = 0; i < 400 && !done; i++) await time.advance(50)
  return asked
}
const opened = async (at: Working) => settled(at, at.world.open())

describe('a step in the world of an item', () => {
  test('is an event of its own at once, rests on the one before, and counts as work on the paper', async () => {
    const at = await working()
    assert.ok((await opened(at)).ok)
    for (const n of [0, 1]) assert.ok((await settled(at, at.world.act(act(n)))).ok)
    assert.deepEqual(
      at.steps().map(({ epoch, seq, itemId, value }) => [epoch, seq, itemId, value.expectedSeq, value.after]),
      [
        [1, 1, ITEM, 0, null],
        [1, 2, ITEM, 1, { epoch: 1, seq: 1 }],
      ],
    )
    const { phase } = at.exam.state()
    assert.deepEqual(phase.kind === 'paper' && phase.sheet.responses.get(ITEM)?.['worldRun'], { id: ITEM, commands: 2, digest: 'open' })
    assert.equal((await at.machine.log.read()).filter(event => event.kind === 'command').length, 2, 'the machine has written them down')
  })

  test('that is under way when the line breaks is done once, when it is mended', async () => {
    const at = await working()
    await opened(at)
    at.hall.deaf = true
    let isDone = false
    const asked = at.world.act(act(0)).finally(() => (isDone = true))
    await at.time.advance(3_000)
    at.hall.deaf = false
    at.hall.down = true
    await at.time.advance(30_000)
    assert.equal(isDone, false, 'it waits')
    assert.equal(at.exam.state().link, 'down')
    assert.deepEqual(await at.world.act(act(1)).then(done => !done.ok && done.refusal.code), 'not-now', 'nothing new is begun meanwhile')
    at.hall.down = false
    await settled(at, asked)
    assert.ok((await asked).ok)
    assert.equal(at.steps().length, 1)
  })

  test('is not begun in a pause, after the end, or when it is longer than a save takes', async () => {
    const at = await working()
    await opened(at)
    assert.equal(await at.world.act(act(0, 'x'.repeat(15_000))).then(done => !done.ok && done.refusal.code), 'step-too-long')
    at.hall.pausedSince = at.time.now()
    await at.time.advance(20_000)
    assert.ok(at.exam.state().pause)
    assert.equal(await at.world.act(act(0)).then(done => !done.ok && done.refusal.code), 'not-now')
    at.hall.pausedSince = null
    await at.time.advance(20_000)
    await at.time.advance(31 * MINUTE)
    void at.exam.handIn()
    await at.time.advance(1_000)
    assert.equal(await at.world.act(act(0)).then(done => !done.ok && done.refusal.code), 'attempt-over')
    assert.equal(at.steps().length, 0)
  })

  test('a refusal of the server ends the wait and is told', async () => {
    const at = await working()
    at.hall.refusal = 'no-world-here'
    const told = await opened(at)
    assert.equal(!told.ok && told.refusal.code, 'no-world-here')
  })
})
