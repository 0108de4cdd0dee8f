import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import type pg from 'pg'
import { type Verification, readCheckpoints, verifySnapshot } from '../../../modules/audit/index.ts'
import { openDatabase } from '../../../platform/db/database.ts'
import { attachEmbedded, clusterStands, startEmbedded } from '../../../platform/db/embedded.ts'
import { openKeys } from '../../../platform/keys.ts'
import { createLog } from '../../../platform/log.ts'
import { usualDataFolder } from '../centre/data-folder.ts'
import { VERIFY_USAGE, parseVerifyArguments } from './verify-arguments.ts'
import { verificationLines } from './verification-lines.ts'

/** Reads the whole audit log and tells every changed, dropped or inserted row. Exit code 1 on faults, 2 when it cannot be read. */
export async function verifyAudit(words: readonly string[]): Promise<number> {
  const args = parseVerifyArguments(words)
  if (args === null) {
    console.error(VERIFY_USAGE)
    return 2
  }
  const dataFolder = resolve(args.dataFolder ?? usualDataFolder())
  const missing = whatIsMissing(dataFolder)
  if (missing !== null) {
    console.error(missing)
    return 2
  }
  const found = await verify(dataFolder)
  if (args.json) console.log(JSON.stringify(found))
  else for (const line of verificationLines(found)) console.log(line)
  return found.faults.length > 0 ? 1 : 0
}

/** Neither a database nor keys are made here: verified is what stands. */
function whatIsMissing(dataFolder: string): string | null {
  if (process.env['DATABASE_URL'] === undefined && !clusterStands(dataFolder))
    return `${dataFolder}中没有数据库，请用--data指定数据目录。(no database in this folder)`
  if (process.env['ZHIHENG_MASTER_KEY'] === undefined && !existsSync(join(dataFolder, 'keys', 'master.key')))
    return `${dataFolder}中没有密钥，无法核验；请用--data指定数据目录，或设置ZHIHENG_MASTER_KEY。(no keys in this folder)`
  return null
}

async function verify(dataFolder: string): Promise<Verification> {
  const server = await reach(dataFolder)
  const database = openDatabase({ config: server.config, log: createLog('silent') })
  try {
    const checkpoints = readCheckpoints(dataFolder)
    return await database.transact(tx => verifySnapshot(tx, openKeys(dataFolder), checkpoints))
  } finally {
    await database.end()
    await server.stop()
  }
}

type Reached = { readonly config: pg.PoolConfig; stop(): Promise<void> }

/** A server of one's own, the embedded one that runs already, or the embedded one started for this. */
async function reach(dataFolder: string): Promise<Reached> {
  const own = process.env['DATABASE_URL']
  if (own !== undefined) return { config: { connectionString: own }, stop: async () => undefined }
  const running = attachEmbedded(dataFolder)
  return running === null ? startEmbedded(dataFolder) : { config: running, stop: async () => undefined }
}
