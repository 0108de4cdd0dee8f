import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { COMMON_REFUSALS } from './app/common-refusals.ts'
import type { LabApp } from './app/define-app.ts'
import type { FactValue } from './app/lab-app.ts'
import { machineFaults } from './app/machine.ts'
import type { Play } from './app/play.ts'
import { type Played, engineOf, perform, setupOf } from './app/stage.test.ts'
import { LAB_APPS } from './registry.ts'
import { RUNS } from './runs.test.ts'
import { canonical, hiddenIn } from './world/canonical.ts'
import { stateHash } from './world/engine.ts'
import { brokenAt, replay } from './world/replay.ts'
import { commandId } from './world/ids.ts'
import type { LabEvent } from './world/state.ts'
import { captionOf } from './world/view.ts'
import { openWorld, submit } from './world/world.ts'

const engine = engineOf()
const CHINESE = /[\u4e00-\u9fff]/

/** What the contract asks of an app and its runs; every fault as one line. Given an app and plays, so that it can be tried on a broken one. */
export function contractFaults(app: LabApp, played: readonly { readonly play: Play; readonly done: Played }[]): string[] {
  const events = played.flatMap(({ done }) => done.world.events).filter(e => e.type.startsWith(`${app.id}.`))
  const happened = new Set(events.map(e => e.type.slice(app.id.length + 1)))
  const trace = played.flatMap(({ done }) => done.world.trace).filter(t => t.type.startsWith(`${app.id}.`))
  const obeyed = new Set(trace.filter(t => t.reply.ok).map(t => t.type.slice(app.id.length + 1)))
  const refused = new Set(trace.flatMap(t => (t.reply.ok ? [] : [t.reply.refusal.code])))
  const declared = new Set(Object.values(app.commands).flatMap(c => c.refusals))
  return [
    ...Object.keys(app.events)
      .filter(e => !happened.has(e))
      .map(e => `event ${e} happens in no run`),
    ...Object.entries(app.commands)
      .filter(([name, c]) => c.who !== 'agent' && !obeyed.has(name))
      .map(([name]) => `command ${name} is obeyed in no run`),
    ...[...declared].filter(code => !refused.has(code)).map(code => `refusal ${code} is reached in no run`),
    ...[...declared]
      .filter(code => app.refusals[code] === undefined && COMMON_REFUSALS[code] === undefined)
      .map(code => `refusal ${code} has no text`),
    ...Object.keys(app.refusals)
      .filter(code => !declared.has(code))
      .map(code => `text of ${code} belongs to no command`),
    ...[...refused]
      .filter(code => !declared.has(code) && COMMON_REFUSALS[code] === undefined)
      .map(code => `${code} was given and is declared nowhere`),
    ...Object.entries({ ...app.refusals })
      .filter(([, zh]) => !CHINESE.test(zh))
      .map(([code]) => `text of ${code} is not Chinese`),
    ...Object.values(app.commands)
      .filter(c => !CHINESE.test(c.zh))
      .map(c => `${c.zh} is no Chinese name`),
    ...Object.entries(app.machines).flatMap(([name, machine]) => machineFaults(machine).map(fault => `machine ${name}: ${fault}`)),
    ...Object.entries(app.ports)
      .filter(([, command]) => app.commands[command] === undefined)
      .map(([port]) => `port ${port} leads nowhere`),
    ...factFaults(app, played),
    ...trapFaults(app, played),
    ...consequenceFaults(app, played),
  ]
}

function fits(value: FactValue | undefined, type: string): boolean {
  if (value === undefined) return false
  if (value === null) return true
  const wanted: Readonly<Record<string, string>> = { text: 'string', prose: 'string', number: 'number', time: 'number', yes: 'boolean' }
  return type === 'list' ? Array.isArray(value) && value.every(v => typeof v === 'string') : typeof value === wanted[type]
}

function factFaults(app: LabApp, played: readonly { readonly done: Played }[]): string[] {
  const states = played.flatMap(({ done }) => done.worlds.map(w => w.state))
  return Object.entries(app.facts).flatMap(([name, fact]) => {
    const rows = states.flatMap(state =>
      state.apps[app.id] === undefined ? [] : fact.rows(state.apps[app.id] as never).map(row => ({ row, seq: state.seq })),
    )
    const wrong = rows.find(
      ({ row, seq }) => row.seq > seq || Object.entries(fact.fields).some(([field, { type }]) => !fits(row[field], type)),
    )
    const extra = rows.find(({ row }) => Object.keys(row).some(key => key !== 'seq' && fact.fields[key] === undefined))
    return [
      ...(rows.length === 0 ? [`fact ${name} has no row in any run`] : []),
      ...(wrong === undefined ? [] : [`fact ${name}: a row is not as declared: ${canonical(wrong.row)}`]),
      ...(extra === undefined ? [] : [`fact ${name}: a row says more than declared: ${canonical(extra.row)}`]),
    ]
  })
}

