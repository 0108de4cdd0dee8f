import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keys live outside the database. Everything secret in a row is sealed with them. */
export type Keys = {
  /** AES-256-GCM; the text can be opened only with these keys. */
  seal(text: string): string
  open(sealed: string): string
  sealBytes(bytes: Buffer): Buffer
  openBytes(sealed: Buffer): Buffer
  /** HMAC-SHA-256 under a key of its own per purpose: equality without reading (keyed blind index). */
  blindIndex(purpose: string, text: string): string
  mac(purpose: string, text: string): string
  /** Ed25519 over the bytes; base64url. */
  sign(bytes: Buffer): string
  verify(bytes: Buffer, signature: string): boolean
  /** SPKI PEM of the signing key, to be published. */
  readonly publicKey: string
}

/** Reads the keys of a data folder, or makes them on first use (mode 0600). `ZHIHENG_MASTER_KEY` (64 hex) replaces the file. */
export function openKeys(dataFolder: string): Keys {
  const folder = join(dataFolder, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const master = masterKey(folder)
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `zhiheng/${purpose}`, 32))
  const sealing = derive('seal')
  // key objects, because importing raw bytes costs five times the MAC itself
  const macKeys = new Map<string, KeyObject>()
  const hmac = (purpose: string, text: string) => {
    let key = macKeys.get(purpose)
    if (!key) macKeys.set(purpose, (key = createSecretKey(derive(`mac/${purpose}`))))
    return createHmac('sha256', key).update(text).digest('hex')
  }
  const sealBytes = (bytes: Buffer) => sealWith(sealing, bytes)
  const openBytes = (sealed: Buffer) => openWith(sealing, sealed)
  const signing = signingKey(folder, sealBytes, openBytes)
  const publicKey = createPublicKey(signing)
  return {
    seal: text => sealBytes(Buffer.from(text)).toString('base64url'),
    open: sealed => openBytes(Buffer.from(sealed, 'base64url')).toString(),
    sealBytes,
    openBytes,
    blindIndex: (purpose, text) => hmac(`blind/${purpose}`, text),
    mac: hmac,
    sign: bytes => sign(null, bytes, signing).toString('base64url'),
    verify: (bytes, signature) => verify(null, bytes, publicKey, Buffer.from(signature, 'base64url')),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

function masterKey(folder: string): Buffer {
  const given = process.env['ZHIHENG_MASTER_KEY']
  if (given) {
    if (!/^[0-9a-f]{64}$/i.test(given)) throw new Error('ZHIHENG_MASTER_KEY must be 64 hexadecimal digits')
    return Buffer.from(given, 'hex')
  }
  const file = join(folder, 'master.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  return readFileSync(file)
}

function signingKey(folder: string, seal: (b: Buffer) => Buffer, open: (b: Buffer) => Buffer): KeyObject {
  const file = join(folder, 'signing.key')
  if (!existsSync(file)) {
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' })
    writeFileSync(file, seal(made), { mode: 0o600, flag: 'wx' })
  }
  return createPrivateKey({ key: open(readFileSync(file)), type: 'pkcs8', format: 'der' })
}

/** AES-256-GCM under a key of 32 bytes. Layout: 12 bytes nonce, 16 bytes tag, ciphertext. */
export function sealWith(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Throws when anything of it was changed, or the key is another. */
export function openWith(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
