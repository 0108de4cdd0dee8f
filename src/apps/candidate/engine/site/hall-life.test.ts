import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { choose, kindOf, shown } from '../../rehearsal/at-work.ts'
import { fakeMachine } from '../../rehearsal/fake-machine.ts'
import { MINUTE, fakeHall } from '../../rehearsal/fake-server.ts'
import { fakeTime } from '../../rehearsal/fake-time.ts'

async function atWork(paper: 'theory' | 'practical' = 'theory') {
  const time = fakeTime()
  const server = fakeHall(time)
  server.attempt = { ...server.attempt, paper }
  const machine = fakeMachine(server)
  const exam = await machine.open()
  await exam.signIn('2026', '123456')
  await exam.startPaper()
  await time.advance(16_000)
  return { time, server, machine, exam }
}

describe('signs of life', () => {
  test('come every fifteen seconds and tell how the machine is', async () => {
    const { time, server, exam } = await atWork()
    assert.equal(server.beats.length, 1)
    server.refusal = null
    await time.advance(60_000)
    assert.equal(server.beats.length, 5)
    assert.deepEqual(server.beats.at(-1), {
      epoch: 1,
      rttMs: 0,
      batteryPercent: 80,
      charging: false,
      focusLost: 0,
      unsent: 0,
      keepsLog: true,
    })
    assert.equal(exam.state().link, 'up')
  })

  test('a wiped storage is noticed, told to the candidate and to the hall, and from then on nothing waits', async () => {
    const { time, server, machine, exam } = await atWork()
    machine.log.isWhole = async () => false
    await time.advance(16_000)
    assert.equal(exam.state().durableLog, false)
    assert.equal(server.beats.at(-1)?.keepsLog, false)
    const before = server.saves
    choose(exam, 1, 'a')
    await time.advance(10)
    assert.equal(server.saves, before + 1, 'a choice goes out at once')
  })
})

describe('what the hall decides', () => {
  test('a pause shows with its reason, stops the clock and the pen; afterwards the time is back and told', async () => {
    const { time, server, exam } = await atWork()
    server.pausedSince = time.now()
    await time.advance(15_000)
    assert.deepEqual(exam.state().pause, { since: server.pausedSince, reason: 'power' })
    const left = exam.remainingMs()
    choose(exam, 1, 'a')
    await time.advance(5 * MINUTE)
    assert.deepEqual([exam.remainingMs(), shown(exam)], [left, {}])
    server.pausedSince = null
    server.attempt = { ...server.attempt, endsAt: 95 * MINUTE }
    await time.advance(15_000)
    assert.deepEqual([exam.state().pause, exam.state().credited?.minutes], [null, 5])
    choose(exam, 1, 'a')
    assert.deepEqual(shown(exam), { 'item-1': 'a' })
  })

  test('time does not run out while the hall is paused', async () => {
    const { time, server, exam } = await atWork()
    server.pausedSince = time.now()
    await time.advance(120 * MINUTE)
    assert.equal(kindOf(exam), 'paper')
  })

  test('another machine that took over is noticed at the next sign of life', async () => {
    const { time, server, exam } = await atWork()
    server.attempt = { ...server.attempt, epoch: 2 }
    await time.advance(15_000)
    assert.equal(exam.state().standing, 'fenced')
  })

  test('a raised hand is told as raised only when a server has taken it', async () => {
    const { time, server, exam } = await atWork()
    server.down = true
    await exam.callForHelp()
    assert.deepEqual([exam.state().help, server.calls], ['failed', 0])
    server.down = false
    await exam.callForHelp()
    await time.advance(10)
    assert.deepEqual([exam.state().help, server.calls], ['raised', 1])
  })
})

describe('without a network', () => {
  test('a practical paper stands still, a theory paper goes on', async () => {
    for (const [paper, expected] of [
      ['practical', {}],
      ['theory', { 'item-1': 'a' }],
    ] as const) {
      const { time, server, exam } = await atWork(paper)
      server.down = true
      await time.advance(40_000)
      assert.equal(exam.state().link, 'down')
      choose(exam, 1, 'a')
      assert.deepEqual(shown(exam), expected)
      server.down = false
      await time.advance(10_000)
      choose(exam, 1, 'a')
      assert.deepEqual([exam.state().link, shown(exam)], ['up', { 'item-1': 'a' }])
    }
  })
})
