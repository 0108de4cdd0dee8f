import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Result } from '../../../../../kernel/result.ts'
import type { Told } from '../../../../../ui/client.ts'
import { type SaveState, draftSaver } from './draft-saver.ts'

type Reply = Result<{ readonly guard: number; readonly savedAt: number }, Told>
const refusal = (code: string): Reply => ({ ok: false, refusal: { code, facts: {}, zh: code, en: code, status: 0 } })

/** A saver whose clock and server the test moves by hand. */
function bench() {
  const told: SaveState['kind'][] = []
  const sent: { readonly guard: number; readonly body: string; readonly reply: (reply: Reply) => void }[] = []
  let due: (() => void) | null = null
  const saver = draftSaver<string>(1, {
    save: (guard, body) => new Promise(reply => sent.push({ guard, body, reply })),
    tell: state => told.push(state.kind),
    later: (_ms, act) => {
      due = act
      return () => void (due = due === act ? null : due)
    },
  })
  const settle = () => new Promise(done => setImmediate(done))
  return {
    told,
    sent,
    saver,
    pause: () => {
      const act = due
      due = null
      act?.()
      return settle()
    },
    reply: (at: number, reply: Reply) => {
      sent[at]?.reply(reply)
      return settle()
    },
    waits: () => due !== null,
  }
}
const saved = (guard: number): Reply => ({ ok: true, value: { guard, savedAt: 7 } })

describe('saving a draft', () => {
  test('waits for a pause, and sends the newest under the newest guard', async () => {
    const { saver, sent, told, pause, reply } = bench()
    saver.change('a')
    saver.change('ab')
    await pause()
    assert.deepEqual(
      sent.map(one => [one.guard, one.body]),
      [[1, 'ab']],
    )
    await reply(0, saved(2))
    assert.deepEqual(told, ['unsaved', 'unsaved', 'saving', 'saved'])
    assert.ok(saver.isClean() && saver.guard() === 2)
  })
  test('what was written meanwhile is saved next, never two at once', async () => {
    const { saver, sent, told, pause, reply } = bench()
    saver.change('a')
    await pause()
    saver.change('ab')
    await pause()
    assert.equal(sent.length, 1)
    await reply(0, saved(2))
    assert.equal(told.at(-1), 'unsaved')
    await pause()
    assert.deepEqual([sent[1]?.guard, sent[1]?.body], [2, 'ab'])
  })
  test('a lost network is tried again with the same words', async () => {
    const { saver, sent, told, pause, reply, waits } = bench()
    saver.change('a')
    await pause()
    await reply(0, refusal('network-lost'))
    assert.equal(told.at(-1), 'lost')
    assert.ok(waits() && !saver.isClean())
    await pause()
    assert.deepEqual([sent[1]?.guard, sent[1]?.body], [1, 'a'])
  })
  test('a refusal is told and not repeated by itself', async () => {
    const { saver, told, pause, reply, waits } = bench()
    saver.change('a')
    await pause()
    await reply(0, refusal('changed-meanwhile'))
    assert.equal(told.at(-1), 'refused')
    assert.ok(!waits() && !saver.isClean())
  })
  test('saving at once says whether everything is kept', async () => {
    const { saver, sent, reply } = bench()
    assert.equal(await saver.flush(), true)
    saver.change('a')
    const flushed = saver.flush()
    await reply(0, saved(2))
    assert.equal(await flushed, true)
    saver.change('b')
    const refused = saver.flush()
    await reply(1, refusal('version-fixed'))
    assert.equal(await refused, false)
    assert.equal(sent.length, 2)
  })
})
