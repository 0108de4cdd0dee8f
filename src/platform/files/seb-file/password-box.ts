import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The password box that Safe Exam Browser shares with the RNCryptor data format: version, options, two salts of 8 bytes, 16 bytes
 * of initial vector, AES-256-CBC, and HMAC-SHA-256 over everything before it. Keys come from PBKDF2 with HMAC-SHA-1 and 10,000 rounds:
 * the format leaves no choice, so the strength lies in the password.
 */
const ROUNDS = 10_000
const SALT = 8
const BLOCK = 16
const TAG = 32
const HEAD = 2 + 2 * SALT + BLOCK
/** Version 2 is what the Windows client writes; for ASCII passwords versions 2 and 3 do not differ but in this byte. */
const VERSIONS = [2, 3] as const
const WITH_PASSWORD = 1

export type BoxDice = { readonly version: 2 | 3; readonly encryptionSalt: Buffer; readonly macSalt: Buffer; readonly vector: Buffer }

export function freshBoxDice(): BoxDice {
  return { version: 2, encryptionSalt: randomBytes(SALT), macSalt: randomBytes(SALT), vector: randomBytes(BLOCK) }
}

/** Seals bytes under a password; the dice are an argument so that known answers can be checked. */
export function sealWithPassword(plain: Buffer, password: string, dice: BoxDice = freshBoxDice()): Buffer {
  const head = Buffer.concat([Buffer.from([dice.version, WITH_PASSWORD]), dice.encryptionSalt, dice.macSalt, dice.vector])
  const cipher = createCipheriv('aes-256-cbc', keyOf(password, dice.encryptionSalt), dice.vector)
  const body = Buffer.concat([head, cipher.update(plain), cipher.final()])
  return Buffer.concat([body, tagOf(body, password, dice.macSalt)])
}

/** Undefined when the password is wrong or a byte was changed; the two cannot be told apart. */
export function openWithPassword(box: Buffer, password: string): Buffer | undefined {
  if (box.length < HEAD + BLOCK + TAG || (box.length - HEAD - TAG) % BLOCK !== 0) return undefined
  if (!VERSIONS.some(version => version === box[0]) || box[1] !== WITH_PASSWORD) return undefined
  const body = box.subarray(0, box.length - TAG)
  const salts = box.subarray(2, 2 + 2 * SALT)
  if (!timingSafeEqual(tagOf(body, password, salts.subarray(SALT)), box.subarray(box.length - TAG))) return undefined
  const decipher = createDecipheriv('aes-256-cbc', keyOf(password, salts.subarray(0, SALT)), box.subarray(2 + 2 * SALT, HEAD))
  return Buffer.concat([decipher.update(body.subarray(HEAD)), decipher.final()])
}

function keyOf(password: string, salt: Buffer): Buffer {
  return pbkdf2Sync(password, salt, ROUNDS, 32, 'sha1')
}

function tagOf(body: Buffer, password: string, salt: Buffer): Buffer {
  return createHmac('sha256', keyOf(password, salt)).update(body).digest()
}
