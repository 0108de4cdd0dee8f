import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, type ZipFile, fromBufferPromise, openPromise } from 'yauzl'
import { type Result, ok, refuse } from '../../kernel/result.ts'
import { decodePath, foldedPath, isSafePath } from './archive-path.ts'

const LIMITS = { entries: 10_000, bytes: 1024 ** 3, ratio: 100, depth: 2 } as const
/** Small files of one letter are packed tighter than any bomb and do no harm. */
const HARMLESS = 1024 ** 2

export type ArchiveEntry = { readonly path: string; readonly size: number }

/** A ZIP whose table of contents has been judged. Contents are unpacked one by one when asked for. */
export type Archive = {
  /** Files only, in the order of the archive. */
  readonly entries: readonly ArchiveEntry[]
  /** One file, or why it cannot be had. */
  read(path: string): Promise<Result<Buffer>>
  /** A file that is an archive itself; refused below the second level. */
  open(path: string): Promise<Result<Archive>>
}

/** An archive on the disk, of which never more than a piece is in memory. Close it when done. */
export type ArchiveOnDisk = {
  readonly entries: readonly ArchiveEntry[]
  /** The contents as they come; ends with an error where they are not as long as the table of contents says. The checksum is not looked at. */
  stream(path: string): Promise<Result<Readable>>
  close(): void
}

/** As `readArchive`, for files too large to hold. */
export async function openArchiveFile(path: string): Promise<Result<ArchiveOnDisk>> {
  const { size } = await stat(path)
  if (!(await startsAsArchive(path))) return refuse('archive-not-one')
  let zip: ZipFile
  try {
    zip = await openPromise(path, { decodeStrings: false, validateEntrySizes: true, autoClose: false })
  } catch {
    return refuse('archive-damaged')
  }
  zip.on('error', () => undefined)
  const entries = await readEntries(zip, size).catch(() => refuse('archive-damaged'))
  if (!entries.ok) {
    zip.close()
    return entries
  }
  return ok(archiveOnDisk(zip, entries.value))
}

async function startsAsArchive(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt16LE(0) === 0x4b50
  } finally {
    await file.close()
  }
}

function archiveOnDisk(zip: ZipFile, files: ReadonlyMap<string, Entry>): ArchiveOnDisk {
  return {
    entries: [...files].map(([path, { uncompressedSize }]) => ({ path, size: uncompressedSize })),
    stream: async path => {
      const entry = files.get(path)
      if (entry === undefined) return refuse('archive-entry-missing', { path })
      try {
        return ok(await zip.openReadStreamPromise(entry))
      } catch {
        return refuse('archive-entry-damaged', { path })
      }
    },
    close: () => zip.close(),
  }
}

/** Judges the whole table of contents before anything is unpacked. Everything that is wrong with a stranger's file is a refusal. */
export async function readArchive(bytes: Buffer): Promise<Result<Archive>> {
  return readAt(bytes, 1)
}

async function readAt(bytes: Buffer, depth: number): Promise<Result<Archive>> {
  if (depth > LIMITS.depth) return refuse('archive-nested', { limit: LIMITS.depth })
  if (bytes.length < 4 || bytes.readUInt16LE(0) !== 0x4b50) return refuse('archive-not-one')
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true })
    zip.on('error', () => undefined)
    const entries = await readEntries(zip, bytes.length)
    return entries.ok ? ok(archiveOf(zip, entries.value, depth)) : entries
  } catch {
    return refuse('archive-damaged')
  }
}

async function readEntries(zip: ZipFile, packedSize: number): Promise<Result<ReadonlyMap<string, Entry>>> {
  if (zip.entryCount > LIMITS.entries) return refuse('archive-too-many', { limit: LIMITS.entries })
  const files = new Map<string, Entry>()
  const taken = new Map<string, 'file' | 'folder'>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const path = decodePath(entry.fileNameRaw)
    const refusal = judgeEntry(path, entry) ?? claim(path, taken)
    if (refusal) return refusal
    if (path.endsWith('/')) continue
    total += entry.uncompressedSize
    if (total > LIMITS.bytes) return refuse('archive-too-large', { limit: LIMITS.bytes })
    files.set(path, entry)
  }
  // entries may overlap and so count the same packed bytes again and again
  if (total > HARMLESS && total > packedSize * LIMITS.ratio) return refuse('archive-bomb', { limit: LIMITS.ratio })
  return ok(files)
}

type Refused = ReturnType<typeof refuse>

function judgeEntry(path: string, entry: Entry): Refused | null {
  const shown = { path: path.slice(0, 200).replace(/\p{C}/gu, '�') }
  if (!isSafePath(path)) return refuse('archive-path', shown)
  if (isSpecial(entry, path)) return refuse('archive-link', shown)
  if (entry.isEncrypted() || entry.compressionMethod === 99) return refuse('archive-encrypted', shown)
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return refuse('archive-method', shown)
  const isBomb = entry.uncompressedSize > HARMLESS && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio
  return isBomb ? refuse('archive-bomb', { limit: LIMITS.ratio }) : null
}

/** Anything but a plain file or folder by the mode that Unix keeps in the upper half. */
function isSpecial(entry: Entry, path: string): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & 0xf000
  return kind !== 0 && kind !== 0x8000 && !(kind === 0x4000 && path.endsWith('/'))
}

/** Every path once, and none of a file below another file. */
function claim(path: string, taken: Map<string, 'file' | 'folder'>): Refused | null {
  const folded = foldedPath(path)
  const kind = path.endsWith('/') ? 'folder' : 'file'
  const holder = taken.get(folded)
  if (holder !== undefined && !(holder === 'folder' && kind === 'folder')) return refuse('archive-duplicate', { path })
  taken.set(folded, kind)
  const parts = folded.split('/')
  for (let n = 1; n < parts.length; n++) {
    const above = parts.slice(0, n).join('/')
    if (taken.get(above) === 'file') return refuse('archive-duplicate', { path: above })
    taken.set(above, 'folder')
  }
  return null
}

function archiveOf(zip: ZipFile, files: ReadonlyMap<string, Entry>, depth: number): Archive {
  const read = async (path: string): Promise<Result<Buffer>> => {
    const entry = files.get(path)
    return entry === undefined ? refuse('archive-entry-missing', { path }) : unpack(zip, entry, path)
  }
  return {
    entries: [...files].map(([path, { uncompressedSize }]) => ({ path, size: uncompressedSize })),
    read,
    open: async path => {
      const bytes = await read(path)
      return bytes.ok ? readAt(bytes.value, depth + 1) : bytes
    },
  }
}

/** Stops as soon as more comes out than the table of contents says. */
async function unpack(zip: ZipFile, entry: Entry, path: string): Promise<Result<Buffer>> {
  try {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    const bytes = Buffer.concat(pieces)
    const isWhole = bytes.length === entry.uncompressedSize && crc32(bytes) === entry.crc32 >>> 0
    return isWhole ? ok(bytes) : refuse('archive-entry-damaged', { path })
  } catch {
    return refuse('archive-entry-damaged', { path })
  }
}
