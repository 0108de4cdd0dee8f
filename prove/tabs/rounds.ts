import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { candidateConfig } from '../../build/candidate.vite.ts'
import { type Dice, diceOf, pick, roll } from '../../src/kernel/dice.ts'
import { NO_CHROMIUM, ensureChromium } from '../../tools/testing/chromium.ts'
import { type HallProcess, freePort, hallFolder, startHall } from '../hall/hall-process.ts'
import { readBooks } from '../hall/run/books.ts'
import type { Round } from '../hall/run/command.ts'
import type { HallRounds, OneRound } from '../hall/run/hall-rounds.ts'
import { judge } from '../hall/run/judge.ts'
import { newRecorder } from '../hall/run/recorder.ts'
import { type Observer, observe } from './observer.ts'
import { openTap } from './tap.ts'
import { type Person, answer, killTab, reload, secondTab, sitDown, untilSaved, wipe, withoutLine } from './seat.ts'

export const TAB_DEFECTS = { 'page-acknowledges-itself': 'the machine of the candidate acknowledges saves and sends nothing' }

const ACTS_PER_PERSON = 8
const ACTS = ['reload', 'kill', 'wipe', 'second-tab', 'no-line', 'reload-without-line'] as const
type Act = (typeof ACTS)[number]

/** The exam client in a real Chromium: tabs reloaded, killed, doubled, their store wiped, their line cut. */
export async function runTabs(order: HallRounds): Promise<void> {
  const pages = mkdtempSync(join(tmpdir(), 'zhiheng-tabs-'))
  const executablePath = ensureChromium()
  if (!executablePath) throw new Error(NO_CHROMIUM)
  await build(candidateConfig({ outDir: pages }))
  const hall = await startHall({ folder: hallFolder('tabs'), port: await freePort(), defect: 'none', pages })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    for (let round = 0; round < order.rounds; round++)
      order.onRound(await playRound(hall, browser, { seats: order.seats, defect: String(order.defect), seed: order.from + round }))
  } finally {
    await browser.close()
    await hall.end()
    rmSync(pages, { recursive: true, force: true })
  }
}

async function playRound(hall: HallProcess, browser: Browser, { seats, seed, defect }: OneRound): Promise<Round> {
  const recorder = newRecorder()
  const dice = diceOf(`tabs-${seed}`)
  const taken = await hall.ask('seat', { count: seats, state: 'ready' })
  const faults: string[] = []
  const observers: Observer[] = []
  const acts = new Map<Act, number>()
  const byAttempt = new Map<string, Observer>()
  const tap = await openTap(hall.options.port, (attempt, body) => byAttempt.get(attempt)?.onTheWire(`${attempt.slice(0, 8)}-wire`, body))
  for (const seat of taken) {
    const observer = observe(recorder, seat.attemptId)
    observers.push(observer)
    byAttempt.set(seat.attemptId, observer)
    const person = await sitDown(browser, hall, { seat, observer, lies: defect === 'page-acknowledges-itself', port: tap.port })
    for (let n = 0; n < ACTS_PER_PERSON; n++) {
      const act = pick(ACTS, dice)
      acts.set(act, 1 + (acts.get(act) ?? 0))
      for (let items = roll(dice, 3); items >= 0; items--) await answer(person, roll(dice, 4))
      faults.push(...(await PLAYED[act](person, dice)))
    }
    if (!(await untilSaved(person))) faults.push(`${person.name} never said that everything was saved`)
    observer.gone(person.name)
    await person.context.close()
  }
  await tap.close()
  const attempts = taken.map(seat => seat.attemptId)
  const verdict = judge(recorder.entries, await readBooks(hall.options.folder, attempts, Date.now()))
  const told = { 动作: ACTS_PER_PERSON * seats, 显示已保存: observers.reduce((sum, one) => sum + one.claims(), 0) }
  return { ...verdict, seed, faults: [...faults, ...observers.flatMap(one => one.faults)], told }
}

const PLAYED: { readonly [A in Act]: (person: Person, dice: Dice) => Promise<string[]> } = {
  reload: person => reload(person).then(nothing),
  kill: person => killTab(person).then(nothing),
  wipe: person => untilSaved(person).then(() => wipe(person).then(nothing)),
  'second-tab': person => secondTab(person),
  'no-line': (person, dice) =>
    withoutLine(person, async () => {
      await answer(person, roll(dice, 4))
      await answer(person, roll(dice, 4))
      await person.page.waitForTimeout(roll(dice, 800))
    }).then(nothing),
  'reload-without-line': (person, dice) =>
    withoutLine(person, async () => {
      await answer(person, roll(dice, 4))
      await person.page.waitForTimeout(400)
    })
      .then(() => reload(person))
      .then(nothing),
}

function nothing(): string[] {
  return []
}
