import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { createLog } from '../../../../platform/log.ts'
import { must } from '../../../../platform/test-context.ts'
import { examDocumentOf, scoreExamWorld, worldRecordOf } from '../../../lab/index.ts'
import { attemptResponses } from '../../actions/attempt-responses.ts'
import { recordDigests } from '../../actions/record/record-digests.ts'
import { carryOutCommand, openItemWorld, reEnterPaper, readArming } from '../../contract.ts'
import type { AttemptLine } from '../../core/record/record.ts'
import { PACKAGE, SITTING, WORLD_ITEM, aPracticalPackage } from '../../fixtures.ts'
import type { SealedSite } from '../rehearsal-sealed.test.ts'
import { type Built, type PairDay, type Work, openPairDay } from './rehearsal-pair-day.test.ts'

const TASK = 'L4-02'
type Place = { readonly epoch: number; readonly seq: number }
type Shown = { readonly world: { readonly lastSeq: number; readonly view: unknown }; readonly through: Place | null }
type Seen = { readonly seq: number; readonly after: Place | null }

let day: PairDay
before(async () => {
  const document = must(examDocumentOf(createLog('silent'), TASK))
  const paper = aPracticalPackage(text => hash('sha256', text, 'hex'), { task: TASK, document: document.sha256, packageId: PACKAGE })
  day = await openPairDay({ paper, document })
})
after(() => day?.end())

const at = ({ attemptId }: Work) => ({ attemptId, itemId: WORLD_ITEM })
async function open({ site }: SealedSite, work: Work): Promise<Shown> {
  const reply = await site.call(openItemWorld, { token: work.token, params: at(work) })
  assert.equal(reply.status, 200, reply.code ?? '')
  return reply.body
}
const note = (seq: number, text: string, { seq: expectedSeq, after: rests }: Seen) => ({
  seq,
  itemId: WORLD_ITEM,
  kind: 'command',
  clientMs: seq,
  value: { type: 'desk.note.save', data: { id: null, text }, expectedSeq, after: rests },
})
async function act(where: SealedSite, work: Work, [seq, text]: readonly [number, string], seen: Seen): Promise<Seen> {
  assert.equal((await day.save(where, work, [note(seq, text, seen)])).status, 200)
  const reply = await where.site.call(carryOutCommand, { token: work.token, params: at(work), body: { epoch: work.epoch, seq } })
  assert.equal(reply.status, 200, reply.code ?? '')
  const { outcome, through } = reply.body as { outcome: { ok: boolean; view: { seq: number } }; through: Place }
  assert.ok(outcome.ok)
  return { seq: outcome.view.seq, after: through }
}
const seenIn = ({ world, through }: Shown): Seen => ({ seq: world.lastSeq, after: through })
const recordAt = ({ site }: SealedSite, { attemptId }: Work) =>
  site.inTx(tx => worldRecordOf(tx, { ownerId: attemptId, worldId: WORLD_ITEM }))

/** The page goes on at the other server in an entry of its own. */
async function moveTo({ site }: SealedSite, work: Work): Promise<Work> {
  const entered = await site.call(reEnterPaper, { token: work.token, params: { attemptId: work.attemptId } })
  assert.equal(entered.status, 200, entered.code ?? '')
  const { token, state } = entered.body as { token: string; state: { epoch: number } }
  return { attemptId: work.attemptId, token, epoch: state.epoch }
}

