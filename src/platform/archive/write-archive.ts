import { buffer } from 'node:stream/consumers'
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
