import { resolve } from 'node:path'
import process from 'node:process'
import { usualDataFolder } from '../centre/data-folder.ts'
import { findingLines } from './finding.ts'
import { judgeNode } from './judge.ts'
import { lookAtChromium, lookAtFolder, lookAtFonts, lookAtMemory, lookAtPort, lookAtPostgres } from './look.ts'

const USAGE = '用法 usage: zhiheng doctor'

/** Looks at everything the centre needs of this machine; exit code 1 when it would not run. */
export async function doctor(words: readonly string[]): Promise<number> {
  if (words.length > 0) {
    console.error(USAGE)
    return 2
  }
  const folder = resolve(usualDataFolder())
  const findings = [
    judgeNode(process.version),
    ...lookAtPostgres(),
    lookAtFonts(),
    ...(await lookAtFolder(folder)),
    await lookAtPort(Number(process.env['PORT'] ?? 8080), folder),
    lookAtMemory(),
    lookAtChromium(),
  ]
  for (const line of findings.flatMap(findingLines)) console.log(line)
  const faults = findings.filter(f => f.mark === 'fault').length
  console.log(faults === 0 ? '\n本机可以运行职衡。(this machine is right)' : `\n有${faults}处故障，请按提示处理。(${faults} to be fixed)`)
  return faults === 0 ? 0 : 1
}
