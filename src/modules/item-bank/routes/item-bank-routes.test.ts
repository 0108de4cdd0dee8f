import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { createServer } from '../../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { actorWith, testPorts } from '../../../platform/test-context.ts'
import { standardRefusals } from '../../standard/contract.ts'
import { interactionRefusals } from '../../interactions/contract.ts'
import { itemBankRefusals } from '../contract.ts'
import { aDraft } from '../fixtures.ts'
import { itemBankRoutes } from './item-bank-routes.ts'

let testing: TestDatabase
let actor: Actor = { kind: 'public' }
let app: Awaited<ReturnType<typeof createServer>>

before(async () => {
  testing = await testDatabase()
  app = await createServer({
    routes: itemBankRoutes,
    refusals: { ...standardRefusals, ...interactionRefusals, ...itemBankRefusals },
    ports: testPorts(testing.database),
    actorOf: () => Promise.resolve(actor),
    ready: () => Promise.resolve(true),
  })
})
after(async () => {
  await app.close()
  await testing.end()
})

const ROLES: readonly Role[] = [
  'candidate',
  'teacher',
  'institution-manager',
  'registrar',
  'provincial-officer',
  'national-officer',
  'item-writer',
  'item-reviewer',
  'site-manager',
  'invigilator',
  'assessor',
  'chief-assessor',
  'external-verifier',
  'auditor',
]
type Call = readonly [method: 'GET' | 'POST' | 'PUT', url: string, body?: object]
const PLACE = 'editionId=ec-2005&level=L4'
const READS: readonly Call[] = [
  ['GET', `/api/item-bank/items?${PLACE}`],
  ['GET', `/api/item-bank/coverage?${PLACE}`],
  ['GET', '/api/item-bank/queue'],
  ['GET', `/api/item-bank/dashboard?${PLACE}`],
  ['GET', `/api/item-bank/stimuli?${PLACE}`],
  ['POST', '/api/item-bank/searches', {}],
  ['POST', '/api/item-bank/similar', { text: '转化率如何计算' }],
  ['POST', '/api/item-bank/checks', { editionId: 'ec-2005', level: 'L4', draft: aDraft() }],
]
const DESKS: readonly (readonly [Role, Call])[] = [
  ['item-writer', ['POST', '/api/item-bank/drafts', { place: { code: 'L9-X-001', editionId: 'ec-2005', level: 'L9' }, draft: aDraft() }]],
  ['item-writer', ['PUT', '/api/item-bank/drafts/nobody', { guard: 1, draft: aDraft() }]],
  ['item-writer', ['POST', '/api/item-bank/versions/nobody/drafts', {}]],
  ['item-writer', ['POST', '/api/item-bank/versions/nobody/item-reviews', { guard: 1 }]],
  ['item-writer', ['POST', '/api/item-bank/versions/nobody/withdrawals', { guard: 1, reason: '重复' }]],
  ['item-writer', ['POST', '/api/item-bank/stimuli/nobody/versions', { newest: 1, prose: '材料' }]],
  ['item-reviewer', ['POST', '/api/item-bank/versions/nobody/verdicts', { verdict: 'passed', guard: 1, checklist: [] }]],
  ['national-officer', ['POST', '/api/item-bank/versions/nobody/approvals', { guard: 1 }]],
  ['national-officer', ['POST', '/api/item-bank/versions/nobody/returns', { guard: 1, note: '意见' }]],
  ['national-officer', ['POST', '/api/item-bank/versions/nobody/trials', { guard: 1 }]],
  ['national-officer', ['PUT', '/api/item-bank/versions/nobody/operational', { guard: 1 }]],
  ['national-officer', ['POST', '/api/item-bank/versions/nobody/retirements', { guard: 1, reason: '过时' }]],
]
const OPEN: readonly Role[] = ['item-writer', 'item-reviewer', 'national-officer']

async function call([method, url, payload]: Call, signedIn = true) {
  const cookies = signedIn ? { zh_signin: 'x', zh_csrf: 'y' } : {}
  return app.inject({ method, url, cookies, headers: { 'x-zhiheng-csrf': 'y' }, ...(payload ? { payload } : {}) })
}

test('only writers, reviewers and the national centre enter the bank', async () => {
  for (const role of ROLES) {
    actor = actorWith(role)
    for (const read of READS) assert.equal((await call(read)).statusCode, OPEN.includes(role) ? 200 : 403, `${role} ${read[1]}`)
  }
  actor = { kind: 'public' }
  for (const read of READS) assert.equal((await call(read, false)).statusCode, 401, read[1])
})

