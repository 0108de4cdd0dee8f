import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must } from '../../../../platform/test-context.ts'
import { checkOneself } from './act-in-world.ts'
import { letGo } from './hold-world.ts'
import { readAllScores, readStep, readSteps, readStory, readWholeTrace } from './look-back.ts'
import { examSeed } from './open-world.ts'
import { download, listOfPerson, listOffered, readOneApp, readWhole } from './read-worlds.ts'
import { type Stage, codeOf, done, solutionOf, stageOf, viewOf } from './stage.test.ts'

let db: TestDatabase
let stage: Stage
before(async () => {
  db = await testDatabase()
  stage = stageOf(db)
})
after(() => db.end())

const institution = '91012001'
const teacher = (place = institution) => stageOf(db, actorWith('teacher', { kind: 'institution', institution: place }))
const whose = { ownerId: 'person-1' }
const run = <T>(body: Parameters<Stage['tx']>[0]): Promise<T> => stage.tx(body)

async function solve(worldId: string, seed = 'seed-1', mode: 'practice' | 'guided' | 'final' = 'practice', steps = 99): Promise<void> {
  for (const { type, data } of solutionOf(seed, mode).slice(0, steps)) {
    const { ok, refusal } = await done(stage.say(worldId, type, data))
    assert.ok(ok, `${type}: ${refusal?.zh}`)
  }
}

test('the tasks on offer say what they ask and give nothing away', async () => {
  const { tasks } = must(await run<Awaited<ReturnType<typeof listOffered>>>(tx => listOffered(tx, {}, stage.ctx)))
  const mail = tasks.find(t => t.task === 'L4-02')
  assert.deepEqual(
    [mail?.title, mail?.marks, mail?.minutes, mail?.apps.map(a => a.zh)],
    ['商务邮件往来', 10, 10, ['工作台', '网络与终端', '电子邮件']],
  )
  assert.doesNotMatch(JSON.stringify(tasks), /reference|mistakes|checks|secret/)
})

test('a solved task is submitted and scored, with evidence for each check; sent again it comes to the same', async () => {
  const worldId = await stage.open()
  await solve(worldId)
  const first = must(await stage.submit(worldId, 'hand'))
  assert.equal(first.score?.got, 1000)
  assert.deepEqual(
    first.score?.checks.map(c => [c.id, c.status]),
    ['thread', 'people', 'sheet', 'words', 'notice', 'floor', 'tidy'].map(id => [id, 'full']),
  )
  const [witness = 0] = first.score?.checks[0]?.witness ?? []
  assert.ok(witness > 0 && witness < first.seq)
  letGo(db.database, { ownerId: 'person-1', worldId })
  const again = must(await stage.submit(worldId, 'hand'))
  assert.deepEqual([again.score, again.head, again.seq], [first.score, first.head, first.seq])
  assert.equal((await stage.rows('select count(*)::integer as n from lab_score where world_id = $1', [worldId]))[0]?.['n'], 1)
  const entries = await stage.rows(`select type, facts from audit_entry where subject_id = $1 order by seq`, [worldId])
  assert.deepEqual(
    entries.map(e => e['type']),
    ['lab-world-opened', 'lab-world-submitted'],
  )
  const anchored = (entries[1] ?? {})['facts'] as { head: string }
  assert.equal(anchored.head, first.head, 'the head of the chain is anchored in the audit log')
})

test('a task taken up again and submitted again is scored anew, and both scores stay', async () => {
  const worldId = await stage.open()
  await solve(worldId, 'seed-1', 'practice', 7)
  must(await stage.submit(worldId))
  await done(stage.say(worldId, 'desk.task.reopen'))
  await done(stage.say(worldId, 'desk.task.reset'))
  await solve(worldId)
  must(await stage.submit(worldId))
  const read = must(
    await run<Awaited<ReturnType<typeof readAllScores>>>(tx => readAllScores(tx, { params: { worldId }, query: {} }, stage.ctx)),
  )
  assert.deepEqual(
    read.scores.map(s => [s.kind, s.lap, s.got]),
    [
      ['submission', 1, 800],
      ['submission', 2, 1000],
    ],
  )
  assert.match(read.scores[0]?.checks.find(c => c.id === 'notice')?.actual ?? '', /没有找到/)
})

test('a world that is not submitted has no score, and a refused submission says why', async () => {
  const worldId = await stage.open()
  must(await stage.submit(worldId))
  const twice = must(await stage.submit(worldId))
  assert.deepEqual([twice.ok, twice.refusal?.code, twice.score], [false, 'E_STATE', null])
})

