import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fold } from '../../../modules/delivery/contract.ts'
import type { Exam } from './exam.ts'
import { memoryLog } from '../ports/local-log.ts'
import { type FakeMachine, fakeMachine } from '../rehearsal/fake-machine.ts'
import { type FakeHall, MINUTE, fakeHall, newEntry } from '../rehearsal/fake-server.ts'
import { type FakeTime, fakeTime } from '../rehearsal/fake-time.ts'

type Hall = { readonly time: FakeTime; readonly server: FakeHall; readonly machine: FakeMachine; readonly exam: Exam }

async function workingExam(): Promise<Hall> {
  const time = fakeTime()
  const server = fakeHall(time)
  const machine = fakeMachine(server)
  const exam = await machine.open()
  await exam.signIn('2026', '123456')
  await exam.startPaper()
  return { time, server, machine, exam }
}
const kind = (exam: Exam) => exam.state().phase.kind
const choose = (exam: Exam, item: number, optionId: string) =>
  exam.change({ kind: 'respond', itemId: `item-${item}`, value: { version: 1, optionId } })
const onServer = (server: FakeHall) =>
  Object.fromEntries([...fold(server.events.values()).responses].map(([item, f]) => [item, f.value?.['optionId'] ?? null]))
function sheetOf(exam: Exam) {
  const { phase } = exam.state()
  assert.ok(phase.kind === 'paper')
  return phase.sheet
}
const shown = (exam: Exam) => Object.fromEntries([...sheetOf(exam).responses].map(([item, r]) => [item, r['optionId']]))

describe('from the door to the receipt', () => {
  test('a refused code leaves the candidate at the door with the reason', async () => {
    const time = fakeTime()
    const server = fakeHall(time)
    const exam = await fakeMachine(server).open()
    server.refusal = 'entry-refused'
    await exam.signIn('2026', '000000')
    const { phase } = exam.state()
    assert.ok(phase.kind === 'sign-in' && phase.told?.code === 'entry-refused' && !phase.busy)
  })

  test('responses are saved by themselves, and the hand-in gives a receipt', async () => {
    const { time, server, exam, machine } = await workingExam()
    choose(exam, 1, 'a')
    choose(exam, 2, 'b')
    await time.advance(300)
    assert.deepEqual(onServer(server), { 'item-1': 'a', 'item-2': 'b' })
    assert.equal(exam.state().save.kind, 'saved')
    await time.advance(31 * MINUTE)
    void exam.handIn()
    await time.advance(10)
    const { phase } = exam.state()
    assert.ok(phase.kind === 'ended' && phase.receipt.answeredCount === 2 && phase.unsent === 0)
    assert.deepEqual(await machine.log.read(), [], 'nothing stays on the machine')
  })

  test('handing in too early leads back to the paper with the reason', async () => {
    const { time, exam } = await workingExam()
    void exam.handIn()
    await time.advance(10)
    const { phase } = exam.state()
    assert.ok(phase.kind === 'paper' && phase.told?.code === 'too-early-to-hand-in')
  })

  test('at the end the clock hands in, with what was chosen in the last moment', async () => {
    const { time, server, exam } = await workingExam()
    await time.advance(90 * MINUTE - 100)
    choose(exam, 3, 'c')
    await time.advance(2_000)
    assert.equal(kind(exam), 'ended')
    assert.deepEqual([onServer(server), server.receipt?.how], [{ 'item-3': 'c' }, 'clock'])
  })

  test('warnings come at 30, 10, 5 and 1 minutes', async () => {
    const { time, exam } = await workingExam()
    const warnings: number[] = []
    exam.subscribe(() => {
      const { warning } = exam.state()
      if (warning !== null && warnings[warnings.length - 1] !== warning) warnings.push(warning)
    })
    await time.advance(89.5 * MINUTE)
    assert.deepEqual(warnings, [30, 10, 5, 1])
  })
})

