import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { hash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { KnownSealer, SiteCall, callText, writeKeyText } from '../../../modules/delivery/contract.ts'
import { sealersFile } from '../../../modules/delivery/index.ts'
import { type SiteKeys, findSiteKeys } from '../../../platform/sealing/site-keys.ts'
import { importFile } from './import-package.ts'
import { refused, told } from './told.ts'

const Card = z.object({ sealers: z.array(KnownSealer).min(2), receiptVerifier: z.string(), resultRecipient: z.string() })

/** The centre's card with its fingerprint; kept only once a person has compared the fingerprint by voice and typed it. */
export async function trustCentre(data: string, centre: string, heard: string): Promise<number> {
  const reply = await fetch(new URL('/api/exam/centre-card', centre))
  const card = Card.safeParse(await reply.json().catch(() => null))
  if (!reply.ok || !card.success) return told('没有取到中心的名单，请核对地址。', 'no card came from this address', 1)
  const digest = hash('sha256', `zhiheng centre card 1\n${canonicalJson(card.data)}`, 'buffer').subarray(0, 16)
  const fingerprint = writeKeyText(digest)
  if (heard === '')
    return told(`中心指纹：${fingerprint}。请电话核对，再用--fingerprint输入所听到的指纹。`, 'compare by voice, then type it')
  const same = heard.replace(/[\s-]/g, '').toUpperCase() === fingerprint.replaceAll('-', '')
  if (!same) return told('所听到的指纹与取到的名单不符，未登记。请停止操作并报告中心。', 'the fingerprint differs; nothing was kept', 1)
  return keepSealers(data, card.data.sealers)
}

export function keepSealers(data: string, sealers: readonly KnownSealer[]): number {
  const file = sealersFile(resolve(data))
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${JSON.stringify(sealers, null, 2)}\n`, { mode: 0o600 })
  return told(`已登记${sealers.length}位封装人：${sealers.map(one => one.name).join('、')}。`, 'the sealers are known now')
}

const TRIES = 6

/** Fetches the site's own package, signed for, and takes it in. A broken line is tried again; what came is judged by its seals. */
export async function fetchFromCentre(data: string, centre: string, sitePackageId: string): Promise<number> {
  const keys = await findSiteKeys(resolve(data))
  if (keys === null) return refused({ code: 'site-not-enrolled', facts: {} })
  const aside = join(resolve(data), 'incoming', `${sitePackageId}.zhpkg`)
  mkdirSync(dirname(aside), { recursive: true, mode: 0o700 })
  try {
    for (let tries = 1; ; tries++) {
      try {
        const fetched = await fetchOnce(new URL('/api/exam/site-calls/package', centre), { keys, sitePackageId, aside })
        return fetched === 0 ? await importFile(data, aside) : fetched
      } catch (error) {
        if (tries >= TRIES)
          return told(`连接中心${TRIES}次都没有成功，请改用移动存储装入。`, error instanceof Error ? error.message : String(error), 1)
        await pause(500 * 2 ** tries)
      }
    }
  } finally {
    await rm(aside, { force: true })
  }
}

type Order = { readonly keys: SiteKeys; readonly sitePackageId: string; readonly aside: string }

async function fetchOnce(url: URL, { keys, sitePackageId, aside }: Order): Promise<number> {
  const call = SiteCall.parse({ siteCode: keys.siteCode, sitePackageId, wants: 'package', askedAt: Date.now() })
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ call, signature: keys.signing.sign(callText(call)) }),
  })
  if (!reply.ok || reply.body === null) {
    if (reply.status >= 500) throw new Error(`the centre answered ${reply.status}`)
    const { error } = (await reply.json().catch(() => ({}))) as { error?: { code: string; zh: string; en: string } }
    return refused({ code: error?.code ?? `http-${reply.status}`, facts: {}, zh: error?.zh ?? '', en: error?.en ?? '' })
  }
  await pipeline(Readable.fromWeb(reply.body as unknown as ReadableStream), createWriteStream(aside, { mode: 0o600 }))
  return 0
}