test('in a final nothing of the marks is told, and neither hints nor the past', async () => {
  const seed = examSeed(stage.ctx, { secret: 'exam-1', ownerId: 'person-1', task: 'L4-02' })
  assert.equal(seed, examSeed(stage.ctx, { secret: 'exam-1', ownerId: 'person-1', task: 'L4-02' }))
  assert.notEqual(seed, examSeed(stage.ctx, { secret: 'exam-1', ownerId: 'person-2', task: 'L4-02' }))
  const worldId = await stage.open({ mode: 'final', seed, institution })
  await solve(worldId, seed, 'final')
  const submitted = must(await stage.submit(worldId))
  assert.deepEqual([submitted.ok, submitted.score], [true, null])
  assert.equal((await stage.rows('select got from lab_score where world_id = $1', [worldId]))[0]?.['got'], 1000)
  const asked = { params: { worldId }, query: {} }
  const closed = [
    await stage.tx(tx => readAllScores(tx, asked, stage.ctx)),
    await stage.tx(tx => readWholeTrace(tx, { ...asked, query: { from: 1 } }, stage.ctx)),
    await stage.tx(tx => readStory(tx, asked, stage.ctx)),
    await stage.tx(tx => readStep(tx, { params: { worldId, seq: 1 }, query: {} }, stage.ctx)),
    await stage.tx(tx => readSteps(tx, { params: { worldId } }, stage.ctx)),
    await checkOneself({ params: { worldId } }, stage.ctx),
  ]
  assert.deepEqual(
    closed.map(outcome => codeOf(outcome as never)),
    Array(6).fill('world-closed-book'),
  )
  const his = teacher()
  assert.equal(codeOf(await his.tx(tx => readAllScores(tx, { params: { worldId }, query: whose }, his.ctx))), 'ok')
})

test('a teacher reads the worlds opened for the own institution, no others, and acts in none', async () => {
  const worldId = await stage.open({ institution })
  const alone = await stage.open()
  const asked = (id: string) => ({ params: { worldId: id }, query: whose })
  const [own, other] = [teacher(), teacher('91003002')]
  assert.equal(codeOf(await own.tx(tx => readWhole(tx, asked(worldId), own.ctx))), 'ok')
  assert.equal(codeOf(await own.tx(tx => readWhole(tx, asked(alone), own.ctx))), 'world-not-found', 'who trains alone is nobody’s pupil')
  assert.equal(codeOf(await other.tx(tx => readWhole(tx, asked(worldId), other.ctx))), 'world-not-found')
  const listed = must(await own.tx<Awaited<ReturnType<typeof listOfPerson>>>(tx => listOfPerson(tx, { query: whose }, own.ctx)))
  assert.ok(listed.worlds.some(w => w.worldId === worldId) && !listed.worlds.some(w => w.worldId === alone))
  assert.equal(codeOf(await other.tx(tx => listOfPerson(tx, { query: whose }, other.ctx))), 'world-not-found')
  assert.equal(codeOf(await own.say(worldId, 'desk.task.mark', { marked: true })), 'world-not-found')
  const manager = stageOf(db, actorWith('institution-manager', { kind: 'institution', institution }))
  assert.equal(codeOf(await manager.tx(tx => readWhole(tx, asked(worldId), manager.ctx))), 'world-not-found')
})

test('who practises may look at the checks five times a lap', async () => {
  const worldId = await stage.open()
  const check = () => checkOneself({ params: { worldId } }, stage.ctx)
  assert.deepEqual([must(await check()).left, must(await check()).left], [4, 4], 'nothing has happened since: the same look')
  for (let i = 3; i >= 0; i--) {
    await done(stage.say(worldId, 'desk.note.save', { id: null, text: `${i}` }))
    const { left, score } = must(await check())
    assert.deepEqual([left, score.kind, score.got], [i, 'self-check', 0])
  }
  await done(stage.say(worldId, 'desk.note.save', { id: null, text: 'x' }))
  assert.equal(codeOf(await check()), 'self-checks-used')
  await done(stage.say(worldId, 'desk.task.reset'))
  assert.equal(must(await check()).left, 4, 'a new lap, new looks')
})