function trapFaults(app: LabApp, played: readonly { readonly play: Play; readonly done: Played }[]): string[] {
  return Object.entries(app.traps).flatMap(([name, trap]) => {
    const faults = played.flatMap(({ play, done }) => {
      const seqs = done.worlds.flatMap(w => (w.state.apps[app.id] === undefined ? [] : trap.sprung(w.state.apps[app.id] as never)))
      const expected = play.springs?.includes(name) === true
      return seqs.length > 0 === expected ? [] : [`trap ${name} was ${expected ? 'not ' : ''}sprung in “${play.name}”`]
    })
    return played.some(({ play }) => play.springs?.includes(name)) ? faults : [`trap ${name} is sprung in no run`, ...faults]
  })
}

/** The events a consequence rests on, nearest first. */
function causesOf(events: readonly LabEvent[], event: LabEvent): LabEvent[] {
  const bySeq = new Map(events.map(e => [e.seq, e]))
  const path: LabEvent[] = []
  for (let at = bySeq.get(event.cause); at !== undefined; at = bySeq.get(at.cause)) path.push(at)
  return path
}

function consequenceFaults(app: LabApp, played: readonly { readonly play: Play; readonly done: Played }[]): string[] {
  const entries = Object.entries(app.consequences)
  const unproved = entries.filter(([name, { cause, effect }]) => {
    const runs = played.filter(({ play }) => play.follows?.includes(name))
    return (
      runs.length === 0 ||
      runs.some(({ done: { world } }) => {
        const personas = world.setup.scenario.personas.map(p => String(p.id))
        return !world.events.some(
          e => e.type === effect && causesOf(world.events, e).some(c => c.type === cause && personas.includes(c.by) && c.at < e.at),
        )
      })
    )
  })
  return [
    ...(entries.length < 3 ? [`only ${entries.length} consequences`] : []),
    ...unproved.map(([name]) => `consequence ${name} does not follow from the person's own act in every run that says so`),
  ]
}

