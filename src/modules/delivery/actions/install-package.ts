import { hash } from 'node:crypto'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import { type PaperPackage, foreignPictures, itemsOf, parsePackage } from '../core/paper/package.ts'
import { digestOfPackage, findPackage, insertPackage } from '../store/packages.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
const sha256OfBytes = (base64: string) => hash('sha256', Buffer.from(base64, 'base64'), 'hex')

/**
 * Takes a paper package in, so that attempts can be prepared for it. The same package again changes nothing.
 * Refusals: `package-invalid`, `package-digest-wrong`, `package-differs`.
 */
export async function installPackage(
  tx: Tx,
  ctx: Ctx,
  value: unknown,
): Promise<Result<{ readonly packageId: string; readonly itemCount: number }>> {
  const read = parsePackage(value, sha256)
  if (!read.ok) return read
  const foreign = foreignPictures(read.value, sha256OfBytes)
  if (foreign.length > 0) return refuse('package-invalid', {}, foreign)
  const { packageId, digest } = read.value
  const itemCount = itemsOf(read.value).length
  if (await insertPackage(tx, read.value, ctx.now)) {
    await record(tx, ctx, { type: 'package-installed', subject: { kind: 'package', id: packageId }, facts: { digest, itemCount } })
  } else if ((await digestOfPackage(tx, packageId)) !== digest) return refuse('package-differs')
  return ok({ packageId, itemCount })
}

/** An installed package, as marking and reports need it; undefined when it is not installed here. */
export function installedPackage(tx: Tx, packageId: string): Promise<PaperPackage | undefined> {
  return findPackage(tx, packageId)
}
