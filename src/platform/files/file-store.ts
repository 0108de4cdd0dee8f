import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../id.ts'
import type { Keys } from '../keys.ts'

/** Content-addressed and sealed at rest. The id is the SHA-256 of the plain bytes; the caller keeps the media type. */
export type FileStore = {
  put(bytes: Buffer): Promise<string>
  get(id: string): Promise<Buffer>
  /** Deletes the file for good; one that is not there is deleted already. That nobody names it any more is for the caller to see. */
  remove(id: string): Promise<void>
}

export function openFileStore(dataFolder: string, keys: Keys): FileStore {
  const root = join(dataFolder, 'files')
  const place = (id: string) => {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error('not a file id')
    return join(root, id.slice(0, 2), id)
  }
  return {
    async put(bytes) {
      const id = createHash('sha256').update(bytes).digest('hex')
      const path = place(id)
      if (existsSync(path)) return id
      mkdirSync(join(root, id.slice(0, 2)), { recursive: true, mode: 0o700 })
      // written aside and renamed: a reader never sees half a file
      const aside = `${path}.${newId()}`
      await writeFile(aside, keys.sealBytes(bytes), { mode: 0o600, flush: true })
      await rename(aside, path)
      return id
    },
    get: async id => keys.openBytes(await readFile(place(id))),
    remove: id => rm(place(id), { force: true }),
  }
}
