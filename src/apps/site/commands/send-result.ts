import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { join, resolve } from 'node:path'
import { type ResultNote, receiptFile, resultFile, resultNotes, sendResult } from '../../../modules/delivery/index.ts'
import { openClient } from '../../../platform/http/client.ts'
import { findSiteKeys } from '../../../platform/sealing/site-keys.ts'
import { refused, told } from './told.ts'

/** Copies the newest result package of each sitting (or of one) to a folder, such as a stick, and reads the copies back. */
export async function carryResults(data: string, sitting: string, out: string): Promise<number> {
  const notes = newest(resolve(data), sitting)
  if (notes.length === 0) return nothing()
  mkdirSync(out, { recursive: true })
  for (const note of notes) {
    const target = join(out, note.fileName)
    copyFileSync(resultFile(resolve(data), note.resultId), `${target}.part`)
    if ((await digestOf(`${target}.part`)) !== note.sha256)
      return told(`${target}写入后核对不符，移动存储可能损坏，请换一个。`, 'the copy differs; the stick may be damaged', 1)
    renameSync(`${target}.part`, target)
    told(`已写入并核对 ${target}，根摘要${note.root}`, 'written and read back')
  }
  return 0
}

/** Sends them to the centre and lays the receipts down for the server to take in. What was interrupted goes on where it stopped. */
export async function sendResults(data: string, sitting: string, centre: string): Promise<number> {
  const folder = resolve(data)
  const keys = await findSiteKeys(folder)
  if (keys === null) return refused({ code: 'site-not-enrolled', facts: {} })
  const notes = newest(folder, sitting)
  if (notes.length === 0) return nothing()
  const client = openClient(new URL(centre).origin)
  for (const { resultId, sittingId, root } of notes) {
    const onPart = (done: number, parts: number) => void console.log(`已送达${done}/${parts}块 (parts)`)
    const sent = await sendResult(client, { path: resultFile(folder, resultId), sittingId, keys, onPart }).catch(() => null)
    if (sent === null)
      return told('与中心的连接断了。已送达的部分不会丢，恢复后再执行一次即可接着上传。', 'the line broke; run it again', 1)
    if (!sent.ok) return refused(sent.refusal)
    const receipt = receiptFile(folder, resultId)
    writeFileSync(`${receipt}.part`, sent.value, { mode: 0o600 })
    renameSync(`${receipt}.part`, receipt)
    told(`中心已收下，根摘要${root}，回执已存入${receipt}，服务器会自行登记。`, 'the centre has it; the receipt is kept')
  }
  return 0
}

function newest(folder: string, sitting: string): ResultNote[] {
  const notes = resultNotes(folder).filter(note => existsSync(resultFile(folder, note.resultId)))
  const seen = new Set<string>()
  const first = notes.filter(({ sittingId }) => seen.size !== seen.add(sittingId).size)
  return first.filter(note => sitting === '' || note.sittingId === sitting)
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function nothing(): number {
  return told('还没有结果包。请考点负责人和系统管理员先在考务台结束场次并生成结果包。', 'there is no result package yet', 1)
}
