import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const hash = promisify(argon2)
// OWASP's floor for argon2id: 19 MiB, two passes
const SETTINGS = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 }
const AT_ONCE = 2 // a stampede of sign-ins must not starve everything else
let running = 0
const waiting: (() => void)[] = []

/** argon2id with a random salt, as `argon2id$m$t$salt$tag` (base64url). */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await inTurn(() => hash('argon2id', { message: password, nonce, ...SETTINGS }))
  return ['argon2id', SETTINGS.memory, SETTINGS.passes, nonce.toString('base64url'), Buffer.from(tag).toString('base64url')].join('$')
}

/** Compares in constant time; an account without a password costs as much as one with. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  const [kind, memory, passes, salt, tag] = (kept ?? NOBODY).split('$')
  if (kind !== 'argon2id' || !salt || !tag) return false
  const expected = Buffer.from(tag, 'base64url')
  const found = await inTurn(() =>
    hash('argon2id', {
      message: password,
      nonce: Buffer.from(salt, 'base64url'),
      parallelism: 1,
      tagLength: expected.length,
      memory: Number(memory),
      passes: Number(passes),
    }),
  )
  return timingSafeEqual(Buffer.from(found), expected) && kept !== null
}

const NOBODY = `argon2id$${SETTINGS.memory}$${SETTINGS.passes}$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  while (running >= AT_ONCE) await new Promise<void>(done => waiting.push(done))
  running += 1
  try {
    return await run()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
