import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { openDatabase } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { createLog } from '../../../../platform/log.ts'
import { actorWith, must } from '../../../../platform/test-context.ts'
import { stateHash } from '../../core/world/engine.ts'
import { brokenAt } from '../../core/world/replay.ts'
import { labEngine } from '../engine.ts'
import { aloneWith, holdWorld, hydrateWorld, letGo, wholeWorld, worldsAtHand } from './hold-world.ts'
import { openOwn } from './open-world.ts'
import { type Stage, codeOf, done, person, stageOf, viewOf } from './stage.test.ts'

let db: TestDatabase
let stage: Stage
before(async () => {
  db = await testDatabase()
  stage = stageOf(db)
})
after(() => db.end())

const OWNER = 'person-1'
const note = (text: string): [string, unknown] => ['desk.note.save', { id: null, text }]
const later = (value: number): [string, unknown] => ['desk.clock.advance', { mode: 'by', value }]

test('a person opens worlds to train in; quizzes and finals are opened for them, and a task that is not there is refused', async () => {
  const open = (task: string, mode: 'explore' | 'guided' | 'practice' | 'final' | 'module-quiz') =>
    db.database.transact(tx => openOwn(tx, { body: { task, mode } }, stage.ctx))
  const seeds = []
  for (const mode of ['guided', 'guided', 'practice', 'practice', 'explore'] as const) {
    const { worldId } = must(await open('L4-02', mode))
    const { setup } = JSON.parse(
      `{"setup":${String((await stage.rows('select setup from lab_world where world_id = $1', [worldId]))[0]?.['setup'])}}`,
    )
    seeds.push(setup.seed)
  }
  assert.equal(seeds[0], seeds[1], 'the demonstration is the same for all')
  assert.equal(new Set(seeds).size, 4, 'practice is new each time')
  assert.deepEqual([codeOf(await open('L4-02', 'final')), codeOf(await open('L4-02', 'module-quiz'))], ['mode-not-open', 'mode-not-open'])
  assert.equal(codeOf(await open('L4-77', 'practice')), 'task-not-found')
})

test('a command is in the store when it is answered: one batch of events in one chain, one entry', async () => {
  const worldId = await stage.open()
  const before = await stage.seqOf(worldId)
  const { ok, seq, reply, captions, view } = await done(stage.say(worldId, ...note('问仓库')))
  assert.deepEqual([ok, seq, reply, captions.length], [true, before + 1, null, 1])
  assert.match(captions[0] ?? '', /王芳保存便笺 N1001$/)
  assert.match(JSON.stringify(view), /问仓库/)
  const [kept] = await stage.rows('select type, by_ref from lab_event where world_id = $1 order by seq desc limit 1', [worldId])
  assert.deepEqual(kept, { type: 'desk.noteSaved', by_ref: 'clerk' })
  const world = await db.database.transact(tx => wholeWorld(tx, { ownerId: OWNER, worldId }))
  assert.equal(brokenAt(labEngine, world.setup, world.events), null)
})

test('a refusal changes nothing and is kept, an old view is told so and sees the new one', async () => {
  const worldId = await stage.open()
  const seq = await stage.seqOf(worldId)
  const refused = await done(stage.say(worldId, 'desk.answer.set', { field: 'nix', value: '1' }))
  assert.deepEqual([refused.ok, refused.refusal?.code, refused.seq], [false, 'E_NO_FIELD', seq])
  assert.equal(await stage.seqOf(worldId), seq)
  await done(stage.say(worldId, ...note('一')))
  const stale = await done(stage.say(worldId, ...note('二'), { seq }))
  assert.deepEqual([stale.refusal?.code, stale.seq], ['E_STALE', seq + 1])
  assert.match(JSON.stringify(stale.view), /"text":"一"/)
  const entries = await stage.rows('select entry, from_seq from lab_entry where world_id = $1 order by entry', [worldId])
  assert.deepEqual(
    entries.map(e => [e['entry'], e['from_seq']]),
    [
      [1, seq],
      [2, seq],
      [3, seq + 1],
    ],
  )
})

