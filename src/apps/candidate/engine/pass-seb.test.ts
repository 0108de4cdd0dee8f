import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { memoryLog } from '../ports/local-log.ts'
import { sebBrowser } from '../ports/seb-browser.ts'
import { fakeMachine } from '../rehearsal/fake-machine.ts'
import { fakeHall } from '../rehearsal/fake-server.ts'
import { fakeTime } from '../rehearsal/fake-time.ts'
import type { Exam } from './exam.ts'

/** A browser that loads every page it is sent to; `key` is what it shows there. */
function sebHall(key: string | null) {
  const hall = fakeHall(fakeTime())
  hall.seb = 'unverified'
  hall.sebKey = 'right'
  const machine = fakeMachine(hall)
  const went: string[] = []
  let page: { attemptId: string; nonce: string } | null = null
  machine.seb = {
    hashes: async () => ({ configKey: key, browserExamKey: null }),
    page: () => page,
    go: path => {
      went.push(path)
      const [, , attemptId = '', nonce = ''] = path.split('/')
      page = { attemptId, nonce }
    },
  }
  /** Opens the page that the browser stands at, as a load of the document does: the server no longer takes the old proof. */
  const load = async (): Promise<Exam> => {
    if (hall.seb === 'verified') hall.seb = 'unverified'
    return machine.open()
  }
  return { hall, machine, went, load }
}
const phaseOf = (exam: Exam) => exam.state().phase

describe('a paper that requires Safe Exam Browser', () => {
  test('opens a page of its own after the door, proves it and goes on', async () => {
    const { hall, went, load } = sebHall('right')
    const door = await load()
    await door.signIn('2026', '123456')
    assert.deepEqual([went, phaseOf(door).kind], [['/sit/attempt-1/1'], 'opening'])
    assert.equal(phaseOf(await load()).kind, 'ready')
    assert.equal(hall.seb, 'verified')
  })

  test('after a reload, whose nonce is spent, fetches another page by itself', async () => {
    const { went, load } = sebHall('right')
    await (await load()).signIn('2026', '123456')
    await load()
    assert.equal(phaseOf(await load()).kind, 'opening')
    assert.deepEqual(went, ['/sit/attempt-1/1', '/sit/attempt-1/2'])
    assert.equal(phaseOf(await load()).kind, 'ready')
  })

  test('stops in another browser and says so; the paper is never asked for', async () => {
    const { load } = sebHall(null)
    await (await load()).signIn('2026', '123456')
    const phase = phaseOf(await load())
    assert.ok(phase.kind === 'stopped' && phase.told.code === 'seb-wrong-config')
  })

  test('does not run in circles when its pages never open', async () => {
    const { machine, went, load } = sebHall('right')
    machine.seb = { ...machine.seb, page: () => null }
    await (await load()).signIn('2026', '123456')
    await load()
    await load()
    const phase = phaseOf(await load())
    assert.equal(went.length, 3)
    assert.ok(phase.kind === 'stopped' && phase.told.code === 'seb-no-page')
  })

  test('that stands still shows why, and leaves the log of the machine alone', async () => {
    const { hall, machine, load } = sebHall('right')
    let cleared = false
    machine.log = { ...memoryLog(), clear: async () => void (cleared = true) }
    await (await load()).signIn('2026', '123456')
    await load()
    hall.seb = 'locked-integrity'
    const phase = phaseOf(await machine.open())
    assert.ok(phase.kind === 'stopped' && phase.told.code === 'locked-integrity')
    assert.equal(cleared, false)
  })
})

describe('the script interface of the browser', () => {
  const withBrowser = async (browser: typeof globalThis.SafeExamBrowser) => {
    globalThis.SafeExamBrowser = browser
    try {
      return await sebBrowser.hashes()
    } finally {
      globalThis.SafeExamBrowser = undefined
    }
  }
  const hash = 'a'.repeat(64)

  test('is asked to update where it must be, read where it need not, and absent elsewhere', async () => {
    assert.deepEqual(await withBrowser(undefined), { configKey: null, browserExamKey: null })
    assert.deepEqual(await withBrowser({}), { configKey: null, browserExamKey: null })
    assert.deepEqual(await withBrowser({ security: { configKey: hash, browserExamKey: hash } }), { configKey: hash, browserExamKey: hash })
    const older: { configKey?: string; updateKeys: (done: () => void) => void } = {
      updateKeys: done =>
        setTimeout(() => {
          older.configKey = hash
          done()
        }, 5),
    }
    assert.deepEqual(await withBrowser({ security: older }), { configKey: hash, browserExamKey: null })
    assert.equal((await withBrowser({ security: { configKey: 'not a hash' } })).configKey, null)
  })
})
