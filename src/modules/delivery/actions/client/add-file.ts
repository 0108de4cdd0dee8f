import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { UploadedFile } from '../../../../platform/files/inspect-upload.ts'
import { record } from '../../../audit/index.ts'
import { acceptsUntil } from '../../core/attempt/attempt.ts'
import { type AttemptFile, takenFile, withinQuota } from '../../core/paper/attempt-file.ts'
import { itemsOf } from '../../core/paper/package.ts'
import type { FileView } from '../../core/views.ts'
import { filesOfAttempt, insertFile } from '../../store/attempt-files.ts'
import { examClient } from '../open-next-epoch.ts'
import { kickPeer } from '../hall/peer/link.ts'
import { identifySeatedBearer } from './identify-bearer.ts'
import { packageOf } from './view-state.ts'

type Request = {
  readonly params: { readonly attemptId: string }
  readonly body: { readonly itemId: string }
  readonly file?: UploadedFile
}

/**
 * Takes a file in for an item of a running attempt. It counts once a response names it. Refusals: those of the bearer, `not-started`,
 * `attempt-over`, `time-is-up`, those of `takenFile` and of `withinQuota`.
 */
export async function addFileAction(tx: Tx, { params, body, file }: Request, ctx: Ctx): Promise<Result<FileView>> {
  const bearer = await identifySeatedBearer(tx, ctx, { attemptId: params.attemptId, lock: true })
  if (!bearer.ok) return bearer
  const { attempt } = bearer.value
  if (attempt.state === 'ready') return refuse('not-started')
  if (attempt.state !== 'running') return refuse('attempt-over')
  if (ctx.now > acceptsUntil(attempt, attempt.startedAt)) return refuse('time-is-up')
  if (file === undefined) return refuse('file-missing')
  const item = itemsOf(await packageOf(tx, attempt, ctx)).find(one => one.itemId === body.itemId)
  const taken = takenFile(item, { name: file.fileName, bytes: file.bytes.length, ...(await kindOf(file.bytes)) })
  if (!taken.ok) return taken
  const kept: AttemptFile = { ...taken.value, itemId: body.itemId, bytes: file.bytes.length, sha256: hash('sha256', file.bytes, 'hex') }
  const quota = withinQuota(await filesOfAttempt(tx, attempt), kept)
  if (!quota.ok) return quota
  await ctx.ports.files.put(file.bytes)
  await insertFile(tx, attempt, kept, ctx.now)
  kickPeer(tx, ctx.ports.database)
  await record(
    tx,
    { ...ctx, actor: examClient(attempt.attemptId) },
    {
      type: 'attempt-file-added',
      subject: { kind: 'attempt', id: attempt.attemptId },
      facts: { item: kept.itemId, sha256: kept.sha256, bytes: kept.bytes },
    },
  )
  return ok({ name: kept.name, mediaType: kept.mediaType, bytes: kept.bytes, sha256: kept.sha256 })
}

async function kindOf(bytes: Buffer): Promise<{ found: string | undefined; isText: boolean }> {
  const found = (await fileTypeFromBuffer(bytes))?.mime
  return { found, isText: found === undefined && isUtf8(bytes) && !bytes.includes(0) }
}
