import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import type { Exchange } from '../../actions/hall/peer/exchange-state.ts'
import { tellRound } from '../../actions/hall/peer/exchange.ts'
import { openPair } from '../../actions/hall/peer/pair.ts'
import { PeerSilent } from '../../actions/hall/peer/send.ts'
import { armSite, readState, saveEvents, tellPeerActs, tellPeerEvents, tellPeerSite, tellPeerState } from '../../contract.ts'
import { ARM_BY_TWO, type RehearsalSite, openRehearsalSite } from '../rehearsal-site.test.ts'

let base: TestDatabase
let site: RehearsalSite
before(async () => {
  base = await testDatabase()
  site = await openRehearsalSite(base.database)
  await site.install()
  await site.openPapers()
  await site.call(armSite, { as: 'manager', body: ARM_BY_TWO })
  site.at(1)
})
after(() => base.end())

/** An exchange whose peer is played: it tells how it is, takes acts, and does with events what `takes` says. */
function exchangeWith(takes: () => unknown): Exchange {
  const nothing = {
    dirty: new Map(),
    beyond: new Set<string>(),
    beatsTold: new Map(),
    torn: new Set<string>(),
    unreadable: new Set<string>(),
    hearTime: () => undefined,
    setInStep: () => undefined,
  }
  const never = {
    sweptAt: -Infinity,
    stateAt: -Infinity,
    actsAt: -Infinity,
    eventsAt: -Infinity,
    beatsAt: -Infinity,
    foreignUntil: -Infinity,
  }
  return {
    ...nothing,
    ...never,
    ports: site.ports,
    startedAt: 0,
    complete: false,
    actsClear: false,
    kept: null,
    peerDiskId: null,
    peerStartedAt: null,
    send: async ({ path, value }) => {
      if (path === tellPeerState.path)
        return { ...(value as object), name: 'B', diskId: '0b7f6a52-7f0e-4e0c-9d0a-6a2d3c4b5e6f', number: 2, disks: [] }
      if (path === tellPeerActs.path) return { foreign: [] }
      if (path === tellPeerSite.path) return { reaches: [], torn: [] }
      assert.equal(path, tellPeerEvents.path)
      return takes()
    },
  }
}

test('nothing is acknowledged for the pair before the peer has said that it holds it', async () => {
  const link = await openPair(site.ports, { name: 'A', peer: 'http://127.0.0.1:9', hearTime: () => undefined })
  assert.equal(link?.view().state, 'away')
  await link?.stop()
  const { attemptId, token } = await site.working(1)
  const events = [1, 2].map(seq => ({ seq, itemId: 'item-s1', kind: 'respond', value: { version: 2, optionId: `o${seq}` }, clientMs: seq }))
  const pairOf = async () => {
    const told = await site.call(readState, { token, params: { attemptId } })
    return (told.body as { stored: { through: number; pair: number | null }[] }).stored.map(one => [one.through, one.pair])
  }
  const epoch = (await site.call(readState, { token, params: { attemptId } })).body as { epoch: number }
  assert.equal((await site.call(saveEvents, { token, params: { attemptId }, body: { epoch: epoch.epoch, events } })).status, 200)
  assert.deepEqual(await pairOf(), [[2, 0]], 'null would tell the machine that this server alone is final')
  const silent = exchangeWith(() => {
    throw new PeerSilent('away')
  })
  await assert.rejects(() => tellRound(silent), PeerSilent)
  assert.deepEqual(await pairOf(), [[2, 0]], 'sent is not confirmed')
  await tellRound(exchangeWith(() => ({ foreign: [{ attemptId, epoch: epoch.epoch }], held: [] })))
  assert.deepEqual(await pairOf(), [[2, 0]], 'what does not stand at the peer is not confirmed')
  const heard = exchangeWith(() => ({ foreign: [], held: [] }))
  while (await tellRound(heard));
  assert.deepEqual(await pairOf(), [[2, 2]])
})
