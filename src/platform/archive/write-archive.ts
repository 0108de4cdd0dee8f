import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export type ArchiveFile = { readonly path: string; readonly bytes: Buffer }

/** The first moment a ZIP can name, by the clock on the wall, so that every machine writes the same bytes. */
const NO_DATE = new Date(1980, 0, 1)

/** Packs files in the order given. Same files, same bytes. A path that `readArchive` would refuse is a bug and throws. */
export async function writeArchive(files: readonly ArchiveFile[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { path, bytes } of files) zip.addBuffer(bytes, path, { mtime: NO_DATE, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream)
}

export type StoredFile = { readonly path: string; readonly from: Buffer | string }

/** Packs bytes, or files of the disk by their paths, into a new file (mode 0600) as they are, uncompressed; resolves when they are on the disk. */
export async function writeArchiveFile(target: string, files: readonly StoredFile[]): Promise<void> {
  const zip = new ZipFile()
  const options = { mtime: NO_DATE, mode: 0o100644, forceDosTimestamp: true, compress: false }
  for (const { path, from } of files) {
    if (typeof from === 'string') zip.addFile(from, path, options)
    else zip.addBuffer(from, path, options)
  }
  zip.end()
  const source = zip.outputStream as Readable
  zip.on('error', (error: Error) => source.destroy(error))
  await pipeline(source, createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }))
}
