import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { testContext } from '../../../../platform/test-context.ts'
import { recordDigests } from '../../actions/record/record-digests.ts'
import { signAsPeer } from '../../actions/site/peer-word.ts'
import { readSite, statementText } from '../../contract.ts'
import type { Statement } from '../../core/record/judge-record.ts'
import { respond } from '../rehearsal-result.test.ts'
import { type Built, type PairDay, openPairDay } from './rehearsal-pair-day.test.ts'

let day: PairDay
before(async () => void (day = await openPairDay()))
after(() => day?.end())

describe('two servers of one site', () => {
  test('armed at one is armed at the other; both hold both logs, and build the same tree to the letter', async () => {
    const { pair, works, save, linesAt } = day
    assert.equal((await save(pair.a, works[0], [respond(1, 'item-s1', 'option-1-0'), respond(2, 'item-s2', 'option-2-1')])).status, 200)
    assert.equal((await save(pair.b, works[1], [respond(1, 'item-s1', 'option-1-1')])).status, 200)
    await pair.settled()
    assert.equal((await pair.b.site.call(readSite)).body['state'], 'running')
    const [atA, atB] = [await linesAt(pair.a), await linesAt(pair.b)]
    assert.deepEqual(atA, atB)
    assert.equal(recordDigests.rootOf(atA), recordDigests.rootOf(atB))
    const chains = new Set(
      atA
        .join('')
        .match(/"chain":"[AB]\d\/[0-9a-f]"/g)
        ?.map(one => one.slice(9, 11)),
    )
    assert.deepEqual([...chains].toSorted(), ['A1', 'B2'], 'what either server wrote about the attempts')
  })

  test('close: the other server builds the tree anew, and signs; the centre takes it as kept by both', async () => {
    const { pair, build, ingest } = day
    pair.at(150)
    const built = await build(pair.a)
    assert.equal(built.status, 200, JSON.stringify(built.body))
    const { signers, servers, resultId } = built.body as Built
    assert.deepEqual([signers, servers], [['server-1', 'server-2', 'site-manager'], 'both'])
    assert.deepEqual((await build(pair.a)).body, built.body, 'the same again is the package that is there')
    assert.equal((await pair.b.site.call(readSite)).body['state'], 'closed', 'closed at one is closed at the other')
    assert.deepEqual(await ingest(pair.a, resultId), { code: 'ok', servers: 'both' })
  })

  test('signs for its own site only, and no statement that leaves it out; a false root is not signed', async () => {
    const { pair } = day
    const { rows } = await pair.a.site.ports.database.statement({ text: 'select statement from result_package', values: [] })
    const statement = rows[0]?.['statement'] as Statement
    const ask = (changes: Partial<Statement>) => {
      const asked = { statement: { ...statement, ...changes }, whole: [], attempts: [] }
      const { ports } = pair.b.site
      return ports.database.transact(tx => signAsPeer(tx, testContext(ports), pair.b.place, asked))
    }
    for (const changes of [{ siteCode: '91012002' }, { servers: 'peer-away' as const }, { servers: 'one' as const }]) {
      const refused = await ask(changes)
      assert.equal(refused.ok ? '' : refused.refusal.code, 'result-of-another-site')
    }
    for (const changes of [{ stateDigest: 'b'.repeat(64) }, { root: hash('sha256', 'x', 'hex') }, { lines: 2 }]) {
      const other = await ask(changes)
      assert.equal(other.ok && other.value.kind, 'differs')
    }
    const same = await ask({})
    assert.equal(same.ok && same.value.kind, 'word')
    assert.match(statementText(statement), /"servers":"both"/)
  })

  test('an event that only one of them holds is found, and named by its seat; it is not signed', async () => {
    const { pair, works, build } = day
    await pair.settled()
    const gone = await pair.b.site.ports.database.statement({
      text: 'delete from response_event where attempt_id = $1 and seq = 2 returning item_id',
      values: [works[0].attemptId],
    })
    assert.equal(gone.rows.length, 1)
    const built = await build(pair.a)
    assert.equal(built.code, 'result-peer-differs')
    const { fields, zh } = (built.body as { error: { fields: { path: string; zh: string }[]; zh: string } }).error
    assert.deepEqual(fields, [
      { path: `${works[0].attemptId}.events`, zh: '第一考场 1：作答记录不一致。', en: '第一考场 1: events differ.' },
    ])
    assert.match(zh, /1处不一致/)
  })

  test('people may go on without it: the result says so itself', async () => {
    const alone = await day.build(day.pair.a, { alone: true })
    assert.equal(alone.status, 200, JSON.stringify(alone.body))
    const { signers, servers } = alone.body as Built
    assert.deepEqual([signers, servers], [['server-1', 'site-manager'], 'peer-differs'])
  })

  test('a peer that is gone is not passed over in silence', async () => {
    const { pair, build, ingest } = day
    await pair.leave(pair.b)
    await pair.b.site.app.close()
    const built = await build(pair.a)
    assert.equal(built.code, 'result-peer-away')
    const { servers, resultId } = (await build(pair.a, { alone: true })).body as Built
    assert.equal(servers, 'peer-away')
    assert.equal((await ingest(pair.a, resultId)).servers, 'both', 'what came in first stays')
    await pair.leave(pair.a)
    assert.equal(((await build(pair.a)).body as Built).servers, 'one', 'a site that is kept by one server says so')
  })
})
