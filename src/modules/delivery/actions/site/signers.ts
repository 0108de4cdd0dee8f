import { hash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { SiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { type SigningKey, keepSigningKey, newSigningKey, openSigningKey, publicKeyOf } from '../../../../platform/sealing/signing-keys.ts'
import { type Signer, type Statement, statementText } from '../../core/record/judge-record.ts'
import { type SignerWord, signerKeyText } from '../../core/record/result-file.ts'
import type { SitePlace } from './place.ts'

/** The key of this server signs; the enrolled key of the site vouches for it. */
export function serverWord({ ports }: Pick<Ctx, 'ports'>, name: SitePlace['name'], site: SiteKeys, statement: Statement): SignerWord {
  const key: SigningKey = { publicKey: publicKeyOf(ports.keys.publicKey), sign: text => ports.keys.sign(Buffer.from(text)) }
  return wordOf(name === 'A' ? 'server-1' : 'server-2', key, site, statement)
}

/**
 * The site manager signs with a key of their own that lies under their pass phrase; it is made when it is needed first, and goes with the
 * package, because the pass phrase does. That the pass phrase is the manager's has been seen to. Refusal: `signing-pass-phrase`.
 */
export async function managerWord(
  place: SitePlace,
  manager: { readonly sitePackageId: string; readonly staffId: string; readonly passPhrase: string },
  site: SiteKeys,
  statement: Statement,
): Promise<Result<SignerWord>> {
  const path = managerFile(place.dataFolder, manager)
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    await keepSigningKey(newSigningKey().pem, path, { passPhrase: manager.passPhrase, workFactor: WORK_FACTOR })
  }
  const key = await openSigningKey(path, manager.passPhrase)
  return key === null ? refuse('signing-pass-phrase') : ok(wordOf('site-manager', key, site, statement))
}

/** A pass phrase of a day, tried at a keyboard: half a second on a server of a site. */
const WORK_FACTOR = 16

function managerFile(dataFolder: string, { sitePackageId, staffId }: { readonly sitePackageId: string; readonly staffId: string }): string {
  return join(dataFolder, 'keys', `manager-${hash('sha256', `${sitePackageId} ${staffId}`, 'hex').slice(0, 16)}.key`)
}

function wordOf(signer: Signer, key: SigningKey, site: SiteKeys, statement: Statement): SignerWord {
  const { publicKey } = key
  const sworn = site.signing.sign(signerKeyText({ siteCode: statement.siteCode, signer, publicKey }))
  return { signer, publicKey, sworn, signature: key.sign(statementText(statement)) }
}