/** Tokens of hidden values, and the names of hidden fields, that were shown. */
export function leaks(play: Play, done: Played): string[] {
  const states = done.worlds.map(w => w.state.apps)
  const secrets = hiddenIn([states, play.agents ?? []])
    .map(canonical)
    .join(' ')
  const tokens = [...new Set(secrets.match(/TAINT-\d+/g) ?? [])]
  const names = [...new Set([...canonical(states).matchAll(/"(\w+)":\{"hidden":/g)].map(m => m[1] ?? ''))]
  const views = canonical(done.views)
  return [
    ...tokens.filter(token => done.shown.includes(token)),
    ...names.filter(name => views.includes(`"${name}":`)).map(name => `field ${name}`),
  ]
}

const playedOf = (id: string): { play: Play; done: Played }[] => (RUNS[id] ?? []).map(play => ({ play, done: perform(play) }))
const PLAYED = Object.fromEntries(Object.keys(LAB_APPS).map(id => [id, playedOf(id)]))

test('every folder of an app is in the registry, under its own name, and has runs', () => {
  const folders = readdirSync(new URL('../apps', import.meta.url)).sort()
  assert.deepEqual(Object.keys(LAB_APPS).sort(), folders)
  for (const [id, app] of Object.entries(LAB_APPS)) {
    assert.equal(app.id, id)
    assert.match(app.version, /^\d+\.\d+\.\d+$/)
    assert.ok((RUNS[id] ?? []).length >= 3, `${id} has runs`)
    assert.ok(app.requires.every(other => LAB_APPS[other] !== undefined))
  }
})

for (const [id, app] of Object.entries(LAB_APPS)) {
  const played = PLAYED[id] ?? []

  test(`${id}: everything it declares is reached: commands, events, refusals, facts, traps, consequences`, () => {
    assert.deepEqual(contractFaults(app, played), [])
  })

  test(`${id}: each run replays to the same bytes, and its chain is whole`, () => {
    for (const { play, done } of played) {
      const setup = setupOf(play)
      assert.equal(stateHash(engine, replay(engine, setup, done.world.events)), stateHash(engine, done.world.state), play.name)
      assert.equal(brokenAt(engine, setup, done.world.events), null)
      assert.equal(stateHash(engine, perform(play).world.state), stateHash(engine, done.world.state), 'played again')
    }
  })

  test(`${id}: nothing hidden is shown`, () => {
    for (const { play, done } of played) assert.deepEqual(leaks(play, done), [], play.name)
    assert.ok(played.some(({ play }) => canonical(play.apps).includes('TAINT-') || canonical(play.agents ?? []).includes('TAINT-')))
  })

  test(`${id}: every event has its line of Chinese, filled`, () => {
    for (const { done } of played) {
      for (const event of done.world.events.filter(e => e.type.startsWith(`${id}.`))) {
        const at = { engine, setup: done.world.setup }
        const seen = at.setup.scenario.personas.map(p => captionOf(at, event, p.id)).find(line => line !== null)
        const def = app.events[event.type.slice(id.length + 1)]
        const line = seen ?? (def?.shown === undefined ? '' : def.caption(event.data as never, { ...event, who: '系统' }))
        assert.match(line, CHINESE, event.type)
        assert.doesNotMatch(line, /undefined|\[object|NaN|\n/)
      }
      for (const reply of done.replies) if (!reply.ok) assert.doesNotMatch(reply.refusal.zh, /\{\w+\}|undefined/)
    }
  })

  test(`${id}: timers come with at least one agent`, () => {
    assert.ok(Object.keys(app.agents).length + Object.keys(app.policies).length >= 2)
  })
}

test('the contract finds what is missing or wrong in an app', () => {
  const net = LAB_APPS['net'] as LabApp
  const played = PLAYED['net'] ?? []
  const faultsOf = (change: Partial<LabApp>): string[] => contractFaults({ ...net, ...change }, played)
  const [command] = Object.values(net.commands)
  const plants: readonly [Partial<LabApp>, RegExp][] = [
    [{ events: { ...net.events, never: net.events['visited'] as never } }, /event never happens in no run/],
    [{ commands: { ...net.commands, never: { ...command, who: 'persona' } as never } }, /command never is obeyed in no run/],
    [
      { commands: { ...net.commands, open: { ...net.commands['open'], refusals: ['E_NEW'] } as never } },
      /refusal E_NEW is reached in no run[\s\S]*E_NEW has no text/,
    ],
    [{ refusals: { ...net.refusals, E_IDLE: '闲置' } }, /text of E_IDLE belongs to no command/],
    [{ refusals: { ...net.refusals, E_URL: 'Bad address' } }, /E_URL is not Chinese/],
    [{ machines: { domain: { initial: 'a', states: { a: { zh: '甲', on: { go: 'b' } } }, triggers: { go: '去' } } } }, /no state b/],
    [
      {
        facts: {
          ...net.facts,
          visit: { ...net.facts['visit'], rows: () => [{ url: 1, host: 'h', warned: '', proceeded: false, seq: 1 }] } as never,
        },
      },
      /fact visit: a row is not as declared/,
    ],
    [{ facts: { ...net.facts, visit: { ...net.facts['visit'], rows: () => [] } as never } }, /fact visit has no row/],
    [{ traps: { ...net.traps, warning: { zh: '', sprung: () => [] } } }, /trap warning was not sprung/],
    [{ traps: { ...net.traps, warning: { zh: '', sprung: () => [1] } } }, /trap warning was sprung in “a careful hour/],
    [
      { consequences: { live: { zh: '', cause: 'net.visited', effect: 'net.recordLive' } } },
      /only 1 consequences[\s\S]*live does not follow/,
    ],
    [{ ports: { away: 'nothing' } }, /port away leads nowhere/],
  ]
  for (const [change, fault] of plants) assert.match(faultsOf(change).join('\n'), fault)
})

test('the taint test finds a secret in a view, a refusal or a caption, and a hidden field under its own name', () => {
  const net = LAB_APPS['net'] as LabApp
  const [play] = RUNS['net'] as readonly [Play]
  const leaky = (change: Partial<LabApp>): string[] => {
    const engineWith = engineOf({ ...LAB_APPS, net: { ...net, ...change } })
    return leaks(play, perform(play, engineWith))
  }
  type Slice = { ftp: Record<string, { password: { hidden: string } }>; sites: Record<string, { imitates: { hidden: string | null } }> }
  const passwordOf = (s: unknown): string => (s as Slice).ftp['ftp.lab.test']?.password.hidden ?? ''
  assert.deepEqual(leaky({ view: s => ({ help: passwordOf(s) }) }), ['TAINT-9003'])
  assert.deepEqual(leaky({ view: s => ({ imitates: (s as unknown as Slice).sites['www.lab.test']?.imitates.hidden ?? null }) }), [
    'field imitates',
  ])
  const visited = { ...net.events['visited'], caption: () => '密码是 TAINT-9003' } as never
  assert.deepEqual(leaky({ events: { ...net.events, visited } }), ['TAINT-9003'])
  assert.deepEqual(leaky({ refusals: { ...net.refusals, E_DUP: '密码是 TAINT-9003' } }), ['TAINT-9003'])
})

test('the steps of all runs in any order keep every invariant, throw nothing and replay to the same bytes', () => {
  const all = Object.values(RUNS).flat()
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.infiniteStream(fc.nat()), (play, picks) => {
      const setup = setupOf(play)
      let world = openWorld(engine, setup)
      for (let i = 0; i < 25; i++) {
        const [type, data] = play.steps[picks.next().value % play.steps.length] as Play['steps'][number]
        world = submit(engine, world, { id: commandId(`r${i}`), type, data, expectedSeq: world.state.seq }).world
      }
      assert.deepEqual(
        world.trace.filter(t => t.alarm !== null),
        [],
      )
      assert.equal(stateHash(engine, replay(engine, setup, world.events)), stateHash(engine, world.state))
      const again = JSON.parse(canonical(world.state)) as typeof world.state
      assert.equal(stateHash(engine, again), stateHash(engine, world.state), 'written and read back')
    }),
    { numRuns: 60 },
  )
})
