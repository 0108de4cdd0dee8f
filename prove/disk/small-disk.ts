import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, rmdirSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const SIZE_MB = 224
/** What one seat of one round keeps at most: everything of all rounds stays, to be looked for at the end. */
const MB_PER_SEAT = 0.12
const PIECE = Buffer.alloc(64 * 1024, 1)

/** A disk that can be filled, with a folder for a hall on it. */
export type SmallDisk = {
  readonly folder: string
  /** Takes all space that is left, again and again until `free`. */ fill(): void
  free(): void
  readonly freeBytes: () => number
  close(): void
}

/** A small tmpfs; null where this may not be mounted (it takes root). */
export function openSmallDisk({ rounds, seats }: { readonly rounds: number; readonly seats: number }): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const mount = mkdtempSync(join(tmpdir(), 'zhiheng-disk-'))
  const made = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${SIZE_MB + Math.ceil(rounds * seats * MB_PER_SEAT)}m,mode=755`,
    'tmpfs',
    mount,
  ])
  if (made.status !== 0) {
    rmdirSync(mount)
    return null
  }
  const folder = join(mount, 'hall')
  const ballast = join(mount, 'ballast')
  mkdirSync(folder, { mode: 0o755 })
  let again: NodeJS.Timeout | undefined
  return {
    folder,
    freeBytes: () => statfsSync(mount).bfree * statfsSync(mount).bsize,
    fill() {
      append(ballast)
      again = setInterval(() => append(ballast), 50)
    },
    free() {
      clearInterval(again)
      rmSync(ballast, { force: true })
    },
    close() {
      clearInterval(again)
      spawnSync('umount', [mount])
      rmdirSync(mount)
    },
  }
}

function append(file: string): void {
  const open = openSync(file, 'a')
  try {
    while (writeSync(open, PIECE) === PIECE.length);
  } catch {
    // full: that is what it is for
  } finally {
    closeSync(open)
  }
}