test('a command sent again gets its first reply: from memory, after a restart, and long afterwards', async () => {
  const worldId = await stage.open()
  const place = { ownerId: OWNER, worldId }
  const seq = await stage.seqOf(worldId)
  const first = await done(stage.say(worldId, ...note('一次'), { id: 'once', seq }))
  const again = async () => {
    const { view: _now, due: _due, ...reply } = await done(stage.say(worldId, ...note('另一次'), { id: 'once', seq }))
    return reply
  }
  const { view: _view, due: _due, ...expected } = first
  assert.deepEqual(await again(), expected)
  letGo(db.database, place)
  assert.deepEqual(await again(), expected)
  const wrong = await done(stage.say(worldId, 'desk.answer.set', { field: 'nix', value: '1' }, { id: 'wrong' }))
  for (let i = 0; i < 45; i++) await stage.say(worldId, 'desk.answer.set', { field: 'nix', value: '1' })
  assert.deepEqual(await again(), expected)
  const still = await done(stage.say(worldId, ...note('不做'), { id: 'wrong' }))
  assert.deepEqual(still.refusal, wrong.refusal, 'a refusal too, though nothing has happened since')
  const notes = await stage.rows(`select count(*)::integer as n from lab_event where world_id = $1 and type = 'desk.noteSaved'`, [worldId])
  assert.deepEqual(notes, [{ n: 1 }])
})

test('many commands at once, from two processes, happen one after the other in one whole chain', async () => {
  const worldId = await stage.open()
  const place = { ownerId: OWNER, worldId }
  const other = openDatabase({ config: db.config, log: createLog('silent') })
  const elsewhere = stageOf({ database: other })
  const sendAll = (from: Stage, name: string) =>
    Promise.all(
      Array.from({ length: 8 }, async (_, i) => {
        for (let tries = 0; tries < 60; tries++) {
          const outcome = await from.say(worldId, ...note(`${name}${i}`), { id: `${name}${i}-${tries}` })
          if (outcome.ok && outcome.value.ok) return true
          assert.ok(outcome.ok ? outcome.value.refusal?.code === 'E_STALE' : outcome.refusal.code === 'world-busy', codeOf(outcome))
        }
        return false
      }),
    )
  const sent = await Promise.all([sendAll(stage, 'a'), sendAll(elsewhere, 'b')])
  await other.end()
  assert.ok(sent.flat().every(Boolean))
  const world = await db.database.transact(tx => wholeWorld(tx, place))
  assert.equal(brokenAt(labEngine, world.setup, world.events), null)
  assert.equal(world.events.filter(e => e.type === 'desk.noteSaved').length, 16)
})

test('one id sent twice at once by two processes is done once', async () => {
  const worldId = await stage.open()
  const other = openDatabase({ config: db.config, log: createLog('silent') })
  const elsewhere = stageOf({ database: other })
  for (let i = 0; i < 10; i++) {
    const seq = await stage.seqOf(worldId)
    const both = await Promise.all([stage, elsewhere].map(at => at.say(worldId, ...note(`${i}`), { id: `twice-${i}`, seq })))
    assert.deepEqual(both.map(codeOf), ['ok', 'ok'])
    const replies = both.map(one => (one.ok ? [one.value.ok, one.value.seq, one.value.reply] : []))
    assert.deepEqual(replies[0], replies[1])
  }
  await other.end()
  assert.deepEqual(
    await stage.rows(`select count(*)::integer as n from lab_event where world_id = $1 and type = 'desk.noteSaved'`, [worldId]),
    [{ n: 10 }],
  )
})

