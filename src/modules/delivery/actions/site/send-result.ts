import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Result } from '../../../../kernel/result.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Client, ClientRefusal } from '../../../../platform/http/client.ts'
import { sha256Hex } from '../../../../platform/sealing/derive.ts'
import type { SiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { completeResultUpload, openResultUpload, putResultPart } from '../../contract.ts'
import { type UploadClaim, claimText, lengthOfPart } from '../../core/record/upload.ts'

/** A result package on the disk, and who sends it. */
export type SendResult = {
  readonly path: string
  readonly sittingId: string
  readonly keys: Pick<SiteKeys, 'siteCode' | 'signing'>
  /** Called after each part that has arrived. */
  readonly onPart?: (done: number, parts: number) => void
}

const TRIES = 4

/**
 * Sends a result package to the centre in parts and gives the text of its receipt. What has arrived before is not sent again, so it may be
 * called anew after any interruption; a part that was damaged on its way is sent again. Throws when the centre cannot be reached.
 */
export async function sendResult(client: Client, order: SendResult): Promise<Result<string, ClientRefusal>> {
  const claim = await claimOf(order)
  const opened = await client.call(openResultUpload, { body: { claim, signature: order.keys.signing.sign(claimText(claim)) } })
  if (!opened.ok) return opened
  const { uploadId, parts } = opened.value
  const there = new Set(opened.value.received)
  const file = await open(order.path)
  try {
    for (let part = 1; part <= parts; part++) {
      if (there.has(part)) continue
      const sent = await sendPart(client, file, { claim, uploadId, part })
      if (!sent.ok) return sent
      there.add(part)
      order.onPart?.(there.size, parts)
    }
  } finally {
    await file.close()
  }
  const taken = await client.call(completeResultUpload, { params: { uploadId }, body: {} })
  return taken.ok ? ok(taken.value.receipt) : taken
}

async function claimOf({ path, sittingId, keys }: SendResult): Promise<UploadClaim> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const { size: bytes } = await stat(path)
  return { format: 'zhiheng-result-upload', version: 1, siteCode: keys.siteCode, sittingId, bytes, sha256: hash.digest('hex') }
}

type Part = { readonly claim: UploadClaim; readonly uploadId: string; readonly part: number }

async function sendPart(client: Client, file: FileHandle, { claim, uploadId, part }: Part): Promise<Result<unknown, ClientRefusal>> {
  const length = lengthOfPart(claim, part) ?? 0
  const bytes = new Uint8Array(length)
  await file.read(bytes, 0, length, (part - 1) * (lengthOfPart(claim, 1) ?? 0))
  for (let tries = 1; ; tries++) {
    const input = { params: { uploadId, part }, body: { sha256: sha256Hex(bytes) }, file: { name: `${part}.part`, type: OCTETS, bytes } }
    const sent = await client.call(putResultPart, input).catch((error: unknown) => {
      if (tries >= TRIES) throw error
      return null
    })
    if (sent !== null && (sent.ok || tries >= TRIES || !mayPass(sent.refusal))) return sent
    await new Promise(resolve => setTimeout(resolve, 250 * 2 ** tries))
  }
}

const OCTETS = 'application/octet-stream'

/** Damaged on its way, a busy centre, or one that is being restarted: the same again may pass. */
function mayPass({ code, status }: ClientRefusal): boolean {
  return code === 'upload-part-digest' || status === 429 || status >= 500
}
