import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** How a disk keeps its promises: microseconds from a write to its being on the medium, and bytes that are free. */
export type DiskProbe = { readonly syncP50Us: number; readonly syncP99Us: number; readonly freeBytes: number }

/** What a group commit writes, roughly. */
const BLOCK = Buffer.alloc(8_192, 0x5a)

/** Writes `rounds` blocks into a folder, each through to the disk, and takes them away again. Throws what the disk throws. */
export async function probeDisk(folder: string, rounds = 100): Promise<DiskProbe> {
  const path = join(folder, `.sync-probe-${process.pid}`)
  const file = openSync(path, 'w', 0o600)
  const times: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      const from = performance.now()
      writeSync(file, BLOCK)
      fdatasyncSync(file)
      times.push((performance.now() - from) * 1_000)
    }
  } finally {
    closeSync(file)
    rmSync(path, { force: true })
  }
  const { bavail, bsize } = await statfs(folder)
  return { syncP50Us: quantile(times, 50), syncP99Us: quantile(times, 99), freeBytes: bavail * bsize }
}

/** The value below which so many percent lie, rounded up to whole units; 0 of nothing. */
export function quantile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.ceil(sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0)
}