describe('worlds at two servers', () => {
  test('the documents came with the papers, and arming says so', async () => {
    for (const one of [day.pair.a, day.pair.b]) {
      const { findings } = (await one.site.call(readArming, { as: 'manager' })).body as {
        findings: { code: string; verdict: string; zh: string }[]
      }
      const found = findings.find(finding => finding.code === 'laboratory')
      assert.deepEqual([found?.verdict, found?.zh], ['fulfilled', '实验操作题1道，任务文件齐全'])
    }
  })

  test('what was done at one is there at the other: the same world to the byte', async () => {
    const { pair, works } = day
    const [work] = works
    let seen = seenIn(await open(pair.a, work))
    for (const [n, text] of ['备忘壹', '备忘贰', '备忘叁'].entries()) seen = await act(pair.a, work, [n + 1, text], seen)
    await pair.settled()
    const there = await open(pair.b, work)
    assert.deepEqual(there.through, { epoch: work.epoch, seq: 3 })
    assert.equal(there.world.lastSeq, seen.seq)
    assert.equal(await recordAt(pair.b, work), await recordAt(pair.a, work))
  })

  test('cut apart, a candidate goes on at the other one; healed, both carry out the same line', async () => {
    const { pair, works } = day
    const [work] = works
    const before = seenIn(await open(pair.a, work))
    await pair.leave(pair.a)
    await pair.leave(pair.b)
    // a step that only A holds, and its page is lost with it
    await act(pair.a, work, [4, '备忘肆'], before)
    const moved = await moveTo(pair.b, work)
    const there = seenIn(await open(pair.b, moved))
    assert.deepEqual(there.after, before.after, 'B knows nothing of the fourth step')
    await act(pair.b, moved, [1, '备忘伍'], there)
    await pair.join()
    await pair.settled()
    // the newer entry went on without having seen the step of the older one
    const healed = await open(pair.a, moved)
    assert.deepEqual(healed.through, { epoch: moved.epoch, seq: 1 })
    const view = JSON.stringify(healed.world.view)
    assert.ok(view.includes('备忘叁') && view.includes('备忘伍') && !view.includes('备忘肆'))
    await open(pair.b, moved)
    assert.equal(await recordAt(pair.b, work), await recordAt(pair.a, work))
  })

  test('a step that rests on one that has not arrived is refused in words, and carried out when it has', async () => {
    const { pair, works } = day
    const [, work] = works
    const first = await act(pair.b, work, [1, '甲'], seenIn(await open(pair.b, work)))
    const second = await act(pair.b, work, [2, '乙'], first)
    await pair.settled()
    await pair.leave(pair.a)
    await pair.leave(pair.b)
    const third = await act(pair.b, work, [3, '丙'], second)
    // the page turns to A and brings what it did last, but the step before is on its way between the servers
    const moved = await moveTo(pair.a, work)
    assert.equal((await day.save(pair.a, moved, [note(1, '丁', third)])).status, 200)
    const refused = await pair.a.site.call(openItemWorld, { token: moved.token, params: at(moved) })
    assert.equal(refused.code, 'world-behind')
    await pair.join()
    await pair.settled()
    const healed = await open(pair.a, moved)
    assert.deepEqual(healed.through, { epoch: moved.epoch, seq: 1 })
    assert.ok(JSON.stringify(healed.world.view).includes('丙'))
  })

  test('the result holds every record under its root, both sign, and the centre scores what was done', async () => {
    const { pair, works, build, linesAt, ingest, centre } = day
    pair.at(150)
    const built = await build(pair.a)
    assert.equal(built.status, 200, JSON.stringify(built.body))
    assert.equal((built.body as Built).servers, 'both')
    const lines = await linesAt(pair.a)
    assert.equal(recordDigests.rootOf(await linesAt(pair.b)), recordDigests.rootOf(lines))
    const record = (await recordAt(pair.a, works[0])) ?? assert.fail('no world')
    const line = lines
      .map(one => JSON.parse(one) as AttemptLine)
      .find(one => one.line === 'attempt' && one.attempt.id === works[0].attemptId)
    const [world] = line?.worlds ?? []
    assert.deepEqual([world?.commands, world?.aside, world?.sha256], [4, 1, hash('sha256', record, 'hex')])
    assert.deepEqual(await ingest(pair.a, (built.body as Built).resultId), { code: 'ok', servers: 'both' })
    const place = { ownerId: works[0].attemptId, worldId: WORLD_ITEM }
    await centre.database.transact(async tx => {
      assert.equal(await worldRecordOf(tx, place), record)
      assert.ok((await scoreExamWorld(tx, place)).ok)
      const marked = await attemptResponses(tx, { sittingId: SITTING, attemptId: works[0].attemptId as never })
      const given = (marked?.responses.get(WORLD_ITEM) ?? assert.fail('no response')) as { worldRun: { commands: number } }
      assert.equal(given.worldRun.commands, 4)
    })
  })
})