describe('when the server is away', () => {
  test('work goes on, is kept on the machine, and catches up', async () => {
    const { time, server, exam } = await workingExam()
    server.down = true
    choose(exam, 1, 'a')
    await time.advance(5_000)
    choose(exam, 1, 'b')
    await time.advance(60_000)
    assert.equal(exam.state().save.kind, 'kept')
    assert.deepEqual(shown(exam), { 'item-1': 'b' })
    server.down = false
    await time.advance(9_000)
    assert.equal(exam.state().save.kind, 'saved')
    assert.deepEqual(onServer(server), { 'item-1': 'b' })
  })

  test('a save whose reply is lost is sent again and stored once', async () => {
    const { time, server, exam } = await workingExam()
    server.deaf = true
    choose(exam, 1, 'a')
    await time.advance(2_000)
    assert.ok(server.saves > 1)
    assert.notEqual(exam.state().save.kind, 'saved')
    server.deaf = false
    await time.advance(9_000)
    assert.deepEqual([exam.state().save.kind, server.events.size], ['saved', 1])
  })

  test('a log that fails is told: not kept, in memory only', async () => {
    const { time, server, machine, exam } = await workingExam()
    machine.log.keep = async () => {
      throw new Error('quota')
    }
    server.down = true
    choose(exam, 1, 'a')
    await time.advance(2_000)
    assert.equal(exam.state().save.kind, 'in-memory')
  })

  test('the hand-in waits for the server and can be called off meanwhile', async () => {
    const { time, server, exam } = await workingExam()
    await time.advance(40 * MINUTE)
    choose(exam, 1, 'a')
    server.down = true
    void exam.handIn()
    await time.advance(20_000)
    assert.equal(kind(exam), 'handing-in')
    exam.keepWorking()
    await time.advance(2_000)
    choose(exam, 1, 'c')
    server.down = false
    void exam.handIn()
    await time.advance(20_000)
    assert.deepEqual([kind(exam), onServer(server)], ['ended', { 'item-1': 'c' }])
  })

  test('a page opened while the server is away comes up when it is back', async () => {
    const { time, server, machine, exam } = await workingExam()
    choose(exam, 1, 'a')
    await time.advance(300)
    server.down = true
    const reopened = machine.open()
    await time.advance(20_000)
    server.down = false
    await time.advance(20_000)
    assert.deepEqual(shown(await reopened), { 'item-1': 'a' })
  })
})

describe('after a reload', () => {
  test('everything is there again: responses, marks, place, and what had not been sent', async () => {
    const { time, server, machine, exam } = await workingExam()
    choose(exam, 1, 'a')
    exam.change({ kind: 'mark', itemId: 'item-2', value: true })
    await time.advance(300)
    server.down = true
    choose(exam, 3, 'c')
    exam.goTo(2)
    await time.advance(300)
    exam.flush(true)
    server.down = false
    const again = await machine.open()
    assert.deepEqual(shown(again), { 'item-1': 'a', 'item-3': 'c' })
    assert.deepEqual([[...sheetOf(again).marks], sheetOf(again).at], [['item-2'], 2])
    await time.advance(1_000)
    assert.deepEqual(onServer(server), { 'item-1': 'a', 'item-3': 'c' })
  })

  test('a choice made a moment before the page goes away is not lost', async () => {
    const { time, server, exam } = await workingExam()
    choose(exam, 1, 'b')
    exam.flush(true)
    await time.advance(0)
    assert.deepEqual(onServer(server), { 'item-1': 'b' })
  })

  test('the receipt is shown again', async () => {
    const { time, exam, machine } = await workingExam()
    await time.advance(91 * MINUTE)
    assert.equal(kind(exam), 'ended')
    assert.equal(kind(await machine.open()), 'ended')
  })
})

