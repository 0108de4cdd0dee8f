import assert from 'node:assert/strict'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { call } from './calls.ts'
import { differences } from './finals.ts'
import { resume, saveOnce } from './machine.ts'
import { type PairSite, openPairSite } from './pair-site.ts'

const LONG = { timeout: 180_000 }
let site: PairSite
before(async () => (site = await openPairSite({ seats: 2, secure: true })), LONG)
after(() => site?.close())

test('two servers over HTTPS hold the same; a machine is told where the other one is', LONG, async () => {
  assert.match(site.addresses[0], /^https:/)
  const machine = await site.seat(1, 0)
  await saveOnce(site.record, machine)
  await site.settled()
  machine.at = 1
  const told = await resume(site.record, machine)
  assert.equal(told.status, 200)
  assert.equal(told.body['peerAddress'], site.cables[1].address.replace('http', 'https'))
  assert.deepEqual(await differences(site.servers[0].folder, site.servers[1].folder), [])
  const standing = await call(`${site.addresses[0]}/api/delivery/hall/standing`)
  assert.equal(standing.body['peer'], 'reached')
})

test('a server that was not given the authority of its hall does not take the other one for its peer, and says so', LONG, async () => {
  const { folder } = site.servers[1]
  await site.kill(1, 'server')
  renameSync(join(folder, 'tls', 'authority.crt'), join(folder, 'authority.crt'))
  await site.restart(1)
  await pause(1_500)
  assert.equal((await site.peerOf(1))?.state, 'away')
  const standing = await call(`${site.addresses[1]}/api/delivery/hall/standing`)
  assert.equal(standing.body['peer'], 'lost')
  await site.kill(1, 'server')
  renameSync(join(folder, 'authority.crt'), join(folder, 'tls', 'authority.crt'))
  await site.restart(1)
  await site.settled()
})
