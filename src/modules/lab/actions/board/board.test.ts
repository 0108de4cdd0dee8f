import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Result } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must } from '../../../../platform/test-context.ts'
import { readWhole } from '../worlds/read-worlds.ts'
import { readOwnHints } from '../worlds/read-hints.ts'
import { type Stage, codeOf, solutionOf, stageOf, viewOf } from '../worlds/stage.test.ts'
import { readCards, readOneCard, sendCard } from './hint-cards.ts'
import { readOneBoard } from './read-board.ts'
import { closeOne, joinByCode, listOwn, openOne } from './workshops.ts'

let db: TestDatabase
let teacher: Stage
before(async () => {
  db = await testDatabase()
  teacher = stageOf(db, actorWith('teacher', { kind: 'institution', institution }, 'teacher-1'))
})
after(() => db.end())

const institution = '91012001'
const trainee = (id: string): Stage => stageOf(db, actorWith('candidate', { kind: 'person', person: 'self' }, id))
const ask = <T>(stage: Stage, body: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> => stage.tx<Result<T>>(body as never)

type Mode = 'practice' | 'guided' | 'explore'
async function workshop(mode: Mode = 'practice') {
  const body = { institution, name: '周三上午', task: 'L4-02', mode }
  const { workshopId, code } = must(await ask(teacher, tx => openOne(tx, { body }, teacher.ctx)))
  return { params: { institution, workshopId }, code }
}
const join = (who: Stage, code: string) => ask(who, tx => joinByCode(tx, { body: { code } }, who.ctx))
const boardOf = async (params: { institution: string; workshopId: string }, minutes = 5, later = 0) => {
  const ctx = { ...teacher.ctx, now: (teacher.ctx.now + later * 60_000) as typeof teacher.ctx.now }
  return must(await ask(teacher, tx => readOneBoard(tx, { params, query: { minutes } }, ctx)))
}
/** Acts as the trainee whose world it is. */
async function act(who: Stage, worldId: string, type: string, data: object = {}) {
  const { lastSeq } = await viewOf(who, worldId)
  return must(await who.say(worldId, type, data, { seq: lastSeq }))
}

test('a workshop is opened with a code, joined once a person, listed for its institution, and closed for good', async () => {
  const { params, code } = await workshop()
  assert.match(code, /^\d{6}$/)
  const [anna, ben] = [trainee('anna'), trainee('ben')]
  const first = must(await join(anna, code))
  assert.deepEqual(must(await join(anna, code)), first, 'joined again it is the same world')
  must(await join(ben, code))
  const listed = must(await ask(teacher, tx => listOwn(tx, {}, teacher.ctx)))
  assert.deepEqual([listed.institutions, listed.workshops[0]?.seats, listed.workshops[0]?.title], [[institution], 2, '商务邮件往来'])
  const elsewhere = stageOf(db, actorWith('teacher', { kind: 'institution', institution: '91003002' }))
  assert.deepEqual(must(await ask(elsewhere, tx => listOwn(tx, {}, elsewhere.ctx))).workshops, [])
  const closed = must(await ask(teacher, tx => closeOne(tx, { params }, teacher.ctx)))
  assert.deepEqual(must(await ask(teacher, tx => closeOne(tx, { params }, teacher.ctx))), closed)
  assert.equal(codeOf(await join(trainee('carl'), code)), 'code-unknown')
  assert.equal(codeOf(await join(trainee('carl'), '000000')), 'code-unknown')
  const card = await ask(teacher, tx => sendCard(tx, { params, body: { ownerId: null, text: '再看看规定' } }, teacher.ctx))
  assert.equal(codeOf(card), 'workshop-closed')
  const types = (await teacher.rows('select type from audit_entry where subject_id = $1 order by seq', [params.workshopId])).map(
    r => r['type'],
  )
  assert.deepEqual(types, ['lab-workshop-opened', 'lab-workshop-closed'])
})

test('the board tells who works, who is stuck on what, and who has handed in', async () => {
  const { params, code } = await workshop()
  assert.deepEqual((await boardOf(params)).rows, [])
  const [good, stuck] = [trainee('good'), trainee('stuck')]
  const goods = must(await join(good, code)).worldId
  const stucks = must(await join(stuck, code)).worldId
  await act(good, goods, 'desk.note.save', { id: null, text: '记' })
  for (let i = 0; i < 3; i++) assert.equal((await act(stuck, stucks, 'mail.send', { draft: 'M9', confirm: [] })).ok, false)
  const board = await boardOf(params, 5, 6)
  assert.equal(board.checks.length, 7)
  assert.deepEqual(
    board.rows.map(row => [row.ownerId, row.standing.kind, row.standing.times]),
    [
      ['good', 'idle', 0],
      ['stuck', 'stuck', 3],
    ],
  )
  const [common] = board.refusals
  assert.deepEqual([common?.app, common?.appName, common?.times, common?.trainees], ['mail', '电子邮件', 3, 1])
  assert.ok((common?.zh ?? '').length > 3)
  assert.equal((await boardOf(params, 10, 6)).rows[1]?.standing.kind, 'working', 'the minutes are a parameter')
  must(await good.submit(goods))
  const after = await boardOf(params, 5, 6)
  assert.equal(after.rows[0]?.standing.kind, 'submitted')
  assert.deepEqual([...new Set(after.rows[0]?.checks.map(c => c.state))].toSorted(), ['met', 'not'], 'handed in, nothing is still to come')
  assert.equal(after.rows[1]?.checks[0]?.state, 'not-yet')
})

test('the board follows a world through progress, a reset and another process, and agrees with a score from nothing', async () => {
  const { params, code } = await workshop()
  const anna = trainee('anna-2')
  const worldId = must(await join(anna, code)).worldId
  const got = async () => (await boardOf(params)).rows.map(row => [row.got, row.lap])
  const fresh = await got()
  await act(anna, worldId, 'desk.note.save', { id: null, text: '一' })
  assert.deepEqual(await got(), fresh)
  await act(anna, worldId, 'desk.task.reset')
  assert.deepEqual(await got(), [[fresh[0]?.[0], 2]])
  await act(anna, worldId, 'desk.note.save', { id: null, text: '二' })
  const board = await boardOf(params)
  const scored = must(await anna.submit(worldId)).score
  assert.deepEqual([board.rows[0]?.got, board.rows[0]?.max], [scored?.got, scored?.max])
})

test('a hint card comes to one or to all, is read by its person alone, and every sending is on record', async () => {
  const { params, code } = await workshop()
  let second = 0
  const send = (ownerId: string | null, text: string) => {
    const ctx = { ...teacher.ctx, now: (teacher.ctx.now + 1000 * ++second) as typeof teacher.ctx.now }
    return ask(teacher, tx => sendCard(tx, { params, body: { ownerId, text } }, ctx))
  }
  assert.equal(codeOf(await send(null, '没有人')), 'not-in-workshop')
  const [anna, ben] = [trainee('anna-3'), trainee('ben-3')]
  const annas = must(await join(anna, code)).worldId
  const bens = must(await join(ben, code)).worldId
  assert.deepEqual(must(await send('anna-3', '看《报价规定》')), { sent: 1 })
  assert.deepEqual(must(await send(null, '还有十分钟')), { sent: 2 })
  assert.equal(codeOf(await send('somebody', '？')), 'not-in-workshop')
  const cards = (who: Stage, worldId: string) => ask(who, tx => readCards(tx, { params: { worldId } }, who.ctx))
  const hers = must(await cards(anna, annas))
  assert.deepEqual([hers.live, hers.cards.map(c => c.text)], [true, ['看《报价规定》', '还有十分钟']])
  assert.equal(must(await cards(ben, bens)).cards.length, 1)
  assert.equal(codeOf(await cards(ben, annas)), 'world-not-found')
  assert.equal(codeOf(await cards(teacher, annas)), 'world-not-found', 'a card lies on the desktop of its person')
  const [{ cardId = '' } = {}] = hers.cards
  const read = must(await ask(anna, tx => readOneCard(tx, { params: { worldId: annas, cardId } }, anna.ctx)))
  assert.deepEqual(
    read.cards.map(c => c.readAt !== null),
    [true, false],
  )
  assert.equal(codeOf(await ask(ben, tx => readOneCard(tx, { params: { worldId: annas, cardId } }, ben.ctx))), 'world-not-found')
  assert.deepEqual(
    (await boardOf(params)).rows.map(r => r.cards),
    [
      { sent: 2, read: 1 },
      { sent: 1, read: 0 },
    ],
  )
  const facts = await teacher.rows(`select facts from audit_entry where subject_id = $1 and type = 'lab-hint-card-sent' order by seq`, [
    params.workshopId,
  ])
  assert.deepEqual(
    facts.map(f => (f['facts'] as { worlds: string[] }).worlds.length),
    [1, 2],
  )
})

test('a hint says what it costs before it is opened, is on the chain of the world, and comes off the marks with its reason', async () => {
  const me = trainee('person-1')
  const worldId = await me.open()
  const hints = () => ask(me, tx => readOwnHints(tx, { params: { worldId } }, me.ctx))
  const before = must(await hints()).hints
  const thread = before.find(h => h.check === 'people')
  assert.deepEqual([thread?.cost, thread?.text], [100, null])
  assert.ok(before.every(h => h.text === null))
  assert.equal((await act(me, worldId, 'desk.hint.open', { check: 'people' })).ok, true)
  const after = must(await hints()).hints
  const opened = after.find(h => h.check === 'people')
  assert.deepEqual(after.filter(h => h.text !== null).length, 1)
  assert.match(JSON.stringify(opened?.text), /陈立新/)
  assert.match(JSON.stringify(opened?.text?.steps), /发送邮件/)
  await act(me, worldId, 'desk.task.reset')
  assert.notEqual(must(await hints()).hints.find(h => h.check === 'people')?.text, null, 'what was read stays read')
  for (const { type, data } of solutionOf('seed-1')) assert.ok((await act(me, worldId, type, data as object)).ok, type)
  const score = must(await me.submit(worldId)).score
  const paid = score?.checks.find(c => c.id === 'people')
  assert.deepEqual([score?.got, paid?.got, paid?.status], [900, 100, 'partial'])
  assert.match(paid?.hint ?? '', /已打开提示，扣 1 分/)
  const [{ n } = {}] = await me.rows(`select count(*)::integer as n from lab_event where world_id = $1 and type = 'desk.hinted'`, [worldId])
  assert.equal(n, 1)
})

test('no hint is told or sold outside of practice, and to nobody but the owner', async () => {
  const me = trainee('person-1')
  for (const mode of ['final', 'module-quiz', 'guided', 'explore'] as const) {
    const worldId = await me.open({ mode })
    assert.equal(codeOf(await ask(me, tx => readOwnHints(tx, { params: { worldId } }, me.ctx))), 'world-closed-book', mode)
    const { refusal } = await act(me, worldId, 'desk.hint.open', { check: 'people' })
    assert.equal(refusal?.code, 'E_NO_HINTS', mode)
  }
  const worldId = await me.open({ institution })
  assert.equal(codeOf(await ask(teacher, tx => readOwnHints(tx, { params: { worldId } }, teacher.ctx))), 'world-not-found')
})

test('a teacher looks over the shoulder in training, never in a quiz or a final', async () => {
  const me = trainee('person-1')
  const looked = async (mode: 'practice' | 'module-quiz' | 'final'): Promise<string[]> => {
    const worldId = await me.open({ mode, institution })
    const asked = { params: { worldId }, query: { ownerId: 'person-1' } }
    const his = await ask(teacher, tx => readWhole(tx, asked, teacher.ctx))
    return [codeOf(his), codeOf(await ask(me, tx => readWhole(tx, { params: { worldId }, query: {} }, me.ctx)))]
  }
  assert.deepEqual(await looked('practice'), ['ok', 'ok'])
  assert.deepEqual(await looked('module-quiz'), ['world-closed-book', 'ok'])
  assert.deepEqual(await looked('final'), ['world-closed-book', 'ok'])
})
