import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { AttemptFile } from '../core/paper/attempt-file.ts'
import type { AttemptPlace } from '../store/attempts.ts'
import { filesOfAttempt } from '../store/attempt-files.ts'

/** Every file that was added in an attempt, also those that no response names any more. */
export function listFiles(tx: Tx, place: AttemptPlace): Promise<AttemptFile[]> {
  return filesOfAttempt(tx, place)
}

/** A file of an attempt with its bytes, for whoever marks it. Refusal: `file-unknown`. */
export async function readFile(
  tx: Tx,
  ctx: Ctx,
  asked: AttemptPlace & { readonly itemId: string; readonly sha256: string },
): Promise<Result<AttemptFile & { readonly content: Buffer }>> {
  const file = (await filesOfAttempt(tx, asked)).find(one => one.itemId === asked.itemId && one.sha256 === asked.sha256)
  return file === undefined ? refuse('file-unknown') : ok({ ...file, content: await ctx.ports.files.get(file.sha256) })
}
