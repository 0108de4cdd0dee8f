import { type Finding, fault, note, ok } from './finding.ts'

/** What was measured, judged without touching the machine. Sizes in bytes. */
const MIB = 1024 * 1024
const NODE_NEEDED = 24
const DISK = { fault: 500 * MIB, note: 3000 * MIB }
const SLOW_SYNC_US = 10_000
const MEMORY = { fault: 400 * MIB, note: 1500 * MIB }

/** `v24.21.0` → is this Node new enough? */
export function judgeNode(version: string): Finding {
  const major = Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0)
  if (major >= NODE_NEEDED) return ok('Node', version)
  return fault('Node', `${version}，需要${NODE_NEEDED}以上`, '在项目目录运行npm ci，安装锁定的Node；然后用npx zhiheng启动。(run npm ci)')
}

export function judgeDisk(free: number, folder: string): Finding {
  const found = `${folder}所在磁盘可用${size(free)}`
  if (free < DISK.fault) return fault('磁盘空间', found, `至少腾出${size(DISK.note)}；空间不足时作答无法保存。(free some space)`)
  return free < DISK.note
    ? note('磁盘空间', found, `建议腾出${size(DISK.note)}以上：照片、扫描件和审计记录会增长。(free some space)`)
    : ok('磁盘空间', found)
}

/** How long the disk takes to have a write on its medium, in microseconds (design §2.1: a site's disk at most 10 ms, p99). */
export function judgeSync(p99Us: number): Finding {
  const found = `落盘p99 ${(p99Us / 1000).toFixed(1)}毫秒`
  return p99Us > SLOW_SYNC_US
    ? note('磁盘落盘', found, '用作考点服务器时请换固态硬盘：每次保存都要等待落盘。(too slow for the server of a site)')
    : ok('磁盘落盘', found)
}

export function judgeMemory(available: number, total: number): Finding {
  const found = `可用${size(available)}，共${size(total)}`
  if (available < MEMORY.fault) return fault('内存', found, '关闭其他程序后再启动。(close other programs)')
  return available < MEMORY.note
    ? note('内存', found, '可以运行，但请避免同时做大批量导入或组卷。(enough, but not much)')
    : ok('内存', found)
}

/** Links of PostgreSQL's libraries that are not there. */
export function judgeLinks(missing: readonly string[]): Finding {
  if (missing.length === 0) return ok('PostgreSQL程序库链接', '齐全')
  return fault(
    'PostgreSQL程序库链接',
    `缺少${missing.length}个：${missing.slice(0, 3).join('、')}`,
    '运行npm rebuild，或直接用npx zhiheng start启动（启动时会补建）。(run npm rebuild)',
  )
}

/** `in-use` by something else; `ours` when the centre of this folder runs there. */
export function judgePort(port: number, state: 'free' | 'in-use' | 'refused', centreRuns: boolean): Finding {
  if (state === 'free') return ok('端口', `${port}可用`)
  if (state === 'refused') return note('端口', `没有权限监听${port}`, '用--port选择1024以上的端口。(choose a port above 1024)')
  if (centreRuns) return ok('端口', `${port}已有程序监听，本数据目录的国家中心正在运行`)
  return note('端口', `${port}已被其他程序占用`, '停止该程序，或用--port选择另一个端口。(choose another port)')
}

/** Sizes as people read them. */
export function size(bytes: number): string {
  return bytes >= 1024 * MIB ? `${(bytes / 1024 / MIB).toFixed(1)} GB` : `${Math.round(bytes / MIB)} MB`
}