test('the replay tells the story in Chinese, shows the world at any event, and sees a changed past', async () => {
  const worldId = await stage.open()
  const asked = { params: { worldId }, query: {} }
  await done(stage.say(worldId, 'desk.note.save', { id: null, text: '先记一笔' }))
  await done(stage.say(worldId, 'desk.task.reset'))
  await done(stage.say(worldId, 'desk.note.save', { id: null, text: '再记一笔' }))
  const story = must(await run<Awaited<ReturnType<typeof readStory>>>(tx => readStory(tx, asked, stage.ctx)))
  assert.ok(story.whole && story.captions.every(c => /[\u4e00-\u9fff]/.test(c.caption)))
  const notes = story.captions.filter(c => c.caption.includes('保存便笺'))
  assert.deepEqual(
    notes.map(c => [c.lap, c.own]),
    [
      [1, true],
      [2, true],
    ],
  )
  const at = async (seq: number) =>
    JSON.stringify(
      must(await run<Awaited<ReturnType<typeof readStep>>>(tx => readStep(tx, { params: { worldId, seq }, query: {} }, stage.ctx))).view,
    )
  assert.match(await at(notes[0]?.seq ?? 0), /先记一笔/)
  assert.doesNotMatch(await at(notes[1]?.seq ?? 0), /先记一笔/)
  const beyond = await stage.tx(tx => readStep(tx, { params: { worldId, seq: story.last + 1 }, query: {} }, stage.ctx))
  assert.equal(codeOf(beyond as never), 'step-not-found')
  await stage.rows(`update lab_event set data = replace(data, '先记', '后记') where world_id = $1`, [worldId])
  const forged = must(await run<Awaited<ReturnType<typeof readStory>>>(tx => readStory(tx, asked, stage.ctx)))
  assert.equal(forged.whole, false)
})

test('the trace holds what was tried, refusals with their words', async () => {
  const worldId = await stage.open()
  await done(stage.say(worldId, 'mail.send', { draft: 'D9' }))
  await done(stage.say(worldId, 'desk.task.mark', { marked: true }))
  const { entries } = must(
    await run<Awaited<ReturnType<typeof readWholeTrace>>>(tx => readWholeTrace(tx, { params: { worldId }, query: { from: 1 } }, stage.ctx)),
  )
  assert.deepEqual(
    entries.map(e => [e.type, e.ok, e.refusal === null]),
    [
      ['mail.send', false, false],
      ['desk.task.mark', true, true],
    ],
  )
  assert.deepEqual([entries[1]?.zh, entries[1]?.by], ['标记本题', 'clerk'])
  assert.match(entries[0]?.refusal?.zh ?? '', /[\u4e00-\u9fff]/)
})

test('the steps of the guided mode, done as they stand, bring every mark', async () => {
  const worldId = await stage.open({ mode: 'guided', seed: 'demonstration' })
  const { steps } = must(await run<Awaited<ReturnType<typeof readSteps>>>(tx => readSteps(tx, { params: { worldId } }, stage.ctx)))
  assert.equal(steps.length, 10)
  for (const { type, data, expect } of steps) {
    const { ok, captions } = await done(stage.say(worldId, type, data))
    assert.deepEqual([ok, captions], [true, expect])
  }
  assert.equal(must(await stage.submit(worldId)).score?.got, 1000)
  const practice = await stage.open()
  assert.equal(codeOf((await stage.tx(tx => readSteps(tx, { params: { worldId: practice } }, stage.ctx))) as never), 'world-closed-book')
})

test('an app is shown to the persona that has it; what is hidden stays inside', async () => {
  const worldId = await stage.open()
  const app = async (name: string) =>
    stage.tx<Awaited<ReturnType<typeof readOneApp>>>(tx => readOneApp(tx, { params: { worldId, app: name }, query: {} }, stage.ctx))
  assert.equal(must(await app('mail')).persona, 'clerk')
  for (const name of ['pki', 'toString', '__proto__']) assert.equal(codeOf(await app(name)), 'app-not-found', name)
  const { view, brief, apps } = await viewOf(stage, worldId)
  assert.match(brief, /商|报价/)
  assert.deepEqual(
    apps.map(a => a.id),
    ['desk', 'net', 'mail'],
  )
  assert.doesNotMatch(JSON.stringify(view), /"hidden"/)
})

test('a letter is taken out as a file that any mail program opens, and only one’s own', async () => {
  const worldId = await stage.open()
  await done(stage.say(worldId, 'desk.clock.advance', { mode: 'by', value: 600 }))
  const { view } = await viewOf(stage, worldId)
  const id = (view as { apps: { mail: { messages: { id: string }[] } } }).apps.mail.messages[0]?.id ?? ''
  const get = (app: string, file: string) =>
    stage.tx<Awaited<ReturnType<typeof download>>>(tx => download(tx, { params: { worldId, app, file } }, stage.ctx))
  const file = must(await get('mail', id))
  assert.deepEqual([file.mediaType, file.fileName, file.inline], ['message/rfc822', `${id}.eml`, undefined])
  assert.match(file.bytes.toString('utf8'), /^(?:[\w-]+: .*\r\n(?: .*\r\n)*)+\r\n/)
  for (const [app, name] of [
    ['mail', 'M9999'],
    ['desk', id],
    ['pki', 'x'],
    ['constructor', 'x'],
  ] as const)
    assert.equal(codeOf(await get(app, name)), 'file-not-found')
})
