import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { choose, kindOf, onServer, shown } from '../../rehearsal/at-work.ts'
import { fakeMachine } from '../../rehearsal/fake-machine.ts'
import { MINUTE, exchange, fakePair } from '../../rehearsal/fake-server.ts'
import { fakeTime } from '../../rehearsal/fake-time.ts'

async function atWork() {
  const time = fakeTime()
  const [a, b] = fakePair(time)
  const machine = fakeMachine(a)
  const exam = await machine.open()
  await exam.signIn('2026', '123456')
  await exam.startPaper()
  exchange(a, b)
  await time.advance(1_000)
  return { time, a, b, machine, exam }
}

describe('a site with two servers', () => {
  test('what both hold is said to be saved twice, and not before', async () => {
    const { time, a, b, exam } = await atWork()
    choose(exam, 1, 'a')
    await time.advance(2_000)
    assert.equal(exam.state().save.kind, 'saved')
    exchange(a, b)
    await time.advance(31_000)
    assert.equal(exam.state().save.kind, 'saved-twice')
  })

  test('when one dies the other gets everything that was not with both, within seconds', async () => {
    const { time, a, b, exam } = await atWork()
    choose(exam, 1, 'a')
    await time.advance(1_000)
    a.down = true
    choose(exam, 2, 'b')
    await time.advance(5_000)
    assert.deepEqual([onServer(b), exam.state().save.kind], [{ 'item-1': 'a', 'item-2': 'b' }, 'saved'])
    assert.equal(exam.state().link, 'up')
  })

  test('after a reload the other server is asked too, and what works is remembered for the hand-in', async () => {
    const { time, a, b, machine, exam } = await atWork()
    choose(exam, 1, 'a')
    await time.advance(1_000)
    a.down = true
    const opening = machine.open()
    await time.advance(10_000)
    const again = await opening
    assert.deepEqual(shown(again), { 'item-1': 'a' })
    choose(again, 2, 'c')
    await time.advance(40 * MINUTE)
    void again.handIn()
    await time.advance(10_000)
    assert.deepEqual([kindOf(again), onServer(b)], ['ended', { 'item-1': 'a', 'item-2': 'c' }])
  })

  test('the hand-in at a server that lacks events brings them first', async () => {
    const { time, a, b, exam } = await atWork()
    await time.advance(40 * MINUTE)
    choose(exam, 1, 'a')
    await time.advance(2_000)
    assert.equal(exam.state().save.kind, 'saved')
    a.down = true
    void exam.handIn()
    await time.advance(20_000)
    assert.deepEqual([kindOf(exam), onServer(b)], ['ended', { 'item-1': 'a' }])
  })

  test('a server that does not know the entry yet does not send the candidate to the door', async () => {
    const time = fakeTime()
    const [a, b] = fakePair(time)
    const exam = await fakeMachine(a).open()
    await exam.signIn('2026', '123456')
    await exam.startPaper()
    choose(exam, 1, 'a')
    await time.advance(1_000)
    a.down = true
    choose(exam, 2, 'b')
    await time.advance(20_000)
    assert.equal(kindOf(exam), 'paper')
    exchange(a, b)
    await time.advance(15_000)
    assert.deepEqual([kindOf(exam), onServer(b)], ['paper', { 'item-1': 'a', 'item-2': 'b' }])
  })

  test('a token that both refuse leads to the door', async () => {
    const { time, machine } = await atWork()
    machine.memory.set('token', 's.attempt-1.9.x')
    const opening = machine.open()
    await time.advance(10_000)
    assert.equal(kindOf(await opening), 'sign-in')
  })
})
