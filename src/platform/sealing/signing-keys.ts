import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { Decrypter, Encrypter } from 'age-encryption'

/** A key that signs (Ed25519). */
export type SigningKey = {
  /** 32 bytes in hex. */
  readonly publicKey: string
  /** 64 bytes, base64url. */
  sign(text: string): string
}

// the fixed head of an Ed25519 public key in SPKI (RFC 8410)
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

export function newSigningKey(): SigningKey & { readonly pem: string } {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { ...signingKeyOf(privateKey), pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** The signing key in a PKCS #8 PEM text; throws on any other kind of key. */
export function readSigningKey(pem: string): SigningKey {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key')
  return signingKeyOf(key)
}

function signingKeyOf(key: KeyObject): SigningKey {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return {
    publicKey: spki.subarray(SPKI_HEAD.length).toString('hex'),
    sign: text => sign(null, Buffer.from(text), key).toString('base64url'),
  }
}

/** The 32 bytes (hex) of an Ed25519 public key in a PEM text; throws on any other kind of key. */
export function publicKeyOf(pem: string): string {
  const key = createPublicKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key')
  return key.export({ type: 'spki', format: 'der' }).subarray(SPKI_HEAD.length).toString('hex')
}

/** Is this the signature of this text by this key? False also when key or signature are no such thing. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[A-Za-z0-9_-]{86}$/.test(signature)) return false
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, Buffer.from(publicKey, 'hex')]), type: 'spki', format: 'der' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/** Writes a key into a new file (mode 0600), itself an age file under a pass phrase. `workFactor` is the logarithm of scrypt's N. */
export async function keepSigningKey(
  pem: string,
  path: string,
  { passPhrase, workFactor = 18 }: { readonly passPhrase: string; readonly workFactor?: number },
): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passPhrase)
  encrypter.setScryptWorkFactor(workFactor)
  writeFileSync(path, await encrypter.encrypt(pem), { mode: 0o600, flag: 'wx' })
}

/** Null when the pass phrase is not the one of this file, or the file is no such file. */
export async function openSigningKey(path: string, passPhrase: string): Promise<SigningKey | null> {
  const sealed = readFileSync(path)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passPhrase)
  try {
    return readSigningKey(await decrypter.decrypt(sealed, 'text'))
  } catch {
    return null
  }
}
