import { type DiskProbe, probeDisk } from '../../platform/host/disk-probe.ts'

/** Above this a disk makes everybody wait at every save (design §2.1: the installer refuses p99 over 10 ms). */
const SLOW_SYNC_US = 10_000
/** Saves have a gibibyte of their own, and the log of a sitting grows beside it. */
const LITTLE_FREE_BYTES = 2 * 1024 ** 3

/** What the console says of the disk when the server starts. */
export async function judgeSiteDisk(folder: string): Promise<string> {
  return diskText(await probeDisk(folder))
}

export function diskText({ syncP50Us, syncP99Us, freeBytes }: DiskProbe): string {
  const measured = `磁盘：落盘${(syncP50Us / 1000).toFixed(1)}毫秒（p99 ${(syncP99Us / 1000).toFixed(1)}毫秒），可用${(freeBytes / 1024 ** 3).toFixed(1)} GB`
  const slow = syncP99Us > SLOW_SYNC_US ? '；落盘过慢，不宜用作考点服务器 (too slow)' : ''
  const full = freeBytes < LITTLE_FREE_BYTES ? '；剩余空间不足2 GB，请先清理 (little space)' : ''
  return `${measured}${slow}${full}`
}
