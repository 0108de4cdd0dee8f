import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must, testContext, testPorts } from '../../../../platform/test-context.ts'
import { aDraft } from '../../fixtures.ts'
import { mediaOfVersions } from '../facts/item-facts.ts'
import { startDraft } from '../writing/write-draft.ts'
import { keepMedia } from './media.ts'
import { openStimulus, startStimulus } from './stimuli.ts'

let testing: TestDatabase
let ports: Ports
const writer = actorWith('item-writer')
const PLACE = { editionId: 'ec-2005', level: 'L4' }

before(async () => {
  testing = await testDatabase()
  ports = testPorts(testing.database)
})
after(() => testing.end())

function by<T>(actor: Actor, act: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T> {
  return testing.database.transact(tx => act(tx, testContext(ports, actor)))
}

test('a picture of a stimulus is told with its licence, and travels with every item that stands with the stimulus', async () => {
  const body = { licence: 'cc-by' as const, holder: '统计局', source: '年鉴', alt: '销量图' }
  const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="45"><rect width="80" height="45"/></svg>')
  const { mediaId } = must(await by(writer, (tx, ctx) => keepMedia(tx, { body, file: { fileName: 'a.svg', bytes } as never }, ctx)))
  const picture = { kind: 'picture' as const, media: mediaId, alt: '销量图', width: 80, height: 45 }
  const stated = { ...PLACE, caption: '销量', prose: [{ kind: 'paragraph' as const, text: '见图。' }, picture], source: null }
  const { stimulusVersionId } = must(await by(writer, (tx, ctx) => startStimulus(tx, { body: stated }, ctx)))
  const opened = must(await by(writer, (tx, ctx) => openStimulus(tx, { params: { stimulusVersionId } }, ctx)))
  assert.deepEqual(
    opened.media.map(media => [media.mediaId, media.licence, media.holder]),
    [[mediaId, 'cc-by', '统计局']],
  )
  const start = (code: string, draft: ReturnType<typeof aDraft>) =>
    by(writer, (tx, ctx) => startDraft(tx, { body: { place: { code, ...PLACE }, draft } }, ctx))
  const withIt = must(await start('L4-Q-001', aDraft({ stimulusVersionId })))
  const without = must(await start('L4-Q-002', aDraft()))
  const shown = (itemVersionId: string) => by(writer, async tx => (await mediaOfVersions(tx, [itemVersionId])).map(media => media.mediaId))
  assert.deepEqual([await shown(withIt.itemVersionId), await shown(without.itemVersionId)], [[mediaId], []])
})
