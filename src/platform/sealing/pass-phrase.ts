import { argon2, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
// above OWASP's floor for argon2id; a server does this while it serves
const COST = { parallelism: 1, tagLength: 32, memory: 32_768, passes: 2 }
const KIND = 'argon2id-aes256gcm-1'

/** Fewer characters are no pass phrase. */
export const SHORTEST_PASS_PHRASE = 8

/**
 * Seals a small text (a private key) under a pass phrase that is kept nowhere: argon2id gives the key of AES-256-GCM. Unlike an age
 * file under a pass phrase the work is done off the main thread, so that a server goes on serving meanwhile.
 */
export async function sealUnderPassPhrase(text: string, passPhrase: string): Promise<string> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passPhrase, salt), nonce)
  const sealed = Buffer.concat([cipher.update(text), cipher.final()])
  return [KIND, ...[salt, nonce, cipher.getAuthTag(), sealed].map(part => part.toString('base64url'))].join('$')
}

/** Null when the pass phrase is not the one it was sealed under, or the text was changed. */
export async function openUnderPassPhrase(kept: string, passPhrase: string): Promise<string | null> {
  const [kind, ...parts] = kept.split('$')
  const [salt, nonce, tag, sealed] = parts.map(part => Buffer.from(part, 'base64url'))
  if (kind !== KIND || !salt || !nonce || !tag || !sealed) return null
  const cipher = createDecipheriv('aes-256-gcm', await keyOf(passPhrase, salt), nonce)
  cipher.setAuthTag(tag)
  try {
    return Buffer.concat([cipher.update(sealed), cipher.final()]).toString()
  } catch {
    return null
  }
}

/** What people type differs in how it is composed, not in what it says. */
async function keyOf(passPhrase: string, nonce: Buffer): Promise<Buffer> {
  return Buffer.from(await derive('argon2id', { message: passPhrase.normalize('NFKC'), nonce, ...COST }))
}
