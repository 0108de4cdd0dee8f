import { type ChildProcess, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { trustAuthority } from '../../src/apps/site/tls.ts'
import type { SiteRoster } from '../../src/modules/delivery/contract.ts'
import { hashPassword } from '../../src/platform/password.ts'
import { type Cable, layCable } from './cable.ts'
import { type Console, type Told, call, signIn } from './calls.ts'
import { PASS, SITTING, hallRoster, installPlainly, makeFolder, ticketOf } from './hall.ts'
import { type Machine, type Record, enter, openRecord, start } from './machine.ts'
import { type ServerName, destroyDisk, freePort, gone, killSite, startSite } from './site-process.ts'

const CLI = fileURLToPath(new URL('../../src/apps/cli/main.ts', import.meta.url))
export const NAMES: readonly [ServerName, ServerName] = ['A', 'B']
type Server = { readonly name: ServerName; readonly folder: string; readonly port: number; child: ChildProcess; console: Console }

/** Two site servers as processes, with a cable between them that can be cut, and a roster on both. */
export type PairSite = {
  readonly servers: readonly [Server, Server]
  readonly addresses: readonly [string, string]
  readonly record: Record
  readonly cables: readonly [Cable, Cable]
  readonly roster: SiteRoster
  kill(at: number, what: 'server' | 'machine'): Promise<void>
  restart(at: number): Promise<void>
  /** The disk of a killed server is gone; it comes back empty, with roster and papers from the stick. */
  replaceDisk(at: number): Promise<void>
  cut(): void
  mend(): void
  /** Checks the n-th candidate in at one server, enters and starts. */
  seat(n: number, at: number): Promise<Machine>
  act(at: number, path: string, body: object): Promise<Told>
  peerOf(at: number): Promise<{ readonly state: string; readonly waiting: number } | null>
  /** Until both say that the other holds everything. */
  settled(withinMs?: number): Promise<void>
  close(): Promise<void>
}

type Base = Pick<PairSite, 'servers' | 'addresses' | 'record' | 'cables' | 'roster'> & {
  readonly root: string
  readonly launch: (at: number) => Promise<ChildProcess>
}

/** `secure`: both speak HTTPS with certificates that the command line made, and trust nothing but their authority for it. */
export type PairOrder = { readonly seats: number; readonly secure?: boolean }

/** Starts both servers with a roster and papers for so many candidates, armed. */
export async function openPairSite(order: PairOrder): Promise<PairSite> {
  const site = controls(await launchBoth(order))
  try {
    await settled(site, 20_000)
    for (const at of [0, 1]) site.servers[at as 0 | 1].console = await signIn(site.addresses[at as 0 | 1], 'manager', PASS)
    const headers = site.servers[0].console
    const armed = await call(`${site.addresses[0]}/api/delivery/hall/arming`, {
      headers,
      body: { witness: { staffId: 'engineer', passPhrase: PASS } },
      patienceMs: 10_000,
    })
    if (armed.status !== 200) throw new Error(`arming: ${armed.code}`)
    await pause(1_500)
    return site
  } catch (error) {
    await site.close()
    throw error
  }
}

async function launchBoth({ seats, secure = false }: PairOrder): Promise<Base> {
  const root = mkdtempSync(join(tmpdir(), 'zhiheng-pair-'))
  makeFolder(root)
  const roster = hallRoster(seats, await hashPassword(PASS))
  const ports = [await freePort(), await freePort()] as const
  const cables = [await layCable(ports[1]), await layCable(ports[0])] as const
  const scheme = secure ? 'https' : 'http'
  const placeOf = (at: 0 | 1) => {
    const peer = cables[at].address.replace('http', scheme)
    return { name: NAMES[at], folder: join(root, NAMES[at]), port: ports[at], peer }
  }
  if (secure) makeCertificates(NAMES.map(name => join(root, name)))
  const begin = async (at: 0 | 1): Promise<Server> => {
    const place = placeOf(at)
    makeFolder(place.folder)
    const child = await startSite(place)
    await installPlainly(place.folder, roster)
    return { ...place, child, console: {} }
  }
  const servers = [await begin(0), await begin(1)] as const
  const addresses = [`${scheme}://127.0.0.1:${ports[0]}`, `${scheme}://127.0.0.1:${ports[1]}`] as const
  return { root, servers, addresses, cables, roster, record: openRecord(), launch: at => startSite(placeOf(at as 0 | 1)) }
}

/** As a site engineer does it: made once, and the same folder at both servers. This process trusts the authority as a machine of the hall does. */
function makeCertificates(folders: readonly string[]): void {
  const [first = '', ...others] = folders
  folders.forEach(makeFolder)
  const words = [CLI, 'key', 'tls', '--name', '示范考点', '--host', '127.0.0.1', '--data', first]
  const made = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  for (const folder of others) cpSync(join(first, 'tls'), join(folder, 'tls'), { recursive: true })
  trustAuthority(first)
}

function controls(base: Base): PairSite {
  const serverAt = (at: number) => base.servers[at as 0 | 1]
  const addressOf = (at: number) => base.addresses[at as 0 | 1]
  const site: PairSite = {
    ...base,
    kill: (at, what) => killSite(serverAt(at).child, serverAt(at).folder, what),
    restart: async at => void (serverAt(at).child = await base.launch(at)),
    replaceDisk: at => replaceDisk(site, at),
    cut: () => base.cables.forEach(cable => cable.cut()),
    mend: () => base.cables.forEach(cable => cable.mend()),
    seat: (n, at) => seatOne(site, n, at),
    act: (at, path, body) =>
      call(`${addressOf(at)}/api/delivery/hall/sittings/${SITTING}/${path}`, {
        headers: serverAt(at).console,
        body: { actId: randomUUID(), ...body },
        patienceMs: 10_000,
      }),
    peerOf: async at => {
      const told = await call(`${addressOf(at)}/api/delivery/hall/site`)
      return (told.body['peer'] ?? null) as { state: string; waiting: number } | null
    },
    settled: (withinMs = 30_000) => settled(site, withinMs),
    close: () => close(base),
  }
  return site
}

async function replaceDisk(site: PairSite, at: number): Promise<void> {
  const server = site.servers[at as 0 | 1]
  destroyDisk(server.folder)
  site.record.entries.push({ kind: 'destroyed', at: performance.now() - site.record.since, what: 'server', name: String(at) })
  makeFolder(server.folder)
  await site.restart(at)
  await installPlainly(server.folder, site.roster)
  server.console = await signIn(site.addresses[at as 0 | 1], 'manager', PASS)
}

async function close({ servers, cables, root }: Base): Promise<void> {
  for (const { child, folder } of servers) {
    child.kill('SIGTERM')
    await Promise.race([gone(child), pause(8_000)])
    await killSite(child, folder, 'machine')
  }
  for (const cable of cables) await cable.close()
  rmSync(root, { recursive: true, force: true })
}

async function seatOne(site: PairSite, n: number, at: number): Promise<Machine> {
  const door = await site.act(at, 'check-ins', { ticketNumber: ticketOf(n) })
  if (door.status !== 200) throw new Error(`check-in of ${n}: ${door.status} ${door.code}`)
  const entryCode = String(door.body['entryCode'])
  const machine = await enter(site.addresses, { at, ticketNumber: ticketOf(n), entryCode, by: `machine-${n}` })
  const started = await start(machine)
  if (started.status !== 200) throw new Error(`start of ${n}: ${started.status} ${started.code}`)
  return machine
}

async function settled(site: PairSite, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs
  for (let quiet = 0; quiet < 2;) {
    const peers = await Promise.all([site.peerOf(0), site.peerOf(1)])
    quiet = peers.every(peer => peer?.state === 'paired' && peer.waiting === 0) ? quiet + 1 : 0
    if (performance.now() > until) throw new Error(`the servers do not agree: ${JSON.stringify(peers)}`)
    await pause(quiet > 0 ? 700 : 100)
  }
}
