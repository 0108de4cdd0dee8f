import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { choose, kindOf, onServer, sheetOf, shown } from '../../rehearsal/at-work.ts'
import { fakeMachine } from '../../rehearsal/fake-machine.ts'
import { MINUTE, fakeHall } from '../../rehearsal/fake-server.ts'
import { fakeTime } from '../../rehearsal/fake-time.ts'

async function seated(change: (hall: ReturnType<typeof fakeHall>) => void = () => undefined) {
  const time = fakeTime()
  const server = fakeHall(time)
  server.staged = true
  server.attempt = { ...server.attempt, opensAt: 10 * MINUTE, startUntil: 35 * MINUTE }
  change(server)
  const machine = fakeMachine(server)
  const exam = await machine.open()
  await exam.signIn('2026', '123456')
  await time.advance(2_000)
  return { time, server, machine, exam }
}
const toldCode = (exam: Awaited<ReturnType<typeof seated>>['exam']) => {
  const { phase } = exam.state()
  return phase.kind === 'ready' ? phase.told?.code : undefined
}

describe('a form that lies here before the start', () => {
  test('is fetched while the candidate reads, and its key comes by itself once the time has come', async () => {
    const { time, machine, exam } = await seated()
    assert.equal(exam.state().staging, 'staged')
    await time.advance(7 * MINUTE)
    assert.equal(machine.memory.get('form-key'), null, 'not before the start')
    await time.advance(3 * MINUTE)
    assert.ok(machine.memory.get('form-key'))
  })

  test('with form and key here the first item does not wait for the server, and what is chosen is stored when it is back', async () => {
    const { time, server, exam } = await seated()
    await time.advance(10 * MINUTE)
    server.down = true
    void exam.startPaper()
    await time.advance(900)
    assert.equal(sheetOf(exam).items.length, 4)
    choose(exam, 1, 'b')
    await time.advance(5_000)
    assert.deepEqual([exam.state().save.kind, (exam.remainingMs() ?? 0) > 80 * MINUTE], ['kept', true])
    server.down = false
    await time.advance(20_000)
    assert.deepEqual([onServer(server), exam.state().save.kind, server.attempt.state], [{ 'item-1': 'b' }, 'saved', 'running'])
  })

  test('too early, not armed, paused: nothing opens and the reason is told', async () => {
    for (const [change, code] of [
      [() => undefined, 'too-early-to-start'],
      [(hall: ReturnType<typeof fakeHall>) => ((hall.attempt = { ...hall.attempt, opensAt: 0 }), (hall.armed = false)), 'site-not-armed'],
      [(hall: ReturnType<typeof fakeHall>) => ((hall.attempt = { ...hall.attempt, opensAt: 0 }), (hall.pausedSince = 1)), 'hall-paused'],
    ] as const) {
      const { time, exam } = await seated(change as never)
      void exam.startPaper()
      await time.advance(1_000)
      assert.deepEqual([kindOf(exam), toldCode(exam)], ['ready', code])
    }
  })

  test('a start that the server refuses afterwards takes the paper away again', async () => {
    const { time, server, exam } = await seated()
    await time.advance(10 * MINUTE)
    server.down = true
    void exam.startPaper()
    await time.advance(900)
    assert.equal(kindOf(exam), 'paper')
    server.refusal = 'too-late-to-start'
    server.down = false
    await time.advance(15_000)
    assert.deepEqual([kindOf(exam), toldCode(exam)], ['ready', 'too-late-to-start'])
  })

  test('where papers come in the open, and where a form does not open, the paper is fetched after the start', async () => {
    for (const staged of [false, true]) {
      const { time, server, machine, exam } = await seated(hall => {
        hall.staged = staged
        hall.attempt = { ...hall.attempt, opensAt: 0 }
      })
      if (staged) machine.memory.set('form-key', 'cd'.repeat(32))
      void exam.startPaper()
      await time.advance(1_000)
      assert.deepEqual([kindOf(exam), exam.state().staging, server.attempt.state], ['paper', staged ? 'staged' : 'plain', 'running'])
    }
  })
})

