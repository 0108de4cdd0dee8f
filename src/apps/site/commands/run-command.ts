import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { KnownSealer } from '../../../modules/delivery/contract.ts'
import type { SiteCommand } from './arguments.ts'
import { fetchFromCentre, keepSealers, trustCentre } from './from-centre.ts'
import { importFile, importFolder } from './import-package.ts'
import { carryResults, sendResults } from './send-result.ts'
import { told } from './told.ts'

/** Runs a command of a site and gives its exit code: 1 on a refusal, 2 when a file cannot be read. */
export async function runCommand(command: SiteCommand): Promise<number> {
  const { data } = command
  switch (command.verb) {
    case 'trust':
      return trustFile(data, command.sealers)
    case 'trust-centre':
      return trustCentre(data, command.centre, command.fingerprint)
    case 'import':
      return 'file' in command.from ? importFile(data, command.from.file) : importFolder(data, command.from.folder)
    case 'fetch':
      return fetchFromCentre(data, command.centre, command.sitePackageId)
    case 'carry':
      return carryResults(data, command.sitting, command.out)
    case 'send':
      return sendResults(data, command.sitting, command.centre)
  }
}

function trustFile(data: string, path: string): number {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const sealers = z.array(KnownSealer).min(2).safeParse(parsed(text))
  return sealers.success ? keepSealers(data, sealers.data) : told(`${path}不能读取，或不是封装人名单。`, 'not a list of sealers', 2)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