test('each desk has its own doors: nobody else gets as far as hearing that a thing is not there', async () => {
  for (const [desk, asked] of DESKS)
    for (const role of ROLES) {
      actor = actorWith(role)
      const { statusCode } = await call(asked)
      assert.equal(statusCode === 403, role !== desk, `${role} ${asked[1]}: ${statusCode}`)
    }
})

test('a level the edition does not have is refused with a text', async () => {
  actor = actorWith('item-writer')
  const reply = await call(['GET', '/api/item-bank/coverage?editionId=ec-2005&level=L9'])
  assert.ok(reply.statusCode >= 400 && reply.json().error.code === 'level-unknown')
})

test('a version is written, sent, judged and opened over HTTP; the preview has no key', async () => {
  const writer = actorWith('item-writer')
  actor = writer
  const drafted = await call([
    'POST',
    '/api/item-bank/drafts',
    { place: { code: 'L4-H-001', editionId: 'ec-2005', level: 'L4' }, draft: aDraft() },
  ])
  assert.equal(drafted.statusCode, 200, drafted.body)
  const { itemId, itemVersionId } = drafted.json()
  const at = `/api/item-bank/versions/${itemVersionId}`
  const again = await call([
    'POST',
    '/api/item-bank/drafts',
    { place: { code: 'L4-H-001', editionId: 'ec-2005', level: 'L4' }, draft: aDraft() },
  ])
  assert.equal(again.json().error.code, 'item-code-taken')
  assert.equal((await call(['POST', `${at}/statistics`, { source: 'writer-estimate', difficultyP: 620 }])).statusCode, 204)
  assert.deepEqual((await call(['POST', `${at}/item-reviews`, { guard: 1 }])).json(), { itemVersionId, state: 'item-review', guard: 2 })
  actor = actorWith('item-reviewer')
  const opened = await call(['POST', `${at}/readings`, {}])
  assert.equal(opened.json().key.optionId, 'opt1')
  const preview = await call(['POST', `${at}/previews`, {}])
  assert.ok(!preview.body.includes('optionId') && preview.json().content.options.length === 4)
  const returned = await call(['POST', `${at}/verdicts`, { verdict: 'returned', guard: 2, note: '干扰项太弱' }])
  assert.equal(returned.json().state, 'returned')
  const history = (await call(['GET', `/api/item-bank/items/${itemId}/history`])).json()
  assert.equal(history.statistics[0].difficultyP, 620)
  assert.ok(
    history.steps.every((step: { type: string }) => step.type !== 'item-read'),
    'who read it is for the centre',
  )
  actor = actorWith('national-officer')
  const whole = (await call(['GET', `/api/item-bank/items/${itemId}/history`])).json()
  assert.ok(whole.steps.some((step: { type: string }) => step.type === 'item-read'))
  const version = (await call(['GET', at])).json()
  assert.deepEqual([version.version.isMine, version.version.state, version.statistic.difficultyP], [false, 'returned', 620])
})

test('enemies hold from both sides and are replaced as a whole', async () => {
  actor = actorWith('item-writer')
  const make = async (code: string) =>
    (await call(['POST', '/api/item-bank/drafts', { place: { code, editionId: 'ec-2005', level: 'L4' }, draft: aDraft() }])).json()
  const [one, two] = [await make('L4-N-001'), await make('L4-N-002')]
  const set = (itemId: string, codes: readonly string[]) => call(['PUT', `/api/item-bank/items/${itemId}/enemies`, { codes }])
  const enemies = async (itemVersionId: string) => (await call(['GET', `/api/item-bank/versions/${itemVersionId}`])).json().enemies
  assert.equal((await set(one.itemId, ['L4-N-002', 'L4-N-003'])).statusCode, 204)
  assert.deepEqual(await enemies(two.itemVersionId), ['L4-N-001'])
  assert.equal((await set(one.itemId, ['L4-N-003'])).statusCode, 204)
  assert.deepEqual([await enemies(one.itemVersionId), await enemies(two.itemVersionId)], [['L4-N-003'], []])
  assert.equal((await set('nobody', [])).json().error.code, 'item-unknown')
})