test('a world taken up from snapshot and tail is the world that was left, to the byte, over resets too', async () => {
  const command = fc.oneof(
    { weight: 8, arbitrary: fc.string({ maxLength: 12 }).map(note) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4000 }).map(later) },
    { weight: 1, arbitrary: fc.constant(['desk.task.reset', {}] as [string, unknown]) },
    { weight: 1, arbitrary: fc.constant(['desk.task.rewind', { to: 3 }] as [string, unknown]) },
    { weight: 1, arbitrary: fc.constant(['net.open', { url: 'http://files.yunqi.lab.test/' }] as [string, unknown]) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 14 }), fc.nat({ max: 13 }), async (commands, restart) => {
      const worldId = await stage.open()
      const place = { ownerId: OWNER, worldId }
      for (const [i, [type, data]] of commands.entries()) {
        if (i === restart) letGo(db.database, place)
        await done(stage.say(worldId, type, data))
      }
      const held = await holdWorld(db.database, place)
      const cold = await db.database.transact(tx => hydrateWorld(tx, place))
      const folded = await db.database.transact(tx => wholeWorld(tx, place))
      assert.ok(held !== undefined && 'world' in held && cold !== undefined && 'world' in cold)
      assert.equal(JSON.stringify(cold.world.state), JSON.stringify(held.world.state))
      assert.equal(stateHash(labEngine, folded.state), stateHash(labEngine, held.world.state))
    }),
    { numRuns: 12 },
  )
})

test('after two hundred events a snapshot is written, and a reset behind it still finds its beginning', async () => {
  const worldId = await stage.open()
  const place = { ownerId: OWNER, worldId }
  for (let i = 0; i < 205; i++) await done(stage.say(worldId, ...note(`${i}`)))
  const [snapshot] = await stage.rows('select seq from lab_snapshot where world_id = $1', [worldId])
  assert.ok(Number(snapshot?.['seq']) >= 200)
  letGo(db.database, place)
  const { lap } = await viewOf(stage, worldId)
  assert.equal(lap, 1)
  const [before] = await stage.rows('select seq, state from lab_snapshot where world_id = $1', [worldId])
  const { ok, view } = await done(stage.say(worldId, 'desk.task.reset', {}))
  assert.ok(ok)
  assert.deepEqual((view as { apps: { desk: { notes: unknown[] } } }).apps.desk.notes, [])
  letGo(db.database, place)
  await done(stage.say(worldId, ...note('第二遍')))
  assert.equal((await viewOf(stage, worldId)).lap, 2)
  // the server died before the snapshot after the reset was on the disk
  await stage.rows('update lab_snapshot set seq = $2, state = $3 where world_id = $1', [worldId, before?.['seq'], before?.['state']])
  letGo(db.database, place)
  const { lap: still, view: shown } = await viewOf(stage, worldId)
  assert.equal(still, 2)
  assert.deepEqual(
    (shown as { apps: { desk: { notes: { text: string }[] } } }).apps.desk.notes.map(n => n.text),
    ['第二遍'],
  )
})

test('a world of another build is read by nobody here, and nobody acts in it', async () => {
  const worldId = await stage.open()
  await stage.rows(`update lab_world set pins = replace(pins, '1.0.0', '0.9.0') where world_id = $1`, [worldId])
  assert.equal(codeOf(await stage.say(worldId, ...note('一'))), 'version-changed')
})

test('a world is its owner’s: to everybody else it is not there', async () => {
  const worldId = await stage.open()
  for (const actor of [actorWith('candidate', { kind: 'person', person: 'x' }), actorWith('national-officer'), actorWith('teacher')]) {
    const stranger = stageOf(db, actor)
    assert.equal(codeOf(await stranger.say(worldId, ...note('一'))), 'world-not-found')
    assert.equal(codeOf(await stranger.submit(worldId)), 'world-not-found')
  }
  assert.equal(codeOf(await stageOf(db, { kind: 'public' }).say(worldId, ...note('一'))), 'not-signed-in')
})

test('memory holds worlds up to its bound, and a world is worked at by one command at a time', async () => {
  assert.ok(worldsAtHand(db.database).things > 0)
  const order: number[] = []
  const place = { ownerId: OWNER, worldId: 'any' }
  const slow = (n: number, ms: number) =>
    aloneWith(db.database, place, async () => {
      await new Promise(resolve => setTimeout(resolve, ms))
      order.push(n)
    })
  await Promise.all([
    slow(1, 20),
    aloneWith(db.database, place, () => Promise.reject(new Error('broken'))).catch(() => order.push(2)),
    slow(3, 1),
  ])
  assert.deepEqual(order, [1, 2, 3])
  assert.equal(person.kind, 'person')
})
