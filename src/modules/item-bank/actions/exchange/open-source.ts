import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { readArchive } from '../../../../platform/archive/read-archive.ts'
import { archiveRefusals } from '../../../../platform/archive/archive-refusals.ts'
import { decodeXml } from '../../../../platform/markup/decode-xml.ts'
import { readSheets } from '../../../../platform/sheets/read-sheets.ts'
import type { FormatSource } from '../../core/exchange/format.ts'
import { told } from './reading-aids.ts'

/** Most bytes of an item file or package, and of what it unpacks to. */
export const MOST_IMPORT_BYTES = 64 * 1024 * 1024
const MOST_UNPACKED_BYTES = 256 * 1024 * 1024

/** What a file holds: a workbook, a package, or text. A hostile or broken one is refused with its reason and nothing of it is used. */
export async function openSource(file: { readonly name: string; readonly bytes: Buffer }): Promise<Result<FormatSource>> {
  const { name, bytes } = file
  if (bytes.length === 0) return refuse('file-missing')
  if (bytes.length > MOST_IMPORT_BYTES) return refuse('file-too-large', { limit: '64MB' })
  if (bytes.length > 3 && bytes.readUInt16LE(0) === 0x4b50) return openPackage(name, bytes)
  const text = textOf(bytes)
  return text === null
    ? unreadable({ zh: '既不是文本，也不是压缩包', en: 'neither text nor an archive' })
    : ok({ kind: 'text', name, text })
}

function unreadable(why: { readonly zh: string; readonly en: string }): ReturnType<typeof refuse> {
  return refuse('import-not-readable', {}, [{ path: 'file', ...why }])
}

async function openPackage(name: string, bytes: Buffer): Promise<Result<FormatSource>> {
  const archive = await readArchive(bytes)
  if (!archive.ok) return unreadable(told(archive.refusal, archiveRefusals))
  const { entries } = archive.value
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > MOST_UNPACKED_BYTES) return refuse('file-too-large', { limit: '256MB' })
  if (entries.some(entry => entry.path === 'xl/workbook.xml')) {
    const sheets = await readSheets(bytes)
    return sheets.ok ? ok({ kind: 'sheets', name, sheets: sheets.value }) : unreadable(sheets.refusal)
  }
  const files = new Map<string, Uint8Array>()
  for (const { path } of entries) {
    const content = await archive.value.read(path)
    if (!content.ok) return unreadable(told(content.refusal, archiveRefusals))
    files.set(path, content.value)
  }
  return ok({ kind: 'package', name, entries: files })
}

/** UTF-8 (with or without mark), UTF-16 by its mark, or what an XML declaration says; Windows writers of GIFT also use GB 18030. */
function textOf(bytes: Buffer): string | null {
  if (bytes.subarray(0, 200).toString('latin1').trimStart().startsWith('<')) {
    const xml = decodeXml(bytes)
    if (xml.ok) return xml.value
  }
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\u0000')) return text
    } catch {
      continue
    }
  }
  return null
}

function encodingsOf(bytes: Buffer): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}
