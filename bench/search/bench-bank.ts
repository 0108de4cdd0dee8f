import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Dice, diceOf, pick, roll } from '../../src/kernel/dice.ts'
import { hundredths } from '../../src/kernel/marks.ts'
import { IMPORTANCES } from '../../src/modules/item-bank/contract.ts'
import { keptWords, plainWords } from '../../src/modules/item-bank/core/search/plain-words.ts'
import { type NewVersion, insertPlacings, insertVersions } from '../../src/modules/item-bank/store/items/versions.ts'
import { insertWords } from '../../src/modules/item-bank/store/search/words.ts'
import { realClock } from '../../src/platform/clock.ts'
import type { Ports } from '../../src/platform/context.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { moduleOrder } from '../../src/platform/db/module-order.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { newId } from '../../src/platform/id.ts'
import { jobs } from '../../src/platform/jobs.ts'
import { openKeys } from '../../src/platform/keys.ts'
import { openSolver } from '../../src/platform/solver/solver.ts'
import { createLog } from '../../src/platform/log.ts'

/** A bank of synthetic items on the embedded server with durable settings, and the texts that stand in it. */
export type BenchBank = { readonly ports: Ports; readonly texts: readonly string[]; close(): Promise<void> }

const AT_ONCE = 1_000
const AREAS = ['网络营销', '电子交易', '电子商务物流', '电子商务安全', '网络商务信息', '职业道德']

export async function openBenchBank(items: number): Promise<BenchBank> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-bench-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded(folder)
  const log = createLog('silent')
  const database = openDatabase({ config: server.config, log })
  await migrate(database.pool, readMigrations(fileURLToPath(new URL('../../src/modules', import.meta.url)), moduleOrder()))
  const keys = openKeys(folder)
  const ports: Ports = { database, keys, files: openFileStore(folder, keys), jobs, clock: realClock(), log, solver: openSolver() }
  const texts = await fill(database, items)
  await database.pool.query('vacuum analyze item_gram, gram_count, item_version, item_content, item_point')
  return {
    ports,
    texts,
    close: async () => {
      await database.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function fill(database: Database, items: number): Promise<string[]> {
  const dice = diceOf('search')
  const words = wordsOfTheBank()
  const texts: string[] = []
  for (let done = 0; done < items; done += AT_ONCE) {
    const versions = Array.from({ length: Math.min(AT_ONCE, items - done) }, (_, at) => versionOf(done + at, words, dice))
    await database.transact(async tx => {
      await insertVersions(tx, { versions, fresh: versions, at: realClock().now() })
      await insertWords(tx, versions)
      await insertPlacings(
        tx,
        versions.map(v => ({ ...v, code: v.points[0] ?? '', isHome: true })),
      )
    })
    texts.push(...versions.map(version => version.plain))
  }
  return texts
}

type Words = { readonly clauses: readonly string[]; readonly options: readonly string[] }

/** Clauses and options of the seed country's items: recombined they share their pairs of characters as real items do. */
function wordsOfTheBank(): Words {
  const folder = new URL('../../data/items/L4/', import.meta.url)
  const files = readdirSync(folder).filter(name => name.endsWith('.json'))
  const items = files.flatMap(file => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { items: Raw[] }).items)
  return {
    clauses: items.flatMap(item => (typeof item.stem === 'string' ? item.stem.split(/[，。；]/).filter(part => part.length > 3) : [])),
    options: items.flatMap(item => item.options?.map(option => option.text) ?? []),
  }
}
type Raw = { readonly stem?: unknown; readonly options?: readonly { readonly text: string }[] }

function versionOf(at: number, { clauses, options }: Words, dice: Dice): NewVersion {
  const stem = [pick(clauses, dice), `第${roll(dice, 9_999)}号订单`, pick(clauses, dice), pick(clauses, dice)].join('，')
  const content = {
    version: 2,
    stem: [{ kind: 'paragraph', text: `${stem}（    ）。` }],
    options: ['a', 'b', 'c', 'd'].map(id => ({ id, text: pick(options, dice), pinned: false })),
  }
  const area = pick(AREAS, dice)
  return {
    itemId: newId(),
    itemVersionId: newId(),
    number: 1,
    code: `L4-B${String(at % 97).padStart(2, '0')}-${String(at).padStart(6, '0')}`,
    editionId: 'ec-2005',
    level: pick(['L4', 'L3', 'L2', 'L1'], dice),
    state: roll(dice, 10) === 0 ? 'item-review' : 'operational',
    type: pick(['single-choice', 'multiple-choice', 'true-false'] as const, dice),
    marks: hundredths(100),
    area: [area],
    areaPath: `${area}/`,
    difficulty: 1 + roll(dice, 5),
    importance: pick(IMPORTANCES, dice),
    points: [`A-A-${'ABCDEFG'[roll(dice, 7)]}-00${1 + roll(dice, 9)}`],
    seconds: 60,
    source: null,
    stimulusVersionId: null,
    writer: `命题员·${roll(dice, 40)}`,
    writerId: null,
    reviewer: '审题员·乙',
    madeFrom: null,
    sourceMac: '',
    content,
    rubric: null,
    keySealed: 'sealed',
    plain: keptWords(plainWords(content)),
  }
}
