import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { SiteRoster } from '../../src/modules/delivery/contract.ts'
import { hashPassword } from '../../src/platform/password.ts'
import { type Cable, layCable } from './cable.ts'
import { type Console, type Told, call, signIn } from './calls.ts'
import { PASS, SITTING, hallRoster, installPlainly, makeFolder, ticketOf } from './hall.ts'
import { type Machine, type Record, enter, openRecord, start } from './machine.ts'
import { type ServerName, destroyDisk, freePort, gone, killDatabase, killSite, startSite } from './site-process.ts'

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

type Order = { readonly seats: number; readonly papersAtB?: boolean; readonly roster?: (roster: SiteRoster) => SiteRoster }

export async function openPairSite({ seats, papersAtB = true, roster: change = roster => roster }: Order): Promise<PairSite> {
  const root = mkdtempSync(join(tmpdir(), 'zhiheng-pair-'))
  makeFolder(root)
  const roster = change(hallRoster(seats, await hashPassword(PASS)))
  const [portA, portB] = [await freePort(), await freePort()]
  const cables = [await layCable(portB), await layCable(portA)] as const
  const launch = (at: number) =>
    startSite({ name: NAMES[at as 0 | 1], folder: join(root, NAMES[at as 0 | 1]), port: at === 0 ? portA : portB, peer: cables[at as 0 | 1].address })
  const begun: Server[] = []
  for (const at of [0, 1]) {
    const folder = join(root, NAMES[at as 0 | 1])
    makeFolder(folder)
    const child = await launch(at)
    await installPlainly(folder, roster, at === 0 || papersAtB)
    begun.push({ name: NAMES[at as 0 | 1], folder, port: at === 0 ? portA : portB, child, console: {} })
  }
  const servers = begun as unknown as readonly [Server, Server]
  const addresses = [`http://127.0.0.1:${portA}`, `http://127.0.0.1:${portB}`] as const
  const serverAt = (at: number) => servers[at as 0 | 1]
  const addressOf = (at: number) => addresses[at as 0 | 1]
  const record = openRecord()
  const site: PairSite = {
    servers,
    addresses,
    record,
    cables,
    roster,
    kill: (at, what) => killSite(serverAt(at).child, serverAt(at).folder, what),
    restart: async at => void (serverAt(at).child = await launch(at)),
    replaceDisk: async at => {
      const { folder, name } = serverAt(at)
      destroyDisk(folder)
      record.entries.push({ kind: 'destroyed', at: performance.now() - record.since, what: 'server', name: String(NAMES.indexOf(name)) })
      makeFolder(folder)
      await site.restart(at)
      await installPlainly(folder, roster)
      serverAt(at).console = await signIn(addressOf(at), 'manager', PASS)
    },
    cut: () => cables.forEach(cable => cable.cut()),
    mend: () => cables.forEach(cable => cable.mend()),
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
    close: async () => {
      for (const { child, folder } of servers) {
        child.kill('SIGTERM')
        await Promise.race([gone(child), pause(8_000)])
        if (child.exitCode === null) await killSite(child, folder, 'machine')
        killDatabase(folder)
      }
      for (const cable of cables) await cable.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
  try {
    await settled(site, 20_000)
    for (const at of [0, 1]) serverAt(at).console = await signIn(addressOf(at), 'manager', PASS)
    const armed = await call(`${addressOf(0)}/api/delivery/hall/arming`, { headers: servers[0].console, body: {}, patienceMs: 10_000 })
    if (armed.status !== 200) throw new Error(`arming: ${armed.code}`)
    return site
  } catch (error) {
    await site.close()
    throw error
  }
}

async function seatOne(site: PairSite, n: number, at: number): Promise<Machine> {
  const door = await site.act(at, 'check-ins', { ticketNumber: ticketOf(n) })
  if (door.status !== 200) throw new Error(`check-in of ${n}: ${door.status} ${door.code}`)
  const entryCode = String(door.body['entryCode'])
  const machine = await enter(site.record, site.addresses, { at, ticketNumber: ticketOf(n), entryCode, by: `machine-${n}` })
  const started = await start(site.record, machine)
  if (started.status !== 200) throw new Error(`start of ${n}: ${started.status} ${started.code}`)
  return machine
}

async function settled(site: PairSite, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs
  for (let quiet = 0; quiet < 2; ) {
    const peers = await Promise.all([site.peerOf(0), site.peerOf(1)])
    quiet = peers.every(peer => peer?.state === 'paired' && peer.waiting === 0) ? quiet + 1 : 0
    if (performance.now() > until) throw new Error(`the servers do not agree: ${JSON.stringify(peers)}`)
    await pause(quiet > 0 ? 700 : 100)
  }
}
