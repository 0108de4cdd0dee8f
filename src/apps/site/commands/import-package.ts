import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type SitePlace, importPackage, inboxFolder, ownEnrolment } from '../../../modules/delivery/index.ts'
import { systemContext } from '../../../platform/context.ts'
import { FolderInUse } from '../../../platform/db/embedded.ts'
import { runningRelease } from '../../../platform/host/release.ts'
import { withPorts } from '../../../platform/host/start-host.ts'
import { newId } from '../../../platform/id.ts'
import { MODULES } from '../server.ts'
import { refused, told } from './told.ts'

/** Takes one sealed package in: directly, or through the server that runs on this data folder. Gives the exit code. */
export async function importFile(data: string, path: string): Promise<number> {
  if (!existsSync(path)) return told(`找不到文件${path}，请核对路径或重新插好移动存储。`, 'there is no such file', 2)
  const place: SitePlace = { dataFolder: resolve(data), name: 'A', engine: runningRelease() }
  const own = await ownEnrolment(place)
  if (!own.ok) return refused(own.refusal)
  try {
    return await withPorts({ dataFolder: data, databaseUrl: process.env['DATABASE_URL'], modules: MODULES, clock: 'real' }, async ports => {
      const taken = await importPackage(systemContext(ports, 'import'), place, path)
      if (!taken.ok) return refused(taken.refusal)
      const { title, rehearsal, digest } = taken.value
      return told(`已装入“${title}”${rehearsal ? '（演练）' : ''}，摘要${digest}，请与中心电话核对。`, `imported, digest ${digest}`)
    })
  } catch (error) {
    if (error instanceof FolderInUse) return layDown(place.dataFolder, path)
    throw error
  }
}

/** The one package on a stick. */
export async function importFolder(data: string, folder: string): Promise<number> {
  const found = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.zhpkg')) : []
  const [only, ...more] = found
  if (only === undefined) return told(`${folder}中没有试卷包（.zhpkg）。`, 'there is no package in this folder', 2)
  if (more.length > 0)
    return told(`${folder}中有多个试卷包，请用--file指明：${found.join('、')}`, 'several packages; name one with --file', 2)
  return importFile(data, join(folder, only))
}

const PATIENCE_MS = 90_000

/** Beside a running server: it looks into its inbox every minute and says what became of it. */
async function layDown(dataFolder: string, path: string): Promise<number> {
  const folder = inboxFolder(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `${newId()}.zhpkg`
  copyFileSync(path, join(folder, `${name}.part`))
  renameSync(join(folder, `${name}.part`), join(folder, name))
  console.log('服务器正在运行，已交给它装入，最多等一分半钟。(handed to the running server)')
  const outcome = join(folder, `${name}.outcome.json`)
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(500)) {
    if (!existsSync(outcome)) continue
    const { ok, zh, en } = JSON.parse(readFileSync(outcome, 'utf8')) as { ok: boolean; zh: string; en: string }
    rmSync(outcome)
    return told(zh, en, ok ? 0 : 1)
  }
  rmSync(join(folder, name), { force: true })
  return told('服务器没有回应，未装入。请检查服务器是否正常，再试一次。', 'the server did not answer; nothing was imported', 1)
}