test('stimuli are shared by version and opened on record', async () => {
  actor = actorWith('item-writer')
  const stated = { editionId: 'ec-2005', level: 'L4', caption: '促销数据', prose: '某网店促销三天。' }
  const { stimulusId, stimulusVersionId } = (await call(['POST', '/api/item-bank/stimuli', stated])).json()
  const next = (await call(['POST', `/api/item-bank/stimuli/${stimulusId}/versions`, { newest: 1, prose: '某网店促销五天。' }])).json()
  const stale = await call(['POST', `/api/item-bank/stimuli/${stimulusId}/versions`, { newest: 1, prose: '某网店促销六天。' }])
  assert.equal(stale.json().error.code, 'changed-meanwhile', 'somebody wrote a newer one in between')
  const list = await call(['GET', `/api/item-bank/stimuli?${PLACE}`])
  assert.deepEqual(
    list.json().stimuli.map((each: { number: number }) => each.number),
    [1, 2],
  )
  assert.ok(!list.body.includes('促销三天'))
  const draft = aDraft({ stimulusVersionId })
  const { itemVersionId } = (
    await call(['POST', '/api/item-bank/drafts', { place: { code: 'L4-M-001', editionId: 'ec-2005', level: 'L4' }, draft }])
  ).json()
  const opened = (await call(['POST', `/api/item-bank/versions/${itemVersionId}/readings`, {}])).json()
  assert.equal(opened.stimulus[0].text, '某网店促销三天。', 'the version it names, not the newest')
  const read = await call(['POST', `/api/item-bank/stimulus-versions/${next.stimulusVersionId}/readings`, {}])
  assert.deepEqual([read.json().number, read.json().media], [2, []])
  const uses = async () => (await call(['GET', `/api/item-bank/stimuli/${stimulusId}/uses`])).json()
  const named = (told: { versions: { code: string }[]; hidden: number }) => [told.versions.map(each => each.code), told.hidden]
  assert.deepEqual(named(await uses()), [['L4-M-001'], 0])
  const owner = actor
  actor = actorWith('item-reviewer')
  assert.deepEqual(named(await uses()), [[], 1], 'a draft of somebody else is counted, not named')
  actor = owner
  const unknown = await call([
    'PUT',
    `/api/item-bank/drafts/${itemVersionId}`,
    { guard: 1, draft: aDraft({ stimulusVersionId: 'nobody' }) },
  ])
  assert.equal(unknown.json().error.code, 'stimulus-unknown')
})

describe('pictures', () => {
  const stated = { licence: 'own-work', holder: '命题员', source: '自绘', alt: '店铺首页' }
  const upload = (bytes: Buffer, fileName: string, mediaType: string) => {
    const fields = Object.entries(stated).map(
      ([name, value]) => `--f\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const head = `--f\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: ${mediaType}\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(fields.join('') + head), bytes, Buffer.from('\r\n--f--\r\n')])
    const headers = { 'content-type': 'multipart/form-data; boundary=f', 'x-zhiheng-csrf': 'y' }
    return app.inject({ method: 'POST', url: '/api/item-bank/media', payload, headers, cookies: { zh_signin: 'x', zh_csrf: 'y' } })
  }
  const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="45">${inside}</svg>`)

  test('are kept by their bytes, sent to people of the bank only, and may be kept by their browser', async () => {
    actor = actorWith('item-writer')
    const kept = await upload(svg('<rect/>'), 'a.svg', 'image/svg+xml')
    assert.equal(kept.statusCode, 200, kept.body)
    const { mediaId, width, height, licence } = kept.json()
    assert.deepEqual([width, height, licence], [80, 45, 'own-work'])
    const shown = await call(['GET', `/api/item-bank/media/${mediaId}`])
    assert.deepEqual([shown.statusCode, shown.headers['content-type'], shown.body], [200, 'image/svg+xml', svg('<rect/>').toString()])
    assert.equal(shown.headers['cache-control'], 'private, max-age=31536000, immutable')
    actor = actorWith('candidate')
    assert.equal((await call(['GET', `/api/item-bank/media/${mediaId}`])).statusCode, 403)
  })

  test('a PNG is written anew; what is no picture, acts or is too large is refused', async () => {
    actor = actorWith('item-writer')
    const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#fff' } })
      .png()
      .withMetadata()
      .toBuffer()
    const kept = (await upload(png, 'a.png', 'image/png')).json()
    assert.deepEqual([kept.mediaType, kept.width, kept.height], ['image/png', 30, 20])
    const codes = [
      (await upload(svg('<script>1</script>'), 'a.svg', 'image/svg+xml')).json().error.code,
      (await upload(Buffer.from('not a picture'), 'a.png', 'image/png')).json().error.code,
      (await upload(Buffer.alloc(2 * 1024 * 1024 + 10, 1), 'a.png', 'image/png')).json().error.code,
      (await upload(png.subarray(0, 60), 'a.png', 'image/png')).json().error.code,
    ]
    assert.deepEqual(codes, ['svg-refused', 'file-disguised', 'file-too-large', 'file-damaged'])
  })

  test('one that is not there is told', async () => {
    actor = actorWith('item-reviewer')
    assert.equal((await call(['GET', `/api/item-bank/media/${'0'.repeat(64)}`])).json().error.code, 'media-unknown')
  })
})