describe('a page that is loaded anew while no server answers', () => {
  for (const staged of [true, false])
    test(`comes up with everything, time included, from ${staged ? 'the staged form' : 'the paper it had kept'}, and catches up`, async () => {
      const { time, server, machine, exam } = await seated(hall => {
        hall.staged = staged
        hall.attempt = { ...hall.attempt, opensAt: 0 }
      })
      void exam.startPaper()
      await time.advance(1_000)
      choose(exam, 1, 'a')
      await time.advance(1_000)
      choose(exam, 2, 'b')
      exam.goTo(2)
      server.down = true
      await time.advance(60_000)
      choose(exam, 3, 'c')
      exam.flush(true)
      const left = exam.remainingMs() ?? 0
      const again = await machine.open()
      assert.deepEqual(shown(again), { 'item-1': 'a', 'item-2': 'b', 'item-3': 'c' })
      assert.equal(sheetOf(again).at, 2)
      assert.ok(Math.abs((again.remainingMs() ?? 0) - left) <= 1_000)
      choose(again, 4, 'a')
      await time.advance(5_000)
      assert.deepEqual([again.state().save.kind, again.state().standing, again.state().link], ['kept', 'writing', 'down'])
      server.down = false
      await time.advance(20_000)
      assert.deepEqual(onServer(server), { 'item-1': 'a', 'item-2': 'b', 'item-3': 'c', 'item-4': 'a' })
      assert.deepEqual([again.state().save.kind, again.state().link], ['saved', 'up'])
    })

  test('a tab left over from before the last entry at this machine shows the paper and waits for a server', async () => {
    const { time, server, machine, exam } = await seated(hall => (hall.attempt = { ...hall.attempt, opensAt: 0 }))
    void exam.startPaper()
    await time.advance(1_000)
    choose(exam, 1, 'a')
    await time.advance(2_000)
    machine.close()
    server.down = true
    machine.memory.set('epoch', '0')
    machine.memory.set('last-seq', '0.4')
    const left = await machine.open()
    choose(left, 2, 'b')
    await time.advance(2_000)
    assert.deepEqual([left.state().standing, shown(left)], ['waiting', { 'item-1': 'a' }])
  })

  const failing = async () => {
    const at = await seated(hall => (hall.attempt = { ...hall.attempt, opensAt: 0 }))
    void at.exam.startPaper()
    await at.time.advance(1_000)
    const { keep } = at.machine.log
    at.machine.log.keep = async () => {
      throw new Error('quota')
    }
    choose(at.exam, 1, 'a')
    await at.time.advance(2_000)
    assert.deepEqual([at.exam.state().durableLog, onServer(at.server)], [false, { 'item-1': 'a' }])
    at.server.down = true
    choose(at.exam, 2, 'b')
    await at.time.advance(2_000)
    assert.equal(at.exam.state().save.kind, 'in-memory')
    at.machine.log.keep = keep
    at.machine.close()
    return at
  }

  test('what a failing log could not take is in the memory of the tab, and no number is given twice', async () => {
    const { time, server, machine } = await failing()
    const again = await machine.open()
    assert.equal(again.state().standing, 'writing')
    choose(again, 3, 'c')
    await time.advance(2_000)
    server.down = false
    await time.advance(20_000)
    assert.deepEqual(onServer(server), { 'item-1': 'a', 'item-2': 'b', 'item-3': 'c' })
    assert.equal(server.events.size, 3)
  })

  test('where nobody remembers the last number, the page only shows until a server is back', async () => {
    const { time, server, machine } = await failing()
    machine.memory.set('last-seq', null)
    machine.memory.set('leaving', null)
    await machine.log.keep([
      { epoch: 1, seq: 1, itemId: 'item-4', kind: 'mark', value: true, clientMs: 0 },
      { epoch: 1, seq: 3, itemId: 'item-4', kind: 'mark', value: false, clientMs: 0 },
    ])
    const again = await machine.open()
    assert.equal(again.state().standing, 'waiting')
    choose(again, 3, 'c')
    assert.equal(shown(again)['item-3'], undefined)
    server.down = false
    await time.advance(20_000)
    assert.deepEqual([again.state().standing, shown(again)], ['writing', { 'item-1': 'a' }])
  })

  test('the end of time closes the paper, and the hand-in waits for the server also over a reload', async () => {
    const { time, server, machine, exam } = await seated(hall => (hall.attempt = { ...hall.attempt, opensAt: 0 }))
    void exam.startPaper()
    await time.advance(1_000)
    server.down = true
    choose(exam, 1, 'a')
    await time.advance(91 * MINUTE)
    assert.equal(kindOf(exam), 'handing-in')
    choose(exam, 2, 'b')
    const again = await machine.open()
    await time.advance(2_000)
    assert.deepEqual([kindOf(again), shown(again)], ['handing-in', { 'item-1': 'a' }])
    server.down = false
    await time.advance(20_000)
    assert.deepEqual([kindOf(again), onServer(server), server.receipt?.how], ['ended', { 'item-1': 'a' }, 'clock'])
    assert.equal(machine.memory.get('hand-in'), null)
  })

  test('a hand-in that was wanted goes on after the reload, and the page goes back to work only when asked', async () => {
    const { time, server, machine, exam } = await seated(hall => (hall.attempt = { ...hall.attempt, opensAt: 0 }))
    void exam.startPaper()
    await time.advance(40 * MINUTE)
    server.down = true
    choose(exam, 1, 'a')
    void exam.handIn()
    await time.advance(2_000)
    machine.close()
    const again = await machine.open()
    assert.equal(kindOf(again), 'handing-in')
    again.keepWorking()
    assert.deepEqual([kindOf(again), machine.memory.get('hand-in')], ['paper', null])
    void again.handIn()
    server.down = false
    await time.advance(20_000)
    assert.deepEqual([kindOf(again), onServer(server), server.receipt?.how], ['ended', { 'item-1': 'a' }, 'candidate'])
  })

  test('a start pressed before the reload goes on after it', async () => {
    const { time, server, machine, exam } = await seated(hall => (hall.attempt = { ...hall.attempt, opensAt: 0 }))
    await time.advance(5_000)
    server.down = true
    void exam.startPaper()
    await time.advance(1_000)
    choose(exam, 1, 'a')
    await time.advance(1_000)
    const opening = machine.open()
    await time.advance(2_000)
    const again = await opening
    assert.deepEqual([kindOf(again), shown(again)], ['paper', { 'item-1': 'a' }])
    server.down = false
    await time.advance(30_000)
    assert.deepEqual([server.attempt.state, onServer(server)], ['running', { 'item-1': 'a' }])
  })
})