describe('two at once', () => {
  test('a second tab only reads', async () => {
    const { time, server, machine } = await workingExam()
    machine.lease = 'elsewhere'
    const second = await machine.open()
    choose(second, 1, 'b')
    await time.advance(1_000)
    assert.deepEqual([second.state().standing, shown(second), server.events.size], ['second-tab', {}, 0])
  })

  test('another machine takes over with everything saved; the old one becomes read-only and may not hand in', async () => {
    const { time, server, exam } = await workingExam()
    choose(exam, 1, 'a')
    await time.advance(300)
    const other = fakeMachine(server)
    const taken = await other.open()
    await taken.signIn('2026', '654321')
    assert.deepEqual(shown(taken), { 'item-1': 'a' })
    choose(exam, 2, 'b')
    await time.advance(300)
    assert.equal(exam.state().standing, 'fenced')
    choose(exam, 3, 'c')
    assert.deepEqual(shown(exam), { 'item-1': 'a', 'item-2': 'b' })
    await exam.handIn()
    assert.equal(kind(exam), 'paper')
  })

  test('what a broken machine had kept is brought by its next entry and counts where nothing newer stands', async () => {
    const { time, server, machine, exam } = await workingExam()
    server.down = true
    choose(exam, 1, 'old')
    choose(exam, 2, 'old')
    await time.advance(300)
    server.down = false
    const elsewhere = await fakeMachine(server).open()
    await elsewhere.signIn('2026', '111111')
    choose(elsewhere, 1, 'new')
    await time.advance(300)
    machine.memory.set('token', newEntry(server))
    const back = await machine.open()
    assert.deepEqual(shown(back), { 'item-1': 'new', 'item-2': 'old' })
    await time.advance(1_000)
    assert.deepEqual(onServer(server), { 'item-1': 'new', 'item-2': 'old' })
  })
})

describe('when the server refuses', () => {
  test('what reaches the server after the end is kept there as late, and the page says so', async () => {
    const { time, server, machine, exam } = await workingExam()
    server.down = true
    choose(exam, 1, 'a')
    await time.advance(1_000)
    server.down = false
    server.receipt = { receiptCode: 'AAAA-BBBB-CCCC', endedAt: 0, how: 'stopped', answeredCount: 0, itemCount: 4 }
    await time.advance(10_000)
    const { phase } = exam.state()
    assert.ok(phase.kind === 'ended' && phase.unsent === 0 && phase.late === 1)
    assert.deepEqual(await machine.log.read(), [])
  })

  test('nothing is sent before the log of the machine has it; until the receipt the log holds all of it', async () => {
    const { time, server, machine, exam } = await workingExam()
    let written = () => {}
    const { keep } = machine.log
    machine.log.keep = async events => {
      await new Promise<void>(done => (written = done))
      await keep(events)
    }
    choose(exam, 1, 'a')
    await time.advance(2_000)
    assert.equal(server.saves, 0)
    written()
    await time.advance(100)
    assert.equal(server.saves, 1)
    machine.log.keep = keep
    choose(exam, 2, 'b')
    await time.advance(1_000)
    assert.deepEqual(
      (await machine.log.read()).map(event => event.seq),
      [1, 2],
      'a page that comes up without a server finds everything',
    )
  })

  test('an attempt ended from outside shows its receipt, and what never arrived is counted', async () => {
    const { time, server, exam } = await workingExam()
    server.down = true
    choose(exam, 1, 'a')
    await time.advance(1_000)
    server.down = false
    server.refusal = 'attempt-over'
    server.receipt = { receiptCode: 'AAAA-BBBB-CCCC', endedAt: 0, how: 'time-up', answeredCount: 0, itemCount: 4 }
    await time.advance(10_000)
    const { phase } = exam.state()
    assert.ok(phase.kind === 'ended' && phase.unsent === 1)
  })

  test('a contradiction stops the work with the reason', async () => {
    const { time, server, exam } = await workingExam()
    server.refusal = 'event-clash'
    choose(exam, 1, 'a')
    await time.advance(1_000)
    const { phase } = exam.state()
    assert.ok(phase.kind === 'stopped' && phase.told.code === 'event-clash')
  })

  test('a token that is no longer valid leads back to the door', async () => {
    const { machine } = await workingExam()
    machine.memory.set('token', 's.attempt-1.9.x')
    assert.equal(kind(await machine.open()), 'sign-in')
    assert.equal(machine.memory.get('token'), null)
  })

  test('without a durable log the state says so', async () => {
    const time = fakeTime()
    const machine = fakeMachine(fakeHall(time))
    machine.log = memoryLog()
    const exam = await machine.open()
    await exam.signIn('2026', '123456')
    assert.equal(exam.state().durableLog, false)
  })
})
