import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { projectFile } from '../../../platform/project-file.ts'
import { type HostedCentre, hostCentre } from '../centre/hosted-centre.ts'
import { keyBook } from './answering/key-book.ts'
import { SEASON_USAGE, type SeasonArguments, parseSeasonArguments } from './arguments.ts'
import { openCaller } from './driving/caller.ts'
import { readLabFolder } from '../../../modules/lab/index.ts'
import { taskBook } from './practising/task-book.ts'
import { drawPictures } from './driving/pictures.ts'
import type { SeasonWorld } from './driving/season-world.ts'
import { openStaff } from './driving/staff.ts'
import { openProgress } from './report/progress.ts'
import { type SeasonReport, faultsOf, reportLines } from './report/season-report.ts'
import { runSeason } from './run-season.ts'

/** `zhiheng season`: exit code 0 when every arrow reconciles, 1 when not, 2 for words that make no sense. */
export async function season(words: readonly string[]): Promise<number> {
  const args = parseSeasonArguments(words)
  if (!args.ok) {
    console.error(`${args.refusal.zh}(${args.refusal.en})\n${SEASON_USAGE}`)
    return 2
  }
  const progress = openProgress(process.stderr, () => performance.now())
  const starting = args.value.address === null ? start(progress) : Promise.resolve(null)
  const end = once(async () => cleanUp(await starting.catch(() => null), args.value))
  const interrupted = () => {
    console.error('\n正在停止…… (stopping)')
    void end().then(() => process.exit(130))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted)
  try {
    return await live(args.value, await starting, progress)
  } catch (error) {
    await end() // whatever the server still has to say comes before its end
    console.error(`\n考季中断：${reasonOf(error)} (the season broke off)`)
    for (const line of (await starting.catch(() => null))?.lastErrors() ?? []) console.error(line)
    return 1
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted)
    await end()
  }
}

async function live(args: SeasonArguments, centre: HostedCentre | null, progress: SeasonWorld['progress']): Promise<number> {
  const world = await openWorld(args, centre?.address ?? args.address ?? '', progress)
  const report = { ...(await runSeason(world, args.candidates)), serverMemory: centre?.peakMemory() ?? null }
  tell(report, args)
  return faultsOf(report).length === 0 ? 0 : 1
}

async function start(progress: SeasonWorld['progress']): Promise<HostedCentre> {
  progress.begin('启动国家中心', 0)
  const centre = await hostCentre()
  progress.end(centre.address)
  return centre
}

/** Stops the centre that was started for the season; its folder goes unless it shall be kept. */
async function cleanUp(centre: HostedCentre | null, { keep }: SeasonArguments): Promise<void> {
  if (centre === null) return
  await centre.stop()
  if (keep) console.error(`数据保留在 ${centre.dataFolder}，可用 zhiheng start --data ${centre.dataFolder} 查看。(kept)`)
  else rmSync(centre.dataFolder, { recursive: true, force: true })
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= run())
}

/** A connection that fails says why only in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return error.message === 'fetch failed' && cause instanceof Error ? `无法连接国家中心：${cause.message}` : error.message
}

/** A world for a season on the centre at an address. */
export async function openWorld(
  { seed }: Pick<SeasonArguments, 'seed'>,
  address: string,
  progress: SeasonWorld['progress'],
): Promise<SeasonWorld> {
  const caller = openCaller(ms => pause(ms))
  return {
    address,
    seed,
    caller,
    staff: await openStaff(caller, address),
    book: keyBook(itemFiles()),
    tasks: taskBook(readLabFolder(projectFile('data/lab')).tasks.map(each => each.task)),
    pictures: await drawPictures(seed),
    progress,
    taken: new Set(),
    surprises: [],
  }
}

/** The item files of the seed country, of which the centre's item bank was made. */
function itemFiles(): string[] {
  return ['L4', 'L3'].flatMap(level => {
    const folder = projectFile(`data/items/${level}`)
    return readdirSync(folder)
      .filter(file => file.endsWith('.json'))
      .map(file => readFileSync(join(folder, file), 'utf8'))
  })
}

function tell(report: SeasonReport, { json }: SeasonArguments): void {
  if (json) console.log(JSON.stringify({ ...report, faults: faultsOf(report) }, null, 2))
  else for (const line of reportLines(report)) console.log(line)
}
