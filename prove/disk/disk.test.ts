import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { roundsWith } from '../hall/run/hall-rounds.ts'
import { runDisk } from './rounds.ts'

test('a full disk is told with a time to come again, no save is acknowledged that is not there, and space that comes back is used', async () => {
  const round = (await roundsWith(runDisk, { defects: ['none'], seats: 8 })).get('none')
  assert.deepEqual([round?.breaches, round?.faults], [[], []])
  assert.ok((round?.checked ?? 0) > 50)
})

describe('what a careless change would do on a full disk is found', async () => {
  const run = (order: Parameters<typeof runDisk>[0]) => runDisk({ ...order, standIn: true, noticedMs: 1_500, patienceMs: 4_000 })
  const defects = ['said-ok-when-full', 'broken-when-full', 'never-recovers']
  const rounds = roundsWith(run, { defects, seats: 8 })
  test('said-ok-when-full', async () => {
    assert.ok(((await rounds).get('said-ok-when-full')?.lost ?? 0) > 0)
  })
  test('broken-when-full', async () => {
    assert.ok((await rounds).get('broken-when-full')?.faults.some(fault => fault.includes('without a time')))
  })
  test('never-recovers', async () => {
    assert.ok((await rounds).get('never-recovers')?.faults.some(fault => fault.includes('after space had come back')))
  })
})
